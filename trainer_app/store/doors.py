"""Reads how each laptop can be opened for an evening."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from trainer_app.store.store import Store


@dataclass(frozen=True, slots=True)
class LaptopDoor:
    """A laptop's room key (public halves in hex) and what it lodged with its trainers.

    `lodged`: as `keys.passes.read_lodged` reads it.
    """

    laptop: str
    box_key: str
    sign_key: str
    lodged: str


def others(store: Store) -> dict[str, LaptopDoor]:
    """By laptop, how all others that count can be opened; what each said of itself.

    What a laptop says whose invitation was used twice does not count, so it is not among them.
    """
    rows = store.query(
        "SELECT doors.id, box_key, doors.sign_key, lodged FROM doors"
        " JOIN laptops ON laptops.id = doors.id"
        " WHERE last_seq IS NULL AND doors.id <> ?"
        " AND doors.id NOT IN (SELECT laptop FROM unsettled_forks) ORDER BY doors.id",
        [store.device],
    )
    return {row["id"]: _door(row) for row in rows}


def own(store: Store) -> LaptopDoor | None:
    """How this laptop can be opened, as it said last, whether or not its word counts now.

    A laptop that does not count would say it again at each merge, and no merge would be the last.
    """
    rows = store.query(
        "SELECT body FROM events WHERE thing = ? AND device = ? AND body IS NOT NULL"
        " ORDER BY seq DESC LIMIT 1",
        [f"door:{store.device}", store.device],
    )
    for row in rows:
        said = json.loads(row["body"])
        return LaptopDoor(said["laptop"], said["box_key"], said["sign_key"], said["lodged"])
    return None


def is_shut_out(store: Store) -> bool:
    """Whether a trainer shut this laptop out, as far as it has heard."""
    rows = store.query(
        "SELECT id FROM laptops WHERE id = ? AND last_seq IS NOT NULL", [store.device]
    )
    return any(True for _ in rows)


def last_clock(store: Store) -> int:
    """When this laptop wrote last by its own clock, in UTC seconds; 0 if it never did."""
    rows = store.query(
        "SELECT clock FROM events WHERE device = ? ORDER BY seq DESC LIMIT 1", [store.device]
    )
    return next((row["clock"] // 1000 for row in rows), 0)


def _door(row: dict[str, Any]) -> LaptopDoor:
    return LaptopDoor(row["id"], row["box_key"], row["sign_key"], row["lodged"])
