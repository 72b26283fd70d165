"""What laptops tell each other about the shared Plaza: small JSON notes, read without trust."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any, get_args

from trainer_app.domain.events import canonical
from trainer_app.domain.wall_acts import (
    MOST_LETTERS,
    REFUSALS,
    Kind,
    Refusal,
    WallAct,
    may_be_words,
)
from trainer_app.services.room.notes import MalformedNote

_KINDS: tuple[str, ...] = get_args(Kind)
_MOST_ID = 80
_LARGEST = 2**53 - 1
_MOST_BYTES = 12 * 1024
"""Of one note with many acts: well below what a message may have."""
_NUMBERS = ("of", "number", "at")
_IDS = ("who", "picture", "phrase", "sticker", "whom")


@dataclass(frozen=True, slots=True)
class Opened:
    """The room has a wall, or another one than before; who wants to see it says Hello."""

    wall: str


@dataclass(frozen=True, slots=True)
class Hello:
    """A laptop wants to see the wall. By its `key`, which it made up for the evening, it is the
    same person again after the connection was lost."""

    key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Whole:
    """A part of all that stands on the wall; `more`: the next one follows.

    `you`: the person that this laptop plays, "" where none is left.
    """

    wall: str
    you: str
    acts: tuple[WallAct, ...]
    last: int
    more: bool


@dataclass(frozen=True, slots=True)
class News:
    """An act that the room let through, or that a laptop wishes for."""

    wall: str
    act: WallAct


@dataclass(frozen=True, slots=True)
class Refused:
    """Why what this laptop wished for cannot be."""

    reason: Refusal


Note = Opened | Hello | Whole | News | Refused


def write_note(note: Note) -> bytes:
    """A note as it goes over the network."""
    match note:
        case Opened(wall):
            return canonical({"opened": wall})
        case Hello(key):
            return canonical({"hello": key})
        case Refused(reason):
            return canonical({"refused": reason})
        case News(wall, act):
            return canonical({"wall": wall, "act": _fields_of(act)})
        case Whole():
            acts = [_fields_of(act) for act in note.acts]
            head = {"wall": note.wall, "you": note.you, "last": note.last, "more": note.more}
            return canonical({**head, "acts": acts})


def in_parts(wall: str, you: str, acts: Sequence[WallAct], last: int) -> list[Whole]:
    """All that stands on a wall, in notes of which each fits into a message."""
    parts: list[list[WallAct]] = [[]]
    size = 0
    for act in acts:
        more = len(canonical(_fields_of(act))) + 1
        if size + more > _MOST_BYTES:
            parts.append([])
            size = 0
        parts[-1].append(act)
        size += more
    end = len(parts) - 1
    return [Whole(wall, you, tuple(part), last, at < end) for at, part in enumerate(parts)]


def read_note(payload: bytes) -> Note:
    """Read what `write_note` made; what a newer program says more is left out.

    Raises MalformedNote.
    """
    try:
        found = json.loads(payload.decode())
    except (ValueError, RecursionError):
        raise MalformedNote from None
    if not isinstance(found, dict):
        raise MalformedNote
    if "hello" in found:
        return Hello(_id(found["hello"]))
    if "opened" in found:
        return Opened(_id(found["opened"]))
    if "refused" in found:
        return Refused(_one_of(found["refused"], REFUSALS))
    wall = _id(found.get("wall"))
    if "act" in found:
        return News(wall, _act(found["act"]))
    acts, more = found.get("acts"), found.get("more")
    if not isinstance(acts, list) or not isinstance(more, bool):
        raise MalformedNote
    last = _count(found.get("last"))
    return Whole(wall, _id(found.get("you")), tuple(_act(each) for each in acts), last, more)


def _fields_of(act: WallAct) -> dict[str, str | int]:
    """What an act says; what is empty needs no room."""
    said = {each.name: getattr(act, each.name) for each in fields(act)}
    return {name: value for name, value in said.items() if value}


def _act(value: Any) -> WallAct:
    if not isinstance(value, dict):
        raise MalformedNote
    words = value.get("words", "")
    if not isinstance(words, str) or len(words) > MOST_LETTERS or not may_be_words(words):
        raise MalformedNote
    ids: dict[str, str] = {name: _id(value.get(name, "")) for name in _IDS}
    numbers: dict[str, int] = {name: _count(value.get(name, 0)) for name in _NUMBERS}
    kind = _one_of(value.get("kind"), _KINDS)
    return WallAct(kind, words=words, **ids, **numbers)  # type: ignore[arg-type]


def _id(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _MOST_ID or not value.isprintable():
        raise MalformedNote
    return value


def _one_of(value: Any, known: Sequence[str]) -> Any:
    if not isinstance(value, str) or value not in known:
        raise MalformedNote
    return value


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _LARGEST:
        raise MalformedNote
    return value
