"""Rows, and the folds that many things share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from trainer_app.domain.events import Event, winner

Row = dict[str, Any]
Fold = Callable[[Sequence[Event]], Row | None]


def strongest(**columns: str) -> Fold:
    """A fold that shows the winning event's body; `columns` rename `field="column"`."""

    def fold(events: Sequence[Event]) -> Row | None:
        best = winner(events)
        if best is None:
            return None
        row: Row = {columns.get(name, name): plain(value) for name, value in best.words.items()}
        if "subject" in columns:
            row[columns["subject"]] = best.header.subject
        return row

    return fold


def without(fold: Fold, *fields: str) -> Fold:
    """The same fold with some columns left out."""

    def narrower(events: Sequence[Event]) -> Row | None:
        row = fold(events)
        return None if row is None else {k: v for k, v in row.items() if k not in fields}

    return narrower


def plain(value: Any) -> Any:
    """A value as a column holds it: flags as 0 and 1, lists as lines."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, list | tuple):
        return "\n".join(str(item) for item in value)
    return value
