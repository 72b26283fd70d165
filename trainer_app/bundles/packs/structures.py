"""Looks at a pack's TOML before the reader of lessons does: bounded in every direction."""

from __future__ import annotations

import tomllib
from typing import Any

from trainer_app.bundles.packs import limits
from trainer_app.bundles.packs.signs import hidden_sign
from trainer_app.domain.errors import HarmfulLesson


def check_structure(content: bytes, inside: str, file: str) -> None:
    """Raise HarmfulLesson for a file that is no TOML, or more of it than a lesson can have."""
    rule = _broken(content)
    if rule:
        raise HarmfulLesson(file=file, inside=inside, line=0, rule=rule)


def _broken(content: bytes) -> str:
    if len(content) > limits.STRUCTURE_BYTES:
        return "too-long"
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "encoding"
    if hidden_sign(text) is not None:
        return "odd-signs"
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError):
        return "toml-readable"
    return _out_of_bounds(table)


def _out_of_bounds(table: dict[str, Any]) -> str:
    """What is too deep, too much or too large for a lesson; "" if all is within bounds."""
    waiting: list[tuple[Any, int]] = [(table, 1)]
    values = 0
    while waiting:
        value, depth = waiting.pop()
        values += 1
        if values > limits.STRUCTURE_VALUES or depth > limits.STRUCTURE_DEPTH:
            return "too-deep"
        if isinstance(value, dict):
            waiting += ((each, depth + 1) for pair in value.items() for each in pair)
        elif isinstance(value, list):
            waiting += ((each, depth + 1) for each in value)
        elif isinstance(value, str):
            if len(value) > limits.STRUCTURE_LETTERS:
                return "too-long"
        elif isinstance(value, bool):
            continue
        elif not isinstance(value, int) or abs(value) > limits.STRUCTURE_NUMBER:
            return "toml-fields"
    return ""
