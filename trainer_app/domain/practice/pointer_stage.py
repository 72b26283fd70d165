"""What a stage of pointing is made of: targets, the gestures for them, places to drag to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from trainer_app.domain.practice.scenario import Consequence, Stage, WordList

Does = Literal["point", "click", "double-click", "drag", "scroll", "tap", "swipe", "hold"]
Way = Literal["", "up", "down", "left", "right"]
Trouble = Literal["other-gesture", "missed", "wrong-place", "wrong-way", "too-short"]
GESTURES: tuple[Does, ...] = get_args(Does)
WAYS: tuple[Way, ...] = get_args(Way)[1:]
TROUBLES: tuple[Trouble, ...] = get_args(Trouble)
TOUCH: tuple[Does, ...] = ("tap", "swipe", "hold")
HOLD_TENTHS = 6
"""How long a finger or a button must stay, in tenths of a second."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something to meet with one gesture. `to` is where to drag it, `way` where to scroll or swipe.

    `times`: so many scrolls or swipes bring it.
    """

    id: str
    does: Does
    picture: str = ""
    to: str = ""
    way: Way = ""
    times: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where something can be dragged to."""

    id: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class PointerConsequence(Consequence):
    """What follows a gesture that is not the one asked for, or that missed."""

    when: Trouble = "other-gesture"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointerStage(Stage):
    """Targets that come one after the other. A goal is met when its targets are (all if none)."""

    targets: tuple[Target, ...]
    places: tuple[Place, ...] = ()
    moves: bool = False
    consequences: tuple[PointerConsequence, ...] = ()

    @property
    def things(self) -> tuple[WordList, ...]:
        """Targets and places, each with a few words."""
        return (
            WordList("targets", tuple(target.id for target in self.targets)),
            WordList("places", tuple(place.id for place in self.places)),
        )

    @property
    def pictures(self) -> tuple[str, ...]:
        """Those of targets and places."""
        of_targets = tuple(target.picture for target in self.targets)
        return of_targets + tuple(place.picture for place in self.places)
