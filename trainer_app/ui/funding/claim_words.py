"""How claims, their figures and what differs since are said."""

from __future__ import annotations

from trainer_app.domain.funding.claims import Claim, ClaimRow, Standing
from trainer_app.domain.funding.differences import Why
from trainer_app.domain.funding.participation import Sums
from trainer_app.i18n import _, isolate, ngettext, pgettext
from trainer_app.i18n.formats import clock, number, short_date
from trainer_app.services.funding.comparing import RowDifference
from trainer_app.ui.labels import statuses


def period_words(claim: Claim) -> str:
    """The days of a claim."""
    return _("{first} to {last}").format(
        first=short_date(claim.since), last=short_date(claim.until)
    )


def handed_in_words(claim: Claim, by: str) -> str:
    """When a claim was handed in, and by whom where that is known."""
    when = isolate(f"{short_date(claim.at.date())} {clock(claim.at)}")
    if not by:
        return _("Handed in on {day}").format(day=when)
    return _("Handed in on {day} by {name}").format(day=when, name=isolate(by))


def figure_words() -> dict[str, str]:
    """The figures of a claim, by their name in `Sums`."""
    return {
        "people": _("people who came"),
        "attendances": _("attendances"),
        "hours": _("participant-hours"),
        "completed": _("people who completed a course"),
    }


def figure_of(figures: Sums, name: str) -> str:
    """A figure as it is written; hours have two decimals."""
    if name == "hours":
        return number(figures.hours, 2)
    return number({"people": figures.people, "attendances": figures.attendances,
                   "completed": figures.completed}[name])  # fmt: skip


def standing_words(standing: Standing) -> str:
    """Why a claim is not to be trusted; nothing where it is good."""
    of: dict[Standing, str] = {
        "good": "",
        "forged": _(
            "No trainer of this centre signed this claim as it stands here. Somebody may have "
            "altered it. Look at the copy that the funder has."
        ),
        "damaged": _("This claim cannot be read any more. Look at the copy that the funder has."),
    }
    return of[standing]


def why_words(why: Why) -> str:
    """Why a row differs from its claim."""
    of: dict[Why, str] = {
        "correction": pgettext("difference", "Corrected"),
        "removed": pgettext("difference", "Taken away"),
        "added": pgettext("difference", "Marked later"),
        "late-news": pgettext("difference", "Came later from another laptop"),
        "times": pgettext("difference", "Times of the session corrected"),
        "session": pgettext("difference", "Session or course changed"),
        "joined": pgettext("difference", "Two entries are one person"),
        "erased": pgettext("difference", "Erased: only the counts are left"),
        "voided": pgettext("difference", "A laptop’s record does not count any more"),
    }
    return of[why]


def row_words(row: ClaimRow | None) -> str:
    """What a row said: the mark, and hours where there are some."""
    if row is None:
        return _("not in it")
    status = statuses().get(row.status, row.status)
    if not row.minutes:
        return status
    minutes = ngettext("{count} minute", "{count} minutes", row.minutes)
    return f"{status} · {minutes.format(count=number(row.minutes))}"


def person_words(row: RowDifference) -> str:
    """Whose row it is; who was erased has no name."""
    return row.person.label if row.person is not None else _("Erased person")


def rule_words(rule: str) -> str:
    """What a rule of a project is called."""
    return {
        "least_minutes": _("Least time to count as a participant"),
        "hour_minutes": _("Length of an hour"),
        "break_minutes": _("Break taken off each session"),
        "rounding": _("Rounding"),
        "late_in_full": _("Late counts in full"),
        "completion": _("What completing a course means"),
        "completion_share": _("Share that completes a course"),
        "estimates": _("Estimates allowed"),
        "smallest_cell": _("Smallest figure in published tables"),
        "exit_days": _("Days to ask in after leaving"),
    }[rule]
