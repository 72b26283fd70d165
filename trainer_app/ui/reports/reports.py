"""Attendance of a session, a course or some days: figures, rows, and files for funders."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app import places
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.courses import Courses
from trainer_app.services.exporting import Exporting, Format
from trainer_app.services.reporting import Reporting, Scope
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.labels import attendance_words, scope_label
from trainer_app.ui.page import Page
from trainer_app.ui.reports.files_card import FilesCard
from trainer_app.ui.reports.rows_view import RowsView
from trainer_app.ui.reports.scope_fields import ScopeFields
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import EmptyState, FlowGrid, Notice, Scroller, StatCard, Text

ChooseFile = Callable[[str], Path | None]


class ReportsPage(Page):
    """Chooses a scope, shows what the files will hold, and writes them.

    `choose_file` asks where to save, given a suggested name. Signals: `exported(object)` with
    the list of files written.
    """

    exported = Signal(object)

    shows_names = True

    def __init__(
        self,
        reporting: Reporting,
        courses: Courses,
        exporting: Exporting,
        bridge: Bridge,
        choose_file: ChooseFile,
        scope: Scope | None = None,
    ) -> None:
        super().__init__()
        self.title = _("Reports")
        self._reporting, self._courses, self._exporting = reporting, courses, exporting
        self._bridge, self._choose_file = bridge, choose_file
        start = scope or Scope()
        self._report = reporting.attendance(start)
        self._scope = ScopeFields(courses, start, lambda: self._report.made.date())
        self._scope.changed.connect(lambda _scope: self._read())
        self._rows = RowsView()
        self._files = FilesCard()
        self._files.wanted.connect(self._export)
        bridge.busy.connect(self._show_busy)
        self._build()
        self._read()

    def _build(self) -> None:
        theme = current()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        column.setContentsMargins(
            theme.space(28), theme.space(20), theme.space(28), theme.space(20)
        )
        column.setSpacing(theme.space(16))
        column.addWidget(Text(_("Reports"), "headline", "bold"))
        column.addWidget(self._scope)
        self._people = StatCard("users", "", _("people who came"), "primary")
        self._times = StatCard("calendar-check", "", _("attendances"), "primary")
        self._hours = StatCard("clock", "", _("participant-hours"), "primary")
        figures = FlowGrid(260, 12, most=3)
        figures.add(self._people, self._times, self._hours)
        column.addWidget(figures)
        self._meaning = Text("", "small", colour="muted")
        column.addWidget(self._meaning)
        self._nameless = Notice("", "primary", icon="user")
        column.addWidget(self._nameless)
        self._unsettled = Notice("", "warn", icon="split")
        column.addWidget(self._unsettled)
        column.addWidget(self._files)
        self._empty = EmptyState(
            places.assets() / "scenes" / "empty-sessions.svg",
            _("An empty calendar"),
            _("Mark who is there in a session, or choose another course or other days."),
            title=_("No attendance here yet"),
        )
        column.addWidget(self._empty, 1)
        column.addWidget(self._rows)
        column.addStretch(1)
        whole.addWidget(Scroller(page))

    # Reading
    def _read(self) -> None:
        self._report = self._reporting.attendance(self._scope.scope())
        totals = self._report.totals
        self._people.set_figure(number(totals.people))
        self._times.set_figure(number(totals.attendances))
        self._hours.set_figure(number(totals.hours, 2))
        self._meaning.set_words(
            _(
                "Only registered participants count. One person who came three times is one "
                "person and three attendances. Sessions that have not ended have no hours yet."
            )
        )
        nameless = self._report.headcount
        words = ngettext(
            "{count} person gave no name. This is counted apart, in none of the figures above.",
            "{count} people gave no name. They are counted apart, in none of the figures above.",
            nameless,
        )
        self._nameless.set_words(words.format(count=number(nameless)))
        self._nameless.setVisible(nameless > 0)
        self._show_unsettled(self._report.unsettled)
        self._files.forget()
        self._files.set_ready(bool(self._report.rows))
        self._files.setVisible(bool(self._report.rows))
        self._empty.setVisible(not self._report.rows)
        label = scope_label(self._report.scope, self._courses)
        self._words = attendance_words(self._report, label)
        self._rows.show_report(self._report, self._words)

    def _show_unsettled(self, rows: int) -> None:
        words = ngettext(
            "{count} row is not settled yet: laptops say different things. The files say so too.",
            "{count} rows are not settled yet: laptops say different things. The files say so too.",
            rows,
        )
        self._unsettled.set_words(words.format(count=number(rows)))
        self._unsettled.setVisible(rows > 0)

    def news(self, changed: frozenset[str]) -> None:
        """Read again what the rows are made of."""
        if changed & {"courses", "sessions"}:
            self._scope.read()
        if changed & {"people", "courses", "sessions", "attendance", "headcount"}:
            self._read()

    # Writing
    def _export(self, wanted: str) -> None:
        format = cast("Format", wanted)
        file = self._choose_file(self._suggested(format))
        if file is None:
            return
        file = _with_ending(file, format)
        report, words = self._report, self._words
        # Work beside the screen speaks the language of the screen.
        speaking = copy_context()
        self._bridge.work(
            lambda: speaking.run(self._exporting.attendance, report, words, format, file),
            lambda files: self._say_written(files, report.totals.rows),
        )

    def _show_busy(self, busy: bool) -> None:
        self._files.set_ready(not busy and bool(self._report.rows))

    def _say_written(self, files: list[Path], rows: int) -> None:
        # The page may have been built anew, in another language, while the file was written.
        if isValid(self):
            self._files.say_written(files, rows)
            self.exported.emit(files)

    def _suggested(self, format: Format) -> str:
        """A name that says what and when, and nobody's name."""
        scope = self._report.scope
        days = [day.isoformat() for day in (scope.since, scope.until) if day]
        if scope.session is not None:
            days = [self._courses.session(scope.session).date.isoformat()]
        made = self._report.made.date().isoformat()
        return f"{'_'.join(['attendance', *(days or [made])])}.{format}"

    # What was chosen
    def remember(self) -> Any:
        """The scope."""
        return self._scope.scope()

    def recall(self, memory: Any) -> None:
        """Choose the same scope again."""
        self._scope.show_scope(memory)
        self._read()


def _with_ending(file: Path, format: Format) -> Path:
    """The file under its ending; where that had to be added, no other file is written over."""
    if file.suffix.lower() == f".{format}":
        return file
    named = file.with_name(f"{file.name}.{format}")
    again = 2
    while named.exists():
        named = file.with_name(f"{file.name}-{again}.{format}")
        again += 1
    return named
