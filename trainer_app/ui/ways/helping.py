"""The ways of help near the centre: the trainer's list, into lessons, and onto paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer_app.domain.blocks import sections
from trainer_app.domain.errors import MissingLanguage, UnknownThing, UnreadableLesson
from trainer_app.domain.helping import HELP_LESSON, Directory, HelpPlace
from trainer_app.domain.lessons import LessonWords
from trainer_app.i18n import _, current, in_language, isolate, speaks
from trainer_app.ui.help_words import language_names, reach_words, topic_name
from trainer_app.ui.page import Page
from trainer_app.ui.workshop.helping import HelpPage

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow
    from trainer_app.ui.printing import HelpCard, HelpEntry


class HelpingWays:
    """The help directory, for trainers to fill in and for learners to find in lessons."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def directory(self) -> Directory:
        """The places by topic; none while the centre is locked."""
        desk = self._window.desk
        return {} if desk is None else desk.helping.directory()

    def from_lessons(self) -> None:
        """The trainer's list; back leads to the lessons."""
        self._show("lessons")

    def from_settings(self) -> None:
        """The trainer's list; back leads to the settings."""
        self._show("settings")

    def _show(self, place: str) -> None:
        window = self._window

        def build() -> Page:
            assert window.desk is not None
            back = _("Lessons") if place == "lessons" else _("Settings")
            page = HelpPage(window.desk.helping, window.bridge, current().code, back=back)
            page.back_requested.connect(
                window.teaching.lessons if place == "lessons" else window.trainer.settings
            )
            page.card_requested.connect(
                lambda language, pocket: self.print_card(HELP_LESSON, language, pocket=pocket)
            )
            return page

        window.trainer.show(place, build)

    def print_card(self, lesson_id: str, language: str, *, pocket: bool = False) -> None:
        """A lesson's card with the directory under it, in any language that it has."""
        self._window.papers.help_card(self.card(lesson_id, language), pocket=pocket)

    def card(self, lesson_id: str, language: str) -> HelpCard:
        """What stands on that card."""
        with in_language(language if speaks(language) else current().code):
            return self._card(self._words(lesson_id, language), language)

    def _words(self, lesson_id: str, language: str) -> LessonWords | None:
        """The words of a lesson; None while it has none in that language."""
        try:
            return self._window.lessons.words(lesson_id, language)
        except (UnknownThing, MissingLanguage, UnreadableLesson):
            return None

    def _card(self, words: LessonWords | None, language: str) -> HelpCard:
        from trainer_app.ui.printing import HelpCard

        window = self._window
        groups = [
            (topic_name(topic), [_entry(place) for place in places])
            for topic, places in self.directory().items()
        ]
        centre = window.door.centre_name() if window.desk is not None else ""
        if words is None:
            return HelpCard(_("I can ask for help"), language, groups=groups, centre=centre)
        return HelpCard(
            title=words.title,
            language=language,
            say=words.card.say,
            sounds=self._sounds(words),
            parts=tuple(sections(words.card.blocks)),
            groups=groups,
            centre=centre,
        )

    def _sounds(self, words: LessonWords) -> list[tuple[str, str]]:
        """The sentence in each other language of the lesson, and how it sounds."""
        found = []
        for language, sound in words.card.sounds.items():
            other = self._words(words.lesson, language)
            if other is not None and language != words.language:
                found.append((isolate(other.card.say), sound))
        return found


def _entry(place: HelpPlace) -> HelpEntry:
    from trainer_app.ui.printing import HelpEntry

    address = place.address if place.phone else ""
    texts = (language_names(place), address, place.hours, place.note)
    lines = [words for words in texts if words]
    return HelpEntry(place.name, reach_words(place), tuple(lines))
