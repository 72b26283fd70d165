"""The manifest: what the writing laptop says and signs about the bundle that it writes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from trainer_app.domain.events import canonical

_PURPOSE = "trainer-app: this is what I know, 1"
_LARGEST = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a run of one laptop's chain, with that laptop's signature in hex."""

    device: str
    seq: int
    hash: str
    signature: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle holds, and what its writer has.

    `made`: milliseconds UTC by the writer's clock. `heads`: the end of every run of events.
    `holds`: per device the highest sequence that the writer has without a gap: this acknowledges
    what it once received. `keys`: secrets for everyone who may open it. `events` and `size`: how
    many events and unpacked bytes follow; the writing fills them in.
    """

    centre: str
    device: str
    made: int
    heads: tuple[Head, ...]
    holds: dict[str, int]
    keys: dict[str, str]
    events: int = 0
    size: int = 0

    def as_json(self) -> dict[str, Any]:
        """The manifest as plain JSON values."""
        return {
            "centre": self.centre,
            "device": self.device,
            "made": self.made,
            "heads": [[head.device, head.seq, head.hash, head.signature] for head in self.heads],
            "holds": self.holds,
            "keys": self.keys,
            "events": self.events,
            "size": self.size,
        }

    @classmethod
    def from_json(cls, value: Any) -> Manifest:
        """Read what `as_json` made. Raises ValueError for anything else."""
        names = {"centre", "device", "made", "heads", "holds", "keys", "events", "size"}
        fields = _mapping(value)
        if fields.keys() != names:
            raise ValueError("not the fields of a manifest")
        return cls(
            centre=_text(fields["centre"]),
            device=_text(fields["device"]),
            made=_count(fields["made"]),
            heads=tuple(_head(item) for item in _list(fields["heads"])),
            holds={_text(name): _count(seq) for name, seq in _mapping(fields["holds"]).items()},
            keys={_text(name): _text(key) for name, key in _mapping(fields["keys"]).items()},
            events=_count(fields["events"]),
            size=_count(fields["size"]),
        )

    def statement(self, admissions: Sequence[str], packed: bytes) -> bytes:
        """What the writing laptop signs: all that a bundle holds, byte for byte."""
        return canonical(
            {
                "purpose": _PURPOSE,
                "manifest": self.as_json(),
                "admissions_sha256": hashlib.sha256(canonical(admissions)).hexdigest(),
                "body_sha256": hashlib.sha256(packed).hexdigest(),
            }
        )


def _head(value: Any) -> Head:
    device, seq, head, signature = _list(value)
    return Head(_text(device), _count(seq), _text(head), _text(signature))


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("a list is needed")
    return value


def _mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("names with values are needed")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("text is needed")
    value.encode()  # half a letter is no text
    return value


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _LARGEST:
        raise ValueError("a whole number is needed")
    return value
