"""A list of ten thousand people: read, looked at for doubts and pairs, and brought in."""

from __future__ import annotations

import csv
import secrets
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.centres import bare_file, founded_centre
from benchmarks.measuring import Figure, compare
from trainer_app import app

PEOPLE = 10_000
_GIVEN = ("Fatoumata", "Mariama", "Abdi", "Олена", "محمد", "Ayşe", "José", "Xuân", "Piet", "ሰላም")
_PARTS = ("Dia", "Jal", "Kova", "Ros", "Gar", "Ngu", "Tes", "Sha", "Yıl", "Ber", "War", "Cee")


def figures(rounds: int) -> list[Figure]:
    """The whole way beside parsing the file and one bulk insert."""
    with TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        file = folder / "people.csv"
        _write(file)
        return [
            compare(
                "roster look",
                lambda: _look(file),
                "csv.reader",
                lambda: _parsed(file),
                rounds=rounds,
            ),
            compare(
                "roster in",
                lambda: _bring_in(file),
                "csv.reader and one bulk insert, SQLCipher",
                lambda: _bulk_insert(file, folder),
                rounds=rounds,
            ),
        ]


def _look(file: Path) -> None:
    with founded_centre() as (ledger, _):
        assert len(app.read_roster(ledger, file).rows) == PEOPLE


def _bring_in(file: Path) -> None:
    with founded_centre() as (ledger, _):
        assert app.bring_in(ledger, app.read_roster(ledger, file), None) == PEOPLE


def _parsed(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.reader(opened))[1:]


def _bulk_insert(file: Path, folder: Path) -> None:
    connection = bare_file(folder / f"{secrets.token_hex(4)}.db")
    connection.execute(
        "CREATE TABLE people (name TEXT, year TEXT, gender TEXT, id TEXT PRIMARY KEY) STRICT"
    )
    rows = [(*row, secrets.token_hex(18)) for row in _parsed(file)]
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO people VALUES (?, ?, ?, ?)", rows)
    connection.execute("COMMIT")
    connection.close()


def _write(file: Path) -> None:
    """People whose names differ as much as those of a town."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        lines = csv.writer(opened)
        lines.writerow(["Name", "Year of birth", "Gender"])
        for count in range(PEOPLE):
            given = _GIVEN[count % len(_GIVEN)]
            family = _PARTS[count // 10 % 12] + _PARTS[count // 120 % 12].lower()
            more = _PARTS[count // 1440 % 12]
            lines.writerow([f"{given} {family} {more}", 1940 + count % 65, "f"])
