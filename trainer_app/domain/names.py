"""Whether two entries may be one person: names in any order and spelling, and the year of birth.

Names arrive as spellings that are folded to Latin letters already (`rosters.transliteration`).
A pair is a question for a person to answer, never a decision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, repeat

UNSURE = "?"
"""A vowel mark that may stand for any vowel or none."""

_ROOM = (0.0, 0.0, 0.25, 0.5, 1.25)
"""How much the vowels may differ, by the number of consonants that agree."""
_ROOM_WITHOUT_SHORT_VOWELS = (0.0, 0.0, 0.25, 0.25, 0.25)
_NEVER = 9.0
_SOUNDS = {
    "a": frozenset("A"), "e": frozenset("AI"), "i": frozenset("I"),
    "o": frozenset("U"), "u": frozenset("U"),
}  # fmt: skip
_LEAST_WHEN_JOINED = 6


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to read one part of a name.

    `vowels`: the vowels before, between and after the consonants, one entry more than those.
    `is_full` is false for scripts that leave short vowels out (Arabic and its relatives).
    """

    consonants: str
    vowels: tuple[str, ...]
    is_full: bool = True


@dataclass(frozen=True, slots=True)
class NameKey:
    """What is compared of one person. `id` is a line of a list, or a person's id.

    `plain`: the name without case and marks. `parts`: for each part its possible spellings.
    """

    id: int | str
    plain: str
    parts: tuple[tuple[Spelling, ...], ...]
    year: int | None = None


def likely_same(a: NameKey, b: NameKey) -> bool:
    """Whether a person should be asked if these two are one.

    Years that differ mean two people. With the same year a part of a long name may be missing in
    the other; with a year unknown all parts must be there, and a single name must be written alike.
    """
    if a.year is not None and b.year is not None and a.year != b.year:
        return False
    if not a.parts or not b.parts:
        return False
    if a.plain == b.plain:
        return True
    is_year_known = a.year is not None and b.year is not None
    fewer, more = sorted((a.parts, b.parts), key=len)
    if len(fewer) == len(more) or (is_year_known and len(fewer) > 1):
        enough = len(fewer) > 1 or is_year_known
        if enough and _all_found(fewer, more):
            return True
    return _is_same_joined(a, b)


@dataclass(slots=True)
class NameIndex:
    """People to compare with, found by the consonants of two parts of their names.

    Keeps 10,000 people from being compared with each other one by one.
    """

    _blocks: dict[tuple[str, ...], dict[int | None, list[NameKey]]] = field(default_factory=dict)

    def add(self, key: NameKey) -> None:
        """Take a person in."""
        for block in _blocks_of(key):
            self._blocks.setdefault(block, {}).setdefault(key.year, []).append(key)

    def like(self, key: NameKey) -> list[NameKey]:
        """Those taken in who may be this person."""
        seen: set[int | str] = set()
        found = []
        for other in self._candidates(key):
            if other.id not in seen:
                seen.add(other.id)
                if likely_same(key, other):
                    found.append(other)
        return found

    def _candidates(self, key: NameKey) -> Iterator[NameKey]:
        for block in _blocks_of(key):
            by_year = self._blocks.get(block, {})
            years = by_year if key.year is None else (key.year, None)
            for year in years:
                yield from by_year.get(year, ())


def same_person_pairs(keys: Iterable[NameKey]) -> list[tuple[int | str, int | str]]:
    """Pairs of ids that may be one person, each once, the earlier first.

    A row that stands there again just so is paired with its first one only: a thousand times
    "Anonymous" are a thousand pairs, not half a million.
    """
    index = NameIndex()
    first: dict[tuple[str, int | None], NameKey] = {}
    pairs = []
    for key in keys:
        if key.parts:
            earlier = first.setdefault((key.plain, key.year), key)
            if earlier is not key:
                pairs.append((earlier.id, key.id))
                continue
        pairs += [(other.id, key.id) for other in index.like(key)]
        index.add(key)
    return pairs


def pairs_with_known(
    new: Iterable[NameKey], known: Iterable[NameKey]
) -> list[tuple[int | str, int | str]]:
    """Pairs of a new id and the id of somebody who may be the same and is there already."""
    index = NameIndex()
    for key in known:
        index.add(key)
    return [(key.id, other.id) for key in new for other in index.like(key)]


def _blocks_of(key: NameKey) -> set[tuple[str, ...]]:
    """People who are likely the same share at least one of these."""
    if not key.parts:
        return set()
    readings = [{spelling.consonants for spelling in part} for part in key.parts]
    blocks: set[tuple[str, ...]] = {("", key.plain)}
    for one, other in combinations(readings, 2):
        blocks |= {(min(x, y), max(x, y)) for x in one for y in other}
    if len(readings) == 1:
        blocks |= {(reading,) for reading in readings[0]}
    joined = _joined(key.parts)
    if len(joined.consonants) >= _LEAST_WHEN_JOINED:
        blocks.add((joined.consonants,))
    return blocks


