"""From an award to its certificate."""

from __future__ import annotations

from trainer_app.content.library import LessonLibrary
from trainer_app.exports.badge import read
from trainer_app.services.funding.awarding import Earned
from trainer_app.ui.award_words import abilities, award_name, language_of
from trainer_app.ui.printing.certificate import Certificate
from trainer_app.ui.printing.partners import Backing, backing_of


def certificate_of(earned: Earned, lessons: LessonLibrary) -> Certificate:
    """The page of one award, in the language of who gets it."""
    language = language_of(earned.person)
    course = earned.course
    return Certificate(
        name=earned.person.label,
        what=award_name(earned.award, course.title if course else "", lessons, language),
        language=language,
        on=earned.award.on,
        centre=earned.centre,
        trainer=earned.trainer,
        is_lesson=earned.award.lesson is not None,
        hours=earned.hours,
        sessions=earned.attendances,
        abilities=abilities(lessons, earned.passed, language),
        backing=backing_of(earned.project, earned.partners) if earned.project else Backing(),
        badge=_badge_id(earned.award.credential),
    )


def _badge_id(credential: str | None) -> str:
    """The id that a badge carries; nothing where there is none to read."""
    if credential is None:
        return ""
    try:
        return read(credential, lambda *_signed: True).badge.id
    except ValueError:
        return ""
