"""How was it today? Two questions with three faces, over the page, for each who sits here."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.feelings import FACES, QUESTIONS, Question
from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.feeling_words import face_words, question_words
from trainer_app.ui.heading import clear
from trainer_app.ui.learner.learner_page import LARGE_LETTERS, foot_row
from trainer_app.ui.learner.overlays import Cover
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, FlowGrid, IconButton, SmileButton, Text

_REST_MS = 400


class FeelingsCover(Cover):
    """Asks each of `people` (how many there are) both questions, one tap each.

    Nothing says whose turn it is: they pass the mouse on as they like. Signals: given(str
    question, int face), finished, read_requested(QWidget) with what is to be read aloud.
    """

    given = Signal(str, int)
    finished = Signal()
    read_requested = Signal(object)

    def __init__(
        self, people: int, *, can_read: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._people, self._can_read = people, can_read
        self._turns = [(turn, question) for turn in range(people) for question in QUESTIONS]
        self._at = 0
        # Who clicks twice would answer the next question, too.
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self.faces: list[SmileButton] = []
        self._show_question()

    @property
    def question(self) -> Question:
        """What is asked now."""
        return self._turns[self._at][1]

    @property
    def rests(self) -> bool:
        """Whether a question has only just come, so that nothing is taken yet."""
        return self._rest.isActive()

    def answer(self, face: int) -> None:
        """Take an answer, and ask what comes next."""
        if self.rests:
            return
        self.given.emit(self.question, face)
        self._go_on(1)

    def skip(self) -> None:
        """Whoever has the mouse does not want to say; the next one is asked."""
        if self.rests:
            return
        turn = self._turns[self._at][0]
        self._go_on(sum(each[0] == turn for each in self._turns[self._at :]))

    def _go_on(self, by: int) -> None:
        self._at += by
        if self._at >= len(self._turns):
            self.finished.emit()
            return
        self._rest.start()
        self._show_question()
        self._take_keyboard()

    def _show_question(self) -> None:
        clear(self.column)
        words = question_words(self.question)
        self.setAccessibleName(words)
        self.column.addStretch(1)
        large = current().scale > LARGE_LETTERS
        self._title = Text(words, "title" if large else "display", "bold", align="center")
        self.column.addWidget(self._title)
        if self._people > 1:
            turn = _("{number} of {people}: each of you answers once.").format(
                number=number(self._turns[self._at][0] + 1), people=number(self._people)
            )
            self.column.addWidget(Text(turn, "body", "semibold", align="center", tight=True))
        self.column.addWidget(self._row(large))
        kept = _("No name is kept. Your trainer sees only numbers.")
        self.column.addWidget(Text(kept, "body", colour="muted", align="center", tight=True))
        self.column.addStretch(1)
        self.column.addLayout(self._foot())

    def _row(self, large: bool) -> QWidget:
        row = FlowGrid(200, 18, most=3)
        self.faces = []
        for face in FACES:
            words = face_words(self.question, face)
            button = SmileButton(face, words, size=76 if large else 150)
            button.clicked.connect(lambda _=False, face=face: self.answer(face))
            self.faces.append(button)
        row.add(*self.faces)
        row.setMaximumWidth(current().px(980))
        whole = QWidget()
        whole.setProperty("ground", "none")
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(row, 20)
        across.addStretch(1)
        return whole

    def _foot(self) -> QHBoxLayout:
        skip = Button(_("I do not want to say"), "quiet", icon="arrow-right", icon_last=True)
        skip.clicked.connect(self.skip)
        foot = foot_row([], [skip])
        if self._can_read:
            read = IconButton("volume-2", _("Read aloud"), under=False, show_word=True)
            read.clicked.connect(lambda: self.read_requested.emit(self))
            foot.insertWidget(0, read)
        return foot

    def _take_keyboard(self) -> None:
        self.faces[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(self.accessibleName())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_keyboard()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Whoever lays a cover gives the keyboard to the whole of it.
        super().focusInEvent(event)
        self.faces[0].setFocus(Qt.FocusReason.OtherFocusReason)
