"""What a check found about people, in plain words."""

from __future__ import annotations

from collections.abc import Callable

from trainer_app.i18n import _, ngettext

Said = Callable[[int], tuple[str, str]]
"""From how many there are to what it is, and what to do."""


def of_people() -> dict[str, Said]:
    """The words of each code that is about people."""
    return _of_records() | _of_answers()


def _of_records() -> dict[str, Said]:
    return {
        "exit-before-entry": lambda count: (
            ngettext(
                "{count} person left before the first day",
                "{count} people left before their first day",
                count,
            ),
            _("Correct the day on which they left."),
        ),
        "came-after-exit": lambda count: (
            ngettext(
                "{count} person came again after the day of leaving",
                "{count} people came again after the day on which they left",
                count,
            ),
            _("Who came back has not left. Take the day of leaving out, or write a later one."),
        ),
        "impossible-age": lambda count: (
            ngettext(
                "{count} year of birth cannot be right",
                "{count} years of birth cannot be right",
                count,
            ),
            _("Correct the year of birth. It must fit the year of the first session."),
        ),
        "same-person": lambda count: (
            ngettext(
                "{count} pair of names may be one person",
                "{count} pairs of names may each be one person",
                count,
            ),
            _("Look at both. Join them if they are one, or say that they are two."),
        ),
        "in-two-places": lambda count: (
            ngettext(
                "{count} time somebody was in two sessions at once",
                "{count} times somebody was in two sessions at once",
                count,
            ),
            _("One of the two marks is a slip, or the time of a session is."),
        ),
        "register-incomplete": lambda count: (
            ngettext(
                "The register has gaps for {count} person",
                "The register has gaps for {count} people",
                count,
            ),
            _("Fill in gender and year of birth, if the person likes to say them."),
        ),
        "below-least": lambda count: (
            ngettext(
                "{count} person was there for less than the project asks",
                "{count} people were there for less than the project asks",
                count,
            ),
            _("Nothing to do. They count as soon as they have been there for long enough."),
        ),
    }


def _of_answers() -> dict[str, Said]:
    return {
        "incomplete": lambda count: (
            ngettext("{count} record is incomplete", "{count} records are incomplete", count),
            _("Ask what is missing. Until then the person is reported as incomplete."),
        ),
        "exit-overdue": lambda count: (
            ngettext(
                "{count} person left and was not asked in time",
                "{count} people left and were not asked in time",
                count,
            ),
            _("Ask them now, with the day on which you asked. Late is better than never."),
        ),
        "exit-asked-late": lambda count: (
            ngettext(
                "{count} person was asked later than the project allows",
                "{count} people were asked later than the project allows",
                count,
            ),
            _("Look whether the days are right. Ask the funder whether late answers count."),
        ),
        "no-consent": lambda count: (
            ngettext(
                "There are answers without a consent in {count} place",
                "There are answers without a consent in {count} places",
                count,
            ),
            _("Ask the person for consent, or take the answers out."),
        ),
        "consent-withdrawn": lambda count: (
            ngettext(
                "A consent was taken back and answers are still there in {count} place",
                "A consent was taken back and answers are still there in {count} places",
                count,
            ),
            _("Take the answers out."),
        ),
        "no-guardian": lambda count: (
            ngettext(
                "{count} person under 18 has no consent of a guardian",
                "{count} people under 18 have no consent of a guardian",
                count,
            ),
            _("Ask a parent or guardian, and write down who it was."),
        ),
    }
