"""A list of people on its way in: what was read, and what a person decided about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from trainer_app.domain.people import Person
from trainer_app.domain.roster import (
    Doubt,
    DoubtCode,
    Field,
    FoundColumn,
    RawRow,
    RosterFile,
    RosterRow,
)
from trainer_app.rosters.columns import find_columns, padded
from trainer_app.rosters.people import pairs_with_register, pairs_within, people_of
from trainer_app.rosters.reading import read_roster
from trainer_app.rosters.transliteration import name_key
from trainer_app.services.enrolling import Incoming

Pair = tuple[int, int | str]
"""A row's line, and another line of the list or the id of somebody in the centre."""


@dataclass
class RosterDraft:
    """Rows and decisions; `year` is the current one, `register` everyone the centre knows.

    Nothing is changed or left out but by a decision; what is not decided comes in as it was read.
    """

    file: RosterFile
    year: int
    register: Sequence[Person] = ()
    edited: dict[int, RosterRow] = field(default_factory=dict)
    settled: set[int] = field(default_factory=set)
    left_out: set[int] = field(default_factory=set)
    decided: dict[Pair, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._keys = [name_key(one.id, one.name, one.birth_year) for one in self.register]
        self._people = {person.id: person for person in self.register}
        self._read()

    def _read(self) -> None:
        read = people_of(self.file, self.year)
        self.rows = tuple(self.edited.get(row.line, row) for row in read)
        self._by_line = {row.line: row for row in self.rows}
        within: Iterable[Pair] = pairs_within(self.rows)
        known: Iterable[Pair] = pairs_with_register(self.rows, self._keys)
        self._pairs = [*known, *within]

    # What is there
    def row(self, line: int) -> RosterRow:
        """The row of a line as it would come in."""
        return self._by_line[line]

    def other(self, pair: Pair) -> RosterRow | Person:
        """The second of a pair."""
        other = pair[1]
        return self._people[other] if isinstance(other, str) else self._by_line[other]

    def pairs(self) -> list[Pair]:
        """Pairs to ask about; those with a row left out need no answer."""
        return [pair for pair in self._pairs if not self.left_out & set(pair)]

    def undecided(self) -> list[Pair]:
        """Pairs that nobody has answered."""
        return [pair for pair in self.pairs() if pair not in self.decided]

    def doubts(self, line: int) -> list[Doubt]:
        """What is still doubtful about a row, pairs apart."""
        if line in self.settled or line in self.left_out:
            return []
        doubts = self._by_line[line].doubts
        return [doubt for doubt in doubts if doubt.code is not DoubtCode.SAME_PERSON]

    def every_doubt(self, line: int) -> list[Doubt]:
        """All doubts about a row, also who in the centre may be the same person."""
        known = [
            Doubt(DoubtCode.SAME_PERSON, self._people[other].label)
            for one, other in self.pairs()
            if one == line and isinstance(other, str)
        ]
        return [*self._by_line[line].doubts, *known]

    def to_look_at(self) -> list[int]:
        """Lines with doubts, in order."""
        return [row.line for row in self.rows if self.doubts(row.line)]

    @property
    def has_names(self) -> bool:
        """Whether some column holds names."""
        named = {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME}
        return any(column.field in named for column in self.file.columns)

    def samples(self, place: int) -> list[str]:
        """The first few words in a column."""
        found = (row.cells[place].strip() for row in self.file.rows)
        return [text for text in found if text][:3]

    # What is decided
    def take_column_for(self, place: int, wanted: Field | None) -> None:
        """Read a column as another field; a field that another column had is taken from it."""
        columns = [
            replace(column, field=None) if wanted and column.field is wanted else column
            for column in self.file.columns
        ]
        columns[place] = replace(columns[place], field=wanted)
        self.file = replace(self.file, columns=tuple(columns))
        self._read()

    def edit(self, row: RosterRow) -> None:
        """Put a row right by hand; its doubts are settled by that."""
        self.edited[row.line] = row
        self.settle(row.line)
        self._read()

    def settle(self, line: int) -> None:
        """Somebody has looked: the row is right as it stands."""
        self.settled.add(line)

    def leave_out(self, line: int, out: bool) -> None:
        """Do not bring a row in, or do after all."""
        (self.left_out.add if out else self.left_out.discard)(line)

    def decide(self, pair: Pair, same: bool) -> None:
        """Two entries are one person, or two people."""
        self.decided[pair] = same

    # What comes in
    def incoming(self) -> list[Incoming]:
        """Everyone to bring in, each person once, in the order of the list."""
        groups = self._groups()
        return [
            Incoming(_merged([self._by_line[line] for line in lines]), known)
            for lines, known in groups
        ]

    def _groups(self) -> list[tuple[list[int], str | None]]:
        """Lines that are one person, and who that is in the centre, if anyone."""
        first = {row.line: row.line for row in self.rows if row.line not in self.left_out}

        def root(line: int) -> int:
            while first[line] != line:
                line = first[line]
            return line

        known: dict[int, str] = {}
        same = [pair for pair in self.pairs() if self.decided.get(pair)]
        for one, other in same:
            if isinstance(other, int):
                low, high = sorted((root(one), root(other)))
                first[high] = low
        for one, other in same:
            if isinstance(other, str):
                known.setdefault(root(one), other)
        lines: dict[int, list[int]] = {}
        for line in first:
            lines.setdefault(root(line), []).append(line)
        return [(group, known.get(start)) for start, group in lines.items()]


def _merged(rows: Sequence[RosterRow]) -> RosterRow:
    """One row out of several about one person: gaps are filled, other spellings go to the note."""
    first, *others = rows
    notes = [first.note]
    for other in others:
        first = replace(
            first,
            birth_year=first.birth_year or other.birth_year,
            gender=first.gender or other.gender,
            language=first.language or other.language,
            phone=first.phone or other.phone,
        )
        notes += [other.name if other.name != first.name else "", other.note]
        notes.append(other.phone if other.phone != first.phone else "")
    return replace(first, note="; ".join(note for note in notes if note))


def read_list(path: Path) -> RosterFile:
    """A list as it stands in a file, CSV or XLSX. Raises UnreadableRoster."""
    return read_roster(path)


def typed_list(text: str) -> RosterFile:
    """A list typed or pasted: one person a line; tabs part columns, as when spreadsheets paste."""
    lines = [(at, line) for at, line in enumerate(text.splitlines(), 1) if line.strip()]
    rows = [RawRow(at, tuple(line.split("\t"))) for at, line in lines]
    if all(len(row.cells) == 1 for row in rows):
        return RosterFile("", (FoundColumn("", Field.NAME),), tuple(rows))
    columns, begin = find_columns(rows)
    return RosterFile("", columns, padded(rows[begin:], len(columns)))
