"""Reads which sessions a trainer led: those that she started, ended or marked."""

from __future__ import annotations

from trainer_app.store.store import Store


def led_by(store: Store, trainer: str, since: int) -> list[tuple[int, int | None]]:
    """Real start and end in UTC seconds of what a trainer led from a moment on, in order."""
    rows = store.query(
        "SELECT started, ended FROM session_times JOIN sessions ON sessions.id = session"
        " WHERE started >= ? AND NOT cancelled AND EXISTS ("
        '  SELECT 1 FROM events WHERE events."by" = ? AND aside IS NULL AND ('
        "   thing = 'times:' || session OR ("
        # A colon is followed by a semicolon: all marks of the session, by the index.
        "   thing > 'attendance:' || session || ':' AND thing < 'attendance:' || session || ';')))"
        " ORDER BY started, session",
        [since, trainer],
    )
    return [(row["started"], row["ended"]) for row in rows]
