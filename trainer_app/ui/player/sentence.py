"""The sentence of a card to say aloud, and how it is said to people of another language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.lessons import Lesson, LessonWords
from trainer_app.i18n import _, own_name
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import ChoiceField, Icon, Panel, Text


class SentenceToSay(Panel):
    """One's own sentence, and under it the same in one other language with its sound spelled.

    `spoken_here` is the language of the place, which is shown first; the others can be chosen.
    """

    def __init__(
        self, lesson: Lesson, words: LessonWords, library: LessonLibrary, spoken_here: str = "en"
    ) -> None:
        super().__init__("primary_tint", None, pad=16)
        theme = current()
        self.body.setSpacing(theme.space(2))
        own = QHBoxLayout()
        own.setSpacing(theme.space(12))
        own.addWidget(Icon("megaphone", "primary_strong", 26), 0, Qt.AlignmentFlag.AlignTop)
        own.addWidget(Text(words.card.say, "body", "semibold", colour="primary_strong"), 1)
        self.body.addLayout(own)
        self._lesson, self._library = lesson, library
        self._sounds = _sounds(lesson, words)
        if not self._sounds:
            return
        first = next((one for one in (spoken_here, "en") if one in self._sounds), None)
        options = [(one, own_name(one)) for one in self._sounds]
        self.languages = ChoiceField(
            _("How it sounds in other languages"), options, first or options[0][0]
        )
        # The language's own name over its sentence says it all.
        self.languages.hide_label()
        self.languages.changed.connect(self._show)
        self._said = Text("", "body", "semibold", tight=True)
        self._sound = Text("", "body", tight=True)
        self.body.addWidget(self.languages)
        self.body.addWidget(self._said)
        self.body.addWidget(self._sound)
        self._show(self.languages.value() or "")

    def _show(self, language: str) -> None:
        self._said.set_words(self._library.words(self._lesson.id, language).card.say)
        # Its own letters and direction, and the voice that reads it.
        self._said.setProperty("language", language)
        self._sound.set_words(self._sounds[language])


def _sounds(lesson: Lesson, words: LessonWords) -> Mapping[str, str]:
    """How each other language of the lesson sounds, as far as it is spelled."""
    sounds = words.card.sounds
    others = (one for one in lesson.languages if one != words.language)
    return {one: sounds[one] for one in others if sounds.get(one)}
