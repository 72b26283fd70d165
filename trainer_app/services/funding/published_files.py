"""What may be published, as one table in a file; every word arrives from the caller."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer_app.domain.funding.breakdowns import FIGURES, Line
from trainer_app.domain.funding.breakdowns import Table as Breakdown
from trainer_app.exports.csv_file import write_csv
from trainer_app.exports.datapackage import write_datapackage
from trainer_app.exports.table import CellType, Column, Table
from trainer_app.exports.xlsx_file import write_xlsx
from trainer_app.services.funding.publication import Publication

COLUMNS: tuple[tuple[str, CellType], ...] = (
    ("breakdown", "text"),
    ("group", "text"),
    ("people", "integer"),
    ("attendances", "integer"),
    ("hours", "decimal"),
)
"""The columns of the file: a row for each group of each breakdown."""


@dataclass(frozen=True, slots=True)
class PublishedWords:
    """What the file says besides its figures.

    `columns`: a label for each of COLUMNS. `tables`: what each breakdown is called. `line`: the
    word of a line by its key. `column`: those of genders. `both`: two groups as one, such as
    "30 to 54, women". `notes`: label and value of what every export states.
    """

    name: str
    columns: Mapping[str, str]
    tables: Mapping[str, str]
    line: Callable[[Breakdown, str], str]
    column: Mapping[str, str]
    both: Callable[[str, str], str]
    total: str
    notes: Sequence[tuple[str, str]]
    notes_title: str
    apostrophe: str
    right_to_left: bool


def write_published(publication: Publication, words: PublishedWords, file: Path) -> list[Path]:
    """Write CSV with its description, or XLSX, as the ending says; returns all files written.

    Hidden figures are empty cells. Raises CannotWriteFile.
    """
    table = published_table(publication, words)
    if file.suffix.lower() == ".csv":
        write_csv(table, file)
        return [file, write_datapackage(table, file, guard_description=words.apostrophe)]
    write_xlsx(table, file, total_label=words.total, notes_title=words.notes_title)
    return [file]


def published_table(publication: Publication, words: PublishedWords) -> Table:
    """All breakdowns below one another. No column has a sum: each breakdown has its own total."""
    return Table(
        name=words.name,
        columns=[Column(key, words.columns[key], kind) for key, kind in COLUMNS],
        rows=[row for one in publication.tables for row in _rows(one, words)],
        notes=words.notes,
        right_to_left=words.right_to_left,
    )


def _rows(table: Breakdown, words: PublishedWords) -> Iterator[list[object]]:
    title = words.tables[table.key]
    named = [(words.line(table, line.key), line) for line in table.lines]
    for group, line in [*named, (words.total, Line("", table.total))]:
        if table.across:
            for column, value in zip(table.columns[:-1], line.cells, strict=False):
                yield [title, words.both(group, words.column[column]), value, None, None]
            continue
        spare = [None] * (len(FIGURES) - len(line.cells))
        yield [title, group, *line.cells, *spare]
