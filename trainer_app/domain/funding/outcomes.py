"""What came of it: who completed, who stayed, what was learnt, and how near the targets are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from trainer_app.domain.attendance import AttendanceRow
from trainer_app.domain.funding.breakdowns import Line, Table, Value
from trainer_app.domain.funding.participation import Participation, sums_of


def completion(people: Sequence[Participation]) -> Table:
    """Of those who came to each course, how many completed it; in all: at least one of them."""
    came: dict[str, int] = defaultdict(int)
    done: dict[str, int] = defaultdict(int)
    for one in people:
        for course in one.courses:
            came[course] += 1
        for course in one.completed:
            done[course] += 1
    lines = tuple(Line(course, (came[course], done[course])) for course in sorted(came))
    total = (sum(bool(one.courses) for one in people), sums_of(people).completed)
    return Table("completion", ("people", "completed"), lines, total, frozenset())


def lessons_passed(people: Sequence[Participation]) -> Table:
    """How many people passed each lesson, and so can do what it teaches; the most first."""
    passed: dict[str, int] = defaultdict(int)
    for one in people:
        for lesson in {each.lesson for each in one.passed}:
            passed[lesson] += 1
    order = sorted(passed, key=lambda lesson: (-passed[lesson], lesson))
    lines = tuple(Line(lesson, (passed[lesson],)) for lesson in order)
    total = (sum(bool(one.passed) for one in people),)
    return Table("lessons", ("people",), lines, total, frozenset())


RETENTION = ("there", "went_on", "next", "again")


def retention(rows: Iterable[AttendanceRow], held: Mapping[str, Sequence[str]]) -> Table:
    """From session to session: lines are the first, second ... session of each course.

    `held`: the ids of each course's sessions that took place, in their order. Columns: who was
    `there`, those of them whose course `went_on` after it, how many of these came to the `next`
    session, and how many ever came `again`. Everyone who came at all as a participant counts,
    course by course, also who was there too short to be counted elsewhere. Without another
    session there is nothing to come back to: None.
    """
    came: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.counts:
            came[row.session_id].add(row.person_id)
    found: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for sessions in held.values():
        there = [came[id] for id in sessions]
        for at, now in enumerate(there):
            of = found[at + 1]
            of[0] += len(now)
            if at + 1 < len(there):
                of[1] += len(now)
                of[2] += len(now & there[at + 1])
                of[3] += len(now & set().union(*there[at + 1 :]))
    lines = tuple(Line(str(at), _known(found[at])) for at in sorted(found))
    sums = [sum(of[at] for of in found.values()) for at in range(len(RETENTION))]
    return Table("retention", RETENTION, lines, _known(sums), frozenset(RETENTION))


def _known(of: Sequence[int]) -> tuple[Value, ...]:
    there, went_on, after, again = of
    return (there, went_on, after, again) if went_on else (there, 0, None, None)


# Against what was promised
@dataclass(frozen=True, slots=True)
class Target:
    """A figure that a project promised. `key` as in `Project.targets`."""

    key: str
    reached: int | Decimal
    wanted: int

    @property
    def percent(self) -> int:
        """Whole percent reached, rounded down: 100 is only shown where it is all."""
        return int(100 * self.reached // self.wanted) if self.wanted > 0 else 100


def against_targets(
    targets: Mapping[str, int], reached: Mapping[str, int | Decimal]
) -> tuple[Target, ...]:
    """The targets whose figure is known: first the plain ones, then those of indicators."""
    plain = ("people", "attendances", "hours", "completed")
    order = sorted(targets, key=lambda key: (plain.index(key) if key in plain else 4, key))
    return tuple(Target(key, reached[key], targets[key]) for key in order if key in reached)
