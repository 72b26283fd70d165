"""What lessons are called and what they teach, in the language of the screen if they have it."""

from __future__ import annotations

from collections.abc import Mapping

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import MissingLanguage, UnknownThing, UnreadableLesson
from trainer_app.domain.lessons import SOURCE_LANGUAGE
from trainer_app.i18n import current


def lesson_titles(lessons: LessonLibrary) -> Mapping[str, str]:
    """The title of every lesson, by id."""
    titles = lessons.titles(current().code)
    return {lesson: title for lesson, (title, _language) in titles.items()}


def abilities(lessons: LessonLibrary, lesson_id: str) -> tuple[str, ...]:
    """The "I can …" sentences of a lesson; none where it is no longer here or has no words."""
    for language in dict.fromkeys((current().code, SOURCE_LANGUAGE)):
        try:
            return tuple(lessons.words(lesson_id, language).abilities.values())
        except (UnknownThing, MissingLanguage, UnreadableLesson):
            # A lesson may be removed, or be in another language only; the figure stays.
            continue
    return ()
