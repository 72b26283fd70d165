"""What a trainer reads about a lesson besides its own words."""

from __future__ import annotations

from trainer_app.domain.lessons import Competence, Lesson, LessonWords, Own, Title
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.competence_words import competence_titles, levels
from trainer_app.ui.theme import Tone


def minutes_words(lesson: Lesson) -> str:
    """How long the lesson takes, whole and in its short form."""
    whole = ngettext("{minutes} minute", "{minutes} minutes", lesson.minutes)
    short = ngettext("Short form: {minutes} minute", "Short form: {minutes} minutes",
                     lesson.core_minutes)  # fmt: skip
    return "\n".join(
        (
            whole.format(minutes=number(lesson.minutes)),
            short.format(minutes=number(lesson.core_minutes)),
        )
    )


def review_words(words: LessonWords | Title) -> tuple[str, str, Tone]:
    """How far people have looked the words over: the words, an icon and a tone."""
    if words.review == "reviewed":
        return _("Reviewed by a reader"), "badge-check", "ok"
    if words.machine_only:
        return _("Translated by machine, not yet reviewed"), "pencil", "warn"
    return _("Draft, not yet reviewed"), "pencil", "warn"


def own_words(own: Own) -> str:
    """Whose lesson it is that the program did not bring along."""
    if not own.author:
        return _("Our own lesson")
    return _("Our own lesson, by {name}").format(name=isolate(own.author))


def competence_words(competence: Competence) -> str:
    """A competence with its code and level, such as "4.1 Protecting devices (basic)"."""
    return _("{code} {title} ({level})").format(
        code=isolate(competence.code),
        title=competence_titles()[competence.code],
        level=levels()[competence.level],
    )
