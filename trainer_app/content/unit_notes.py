"""What is noted beside a translation: from which source text each line of it was made."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from trainer_app.content.toml_text import quoted
from trainer_app.domain.translating import Translation

NOTES_FILE = "units.toml"
"""Stands in the folder of a language, beside its files of words."""

_MOST_BYTES = 2_000_000


def notes_text(translation: Translation) -> str:
    """The words of the file: each unit's id and the source text, "" where nobody knows it."""
    lines = ["# From which words each line was translated. The program writes this."]
    for each in translation.units:
        text = each.unit.text if each.state == "missing" else (each.made_from or "")
        if each.state == "done" and each.made_from is None:
            text = each.unit.text  # the whole file was made from the source as it is now
        lines.append(f"{quoted(each.unit.id)} = {quoted(text)}")
    return "\n".join(lines) + "\n"


def read_notes(path: Path) -> Mapping[str, str]:
    """By unit id the source text; nothing where the file is not there or not whole."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return {}
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}
    return {key: value for key, value in table.items() if isinstance(value, str)}
