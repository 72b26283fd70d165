"""The figures of a report: one object for a scope, for the screen and the files alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.experiments import Experiment
from trainer_app.domain.funding import breakdowns, outcomes
from trainer_app.domain.funding.breakdowns import AGE_BANDS, AgeBands, Table
from trainer_app.domain.funding.indicators import SetFigures
from trainer_app.domain.funding.outcomes import Target
from trainer_app.domain.funding.participation import Sums, sums_of
from trainer_app.services.funding.participating import Participating, Roll
from trainer_app.services.ledger import Ledger
from trainer_app.services.reporting import Reporting, Scope
from trainer_app.store import experiments, helpings, registers

OfSet = Callable[[Roll, str], SetFigures]
"""The figures of an indicator set, by its name; raises UnknownThing."""

TABLES = (
    "gender", "age", "age_gender", "language", "month", "place", "course", "apart",
    "completion", "lessons", "retention",
)  # fmt: skip
"""The keys of all tables of a report, in this order."""


@dataclass(frozen=True, slots=True)
class Helped:
    """How much people helped each other: how many people, and for how many minutes in all."""

    people: int
    minutes: int


@dataclass(frozen=True, slots=True)
class FigureReport:
    """All figures of a scope, exact. Three figures that are never added up.

    `tables` by the keys of TABLES. `courses`: titles by id, for the words
    of lines. `below`: how many people were there for less than the project's least, and count
    nowhere but in `retention`. `tried`: experiments of these days of which a trainer wrote what she
    would do again.
    """

    roll: Roll
    sums: Sums
    below: int
    headcount: int
    tables: Mapping[str, Table]
    courses: Mapping[str, str]
    targets: tuple[Target, ...]
    helped: Helped
    tried: tuple[Experiment, ...]
    made: datetime

    @property
    def scope(self) -> Scope:
        """What the figures are about."""
        return self.roll.scope


class Figures:
    """Makes reports. `of_set` reckons what a project may have targets for."""

    def __init__(self, ledger: Ledger, participating: Participating, of_set: OfSet) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._participating = participating
        self._of_set = of_set
        self._reporting = Reporting(ledger)

    def of(self, scope: Scope, bands: AgeBands = "esf") -> FigureReport:
        """All figures of a scope. Raises UnknownThing, NotAllowed."""
        return self.of_roll(self._participating.roll(scope), bands)

    def of_roll(self, roll: Roll, bands: AgeBands = "esf") -> FigureReport:
        """All figures of a roll that was made just now. Raises NotAllowed."""
        self._ledger.require_trainer()
        headcount = self._reporting.headcount(roll.scope)
        tables = self._tables(roll, bands, headcount)
        sums = sums_of(roll.participations)
        reached: dict[str, int | Decimal] = {
            name: getattr(sums, name) for name in ("people", "attendances", "hours", "completed")
        }
        return FigureReport(
            roll=roll,
            sums=sums,
            below=len(roll.below),
            headcount=headcount,
            tables=tables,
            courses={course.id: course.title for course in registers.courses(self._store)},
            targets=self._targets(roll, reached),
            helped=self._helped(roll.scope),
            tried=self._tried(roll.scope),
            made=self._ledger.now(),
        )

    def _tables(self, roll: Roll, bands: AgeBands, headcount: int) -> dict[str, Table]:
        people, rules, starts = roll.participations, roll.rules, AGE_BANDS[bands]
        there = breakdowns.attended(roll.rows, people, rules)
        found = (
            breakdowns.by_gender(people),
            breakdowns.by_age(people, starts),
            breakdowns.by_age_and_gender(people, starts),
            breakdowns.by_language(people),
            breakdowns.by_attendance("month", there, rules, breakdowns.month_of),
            breakdowns.by_attendance("place", there, rules, breakdowns.place_of),
            breakdowns.by_attendance("course", there, rules, breakdowns.course_of),
            breakdowns.apart(roll.rows, headcount),
            outcomes.completion(people),
            outcomes.lessons_passed(people),
            outcomes.retention(roll.rows, self._held(roll.scope)),
        )
        return {table.key: table for table in found}

    def _held(self, scope: Scope) -> dict[str, list[str]]:
        """The sessions that took place, by course, in the order in which they did."""
        took_place = [
            one
            for one in self._reporting.sessions(scope)
            if one.started is not None and one.ended is not None and not one.cancelled
        ]
        found: dict[str, list[str]] = {}
        for session in sorted(took_place, key=lambda one: (one.started or 0, one.id)):
            found.setdefault(session.course, []).append(session.id)
        return found

    def _targets(self, roll: Roll, reached: Mapping[str, int | Decimal]) -> tuple[Target, ...]:
        if roll.project is None:
            return ()
        wanted = roll.project.targets
        return outcomes.against_targets(wanted, {**self._of_sets(roll, wanted), **reached})

    def _of_sets(self, roll: Roll, wanted: Mapping[str, int]) -> dict[str, int]:
        """The totals of indicators that have a target, under `<set>/<code>`."""
        found = {}
        for name in sorted({key.partition("/")[0] for key in wanted if "/" in key}):
            # A set that was removed since leaves its targets behind.
            with suppress(UnknownThing):
                figures = self._of_set(roll, name).figures
                found.update({f"{name}/{figure.code}": figure.total for figure in figures})
        return found

    def _helped(self, scope: Scope) -> Helped:
        sessions = {session.id for session in self._reporting.sessions(scope)}
        minutes = {
            (person, session): spent
            for (person, session), spent in helpings.minutes_by_session(
                self._store, self._ledger.seconds()
            ).items()
            if session in sessions and spent > 0
        }
        return Helped(len({person for person, _session in minutes}), sum(minutes.values()))

    def _tried(self, scope: Scope) -> tuple[Experiment, ...]:
        """Of the scope's own sessions; of the whole centre, cards that belong to none as well."""
        sessions = {session.id for session in self._reporting.sessions(scope)}
        whole = scope.course is None and scope.project is None and scope.place is None
        return tuple(
            card
            for card in experiments.experiments(self._store)
            if card.again.strip()
            and (card.session in sessions if card.session or not whole else _within(card, scope))
        )


def _within(card: Experiment, scope: Scope) -> bool:
    after = scope.since is None or scope.since <= card.on
    return scope.session is None and after and (scope.until is None or card.on <= scope.until)
