"""One person in a project, for the trainer: what to ask now, her yes and no, leaving."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.funding.answers import Stage
from trainer_app.i18n import _, isolate
from trainer_app.services.funding.asking import Asking
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.asking_cards import AnswersCard, ConsentCard, DueCard
from trainer_app.ui.funding.leaving import LeavingCard
from trainer_app.ui.heading import Heading, clear, column, is_roomy, margins
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Now, Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Notice, Scroller


class AskingPersonPage(Page):
    """`back` says where the way back leads.

    Signals: `ask_requested(str, bool)` with a stage, and whether all of it is asked again;
    `paper_requested`: the form to sign; `back_requested`.
    """

    guide = "asking"

    ask_requested = Signal(str, bool)
    paper_requested = Signal()
    back_requested = Signal()

    shows_names = True

    def __init__(
        self,
        asking: Asking,
        bridge: Bridge,
        project_id: str,
        person_id: str,
        *,
        back: str,
        now: Now,
    ) -> None:
        super().__init__()
        self._asking, self._bridge, self._now = asking, bridge, now
        self._project, self._person, self._back = project_id, person_id, back
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        self._rows = QVBoxLayout(page)
        margins(self._rows)
        whole.addWidget(Scroller(page))
        self._read()

    def news(self, changed: frozenset[str]) -> None:
        """Read again when answers, people or projects changed."""
        if changed & {"answers", "people", "projects"}:
            self._read()

    def _read(self) -> None:
        taking = self._asking.of(self._person, self._project)
        self.title = person_label(taking.person)
        clear(self._rows)
        under = _("in {project}").format(project=isolate(taking.project.name))
        heading = Heading(self.title, under, back=self._back)
        heading.back_requested.connect(self.back_requested)
        self._rows.addWidget(heading)
        due: list[QWidget] = []
        for one in taking.open:
            card = DueCard(self._asking, self._bridge, taking, one, self._now().date())
            card.ask_requested.connect(lambda stage=one.stage: self._ask(stage))
            due.append(card)
        if not due:
            due.append(Notice(_("Nothing to ask now."), "ok"))
        consents = ConsentCard(self._asking, self._bridge, taking)
        consents.paper_requested.connect(self.paper_requested)
        leaving = LeavingCard(self._asking, self._bridge, taking, self._now)
        answers = AnswersCard(self._asking, self._bridge, taking)
        answers.again_requested.connect(lambda stage: self.ask_requested.emit(stage, True))
        sides: QBoxLayout = QHBoxLayout() if is_roomy() else QVBoxLayout()
        sides.setSpacing(current().space(16))
        for cards in ((*due, answers), (leaving, consents)):
            side = column(*cards)
            inside = side.layout()
            assert isinstance(inside, QVBoxLayout)
            inside.addStretch(1)
            sides.addWidget(side, 3 if answers in cards else 2)
        self._rows.addLayout(sides)
        self._rows.addStretch(1)

    def _ask(self, stage: Stage) -> None:
        self.ask_requested.emit(stage, False)
