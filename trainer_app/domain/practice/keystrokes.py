"""What a hand does at a keyboard, on the table or on the screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pressed:
    """A key typed this, on the screen's keyboard or on the laptop's."""

    text: str


@dataclass(frozen=True, slots=True)
class Dead:
    """A key of the screen's keyboard that waits for a letter."""

    key: str


@dataclass(frozen=True, slots=True)
class Deleted:
    """The key that deletes the last letter."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The screen's keyboard shows another layer, until the next key."""

    name: str


@dataclass(frozen=True, slots=True)
class Switched:
    """The screen's keyboard changes its language."""

    language: str


@dataclass(frozen=True, slots=True)
class Chose:
    """The person goes to another line."""

    target: str


@dataclass(frozen=True, slots=True)
class Entered:
    """The person says that the line is ready."""


Action = Pressed | Dead | Deleted | Layer | Switched | Chose | Entered
