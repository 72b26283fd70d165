"""A card's text taken apart into its two lists, as most cards have them, and put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CARD = re.compile(r"(?P<home>(?:- .*\n?)*)\n*## (?P<title>.*)\n*(?P<phone>(?:\n?- .*)*)\n*")


@dataclass(frozen=True, slots=True)
class CardParts:
    """What to remember, a heading, and what to do on one's own phone: a point on each line."""

    home: str
    title: str
    phone: str


def parts_of(text: str) -> CardParts | None:
    """The parts of a card's Markdown; None where somebody wrote it in another way."""
    found = _CARD.fullmatch(text)
    if found is None:
        return None
    title = "" if found["title"].strip() == "…" else found["title"].strip()
    return CardParts(_lines(found["home"]), title, _lines(found["phone"]))


def text_of(parts: CardParts) -> str:
    """The Markdown of a card; `…` stands where words are to come."""
    title = " ".join(parts.title.split()) or "…"
    return f"{_points(parts.home)}\n\n## {title}\n\n{_points(parts.phone)}"


def _lines(points: str) -> str:
    lines = [line.removeprefix("- ").strip() for line in points.strip("\n").split("\n")]
    return "\n".join("" if line == "…" else line for line in lines).strip("\n")


def _points(lines: str) -> str:
    points = (line.strip().removeprefix("- ") for line in lines.strip("\n").split("\n"))
    return "\n".join(f"- {point.strip() or '…'}" for point in points)
