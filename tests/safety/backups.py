"""Backups are made and put back, again and again; what is replaced is kept."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from centres import Centre, Clock
from evening import QUICK, Laptop, Say, opened
from looking import Said, faults_of_centre
from templates import lay_out

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.lessons import Lesson
from trainer_app.services.door import Door
from trainer_app.services.examining import leftovers
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.store import replacing, snapshots
from trainer_app.store.engine import connect
from trainer_app.store.store import FILE


def prepare(folder: Path) -> None:
    """A centre with one backup, and people who came after it."""
    lay_out(_make, folder)


def _make(folder: Path) -> None:
    centre = Centre(folder, Clock(), QUICK)
    centre.evening("Abdi", "Олена", "Lena Hoekstra")
    Safekeeping(centre.ledger, centre.clock.now).snapshot()
    centre.enrolling.add_person("Nour")
    centre.door.lock()


def back_up(folder: Path, say: Say, _lesson: Lesson, rounds: int) -> None:
    """Write, make a backup, write, put the oldest backup back; once more in the next round."""
    clock = Clock()
    for number in range(rounds):
        laptop = opened(folder, clock, say)
        if laptop is None:
            return
        keeping = Safekeeping(laptop.door.ledger, clock.now)
        laptop.press(partial(laptop.enrolling.add_person, f"Before {number}"))
        say("begins", "")
        made = laptop.press(keeping.snapshot)
        if made is not None:
            say("snapshot", made.name)
        laptop.press(partial(laptop.enrolling.add_person, f"After {number}"))
        _put_back(laptop, keeping, say)
        laptop.close()


def _put_back(laptop: Laptop, keeping: Safekeeping, say: Say) -> None:
    """Put the oldest back. After a trouble the program is closed: its next start goes on."""
    say("begins", "")
    oldest = snapshots.files(laptop.door.folder)[-1].name
    try:
        restored = keeping.restore(oldest)
    except TrainerError as trouble:
        say("trouble", type(trouble).__name__)
    else:
        say("kept", restored.kept_in)
        say("done", "")


def step(folder: Path) -> str:
    """How far it had come, as the folder shows from outside."""
    if (folder / replacing.MARKER).exists():
        return "putting in place"
    if (folder / replacing.WORKSHOP).exists():
        return "making ready"
    half = list((folder / snapshots.FOLDER).glob("*.new*"))
    return "copying" if half else "between"


def faults(folder: Path, said: Said) -> list[str]:
    """Each event is in the store or in one that was replaced, and all backups are whole."""
    return faults_of_centre(
        folder, said, more=lambda door: _faults_beside(door, said), elsewhere=_ids_in_replaced
    )


def _ids_in_replaced(door: Door) -> set[str]:
    found: set[str] = set()
    for name in replacing.replaced(door.folder):
        file = door.folder / replacing.FOLDER / name / FILE
        if file.exists():  # else it was interrupted before anything was moved
            db = connect(file, door.ledger.store.key, readonly=True)
            found.update(row[0] for row in db.execute("SELECT id FROM events"))
            db.close()
    return found


def _faults_beside(door: Door, said: Said) -> list[str]:
    folder, keeping = door.folder, Safekeeping(door.ledger, door.now)
    faults = [f"lost: {kept}" for word, kept in said if word == "kept" and _is_gone(folder, kept)]
    made = [name for word, name in said if word == "snapshot"]
    found = keeping.list()
    if made and made[-1] not in {one.name for one in found}:
        faults.append(f"lost: {made[-1]}")
    faults += [f"{one.name} is not whole" for one in found if not one.whole]
    keeping.snapshot()
    faults += [f"left over: {one.name}" for one in leftovers(folder)]
    return faults


def _is_gone(folder: Path, kept: str) -> bool:
    with suppress(OSError):
        return not (folder / kept / FILE).stat().st_size
    return True
