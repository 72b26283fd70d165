"""What a check found, in plain words: what it is, what to do, and what it does to the claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer_app.domain.funding.findings import Effect, Weight
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.funding.check_words_of_people import Said, of_people
from trainer_app.ui.funding.check_words_of_sessions import of_sessions


@dataclass(frozen=True, slots=True)
class GroupWords:
    """All findings of one code together: `title` says what, `advice` what to do."""

    title: str
    advice: str
    effect: str


def weight_words(weight: Weight) -> tuple[str, str]:
    """The title of a group of findings, and a line under it."""
    of: Mapping[Weight, tuple[str, str]] = {
        "mend": (_("First mend this"), _("The claim would be wrong, or could be refused.")),
        "look": (_("Look whether this is right"), _("It may well be. You know best.")),
        "hint": (_("Good to know"), _("The claim can be made with it.")),
    }
    return of[weight]


def effect_words(effect: Effect) -> str:
    """What a finding does to the claim."""
    of: Mapping[Effect, str] = {
        "missing": _("Hours are missing from the claim."),
        "refused": _("The funder may refuse it."),
        "twice": _("Something may be counted twice."),
        "not-counted": _("It is in none of the figures."),
        "not-told": _(
            "It counts in people and hours, and is missing from the funder’s own figures."
        ),
        "uncertain": _("The figures may still change."),
        "none": _("The figures stay as they are."),
    }
    return of[effect]


def group_words(code: str, effect: Effect, count: int) -> GroupWords:
    """The words for `count` findings of one code. Raises KeyError for one without words: a bug."""
    title, advice = (_of_project() | of_people() | of_sessions())[code](count)
    return GroupWords(title.format(count=number(count)), advice, effect_words(effect))


def count_words(count: int) -> str:
    """How many things were found."""
    words = ngettext("{count} thing to look at", "{count} things to look at", count)
    return words.format(count=number(count))


def _of_project() -> dict[str, Said]:
    return {
        "shared-course": lambda count: (
            ngettext(
                "{count} course belongs to another project too",
                "{count} courses belong to other projects too",
                count,
            ),
            _("The same hours may be claimed for one project only. Agree on which one it is."),
        ),
        "overlapping-claim": lambda count: (
            ngettext(
                "{count} claim was made for some of these days already",
                "{count} claims were made for some of these days already",
                count,
            ),
            _("Choose other days, or tell the funder that this claim takes the place of that one."),
        ),
        "damaged-claim": lambda count: (
            ngettext(
                "{count} earlier claim cannot be read, or was altered",
                "{count} earlier claims cannot be read, or were altered",
                count,
            ),
            _("Look at the copy that the funder has. This laptop’s copy proves nothing."),
        ),
        "period-outside": lambda _count: (
            _("These days go beyond the days of the project"),
            _("Choose other days, or correct the days of the project."),
        ),
        "wrong-sum": lambda count: (
            ngettext(
                "In {count} figure, women, men and non-binary people are fewer than the total",
                "In {count} figures, women, men and non-binary people are fewer than the total",
                count,
            ),
            _("Of some people nobody wrote down the gender. Ask them, if they like to say it."),
        ),
        "sealed": lambda count: (
            ngettext(
                "In {count} set there are answers that you cannot open",
                "In {count} sets there are answers that you cannot open",
                count,
            ),
            _("Let a trainer make the claim who was in the centre when they were given."),
        ),
        "unknown-set": lambda count: (
            ngettext(
                "{count} set of figures is not on this laptop",
                "{count} sets of figures are not on this laptop",
                count,
            ),
            _("Add the file of the set again, or take it out of the project."),
        ),
        "nobody": lambda _count: (
            _("Nobody has taken part in these days"),
            _("Choose other days, or see whether the courses name this project."),
        ),
    }
