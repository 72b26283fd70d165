"""Reads how laptops were when they were last looked after."""

from __future__ import annotations

import re
from typing import Any

from trainer_app.domain.laptop_checks import LaptopCheck
from trainer_app.store.store import Store

_VERSION = re.compile("[0-9]{1,9}")


def checks(store: Store) -> dict[str, LaptopCheck]:
    """By laptop, what it last said of itself."""
    return {row["id"]: _check(row) for row in store.query("SELECT * FROM checks")}


def unconfirmed(store: Store) -> int:
    """How many events of this laptop not every other laptop is known to hold; 0 if it is alone."""
    others = store.query(
        "SELECT coalesce(acknowledged.seq, 0) AS seq FROM laptops LEFT JOIN acknowledged"
        " ON acknowledged.laptop = laptops.id AND acknowledged.device = ?"
        " WHERE laptops.id <> ? AND laptops.last_seq IS NULL",
        [store.device, store.device],
    )
    known = min((row["seq"] for row in others), default=None)
    if known is None:
        return 0
    rows = store.query(
        "SELECT count(*) AS many FROM events WHERE device = ? AND seq > ?", [store.device, known]
    )
    return int(next(iter(rows))["many"])


def _check(row: dict[str, Any]) -> LaptopCheck:
    return LaptopCheck(
        at=row["at"],
        battery=row["battery"],
        free_mb=row["free_mb"],
        program=row["program"],
        voices=frozenset(_list(row["languages"])),
        lessons=dict(map(_versioned, _list(row["lessons"]))),
    )


def _versioned(text: str) -> tuple[str, int]:
    """A lesson's id and its version, from `id@version`; another laptop may say anything."""
    lesson, _at, version = text.rpartition("@")
    known = _VERSION.fullmatch(version)
    return (lesson, int(version)) if known else (text, 0)


def _list(text: str) -> list[str]:
    return text.split("\n") if text else []
