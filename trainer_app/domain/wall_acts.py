"""What can be done on the shared wall, and what it is made of."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Literal, get_args

Kind = Literal[
    "post", "comment", "like", "unlike", "take-back", "take-down", "set-phrases", "words-again"
]
Refusal = Literal[
    "", "paused", "words", "not-yours", "gone", "too-long", "too-many", "full", "malformed"
]
REFUSALS: tuple[str, ...] = get_args(Refusal)

TRAINER = ""
"""Who does what only the trainer may."""
OF_TRAINER: frozenset[Kind] = frozenset({"take-down", "set-phrases", "words-again"})

MOST_LETTERS = 200
_MOST_MARKS = 4
_JOINERS = frozenset("\u200c\u200d")
"""They have no look of their own, but Persian and many pictures are not written without them."""


@dataclass(frozen=True, slots=True)
class WallThings:
    """What can be put on the wall, and whom one can be, as ids; words and pictures stand elsewhere.

    `pictures` are ids, not files.
    """

    people: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    stickers: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


NO_THINGS = WallThings()


@dataclass(frozen=True, slots=True)
class WallAct:
    """One thing that somebody does. The host gives it its `number`, from 1, and the time `at`.

    `of`: the number of the post or the comment that it is about. `whom`: whose words the trainer
    minds. `at`: whole seconds of the host's clock.
    """

    kind: Kind
    who: str = TRAINER
    of: int = 0
    picture: str = ""
    phrase: str = ""
    sticker: str = ""
    words: str = field(default="", repr=False)  # what people type never stands in a log
    whom: str = ""
    number: int = 0
    at: int = 0


def may_be_words(words: str) -> bool:
    """Whether a text can be shown as it is: no hidden signs, no heaps of marks on a letter."""
    marks = 0
    for sign in words:
        if sign in _JOINERS:
            continue
        if not sign.isprintable():
            return False
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks > _MOST_MARKS:
            return False
    return True


def is_whole(act: WallAct, things: WallThings) -> bool:
    """Whether it says all that its kind needs, and nothing else, and only what there is."""
    if (act.kind in OF_TRAINER) != (act.who == TRAINER):
        return False
    if act.who != TRAINER and act.who not in things.people:
        return False
    if not may_be_words(act.words) or act.words != act.words.strip():
        return False
    said = [each for each in (act.phrase, act.sticker, act.words) if each]
    known = (
        (act.phrase, things.phrases),
        (act.sticker, things.stickers),
        (act.picture, things.pictures),
    )
    if any(each and each not in there for each, there in known):
        return False
    if act.kind == "post":
        return not act.of and not act.whom and len(said) <= 1 and bool(said or act.picture)
    if act.kind == "comment":
        return act.of > 0 and not act.whom and len(said) == 1 and not act.picture
    if said or act.picture:
        return False
    if act.kind in ("set-phrases", "words-again"):
        return not act.of and act.whom in things.people
    return act.of > 0 and not act.whom
