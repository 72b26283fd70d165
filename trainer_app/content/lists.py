"""Sets lists apart, so that nobody need know that Markdown wants an empty line before one."""

from __future__ import annotations

import re

_QUOTE = re.compile(r"\s*(?:>\s?)*")
_ITEM = re.compile(r" {0,1}(?:[-*+]|\d{1,3}\.)\s")


def set_lists_apart(text: str) -> str:
    """The text with an empty line put before each list that follows a paragraph or a quote."""
    lines: list[str] = []
    # What the line before was in: "" after an empty line, else paragraph, list or quote.
    within, depth = "", 0
    for line in text.split("\n"):
        marks = _QUOTE.match(line)
        quotes = marks.group() if marks and ">" in marks.group() else ""
        words = line[len(quotes) :]
        if quotes.count(">") != depth:
            within = "quote" if depth else ""
            depth = quotes.count(">")
        if not words.strip():
            within = ""
        elif _ITEM.match(words):
            if within in ("paragraph", "quote"):
                lines.append(quotes.rstrip())
            within = "list"
        elif within in ("", "quote"):
            within = "list" if words.startswith("  ") else "paragraph"
        lines.append(line)
    return "\n".join(lines)
