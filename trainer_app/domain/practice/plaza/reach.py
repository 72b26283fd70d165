"""How many people a post reaches: a small pretend model. docs/reach.md says it in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

HOURS = ("morning", "noon", "evening", "night")

_AUDIENCE = {
    "only-me": 0,
    "chosen": 5,
    "friends": 40,
    "friends-of-friends": 150,
    "everyone": 400,
}
# Per cent of those people who happen to look in at that time.
_HOUR = {"morning": 45, "noon": 55, "evening": 70, "night": 15}
# What each fitting hashtag adds, in per cent; the first helps most, a fourth not at all.
_HASHTAGS = (12, 8, 4)
_BESIDE_THE_POINT = 6
_CAPTION, _ALT = 20, 8
_PER_EURO, _HALF_AT = 60, 10


@dataclass(frozen=True, slots=True)
class Making:
    """How a post was made. `fit` is how far its subject suits the audience, 0 to 100.

    `fitting` and `other` count hashtags that suit it and that do not; `budget` is pretend euros.
    """

    audience: str
    hour: str = "evening"
    fit: int = 50
    caption: bool = False
    alt: bool = False
    fitting: int = 0
    other: int = 0
    budget: int = 0


@dataclass(frozen=True, slots=True)
class Reach:
    """`people` saw it, `views` times in all; `engaged` of them reacted, commented or shared."""

    people: int
    views: int
    engaged: int


def reach(making: Making, seed: int) -> Reach:
    """What a post reaches. The same making and seed give the same figures on every laptop.

    The seed is luck, up to a tenth more or less, and the same for every making: a class that
    changes one thing sees what that thing does.
    """
    luck = Random(seed).randint(90, 110)
    crowd = _AUDIENCE[making.audience] * _HOUR[making.hour] * _liking(making)
    people = crowd * luck // 1_000_000 + (paid(making.budget) if crowd else 0)
    views = people * (110 + making.fit // 5) // 100
    engaged = people * _warmth(making) // 1_000
    return Reach(people, views, engaged)


def paid(budget: int) -> int:
    """People whom money brings: each euro brings fewer than the one before."""
    return _PER_EURO * _HALF_AT * budget // (_HALF_AT + budget)


def _liking(making: Making) -> int:
    """Per cent: how readily the network passes the post on."""
    hashtags = sum(_HASHTAGS[: making.fitting]) - _BESIDE_THE_POINT * min(making.other, 5)
    extras = _CAPTION * making.caption + _ALT * making.alt + hashtags
    return max(10, 40 + making.fit // 2 + extras)


def _warmth(making: Making) -> int:
    """Per thousand of those who see it who do something; money does not make it warmer."""
    return 20 + making.fit + 30 * making.caption + 15 * making.alt
