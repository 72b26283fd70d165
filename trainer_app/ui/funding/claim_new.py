"""Making a claim: the days, what speaks against it, and the figures as they will be kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.domain.funding.claims import Claim
from trainer_app.domain.funding.findings import Finding
from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.funding.checking import Checking
from trainer_app.services.funding.claims import Claims
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.claim_parts import SetOf, figure_cards, set_card
from trainer_app.ui.funding.claim_words import period_words
from trainer_app.ui.heading import Heading, clear, flow, margins
from trainer_app.ui.page import Now, Page
from trainer_app.ui.period_fields import PeriodFields
from trainer_app.ui.scope_fields import fields_card
from trainer_app.ui.widgets import Button, Dialog, Notice, Scroller, Text, TextField

_MADE_OF = frozenset({"projects", "courses", "sessions", "people", "attendance", "answers"})

Seen = tuple[Claim, tuple[Finding, ...]]


class NewClaimPage(Page):
    """Shows what a claim would hold and hands it in once that is confirmed.

    Signals: `submitted(str)` with the claim's id, `check_requested()`, `back_requested()`.
    """

    guide = "claims"

    submitted = Signal(str)
    check_requested = Signal()
    back_requested = Signal()

    def __init__(
        self,
        claims: Claims,
        checking: Checking,
        set_of: SetOf,
        bridge: Bridge,
        project: Project,
        *,
        now: Now,
    ) -> None:
        super().__init__()
        self.title = _("Make a claim")
        self._claims, self._checking, self._set_of = claims, checking, set_of
        self._bridge, self._project = bridge, project
        self._asked, self._seen = 0, None
        self._label = TextField(_("What it is called"), hint=_("For example: First report"))
        self._label.changed.connect(lambda _typed: self._label.set_error(None))
        self._days = PeriodFields(lambda: now().date(), self, project)
        self._days.changed.connect(self._look)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        margins(column)
        heading = Heading(self.title, project.name, back=_("All claims"))
        heading.back_requested.connect(self.back_requested)
        column.addWidget(heading)
        column.addWidget(fields_card(self._label, *self._days.fields()))
        self._body = QVBoxLayout()
        column.addLayout(self._body)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroller(page))
        self._look()

    _seen: Claim | None

    def news(self, changed: frozenset[str]) -> None:
        """Show the figures anew when something changed that they are made of."""
        if changed & _MADE_OF:
            self._look()

    def remember(self) -> Any:
        """The name and the days."""
        return self._label.value(), self._days.days()

    def recall(self, memory: Any) -> None:
        """Show the same name and days."""
        label, days = memory
        self._label.set_value(label)
        self._days.show_days(*days)
        self._look()

    # Looking
    def _look(self) -> None:
        self._asked += 1
        asked, days = self._asked, self._days.bounded()
        self._seen = None
        clear(self._body)
        if days is None:
            self._body.addWidget(Notice(_("Choose the first and the last day.")))
            return
        self._body.addWidget(Notice(_("The figures are being made …"), icon="hourglass"))
        self._bridge.work(lambda: self._read(*days), lambda seen: self._show(seen, asked))

    def _read(self, since: date, until: date) -> Seen:
        id = self._project.id
        return self._claims.preview(id, since, until), self._checking.check(id, since, until)

    def _show(self, seen: Seen, asked: int) -> None:
        # The page may be another one by now, or other days were chosen meanwhile.
        if not isValid(self) or asked != self._asked:
            return
        self._seen, findings = seen
        claim = self._seen
        clear(self._body)
        self._body.addWidget(self._against(findings))
        self._body.addWidget(Text(_("What will be kept"), "large", "bold"))
        self._body.addWidget(figure_cards(claim.figures))
        words = _(
            "The claim keeps these figures and its rows, signed by you. Names and single answers "
            "are not in it. It can never be changed; a later claim can take its place."
        )
        self._body.addWidget(Text(words, "small", colour="muted"))
        hand_in = Button(_("Hand in this claim"), "primary", icon="send")
        hand_in.setEnabled(bool(claim.rows))
        hand_in.clicked.connect(self._confirm)
        self._body.addWidget(flow(hand_in))
        for one in claim.sets:
            self._body.addWidget(set_card(one, self._set_of(one.name)))

    def _against(self, findings: Sequence[Finding]) -> QWidget:
        """How much there is to mend first, with the way to it."""
        see = Button(_("See what it is"), icon="list-checks", size="small")
        see.clicked.connect(self.check_requested)
        mend = sum(one.weight == "mend" for one in findings)
        if mend:
            words = ngettext(
                "{count} thing should be mended first: the claim could be wrong, or refused.",
                "{count} things should be mended first: the claim could be wrong, or refused.",
                mend,
            )
            return Notice(words.format(count=number(mend)), "warn", button=see)
        look = sum(one.weight == "look" for one in findings)
        if look:
            words = ngettext(
                "Nothing has to be mended. {count} thing is worth a look.",
                "Nothing has to be mended. {count} things are worth a look.",
                look,
            )
            return Notice(words.format(count=number(look)), "primary", button=see)
        return Notice(_("The records are whole, and nothing speaks against a claim."), "ok")

    # Handing in
    def _confirm(self) -> None:
        if not self._label.value().strip():
            self._label.set_error(_("Give the claim a name, so that you find it again."))
            self._label.control.setFocus()
            return
        claim = self._seen
        assert claim is not None
        keep = Button(_("Not yet"))
        words = _(
            "“{label}” for {project}, {period}. Its figures stay as they are now for good."
        ).format(
            label=isolate(self._label.value().strip()),
            project=isolate(self._project.name),
            period=period_words(claim),
        )
        dialog = Dialog(
            self.window(),
            _("Hand in this claim?"),
            words,
            [("", keep), ("yes", Button(_("Hand in"), "primary", icon="send"))],
            escape="",
        )
        dialog.answered.connect(lambda answer: self._submit(claim) if answer else None)
        dialog.open(keep)

    def _submit(self, seen: Claim) -> None:
        label = self._label.value()
        claim = self._bridge.run(
            lambda: self._claims.submit(self._project.id, seen.since, seen.until, label, seen),
            "claims",
        )
        if claim is not None:
            self.submitted.emit(claim.id)
        else:
            self._look()
