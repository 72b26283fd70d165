"""Tells which page, question or part of a lesson a finding is about."""

from __future__ import annotations

import re
from pathlib import Path

from trainer_app.content.rules.table import Finding

_ID = re.compile(r"#+ .*\{#([a-z0-9-]+)[^{}]*\}\s*|id = \"([a-z0-9-]+)\"\s*")


def part_of(folder: Path, finding: Finding) -> str:
    """The id of the page, question, objective or part; "" for the lesson or a file as a whole.

    `folder` is the lesson's.
    """
    for fact in ("page", "question", "part", "objective", "id"):
        if finding.facts.get(fact):
            return str(finding.facts[fact])
    try:
        lines = (folder / finding.file).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return ""
    above = lines[: finding.line]
    for number in range(len(above) - 1, 0, -1):
        found = _ID.fullmatch(above[number])
        if found and (found[1] or above[number - 1].startswith("[[")):
            return found[1] or found[2]
    return ""
