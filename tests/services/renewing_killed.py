"""Takes out a trainer again and again, is killed at a random moment, and looks what is left.

Arguments: how many kills, a seed. Each time a child does what the program does (unlock, write,
remove a trainer with all her keys) and is killed with SIGKILL; the parent then opens the folder as
somebody who remains. Prints one line of JSON: how many kills, how many events were confirmed and
how many of them lost, and how far the child had come. Whoever is locked out, a file that is not
whole, or anything that the old data key still opens, is an error.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from datetime import time as clock_time
from pathlib import Path

from trainer_app.domain.errors import UnknownThing
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.wrapping import Cost
from trainer_app.services.courses import Courses
from trainer_app.services.door import Door
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.trainers import Trainers
from trainer_app.store import registers, renewal
from trainer_app.store.health import broken_chains, file_is_whole, stale_things
from trainer_app.store.store import FILE

CHEAP = Cost(memory=8, time=1, parallelism=1)
WORDS = {"kite": "purple cactus window", "drum": "seven quiet lamps", "leaf": "nine slow boats"}
GONE = "drum"


def now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Template:
    """A centre of three trainers; `slots` by picture."""

    folder: Path
    slots: dict[str, str]
    old_key: bytes
    told: frozenset[str]


def ids(door: Door) -> set[str]:
    return {row["id"] for row in door.ledger.store.query("SELECT id FROM events")}


def made(folder: Path) -> Template:
    door = Door(folder, now, CHEAP)
    door.found("Canal House", "Kite", "kite", WORDS["kite"])
    trainers = Trainers(door)
    for picture in ("drum", "leaf"):
        trainers.add(picture.title(), picture, WORDS[picture])
    course = Courses(door.ledger).add_course("Tuesday group")
    Courses(door.ledger).add_session(course.id, date(2026, 11, 24), clock_time(10), clock_time(12))
    for number in range(12):
        Enrolling(door.ledger).add_person(f"Abdi {number}", course_id=course.id)
    slots = {picture: id for id, picture in door.slots()}
    told = frozenset(ids(door))
    door.lock()
    old_key = Keyring.load(folder).unlock(slots["kite"], WORDS["kite"]).data_key
    return Template(folder, slots, old_key, told)


def unlocked(folder: Path, template: Template, picture: str) -> Door:
    """Enter as the program does, what was begun finished on the way."""
    door = Door(folder, now, CHEAP)
    door.unlock(template.slots[picture], WORDS[picture])
    Trainers(door).finish()
    return door


def live(folder: Path, template: Template, report: int) -> None:
    """What a child does: it says each event once it is told that it is safe."""
    door = unlocked(folder, template, "kite")
    before = ids(door)
    for number in range(3):
        Enrolling(door.ledger).add_person(f"Nour {number}")
        for id in ids(door) - before:
            os.write(report, f"{id}\n".encode())
        before = ids(door)
    os.write(report, b"removing\n")
    Trainers(door).remove(template.slots[GONE])


def child(folder: Path, template: Template) -> tuple[int, int]:
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        code = 1
        try:
            live(folder, template, writing)
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    return process, reading


def killed(folder: Path, template: Template, wait: float) -> set[str]:
    """Kill a child `wait` seconds after the removal began; returns what it had confirmed."""
    process, reading = child(folder, template)
    said = b""
    while b"removing" not in said:
        more = os.read(reading, 4096)
        if not more:
            raise AssertionError("the child failed by itself")
        said += more
    time.sleep(wait)  # the moment is the point
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(reading)
    return template.told | (set(said.decode().split()) - {"removing"})


def how_far(folder: Path, template: Template) -> str:
    """What the folder shows from outside; only the last is the end."""
    keyring = Keyring.load(folder)
    has_new = not renewal.opens(folder / FILE, template.old_key)
    if keyring.is_changing:
        return "keyring opens both, " + ("swapped" if has_new else "not swapped")
    if keyring.to_mend:
        return "one copy of the keyring written"
    if has_new:
        return "done"
    return "copying" if list(folder.glob("*.new*")) else "before"


def looked_after(folder: Path, template: Template, told: set[str], who: str) -> int:
    """Open, check everything, go on; returns how many confirmed events are not there."""
    door = unlocked(folder, template, who)
    found = ids(door)
    store, trainers = door.ledger.store, Trainers(door)
    assert file_is_whole(store)
    assert broken_chains(store) == []
    assert stale_things(store) == []
    names = {one.name for one in trainers.all()}
    if "Drum" in names:  # killed before the removal was recorded
        trainers.remove(template.slots[GONE])
    else:
        assert trainers.code_is_due
    Enrolling(door.ledger).add_person("Somebody new")
    assert len(registers.people(store)) == 16
    door.lock()
    unlocked(folder, template, "leaf" if who == "kite" else "kite").lock()
    refuses_the_removed(folder, template)
    return len(told - found)


def refuses_the_removed(folder: Path, template: Template) -> None:
    keyring = Keyring.load(folder)
    assert not keyring.is_changing
    assert keyring.to_mend == ()
    try:
        keyring.unlock(template.slots[GONE], WORDS[GONE])
    except UnknownThing:
        pass
    else:
        raise AssertionError("the trainer who was removed still opens the laptop")
    stores = [path for path in folder.iterdir() if ".db" in path.name]
    assert [path.name for path in stores] == [FILE]
    assert not renewal.opens(folder / FILE, template.old_key)
    assert not list(folder.glob("*.new*"))


def how_long(folder: Path, template: Template) -> float:
    """Seconds that a removal takes where nobody kills it."""
    shutil.copytree(template.folder, folder)
    door = unlocked(folder, template, "kite")
    began = time.monotonic()
    Trainers(door).remove(template.slots[GONE])
    took = time.monotonic() - began
    door.lock()
    shutil.rmtree(folder)
    return took


def main(kills: int, seed: int) -> None:
    chance = random.Random(seed)
    confirmed = lost = 0
    steps: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        template, folder = made(Path(place) / "template"), Path(place) / "laptop"
        whole = how_long(folder, template)
        for _ in range(kills):
            shutil.copytree(template.folder, folder)
            told = killed(folder, template, chance.uniform(0, whole))
            step = how_far(folder, template)
            steps[step] += 1
            # A busy machine is slower than the trial was: keep the kills in the midst of it.
            whole *= 0.85 if step == "done" else 1.1
            confirmed += len(told)
            lost += looked_after(folder, template, told, chance.choice(("kite", "leaf")))
            shutil.rmtree(folder)
    print(json.dumps({"kills": kills, "confirmed": confirmed, "lost": lost, "steps": steps}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
