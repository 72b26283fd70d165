"""A claim as text in an event, and back: what another laptop wrote is never trusted."""

from __future__ import annotations

import binascii
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

import zstandard

from trainer_app.domain.errors import ClaimDamaged, ClaimTooLarge
from trainer_app.domain.events import canonical
from trainer_app.domain.fields import FITS
from trainer_app.domain.funding.claims import (
    Claim,
    ClaimRow,
    ClaimSession,
    ClaimSet,
)
from trainer_app.domain.funding.participation import Sums
from trainer_app.domain.funding.projects import Rules

_FORMAT = 1
_LEVEL = 12
_COLUMNS = ("session", "person", "role", "status", "minutes", "hours")
MOST_TEXT = 900_000
"""Letters: an event may have a mebibyte, and needs some of it for the rest."""
_MOST_UNPACKED = 64 * 2**20
_RULES = {one.name: type(getattr(Rules(), one.name)) for one in fields(Rules)}


def frozen(claim: Claim) -> str:
    """A claim's rows and figures: canonical JSON, packed with zstd, in base64.

    Raises ClaimTooLarge.
    """
    people = sorted({row.person for row in claim.rows})
    place = {id: at for at, id in enumerate(people)}
    content = {
        "format": _FORMAT,
        "program": claim.program,
        "name": claim.name,
        "grant": claim.grant,
        "rules": asdict(claim.rules),
        "people": people,
        "below": sorted(place[id] for id in claim.below if id in place),
        "sessions": [
            [one.id, one.day.isoformat(), one.course, one.title] for one in claim.sessions
        ],
        "rows": _columns(claim, place),
        "figures": {**asdict(claim.figures), "hours": str(claim.figures.hours)},
        "sets": [
            {**asdict(one), "figures": {code: dict(of) for code, of in one.figures.items()}}
            for one in claim.sets
        ],
        "earlier": list(claim.earlier),
        "holds": dict(claim.holds),
    }  # fmt: skip
    packed = zstandard.ZstdCompressor(level=_LEVEL).compress(canonical(content))
    text = b64encode(packed).decode()
    if len(text) > MOST_TEXT:
        raise ClaimTooLarge(rows=len(claim.rows))
    return text


def _columns(claim: Claim, place: Mapping[str, int]) -> dict[str, list[object]]:
    """The rows by column: 100,000 of them still fit into one event."""
    session = {one.id: at for at, one in enumerate(claim.sessions)}
    return {
        "session": [session[row.session] for row in claim.rows],
        "person": [place[row.person] for row in claim.rows],
        "role": [row.role for row in claim.rows],
        "status": [row.status for row in claim.rows],
        "minutes": [row.minutes for row in claim.rows],
        "hours": [str(row.hours) for row in claim.rows],
    }


def thawed(claim: Claim, text: str) -> Claim:
    """The claim with what `text` holds. Raises ClaimDamaged where it is not as `frozen` writes."""
    try:
        content = json.loads(_unpacked(text))
        if content["format"] != _FORMAT:
            raise ClaimDamaged(reason="damaged")
        return _read(claim, content)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, InvalidOperation):
        raise ClaimDamaged(reason="damaged") from None


def _unpacked(text: str) -> bytes:
    try:
        packed = b64decode(text, validate=True)
        unpacker = zstandard.ZstdDecompressor(max_window_size=8 * 2**20).decompressobj()
        content = bytearray()
        for start in range(0, len(packed), 256):
            content += unpacker.decompress(packed[start : start + 256])
            if len(content) > _MOST_UNPACKED:
                raise ClaimDamaged(reason="damaged")
    except (binascii.Error, zstandard.ZstdError):
        raise ClaimDamaged(reason="damaged") from None
    if not unpacker.eof:
        raise ClaimDamaged(reason="damaged")
    return bytes(content)


def _read(claim: Claim, content: Mapping[str, Any]) -> Claim:
    people = [_id(one) for one in content["people"]]
    sessions = tuple(
        ClaimSession(_id(id), date.fromisoformat(day), _id(course), _text(title))
        for id, day, course, title in content["sessions"]
    )
    rows = tuple(
        ClaimRow(
            sessions[_count(at)].id, people[_count(who)], _text(role), _text(status),
            _count(minutes), _hours(hours),
        )
        for at, who, role, status, minutes, hours in zip(
            *(content["rows"][name] for name in _COLUMNS), strict=True
        )
    )  # fmt: skip
    figures = content["figures"]
    return replace(
        claim,
        program=_text(content["program"]),
        name=_text(content["name"]),
        grant=None if content["grant"] is None else _text(content["grant"]),
        rules=_rules(content["rules"]),
        rows=rows,
        below=frozenset(people[_count(at)] for at in content["below"]),
        sessions=sessions,
        figures=Sums(
            _count(figures["people"]), _count(figures["attendances"]), _count(figures["minutes"]),
            _hours(figures["hours"]), _count(figures["completed"]),
        ),
        sets=tuple(_set(one) for one in content["sets"]),
        earlier=tuple(_id(one) for one in content["earlier"]),
        holds={_id(device): _count(seq) for device, seq in content["holds"].items()},
    )  # fmt: skip


def _set(one: Mapping[str, Any]) -> ClaimSet:
    return ClaimSet(
        _text(one["name"]), _text(one["version"]), _count(one["counted"]),
        _count(one["incomplete"]),
        {
            _text(code): {_text(name): _count(value) for name, value in of.items()}
            for code, of in one["figures"].items()
        },
    )  # fmt: skip


def _rules(said: Mapping[str, Any]) -> Rules:
    """A rule that this program does not know yet is left out; one of another type is damage."""
    known = {name: said[name] for name in _RULES if name in said}
    for name, value in known.items():
        if type(value) is not _RULES[name]:
            raise TypeError(name)
    return Rules(**known)


def _hours(text: Any) -> Decimal:
    hours = Decimal(_text(text))
    if not hours.is_finite() or hours < 0:
        raise ValueError(text)
    return hours


def _count(value: Any) -> int:
    if not FITS["count"](value):
        raise TypeError(value)
    return int(value)


def _text(value: Any) -> str:
    if not FITS["text"](value):
        raise TypeError(value)
    return str(value)


def _id(value: Any) -> str:
    if not FITS["id"](value):
        raise TypeError(value)
    return str(value)
