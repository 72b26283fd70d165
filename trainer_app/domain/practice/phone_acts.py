"""What can be done on the pretend phone, and how it is while it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trainer_app.domain.practice.phone_stage import DeedName, PhoneStage, Standing, Thing

Thief = Literal["", "acted", "kept-out"]


@dataclass(frozen=True, slots=True)
class Open:
    """A thing fills the screen."""

    thing: str


@dataclass(frozen=True, slots=True)
class Home:
    """Back to everything that is on the phone."""


@dataclass(frozen=True, slots=True)
class Do:
    """A deed with the open thing.

    `what`: the phrase for `say` (the passphrase for `change-passphrase`, where there are some to
    choose from), the person for `forward`.
    """

    thing: str
    deed: DeedName
    what: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """A deed is taken back: unsent, unblocked, called again, the bank told to hold the money."""

    thing: str
    deed: DeedName
    what: str = ""


Action = Open | Home | Do | Undo


@dataclass(frozen=True, slots=True)
class Phone:
    """What has come, what was looked at, and the deeds that stand, in their order.

    `moves` are those that the thief has made, in their order; `thief` says what came of their
    turn after the last action, "" if it was not their turn.
    """

    stage: PhoneStage
    arrived: frozenset[str]
    opened: frozenset[str] = frozenset()
    at: str = ""
    done: tuple[Do, ...] = ()
    moves: tuple[str, ...] = ()
    thief: Thief = ""
    tries: int = 0
    mistakes: int = 0
    consequence: str = ""

    def standing(self, thing: Thing) -> tuple[Do, ...]:
        """The deeds that stand with a thing."""
        return tuple(each for each in self.done if each.thing == thing.id)

    def names(self, thing: Thing) -> frozenset[DeedName]:
        """Which deeds stand with a thing, whatever they go with."""
        return frozenset(each.deed for each in self.standing(thing))

    def stands(self, wanted: Standing) -> bool:
        """Whether a deed stands with a thing."""
        return any(each.thing == wanted.thing and each.deed == wanted.deed for each in self.done)
