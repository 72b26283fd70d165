"""The card to take home, with the words to know beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
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
    home = Card(Text(_("Take this home"), "title", "bold"), pad=24)
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
    return Halves(at_the_top(home), side)


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
