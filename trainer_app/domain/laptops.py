"""Laptops of a centre: who was admitted, what each brought, and what keeps one from counting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trainer_app.domain.errors import TrainerError

Standing = Literal["counts", "shut-out", "forked", "second-use"]
"""`forked`: two different histories under one name; `second-use`: an invitation was used twice."""


@dataclass(frozen=True, slots=True)
class Laptop:
    """One laptop as a trainer sees it. `news` and `clock_ahead` are UTC seconds and seconds.

    `letters` start its participant numbers. `news`: its newest event that is known here, None
    before any. `events`: how many are held of it. `aside`: how many of these do not count now.
    `clock_ahead`: how far its clock runs ahead of this one's, 0 where that is not known.
    """

    id: str
    letters: str
    here: bool
    standing: Standing
    news: int | None
    events: int
    aside: int
    clock_ahead: int = 0


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not merged. `trainer_app.ui.messages` says its error in words."""

    file: str
    error: TrainerError


@dataclass(frozen=True, slots=True)
class Merged:
    """What one merge brought. `received` events stood in the files, `new` were not known here.

    `gaps`: letters of laptops of which something in between is still missing. `ahead`: letters of
    laptops whose clock runs far ahead. `stopped`: somebody pressed cancel; what came until then
    stays.
    """

    files: int
    received: int
    new: int
    refused: tuple[Refusal, ...] = ()
    gaps: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    stopped: bool = False

    @property
    def known(self) -> int:
        """Events that were here already."""
        return self.received - self.new