def _all_found(
    parts: Sequence[tuple[Spelling, ...]], among: Sequence[tuple[Spelling, ...]]
) -> bool:
    """Whether each part has its own counterpart, in whatever order (a matching of two sets)."""
    fitting = [
        [place for place, other in enumerate(among) if _is_same_part(part, other)] for part in parts
    ]
    taken: dict[int, int] = {}

    def seat(part: int, tried: set[int]) -> bool:
        for place in fitting[part]:
            if place not in tried:
                tried.add(place)
                if place not in taken or seat(taken[place], tried):
                    taken[place] = part
                    return True
        return False

    return all(seat(part, set()) for part in range(len(parts)))


def _is_same_part(a: Sequence[Spelling], b: Sequence[Spelling]) -> bool:
    return any(_is_same_spelling(one, other) for one in a for other in b)


def _is_same_joined(a: NameKey, b: NameKey) -> bool:
    """The same name with its parts written together ("Nur Jahan", "Nurjahan")."""
    if len(a.parts) == len(b.parts):
        return False
    one, other = _joined(a.parts), _joined(b.parts)
    return len(one.consonants) >= _LEAST_WHEN_JOINED and _is_same_spelling(one, other)


def _joined(parts: Sequence[tuple[Spelling, ...]]) -> Spelling:
    first, *rest = (part[0] for part in parts)
    consonants, vowels, is_full = first.consonants, first.vowels, first.is_full
    for part in rest:
        consonants += part.consonants
        vowels = (*vowels[:-1], vowels[-1] + part.vowels[0], *part.vowels[1:])
        is_full = is_full and part.is_full
    return Spelling(consonants, vowels, is_full)


def _is_same_spelling(a: Spelling, b: Spelling) -> bool:
    if a.consonants != b.consonants:
        return False
    if a.vowels == b.vowels:
        return True
    if not a.consonants:
        return False
    a, b = sorted((a, b), key=lambda spelling: spelling.is_full)
    distance: Callable[[str, str, int, int], float] = _between_bare_and_full
    if a.is_full:
        distance = _between_full
    elif not b.is_full:
        distance = _between_bare
    room = _ROOM if a.is_full else _ROOM_WITHOUT_SHORT_VOWELS
    last = len(a.consonants)
    cost = sum(map(distance, a.vowels, b.vowels, range(last + 1), repeat(last)))
    return cost <= room[min(last, len(room) - 1)]


def _sounds(vowels: str) -> frozenset[str]:
    return frozenset().union(*(_SOUNDS[vowel] for vowel in vowels if vowel != UNSURE))


def _between_full(x: str, y: str, place: int, last: int) -> float:
    if x == y:
        return 0.0
    if place == last:
        return _between_ends(x[-1:], y[-1:])
    if not x or not y:
        return 1.0 if place == 0 else 0.5
    if last == 1 and _sounds(x) != _sounds(y):
        return 1.0  # in so short a name the vowels are most of it
    return 0.0 if _sounds(x) & _sounds(y) else 1.0


def _between_ends(x: str, y: str) -> float:
    """The last vowel tells Karim from Karima and Antonio from Antonia."""
    x, y = sorted((x, y))
    if x == y or (x, y) == ("a", "e"):
        return 0.0
    if not x:
        return {"e": 0.25, "a": _NEVER}.get(y, 1.0)
    if x == "a":
        return _NEVER
    return 0.0 if _sounds(x) & _sounds(y) else 1.0


def _between_bare_and_full(bare: str, full: str, place: int, last: int) -> float:
    """Long vowels are written in both; a short one only in the full spelling."""
    if UNSURE in bare:
        return 0.0
    if place == last:
        if not bare:
            return {"": 0.0, "e": 0.25, "a": _NEVER}.get(full[-1:], 1.0)
        return 0.0 if _sounds(bare[-1]) & _sounds(full[-1:]) else _NEVER
    if not bare:
        if place == 0:
            return 1.0 if full else 0.0
        # Hassan and Hussein, Mohamed and Mahmoud: a long vowel before the end would be written.
        return 0.5 if len(full) > 1 and place == last - 1 else 0.0
    if place == 0 and bare == "a":
        return 0.0 if full else 1.0
    return 0.0 if _sounds(bare) & _sounds(full) else 1.0


def _between_bare(x: str, y: str, place: int, last: int) -> float:
    if x == y or UNSURE in x + y:
        return 0.0
    if x.replace("a", "") == y.replace("a", ""):
        return _NEVER if place == last else 0.25
    return 1.0
