"""The same person twice in the register: pairs worth asking a person about, with the reasons.

Names are compared by `domain.names`; here year of birth and course weigh in. What is suggested
is decided by a person, never by the program.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from trainer_app.domain.names import NameIndex, NameKey, Spelling, likely_same

LEAST_SCORE = 60
"""Pairs below are not worth a question: see docs/decisions/0007-same-person.md."""

MOST_ALIKE = 12
"""Up to so many with one name and year are all paired; of more, each with one of them."""

_ANY_YEAR = 0
_ETHIOPIAN_CALENDAR = (7, 8)  # years that it is behind the Gregorian one
_A_GENERATION = 15  # years: farther apart, one name is rather a parent's and a child's
_MANY_PARTS = 3
_Parts = tuple[tuple[Spelling, ...], ...]


class Reason(StrEnum):
    """Why two may be one, or what speaks against it; part of the contract with the screens."""

    SAME_NAME = "same-name"
    LIKE_NAME = "like-name"
    PART_OF_NAME = "part-of-name"
    LONG_NAME = "long-name"
    SINGLE_NAME = "single-name"
    OTHER_ORDER = "other-order"
    SAME_BIRTH_YEAR = "same-birth-year"
    BIRTH_YEAR_UNKNOWN = "birth-year-unknown"
    BIRTH_YEAR_DIFFERS = "birth-year-differs"
    SAME_COURSE = "same-course"


WEIGHTS = {
    Reason.SAME_NAME: 55,
    Reason.LIKE_NAME: 50,
    Reason.PART_OF_NAME: 40,
    Reason.LONG_NAME: 10,
    Reason.SINGLE_NAME: -30,
    Reason.OTHER_ORDER: -50,
    Reason.SAME_BIRTH_YEAR: 30,
    Reason.BIRTH_YEAR_UNKNOWN: 0,
    Reason.BIRTH_YEAR_DIFFERS: 0,
    Reason.SAME_COURSE: 10,
}
_MOST_BY_NAME = WEIGHTS[Reason.SAME_NAME]


@dataclass(frozen=True, slots=True)
class Known:
    """One entry of the register; entries that are one person already have the same `id`.

    `key` is the transliterated name with the year of birth, its `id` the entry's own; `courses`
    are ids.
    """

    id: str
    name: str
    key: NameKey
    courses: frozenset[str] = frozenset()

    @property
    def birth_year(self) -> int | None:
        """The year that the comparison goes by."""
        return self.key.year


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two people who may be one, `one` the smaller id; `score` is 0 to 100."""

    one: str
    other: str
    score: int
    reasons: tuple[Reason, ...]


def suggestions(
    people: Iterable[Known], apart: Collection[frozenset[str]] = frozenset()
) -> list[Suggestion]:
    """Pairs to ask about, the likeliest first; the same for any order of `people`.

    `apart`: pairs of ids (of people or of their entries) that a person said are two people.
    """
    entries = sorted(people, key=lambda known: (known.id, str(known.key.id), known.name))
    never = _of_people(apart, entries)
    best: dict[tuple[str, str], Suggestion] = {}
    for a, b in _candidates(entries, never):
        found = compared(a, b)
        if found and frozenset((a.id, b.id)) not in never:
            pair = found.one, found.other
            best[pair] = max(found, best.get(pair, found), key=_strength)
    return sorted(best.values(), key=lambda found: (-found.score, found.one, found.other))


def compared(a: Known, b: Known) -> Suggestion | None:
    """What speaks for one person, or None where a question would be in vain."""
    if a.id == b.id or not _years_allow(a, b):
        return None
    beside = [_of_year(a, b)]
    if not a.courses.isdisjoint(b.courses):
        beside.append(Reason.SAME_COURSE)
    if _MOST_BY_NAME + _weight(beside) < LEAST_SCORE and _fewest(a.key, b.key) < _MANY_PARTS:
        return None
    of_name = list(_of_name(a.key, b.key))
    score = min(100, _weight(of_name) + _weight(beside))
    if not of_name or score < LEAST_SCORE:
        return None
    one, other = sorted((a.id, b.id))
    return Suggestion(one, other, score, (*of_name, *beside))


def _weight(reasons: Iterable[Reason]) -> int:
    return sum(WEIGHTS[reason] for reason in reasons)


def _fewest(a: NameKey, b: NameKey) -> int:
    return min(len(a.parts), len(b.parts))


def _strength(found: Suggestion) -> tuple[int, tuple[Reason, ...]]:
    return found.score, found.reasons


def _of_people(
    apart: Collection[frozenset[str]], entries: Iterable[Known]
) -> frozenset[frozenset[str]]:
    """Pairs of entries as pairs of the people that those belong to by now."""
    person = {str(known.key.id): known.id for known in entries}
    return frozenset(frozenset(person.get(id, id) for id in pair) for pair in apart)


