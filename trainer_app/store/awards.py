"""Reads what people took home."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.funding.awards import Award
from trainer_app.store.store import Store


def of_course(store: Store, course: str, lesson: str | None = None) -> list[Award]:
    """What was given for a course (or for one lesson of it), the oldest first; revoked ones too."""
    rows = store.query(
        "SELECT * FROM awards WHERE course = ? AND lesson IS ? ORDER BY id", [course, lesson]
    )
    return _awards(rows)


def of_person(store: Store, person: str) -> list[Award]:
    """What one person was given, the oldest first; revoked ones too."""
    return _awards(store.query("SELECT * FROM awards WHERE person = ? ORDER BY id", [person]))


def one(store: Store, award: str) -> Award:
    """One award; raises UnknownThing."""
    for found in _awards(store.query("SELECT * FROM awards WHERE id = ?", [award])):
        return found
    raise UnknownThing(what="award", id=award)


def with_words(store: Store, words: str) -> list[Award]:
    """Awards whose credential holds some words, such as a badge's id."""
    return _awards(
        store.query("SELECT * FROM awards WHERE instr(credential, ?) ORDER BY id", [words])
    )


def _awards(rows: Iterable[dict[str, Any]]) -> list[Award]:
    return [
        Award(
            row["id"],
            row["person"],
            row["course"],
            row["lesson"],
            date.fromisoformat(row["on"]),
            row["credential"],
            bool(row["revoked"]),
        )
        for row in rows
    ]
