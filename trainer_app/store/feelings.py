"""Reads how it was, as learners said it, and whether they are asked."""

from __future__ import annotations

from trainer_app.store.store import Store


def faces(store: Store, session_id: str) -> dict[str, list[int]]:
    """The faces chosen in a session, by question; in no order that tells anything."""
    found: dict[str, list[int]] = {}
    rows = store.query(
        "SELECT question, face FROM feelings WHERE session = ? ORDER BY question, face",
        [session_id],
    )
    for row in rows:
        found.setdefault(row["question"], []).append(row["face"])
    return found


def is_asked(store: Store, session_id: str) -> bool:
    """Whether a trainer asks learners of a session how it was."""
    rows = store.query('SELECT 1 FROM asked WHERE "on" AND session = ?', [session_id])
    return any(True for _ in rows)
