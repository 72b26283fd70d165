"""One learner's laptop of the benchmark, as a process: in the centre's room and in the bare one."""

from __future__ import annotations

import secrets
import threading
import time
import traceback
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.answering import HOME, PATIENCE
from benchmarks.bare_room import BareLaptop
from trainer_app import app, places
from trainer_app.bundles.lines import as_line
from trainer_app.classroom.limits import Limits
from trainer_app.classroom.messages import Message, Told
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.events import Draft
from trainer_app.keys.wrapping import Cost
from trainer_app.services.door import Door
from trainer_app.services.pictures import Pictures
from trainer_app.services.room.attaching import Attaching
from trainer_app.services.room.carriers import Carriers
from trainer_app.services.room.lessons import RoomLessons
from trainer_app.services.room.notes import read_ack
from trainer_app.store import meeting
from trainer_app.store.records import Sealed
from trainer_app.store.store import Store

CHEAP = Cost(memory=8, time=1, parallelism=1)
MANY = Limits(unproven=64, unproven_per_address=64)
PASSPHRASE = "a passphrase"


def live(folder: Path, number: int, pipe: Connection) -> None:
    """Answer orders until there are none: first the two ports, then clicks and questions."""
    try:
        laptop = _Laptop(folder, number, pipe.recv())
        pipe.send(0.0)
        while (order := pipe.recv()) is not None:
            pipe.send(laptop.known() if order == "known" else laptop.click(*order))
        laptop.close()
    except Exception:
        pipe.send(traceback.format_exc())


def room_lessons(door: Door, library: LessonLibrary) -> RoomLessons:
    """The lessons of a laptop that has none of its own."""
    return RoomLessons(door.folder, library, places.lessons(), Pictures())


def a_store(folder: Path) -> Store:
    """Another encrypted store, with nothing in it."""
    folder.mkdir()
    return Store.create(folder, secrets.token_bytes(32), app.local_now)


def _an_answer() -> Draft:
    body = {
        "sitting": secrets.token_hex(18), "lesson": "sign-in-and-out", "question": "tea",
        "choice": "log-out", "right": True, "at": 1_790_000_000,
    }  # fmt: skip
    return Draft("question-answered", body, "person")


class _Laptop:
    """`ports`: of the centre's room and of the bare one."""

    def __init__(self, folder: Path, number: int, ports: tuple[int, int]) -> None:
        self._door = Door(folder / f"laptop-{number}", app.local_now, CHEAP)
        self._door.unlock_any(PASSPHRASE)
        lessons = room_lessons(self._door, app.lesson_library())
        self._attaching = Attaching(
            self._door, lessons=lessons, carriers=Carriers(), limits=MANY, finds=False
        )
        self._confirmations = _Confirmations()
        self._attaching.start()
        self._attaching.opened(self._door)
        self._attaching.join("", f"{HOME}:{ports[0]}")
        self._hear_confirmations()
        self._store = a_store(folder / f"bare-{number}")
        self._store.listen(self)
        self._line = b""
        self._echoed = threading.Event()
        self._bare = BareLaptop(ports[1], lambda _line: self._echoed.set())

    def known(self) -> float:
        """How many events of everybody's are here."""
        return sum(meeting.lasts(self._door.ledger.store).values())

    def click(self, room: str, at: float) -> float:
        """Write an answer at a moment; seconds until the room has it on its disk, too."""
        time.sleep(max(0.0, at - time.monotonic()))
        begun = time.perf_counter()
        if room == "ours":
            (event,) = self._door.ledger.store.append(_an_answer())
            came = self._confirmations.wait_for(event.header.seq)
        else:
            self._echoed.clear()
            self._store.append(_an_answer())
            self._bare.say(self._line)
            came = self._echoed.wait(PATIENCE)
        took = time.perf_counter() - begun
        if not came:
            raise TimeoutError("an answer never came")
        return took

    def close(self) -> None:
        """Leave both rooms."""
        self._bare.close()
        self._store.close()
        self._attaching.stop()
        self._door.lock()

    def recorded(self, events: Sequence[Sealed]) -> None:
        """The bare room's store has it on its disk; this is what is sent of it."""
        self._line = as_line(events[-1].event)

    def closing(self) -> None:
        """Nothing to let go of."""

    def _hear_confirmations(self) -> None:
        # Nobody in the program needs to hear of each one, so that there is no port for it.
        visit = self._attaching._stay.visit if self._attaching._stay else None
        assert visit is not None
        device, hear = self._door.ledger.store.device, visit.received

        def received(message: Message) -> None:
            hear(message)
            if message.told is Told.ACK:
                self._confirmations.came(read_ack(message.payload).get(device, 0))

        visit.received = received  # type: ignore[method-assign]


class _Confirmations:
    """How far the room has confirmed what this laptop wrote."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._has = 0

    def came(self, seq: int) -> None:
        """The trainer's laptop has all up to this sequence."""
        with self._changed:
            self._has = max(self._has, seq)
            self._changed.notify_all()

    def wait_for(self, seq: int) -> bool:
        """Until it has this one."""
        with self._changed:
            return self._changed.wait_for(lambda: self._has >= seq, PATIENCE)
