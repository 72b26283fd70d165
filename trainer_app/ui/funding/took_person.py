"""One person's hours for a project, day by day, and the papers that are made of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from trainer_app.domain.funding.work import Hours, Work
from trainer_app.i18n import _
from trainer_app.i18n.formats import duration, hours, money, short_date
from trainer_app.services.funding.spending import Spending
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.took import TookView
from trainer_app.ui.funding.took_form import undo_notice
from trainer_app.ui.heading import Heading, clear, column, flow, is_roomy, margins
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import (
    Button,
    Card,
    Cell,
    Column,
    Notice,
    Row,
    Scroller,
    SegmentField,
    Table,
    Text,
)
from trainer_app.ui.work_words import roles_words, task_words, work_roles, worker_name

_OTHER = Qt.FocusReason.OtherFocusReason


class TookPersonPage(Page):
    """What sessions tell of somebody and what was typed; the latter can be changed.

    Signals: `hours_requested`, `work_opened(str)` with the id of typed work, `sheet_requested`
    (hours to sign), `statement_requested` (for a CV), `back_requested`.
    """

    guide = "projects"

    hours_requested = Signal()
    work_opened = Signal(str)
    sheet_requested = Signal()
    statement_requested = Signal()
    back_requested = Signal()

    shows_names = True

    def __init__(
        self, spending: Spending, bridge: Bridge, project_id: str, who: str, view: TookView
    ) -> None:
        super().__init__()
        self._spending, self._bridge = spending, bridge
        self._project, self._who, self._view = project_id, who, view
        self._undo: Callable[[], object] | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        self._column = QVBoxLayout(page)
        margins(self._column)
        whole.addWidget(Scroller(page))
        self._read()

    def offer_undo(self, undo: Callable[[], object]) -> None:
        """Something was just taken off: offer to put it back."""
        self._undo = undo
        self._read()

    def _put_back(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()
        self._read()

    def news(self, changed: frozenset[str]) -> None:
        if changed & {"projects", "sessions", "attendance", "people", "courses"}:
            self._read()

    def _read(self) -> None:
        clear(self._column)
        took = self._spending.of(self._project, self._view.since, self._view.until)
        known = next((one for one in took.people if one.who == self._who), None)
        one = known or Hours(self._who, "", "", None, False, ())
        self.title = worker_name(one)
        self._column.addWidget(self._heading(one))
        if self._undo is not None:
            self._column.addWidget(undo_notice(self._put_back))
        if known is None:
            self._column.addWidget(Text(_("There are no hours any more."), "body", colour="muted"))
        else:
            if any(not work.twice and work.known != "typed" for work in one.work):
                self._column.addWidget(self._paying(one))
            worth = money(one.value, took.project.currency)
            words = _("Together {hours} hours, of these {unpaid} without pay.").format(
                hours=duration(one.minutes), unpaid=duration(one.unpaid)
            )
            if took.project.rate is not None:
                words = _("{words} They are worth {amount}.").format(words=words, amount=worth)
            self._column.addWidget(Text(words, "body", "semibold"))
            self._column.addWidget(Card(self._table(one), pad=8))
            if any(work.twice for work in one.work):
                self._column.addWidget(Notice(_twice_words(), "primary", icon="info"))
        self._column.addStretch(1)

    def _heading(self, one: Hours) -> Heading:
        actions = []
        if one.unpaid:
            sheet = Button(_("Sheet to sign"), icon="printer")
            sheet.clicked.connect(self.sheet_requested)
            actions.append(sheet)
        if one.minutes and one.name:
            statement = Button(_("Statement for a CV"), icon="file-text")
            statement.clicked.connect(self.statement_requested)
            actions.append(statement)
        add = Button(_("Add hours"), "primary", icon="plus")
        add.clicked.connect(self.hours_requested)
        under = roles_words(one.roles) if one.work else ""
        heading = Heading(self.title, under, [*actions, add], back=_("What it took"))
        heading.back_requested.connect(self.back_requested)
        return heading

    def _paying(self, one: Hours) -> Card:
        in_sessions = [work.paid for work in one.work if work.known != "typed" and not work.twice]
        said = in_sessions[0] if len(set(in_sessions)) == 1 else None
        self.paid = SegmentField(
            _("Hours in sessions"),
            [("no", _("Without pay"), "hand"), ("yes", _("Paid"), "coins")],
            None if said is None else "yes" if said else "no",
        )
        self.paid.changed.connect(self._pay)
        label = Text(_("Were the hours in sessions paid?"), "body", "semibold")
        return Card(column(label, flow(self.paid), gap=6), pad=12)

    def _pay(self, key: str) -> None:
        self._bridge.run(
            lambda: self._spending.set_paid(self._project, self._who, key == "yes"), "projects"
        )
        # `news` has built all of the page anew: the keyboard stays where it was.
        for segment in self.paid.findChildren(QAbstractButton):
            if segment.isChecked():
                QTimer.singleShot(0, segment, partial(segment.setFocus, _OTHER))

    def _table(self, one: Hours) -> Table:
        columns = [
            Column("on", _("Date")),
            Column("task", _("What was done"), stretch=1),
            Column("hours", _("Hours"), "end"),
            Column("paid", _("Paid?")),
        ]
        if is_roomy():
            columns[2:2] = [Column("role", _("As what")), Column("when", _("From–to"))]
        rows = [_row(str(at), work, columns) for at, work in enumerate(one.work)]
        table = Table(columns, rows, _("Hours day by day"), full=True)
        table.chosen.connect(lambda at, _column: self._open(one.work[int(at)]))
        return table

    def _open(self, work: Work) -> None:
        if work.known == "typed":
            self.work_opened.emit(work.id)


def _row(key: str, work: Work, columns: list[Column]) -> Row:
    when = hours(work.started, work.ended) if work.started and work.ended else ""
    spent = Cell(duration(work.counted), sort=work.counted, strong=not work.twice)
    if work.twice:
        paid = Cell(_("Counted already"), muted=True)
    elif work.paid is None:
        paid = Cell(_("Not said yet"), tone="warn")
    else:
        paid = Cell(_("Paid")) if work.paid else Cell(_("Without pay"), tone="ok")
    cells = {
        "on": Cell(short_date(work.on), sort=work.on.toordinal()),
        "task": Cell(task_words(work.task), icon="pencil" if work.known == "typed" else None),
        "role": Cell(work_roles().get(work.role, work.role), muted=True),
        "when": Cell(when, muted=True),
        "hours": spent,
        "paid": paid,
    }
    return Row(key, tuple(cells[column.key] for column in columns))


def _twice_words() -> str:
    return _(
        "Where a session tells of the same hours already, they count once: the line says “Counted "
        "already”. Lines with a pencil were typed, and can be changed."
    )
