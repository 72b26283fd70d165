"""One claim as it was handed in, and what differs since."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.domain.funding.claims import Claim
from trainer_app.i18n import _, isolate, pgettext
from trainer_app.i18n.formats import clock, listed, short_date
from trainer_app.services.funding.claims import Claims
from trainer_app.services.funding.comparing import Differences, RowDifference
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.claim_parts import SetOf, compared_card, figure_cards, set_card
from trainer_app.ui.funding.claim_words import (
    handed_in_words,
    period_words,
    person_words,
    row_words,
    rule_words,
    standing_words,
    why_words,
)
from trainer_app.ui.heading import Heading, clear, is_roomy, margins
from trainer_app.ui.page import Page
from trainer_app.ui.same_place import same_place
from trainer_app.ui.widgets import Card, Cell, Column, Notice, Row, Scroller, Table, Text

_MADE_OF = frozenset(
    {"claims", "projects", "courses", "sessions", "people", "attendance", "answers"}
)


class ClaimPage(Page):
    """A claim: facts, figures, and the differences since.

    Signals: `session_opened(str)`, `back_requested()`.
    """

    guide = "claims"

    session_opened = Signal(str)
    back_requested = Signal()

    shows_names = True

    def __init__(self, claims: Claims, set_of: SetOf, bridge: Bridge, claim_id: str) -> None:
        super().__init__()
        self._claims, self._set_of, self._id = claims, set_of, claim_id
        self._bridge, self._asked = bridge, 0
        page = QWidget()
        page.setProperty("ground", "none")
        self._column = QVBoxLayout(page)
        margins(self._column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroller(page))
        self._show()

    def news(self, changed: frozenset[str]) -> None:
        """Compare again when something changed that a claim is made of."""
        if changed & _MADE_OF:
            with same_place(self):
                self._show()

    def _show(self) -> None:
        clear(self._column)
        claim = self._claims.one(self._id)
        self.title = claim.label
        heading = Heading(claim.label, period_words(claim), back=_("All claims"))
        heading.back_requested.connect(self.back_requested)
        self._column.addWidget(heading)
        if claim.standing != "good":
            self._column.addWidget(Notice(standing_words(claim.standing), "warn"))
            self._column.addStretch(1)
            return
        self._column.addWidget(Text(self._facts(claim), "small", colour="muted"))
        self._column.addWidget(figure_cards(claim.figures))
        beside = self._claims.beside(claim)
        if beside:
            words = _("Some of these days are in other claims too: {claims}.")
            labels = listed([isolate(one.label) for one in beside])
            self._column.addWidget(Notice(words.format(claims=labels), "plain"))
        self._body = QVBoxLayout()
        self._body.addWidget(Notice(_("It is being compared with today …"), icon="hourglass"))
        self._column.addLayout(self._body)
        self._column.addStretch(1)
        self._asked += 1
        asked = self._asked
        self._bridge.work(
            lambda: self._claims.diff(claim.id), lambda found: self._compare(found, asked)
        )

    def _compare(self, differences: Differences, asked: int) -> None:
        # The page may be another one by now, or built anew with what came in meanwhile.
        if not isValid(self) or asked != self._asked:
            return
        clear(self._body)
        for part in self._since(differences):
            self._body.addWidget(part)
        today = {one.name: one for one in differences.sets}
        for of in differences.claim.sets:
            now = today.get(of.name)
            other = now if now is not None and now != of else None
            self._body.addWidget(set_card(of, self._set_of(of.name), other))

    def _facts(self, claim: Claim) -> str:
        parts = [
            handed_in_words(claim, self._claims.trainer_name(claim.by)),
            isolate(claim.name),
            _("Grant number {number}").format(number=isolate(claim.grant)) if claim.grant else "",
            _("Program {version}").format(version=isolate(claim.program)),
            _("Log {head}").format(head=isolate(claim.heads[:12])),
        ]
        return " · ".join(part for part in parts if part)

    def _since(self, differences: Differences) -> list[QWidget]:
        """What differs, each kind in a card of its own."""
        if not differences.any and not differences.sealed:
            return [Notice(_("Nothing has changed since it was handed in."), "ok")]
        words = _(
            "Things have changed since. The claim stays as it was handed in. Tell the funder, "
            "or make a later claim that takes its place."
        )
        parts: list[QWidget] = []
        if differences.any:
            parts.append(Notice(words, "primary", icon="history"))
        if differences.then != differences.now:
            parts.append(compared_card(differences.then, differences.now))
        if differences.rows:
            parts.append(self._rows(differences.rows))
        others = [*_people(differences), *_rules(differences), *_sealed(differences)]
        if others:
            card = Card(Text(_("What else is different"), "large", "bold"), pad=16)
            for line in others:
                card.add(Text(line, "body", tight=True))
            parts.append(card)
        return parts

    def _rows(self, rows: Sequence[RowDifference]) -> Card:
        title = _("Rows that are different")
        columns = [
            Column("who", _("Person"), stretch=2),
            Column("session", _("Session"), stretch=2),
        ]
        if is_roomy():
            columns += [
                Column("then", pgettext("claim", "Then"), stretch=2),
                Column("now", pgettext("claim", "Now"), stretch=2),
            ]
        columns.append(Column("why", _("Why"), stretch=3))
        self.table = Table(
            columns, [_row(at, one) for at, one in enumerate(rows)], title, full=True
        )
        self.table.chosen.connect(
            lambda at, _column: self.session_opened.emit(rows[int(at)].change.session)
        )
        return Card(Text(title, "large", "bold"), self.table, pad=16)


def _row(at: int, row: RowDifference) -> Row:
    day = isolate(short_date(row.day)) if row.day else ""
    session = " · ".join(part for part in (day, isolate(row.course)) if part)
    cells = [
        Cell(person_words(row), face=row.person.face if row.person else None, strong=True),
        Cell(session, sort=row.day.toordinal() if row.day else 0),
    ]
    if is_roomy():
        cells += [Cell(row_words(row.before), muted=True), Cell(row_words(row.after))]
    return Row(str(at), (*cells, Cell(_why(row))))


def _why(row: RowDifference) -> str:
    parts = [why_words(row.why)]
    if row.reason:
        parts.append(_("“{words}”").format(words=isolate(row.reason)))
    if row.at is not None:
        when = isolate(f"{short_date(row.at.date())} {clock(row.at)}")
        parts += [isolate(row.by), when] if row.by else [when]
    return " · ".join(parts)


def _people(differences: Differences) -> list[str]:
    found = []
    for one in differences.people:
        if one.change.why == "erased":
            found.append(_("One person was erased. Only the counts are left."))
        elif one.person is not None:
            words = _("Another entry is the same person as {name} now.")
            found.append(words.format(name=isolate(one.person.label)))
    return found


def _rules(differences: Differences) -> list[str]:
    words = _("The project counts by another rule now: {rule}.")
    return [words.format(rule=isolate(rule_words(one.rule))) for one in differences.rules]


def _sealed(differences: Differences) -> list[str]:
    if not differences.sealed:
        return []
    return [_("There are answers that you cannot open. Figures made of them are not compared.")]
