"""The card to take home, with the words to know beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.blocks import Span
from trainer_app.domain.lessons import Lesson, LessonWords, WordToKnow
from trainer_app.i18n import _
from trainer_app.ui.player.halves import Halves
from trainer_app.ui.player.page_view import at_the_top
from trainer_app.ui.player.sentence import SentenceToSay
from trainer_app.ui.theme import Size, current
from trainer_app.ui.widgets import BlockView, Button, Card, Text

_SHARES = ((1, 1), (8, 7), (6, 5), (7, 8))


def card_view(
    lesson: Lesson,
    words: LessonWords,
    library: LessonLibrary,
    ask_for_paper: Callable[[], object] | None = None,
    spoken_here: str = "en",
) -> QWidget:
    """What to remember, what to do on one's own phone, a sentence to say, words to know.

    `ask_for_paper`: this card is a help card, which can be printed. `spoken_here`: the language in
    which the sentence is shown first beside one's own.
    """
    home = Card(Text(_("Take this home"), "title", "bold"), pad=20)
    home.add(BlockView(words.card.blocks, lesson.image))
    if ask_for_paper is not None:
        paper = Button(_("Print the help card"), icon="printer")
        paper.clicked.connect(ask_for_paper)
        home.body.addWidget(paper, 0, Qt.AlignmentFlag.AlignLeading)
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().space(6))
    column.addWidget(SentenceToSay(lesson, words, library, spoken_here))
    known = Card(Text(_("Words to know"), "large", "bold"), word_list(words.words), pad=16)
    column.addWidget(known)
    column.addStretch(1)
    return _Level(at_the_top(home), side)


class _Level(Halves):
    """Shares the width so that the higher of two cards is as low as it can be. Signals: none."""

    def __init__(self, first: QWidget, second: QWidget) -> None:
        super().__init__(first, second)
        self._both = first, second

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        if self.fit_side_by_side(width):
            self.share(min(_SHARES, key=lambda shares: self._height(width, shares)))

    def _height(self, width: int, shares: tuple[int, int]) -> int:
        second = self.width_of_second(width, shares)
        first = width - second - current().space(32)
        wide = zip(self._both, (first, second), strict=True)
        return max(one.heightForWidth(room) for one, room in wide)


def word_list(words: Sequence[WordToKnow], size: Size = "small") -> QWidget:
    """The words of a lesson with their plain meanings."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().space(4))
    for one in words:
        line = (Span(one.word, strong=True), Span(f" – {one.meaning}"))
        column.addWidget(Text(line, size, tight=True))
    return whole
