"""The tables. The log changes by numbered steps that are never edited once released.

Projections have no steps: they are made anew from the log when their shape changes. Integers, UTC
and plain text only, so that they say the same on every laptop.
"""

from __future__ import annotations

import hashlib

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("trainer_app")
VERSION = 1
RULES = 1
"""Raised when a fold makes something else of the same events."""


@migrations(name="0001_log")
def _log(db: Database) -> None:
    db.table("events").create(
        {
            "id": str,
            "device": str,
            "seq": int,
            "clock": int,
            "by": str,
            "kind": str,
            "version": int,
            "subject": str,
            "replaces": str,
            "previous": str,
            "body_hash": str,
            "hash": str,
            "thing": str,
            "salt": str,
            "body": str,
        },
        pk="id",
        strict=True,
        not_null={"device", "seq", "clock", "kind", "version", "replaces", "previous", "hash"},
    )
    db.table("events").create_index(["device", "seq"], unique=True)
    db.table("events").create_index(["thing"])
    db.table("events").create_index(["subject"])
    db.table("secrets").create({"name": str, "value": str}, pk="name", strict=True)


_TEXT, _NUMBER = str, int
_TABLES: dict[str, dict[str, type]] = {
    "centre": {"thing": _TEXT, "name": _TEXT},
    "trainers": {
        "id": _TEXT, "name": _TEXT, "picture": _TEXT, "box_key": _TEXT, "sign_key": _TEXT,
    },
    "laptops": {"id": _TEXT, "code": _TEXT, "sign_key": _TEXT, "certificate": _TEXT},
    "courses": {
        "id": _TEXT, "title": _TEXT, "project": _TEXT, "funder": _TEXT, "place": _TEXT,
        "lessons": _TEXT,
    },
    "sessions": {
        "id": _TEXT, "course": _TEXT, "number": _NUMBER, "date": _TEXT, "planned_start": _TEXT,
        "planned_end": _TEXT, "place": _TEXT, "lessons": _TEXT, "cancelled": _NUMBER,
    },
    "session_times": {"session": _TEXT, "started": _NUMBER, "ended": _NUMBER},
    "headcounts": {"session": _TEXT, "count": _NUMBER},
    "listening": {"session": _TEXT, "on": _NUMBER},
    "people": {
        "id": _TEXT, "number": _TEXT, "name": _TEXT, "birth_year": _NUMBER, "gender": _TEXT,
        "language": _TEXT, "phone": _TEXT, "note": _TEXT, "face": _TEXT, "listed": _NUMBER,
    },
    "pictures": {"person": _TEXT, "pictures": _TEXT},
    "enrolments": {
        "thing": _TEXT, "course": _TEXT, "person": _TEXT, "on": _TEXT, "active": _NUMBER,
    },
    "attendance": {
        "thing": _TEXT, "session": _TEXT, "person": _TEXT, "status": _TEXT, "late": _NUMBER,
        "early": _NUMBER, "left_at": _NUMBER, "role": _TEXT, "marks": _NUMBER,
    },
    "sittings": {
        "id": _TEXT, "person": _TEXT, "device": _TEXT, "session": _TEXT, "began": _NUMBER,
        "ended": _NUMBER, "void": _NUMBER,
    },
    "hands": {"sitting": _TEXT, "up": _NUMBER, "at": _NUMBER},
    "work": {
        "thing": _TEXT, "sitting": _TEXT, "lesson": _TEXT, "page": _NUMBER, "furthest": _NUMBER,
        "pages": _NUMBER, "wrong_in_a_row": _NUMBER, "best_right": _NUMBER, "best_of": _NUMBER,
        "passed": _NUMBER, "finished": _NUMBER, "last_at": _NUMBER,
    },
}  # fmt: skip

_LOOKED_UP_BY = (
    ("sessions", "course"),
    ("enrolments", "course"),
    ("enrolments", "person"),
    ("attendance", "session"),
    ("attendance", "person"),
    ("sittings", "person"),
    ("sittings", "session"),
    ("work", "sitting"),
)

PRIMARY = {name: next(iter(columns)) for name, columns in _TABLES.items()}
"""The primary key of each projection."""


SHAPE = hashlib.sha256(f"{RULES}{_TABLES}".encode()).hexdigest()[:16]
"""Names the shape of the projections: where it differs they are made anew from the log."""


def make_projections(db: Database) -> None:
    """Throw away the tables that are made from the log, and make them empty."""
    for name, columns in _TABLES.items():
        db.table(name).drop(ignore=True)
        db.table(name).create(columns, pk=PRIMARY[name], strict=True)
    for name, column in _LOOKED_UP_BY:
        db.table(name).create_index([column])
