"""The tables. The log changes by numbered steps that are never edited once released.

Projections have no steps: they are made anew from the log when their shape changes. Integers, UTC
and plain text only, so that they say the same on every laptop.
"""

from __future__ import annotations

import hashlib

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("trainer_app")
VERSION = 2
RULES = 3
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


@migrations(name="0002_many_laptops")
def _many_laptops(db: Database) -> None:
    """Two different events of one place in a chain are both kept, so a header's hash is the key.

    `aside` says why an event does not count. `superseded` holds what erased events had replaced,
    `heads` what laptops signed, `acknowledged` how far each other laptop is known to have come.
    """
    events = db.table("events")
    for index in events.indexes:
        if index.origin == "c":
            db.execute(f"DROP INDEX {index.name}")
    events.add_column("aside", str)
    events.transform(pk="hash", not_null={"id", "hash"}, strict=True)
    for columns in (["id"], ["device", "seq"], ["thing"], ["subject"]):
        db.table("events").create_index(columns)
    # Asked before each answer, so only of what does not count.
    db.execute("CREATE INDEX idx_events_aside ON events (device) WHERE aside IS NOT NULL")
    db.table("superseded").create({"id": str, "by": str}, pk=["id", "by"], strict=True)
    db.table("heads").create(
        {"hash": str, "device": str, "seq": int, "signature": str}, pk="hash", strict=True
    )
    db.table("acknowledged").create(
        {"laptop": str, "device": str, "seq": int}, pk=["laptop", "device"], strict=True
    )


