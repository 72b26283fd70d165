"""What a trainer reads about a lesson besides its own words."""

from __future__ import annotations

from trainer_app.domain.lessons import Competence, Lesson, LessonWords, Own, Title
from trainer_app.i18n import _, isolate, ngettext, pgettext
from trainer_app.i18n.formats import number
from trainer_app.ui.theme import Tone

_BY_MACHINE = "by machine"
"""Stands under `by` of translations that nobody wrote: a volunteer’s are not called so."""


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
    if not words.translated or _BY_MACHINE not in words.by:
        return _("Draft, not yet reviewed"), "pencil", "warn"
    return _("Translated by machine, not yet reviewed"), "pencil", "warn"


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
        level=_levels()[competence.level],
    )


def _levels() -> dict[str, str]:
    return {
        "basic": pgettext("level", "basic"),
        "intermediate": pgettext("level", "intermediate"),
        "advanced": pgettext("level", "advanced"),
        "highly-advanced": pgettext("level", "highly advanced"),
    }


def competence_titles() -> dict[str, str]:
    """The titles of the competences of DigComp 3.0, by code."""
    return {
        "1.1": _("Browsing, searching and filtering information"),
        "1.2": _("Evaluating information"),
        "1.3": _("Managing information"),
        "2.1": _("Interacting through and with digital technologies"),
        "2.2": _("Sharing through digital technologies"),
        "2.3": _("Engaging in citizenship through digital technologies"),
        "2.4": _("Collaborating through digital technologies"),
        "2.5": _("Digital behaviour"),
        "2.6": _("Managing digital identity"),
        "3.1": _("Developing digital content"),
        "3.2": _("Integrating and re-elaborating digital content"),
        "3.3": _("Copyright and licences"),
        "3.4": _("Computational thinking and programming"),
        "4.1": _("Protecting devices"),
        "4.2": _("Protecting personal data and privacy"),
        "4.3": _("Supporting wellbeing"),
        "4.4": _("Environmental impacts of digital technologies"),
        "5.1": _("Identifying and solving technical problems"),
        "5.2": _("Identifying needs and digital technological responses"),
        "5.3": _("Identifying creative solutions using digital technologies"),
        "5.4": _("Identifying and addressing digital competence needs"),
    }
