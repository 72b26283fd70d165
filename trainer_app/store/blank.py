"""The tables of a new store: worked out by the steps of `schema` once, and only written after."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlite_utils import Database

from trainer_app.store import schema
from trainer_app.store.engine import in_memory

_APPLIED = schema.migrations.migrations_table


def make_tables(db: Database) -> None:
    """Make all tables in an empty file. Must run inside a transaction."""
    making, applied = _log_at_once()
    for sql in making:
        db.execute(sql)
    for row in applied:
        marks = ",".join("?" * len(row))
        db.execute(f"INSERT INTO {_APPLIED} VALUES ({marks})", row)
    schema.make_projections(db)


@cache
def _log_at_once() -> tuple[list[str], list[tuple[Any, ...]]]:
    """What the steps leave behind them, and the list of the steps themselves."""
    db = in_memory()
    try:
        schema.migrations.apply(db)
        making = db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
        applied = db.execute(f"SELECT * FROM {_APPLIED} ORDER BY rowid")
        return [sql for (sql,) in making.fetchall()], applied.fetchall()
    finally:
        db.close()
