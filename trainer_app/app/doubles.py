"""People counted once across centres, for commands: the key that centres share, and prints."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from trainer_app.app.desk import make_erasing
from trainer_app.app.folder import lesson_library
from trainer_app.services.door import Door
from trainer_app.services.funding.doubles import Doubles, Prints
from trainer_app.services.funding.participating import Participating


def new_doubles_key(door: Door, project: str, period: str) -> dict[str, Any]:
    """Make a key and the prints; the key is told here and never again.

    Raises what `Doubles.new` does.
    """
    code, done = _doubles(door).new(project, period)
    return {"key": code, **asdict(done)}


def enter_doubles_key(door: Door, project: str, period: str, code: str) -> dict[str, Any]:
    """Take another centre's key and make the prints. Raises what `Doubles.enter` does."""
    return asdict(_doubles(door).enter(project, period, code))


def doubles_off(door: Door, project: str, period: str) -> dict[str, Any]:
    """Take the prints away. Raises what `Doubles.off` does."""
    return asdict(_doubles(door).off(project, period))


def renew_doubles(door: Door) -> Prints:
    """Prints of all who take part now, wherever that is on. Raises what `Doubles.renew` does."""
    return _doubles(door).renew()


def _doubles(door: Door) -> Doubles:
    participating = Participating(door.ledger, lesson_library(door.folder).competences)
    return Doubles(door, participating, make_erasing(door).sweep)
