"""One way into a laptop: a trainer's picture with a passphrase, or the recovery code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from trainer_app.keys.keypair import PublicKeys
from trainer_app.keys.wrapping import Cost, Wrapped

Kind = Literal["trainer", "recovery"]


@dataclass(frozen=True, slots=True)
class Slot:
    """Public halves, the data key sealed to them, and for a trainer the wrapped private halves.

    The recovery slot has no picture and wraps nothing: its keys grow from the code.
    """

    id: str
    kind: Kind
    picture: str | None
    public: PublicKeys
    sealed: bytes
    wrapped: Wrapped | None

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("a slot has an id")
        trainers = (self.picture is not None, self.wrapped is not None)
        if self.kind not in ("trainer", "recovery") or set(trainers) != {self.kind == "trainer"}:
            raise ValueError("a trainer has a picture and wrapped keys, a recovery code neither")

    def identity(self) -> dict[str, Any]:
        """What must not change without the data key; a passphrase may."""
        return {
            "id": self.id,
            "kind": self.kind,
            "picture": self.picture,
            "box": self.public.box_hex,
            "sign": self.public.sign_hex,
        }

    def as_json(self) -> dict[str, Any]:
        """The slot as plain JSON values, bytes in hex."""
        wrapped = self.wrapped and {
            "cost": asdict(self.wrapped.cost),
            "salt": self.wrapped.salt.hex(),
            "closed": self.wrapped.closed.hex(),
        }
        return {**self.identity(), "sealed": self.sealed.hex(), "wrapped": wrapped}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Slot:
        """Read a slot. Raises KeyError, TypeError, ValueError or AttributeError when it is none."""
        wrapped = value["wrapped"]
        return cls(
            id=_text(value["id"]),
            kind=value["kind"],
            picture=None if value["picture"] is None else _text(value["picture"]),
            public=PublicKeys.from_hex(value["box"], value["sign"]),
            sealed=bytes.fromhex(value["sealed"]),
            wrapped=None
            if wrapped is None
            else Wrapped(
                Cost(**wrapped["cost"]),
                bytes.fromhex(wrapped["salt"]),
                bytes.fromhex(wrapped["closed"]),
            ),
        )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
