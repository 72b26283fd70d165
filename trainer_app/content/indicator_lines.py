"""Finds the line of each key of a TOML file, which the parser does not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\s-]+?)\s*\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_.-]{1,200}?)\s*=")


def lines_of(text: str) -> Mapping[str, int]:
    """By path (`indicators[2].label.en`, the first of a list being 1), the line that it begins on.

    Keys inside an inline table are not in it: who asks takes the nearest path above.
    """
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    here = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            here = _entered(header[2], header[1] == "[[", counts)
            found.setdefault(here, number)
        elif key := _KEY.match(line):
            path = here
            for part in key[1].split("."):
                path = f"{path}.{part}" if path else part
                found.setdefault(path, number)
    return found


def _entered(name: str, listed: bool, counts: dict[str, int]) -> str:
    """The path of a table's header; the parts before its last are the newest of their lists."""
    parts = [part.strip() for part in name.split(".")][:8]
    path = ""
    for place, part in enumerate(parts):
        path = f"{path}.{part}" if path else part
        if place == len(parts) - 1 and listed:
            counts[path] = counts.get(path, 0) + 1
        if path in counts:
            path = f"{path}[{counts[path]}]"
    return path


def line_at(lines: Mapping[str, int], path: str) -> int:
    """The line of a path, or of the nearest that is above it; 1 where there is none."""
    while path:
        if path in lines:
            return lines[path]
        path = re.sub(r"(\[\d+\]|\.?[^.\[\]]*)$", "", path)
    return 1
