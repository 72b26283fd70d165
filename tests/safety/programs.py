"""Ways of writing that can be killed or starved, and what must hold of their folder afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import backups
import erasures
import evening
import founding
import joins
import merges
import removals
from evening import Say
from looking import Said, faults_of_centre

from trainer_app.domain.lessons import Lesson

__all__ = ["PROGRAMS", "Program", "Said", "Tally"]


@dataclass(frozen=True)
class Program:
    """A way of writing.

    `prepare` makes a folder once, `run` writes in it for so many rounds and says what was
    confirmed, `faults` looks at a folder after an end of any kind and says what is wrong.
    """

    prepare: Callable[[Path], None]
    run: Callable[[Path, Say, Lesson, int], None]
    faults: Callable[[Path, Said], list[str]]
    kills_in_a_folder: int = 10
    """Then it begins anew: checks of a long log are slow, and a young file has its own troubles."""
    begins: tuple[int, ...] = ()
    """Where it says `begins` before a part that shall be hit, and `done` after it: which of them.
    Others are hit anywhere."""
    step: Callable[[Path], str] = lambda _folder: ""
    """Tells how far it had come, by what the folder shows from outside."""


PROGRAMS = {
    "evening": Program(evening.prepare, evening.evenings, faults_of_centre),
    "careless": Program(evening.prepare, evening.careless_evenings, faults_of_centre),
    "founding": Program(founding.prepare, founding.found, founding.faults, 1),
    "joining": Program(joins.prepare, joins.join, joins.faults, 1),
    "merging": Program(merges.prepare, merges.merge, merges.faults, 1, (1,)),
    "little-merge": Program(merges.prepare_little, merges.merge, merges.faults, 1, (1,)),
    "removing": Program(removals.prepare, removals.remove, removals.faults, 1, (1,), removals.step),
    "backups": Program(
        backups.prepare, backups.back_up, backups.faults, 5, (1, 2, 3, 4), backups.step
    ),
    "erasing": Program(erasures.prepare, erasures.erase, erasures.faults, 1, (1,)),
}
"""By name, because a name can be handed to another process."""


@dataclass
class Tally:
    """What came of ending or starving a program many times; `troubles` counts what it said,
    `steps` how far it had come."""

    times: int = 0
    acknowledged: int = 0
    lost: int = 0
    troubles: Counter[str] = field(default_factory=Counter)
    steps: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def take(self, where: str, folder: Path, program: Program, said: Said, new: Said) -> bool:
        """Count one end in a folder in which `said` was ever said, `new` just now; is it sound?"""
        self.times += 1
        self.acknowledged += sum(word == "event" for word, _ in new)
        self.steps[program.step(folder)] += 1
        self.troubles.update(value for word, value in new if word == "trouble")
        found = [f"bug: {value}" for word, value in new if word == "bug"]
        found += program.faults(folder, said)
        self.lost += sum(fault.startswith("lost") for fault in found)
        self.faults += [f"{where}: {fault}" for fault in found]
        return not found

    def add(self, other: Tally) -> None:
        """Count what another one counted too."""
        self.times += other.times
        self.acknowledged += other.acknowledged
        self.lost += other.lost
        self.troubles += other.troubles
        self.steps += other.steps
        self.faults += other.faults
