"""Who may unlock a centre, as a trainer sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Colleague:
    """A trainer, or a substitute where `until` says the last day of the pass.

    `me` is who is inside now. `here` is False while this laptop does not let them in yet, as
    they were added on another one.
    """

    id: str
    name: str
    picture: str
    me: bool = False
    until: date | None = None
    here: bool = True
