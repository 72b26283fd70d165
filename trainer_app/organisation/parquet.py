"""Writes the dataset: a Parquet file for each table, centre and month, only where it changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from trainer_app.domain.errors import CannotWriteFile, NeedsExtra
from trainer_app.organisation.rows import Part, Row
from trainer_app.organisation.shapes import FORM, SHAPES
from trainer_app.store.engine import known_trouble

FILE = "part.parquet"
EVERYWHERE = "-"
"""The centre of a table that is not of one, such as what lessons teach."""


def duckdb() -> Any:
    """The engine on one machine. Raises NeedsExtra where it is not installed."""
    try:
        import duckdb as engine
    except ImportError:
        raise NeedsExtra(extra="organisation") from None
    return engine


class Parquet:
    """The open part of a dataset's folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # One thread: the same rows make the same bytes.
        self._db = duckdb().connect(":memory:", config={"threads": 1})

    def bring_up(
        self, centre: str, parts: Mapping[Part, Sequence[Row]], before: Mapping[str, str]
    ) -> dict[str, str]:
        """Write what is not as it was before, and take away what is no more.

        `before`: what this returned the last time. Raises DiskFull, ReadOnly,
        CannotWriteFile.
        """
        now = {f"{table}/{month}": _digest(rows) for (table, month), rows in parts.items()}
        with known_trouble(self._folder):
            for (table, month), rows in parts.items():
                file = self._file(table, centre, month)
                name = f"{table}/{month}"
                if before.get(name) != now[name] or not file.exists():
                    self._write(file, table, rows)
            wanted = {self._file(table, centre, month) for table, month in parts}
            for file in self._files_of(centre) - wanted:
                _remove(file)
        return now

    def close(self) -> None:
        """Let go of the engine."""
        self._db.close()

    def _file(self, table: str, centre: str, month: str) -> Path:
        folder = self._folder / table / f"centre={centre}"
        return (folder / f"month={month}" if month else folder) / FILE

    def _files_of(self, centre: str) -> set[Path]:
        """What lies there, be it from an import that was interrupted."""
        folders = (self._folder / table / f"centre={centre}" for table in SHAPES)
        return {file for folder in folders for file in folder.rglob(f"{FILE}*")}

    def _write(self, file: Path, table: str, rows: Sequence[Row]) -> None:
        """Through another name: whoever reads meanwhile finds the old file or the new one."""
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f"{FILE}.new")
        new.unlink(missing_ok=True)
        columns = SHAPES[table].columns
        listed = ", ".join(
            f'unnest(CAST(${at} AS {type}[])) AS "{name}"'
            for at, (name, type) in enumerate(columns.items(), 1)
        )
        self._db.execute(f"CREATE OR REPLACE TEMP TABLE part AS SELECT {listed}", _columns(rows))
        target = str(new).replace("'", "''")
        try:
            self._db.execute(
                f"COPY (SELECT * FROM part) TO '{target}' (FORMAT parquet, COMPRESSION zstd)"
            )
        except duckdb().IOException as trouble:
            new.unlink(missing_ok=True)
            raise CannotWriteFile(file=FILE, reason="other") from trouble
        with new.open("rb+") as written:
            os.fsync(written.fileno())
        if file.exists() and file.read_bytes() == new.read_bytes():
            new.unlink()
        else:
            new.replace(file)


def _columns(rows: Iterable[Row]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


def _digest(rows: Iterable[Row]) -> str:
    said = hashlib.sha256(f"form {FORM}\n".encode())
    for row in rows:
        said.update(f"{row!r}\n".encode())
    return said.hexdigest()


def _remove(file: Path) -> None:
    """A file, and the folders that hold nothing any more."""
    file.unlink(missing_ok=True)
    for folder in (file.parent, file.parent.parent):
        named = folder.name.startswith(("month=", "centre="))
        if named and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
