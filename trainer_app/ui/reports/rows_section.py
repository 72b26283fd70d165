"""The rows of a report, and the files that hold them."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from decimal import Decimal
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.courses import Courses
from trainer_app.services.exporting import Exporting, Format
from trainer_app.services.reporting import Report
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.labels import attendance_words, scope_label
from trainer_app.ui.reports.files_card import FilesCard
from trainer_app.ui.reports.rows_view import RowsView
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Notice

ChooseFile = Callable[[str], Path | None]


class RowsSection(QWidget):
    """Every attendance, fifty at a time, and buttons for its files.

    Signals: `exported(object)` with the list of files written.
    """

    exported = Signal(object)

    def __init__(
        self, courses: Courses, exporting: Exporting, bridge: Bridge, choose_file: ChooseFile
    ) -> None:
        super().__init__()
        self._courses, self._exporting = courses, exporting
        self._bridge, self._choose_file = bridge, choose_file
        self._report: Report | None = None
        self.files = FilesCard()
        self.files.wanted.connect(self._export)
        bridge.busy.connect(self._show_busy)
        self._rows = RowsView()
        self._unsettled = Notice("", "warn", icon="split")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(16))
        self._other_hours = Notice("", "primary", icon="clock")
        for part in (self._unsettled, self._other_hours, self.files, self._rows):
            column.addWidget(part)
        column.addStretch(1)

    def show_report(self, report: Report, hours: Decimal) -> None:
        """Show other rows from the first; what was said of an earlier file is taken back.

        `hours` are those of the figures above, by the rules of the project.
        """
        self._other_hours.set_words(
            _(
                "Each row shows the real time in the room, {hours} hours in all. The figure above "
                "is reckoned by the rules of the project: breaks, rounding, length of an hour."
            ).format(hours=number(report.totals.hours, 2))
        )
        self._other_hours.setVisible(report.totals.hours != hours)
        self._report = report
        self._words = attendance_words(report, scope_label(report.scope, self._courses))
        self._rows.show_report(report, self._words)
        self._unsettled.set_words(_unsettled(report.unsettled))
        self._unsettled.setVisible(report.unsettled > 0)
        self.files.forget()
        self.files.set_ready(bool(report.rows))

    def _export(self, wanted: str) -> None:
        format = cast("Format", wanted)
        report = self._report
        file = self._choose_file(self._suggested(report, format)) if report else None
        if report is None or file is None:
            return
        file = _with_ending(file, format)
        words = self._words
        # Work beside the screen speaks the language of the screen.
        speaking = copy_context()
        self._bridge.work(
            lambda: speaking.run(self._exporting.attendance, report, words, format, file),
            lambda files: self._say_written(files, report.totals.rows),
        )

    def _show_busy(self, busy: bool) -> None:
        self.files.set_ready(not busy and self._report is not None and bool(self._report.rows))

    def _say_written(self, files: list[Path], rows: int) -> None:
        # The page may have been built anew, in another language, while the file was written.
        if isValid(self):
            self.files.say_written(files, rows)
            self.exported.emit(files)

    def _suggested(self, report: Report, format: Format) -> str:
        """A name that says what and when, and nobody's name."""
        scope = report.scope
        days = [day.isoformat() for day in (scope.since, scope.until) if day]
        if scope.session is not None:
            days = [self._courses.session(scope.session).date.isoformat()]
        made = report.made.date().isoformat()
        return f"{'_'.join(['attendance', *(days or [made])])}.{format}"


def _unsettled(rows: int) -> str:
    words = ngettext(
        "{count} row is not settled yet: laptops say different things. The files say so too.",
        "{count} rows are not settled yet: laptops say different things. The files say so too.",
        rows,
    )
    return words.format(count=number(rows))


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
