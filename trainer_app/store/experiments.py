"""Reads the experiment cards."""

from __future__ import annotations

from datetime import date

from trainer_app.domain.experiments import Experiment
from trainer_app.store.store import Store


def experiments(store: Store, *, removed: bool = False) -> list[Experiment]:
    """All cards, the newest first, or those taken away."""
    rows = store.query(
        'SELECT * FROM experiments WHERE removed = ? ORDER BY "on" DESC, id DESC', [int(removed)]
    )
    return [
        Experiment(
            id=row["id"],
            title=row["title"],
            tried=row["tried"],
            happened=row["happened"],
            again=row["again"],
            on=date.fromisoformat(row["on"]),
            lesson=row["lesson"],
            author=row["author"],
            centre=row["centre"],
            session=row["session"],
        )
        for row in rows
    ]
