"""The card to take home, with the words to know beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.blocks import Span
from trainer_app.domain.lessons import Lesson, LessonWords, WordToKnow
from trainer_app.i18n import _, own_name
from trainer_app.ui.player.halves import Halves
from trainer_app.ui.player.page_view import at_the_top
from trainer_app.ui.theme import Size, current
from trainer_app.ui.widgets import BlockView, Button, Card, Icon, Panel, Text


def card_view(
    lesson: Lesson,
    words: LessonWords,
    library: LessonLibrary,
    ask_for_paper: Callable[[], object] | None = None,
) -> QWidget:
    """What to remember, what to do on one's own phone, a sentence to say, words to know.

    `ask_for_paper`: this card is a help card, which can be printed.
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
    column.addWidget(_to_say(lesson, words, library))
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


def _to_say(lesson: Lesson, words: LessonWords, library: LessonLibrary) -> QWidget:
    """The sentence to say aloud, and how it sounds in the other languages of the lesson."""
    theme = current()
    panel = Panel("primary_tint", None, pad=16)
    panel.body.setSpacing(theme.space(6))
    own = QHBoxLayout()
    own.setSpacing(theme.space(12))
    own.addWidget(Icon("megaphone", "primary_strong", 26), 0, Qt.AlignmentFlag.AlignTop)
    own.addWidget(Text(words.card.say, "body", "semibold", colour="primary_strong"), 1)
    panel.body.addLayout(own)
    for language in lesson.languages:
        sound = words.card.sounds.get(language)
        if sound and language != words.language:
            said = library.words(lesson.id, language).card.say
            panel.body.addLayout(_sounds(language, said, sound))
    return panel


def _sounds(language: str, said: str, sound: str) -> QHBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    in_its_language = Text(said, "small", "semibold", tight=True)
    in_its_language.setProperty("language", language)
    column.addWidget(in_its_language)
    column.addWidget(Text(sound, "small", tight=True))
    row = QHBoxLayout()
    row.setSpacing(current().space(12))
    name = Text(own_name(language), "small", colour="primary_strong", tight=True)
    name.setProperty("language", language)
    name.setFixedWidth(current().px(112))
    row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(column, 1)
    return row
