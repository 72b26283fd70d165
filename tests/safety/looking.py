"""Starts the program after an end of any kind and looks what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from centres import PASSPHRASE, Clock
from evening import QUICK

from trainer_app import app
from trainer_app.services.courses import Courses
from trainer_app.services.door import Door
from trainer_app.store import health

Said = list[tuple[str, str]]


@contextmanager
def started(folder: Path, passphrase: str = PASSPHRASE) -> Iterator[Door]:
    """The program as it is started every day, a trainer inside, what was begun finished."""
    door, lock = app.open_door(folder, Clock().now, QUICK)
    try:
        app.unlock_any(door, passphrase)
        yield door
    finally:
        door.lock()
        lock.release()


def faults_of_centre(
    folder: Path,
    said: Said,
    passphrase: str = PASSPHRASE,
    *,
    more: Callable[[Door], list[str]] = lambda _door: [],
    elsewhere: Callable[[Door], set[str]] = lambda _door: set(),
) -> list[str]:
    """Start as the program does, and say what is lost, broken or in the way; a sound one is none.

    `said` is everything ever confirmed in this folder; `more` looks at what else there is, and
    `elsewhere` gives ids of events that were put aside and kept.
    """
    try:
        with started(folder, passphrase) as door:
            return _faults_inside(door, said, elsewhere(door)) + more(door)
    except Exception as error:
        return [f"the next start fails: {error!r}"]


def _faults_inside(door: Door, said: Said, elsewhere: set[str]) -> list[str]:
    store = door.ledger.store
    found = {row["id"] for row in store.query("SELECT id FROM events")}
    lost = {value for word, value in said if word == "event"} - found - elsewhere
    faults = [f"lost: {id}" for id in sorted(lost)]
    if not health.file_is_whole(store):
        faults.append("an integrity check finds something")
    faults += [f"broken chain: {device}" for device in health.broken_chains(store)]
    faults += [f"stale: {thing}" for thing in health.stale_things(store)]
    Courses(door.ledger).add_course("Written after it")
    if health.counts(store)["events"] <= len(found):
        faults.append("nothing can be written")
    return faults
