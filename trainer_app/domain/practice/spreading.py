"""How far a false post and its correction spread in a week: a small pretend model.

Each day some of those who have not seen the false post see it. A reply changes that from its day
on: mocking and repeating the words bring it more eyes; the fact first, a friendly private message
or a flag bring it fewer. Who sees the correction grows in the same way. Whole numbers throughout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from types import MappingProxyType

from trainer_app.domain.practice.consequences_stage import Tone

DAYS = 7

# Per cent of those not reached yet, each day: how eagerly the false post is passed on.
_PASSED_ON = 80
_LEAST, _MOST = 4, 98
# One in so many has seen it before anybody answers.
_ALREADY = 24


@dataclass(frozen=True, slots=True)
class Effect:
    """What a reply does: to the false post, per cent each day; to the correction; days it takes."""

    false: int
    correction: int
    delay: int = 0


EFFECTS: Mapping[Tone, Effect] = MappingProxyType(
    {
        "fact-first": Effect(false=-34, correction=40),
        "mocking": Effect(false=14, correction=5),
        "repeating": Effect(false=10, correction=10),
        "private-first": Effect(false=-46, correction=30, delay=1),
        "flag": Effect(false=-40, correction=8, delay=2),
    }
)


@dataclass(frozen=True, slots=True)
class Day:
    """How many people have seen the false post by the end of a day, and how many its correction."""

    number: int
    false: int
    correction: int


def spread(tones: Sequence[Tone], people: int, seed: int) -> tuple[Day, ...]:
    """A week among so many people; the first reply comes on the first day, the next a day later.

    The same tones, people and seed give the same figures on every laptop.
    """
    luck = Random(seed).randint(-4, 4)
    false, corrected = max(1, people // _ALREADY), 0
    days = []
    for number in range(1, DAYS + 1):
        working = [
            EFFECTS[tone]
            for at, tone in enumerate(tones, start=1)
            if number >= at + EFFECTS[tone].delay
        ]
        wanted = _PASSED_ON + luck + sum(each.false for each in working)
        rate = min(_MOST, max(_LEAST, wanted))
        # Few know it at first; it is quickest when half of the people do.
        false += max(1, false * (people - false) * rate // (100 * people)) if false < people else 0
        gain = min(80, sum(each.correction for each in working))
        corrected += (false - corrected) * gain // 100
        days.append(Day(number, false, corrected))
    return tuple(days)