_TEXT, _NUMBER = str, int
_TABLES: dict[str, dict[str, type]] = {
    "centre": {"thing": _TEXT, "name": _TEXT},
    "centre_keys": {"thing": _TEXT, "box_key": _TEXT},
    "trainers": {
        "id": _TEXT, "name": _TEXT, "picture": _TEXT, "box_key": _TEXT, "sign_key": _TEXT,
        "wrapped": _TEXT, "role": _TEXT, "until": _TEXT, "removed": _NUMBER, "known": _TEXT,
    },
    "recovery": {"thing": _TEXT, "box_key": _TEXT, "sign_key": _TEXT},
    "laptops": {
        "id": _TEXT, "code": _TEXT, "sign_key": _TEXT, "invitation": _TEXT, "admitted": _NUMBER,
        "readmitted": _NUMBER, "last_seq": _NUMBER, "last_head": _TEXT,
    },
    "forks": {"thing": _TEXT, "laptop": _TEXT, "after": _TEXT, "counted": _TEXT},
    "edges": {"edge": _TEXT, "a": _TEXT, "b": _TEXT},
    "apart": {"thing": _TEXT, "a": _TEXT, "b": _TEXT},
    "erasures": {"erasure": _TEXT, "people": _TEXT, "attendance": _TEXT},
    "restrictions": {"person": _TEXT, "until": _TEXT},
    "projects": {
        "id": _TEXT, "name": _TEXT, "funder": _TEXT, "keep_until": _TEXT, "grant": _TEXT,
        "starts": _TEXT, "ends": _TEXT, "currency": _TEXT, "rate": _NUMBER, "sets": _TEXT,
        "targets": _TEXT, "least_minutes": _NUMBER, "hour_minutes": _NUMBER,
        "break_minutes": _NUMBER, "rounding": _TEXT, "late_in_full": _NUMBER,
        "completion": _TEXT, "completion_share": _NUMBER, "estimates": _NUMBER,
        "smallest_cell": _NUMBER, "exit_days": _NUMBER,
    },
    "courses": {
        "id": _TEXT, "title": _TEXT, "project": _TEXT, "funder": _TEXT, "place": _TEXT,
        "lessons": _TEXT, "core": _TEXT, "projects": _TEXT,
    },
    "sessions": {
        "id": _TEXT, "course": _TEXT, "number": _NUMBER, "date": _TEXT, "planned_start": _TEXT,
        "planned_end": _TEXT, "place": _TEXT, "lessons": _TEXT, "core": _TEXT,
        "cancelled": _NUMBER,
    },
    "session_times": {"session": _TEXT, "started": _NUMBER, "ended": _NUMBER},
    "headcounts": {"session": _TEXT, "count": _NUMBER},
    "listening": {"session": _TEXT, "on": _NUMBER},
    "people": {
        "id": _TEXT, "number": _TEXT, "name": _TEXT, "birth_year": _NUMBER, "gender": _TEXT,
        "language": _TEXT, "phone": _TEXT, "note": _TEXT, "face": _TEXT, "listed": _NUMBER,
        "stands": _TEXT,
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
        "passed": _NUMBER, "quiz_passed": _NUMBER, "goals_met": _NUMBER, "goals": _NUMBER,
        "practised": _NUMBER, "goals_done": _TEXT, "finished": _NUMBER, "last_at": _NUMBER,
    },
    "recalls": {
        "thing": _TEXT, "sitting": _TEXT, "lesson": _TEXT, "question": _TEXT, "right": _NUMBER,
        "at": _NUMBER,
    },
    "placings": {
        "sitting": _TEXT, "alone": _TEXT, "helped": _TEXT, "unknown": _TEXT, "lesson": _TEXT,
        "at": _NUMBER,
    },
    "scams": {
        "scam": _TEXT, "template": _TEXT, "who": _TEXT, "want": _TEXT, "clue": _TEXT, "at": _NUMBER,
    },
    "plans": {
        "thing": _TEXT, "plan": _TEXT, "person": _TEXT, "lesson": _TEXT, "version": _NUMBER,
        "sheet": _TEXT, "at": _NUMBER,
    },
    "help_places": {
        "id": _TEXT, "topic": _TEXT, "name": _TEXT, "phone": _TEXT, "address": _TEXT,
        "hours": _TEXT, "languages": _TEXT, "note": _TEXT, "rank": _NUMBER, "removed": _NUMBER,
    },
    "paths": {
        "id": _TEXT, "title": _TEXT, "lessons": _TEXT, "core": _TEXT, "removed": _NUMBER,
    },
    "doors": {
        "id": _TEXT, "box_key": _TEXT, "sign_key": _TEXT, "lodged": _TEXT, "at": _NUMBER,
    },
    "checks": {
        "id": _TEXT, "battery": _NUMBER, "free_mb": _NUMBER, "program": _TEXT,
        "languages": _TEXT, "lessons": _TEXT, "at": _NUMBER,
    },
    "rooms": {"session": _TEXT, "code": _TEXT},
    "offers": {"sitting": _TEXT, "on": _NUMBER, "at": _NUMBER},
    "helpings": {
        "id": _TEXT, "person": _TEXT, "session": _TEXT, "lesson": _TEXT, "began": _NUMBER,
        "ended": _NUMBER,
    },
    "asked": {"session": _TEXT, "on": _NUMBER},
    "feelings": {
        "id": _TEXT, "session": _TEXT, "question": _TEXT, "face": _NUMBER, "at": _NUMBER,
    },
    "experiments": {
        "id": _TEXT, "session": _TEXT, "lesson": _TEXT, "title": _TEXT, "tried": _TEXT,
        "happened": _TEXT, "again": _TEXT, "author": _TEXT, "centre": _TEXT, "on": _TEXT,
        "removed": _NUMBER,
    },
    "sheets": {
        "id": _TEXT, "session": _TEXT, "people": _TEXT, "event": _TEXT, "at": _NUMBER,
    },
    "partners": {
        "id": _TEXT, "project": _TEXT, "name": _TEXT, "share": _NUMBER, "logo": _TEXT,
        "rank": _NUMBER, "removed": _NUMBER,
    },
    "costs": {
        "id": _TEXT, "project": _TEXT, "on": _TEXT, "what": _TEXT, "cents": _NUMBER,
        "removed": _NUMBER,
    },
    "work_done": {
        "id": _TEXT, "person": _TEXT, "project": _TEXT, "session": _TEXT, "on": _TEXT,
        "minutes": _NUMBER, "role": _TEXT, "task": _TEXT, "paid": _NUMBER, "removed": _NUMBER,
    },
    "pay": {"thing": _TEXT, "person": _TEXT, "project": _TEXT, "paid": _NUMBER},
    "answers": {
        "id": _TEXT, "person": _TEXT, "project": _TEXT, "stage": _TEXT, "question": _TEXT,
        "value": _TEXT, "sealed": _TEXT, "key": _TEXT, "on": _TEXT, "language": _TEXT,
        "interpreter": _NUMBER, "by": _TEXT, "at": _NUMBER,
    },
    "consents": {
        "thing": _TEXT, "person": _TEXT, "project": _TEXT, "use": _TEXT, "given": _NUMBER,
        "on": _TEXT, "how": _TEXT, "language": _TEXT, "interpreter": _NUMBER, "guardian": _TEXT,
    },
    "leavings": {"thing": _TEXT, "project": _TEXT, "person": _TEXT, "on": _TEXT},
    "claims": {
        "id": _TEXT, "project": _TEXT, "label": _TEXT, "since": _TEXT, "until": _TEXT,
        "heads": _TEXT, "frozen": _TEXT, "at": _NUMBER, "signer": _TEXT,
    },
    "trainers_keys": {
        "thing": _TEXT, "purpose": _TEXT, "public": _TEXT, "lodged": _TEXT, "at": _NUMBER,
    },
    "awards": {
        "id": _TEXT, "person": _TEXT, "course": _TEXT, "lesson": _TEXT, "on": _TEXT,
        "credential": _TEXT, "revoked": _NUMBER,
    },
    "doubles": {"thing": _TEXT, "project": _TEXT, "period": _TEXT, "key": _TEXT},
    "indicator_sets": {"id": _TEXT, "text": _TEXT},
    "prints": {
        "id": _TEXT, "person": _TEXT, "project": _TEXT, "period": _TEXT, "print": _TEXT,
        "key": _TEXT,
    },
    # Made from the tables above, or beside them
    "conflicts": {"thing": _TEXT, "amount": _NUMBER},
    "same": {"person": _TEXT, "stands": _TEXT},
    "erased": {"person": _TEXT, "erasure": _TEXT},
    "erased_attendance": {
        "row": _TEXT, "erasure": _TEXT, "session": _TEXT, "role": _TEXT, "status": _TEXT,
        "late": _NUMBER, "early": _NUMBER, "left_at": _NUMBER,
    },
    "unsettled_forks": {"thing": _TEXT, "laptop": _TEXT, "after": _TEXT, "branches": _TEXT},
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
    ("recalls", "sitting"),
    ("plans", "person"),
    ("helpings", "person"),
    ("helpings", "session"),
    ("feelings", "session"),
    ("sheets", "session"),
    ("partners", "project"),
    ("costs", "project"),
    ("work_done", "project"),
    ("work_done", "person"),
    ("pay", "project"),
    ("answers", "person"),
    ("consents", "person"),
    ("leavings", "person"),
    ("claims", "project"),
    ("awards", "person"),
    ("prints", "person"),
    ("people", "stands"),
    ("erased_attendance", "session"),
)

