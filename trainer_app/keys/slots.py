"""One way into a laptop: a trainer's picture with a passphrase, a substitute's, or the code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from trainer_app.keys.keypair import PublicKeys
from trainer_app.keys.wrapping import Wrapped

Kind = Literal["trainer", "substitute", "recovery"]
_KINDS = ("trainer", "substitute", "recovery")


@dataclass(frozen=True, slots=True)
class Slot:
    """Public halves, the data key sealed to them, and the wrapped private halves.

    The recovery slot has no picture and wraps nothing: its keys grow from the code. A substitute's
    slot says the last day it is good for, `until` (ISO date). While the data key is being renewed
    `before` holds the old one, sealed the same way, since a laptop may die in the middle of it.
    """

    id: str
    kind: Kind
    picture: str | None
    public: PublicKeys
    sealed: bytes
    wrapped: Wrapped | None
    until: str | None = None
    before: bytes | None = None

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("a slot has an id")
        if self.kind not in _KINDS:
            raise ValueError("no such kind of slot")
        people = (self.picture is not None, self.wrapped is not None)
        if set(people) != {self.kind != "recovery"}:
            raise ValueError("a trainer has a picture and wrapped keys, a recovery code neither")
        if (self.until is not None) != (self.kind == "substitute"):
            raise ValueError("a substitute's pass ends on a day, and nobody else's does")
        if self.until is not None and date.fromisoformat(self.until).isoformat() != self.until:
            raise ValueError("a day is written as 2026-11-24")

    def identity(self) -> dict[str, Any]:
        """What must not change without the data key; a passphrase may."""
        said = {
            "id": self.id,
            "kind": self.kind,
            "picture": self.picture,
            "box": self.public.box_hex,
            "sign": self.public.sign_hex,
        }
        # Left out where there is none, so that proofs of the first format hold.
        return said if self.until is None else {**said, "until": self.until}

    def as_json(self) -> dict[str, Any]:
        """The slot as plain JSON values, bytes in hex."""
        said = {
            **self.identity(),
            "sealed": self.sealed.hex(),
            "wrapped": None if self.wrapped is None else self.wrapped.as_json(),
        }
        return said if self.before is None else {**said, "before": self.before.hex()}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Slot:
        """Read a slot. Raises KeyError, TypeError, ValueError or AttributeError when it is none."""
        wrapped, until, before = value["wrapped"], value.get("until"), value.get("before")
        return cls(
            id=_text(value["id"]),
            kind=value["kind"],
            picture=None if value["picture"] is None else _text(value["picture"]),
            public=PublicKeys.from_hex(value["box"], value["sign"]),
            sealed=bytes.fromhex(value["sealed"]),
            wrapped=None if wrapped is None else Wrapped.from_json(wrapped),
            until=None if until is None else _text(until),
            before=None if before is None else bytes.fromhex(before),
        )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
