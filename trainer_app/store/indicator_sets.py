"""Reads the indicator sets that an organiser added: text that nobody has checked here yet."""

from __future__ import annotations

from trainer_app.store.store import Store


def own_sets(store: Store) -> list[tuple[str, str]]:
    """Name and text of each, by name."""
    rows = store.query("SELECT id, text FROM indicator_sets ORDER BY id")
    return [(row["id"], row["text"]) for row in rows]
