"""Reads where help is near, and the paths of the centre's own."""

from __future__ import annotations

from typing import Any

from trainer_app.domain.helping import HelpPlace
from trainer_app.domain.paths import LearningPath, PathPart
from trainer_app.store.store import Store


def help_places(store: Store, *, removed: bool = False) -> list[HelpPlace]:
    """All places where people can go for help, by topic and rank, or those taken away."""
    rows = store.query(
        "SELECT * FROM help_places WHERE removed = ? ORDER BY topic, rank, id", [int(removed)]
    )
    return [_place(row) for row in rows]


def paths(store: Store, *, removed: bool = False) -> list[LearningPath]:
    """The centre's own paths, the newest first, or those taken away."""
    rows = store.query("SELECT * FROM paths WHERE removed = ? ORDER BY id DESC", [int(removed)])
    return [_path(row) for row in rows]


def _place(row: dict[str, Any]) -> HelpPlace:
    known = {name: value for name, value in row.items() if name != "removed"}
    return HelpPlace(**{**known, "languages": _list(row["languages"])})


def _path(row: dict[str, Any]) -> LearningPath:
    core = _list(row["core"])
    parts = (PathPart(lesson, lesson in core) for lesson in _list(row["lessons"]))
    return LearningPath(row["id"], tuple(parts), row["title"])


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()
