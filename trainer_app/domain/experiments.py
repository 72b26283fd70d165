"""Experiment cards: what a trainer tried, what happened, and what she would do again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

TITLE_LETTERS = 120
TEXT_LETTERS = 2_000
NAME_LETTERS = 80


@dataclass(frozen=True, slots=True)
class Experiment:
    """One card. `lesson` is an id or "". `centre`: whose it is where it came from another one.

    `author` is a trainer's name. `session` is the one it was written after, if any.
    """

    id: str
    title: str
    tried: str
    happened: str
    again: str
    on: date
    lesson: str = ""
    author: str = ""
    centre: str = ""
    session: str | None = None

    @property
    def is_ours(self) -> bool:
        """Whether it was written in this centre; only such a card can be changed or shared."""
        return not self.centre


def is_found(card: Experiment, typed: str, lesson: str) -> bool:
    """Whether every word typed stands somewhere on a card; `lesson` is its lesson's title."""
    parts = (card.title, card.tried, card.happened, card.again, card.author, card.centre, lesson)
    whole = "\n".join(parts).casefold()
    return all(word in whole for word in typed.casefold().split())
