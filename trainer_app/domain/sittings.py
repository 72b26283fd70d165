"""Who sits at a laptop, what they did there, and who needs a hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

STUCK_AFTER_WRONG = 3
STUCK_AFTER_SECONDS = 5 * 60
MOST_AT_ONE_LAPTOP = 5
"""Four share a screen; a fifth can still join in the middle."""


Need = Literal["hand", "wrong", "still", ""]
State = Literal["new", "begun", "practised", "passed"]
"""How far a lesson is: not begun, begun, its practice done, passed."""


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
    """The best of what a person did in one lesson, over all sittings that count.

    `goals_met` of `goals` is how far the practice came, `practised` that it was done once;
    `goals_done` are the goals, each `stage/goal`, that were ever reached in it.
    """

    lesson: str
    page: int = 0
    furthest: int = 0
    pages: int = 0
    best_right: int | None = None
    best_of: int | None = None
    quiz_passed: bool = False
    goals_met: int = 0
    goals: int = 0
    practised: bool = False
    passed: bool = False
    last_at: int = 0
    goals_done: frozenset[str] = frozenset()

    @property
    def state(self) -> State:
        """How far the lesson is, in one word."""
        if self.passed:
            return "passed"
        if self.practised:
            return "practised"
        return "begun" if self.furthest or self.goals else "new"

    @property
    def percent(self) -> int:
        """How much of the lesson has been seen, 0–100; a passed lesson is whole."""
        if self.passed:
            return 100
        if self.pages:
            return min(99, self.furthest * 100 // (self.pages + 1))
        return min(99, self.goals_met * 100 // self.goals) if self.goals else 0


def meetings_of(sittings: Iterable[tuple[str, str | None, date]]) -> dict[str, str]:
    """By sitting (its id): the session that it belongs to, or the day where there was none.

    Sittings are (id, session, local day). Who sat down before the session was started sat in it.
    """
    known = list(sittings)
    of_day: dict[date, str] = {}
    for _id, session, day in known:
        if session is not None:
            of_day.setdefault(day, session)
    return {id: session or of_day.get(day, day.isoformat()) for id, session, day in known}


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
        met = max((before.goals_met, before.goals), (row["goals_met"], row["goals"]))
        quiz_passed = before.quiz_passed or bool(row["quiz_passed"])
        practised = before.practised or bool(row["practised"])
        best[row["lesson"]] = Progress(
            lesson=row["lesson"],
            page=row["page"] or before.page,
            furthest=max(before.furthest, row["furthest"]),
            pages=row["pages"] or before.pages,
            best_right=right,
            best_of=of,
            quiz_passed=quiz_passed,
            goals_met=met[0],
            goals=met[1],
            practised=practised,
            passed=before.passed or bool(row["passed"]) or (quiz_passed and practised),
            last_at=row["last_at"],
            goals_done=before.goals_done | frozenset(row["goals_done"].split()),
        )
    return best


def _share(score: tuple[int | None, int | None]) -> tuple[int, int]:
    right, of = score
    return (-1, 0) if right is None or not of else (right * 10_000 // of, of)


def least_of(group: Sequence[Progress]) -> Progress:
    """How far all of a group are together: as far as whoever is least far."""
    least = min(group, key=lambda one: (one.passed, one.furthest, one.goals_met))
    both = frozenset.intersection(*(one.goals_done for one in group))
    return replace(least, practised=all(one.practised for one in group), goals_done=both)
