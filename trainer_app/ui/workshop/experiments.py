"""All experiment cards of a centre: what its trainers tried, and what others sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.experiments import Experiment, is_found
from trainer_app.i18n import _, isolate
from trainer_app.services.experiments import Experiments
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, margins
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import (
    Button,
    EmptyState,
    FlowGrid,
    Notice,
    Scroller,
    SearchField,
    Text,
)
from trainer_app.ui.workshop.board_words import lesson_title
from trainer_app.ui.workshop.experiment_card import ExperimentCard


class ExperimentsPage(Page):
    """The cards, the newest first, with a search. `back` is what the way back is called.

    Signals: `back_requested`, `new_requested`, `bring_requested` (a card from a file),
    `change_requested(str)`, `share_requested(str)` with the card.
    """

    guide = "after"

    back_requested = Signal()
    new_requested = Signal()
    bring_requested = Signal()
    change_requested = Signal(str)
    share_requested = Signal(str)

    def __init__(
        self, experiments: Experiments, lessons: LessonLibrary, bridge: Bridge, *, back: str
    ) -> None:
        super().__init__()
        self.title = _("What worked")
        self._experiments, self._lessons, self._bridge = experiments, lessons, bridge
        self._gone: Experiment | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        self._column = QVBoxLayout(page)
        margins(self._column)
        self._column.addWidget(self._heading(back))
        self.search = SearchField(_("Search the cards"))
        self.search.changed.connect(lambda _text: self._read())
        self._column.addWidget(self.search)
        self._undo = QVBoxLayout()
        self._column.addLayout(self._undo)
        self._list = QVBoxLayout()
        self._column.addLayout(self._list)
        self._column.addStretch(1)
        whole.addWidget(Scroller(page))
        self._read()

    def _heading(self, back: str) -> Heading:
        self._new = Button(_("Write a card"), "primary", icon="square-pen")
        self._new.clicked.connect(self.new_requested)
        bring = Button(_("Take in a card file"), icon="download")
        bring.clicked.connect(self.bring_requested)
        heading = Heading(
            self.title,
            _("What trainers tried, what happened, and what they would do again."),
            [bring, self._new],
            back=back,
        )
        heading.back_requested.connect(self.back_requested)
        return heading

    def news(self, changed: frozenset[str]) -> None:
        if "experiments" in changed:
            self._read()

    def remember(self) -> str:
        return self.search.value()

    def recall(self, memory: str) -> None:
        self.search.set_value(memory)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._new, lambda: self._new.setFocus(Qt.FocusReason.OtherFocusReason))

    def _read(self) -> None:
        clear(self._list)
        clear(self._undo)
        if self._gone is not None:
            self._undo.addWidget(self._undoing(self._gone))
        cards = self._experiments.all()
        self.search.setVisible(bool(cards))
        typed = self.search.value()
        found = [card for card in cards if is_found(card, typed, self._title(card))]
        if not cards:
            self._list.addWidget(_nothing_yet())
        elif not found:
            self._list.addWidget(Text(_("No card has these words."), "body", colour="muted"))
        else:
            grid = FlowGrid(440, 16, most=2)
            grid.add(*map(self._card, found))
            self._list.addWidget(grid)

    def _title(self, card: Experiment) -> str:
        return lesson_title(self._lessons, card.lesson) if card.lesson else ""

    def _card(self, card: Experiment) -> ExperimentCard:
        shown = ExperimentCard(card, self._title(card))
        shown.change_requested.connect(partial(self.change_requested.emit, card.id))
        shown.share_requested.connect(partial(self.share_requested.emit, card.id))
        shown.remove_requested.connect(partial(self._remove, card))
        return shown

    def _undoing(self, card: Experiment) -> Notice:
        button = Button(_("Undo"), icon="undo-2")
        button.clicked.connect(lambda: self._put_back(card))
        words = _("“{name}” is no longer on the list.").format(name=isolate(card.title))
        return Notice(words, "plain", icon="trash-2", button=button)

    def _remove(self, card: Experiment) -> None:
        self._gone = card
        self._run(lambda: self._experiments.remove(card.id))

    def _put_back(self, card: Experiment) -> None:
        self._gone = None
        self._run(lambda: self._experiments.put_back(card.id))

    def _run(self, action: Callable[[], object]) -> None:
        self._bridge.run(action, "experiments")
        self._read()


def _nothing_yet() -> EmptyState:
    words = _(
        "After a session, write in three lines what you tried. Next time somebody else need not "
        "find it out again."
    )
    return EmptyState(
        places.assets() / "scenes" / "empty-sessions.svg",
        _("A calendar and a clock"),
        words,
        title=_("No card yet"),
    )