def _of_name(a: NameKey, b: NameKey) -> Iterator[Reason]:
    if likely_same(replace(a, year=None), replace(b, year=None)):
        is_same = sorted(a.plain.split()) == sorted(b.plain.split())
        yield Reason.SAME_NAME if is_same else Reason.LIKE_NAME
    elif None in (a.year, b.year) or not _is_like(a.parts, b.parts):
        return
    else:
        yield Reason.LIKE_NAME if len(a.parts) == len(b.parts) else Reason.PART_OF_NAME
    fewest = _fewest(a, b)
    if fewest >= _MANY_PARTS:
        yield Reason.LONG_NAME
        if not _is_in_order(a.parts, b.parts):
            yield Reason.OTHER_ORDER
    elif fewest == len(a.parts) == len(b.parts) == 1:
        yield Reason.SINGLE_NAME


def _is_like(a: _Parts, b: _Parts) -> bool:
    """Whether these are like names for two people of one year."""
    return likely_same(NameKey("a", "a", a, _ANY_YEAR), NameKey("b", "b", b, _ANY_YEAR))


def _is_in_order(a: _Parts, b: _Parts) -> bool:
    """Whether the family name only moved: Ali, son of Omar, is not Omar, son of Ali."""
    if len(a) != len(b):
        return True
    orders = [b[place:] + b[:place] for place in range(len(b))] + [b[::-1]]
    return any(
        all(_is_like((part,), (other,)) for part, other in zip(a, order, strict=True))
        for order in orders
    )


def _of_year(a: Known, b: Known) -> Reason:
    if a.birth_year is None or b.birth_year is None:
        return Reason.BIRTH_YEAR_UNKNOWN
    if a.birth_year == b.birth_year:
        return Reason.SAME_BIRTH_YEAR
    return Reason.BIRTH_YEAR_DIFFERS


def _years_allow(a: Known, b: Known) -> bool:
    """Whether the years are the same, unknown, or differ as by a slip; a father's does not."""
    one, other = a.birth_year, b.birth_year
    if one is None or other is None or one == other:
        return True
    return other in _slips(a) or one in _slips(b)


def _slips(known: Known) -> tuple[int, ...]:
    """Other years that may be meant: one off, two digits swapped, another calendar's."""
    return _slipped(known.birth_year, _is_ethiopic(known.name))


@cache
def _slipped(year: int | None, is_ethiopic: bool) -> tuple[int, ...]:
    if year is None:
        return ()
    century, tens, ones = year // 100, year // 10 % 10, year % 10
    swapped = century * 100 + ones * 10 + tens
    slips = {year - 1, year + 1}
    if abs(swapped - year) < _A_GENERATION:
        slips.add(swapped)
    if is_ethiopic:
        slips |= {year + sign * late for late in _ETHIOPIAN_CALENDAR for sign in (-1, 1)}
    return tuple(sorted(slips - {year}))


def _is_ethiopic(name: str) -> bool:
    return any("\u1200" <= letter <= "\u139f" for letter in name)


def _candidates(
    entries: Sequence[Known], never: Collection[frozenset[str]]
) -> Iterator[tuple[Known, Known]]:
    """Pairs that share a block of the index, or a name and year; never everyone with everyone."""
    groups: dict[tuple[str, int | None], list[Known]] = {}
    for known in entries:
        if known.key.parts:
            groups.setdefault((known.key.plain, known.birth_year), []).append(known)
    asked: list[Known] = []
    for group in groups.values():
        if len(group) <= MOST_ALIKE:
            asked += group
        else:
            yield from _each_with_one(group, never)
            asked += group[:MOST_ALIKE]  # they stand for all of it before other names
    yield from _from_index(asked)


def _from_index(entries: Sequence[Known]) -> Iterator[tuple[Known, Known]]:
    """Pairs with like names and the same year, an unknown one, or one slip between the two."""
    # The index knows entries by their place here: a person may have several.
    keys = [replace(known.key, id=place) for place, known in enumerate(entries)]
    everyone, dated = NameIndex(), NameIndex()
    for key, known in zip(keys, entries, strict=True):
        yield from ((entries[int(found.id)], known) for found in everyone.like(key))
        everyone.add(key)
        if key.year is not None:
            dated.add(key)
    for key, known in zip(keys, entries, strict=True):
        for year in _slips(known):
            in_year = dated.like(replace(key, year=year))
            yield from ((entries[int(found.id)], known) for found in in_year)


def _buckets(group: Sequence[Known]) -> list[list[Known]]:
    """All with one name and year, and of those the ones in each course."""
    by_course: dict[str, list[Known]] = {}
    for known in group:
        for course in known.courses:
            by_course.setdefault(course, []).append(known)
    return [list(group), *(by_course[course] for course in sorted(by_course))]


def _each_with_one(
    group: Sequence[Known], never: Collection[frozenset[str]]
) -> Iterator[tuple[Known, Known]]:
    """Each with the first that nobody said is someone else: 1,000 times "Anonymous" are 1,000."""
    for bucket in _buckets(group):
        for place, known in enumerate(bucket):
            for earlier in bucket[:place]:
                if earlier.id != known.id and frozenset((earlier.id, known.id)) not in never:
                    yield earlier, known
                    break
