"""Files for funders: what, about which days, in which form, and where it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.domain.funding.counts import Counts
from trainer_app.domain.funding.indicators import IndicatorSet, in_language
from trainer_app.i18n import _, current, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.courses import Courses
from trainer_app.services.funding.files import (
    FORMATS_OF,
    PUBLISHED,
    FileFormat,
    FileKind,
    Files,
    Order,
    Written,
)
from trainer_app.services.funding.projects import Projects
from trainer_app.services.reporting import Scope
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.file_kinds import format_names, insides, readers, why_not
from trainer_app.ui.funding.file_words import file_words, kind_names
from trainer_app.ui.heading import Heading, flow, margins
from trainer_app.ui.page import Page
from trainer_app.ui.saved_files import saved_notice
from trainer_app.ui.scope_fields import ScopeFields
from trainer_app.ui.tab_order import put_in_order
from trainer_app.ui.widgets import (
    Button,
    Card,
    CheckField,
    ChoiceField,
    FlowGrid,
    Notice,
    ProgressBar,
    Scroller,
    SegmentField,
    Text,
    TextField,
)

_NEWS = {"people", "courses", "sessions", "attendance", "headcount", "projects", "answers", "work"}


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to choose from."""

    projects: Projects
    courses: Courses
    sets: Sequence[IndicatorSet]