TABLES = tuple(_TABLES)
"""All projections."""

PRIMARY = {name: next(iter(columns)) for name, columns in _TABLES.items()}
"""The primary key of each projection."""


SHAPE = hashlib.sha256(f"{RULES}{_TABLES}".encode()).hexdigest()[:16]
"""Names the shape of the projections: where it differs they are made anew from the log."""


_SQL_TYPES = {_TEXT: "TEXT", _NUMBER: "INTEGER"}


def _projection(name: str) -> str:
    columns = ", ".join(
        f'"{column}" {_SQL_TYPES[kind]}' + (" PRIMARY KEY" if column == PRIMARY[name] else "")
        for column, kind in _TABLES[name].items()
    )
    return f'CREATE TABLE "{name}" ({columns}) STRICT'


# In plain SQL: each call of the library asks the file what it holds before it adds to it.
_MAKING = (
    *(sql for name in _TABLES for sql in (f'DROP TABLE IF EXISTS "{name}"', _projection(name))),
    *(
        f'CREATE INDEX "idx_{name}_{column}" ON "{name}" ("{column}")'
        for name, column in _LOOKED_UP_BY
    ),
)


def make_projections(db: Database) -> None:
    """Throw away the tables that are made from the log, and make them empty."""
    for sql in _MAKING:
        db.execute(sql)
