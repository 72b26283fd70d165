"""The people of a list with every doubt, also whether two entries may be one person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from trainer_app.domain.names import NameKey, pairs_with_known, same_person_pairs
from trainer_app.domain.roster import RosterFile, RosterRow, interpret, with_same_person
from trainer_app.rosters.reading import read_roster
from trainer_app.rosters.transliteration import name_key
from trainer_app.rosters.vocabulary import words


def read_people(path: Path, year: int) -> tuple[RosterFile, tuple[RosterRow, ...]]:
    """A file and its people; `year` is the current one. Raises UnreadableRoster."""
    file = read_roster(path)
    return file, people_of(file, year)


def people_of(file: RosterFile, year: int) -> tuple[RosterRow, ...]:
    """The people of a list, every row one, with doubts about pairs within the list."""
    rows = interpret(file, words(), year)
    return with_same_person(rows, pairs_within(rows))


def pairs_within(rows: Iterable[RosterRow]) -> list[tuple[int, int]]:
    """Pairs of lines that may be one person."""
    pairs = same_person_pairs(name_key(row.line, row.name, row.birth_year) for row in rows)
    return [(int(one), int(other)) for one, other in pairs]


def pairs_with_register(
    rows: Iterable[RosterRow], register: Sequence[NameKey]
) -> list[tuple[int, str]]:
    """Pairs of a line and the id of somebody in the register who may be the same person.

    `register`: `name_key(person.id, person.name, person.birth_year)` for everyone.
    """
    new = (name_key(row.line, row.name, row.birth_year) for row in rows)
    return [(int(line), str(known)) for line, known in pairs_with_known(new, register)]
