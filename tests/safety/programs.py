"""Ways of writing that can be killed or starved, and what must hold of their folder afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import evening
import founding
from centres import PASSPHRASE, Clock
from evening import QUICK, Say

from trainer_app import app
from trainer_app.domain.lessons import Lesson
from trainer_app.services.courses import Courses
from trainer_app.services.door import Door
from trainer_app.store import health

Said = list[tuple[str, str]]


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


def faults_of_centre(folder: Path, said: Said) -> list[str]:
    """Start as the program does, and say what is lost, broken or in the way; a sound one is none.

    `said` is everything ever confirmed in this folder.
    """
    try:
        door, lock = app.open_door(folder, Clock().now, QUICK)
    except Exception as error:
        return [f"the next start fails: {error!r}"]
    try:
        door.unlock(door.slots()[0][0], PASSPHRASE)
        return _faults_inside(door, said)
    except Exception as error:
        return [f"the next start fails: {error!r}"]
    finally:
        door.lock()
        lock.release()


def _faults_inside(door: Door, said: Said) -> list[str]:
    store = door.ledger.store
    found = [row["id"] for row in store.query("SELECT id FROM events ORDER BY seq")]
    lost = {value for word, value in said if word == "event"} - set(found)
    faults = [f"lost: {id}" for id in sorted(lost)]
    if not health.file_is_whole(store):
        faults.append("an integrity check finds something")
    faults += [f"broken chain: {device}" for device in health.broken_chains(store)]
    faults += [f"stale: {thing}" for thing in health.stale_things(store)]
    before = len(found)
    Courses(door.ledger).add_course("Written after it")
    if health.counts(store)["events"] <= before:
        faults.append("nothing can be written")
    return faults


PROGRAMS = {
    "evening": Program(evening.prepare, evening.evenings, faults_of_centre),
    "careless": Program(evening.prepare, evening.careless_evenings, faults_of_centre),
    "founding": Program(founding.prepare, founding.found, founding.faults, 1),
}
"""By name, because a name can be handed to another process."""


@dataclass
class Tally:
    """What came of ending or starving a program many times; `troubles` counts what it said."""

    times: int = 0
    acknowledged: int = 0
    lost: int = 0
    troubles: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def take(self, where: str, folder: Path, program: Program, said: Said, new: Said) -> bool:
        """Count one end in a folder in which `said` was ever said, `new` just now; is it sound?"""
        self.times += 1
        self.acknowledged += sum(word == "event" for word, _ in new)
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
        self.faults += other.faults
