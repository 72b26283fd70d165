"""A trainer is taken out, and everything that she knew is renewed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from centres import PASSPHRASE, Centre, Clock
from evening import QUICK, Laptop, Say, opened
from looking import Said, faults_of_centre, started
from templates import data_key, lay_out

from trainer_app.domain.lessons import Lesson
from trainer_app.keys.keyring import Keyring
from trainer_app.services.door import Door
from trainer_app.services.trainers import Trainers
from trainer_app.store import registers, renewal
from trainer_app.store.store import FILE

LAPTOP, OLD_KEY = "laptop", "old-key"
STAYS, GONE = "seven quiet lamps", "nine slow boats"
PEOPLE = 12


def prepare(folder: Path) -> None:
    """A centre of three trainers, and the data key that all of them know."""
    lay_out(_make, folder)


def _make(folder: Path) -> None:
    centre = Centre(folder / LAPTOP, Clock(), QUICK)
    centre.evening(*(f"Abdi {number}" for number in range(PEOPLE)))
    Trainers(centre.door).add("Leyla", "leaf", STAYS)
    Trainers(centre.door).add("Drita", "drum", GONE)
    centre.door.lock()
    (folder / OLD_KEY).write_bytes(data_key(folder / LAPTOP))


def remove(folder: Path, say: Say, _lesson: Lesson, _rounds: int) -> None:
    """Write, and take Drita out; where it stopped half way it is gone on with."""
    laptop = opened(folder / LAPTOP, Clock(), say)
    if laptop is None:
        return
    for number in range(3):
        laptop.press(partial(laptop.enrolling.add_person, f"Nour {number}"))
    say("begins", "")
    if laptop.press(lambda: _take_out(laptop)):
        say("done", "")
    laptop.press(partial(laptop.enrolling.add_person, "Samir"))
    laptop.close()


def _take_out(laptop: Laptop) -> bool:
    trainers = Trainers(laptop.door)
    there = [one.id for one in trainers.all() if one.picture == "drum"]
    for one in there:
        trainers.remove(one)
    if not there:
        trainers.finish()
    return True


def step(folder: Path) -> str:
    """How far it had come, as the folder shows from outside."""
    folder, old_key = folder / LAPTOP, (folder / OLD_KEY).read_bytes()
    keyring = Keyring.load(folder)
    is_new = not renewal.opens(folder / FILE, old_key)
    if keyring.is_changing:
        return "swapped" if is_new else "keyring opens both"
    if keyring.to_mend:
        return "one keyring of two"
    if is_new:
        return "done"
    return "copying" if list(folder.glob("*.new*")) else "before"


def faults(folder: Path, said: Said) -> list[str]:
    """Whoever stays gets in, first one and then the other; who was removed does not."""
    both = [PASSPHRASE, STAYS]
    first, second = both if len(said) % 2 else reversed(both)
    laptop, old_key = folder / LAPTOP, (folder / OLD_KEY).read_bytes()
    found = faults_of_centre(laptop, said, first, more=lambda door: _faults_inside(door, said))
    if found:
        return found
    try:
        with started(laptop, second):
            pass
    except Exception as error:
        return [f"another trainer is locked out: {error!r}"]
    return _what_the_removed_opens(laptop, old_key)


def _faults_inside(door: Door, said: Said) -> list[str]:
    trainers = Trainers(door)
    there = [one.id for one in trainers.all() if one.picture == "drum"]
    faults = []
    if len(registers.people(door.ledger.store)) < PEOPLE:
        faults.append("lost: people")
    if not there and not trainers.code_is_due:
        faults.append("nobody is told that there is a new recovery code")
    if there and ("done", "") in said:
        faults.append("lost: the removal")
    for one in there:
        trainers.remove(one)
    return faults


def _what_the_removed_opens(folder: Path, old_key: bytes) -> list[str]:
    keyring, faults = Keyring.load(folder), []
    if keyring.is_changing or keyring.to_mend or list(folder.glob("*.new*")):
        faults.append("the renewal is never finished")
    slots = [slot.id for slot in keyring.trainers if slot.picture == "drum"]
    if slots:
        faults.append("who was removed still has a slot")
    for file in [*folder.glob("*.db*"), *folder.glob("*/*.db*")]:
        if renewal.opens(file, old_key):
            faults.append(f"the old data key opens {file.name}")
    return faults
