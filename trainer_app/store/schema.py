"""The tables, as numbered steps that are never edited once released.

Integers, UTC and plain text only: a projection says the same on every laptop.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("trainer_app")
VERSION = 1


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


@migrations(name="0002_projections")
def _projections(db: Database) -> None:
    text, number = str, int
    tables: dict[str, dict[str, type]] = {
        "centre": {"thing": text, "name": text},
        "trainers": {
            "id": text, "name": text, "picture": text, "box_key": text, "sign_key": text,
        },
        "laptops": {"id": text, "code": text, "sign_key": text, "certificate": text},
        "courses": {
            "id": text, "title": text, "project": text, "funder": text, "place": text,
            "lessons": text,
        },
        "sessions": {
            "id": text, "course": text, "number": number, "date": text, "planned_start": text,
            "planned_end": text, "place": text, "lessons": text, "cancelled": number,
        },
        "session_times": {"session": text, "started": number, "ended": number},
        "headcounts": {"session": text, "count": number},
        "listening": {"session": text, "on": number},
        "people": {
            "id": text, "number": text, "name": text, "birth_year": number, "gender": text,
            "language": text, "phone": text, "note": text, "face": text, "listed": number,
        },
        "pictures": {"person": text, "pictures": text},
        "enrolments": {"thing": text, "course": text, "person": text, "on": text, "active": number},
        "attendance": {
            "thing": text, "session": text, "person": text, "status": text, "late": number,
            "early": number, "left_at": number, "role": text, "marks": number,
        },
        "sittings": {
            "id": text, "person": text, "device": text, "session": text, "began": number,
            "ended": number, "void": number,
        },
        "hands": {"sitting": text, "up": number, "at": number},
        "work": {
            "thing": text, "sitting": text, "lesson": text, "page": number, "furthest": number,
            "pages": number, "wrong_in_a_row": number, "best_right": number, "best_of": number,
            "passed": number, "finished": number, "last_at": number,
        },
    }  # fmt: skip
    for name, columns in tables.items():
        db.table(name).create(columns, pk=next(iter(columns)), strict=True)
    db.table("sessions").create_index(["course"])
    db.table("enrolments").create_index(["course"])
    db.table("enrolments").create_index(["person"])
    db.table("attendance").create_index(["session"])
    db.table("attendance").create_index(["person"])
    db.table("sittings").create_index(["person"])
    db.table("sittings").create_index(["session"])
    db.table("work").create_index(["sitting"])