class FilesPage(Page):
    """Chooses a file and writes it.

    `choose_file` asks where to save, given a suggested name. Signals: `written(object)` with the
    list of files, `back_requested`.
    """

    guide = "files"

    written = Signal(object)
    back_requested = Signal()

    def __init__(
        self,
        files: Files,
        offered: Offered,
        bridge: Bridge,
        choose_file: Callable[[str], Path | None],
        *,
        project: str | None,
        today: Callable[[], date],
        back: str,
    ) -> None:
        super().__init__()
        self.title = _("Files for funders")
        self._files, self._offered, self._bridge = files, offered, bridge
        self._choose_file, self._today = choose_file, today
        self._said: Notice | None = None
        self._make_fields(project)
        self._arrange(back)
        bridge.busy.connect(self._show_busy)
        bridge.progressed.connect(self._show_progress)
        self._choose_set()
        self._choose_kind(self.kind.value() or "attendance")

    # Building
    def _make_fields(self, project: str | None) -> None:
        names = kind_names()
        self.kind = ChoiceField(_("Which file"), list(names.items()), "attendance")
        offered = self._offered
        self.scope = ScopeFields(
            offered.courses, offered.projects, Scope(project=project), self._today
        )
        sets = [(one.name, in_language(one.words, current().code)) for one in self._offered.sets]
        self.set = ChoiceField(_("Indicator set"), sets, sets[0][0] if sets else None)
        self.published = CheckField(_("For everybody: leave small cells empty"), False)
        self.keep_ids = CheckField(_("The same random numbers as last time"), False)
        self.centre = TextField(
            _("The name that your centre goes by"),
            "",
            help_words=_("Letters and digits. Left empty, it is a random name."),
            latin=True,
        )
        self.format = SegmentField(_("Form"), [("xlsx", "", "file-spreadsheet")], "xlsx")
        self.kind.changed.connect(self._choose_kind)
        self.scope.changed.connect(lambda _scope: self._narrowed())
        self.published.toggled.connect(lambda _on: self._show())

    def _arrange(self, back: str) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        rows = QVBoxLayout(page)
        margins(rows)
        heading = Heading(self.title, "", back=back)
        heading.back_requested.connect(self.back_requested)
        rows.addWidget(heading)
        self._inside, self._readers = Text(""), Text("", colour="muted")
        self._counted = Text("", "body", "semibold")
        self._not_published = Notice("", "warn", icon="eye-off")
        self.save = Button(_("Save the file"), "primary", icon="download")
        self.save.clicked.connect(self._write)
        self._bar = ProgressBar(0, 1, _("Writing the file"))
        self._bar.hide()
        self._rows = rows
        rows.addWidget(self.scope)
        rows.addWidget(self._counted)
        sides = FlowGrid(440, 16, most=2)
        sides.add(
            _high(self.kind, self.set, self.published, self.keep_ids, self.centre),
            _high(self._inside, self._readers),
        )
        rows.addWidget(sides)
        self._forms = Card()
        rows.addWidget(self._forms)
        rows.addWidget(self._not_published)
        rows.addWidget(flow(self.save))
        rows.addWidget(self._bar)
        rows.addStretch(1)
        whole.addWidget(Scroller(page))

    # Choosing
    def _choose_kind(self, kind: str) -> None:
        chosen = cast("FileKind", kind)
        names = format_names()
        options = [(key, *names[key]) for key in FORMATS_OF[chosen]]
        if self.format.parent() is not None:
            self.format.hide()
            self.format.deleteLater()
        self.format = SegmentField(_("Form"), options, options[0][0])
        self._forms.add(self.format)
        put_in_order(self.format, self.save)
        self._inside.set_words(insides()[chosen])
        for field, kinds in (
            (self.set, {"indicators"}),
            (self.published, PUBLISHED),
            (self.keep_ids, {"research"}),
            (self.centre, {"xapi"}),
        ):
            field.setVisible(chosen in kinds)
        self._show()

    def _narrowed(self) -> None:
        if self.scope.scope().project != self._project:
            self._choose_set()
        self._show()

    def _choose_set(self) -> None:
        """The first set of the project chosen, if it has one."""
        self._project = project = self.scope.scope().project
        every = self._offered.projects.all()
        sets = next((one.sets for one in every if one.id == project), ())
        known = {one.name for one in self._offered.sets}
        first = next((name for name in sets if name in known), None)
        if first is not None:
            self.set.set_value(first)

    def order(self) -> Order:
        """What is chosen."""
        kind = cast("FileKind", self.kind.value() or "attendance")
        return Order(
            kind=kind,
            format=cast("FileFormat", self.format.value() or FORMATS_OF[kind][0]),
            scope=self.scope.scope(),
            set=self.set.value() if kind == "indicators" else None,
            published=kind in PUBLISHED and self.published.isChecked(),
            keep_ids=kind == "research" and self.keep_ids.isChecked(),
            centre=self.centre.value().strip() or None if kind == "xapi" else None,
        )

    # Showing
    def _show(self) -> None:
        order = self.order()
        self._readers.set_words(readers(order.kind, published=order.published))
        reason = self._files.unpublishable(order) if order.published else None
        self._not_published.setVisible(reason is not None)
        if reason is not None:
            self._not_published.set_words(why_not(reason))
        found = self._bridge.run(lambda: self._files.counts(order.scope))
        self._ready = found is not None and reason is None and found.attendances > 0
        self.save.setEnabled(self._ready)
        if found is None:
            return
        self._counted.set_words(
            _three(found) if found.attendances else _("Nobody came in these days yet.")
        )

    def news(self, changed: frozenset[str]) -> None:
        """Count again."""
        if changed & {"courses", "projects"}:
            self.scope.read()
        if changed & _NEWS:
            self._show()

    # Writing
    def _write(self) -> None:
        if not self.scope.makes_sense():
            self.scope.period.until.control.setFocus()
            return
        order = self.order()
        file = self._choose_file(_suggested(order, self._today()))
        if file is None:
            return
        if file.suffix.lower() != f".{order.format}":
            file = file.with_name(f"{file.name}.{order.format}")
        self._forget()
        tell = self._bridge.progressed.emit
        self._bridge.work(
            lambda: self._files.write(order, file_words, file, tell), self._say_written
        )

    def _say_written(self, written: Written) -> None:
        # The page may have been built anew, in another language, while the file was written.
        if isValid(self):
            self._forget()
            self._said = saved_notice(written.files, written.rows)
            self._rows.insertWidget(self._rows.count() - 1, self._said)
            self.written.emit(list(written.files))

    def _forget(self) -> None:
        if self._said is not None:
            self._said.hide()
            self._said.deleteLater()
            self._said = None

    def _show_busy(self, busy: bool) -> None:
        if isValid(self):
            self.save.setEnabled(not busy and self._ready)
            self._bar.setVisible(busy)

    def _show_progress(self, done: int, of: int) -> None:
        if isValid(self):
            self._bar.show_progress(done, max(1, of), _("Writing the file"))

    # What was chosen
    def remember(self) -> Any:
        """What is chosen."""
        return self.order()

    def recall(self, memory: Any) -> None:
        """Choose the same again."""
        order: Order = memory
        self.kind.set_value(order.kind)
        self.scope.show_scope(order.scope)
        self._choose_set()
        if order.set:
            self.set.set_value(order.set)
        self.published.setChecked(order.published)
        self.keep_ids.setChecked(order.keep_ids)
        self.centre.set_value(order.centre or "")
        self._choose_kind(order.kind)
        self.format.set_value(order.format)


def _three(counts: Counts) -> str:
    """The three figures, side by side and never added up."""
    people, times = counts.people, counts.attendances
    return " · ".join(
        (
            ngettext("{count} person", "{count} people", people).format(count=number(people)),
            ngettext("{count} attendance", "{count} attendances", times).format(
                count=number(times)
            ),
            _("{count} participant-hours").format(count=number(counts.hours, 2)),
        )
    )


def _high(*parts: QWidget) -> Card:
    """A card that may be higher than what stands in it."""
    card = Card(*parts)
    card.body.addStretch(1)
    return card


def _suggested(order: Order, today: date) -> str:
    """A name that says what and when, and nobody's name."""
    days = [day.isoformat() for day in (order.scope.since, order.scope.until) if day]
    kind = f"{order.kind}-{order.set}" if order.set else order.kind
    return f"{'_'.join([kind, *(days or [today.isoformat()])])}.{order.format}"
