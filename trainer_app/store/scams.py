"""Reads what is on the scam shelf."""

from __future__ import annotations

from trainer_app.domain.scams import Choices, Scam
from trainer_app.store.store import Store


def scams(store: Store) -> list[Scam]:
    """All scams on the shelf, the newest first."""
    rows = store.query("SELECT * FROM scams ORDER BY at DESC, scam DESC")
    return [
        Scam(
            row["scam"],
            row["template"],
            Choices(row["who"], row["want"], row["clue"]),
            row["at"],
        )
        for row in rows
    ]
