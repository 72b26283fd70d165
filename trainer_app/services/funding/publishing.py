"""Tables that anybody may read: of whole projects and whole periods only, small figures hidden."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from trainer_app.domain.errors import NotPublishable
from trainer_app.domain.funding import breakdowns
from trainer_app.domain.funding.breakdowns import AGE_BANDS, Line, Table
from trainer_app.domain.funding.periods import (
    PERIODS,
    Period,
    PeriodKind,
    calendar_period,
    period_of,
    periods_of,
)
from trainer_app.domain.funding.projects import Project
from trainer_app.domain.funding.suppressing import Sum, published, suppressed
from trainer_app.services.funding.participating import Participating, Roll
from trainer_app.services.funding.publication import Publication
from trainer_app.services.funding.published_files import PublishedWords, write_published
from trainer_app.services.funding.standing import head_of
from trainer_app.services.ledger import Ledger
from trainer_app.services.reporting import Scope

_WHOLE = "whole"
_BANDS = AGE_BANDS["esf"]
_LARGER: tuple[tuple[PeriodKind | None, PeriodKind], ...] = (
    (None, "year"), ("year", "quarter"), ("quarter", "month"),
)  # fmt: skip
"""What each kind of period adds up to; None is the project's whole."""


class Publishing:
    """Makes tables that cannot be subtracted from each other.

    Breakdowns hold unique people only, in fixed bands, for one project: people of two months do
    not add up to those of both. Attendances and hours do, so these stand for whole periods only,
    and what is hidden is decided for all periods of the project together.
    """

    def __init__(self, ledger: Ledger, participating: Participating) -> None:
        self._ledger = ledger
        self._participating = participating

    def periods(self, project_id: str) -> list[Period]:
        """The periods of a project that are over, the last first.

        Raises UnknownThing, NotAllowed.
        """
        roll = self._participating.roll(Scope(project=project_id))
        today = self._ledger.now().date()
        days = [row.date for row in roll.rows if row.counts]
        found = [one for kind in PERIODS for one in periods_of(days, kind) if one.until < today]
        return sorted(found, key=lambda one: (one.until, one.since), reverse=True)

    def is_over(self, project: Project) -> bool:
        """Whether a project has ended, so that its whole may be published."""
        return project.ends is not None and project.ends < self._ledger.now().date()

    def of(self, scope: Scope) -> Publication:
        """What may be published of a scope.

        Raises UnknownThing, NotAllowed, and NotPublishable (reason: "part" for anything but one
        project; "days" for days that are no calendar month, quarter or year; "running" for what
        is not over yet, as tomorrow's figures less today's are one evening's).
        """
        if scope.project is None or scope != Scope(
            project=scope.project, since=scope.since, until=scope.until
        ):
            raise NotPublishable(reason="part")
        period = calendar_period(scope.since, scope.until)
        if period is None and (scope.since, scope.until) != (None, None):
            raise NotPublishable(reason="days")
        whole = self._participating.roll(Scope(project=scope.project))
        assert whole.project is not None
        over = self.is_over(whole.project)
        if period is not None:
            over = period.until < self._ledger.now().date()
        if not over:
            raise NotPublishable(reason="running")
        roll = whole if period is None else self._participating.roll(scope)
        return self._publication(whole, roll, period)

    def _publication(self, whole: Roll, roll: Roll, period: Period | None) -> Publication:
        assert whole.project is not None
        smallest = whole.rules.smallest_cell
        hidden = _hidden_periods(whole, smallest)
        key = _WHOLE if period is None else period.key
        empty = Publication(
            whole.project,
            period,
            None,
            None,
            None,
            (),
            smallest,
            self._ledger.now(),
            head_of(self._ledger.store),
        )
        if key in hidden or len(roll.participations) < smallest:
            return empty
        people, attendances, hours = breakdowns.by_gender(roll.participations).total
        return replace(
            empty,
            people=people,
            attendances=attendances,
            hours=hours,
            tables=_tables(roll, smallest, hidden),
        )

    def write(self, made: Publication, words: PublishedWords, file: Path) -> list[Path]:
        """Save as CSV or XLSX, as the ending says; returns all files written.

        Raises CannotWriteFile, NotAllowed, NotForSubstitutes.
        """
        self._ledger.require_full_trainer()
        return write_published(made, words, file)


def _tables(roll: Roll, smallest: int, hidden: set[str]) -> tuple[Table, ...]:
    people, rules = roll.participations, roll.rules
    there = breakdowns.attended(roll.rows, people, rules)
    both = published(breakdowns.by_age_and_gender(people, _BANDS), smallest)
    months = breakdowns.by_attendance("month", there, rules, breakdowns.month_of)
    single = (
        breakdowns.by_language(people),
        breakdowns.by_attendance("place", there, rules, breakdowns.place_of),
        breakdowns.by_attendance("course", there, rules, breakdowns.course_of),
    )
    return (
        *_sides(both),
        both,
        *(published(_people_only(table), smallest) for table in single),
        published(months, smallest, hidden),
    )


def _sides(both: Table) -> tuple[Table, Table]:
    """Gender and age as the sides of the table of both: hidden alike, or one gives the other."""
    columns = breakdowns.FIGURES[:1]
    *genders, _all = zip(both.columns, both.total, strict=True)
    by_gender = tuple(Line(key, (value,)) for key, value in genders)
    by_age = tuple(Line(line.key, line.cells[-1:]) for line in both.lines)
    total, adds_up = both.total[-1:], frozenset(columns)
    return (
        Table("gender", columns, by_gender, total, adds_up),
        Table("age", columns, by_age, total, adds_up),
    )


def _people_only(table: Table) -> Table:
    lines = tuple(Line(line.key, line.cells[:1]) for line in table.lines)
    return replace(table, columns=table.columns[:1], lines=lines, total=table.total[:1])


def _hidden_periods(whole: Roll, smallest: int) -> set[str]:
    """The keys of periods of which nothing is published, decided for all of them together."""
    days = {row.date for row in whole.rows if row.counts}
    counts = {_WHOLE: len(whole.participations)}
    sums: list[Sum[str]] = []
    for larger, kind in _LARGER:
        parts: dict[str, list[str]] = {}
        for one in periods_of(days, kind):
            above = _WHOLE if larger is None else period_of(one.since, larger).key
            parts.setdefault(above, []).append(one.key)
            counts[one.key] = _people_in(whole, one)
        sums += [Sum(above, tuple(keys)) for above, keys in parts.items()]
    return suppressed(counts, sums, smallest)


def _people_in(whole: Roll, period: Period) -> int:
    count = {one.person_id for one in whole.participations}
    there = {
        row.person_id
        for row in whole.rows
        if row.counts and period.since <= row.date <= period.until
    }
    return len(there & count)
