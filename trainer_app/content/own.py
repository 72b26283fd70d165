"""Reads and writes `own.toml`: whose lesson it is that a centre has of its own."""

from __future__ import annotations

import re
from pathlib import Path

from trainer_app.content.fields import OWN_FILE, Fields, has_photos
from trainer_app.content.toml_text import quoted, truth
from trainer_app.domain.lessons import Own

_KEY = re.compile(r"[0-9a-f]{64}")


def read_own(folder: Path) -> Own | None:
    """Where a centre's own lesson comes from; None for a lesson that is not a centre's own.

    Raises UnreadableLesson if the file is there and broken.
    """
    if not has_photos(folder):
        return None
    fields = Fields.of_file(folder / OWN_FILE)
    key = fields.text("key")
    if not _KEY.fullmatch(key):
        raise fields.broken("toml-fields", key="key")
    return Own(
        origin=fields.text("origin", ""),
        origin_version=fields.count("origin_version", 0, least=0),
        author=fields.text("author", ""),
        key=key,
        made_here=fields.flag("made_here", False),
    )


def own_text(own: Own) -> str:
    """The words of `own.toml`."""
    return (
        f"origin = {quoted(own.origin)}\n"
        f"origin_version = {own.origin_version}\n"
        f"author = {quoted(own.author)}\n"
        f"key = {quoted(own.key)}\n"
        f"made_here = {truth(own.made_here)}\n"
    )
