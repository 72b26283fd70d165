"""Slows down whoever guesses: three tries are free, then each wrong one costs a longer wait."""

from __future__ import annotations

import contextlib
import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from trainer_app.domain.errors import DiskFails, DiskFull, ReadOnly, TooManyTries
from trainer_app.keys.durable import write_whole

FILE = "tries.json"
_FREE = 3
_FIRST_WAIT, _LONGEST_WAIT = 5, 300  # seconds
_MOST_COUNTED = 1000
_MOST_BYTES = 1000


@dataclass(frozen=True, slots=True)
class _Known:
    """How many wrong tries there were in a row, and when the last was, in UTC seconds."""

    wrong: int
    at: int


class Tries:
    """Wrong passphrases in a row on one data folder, kept across restarts in a small file.

    The file says nothing about anybody. Where it is damaged or cannot be written counting goes on
    in memory: the wait is a brake for people at the keyboard, Argon2 is the one for thieves.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._file = folder / FILE
        self._now = now
        self._known = _read(self._file)

    def check(self) -> None:
        """Raise TooManyTries(seconds) where it is too early for another try."""
        seconds = self.seconds()
        if seconds:
            raise TooManyTries(seconds=seconds)

    def seconds(self) -> int:
        """How long to wait before the next try; a clock set back starts the wait anew."""
        wait = _wait(self._known.wrong)
        if wait and self._moment() < self._known.at:
            self._keep(_Known(self._known.wrong, self._moment()))
        return max(0, self._known.at + wait - self._moment()) if wait else 0

    def wrong(self) -> None:
        """Another wrong try."""
        self._keep(_Known(min(self._known.wrong + 1, _MOST_COUNTED), self._moment()))

    def right(self) -> None:
        """The passphrase was right: nothing is held against anybody any more."""
        self._known = _Known(0, 0)
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _moment(self) -> int:
        return math.floor(self._now().timestamp())

    def _keep(self, known: _Known) -> None:
        self._known = known
        text = json.dumps({"wrong": known.wrong, "at": known.at})
        with contextlib.suppress(DiskFull, ReadOnly, DiskFails):
            write_whole(self._file, text.encode())


def _wait(wrong: int) -> int:
    """Seconds: 5, 10, 20 … 300 from the third wrong try on."""
    doublings = min(wrong - _FREE, 10)
    return 0 if doublings < 0 else min(_LONGEST_WAIT, _FIRST_WAIT << doublings)


def _read(file: Path) -> _Known:
    try:
        with file.open("rb") as opened:
            said = json.loads(opened.read(_MOST_BYTES))
        wrong, at = said["wrong"], said["at"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return _Known(0, 0)
    if type(wrong) is not int or type(at) is not int or not 0 <= wrong <= _MOST_COUNTED:
        return _Known(0, 0)
    return _Known(wrong, at)
