"""The rows of a report, fifty at a time, with every value that the files hold."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import hours, number, short_date
from trainer_app.services.exporting import Words as FileWords
from trainer_app.services.exporting import attendance_table
from trainer_app.services.reporting import Report
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Cell, Column, FlowRow, Row, Table, Text

AT_ONCE = 50
_ROOMY = 1.3

Values = dict[str, object]


class RowsView(Card):
    """The rows in the order of the files. One cell may hold several values, each on its own line.

    Signals: none.
    """

    def __init__(self) -> None:
        super().__init__(pad=12)
        self._first = 0
        self._values: list[Values] = []
        self._table = Table(_columns(), [], _("Attendance"), full=True)
        self.place = Text("", "small", "semibold", colour="muted", tight=True)
        self.before = Button(_("Rows before"), "secondary", icon="chevron-left", size="small")
        self.after = Button(
            _("Rows after"), "secondary", icon="chevron-right", icon_last=True, size="small"
        )
        self.before.clicked.connect(lambda: self._go(-AT_ONCE))
        self.after.clicked.connect(lambda: self._go(AT_ONCE))
        foot = QWidget()
        row = FlowRow(foot, 12)
        for part in (self.place, self.before, self.after):
            row.addWidget(part)
        self.add(self._table, foot)

    def show_report(self, report: Report, words: FileWords) -> None:
        """Show a report's rows from the first."""
        table = attendance_table(report, words)
        keys = [column.key for column in table.columns]
        self._values = [
            {**dict(zip(keys, cells, strict=True)), "unsettled": row.unsettled}
            for cells, row in zip(table.rows, report.rows, strict=True)
        ]
        self._first = 0
        self._show()

    def _go(self, rows: int) -> None:
        self._first = max(0, min(self._first + rows, len(self._values) - 1))
        self._show()

    def _show(self) -> None:
        last = min(self._first + AT_ONCE, len(self._values))
        shown = self._values[self._first : last]
        cells = _wide_cells if current().scale <= _ROOMY else _narrow_cells
        self._table.set_rows(
            [Row(str(self._first + at), cells(values)) for at, values in enumerate(shown)]
        )
        self.setVisible(bool(shown))
        many = len(self._values) > AT_ONCE
        for button in (self.before, self.after):
            button.setVisible(many)
        self.before.setEnabled(self._first > 0)
        self.after.setEnabled(last < len(self._values))
        self.place.set_words(
            _("Rows {first} to {last} of {all}").format(
                first=number(self._first + 1), last=number(last), all=number(len(self._values))
            )
        )


def _columns() -> list[Column]:
    if current().scale > _ROOMY:
        return [
            Column("session", _("Session"), stretch=1, sortable=False),
            Column("person", _("Person"), stretch=1, sortable=False),
            Column("hours", _("Present"), align="end", sortable=False),
        ]
    return [
        Column("session", _("Session"), stretch=1, sortable=False),
        Column("times", _("Date and times"), sortable=False),
        Column("person", _("Person"), stretch=1, sortable=False),
        Column("status", _("Status and role"), sortable=False),
        Column("minutes", _("Minutes present"), align="end", sortable=False),
        Column("hours", _("Participant-hours"), align="end", sortable=False),
    ]


def _wide_cells(values: Values) -> tuple[Cell, ...]:
    return (
        Cell(_lines(_session(values), _text(values, "project"), _text(values, "place"))),
        Cell(_lines(_day(values), *_times(values))),
        Cell(_lines(_text(values, "name"), _text(values, "number")), strong=True),
        Cell(_lines(_text(values, "status"), _text(values, "role"), _unsettled(values))),
        Cell(_figure(values, "minutes")),
        Cell(_figure(values, "hours")),
    )


def _narrow_cells(values: Values) -> tuple[Cell, ...]:
    about = (_text(values, key) for key in ("project", "place"))
    session = (_session(values), *about, _day(values), *_times(values))
    said = (_text(values, key) for key in ("name", "number", "status", "role"))
    person = (*said, _unsettled(values))
    minutes, done = _figure(values, "minutes"), _figure(values, "hours")
    worth = _lines(
        _("{minutes} minutes").format(minutes=minutes), _("{hours} hours").format(hours=done)
    )
    return Cell(_lines(*session)), Cell(_lines(*person)), Cell(worth if minutes else "")


def _session(values: Values) -> str:
    return _("{course}, session {number}").format(
        course=isolate(values["course"]), number=_figure(values, "session_number")
    )


def _day(values: Values) -> str:
    day = values["date"]
    assert isinstance(day, date)
    return short_date(day)


def _times(values: Values) -> tuple[str, str]:
    return (
        _("Planned {hours}").format(hours=_stretch(values, "planned_start", "planned_end")),
        _("Real {hours}").format(hours=_stretch(values, "started", "ended")),
    )


def _stretch(values: Values, start: str, end: str) -> str:
    first, last = values[start], values[end]
    return hours(
        first if isinstance(first, time) else None, last if isinstance(last, time) else None
    )


def _unsettled(values: Values) -> str:
    return _("Not settled yet") if values["unsettled"] else ""


def _text(values: Values, key: str) -> str:
    value = values[key]
    return str(value) if value else ""


def _figure(values: Values, key: str) -> str:
    """A number as the language writes it; nothing while it is not known."""
    value = values[key]
    if isinstance(value, Decimal):
        return number(value, 2)
    return number(value) if isinstance(value, int) else ""


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
