"""Thirty laptops click once a second each; how long their answers take is what is measured."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from statistics import median, quantiles
from typing import Protocol, TypeVar

from benchmarks.measuring import Figure

LAPTOPS = 30
PATIENCE = 20.0
HOME = "127.0.0.1"


class Room(Protocol):
    """What is measured."""

    def one_second(self, moments: Sequence[float]) -> list[float]:
        """Laptop n clicks `moments[n]` seconds from now; how many seconds each answer took."""

    def close(self) -> None:
        """Everybody goes."""


class Answers:
    """When each laptop of this process asked, and how long its answers took in seconds."""

    def __init__(self) -> None:
        self._took: list[float] = []
        self._asked = [0.0] * LAPTOPS
        self._came = [threading.Event() for _ in range(LAPTOPS)]

    def asked(self, laptop: int) -> None:
        """The click."""
        self._came[laptop].clear()
        self._asked[laptop] = time.perf_counter()

    def came(self, laptop: int) -> None:
        """The answer is there; called in the laptop's own thread."""
        self._took.append(time.perf_counter() - self._asked[laptop])
        self._came[laptop].set()

    def one_second(self, click: Callable[[int], None], moments: Sequence[float]) -> list[float]:
        """All click in turn, from this thread; then all answers are waited for."""
        begun, self._took = time.perf_counter(), []
        for moment, laptop in sorted((moment, laptop) for laptop, moment in enumerate(moments)):
            time.sleep(max(0.0, begun + moment - time.perf_counter()))
            click(laptop)
        for one in self._came:
            if not one.wait(PATIENCE):
                raise TimeoutError("an answer never came")
        return self._took


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
    took: dict[int, list[float]] = {id(ours): [], id(bare): []}
    for second in range(seconds + 1):
        for room in (bare, ours):
            answers = room.one_second([chance.random() for _ in range(LAPTOPS)])
            if second:  # the first time much is met for the first time
                took[id(room)] += answers
    ours_took, bare_took = took[id(ours)], took[id(bare)]
    return [
        Figure(f"{name} p50", median(ours_took), median(bare_took), beside),
        Figure(f"{name} p99", _p99(ours_took), _p99(bare_took), beside),
    ]


def _p99(took: list[float]) -> float:
    return quantiles(took, n=100)[98]
