"""The claims of a project: what was handed in, and when."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.domain.funding.claims import Claim
from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import _
from trainer_app.i18n.formats import number, short_date
from trainer_app.services.funding.claims import Claims
from trainer_app.ui.funding.claim_words import period_words
from trainer_app.ui.heading import Heading, clear, is_roomy, margins
from trainer_app.ui.page import Page
from trainer_app.ui.same_place import same_place
from trainer_app.ui.widgets import (
    Button,
    Card,
    Cell,
    Column,
    EmptyState,
    Row,
    Scroller,
    Table,
    Text,
)


class ClaimsPage(Page):
    """A project's claims as a table, the newest first.

    Signals: `claim_opened(str)`, `new_requested()`, `check_requested()`, `back_requested()`.
    """

    guide = "claims"

    claim_opened = Signal(str)
    new_requested = Signal()
    check_requested = Signal()
    back_requested = Signal()

    def __init__(self, claims: Claims, project: Project) -> None:
        super().__init__()
        self._claims, self._project = claims, project
        self.title = _("Claims")
        check = Button(_("Check before a claim"), icon="list-checks")
        check.clicked.connect(self.check_requested)
        self._new = Button(_("Make a claim"), "primary", icon="file-text")
        self._new.clicked.connect(self.new_requested)
        heading = Heading(
            self.title, project.name, [check, self._new], back=_("Back to the project")
        )
        heading.back_requested.connect(self.back_requested)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        margins(column)
        column.addWidget(heading)
        self._body = QVBoxLayout()
        column.addLayout(self._body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroller(page))
        self._show()

    def news(self, changed: frozenset[str]) -> None:
        """Read again when claims came."""
        if "claims" in changed:
            with same_place(self):
                self._show()

    def _show(self) -> None:
        clear(self._body)
        claims = self._claims.list(self._project.id)
        if not claims:
            self._body.addWidget(_none_yet(), 1)
            return
        words = _(
            "A claim keeps its figures as they were when it was handed in. What changes later "
            "is shown beside it, and never changes it."
        )
        self._body.addWidget(Text(words, "small", colour="muted"))
        self.table = Table(_columns(), [_row(claim) for claim in claims], self.title, full=True)
        self.table.chosen.connect(lambda claim, _column: self.claim_opened.emit(claim))
        self._body.addWidget(Card(self.table, pad=8))
        self._body.addStretch(1)


def _columns() -> list[Column]:
    first = Column("label", _("Claim"), stretch=2)
    if not is_roomy():
        return [first, Column("hours", _("Participant-hours"), align="end")]
    return [
        first,
        Column("period", _("Period"), stretch=2),
        Column("people", _("People"), align="end"),
        Column("attendances", _("Attendances"), align="end"),
        Column("hours", _("Participant-hours"), align="end"),
        Column("at", _("Handed in"), align="end"),
    ]


def _row(claim: Claim) -> Row:
    figures, good = claim.figures, claim.standing == "good"
    label = Cell(claim.label, strong=True)
    if not good:
        label = Cell(
            _("{claim}: not to be trusted").format(claim=claim.label),
            icon="triangle-alert",
            tone="warn",
        )
    hours = Cell(number(figures.hours, 2) if good else "", sort=float(figures.hours))
    if not is_roomy():
        return Row(claim.id, (label, hours))
    return Row(
        claim.id,
        (
            label,
            Cell(period_words(claim), sort=claim.since.toordinal()),
            Cell(number(figures.people) if good else "", sort=figures.people),
            Cell(number(figures.attendances) if good else "", sort=figures.attendances),
            hours,
            Cell(short_date(claim.at.date()), sort=claim.at.isoformat()),
        ),
    )


def _none_yet() -> EmptyState:
    return EmptyState(
        places.assets() / "scenes" / "empty-papers.svg",
        "",
        _(
            "When you hand something in to the funder, make a claim of it here. "
            "Its figures are kept as they are then."
        ),
        title=_("No claims yet"),
    )
