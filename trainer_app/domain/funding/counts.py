"""The plain figures of a scope, from which sentences and tables for funders are made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from trainer_app.domain.attendance import AttendanceRow
from trainer_app.domain.funding.participation import Participation, sums_of
from trainer_app.domain.funding.suppressing import Sum, suppressed


@dataclass(frozen=True, slots=True)
class Counts:
    """What a hand count of the records gives.

    `people`, `attendances` and `hours` are three figures and never one. `newcomers`: first there
    within the scope's days; `again`: came twice or more; `completed`: completed a course at least;
    `passed`: passed a lesson at least; `lessons`: passed lessons of all of them; `left`: with an
    exit; `erased`: of whom only counts are left. `sessions` and `courses`: those that somebody
    came to. `below`: there for less than the least, in no other figure. `nameless`: heads only.
    """

    people: int
    women: int
    men: int
    nonbinary: int
    unknown: int
    attendances: int
    minutes: int
    hours: Decimal
    newcomers: int
    again: int
    completed: int
    passed: int
    lessons: int
    left: int
    erased: int
    sessions: int
    courses: int
    below: int
    nameless: int


def counts_of(
    participations: Sequence[Participation],
    rows: Iterable[AttendanceRow],
    *,
    below: int = 0,
    nameless: int = 0,
    since: date | None = None,
) -> Counts:
    """Count the records of those who count, and the sessions that they came to."""
    counting = {one.person_id for one in participations}
    there = [row for row in rows if row.counts and row.person_id in counting]
    sums = sums_of(participations)
    genders = [one.gender for one in participations]
    women, men, nonbinary = (genders.count(which) for which in ("woman", "man", "nonbinary"))
    return Counts(
        people=sums.people,
        women=women,
        men=men,
        nonbinary=nonbinary,
        unknown=len(genders) - women - men - nonbinary,
        attendances=sums.attendances,
        minutes=sums.minutes,
        hours=sums.hours,
        newcomers=sum(since is None or one.entry >= since for one in participations),
        again=sum(one.attendances > 1 for one in participations),
        completed=sums.completed,
        passed=sum(bool(one.passed) for one in participations),
        lessons=sum(len(one.passed) for one in participations),
        left=sum(one.exit is not None for one in participations),
        erased=sum(one.erased for one in participations),
        sessions=len({row.session_id for row in there}),
        courses=len({row.course_id for row in there}),
        below=below,
        nameless=nameless,
    )


_SOME = ("newcomers", "again", "completed", "passed", "left", "erased")
_GENDERS = ("women", "men", "nonbinary", "unknown")


def hidden_counts(counts: Counts, smallest: int) -> frozenset[str]:
    """The names of figures about people that must not be published.

    Hidden is what tells of fewer than `smallest` people, or would let that be worked out: of some
    of the people and of all the others too. A nought tells of nobody and is shown.
    """
    known = {name: getattr(counts, name) for name in ("people", *_GENDERS, *_SOME)}
    sums = [Sum("people", tuple(name for name in _GENDERS if known[name]))]
    for name in _SOME:
        others = f"not {name}"
        known[others] = counts.people - known[name]
        sums.append(Sum("people", tuple(each for each in (name, others) if known[each])))
    known["below"] = counts.below
    some = {name: count for name, count in known.items() if count}
    if not counts.people:
        return frozenset()
    return frozenset(suppressed(some, sums, smallest)) & frozenset(
        ("people", "below", *_GENDERS, *_SOME)
    )
