"""What a project took, as three tables: people's hours, costs, partners."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.funding.projects import Cost, Partner
from trainer_app.domain.funding.work import Hours
from trainer_app.i18n import _, ngettext, pgettext
from trainer_app.i18n.formats import duration, money, number, short_date
from trainer_app.services.funding.spending import Took
from trainer_app.ui.heading import clear, flow, is_roomy
from trainer_app.ui.printing.project_paper import percent_words
from trainer_app.ui.theme import Tone, current
from trainer_app.ui.widgets import Button, Card, Cell, Column, Row, Table, Text
from trainer_app.ui.work_words import roles_words, worker_name

PARTS = ("hours", "costs", "partners")


class TookLists(QWidget):
    """One of the three tables at a time, with what adds to it.

    Signals: `person_opened(str)`, `hours_requested`, `sheets_requested`, `cost_opened(str)`,
    `partner_opened(str)`; an empty id asks for a new one.
    """

    person_opened = Signal(str)
    hours_requested = Signal()
    sheets_requested = Signal()
    cost_opened = Signal(str)
    partner_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(12))

    def show_part(self, part: str, took: Took) -> None:
        """Show one of `PARTS`."""
        clear(self._column)
        {"hours": self._hours, "costs": self._costs, "partners": self._partners}[part](took)

    def _hours(self, took: Took) -> None:
        add = Button(_("Add hours"), "primary", icon="plus")
        add.clicked.connect(self.hours_requested)
        actions = [add]
        if any(one.unpaid for one in took.people):
            sheets = Button(_("Sheets to sign"), icon="printer")
            sheets.clicked.connect(self.sheets_requested)
            actions.append(sheets)
        self._column.addWidget(flow(*actions))
        if not took.people:
            self._nothing(
                _(
                    "No hours yet. They come by themselves when a session of the project has "
                    "ended: of who led it, and of who is marked as helper or interpreter."
                )
            )
            return
        columns = _hours_columns()
        rows = [_hours_row(one, columns) for one in took.people]
        table = Table(columns, rows, _("Hours of work by person"), full=True)
        table.chosen.connect(lambda who, _column: self.person_opened.emit(who))
        self._column.addWidget(Card(table, pad=8))
        minutes = sum(one.minutes for one in took.people)
        words = ngettext("{count} person, {hours} hours", "{count} people, {hours} hours",
                         len(took.people))  # fmt: skip
        self._sum(words.format(count=number(len(took.people)), hours=duration(minutes)))

    def _costs(self, took: Took) -> None:
        add = Button(_("Add a cost"), "primary", icon="plus")
        add.clicked.connect(lambda: self.cost_opened.emit(""))
        self._column.addWidget(flow(add))
        if not took.costs:
            self._nothing(_("No costs yet. They may be left out: the hours count without them."))
            return
        currency = took.project.currency
        columns = [
            Column("on", _("Date")),
            Column("what", _("What was paid for"), stretch=1),
            Column("amount", _("Amount"), "end"),
        ]
        rows = [_cost_row(cost, currency) for cost in took.costs]
        table = Table(columns, rows, _("Costs"), full=True)
        table.chosen.connect(lambda cost, _column: self.cost_opened.emit(cost))
        self._column.addWidget(Card(table, pad=8))
        self._sum(_("Together: {amount}").format(amount=money(took.cost_cents, currency)))

    def _partners(self, took: Took) -> None:
        add = Button(_("Add a partner"), "primary", icon="plus")
        add.clicked.connect(lambda: self.partner_opened.emit(""))
        self._column.addWidget(flow(add))
        if not took.partners:
            self._nothing(
                _("No partners yet. Their names and logos stand on the papers of the project.")
            )
            return
        columns = [
            Column("name", _("Partner"), stretch=1, sortable=False),
            Column("share", pgettext("partner", "Share"), "end", sortable=False),
            Column("logo", _("Logo"), sortable=False),
        ]
        rows = [_partner_row(partner) for partner in took.partners]
        table = Table(columns, rows, _("Partners"), full=True)
        table.chosen.connect(lambda partner, _column: self.partner_opened.emit(partner))
        self._column.addWidget(Card(table, pad=8))
        self._sum(_("Together: {share}").format(share=percent_words(took.shared)))

    def _nothing(self, words: str) -> None:
        self._column.addWidget(Card(Text(words, "body", colour="muted"), pad=16))

    def _sum(self, words: str) -> None:
        self._column.addWidget(Text(words, "body", "bold"))


def pay_words(one: Hours) -> tuple[str, Tone]:
    """Whether hours were paid, in words, with the tone of the pill."""
    kinds = [bool(one.unpaid), bool(one.paid), bool(one.unsaid)]
    if one.unsaid:
        return _("Not said yet"), "warn"
    if sum(kinds) > 1:
        return _("Partly paid"), "plain"
    return (_("Paid"), "plain") if one.paid else (_("Without pay"), "ok")


def _hours_columns() -> list[Column]:
    columns = [
        Column("name", _("Name"), stretch=2),
        Column("all", _("Together"), "end"),
        Column("paid", _("Paid?")),
    ]
    if is_roomy():
        columns[1:1] = [
            Column("roles", _("As what"), stretch=1),
            Column("sessions", _("In sessions"), "end"),
            Column("beside", _("Other work"), "end"),
        ]
    return columns


def _hours_row(one: Hours, columns: Sequence[Column]) -> Row:
    words, tone = pay_words(one)
    cells = {
        "name": Cell(worker_name(one), strong=True, sort=one.name),
        "roles": Cell(roles_words(one.roles), muted=True),
        "sessions": Cell(duration(one.in_sessions), sort=one.in_sessions),
        "beside": Cell(duration(one.beside), sort=one.beside),
        "all": Cell(duration(one.minutes), strong=True, sort=one.minutes),
        "paid": Cell(words, tone=tone),
    }
    return Row(one.who, tuple(cells[column.key] for column in columns))


def _cost_row(cost: Cost, currency: str) -> Row:
    return Row(
        cost.id,
        (
            Cell(short_date(cost.on), sort=cost.on.toordinal()),
            Cell(cost.what, strong=True),
            Cell(money(cost.cents, currency), sort=cost.cents),
        ),
    )


def _partner_row(partner: Partner) -> Row:
    share = Cell("–", muted=True, said=_("Not said")) if partner.share is None else Cell(
        percent_words(partner.share), sort=partner.share
    )  # fmt: skip
    logo = Cell(_("Yes"), icon="check") if partner.logo else Cell(_("No"), muted=True)
    return Row(partner.id, (Cell(partner.name, strong=True), share, logo))
