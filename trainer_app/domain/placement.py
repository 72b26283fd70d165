"""Where somebody could start: what was done alone in small tasks points to a lesson.

No score and no word is kept: only which tasks were done alone, with help, or not known yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, Self

Outcome = Literal["alone", "helped", "unknown"]

UNITS = MappingProxyType(
    {"start": 1, "join": 3, "seen": 8, "safe": 12, "judge": 18, "make": 22}
)  # fmt: skip
"""The parts of the curriculum in their order, each with the number of its first lesson."""

ENOUGH_UNKNOWN = 2
"""So many tasks that are not known yet say enough: nobody is led through all the others."""

_FEW = MappingProxyType({"start": 3, "join": 2, "seen": 2, "judge": 1})
"""How many mistakes still count as alone. A hand slips; a trap is either seen or not."""


@dataclass(frozen=True, slots=True)
class Placement:
    """What was done so far. Tasks are ids that begin with their unit: `safe-hurry`."""

    alone: tuple[str, ...] = ()
    helped: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    def then(self, task: str, outcome: Outcome) -> Self:
        """With one more task; what was said of it before no longer holds."""
        left = {
            name: tuple(each for each in getattr(self, name) if each != task)
            for name in ("alone", "helped", "unknown")
        }
        left[outcome] = (*left[outcome], task)
        return replace(self, **left)

    @property
    def enough(self) -> bool:
        """Whether more tasks would say nothing more."""
        return len(self.unknown) >= ENOUGH_UNKNOWN

    @property
    def unit(self) -> str:
        """The first part where help was needed; the last of all where none was."""
        needed = {unit_of(task) for task in (*self.helped, *self.unknown)}
        return next((unit for unit in UNITS if unit in needed), "make")


def unit_of(task: str) -> str:
    """The part of the curriculum that a task is about, "" for none."""
    unit = task.partition("-")[0]
    return unit if unit in UNITS else ""


def outcome_of(task: str, *, mistakes: int, help_taken: int) -> Outcome:
    """How a finished task was done: alone is without hints and “Show me”, and with few mistakes."""
    alone = not help_taken and mistakes <= _FEW.get(unit_of(task), 0)
    return "alone" if alone else "helped"


def suggested(unit: str, lessons: Iterable[tuple[int, str]]) -> str | None:
    """The first lesson of a part; where it has none, of the next that has, else the last there is.

    `lessons` are (number, id). None where there is no lesson at all.
    """
    ordered = sorted(lessons)
    later = [id for number, id in ordered if number >= UNITS[unit]]
    return later[0] if later else ordered[-1][1] if ordered else None


def others(lesson: str, lessons: Sequence[tuple[int, str]]) -> list[str]:
    """Two more to choose from: the lesson that follows, and the first of the part that follows.

    At the end those before it.
    """
    ordered = sorted(lessons)
    at = [id for _, id in ordered].index(lesson)
    behind = ordered[at + 1 :]
    firsts = [one for one in behind if any(one[0] >= n > ordered[at][0] for n in UNITS.values())]
    before = ordered[:at][::-1]
    wanted = [*behind[:1], *firsts[:1], *behind[1:2], *before]
    return list(dict.fromkeys(id for _, id in wanted))[:2]
