"""What the live board says of one person, in short words."""

from __future__ import annotations

from collections.abc import Mapping

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import MissingLanguage, UnknownThing, UnreadableLesson
from trainer_app.i18n import _, current, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.watching import BoardRow
from trainer_app.ui.theme import Tone
from trainer_app.ui.workshop.attendance_words import mark_words


def need_words(row: BoardRow) -> tuple[str, str, Tone] | None:
    """Why to walk over: the words, an icon and a tone; None when all is well."""
    match row.need:
        case "hand":
            return _("Asks for help"), "hand", "accent"
        case "wrong":
            return _("Stuck on a question"), "circle-help", "warn"
        case "still":
            minutes = (row.seconds_still or 0) // 60
            words = ngettext("Quiet for {minutes} minute", "Quiet for {minutes} minutes", minutes)
            return words.format(minutes=number(minutes)), "hourglass", "plain"
        case _:
            return None


def here_words(row: BoardRow, since: str) -> str:
    """How a person is marked, or since when a newcomer sits here."""
    if row.mark is not None:
        return mark_words(row.mark.status, row.mark.late, row.mark.early)
    return _("Here since {time}").format(time=since)


def lesson_title(lessons: LessonLibrary, lesson_id: str) -> str:
    """A lesson's title in the language in use, or the nearest there is."""
    title, _language = lessons.titles(current().code).get(lesson_id, (lesson_id, ""))
    return title


def page_words(row: BoardRow) -> str:
    """Which page of the lesson is open."""
    if not row.pages:
        return _("Practice: goal {done} of {total}").format(
            done=number(row.goals_met), total=number(row.goals)
        )
    if row.page > row.pages:
        return _("Questions at the end")
    return _("Page {page} of {pages}").format(page=number(row.page), pages=number(row.pages))


def ability_sentences(lessons: LessonLibrary, lesson_id: str) -> Mapping[str, str]:
    """The "I can …" sentences of a lesson by objective, in the language in use or the nearest.

    Nothing where they cannot be read, as of a lesson that is its practice alone.
    """
    _title, language = lessons.titles(current().code).get(lesson_id, (lesson_id, ""))
    try:
        return lessons.words(lesson_id, language).abilities
    except (MissingLanguage, UnknownThing, UnreadableLesson):
        return {}
