"""A question for the whole class over a learner's page: tap an answer, then see which is right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.blocks import plain
from trainer_app.domain.lessons import Question, QuestionWords
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.heading import clear
from trainer_app.ui.learner.learner_page import LARGE_LETTERS, foot_row
from trainer_app.ui.learner.overlays import Cover
from trainer_app.ui.theme import Size, Tone, current
from trainer_app.ui.widgets import (
    Button,
    ChoiceButton,
    FlowGrid,
    IconButton,
    Notice,
    SegmentField,
    SvgPicture,
    Text,
)
from trainer_app.ui.widgets.flow import bring_into_sight

MOST_GUESTS = 5
_PICTURE, _SMALL_PICTURE = 300, 130
_TILE = 96


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as this laptop can show it. `picture` is its file."""

    question: Question
    words: QuestionWords
    picture: Path


class VoteCover(Cover):
    """One answer for the laptop, which may be changed until the right one is shown.

    `people` sit here; 0: guests, who say how many they are. `answer`: the one they gave before.
    It lies over the page, so that whoever was in the middle of something is there again after it.
    Signals: `chosen(str, int)` with the answer and how many people give it; `left`: they do not
    want to answer, or have read the reason; `read_requested` (aloud), `trainer_requested`.
    """

    chosen = Signal(str, int)
    left = Signal()
    read_requested = Signal()
    trainer_requested = Signal()

    def __init__(
        self,
        asked: Asked,
        people: int,
        *,
        can_read: bool = False,
        answer: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._asked, self._people = asked, people or 1
        self._answer = ""
        self._right = ""
        self.setAccessibleName(_("A question for everyone"))
        self.choices: dict[str, ChoiceButton] = {}
        self.column.addWidget(Text(_("A question for everyone"), "body", colour="muted"))
        self.column.addLayout(self._head())
        self.column.addWidget(self._tiles())
        self._said = QVBoxLayout()
        self.column.addLayout(self._said)
        self._many = None if people else self._how_many()
        if self._many is not None:
            self.column.addWidget(self._many)
        self.column.addStretch(1)
        self._leave = Button(_("Not now"), "quiet")
        self._leave.clicked.connect(self.left)
        trainer = Button(_("Trainer"), "quiet", icon="lock", size="small")
        trainer.clicked.connect(self.trainer_requested)
        foot = foot_row([self._leave], [trainer])
        if can_read:
            read = IconButton("volume-2", _("Read aloud"), under=False)
            read.clicked.connect(self.read_requested)
            foot.insertWidget(1, read)
        self.column.addLayout(foot)
        if answer:
            self._show_answer(answer)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current().space(24))
        roomy = current().scale <= LARGE_LETTERS
        most = _PICTURE if roomy else _SMALL_PICTURE
        picture = SvgPicture(self._asked.picture, self._asked.words.alt, most=most)
        row.addWidget(picture, 2, Qt.AlignmentFlag.AlignTop)
        size: Size = "headline" if roomy else "large"
        row.addWidget(Text(self._asked.words.text, size, "bold"), 3)
        return row

    def _tiles(self) -> QWidget:
        three = len(self._asked.question.choices) == 3
        tiles = FlowGrid(380, 12, most=3 if three else 2)
        for choice in self._asked.question.choices:
            button = _Tile(self._asked.words.choice(choice).line)
            button.clicked.connect(lambda _=False, choice=choice: self._choose(choice))
            self.choices[choice] = button
            tiles.add(button)
        return tiles

    def _how_many(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(12))
        options = [(str(count), number(count), "user") for count in range(1, MOST_GUESTS + 1)]
        self._count = SegmentField(_("How many are you?"), options, "1")
        self._count.changed.connect(self._counted)
        row.addWidget(Text(_("How many are you?"), "body", "semibold", tight=True))
        row.addWidget(self._count, 1)
        return whole

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        next(iter(self.choices.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(". ".join((_("A question for everyone"), self._asked.words.text)))

    # Answering
    def _choose(self, choice: str) -> None:
        if not self._right:
            self._show_answer(choice)
            self.chosen.emit(choice, self._people)

    def _show_answer(self, choice: str) -> None:
        self._answer = choice
        for each, button in self.choices.items():
            mine = each == choice
            button.set_state("chosen" if mine else "idle", _("Your answer") if mine else "")
        words = ngettext(
            "Your answer is in. You can change it until it is shown which one is right.",
            "Your answer is in. You can change it until it is shown which one is right.",
            self._people,
        )
        self._say(words, "check")

    def _counted(self, count: str) -> None:
        self._people = int(count)
        if self._answer and not self._right:
            self.chosen.emit(self._answer, self._people)

    def reveal(self, right: str) -> None:
        """Show which answer is right, and why; what was chosen is never crossed out."""
        if self._right:
            return
        self._right = right
        for each, button in self.choices.items():
            if each == right:
                button.set_state("right", _("Right"))
            elif each == self._answer:
                button.set_state("chosen", _("Your answer"))
            button.setEnabled(False)
        if self._many is not None:
            self._many.hide()
        read = self._answer or right
        why = plain(self._asked.words.choice(read).why)
        if read == right:
            self._say(why, "circle-check")
        else:
            best = plain(self._asked.words.choice(right).why)
            self._say(f"{why}\n{best}", "lightbulb")
        self._leave.role = "primary"
        self._leave.set_word(_("Go on"), "arrow-right")
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str, icon: str) -> None:
        clear(self._said)
        tone: Tone = "ok" if icon == "circle-check" else "primary"
        notice = Notice(words, tone, icon=icon)
        self._said.addWidget(notice)
        self.announce(words)
        # With large letters it lies below what is in sight.
        QTimer.singleShot(0, notice, lambda: bring_into_sight(notice))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(self.choices):
            self._choose(list(self.choices)[place])
        event.accept()


class _Tile(ChoiceButton):
    """An answer as high as its neighbours, and high enough to be hit by an unsure hand."""

    fills = True

    def heightForWidth(self, width: int) -> int:
        return max(current().px(_TILE), super().heightForWidth(width))
