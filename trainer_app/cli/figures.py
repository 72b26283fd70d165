"""The figures of lessons as lines of a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

_HEAD = (
    "lesson, language", "pages", "words a page", "a sentence", "longest", "minutes to read",
    "pictures described", "right in place 1/2/3", "right is longest", "pages that scroll",
)  # fmt: skip


def figure_lines(figures: Sequence[dict[str, Any]]) -> Iterator[str]:
    """A table, then the words of each lesson that are neither plain nor explained."""
    if not figures:
        return
    rows = [_HEAD, *map(_row, figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
    for each in figures:
        if each["outside"]:
            words = ", ".join(each["outside"])
            yield f"{each['lesson']} {each['language']}: neither plain nor explained: {words}"


def _row(each: dict[str, Any]) -> tuple[str, ...]:
    words, places = each["page_words"], each["right_places"]
    return (
        f"{each['lesson']} {each['language']}",
        f"{len(words)}",
        f"{min(words)}-{max(words)}",
        f"{each['sentence_words']}",
        f"{each['longest_sentence']}",
        f"{each['minutes']}",
        f"{each['described']} of {each['pictures']}",
        "/".join(map(str, places)),
        f"{each['right_longest']} of {each['questions']}",
        ", ".join(each["too_long"]) or "none",
    )
