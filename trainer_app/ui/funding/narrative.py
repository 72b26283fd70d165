"""Counted sentences for a report: each says one figure, and nothing that is not counted."""

from __future__ import annotations

from decimal import Decimal

from trainer_app.domain.funding.counts import Counts
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.funding.files import Ground

_ONLY_IF_ANY = frozenset(
    {"women", "men", "nonbinary", "unknown", "left", "erased", "below", "nameless"}
)
_ADD_UP = frozenset({"sessions", "courses", "attendances", "hours", "lessons", "nameless"})
"""Figures of parts that add up to those of the whole: published, a hidden part could be found."""


def sentences(ground: Ground) -> list[tuple[str, object, str]]:
    """Each figure with its name, its value and a sentence; without those that must be hidden."""
    counts, hidden = ground.counts, ground.hidden_counts
    if ground.order.published:
        hidden = hidden | _ADD_UP
    names = _names()
    lines: list[tuple[str, object, str]] = []
    for key, text in (_people(counts) | _times(counts) | _learned(counts) | _apart(counts)).items():
        value = getattr(counts, key)
        if key in hidden or (key in _ONLY_IF_ANY and not value):
            continue
        said = number(value, 2) if isinstance(value, Decimal) else number(value)
        lines.append((names[key], Decimal(value), text.format(count=said)))
    return lines


def _names() -> dict[str, str]:
    return {
        "people": _("People"),
        "women": _("Women"),
        "men": _("Men"),
        "nonbinary": _("Non-binary"),
        "unknown": _("Gender not known"),
        "newcomers": _("New people"),
        "again": _("People who came again"),
        "sessions": _("Sessions"),
        "courses": _("Courses"),
        "attendances": _("Attendances"),
        "hours": _("Participant-hours"),
        "passed": _("People who passed a lesson"),
        "lessons": _("Lessons passed"),
        "completed": _("People who completed a course"),
        "left": _("People who left"),
        "erased": _("Erased people"),
        "below": _("People who were there too short to count"),
        "nameless": _("People without a name"),
    }


def _people(counts: Counts) -> dict[str, str]:
    people, new, again = counts.people, counts.newcomers, counts.again
    women, men, other, unknown = counts.women, counts.men, counts.nonbinary, counts.unknown
    return {
        "people": ngettext("{count} person took part.", "{count} people took part.", people),
        "women": ngettext("{count} of them is a woman.", "{count} of them are women.", women),
        "men": ngettext("{count} of them is a man.", "{count} of them are men.", men),
        "nonbinary": ngettext(
            "{count} of them is non-binary.", "{count} of them are non-binary.", other
        ),
        "unknown": ngettext(
            "The gender of {count} person is not known.",
            "The gender of {count} people is not known.",
            unknown,
        ),
        "newcomers": ngettext(
            "{count} person came for the first time in this period.",
            "{count} people came for the first time in this period.",
            new,
        ),
        "again": ngettext(
            "{count} person came more than once.", "{count} people came more than once.", again
        ),
    }


def _times(counts: Counts) -> dict[str, str]:
    return {
        "sessions": ngettext(
            "People came to {count} session.", "People came to {count} sessions.", counts.sessions
        ),
        "courses": ngettext(
            "There was {count} course.", "There were {count} courses.", counts.courses
        ),
        "attendances": ngettext(
            "Counted together, people were there {count} time.",
            "Counted together, people were there {count} times.",
            counts.attendances,
        ),
        "hours": _("That makes {count} participant-hours."),
    }


def _learned(counts: Counts) -> dict[str, str]:
    return {
        "passed": ngettext(
            "{count} person passed at least one lesson.",
            "{count} people passed at least one lesson.",
            counts.passed,
        ),
        "lessons": ngettext(
            "Counted together, {count} lesson was passed.",
            "Counted together, {count} lessons were passed.",
            counts.lessons,
        ),
        "completed": ngettext(
            "{count} person completed a course.",
            "{count} people completed a course.",
            counts.completed,
        ),
        "left": ngettext(
            "{count} person has left the project.",
            "{count} people have left the project.",
            counts.left,
        ),
    }


def _apart(counts: Counts) -> dict[str, str]:
    return {
        "erased": ngettext(
            "{count} person asked to be erased. Only the count is kept.",
            "{count} people asked to be erased. Only the counts are kept.",
            counts.erased,
        ),
        "below": ngettext(
            "{count} more person was there too short to count.",
            "{count} more people were there too short to count.",
            counts.below,
        ),
        "nameless": ngettext(
            "{count} more person gave no name and is not counted above.",
            "{count} more people gave no name and are not counted above.",
            counts.nameless,
        ),
    }
