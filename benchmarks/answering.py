"""Thirty laptops click once a second each; how long their answers take is what is measured."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median, quantiles
from typing import Protocol, TypeVar

from benchmarks.measuring import Figure

LAPTOPS = 30
PATIENCE = 20.0
HOME = "127.0.0.1"


class Answers:
    """When each laptop asked, and how long its answers took in seconds."""

    def __init__(self) -> None:
        self.took: list[float] = []
        self.ready = threading.Semaphore(0)
        self._asked = [0.0] * LAPTOPS
        self._came = [threading.Event() for _ in range(LAPTOPS)]

    def asked(self, laptop: int) -> None:
        """The click."""
        self._came[laptop].clear()
        self._asked[laptop] = time.perf_counter()

    def came(self, laptop: int) -> None:
        """The answer is there; called in the laptop's own thread."""
        self.took.append(time.perf_counter() - self._asked[laptop])
        self._came[laptop].set()

    def wait(self) -> None:
        """Until nobody waits for an answer any more."""
        for one in self._came:
            if not one.wait(PATIENCE):
                raise TimeoutError("an answer never came")


class Room(Protocol):
    """What is measured."""

    answers: Answers

    def click(self, laptop: int) -> None:
        """A learner does something there: `answers.asked`, and then whatever follows."""

    def close(self) -> None:
        """Everybody goes."""


AnyRoom = TypeVar("AnyRoom", bound=Room)


@contextmanager
def opened(room: AnyRoom) -> Iterator[AnyRoom]:
    """Close it afterwards."""
    try:
        yield room
    finally:
        room.close()


def compared(name: str, ours: Room, bare: Room, seconds: int, beside: str) -> list[Figure]:
    """p50 and p99 of the waits, in seconds; both in turns, so that a busy moment meets both."""
    chance = random.Random(5)
    for room in (ours, bare):
        _one_second(room, chance)
        room.answers.took.clear()
    for _ in range(seconds):
        _one_second(bare, chance)
        _one_second(ours, chance)
    return [
        Figure(f"{name} p50", median(ours.answers.took), median(bare.answers.took), beside),
        Figure(f"{name} p99", _p99(ours.answers.took), _p99(bare.answers.took), beside),
    ]


def _one_second(room: Room, chance: random.Random) -> None:
    """Every laptop clicks once, at any moment of a second."""
    begun = time.perf_counter()
    moments = sorted((chance.random(), laptop) for laptop in range(LAPTOPS))
    for moment, laptop in moments:
        time.sleep(max(0.0, begun + moment - time.perf_counter()))
        room.click(laptop)
    room.answers.wait()


def _p99(took: list[float]) -> float:
    return quantiles(took, n=100)[98]
