"""How long somebody played: time at rest does not count, nor a laptop that was left alone."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

LONGEST_QUIET = 120
"""Seconds without a touch that still count: reading, thinking, asking a neighbour."""


class PlayTime:
    """Counts from touch to touch. `now` gives seconds of a clock that is never set."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._last: float | None = None
        self._seconds = 0.0

    def touch(self) -> None:
        """Something was done; counting goes on from here."""
        moment = self._now()
        self._seconds += self._since(moment)
        if self._last is not None:
            self._last = moment

    def rest(self) -> None:
        """Stop counting."""
        self.touch()
        self._last = None

    def go_on(self) -> None:
        """Begin to count, or go on after a rest."""
        if self._last is None:
            self._last = self._now()

    @property
    def minutes(self) -> int:
        """Whole minutes so far, a begun one as one."""
        return ceil((self._seconds + self._since(self._now())) / 60)

    def _since(self, moment: float) -> float:
        return 0.0 if self._last is None else min(moment - self._last, LONGEST_QUIET)
