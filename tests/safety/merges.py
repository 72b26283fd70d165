"""One laptop takes in what another one brings, while somebody answers at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from centres import PASSPHRASE, Centre, Clock
from evening import QUICK, Laptop, Say, opened
from looking import Said, faults_of_centre, started
from templates import lay_out

from trainer_app.domain.lessons import Lesson
from trainer_app.services.door import Door
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.joining import Joining
from trainer_app.services.laptops import Laptops
from trainer_app.services.merging import Merging
from trainer_app.store import health, pooling
from trainer_app.store.pooling import BATCH
from trainer_app.store.records import Sealed
from trainer_app.store.store import Store

HERE, THERE = "here", "there"
NEWS, BACK = "there.bundle", "here.bundle"
ANSWERS = 12


def prepare(folder: Path) -> None:
    """Two laptops; the other one's news take three batches."""
    lay_out(_three_batches, folder)


def prepare_little(folder: Path) -> None:
    """Two laptops; each write of this merge can be made to fail, one after the other."""
    lay_out(_a_few_parts, folder)


def _three_batches(folder: Path) -> None:
    _make(folder, 2 * BATCH + 80)


def _a_few_parts(folder: Path) -> None:
    _make(folder, 100)


def _make(folder: Path, events: int) -> None:
    clock, invitation = Clock(), folder / "invitation"
    here = Centre(folder / HERE, clock, QUICK)
    here.evening("Abdi", "Олена", "Lena Hoekstra")
    code = Laptops(here.door).invite(invitation)
    here.door.lock()
    joining = Joining(folder / THERE, clock.now, QUICK)
    there = joining.join(joining.open(invitation, code)[0][0], PASSPHRASE)
    for name in ("Abdi", "Nour"):
        Enrolling(there.ledger).add_person(name)
    note = there.ledger.note
    there.ledger.write(
        *(
            note("headcount-changed", {"session": f"session {number % 40}", "delta": 1})
            for number in range(events)
        )
    )
    Merging(there).write_news(folder / NEWS)
    there.lock()


def merge(folder: Path, say: Say, _lesson: Lesson, _rounds: int) -> None:
    """Take in the news, answering meanwhile, and write the own ones."""
    laptop = opened(folder / HERE, Clock(), say)
    if laptop is None:
        return
    merging, session = Merging(laptop.door), laptop.courses.sessions()[0].id
    say("begins", "")
    with tells_what_comes_in(say), ThreadPoolExecutor(1) as learner:
        answering = learner.submit(_answer, laptop, session)
        merged = laptop.press(partial(merging.merge, [folder / NEWS]))
        answering.result()
    if merged is not None:
        say("done", f"{merged.received} received, {merged.new} new")
    if laptop.press(partial(merging.write_news, folder / BACK)) is not None:
        say("news", "")
    laptop.close()


def _answer(laptop: Laptop, session: str) -> None:
    for _ in range(ANSWERS):
        laptop.press(lambda: laptop.attending.change_headcount(session, 1))


@contextmanager
def tells_what_comes_in(say: Say) -> Iterator[None]:
    """Say the events of every batch as soon as the store has promised that it is on the disk."""
    take_in: Callable[[Store, Sequence[Sealed]], int] = pooling.take_in

    def take_in_and_say(store: Store, batch: Sequence[Sealed]) -> int:
        new = take_in(store, batch)
        for one in batch:
            say("event", one.event.id)
        return new

    pooling.take_in = take_in_and_say
    try:
        yield
    finally:
        pooling.take_in = take_in


def faults(folder: Path, said: Said) -> list[str]:
    """Nothing is lost here, and merging once more brings both laptops to one state."""
    found = faults_of_centre(folder / HERE, said)
    if found:
        return found
    try:
        with started(folder / HERE) as here, started(folder / THERE) as there:
            return _faults_together(folder, said, here, there)
    except Exception as error:
        return [f"merging again fails: {error!r}"]


def _faults_together(folder: Path, said: Said, here: Door, there: Door) -> list[str]:
    faults = _refused(here, folder / NEWS)
    if (folder / BACK).exists():
        faults += _refused(there, folder / BACK)
    elif ("news", "") in said:
        faults.append("lost: the news for the other laptop")
    Merging(here).write_news(folder / "again.bundle")
    faults += _refused(there, folder / "again.bundle")
    states = {health.state_hash(door.ledger.store, door.centre) for door in (here, there)}
    if len(states) > 1:
        faults.append("the laptops differ after they heard each other")
    return faults


def _refused(door: Door, file: Path) -> list[str]:
    merged = Merging(door).merge([file])
    return [f"{one.file} is refused: {one.error!r}" for one in merged.refused]
