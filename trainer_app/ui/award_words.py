"""What certificates and badges say, in the language of who gets them."""

from __future__ import annotations

from collections.abc import Sequence

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import MissingLanguage, UnknownThing, UnreadableLesson
from trainer_app.domain.funding.awards import Award, BadgeWords
from trainer_app.domain.funding.projects import Rules
from trainer_app.domain.lessons import SOURCE_LANGUAGE
from trainer_app.domain.people import Person
from trainer_app.i18n import LANGUAGES, _, current, in_language
from trainer_app.i18n.formats import percent
from trainer_app.services.funding.awarding import Saying


def language_of(person: Person) -> str:
    """The language that a person reads, where the program speaks it; else the one in use."""
    known = {each.code for each in LANGUAGES}
    return person.language if person.language in known else current().code


def lesson_name(lessons: LessonLibrary, lesson_id: str, language: str) -> str:
    """What a lesson is called; its id where it is no longer there."""
    return lessons.titles(language).get(lesson_id, (lesson_id, ""))[0]


def award_name(award: Award, course_title: str, lessons: LessonLibrary, language: str) -> str:
    """What an award is for."""
    return lesson_name(lessons, award.lesson, language) if award.lesson else course_title


def abilities(
    lessons: LessonLibrary, passed: Sequence[str], language: str
) -> tuple[tuple[str, ...], ...]:
    """What somebody can do after lessons: a group of sentences for each, in a language.

    A lesson without the language says it in English; one without sentences gives its title.
    """
    return tuple(_of_lesson(lessons, lesson_id, language) for lesson_id in passed)


def completion_words(rules: Rules, planned: bool, lesson: bool) -> str:
    """What "completed" means. `planned`: whether the course plans lessons; else sessions count."""
    if lesson:
        return _("Completed means: the questions of the lesson are passed.")
    if rules.completion == "lessons" and planned:
        return _("Completed means: every lesson of the course is passed.")
    share = percent(rules.completion_share)
    if rules.completion == "minutes":
        words = _("Completed means: there for at least {share} of the time.")
    else:
        words = _("Completed means: there in at least {share} of the sessions held.")
    return words.format(share=share)


def badge_saying(lessons: LessonLibrary, course_title: str, lesson: str | None) -> Saying:
    """The words of a badge for a course, or for one lesson (its id)."""

    def say(person: Person, passed: Sequence[str]) -> BadgeWords:
        language = language_of(person)
        with in_language(language):
            name = lesson_name(lessons, lesson, language) if lesson else course_title
            criteria = (
                _("Passed the questions of the lesson.")
                if lesson
                else _("Completed the course by the rules that its centre set beforehand.")
            )
        said = [line for group in abilities(lessons, passed, language) for line in group]
        return BadgeWords(language, name, " ".join(said) or name, criteria)

    return say


def _of_lesson(lessons: LessonLibrary, lesson_id: str, language: str) -> tuple[str, ...]:
    for each in dict.fromkeys((language, SOURCE_LANGUAGE)):
        try:
            said = lessons.words(lesson_id, each).abilities
            return tuple(said[one.id] for one in lessons.lesson(lesson_id).objectives)
        except (MissingLanguage, UnknownThing, UnreadableLesson, KeyError):
            continue
    return (lesson_name(lessons, lesson_id, language),)
