"""Where one can be on Plaza, and the way to where something is done."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, or a sheet over one. `thing` is what it is about, `post/person` for two things."""

    kind: str
    thing: str = ""


Way = tuple[Spot, ...]

HOME, FRIENDS, COMPOSE = Spot("home"), Spot("friends"), Spot("compose")
MESSAGES, ME_PLACE = Spot("messages"), Spot("me")
NOTICES, GROUPS, PAGES = Spot("notices"), Spot("groups"), Spot("pages")
SETTINGS, AWAY, SEE_AS = Spot("settings"), Spot("away"), Spot("see-as")
FORM, PORTRAIT = Spot("form"), Spot("portrait")

_ROOTS = {
    "phone": (HOME, FRIENDS, COMPOSE, MESSAGES, ME_PLACE),
    "browser": (HOME, FRIENDS, COMPOSE, MESSAGES, NOTICES, GROUPS, PAGES, ME_PLACE),
}
_BEFORE = {NOTICES: HOME, GROUPS: FRIENDS, PAGES: FRIENDS}
"""Places that are a place of their own in a browser, and lie behind another one on a phone."""


def roots(shape: str) -> tuple[Spot, ...]:
    """The places that are always one press away."""
    return _ROOTS[shape]


def way(shape: str, *spots: Spot) -> Way:
    """The way over these spots, begun at a place that is always one press away."""
    first = spots[0]
    return spots if first in _ROOTS[shape] else (_BEFORE[first], *spots)
