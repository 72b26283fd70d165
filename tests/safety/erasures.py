"""A person is erased: from the log, the tables, the backups and what was replaced."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import partial
from pathlib import Path

from centres import PASSPHRASE, Centre, Clock
from evening import QUICK, Laptop, Say, opened
from looking import Said, faults_of_centre
from templates import data_key, lay_out

from tests.store.pages import everything_in
from trainer_app.app.desk import make_erasing
from trainer_app.domain.attendance import Status
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.people import Person
from trainer_app.services.door import Door
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.store import keeping, registers

NAME, PHONE = "Fatoumata Diallo-Baldé", "+224 62 445 91 07"
# Longer than a page, and no two stretches of it are alike.
NOTE = "Zsuzsanna’s cousin; " + " ".join(
    f"{random.Random(number).getrandbits(40):010x}" for number in range(450)
)
PART, STEP = 9, 27
WORDS = [
    text.encode()[at : at + PART]
    for text in (NAME, PHONE, NOTE)
    for at in range(0, len(text.encode()) - PART + 1, STEP)
]
"""What a page would still hold of her, were it overwritten only in part."""


def prepare(folder: Path) -> None:
    """A centre where much is known of somebody, also in a backup and in a store put aside."""
    lay_out(_make, folder)


def _make(folder: Path) -> None:
    centre = Centre(folder, Clock(), QUICK)
    evening = centre.evening(NAME, "Олена", "Lena Hoekstra")
    her = evening.people[0]
    for start in (300, 150, 0):
        known = centre.enrolling.person(her.id)
        centre.enrolling.save_person(replace(known, phone=PHONE, note=NOTE[start:]))
    centre.attending.start_now(evening.session.id)
    centre.attending.mark(
        evening.session.id, her.id, Status.LATE, late=12, reason=f"{NAME} said so"
    )
    centre.sit(her)
    centre.seats.leave()
    backups = Safekeeping(centre.ledger, centre.clock.now)
    backups.restore(backups.snapshot().name)
    centre.door.lock()
    centre.door.unlock(centre.slot, PASSPHRASE)
    centre.door.lock()


def erase(folder: Path, say: Say, _lesson: Lesson, _rounds: int) -> None:
    """Write, and erase her; where it stopped half way it is gone on with."""
    laptop = opened(folder, Clock(), say)
    if laptop is None:
        return
    for number in range(3):
        laptop.press(partial(laptop.enrolling.add_person, f"Nour {number}"))
    say("begins", "")
    if laptop.press(lambda: _erase(laptop)):
        say("done", "")
    laptop.press(partial(laptop.enrolling.add_person, "Samir"))
    laptop.close()


def _erase(laptop: Laptop) -> bool:
    erasing, her = make_erasing(laptop.door), _her(laptop.door)
    if her is None:
        erasing.sweep()
    else:
        erasing.erase(her.id)
    return True


def _her(door: Door) -> Person | None:
    """She alone was late with a telephone; whoever is found has everything that was known."""
    found = [one for one in registers.people(door.ledger.store) if one.name == NAME]
    return found[0] if found else None


def faults(folder: Path, said: Said) -> list[str]:
    """She is there wholly, or the next start leaves nothing of her."""
    found = faults_of_centre(folder, said, more=lambda door: _faults_inside(door, said))
    return found or traces(folder)


def _faults_inside(door: Door, said: Said) -> list[str]:
    erasing, her = make_erasing(door), _her(door)
    erasing.sweep()
    if her is None:
        return []
    faults = []
    if ("done", "") in said:
        faults.append("lost: the erasure")
    known = Enrolling(door.ledger).person(her.id)
    marks = keeping.attendance_left(door.ledger.store, her.id)
    if (known.phone, known.note, len(marks)) != (PHONE, NOTE, 1):
        faults.append("she is erased in part")
    erasing.erase(her.id)
    return faults


def traces(folder: Path) -> list[str]:
    """Where in a closed folder any of her words is still found, on any page of any file."""
    found = {
        name
        for name, page in everything_in(folder, data_key(folder))
        if any(word in page for word in WORDS)
    }
    return [f"her words are in {name}" for name in sorted(found)]
