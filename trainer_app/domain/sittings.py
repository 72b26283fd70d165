"""Who sits at a laptop, what they did there, and who needs a hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

STUCK_AFTER_WRONG = 3
STUCK_AFTER_SECONDS = 5 * 60
MOST_AT_ONE_LAPTOP = 5
"""Four share a screen; a fifth can still join in the middle."""


Need = Literal["hand", "wrong", "still", ""]


@dataclass(frozen=True, slots=True)
class Sitting:
    """One person at one laptop from one moment to another (UTC seconds)."""

    id: str
    person: str
    device: str
    session: str | None
    began: int
    ended: int | None
    void: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """The best of what a person did in one lesson, over all sittings that count."""

    lesson: str
    page: int = 0
    furthest: int = 0
    pages: int = 0
    best_right: int | None = None
    best_of: int | None = None
    passed: bool = False
    last_at: int = 0

    @property
    def percent(self) -> int:
        """How much of the lesson has been seen, 0–100; a passed lesson is whole."""
        if self.passed:
            return 100
        return 0 if not self.pages else min(99, self.furthest * 100 // (self.pages + 1))


def need_of(*, hand: bool, wrong_in_a_row: int, seconds_still: int | None) -> Need:
    """Why a trainer might walk over, the most urgent first; "" when all is well."""
    if hand:
        return "hand"
    if wrong_in_a_row >= STUCK_AFTER_WRONG:
        return "wrong"
    if seconds_still is not None and seconds_still >= STUCK_AFTER_SECONDS:
        return "still"
    return ""


def best_of_each(rows: Iterable[Mapping[str, Any]]) -> dict[str, Progress]:
    """Progress by lesson from the work of single sittings, given from the oldest to the latest.

    How far and how well is the best of all; the page to go on from is the latest.
    """
    best: dict[str, Progress] = {}
    for row in rows:
        before = best.get(row["lesson"], Progress(row["lesson"]))
        scores = [(before.best_right, before.best_of), (row["best_right"], row["best_of"])]
        right, of = max(scores, key=_share)
        best[row["lesson"]] = Progress(
            lesson=row["lesson"],
            page=row["page"] or before.page,
            furthest=max(before.furthest, row["furthest"]),
            pages=row["pages"] or before.pages,
            best_right=right,
            best_of=of,
            passed=before.passed or bool(row["passed"]),
            last_at=row["last_at"],
        )
    return best


def _share(score: tuple[int | None, int | None]) -> tuple[int, int]:
    right, of = score
    return (-1, 0) if right is None or not of else (right * 10_000 // of, of)
