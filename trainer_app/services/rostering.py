"""Looking at a roster file before anybody comes in: columns, rows, doubts, people known already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from trainer_app.domain.roster import Doubt, DoubtCode, Field, RosterFile, RosterRow
from trainer_app.rosters.people import pairs_with_register, people_of
from trainer_app.rosters.reading import read_roster
from trainer_app.rosters.transliteration import name_key
from trainer_app.services.ledger import Ledger
from trainer_app.store import registers


@dataclass(frozen=True, slots=True)
class Preview:
    """What would come in. `known`: by line, the ids of people who may be the same person."""

    file: RosterFile
    rows: tuple[RosterRow, ...]
    known: dict[int, tuple[str, ...]]


class Rostering:
    """Reads lists and compares them with the register; brings nobody in."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def read(self, path: Path) -> Preview:
        """Look at a file. Raises UnreadableRoster, NotAllowed."""
        self._ledger.require_trainer()
        return self.preview(read_roster(path))

    def with_columns(self, preview: Preview, fields: Sequence[Field | None]) -> Preview:
        """The same file with columns taken for something else."""
        columns = tuple(
            replace(column, field=field)
            for column, field in zip(preview.file.columns, fields, strict=True)
        )
        return self.preview(replace(preview.file, columns=columns))

    def preview(self, file: RosterFile) -> Preview:
        """The people of a list, with every doubt, and who may be in the register already."""
        rows = people_of(file, self._ledger.now().year)
        people = {person.id: person for person in registers.people(self._ledger.store)}
        register = [name_key(p.id, p.name, p.birth_year) for p in people.values()]
        known: dict[int, tuple[str, ...]] = {}
        for line, person_id in pairs_with_register(rows, register):
            known[line] = (*known.get(line, ()), person_id)
        doubtful = tuple(
            replace(
                row,
                doubts=(
                    *row.doubts,
                    *(
                        Doubt(DoubtCode.SAME_PERSON, people[id].label)
                        for id in known.get(row.line, ())
                    ),
                ),
            )
            for row in rows
        )
        return Preview(file, doubtful, known)
