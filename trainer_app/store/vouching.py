"""Reads who vouches for what: trainers, laptops, and what was signed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from trainer_app.domain.events import Event
from trainer_app.store.records import SIGNED, holes, read
from trainer_app.store.store import Store


def signed_events(store: Store, kinds: Collection[str]) -> list[Event]:
    """All events of some kinds that are held, in the order of their chains."""
    wanted = sorted(kinds)
    # What a newer program signed is about nothing yet, but its signature holds.
    where = (
        f"({SIGNED} OR thing IS NULL) AND kind IN ({holes(wanted)}) AND body IS NOT NULL"
        " ORDER BY device, seq"
    )
    with store.reading() as db:
        return list(read(db, where, wanted))


def signed_things(store: Store, kinds: Collection[str]) -> set[str]:
    """What there is a signed and counted event about."""
    wanted = sorted(kinds)
    rows = store.query(
        f"SELECT DISTINCT thing FROM events WHERE ({SIGNED}) AND kind IN ({holes(wanted)})"
        " AND aside IS NULL AND json_extract(body, '$.signature') IS NOT NULL",
        wanted,
    )
    return {row["thing"] for row in rows}


def trainer_names(store: Store) -> dict[str, str]:
    """Names by id, of removed trainers too."""
    return {row["id"]: row["name"] for row in store.query("SELECT id, name FROM trainers")}


def removed_trainers(store: Store) -> dict[str, Sequence[str]]:
    """Removed trainers, each with the signatures that still count."""
    rows = store.query("SELECT id, known FROM trainers WHERE removed")
    return {row["id"]: row["known"].split("\n") if row["known"] else [] for row in rows}


def laptop_codes(store: Store) -> set[str]:
    """The letters of all laptops."""
    return {row["code"] for row in store.query("SELECT code FROM laptops")}


def recovery_key(store: Store) -> str | None:
    """What the recovery code that is in force signs with, in hex."""
    rows = store.query("SELECT sign_key FROM recovery")
    return next((row["sign_key"] for row in rows), None)


def centre_key(store: Store) -> str | None:
    """The public half that bundles are sealed to, in hex."""
    rows = store.query("SELECT box_key FROM centre_keys")
    return next((row["box_key"] for row in rows), None)


def centre_keys_ever(store: Store) -> set[str]:
    """The public halves, in hex, that a trainer ever named for bundles to be sealed to."""
    rows = store.query(
        "SELECT json_extract(body, '$.box_key') AS box_key FROM events"
        " WHERE thing = 'centre-key' AND aside IS NULL"
    )
    return {row["box_key"] for row in rows}


def recovery(store: Store) -> tuple[str, str] | None:
    """Both public halves of the recovery code that is in force, in hex."""
    rows = store.query("SELECT box_key, sign_key FROM recovery")
    return next(((row["box_key"], row["sign_key"]) for row in rows), None)


def has_second_history(store: Store) -> bool:
    """Whether two histories are known under this laptop's own device, settled or not."""
    rows = store.query(
        "SELECT laptop FROM unsettled_forks WHERE laptop = ?"
        " UNION SELECT laptop FROM forks WHERE laptop = ?",
        [store.device, store.device],
    )
    return any(True for _ in rows)


def letters(store: Store, laptop: str) -> str:
    """The letters of a laptop, or nothing before it was admitted."""
    rows = store.query("SELECT code FROM laptops WHERE id = ?", [laptop])
    return next((row["code"] for row in rows), "")


def letters_taken(store: Store) -> set[str]:
    """Laptops whose letters belong to one that was admitted before."""
    rows = store.query("SELECT id, code FROM laptops ORDER BY admitted, id")
    first: dict[str, str] = {}
    return {row["id"] for row in rows if first.setdefault(row["code"], row["id"]) != row["id"]}


@dataclass(frozen=True, slots=True)
class KnownTrainer:
    """A trainer as the log has her; keys in hex, `wrapped` as `keys.wrapping` writes it."""

    id: str
    name: str
    picture: str
    box_key: str
    sign_key: str
    wrapped: str | None
    role: str
    until: str | None
    removed: bool


def trainers(store: Store) -> list[KnownTrainer]:
    """All trainers who ever were, the removed ones too."""
    rows = store.query(
        "SELECT id, name, picture, box_key, sign_key, wrapped, role, until, removed FROM trainers"
        " ORDER BY id"
    )
    return [KnownTrainer(**{**row, "removed": bool(row["removed"])}) for row in rows]
