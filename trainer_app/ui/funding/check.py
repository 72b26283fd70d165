"""The checker: a project looked over before a claim, each finding a way to its record."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.domain.funding.findings import Finding
from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import _
from trainer_app.services.funding.checking import Checking
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.check_list import CheckList
from trainer_app.ui.funding.check_words import count_words
from trainer_app.ui.funding.records import Records
from trainer_app.ui.heading import Heading, clear, margins
from trainer_app.ui.page import Now, Page
from trainer_app.ui.period_fields import PeriodFields
from trainer_app.ui.scope_fields import fields_card
from trainer_app.ui.widgets import Button, Notice, Scroller, Text

_MADE_OF = frozenset(
    {"projects", "courses", "sessions", "people", "attendance", "answers", "claims"}
)


class CheckPage(Page):
    """What is to mend before a claim, for some days of a project.

    Signals: `opened(object)` with the `Jump` to a record, `claim_requested()`, `back_requested()`.
    """

    guide = "claims"

    opened = Signal(object)
    claim_requested = Signal()
    back_requested = Signal()

    shows_names = True

    def __init__(
        self, checking: Checking, records: Records, bridge: Bridge, project: Project, *, now: Now
    ) -> None:
        super().__init__()
        self.title = _("Check before a claim")
        self._checking, self._records, self._bridge = checking, records, bridge
        self._project = project
        self._asked = 0
        self._days = PeriodFields(lambda: now().date(), self, project)
        self._days.changed.connect(self._look)
        claim = Button(_("Make a claim"), "primary", icon="file-text")
        claim.clicked.connect(self.claim_requested)
        heading = Heading(self.title, project.name, [claim], back=_("Back to the project"))
        heading.back_requested.connect(self.back_requested)
        self._count = Text("", "body", colour="muted", tight=True)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        margins(column)
        column.addWidget(heading)
        column.addWidget(fields_card(*self._days.fields()))
        column.addWidget(self._count)
        self._body = QVBoxLayout()
        column.addLayout(self._body)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroller(page))
        self._look()

    def news(self, changed: frozenset[str]) -> None:
        """Look again when something changed that a claim is made of."""
        if changed & _MADE_OF:
            self._look()

    def remember(self) -> Any:
        """The days."""
        return self._days.days()

    def recall(self, memory: Any) -> None:
        """Look at the same days again."""
        self._days.show_days(*memory)
        self._look()

    def _look(self) -> None:
        self._asked += 1
        asked = self._asked
        since, until = self._days.days()
        self._count.hide()
        if not self._days.makes_sense():
            clear(self._body)
            return
        self._put(Notice(_("The records are being looked over …"), "plain", icon="hourglass"))
        self._bridge.work(
            lambda: self._checking.check(self._project.id, since, until),
            lambda findings: self._show(findings, asked),
        )

    def _show(self, findings: tuple[Finding, ...], asked: int) -> None:
        # The page may be another one by now, or other days were chosen meanwhile.
        if not isValid(self) or asked != self._asked:
            return
        self._count.set_words(count_words(len(findings)))
        self._count.setVisible(bool(findings))
        self.list = CheckList(findings, self._records.words)
        self.list.chosen.connect(self.opened)
        self._put(self.list)

    def _put(self, widget: QWidget) -> None:
        clear(self._body)
        self._body.addWidget(widget)
