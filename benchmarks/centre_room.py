"""A centre's own room: a trainer's laptop here, and thirty of learners, each a process of its own.

Each learner's laptop also has a store for the bare room, so that both rooms have the same machines.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.answering import LAPTOPS, PATIENCE
from benchmarks.bare_room import BareHost
from benchmarks.learning_laptop import CHEAP, MANY, PASSPHRASE, a_store, live, room_lessons
from trainer_app import app
from trainer_app.bundles.lines import carried
from trainer_app.services.door import Door
from trainer_app.services.joining import Joining
from trainer_app.services.laptops import Laptops
from trainer_app.services.merging import Merging
from trainer_app.services.room.carriers import Carriers
from trainer_app.services.room.hosting import Hosting
from trainer_app.store import meeting
from trainer_app.store.records import Sealed
from trainer_app.store.store import Store


class Machines:
    """The laptops' processes. `ports`: of the two rooms; both kinds of click go through here."""

    def __init__(self, folder: Path) -> None:
        context = get_context("fork")  # before there is any thread here
        pairs = [context.Pipe() for _ in range(LAPTOPS)]
        self._pipes: list[Connection] = [ours for ours, _theirs in pairs]
        self._processes = [
            context.Process(target=live, args=(folder, number, theirs), daemon=True)
            for number, (_ours, theirs) in enumerate(pairs)
        ]
        for one in self._processes:
            one.start()

    def all_do(self, orders: Sequence[object]) -> list[float]:
        """Order something of each, and wait for all."""
        for pipe, order in zip(self._pipes, orders, strict=True):
            pipe.send(order)
        return [_answer(pipe) for pipe in self._pipes]

    def close(self) -> None:
        """All end by themselves."""
        for pipe in self._pipes:
            pipe.send(None)
        for one in self._processes:
            one.join(PATIENCE)


class Clicks:
    """One of the two rooms, as it is measured."""

    def __init__(self, machines: Machines, room: str) -> None:
        self._machines, self._room = machines, room

    def one_second(self, moments: Sequence[float]) -> list[float]:
        """See `Room`; clocks that count seconds are the same in all processes of a machine."""
        begin = time.monotonic() + 0.05
        return self._machines.all_do([(self._room, begin + moment) for moment in moments])

    def close(self) -> None:
        """The machines are closed by whoever made them."""


@contextmanager
def both_rooms(folder: Path) -> Iterator[tuple[Clicks, Clicks]]:
    """The centre's room and the bare one, both full."""
    _prepare(folder)
    machines = Machines(folder)
    trainer = Door(folder / "trainer", app.local_now, CHEAP)
    trainer.unlock_any(PASSPHRASE)
    hosting = Hosting(
        trainer,
        lessons=room_lessons(trainer, app.lesson_library()),
        carriers=Carriers(),
        port=0,
        announced=False,
        limits=MANY,
    )
    store = a_store(folder / "bare-host")
    bare = BareHost(lambda line: _commit(store, line))
    try:
        hosting.open(None)
        assert hosting.room is not None
        machines.all_do([(hosting.room.host.port, bare.port)] * LAPTOPS)
        _wait_until_all_agree(machines)
        yield Clicks(machines, "ours"), Clicks(machines, "bare")
    finally:
        machines.close()
        bare.close()
        store.close()
        trainer.lock()


@contextmanager
def a_folder() -> Iterator[Path]:
    """Not in the system's folder for temporary files: where that is memory, no commit waits."""
    with TemporaryDirectory(prefix="benchmark-", dir=Path.cwd()) as name:
        yield Path(name)


def _prepare(folder: Path) -> None:
    """Found the centre and let thirty laptops in; all are locked afterwards."""
    trainer = Door(folder / "trainer", app.local_now, CHEAP)
    trainer.found("Canal House", "Sanne", "kite", PASSPHRASE)
    invitation, news = folder / "centre.invitation", []
    for number in range(LAPTOPS):
        code = Laptops(trainer).invite(invitation)
        joining = Joining(folder / f"laptop-{number}", app.local_now, CHEAP)
        door = joining.join(joining.open(invitation, code)[0][0], PASSPHRASE)
        news.append(folder / f"{number}.bundle")
        Merging(door).write_news(news[-1])
        door.lock()
    Merging(trainer).merge(news)
    trainer.lock()


def _commit(store: Store, line: bytes) -> None:
    """What the bare room's host does with an event: the same commit, and no check of it."""
    meeting.take_in_now(store, [Sealed(*carried(line))], [])


def _wait_until_all_agree(machines: Machines) -> None:
    """Until nobody brings anybody anything any more: what joining takes is no part of this."""
    until, tick = time.monotonic() + 10 * PATIENCE, threading.Event()
    while len(set(machines.all_do(["known"] * LAPTOPS))) > 1:
        if time.monotonic() > until:
            raise TimeoutError("the laptops do not come to agree")
        tick.wait(0.2)


def _answer(pipe: Connection) -> float:
    if not pipe.poll(10 * PATIENCE):
        raise TimeoutError("a laptop says nothing")
    said = pipe.recv()
    if isinstance(said, str):
        raise RuntimeError(said)
    return float(said)
