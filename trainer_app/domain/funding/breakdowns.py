"""Who took part, broken down: plain tables that the screen, the files and the checks share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from trainer_app.domain.attendance import ATTENDED, AttendanceRow, Role
from trainer_app.domain.funding.participation import (
    Participation,
    counted_hours,
    counted_minutes,
)
from trainer_app.domain.funding.projects import Rules
from trainer_app.domain.people import GENDERS

Value = int | Decimal | None
"""A figure; None where it is hidden, or cannot be said (nobody can come to what was not held)."""

UNKNOWN = "unknown"
"""The key of those of whom it is not known, and of erased people."""

FIGURES = ("people", "attendances", "hours")

AgeBands = Literal["esf", "sixty", "ten"]
AGE_BANDS: Mapping[AgeBands, tuple[int, ...]] = {
    "esf": (18, 30, 55),
    "sixty": (18, 61),
    "ten": (18, 25, 35, 45, 55, 65),
}
"""Where each band of age begins: ESF+ Annex I (under 18, 18-29, 30-54, 55 and more), AMIF (under
18, 18-60, over 60), and about ten years each."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: what it is about, and a figure for each column."""

    key: str
    cells: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A breakdown; whoever shows it has the words for all keys.

    `total` has a figure for each column. `adds_up`: the columns whose lines add up to their total;
    unique people by month, course or place do not: one person came in several. `across`: the last
    column is the sum of those before it.
    """

    key: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    total: tuple[Value, ...]
    adds_up: frozenset[str]
    across: bool = False

    def line(self, key: str) -> Line:
        """One line; KeyError if there is none."""
        return {line.key: line for line in self.lines}[key]

    def column(self, name: str) -> tuple[Value, ...]:
        """The figures of one column in the order of the lines; ValueError if there is none."""
        at = self.columns.index(name)
        return tuple(line.cells[at] for line in self.lines)


def age_key(age: int | None, starts: Sequence[int]) -> str:
    """The band that an age falls in, such as "0-17", "18-29" or "55+"."""
    if age is None or age < 0:
        return UNKNOWN
    return next(key for key, least in reversed(age_bands(starts)) if age >= least)


def age_bands(starts: Sequence[int]) -> list[tuple[str, int]]:
    """Every band and the least age in it, the youngest first."""
    bounds = [0, *starts]
    nexts = [*starts, None]
    return [
        (f"{least}+" if end is None else f"{least}-{end - 1}", least)
        for least, end in zip(bounds, nexts, strict=True)
    ]


# By what is known of a person
def by_gender(people: Iterable[Participation]) -> Table:
    """Three figures for women, men, non-binary people, and who did not say."""
    return _by_person("gender", people, _gender, [*GENDERS, UNKNOWN])


def by_age(people: Iterable[Participation], starts: Sequence[int]) -> Table:
    """Three figures for each band of age at entry."""
    order = [key for key, _least in age_bands(starts)]
    return _by_person("age", people, _age(starts), [*order, UNKNOWN])


def by_language(people: Sequence[Participation]) -> Table:
    """Three figures for each language that people speak, the most spoken first."""
    spoken: dict[str, int] = defaultdict(int)
    for one in people:
        if one.language:
            spoken[one.language] += 1
    order = sorted(spoken, key=lambda code: (-spoken[code], code))
    return _by_person("language", people, lambda one: one.language or UNKNOWN, [*order, UNKNOWN])


def by_age_and_gender(people: Iterable[Participation], starts: Sequence[int]) -> Table:
    """Unique people by band of age, and in each by gender, with sums both ways."""
    columns = [*GENDERS, UNKNOWN]
    lines = [*(key for key, _least in age_bands(starts)), UNKNOWN]
    found = {line: dict.fromkeys(columns, 0) for line in lines}
    of_age = _age(starts)
    for one in people:
        found[of_age(one)][_gender(one)] += 1
    cells = {line: (*of.values(), sum(of.values())) for line, of in found.items()}
    total = tuple(sum(column) for column in zip(*cells.values(), strict=True))
    keys = (*columns, "people")
    shown = tuple(Line(line, cells[line]) for line in lines)
    return Table("age_gender", keys, shown, total, frozenset(keys), across=True)


def _gender(one: Participation) -> str:
    return one.gender if one.gender in GENDERS else UNKNOWN


def _age(starts: Sequence[int]) -> Callable[[Participation], str]:
    return lambda one: age_key(one.age_at_entry, starts)


def _by_person(
    name: str,
    people: Iterable[Participation],
    key: Callable[[Participation], str],
    order: Sequence[str],
) -> Table:
    found: dict[str, list[Participation]] = {one: [] for one in order}
    for person in people:
        found[key(person)].append(person)
    lines = tuple(Line(one, _figures(found[one])) for one in order)
    everyone = [person for theirs in found.values() for person in theirs]
    return Table(name, FIGURES, lines, _figures(everyone), frozenset(FIGURES))


def _figures(people: Sequence[Participation]) -> tuple[int, int, Decimal]:
    return (
        len(people),
        sum(one.attendances for one in people),
        sum((one.hours for one in people), Decimal("0.00")),
    )


# By where and when
Attended = tuple[AttendanceRow, int]
"""An attendance of somebody who counts, and its minutes by the rules of its project."""


def attended(
    rows: Iterable[AttendanceRow], people: Iterable[Participation], rules: Rules
) -> list[Attended]:
    """The attendances of the people who count; a session that still runs has no minutes yet."""
    count = {one.person_id for one in people}
    return [
        (row, counted_minutes(row, rules) or 0)
        for row in rows
        if row.counts and row.person_id in count
    ]


def by_attendance(
    name: str, there: Iterable[Attended], rules: Rules, key: Callable[[AttendanceRow], str]
) -> Table:
    """Three figures by something of each attendance, lines in the order of their keys.

    Unique people do not add up.
    """
    found: dict[str, list[Attended]] = defaultdict(list)
    for one in there:
        found[key(one[0])].append(one)
    lines = tuple(Line(each, _figures_of(found[each], rules)) for each in sorted(found))
    total = _figures_of([one for theirs in found.values() for one in theirs], rules)
    return Table(name, FIGURES, lines, total, frozenset(FIGURES[1:]))


def month_of(row: AttendanceRow) -> str:
    """The calendar month of an attendance, such as "2026-11"."""
    return f"{row.date:%Y-%m}"


def place_of(row: AttendanceRow) -> str:
    """The place of an attendance in its own words, or "unknown"."""
    return " ".join((row.place or "").split()) or UNKNOWN


def course_of(row: AttendanceRow) -> str:
    """The id of the course of an attendance."""
    return row.course_id


def _figures_of(there: Sequence[Attended], rules: Rules) -> tuple[int, int, Decimal]:
    # Sessions of one length are many: each number of minutes is turned into hours once.
    often = Counter(minutes for _row, minutes in there)
    hours = (counted_hours(minutes, rules) * times for minutes, times in often.items())
    people = {row.person_id for row, _minutes in there}
    return len(people), len(there), sum(hours, Decimal("0.00"))


# Those who are no participants
def apart(rows: Iterable[AttendanceRow], headcount: int) -> Table:
    """Helpers, interpreters, companion children, trainers, and people without a name.

    Unique people do not add up: somebody may help on one day and interpret on another. Of people
    without a name nobody knows how often each came.
    """
    there: dict[str, list[str]] = {role: [] for role in Role if role is not Role.PARTICIPANT}
    for row in rows:
        if row.status in ATTENDED and row.role in there:
            there[row.role].append(row.person_id)
    lines = [Line(str(role), (len(set(ids)), len(ids))) for role, ids in there.items() if ids]
    everyone = [id for ids in there.values() for id in ids]
    if headcount:
        lines.append(Line("nameless", (None, headcount)))
    total = (len(set(everyone)), len(everyone) + headcount)
    return Table("apart", FIGURES[:2], tuple(lines), total, frozenset({"attendances"}))
