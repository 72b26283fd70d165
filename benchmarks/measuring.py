"""Times a task and a bare one in turns, and compares their medians."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Task = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """One comparison. `ours` and `bare` are medians in seconds for one of what `name` says."""

    name: str
    ours: float
    bare: float
    beside: str

    @property
    def ratio(self) -> float:
        """How many times as long ours takes."""
        return self.ours / self.bare


def compare(
    name: str,
    ours: Task,
    beside: str,
    bare: Task,
    *,
    rounds: int,
    times: int = 1,
    before: Task = lambda: None,
) -> Figure:
    """Run both in turns, so that a busy moment meets both.

    `times` is how much one run does; `before` each turn is not timed.
    """
    ours_took, bare_took = [], []
    for _ in range(rounds):
        before()
        bare_took.append(_seconds(bare) / times)
        ours_took.append(_seconds(ours) / times)
    return Figure(name, median(ours_took), median(bare_took), beside)


def _seconds(task: Task) -> float:
    begin = perf_counter()
    task()
    return perf_counter() - begin


def table(figures: list[Figure]) -> str:
    """The figures as lines of text under a heading."""
    lines = [("what", "ours", "bare", "ratio", "beside")]
    lines += [
        (one.name, _readable(one.ours), _readable(one.bare), f"{one.ratio:.2f}", one.beside)
        for one in figures
    ]
    widths = [max(len(line[place]) for line in lines) for place in range(5)]
    return "\n".join(
        f"{line[0]:<{widths[0]}}  {line[1]:>{widths[1]}}  {line[2]:>{widths[2]}}  "
        f"{line[3]:>{widths[3]}}  {line[4]}".rstrip()
        for line in lines
    )


def _readable(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"
