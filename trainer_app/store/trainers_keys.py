"""Reads the keys that trainers share, each with what they open it by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from trainer_app.store.store import Store


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A shared key. `public`: its halves in hex. `lodged`: its seed sealed, all in hex.

    It is sealed to each public half (X25519) that `lodged` names.
    """

    purpose: str
    public: str
    lodged: Mapping[str, str]


def all_of_them(store: Store) -> list[KnownKey]:
    """Every shared key that ever was, the oldest first."""
    rows = store.query("SELECT purpose, public, lodged FROM trainers_keys ORDER BY at, public")
    return [KnownKey(row["purpose"], row["public"], json.loads(row["lodged"])) for row in rows]


def of_purpose(store: Store, purpose: str) -> list[KnownKey]:
    """The keys of one purpose, the oldest first."""
    return [key for key in all_of_them(store) if key.purpose == purpose]


def one(store: Store, purpose: str, public: str) -> KnownKey | None:
    """A key by its public halves."""
    return next((key for key in of_purpose(store, purpose) if key.public == public), None)
