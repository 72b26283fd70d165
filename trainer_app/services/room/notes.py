"""The small notes that laptops of a room send each other, as JSON, and read without trust."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple, get_args

from trainer_app.domain.events import canonical
from trainer_app.domain.rooms import (
    Follow,
    LaptopState,
    PlazaMode,
    RoomLesson,
    RoomState,
    Vote,
)
from trainer_app.store.meeting import End

_LARGEST = 2**53 - 1
_MOST = 10_000
_MOST_LETTERS = 500


class MalformedNote(ValueError):
    """A laptop said something that this program would not say."""


class Holds(NamedTuple):
    """How far a laptop has come with everybody's events, and the centre's keys that it knows."""

    ends: dict[str, End]
    keys: tuple[str, ...]


class Answer(NamedTuple):
    """What the people at a laptop chose in a vote."""

    vote: str
    choice: str
    people: int


def write_holds(ends: Mapping[str, End], keys: Sequence[str]) -> bytes:
    """How far this laptop has come."""
    return canonical({"ends": {device: list(end) for device, end in ends.items()}, "keys": keys})


def read_holds(payload: bytes) -> Holds:
    """Read what `write_holds` made. Raises MalformedNote."""
    fields = _fields(payload, {"ends", "keys"})
    ends = {}
    for device, end in _mapping(fields["ends"]).items():
        seq, mark = _list(end, 2, 2)
        ends[_text(device)] = End(_count(seq), _text(mark))
    return Holds(ends, _texts(fields["keys"]))


def write_ack(held: Mapping[str, int]) -> bytes:
    """How far each laptop's events are on this one's disk."""
    return canonical(dict(held))


def read_ack(payload: bytes) -> dict[str, int]:
    """Read what `write_ack` made. Raises MalformedNote."""
    return {_text(device): _count(seq) for device, seq in _mapping(_parsed(payload)).items()}


def write_state(state: RoomState) -> bytes:
    """The room's state, whole."""
    return canonical(asdict(state))


def read_state(payload: bytes) -> RoomState:
    """Read what `write_state` made; fields of a newer program are left out.

    Raises MalformedNote.
    """
    fields = _known(_mapping(_parsed(payload)), RoomState)
    mode = _text(fields["plaza"])
    if mode not in get_args(PlazaMode):
        raise MalformedNote
    follow, vote = fields["follow"], fields["vote"]
    return RoomState(
        number=_count(fields["number"]),
        session=_text_or_none(fields["session"]),
        ends=_count(fields["ends"]),
        over=_flag(fields["over"]),
        listening=_flag(fields["listening"]),
        follow=None if follow is None else _follow(_known(_mapping(follow), Follow)),
        vote=None if vote is None else _vote(_known(_mapping(vote), Vote)),
        plaza=mode,  # type: ignore[arg-type]
        lessons=tuple(_lesson(one) for one in _list(fields["lessons"], 0, _MOST)),
    )


def write_self(state: LaptopState) -> bytes:
    """What this laptop says of itself."""
    return canonical(asdict(state))


def read_self(payload: bytes) -> LaptopState:
    """Read what `write_self` made. Raises MalformedNote."""
    fields = _known(_mapping(_parsed(payload)), LaptopState)
    battery = fields["battery"]
    return LaptopState(
        clock=_count(fields["clock"]),
        battery=None if battery is None else min(100, _count(battery)),
        plugged=_flag(fields["plugged"]),
        free_mb=_count(fields["free_mb"]),
        people=_count(fields["people"]),
        lesson=_text(fields["lesson"]),
        waiting=_count(fields["waiting"]),
        missing=_texts(fields["missing"]),
        languages=_texts(fields["languages"]),
        program=_text(fields["program"]),
    )


def write_answer(answer: Answer) -> bytes:
    """A laptop's answer in a vote."""
    return canonical(answer._asdict())


def read_answer(payload: bytes) -> Answer:
    """Read what `write_answer` made. Raises MalformedNote."""
    fields = _fields(payload, {"vote", "choice", "people"})
    return Answer(_text(fields["vote"]), _text(fields["choice"]), _count(fields["people"]))


def write_texts(texts: Sequence[str]) -> bytes:
    """A list, such as of lessons that are wanted."""
    return canonical(list(texts))


def read_texts(payload: bytes) -> tuple[str, ...]:
    """Read what `write_texts` made. Raises MalformedNote."""
    return _texts(_parsed(payload))


def _follow(fields: Mapping[str, Any]) -> Follow:
    return Follow(_text(fields["lesson"]), _text(fields["step"]), _text(fields["language"]))


def _vote(fields: Mapping[str, Any]) -> Vote:
    return Vote(
        _text(fields["id"]),
        _text(fields["lesson"]),
        _text(fields["question"]),
        _text(fields["language"]),
        _flag(fields["revealed"]),
    )


def _lesson(value: Any) -> RoomLesson:
    fields = _known(_mapping(value), RoomLesson)
    return RoomLesson(_text(fields["what"]), _count(fields["version"]), _text(fields["content"]))


def _parsed(payload: bytes) -> Any:
    try:
        return json.loads(payload.decode())
    except (ValueError, RecursionError):
        raise MalformedNote from None


def _fields(payload: bytes, names: set[str]) -> dict[str, Any]:
    fields = _mapping(_parsed(payload))
    if not names <= fields.keys():
        raise MalformedNote
    return fields


def _known(fields: Mapping[str, Any], kind: Any) -> Mapping[str, Any]:
    """The fields of a dataclass. A newer program may say more, never less."""
    if not kind.__dataclass_fields__.keys() <= fields.keys():
        raise MalformedNote
    return fields


def _mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict) or len(value) > _MOST:
        raise MalformedNote
    return value


def _list(value: Any, least: int, most: int) -> list[Any]:
    if not isinstance(value, list) or not least <= len(value) <= most:
        raise MalformedNote
    return value


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(_text(one) for one in _list(value, 0, _MOST))


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _MOST_LETTERS or not value.isprintable():
        raise MalformedNote
    return value


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value)


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _LARGEST:
        raise MalformedNote
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise MalformedNote
    return value
