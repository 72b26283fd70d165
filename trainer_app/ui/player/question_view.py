"""One question: choose, read why, and try again until it is right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.blocks import plain
from trainer_app.domain.lessons import Lesson, Question, QuestionWords
from trainer_app.i18n import _
from trainer_app.ui.player.halves import Halves
from trainer_app.ui.player.page_room import PageRoom
from trainer_app.ui.player.page_view import at_the_top, picture_height
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import ChoiceButton, Notice, SvgPicture, Text
from trainer_app.ui.widgets.flow import bring_into_sight


class QuestionView(QWidget):
    """A picture, a question and its answers. It marks nothing itself: `show_tried` says what came.

    Signals: chosen(str) with the id of a choice not tried before.
    """

    chosen = Signal(str)

    def __init__(
        self,
        lesson: Lesson,
        question: Question,
        words: QuestionWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question, self._words = question, words
        self._tried: tuple[str, ...] = ()
        self.choices: dict[str, ChoiceButton] = {}
        theme = current()
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(10))
        column.addWidget(Text(words.text, "large", "bold"))
        for choice in question.choices:
            button = ChoiceButton(words.choice(choice).line)
            button.clicked.connect(lambda _=False, choice=choice: self.choose(choice))
            self.choices[choice] = button
            column.addWidget(button)
        self._why = Notice("", "ok", icon="circle-check")
        self._why_not = Notice("", "warn", icon="undo-2", title=_("Not yet. Try again."))
        for notice in (self._why, self._why_not):
            notice.hide()
            column.addWidget(notice)
        column.addStretch(1)
        picture = SvgPicture(lesson.image(question.picture), words.alt, most=picture_height())
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(PageRoom(Halves(at_the_top(picture), side, words_first=True)))

    def choose(self, choice: str) -> None:
        """Choose, unless the question is answered or this was tried before."""
        if self._question.right not in self._tried and choice not in self._tried:
            self.chosen.emit(choice)

    def choose_by_place(self, place: int) -> None:
        """Choose by place from 0, as with the keys 1 to 3; nothing where there is none."""
        if place < len(self._question.choices):
            self.choose(self._question.choices[place])

    def show_tried(self, tried: Sequence[str], *, aloud: bool = False) -> None:
        """Show what came of the choices so far; `aloud` brings the last why into sight."""
        self._tried = tuple(tried)
        right = self._question.right
        for choice, button in self.choices.items():
            if choice in self._tried:
                state, said = ("right", _("Right")) if choice == right else ("wrong", _("Not this"))
                button.set_state("right" if state == "right" else "wrong", said)
            elif right in self._tried:
                button.setEnabled(False)
        if not self._tried:
            return
        last = self._tried[-1] if right not in self._tried else right
        shown, hidden = (self._why, self._why_not) if last == right else (self._why_not, self._why)
        why = plain(self._words.choice(last).why)
        shown.set_words(why)
        hidden.hide()
        shown.show()
        if aloud:
            # With large text the reason lies below what is in sight.
            QTimer.singleShot(0, shown, lambda: bring_into_sight(shown))

    def focus_first(self) -> None:
        """Give the keyboard to the first answer that can still be chosen."""
        for choice, button in self.choices.items():
            if choice not in self._tried:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
