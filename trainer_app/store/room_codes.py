"""Reads the codes of rooms."""

from __future__ import annotations

from trainer_app.store.store import Store


def room_code(store: Store, session_id: str) -> str | None:
    """The code of a session's room, or None before there is one."""
    rows = store.query("SELECT code FROM rooms WHERE session = ?", [session_id])
    return next((row["code"] for row in rows), None)
