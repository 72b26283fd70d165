"""After a session: how it was for learners, what was tried, and what the trainer carries."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.experiments import Experiment
from trainer_app.domain.load import Load
from trainer_app.i18n import _, isolate
from trainer_app.services.courses import Courses
from trainer_app.services.experiments import Experiments
from trainer_app.services.feelings import Feelings
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, column, flow, margins
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Button, Card, FlowGrid, Scroller, Text
from trainer_app.ui.workshop.after_feelings import FeelingsCard
from trainer_app.ui.workshop.attendance_words import session_title
from trainer_app.ui.workshop.board_words import lesson_title
from trainer_app.ui.workshop.experiment_card import ExperimentText
from trainer_app.ui.workshop.load_words import LoadStrip


class AfterPage(Page):
    """One session looked back on. `load` gives what the trainer inside carries.

    Signals: `back_requested`, `write_requested` (a new card), `change_requested(str)` with a card,
    `cards_requested` (all of them).
    """

    guide = "after"

    back_requested = Signal()
    write_requested = Signal()
    change_requested = Signal(str)
    cards_requested = Signal()

    def __init__(
        self,
        courses: Courses,
        feelings: Feelings,
        experiments: Experiments,
        lessons: LessonLibrary,
        bridge: Bridge,
        session_id: str,
        *,
        load: Callable[[], Load],
    ) -> None:
        super().__init__()
        self.title = _("How was it?")
        self._courses, self._feelings, self._experiments = courses, feelings, experiments
        self._lessons, self._bridge, self._session = lessons, bridge, session_id
        session = courses.session(session_id)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        rows = QVBoxLayout(page)
        margins(rows)
        under = session_title(courses.course(session.course), session)
        heading = Heading(self.title, under, back=_("Today"))
        heading.back_requested.connect(self.back_requested)
        rows.addWidget(heading)
        self._said = FeelingsCard()
        self._said.asked.connect(self._ask)
        sides = FlowGrid(440, 16, most=2)
        sides.add(_side(self._said), _side(self._cards()))
        rows.addWidget(sides)
        rows.addWidget(LoadStrip(load()))
        rows.addStretch(1)
        whole.addWidget(Scroller(page))
        self._read_answers()
        self._read_cards()

    def _cards(self) -> Card:
        write = Button(_("Write a card"), "primary", icon="square-pen")
        write.clicked.connect(self.write_requested)
        every = Button(_("All cards"), icon="list")
        every.clicked.connect(self.cards_requested)
        self._written = QVBoxLayout()
        words = _("What did you try tonight? What happened? Would you do it again?")
        card = Card(
            Text(_("What worked"), "large", "bold"),
            Text(words, "body", colour="muted", tight=True),
            pad=16,
        )
        card.add(self._written, flow(write, every))
        return card

    def news(self, changed: frozenset[str]) -> None:
        if changed & {"feelings", "sessions"}:
            self._read_answers()
        if "experiments" in changed:
            self._read_cards()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self._said.button
        QTimer.singleShot(0, first, lambda: first.setFocus(Qt.FocusReason.OtherFocusReason))

    def _ask(self, on: bool) -> None:
        self._bridge.run(lambda: self._feelings.ask(self._session, on), "feelings")
        self._read_answers()

    def _read_answers(self) -> None:
        self._said.show_answers(
            self._feelings.answers(self._session),
            asking=self._feelings.is_asking(self._session),
            running=self._courses.session(self._session).is_open,
        )

    def _read_cards(self) -> None:
        clear(self._written)
        for card in self._experiments.of_session(self._session):
            self._written.addWidget(self._entry(card))

    def _entry(self, card: Experiment) -> QWidget:
        title = lesson_title(self._lessons, card.lesson) if card.lesson else ""
        change = Button(_("Change"), icon="pencil", size="small")
        change.setAccessibleName(_("Change “{title}”").format(title=isolate(card.title)))
        change.clicked.connect(lambda: self.change_requested.emit(card.id))
        return column(ExperimentText(card, title), flow(change), gap=6)


def _side(*cards: QWidget) -> QWidget:
    """Cards below one another, each as high as it needs."""
    side = column(*cards)
    inside = side.layout()
    assert isinstance(inside, QVBoxLayout)
    inside.addStretch(1)
    return side
