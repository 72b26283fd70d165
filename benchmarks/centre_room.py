"""A centre's own room: a trainer's laptop and thirty of learners, each with a store of its own."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.answering import HOME, LAPTOPS, PATIENCE, Answers
from trainer_app import app, places
from trainer_app.bundles.lines import as_line
from trainer_app.classroom.limits import Limits
from trainer_app.classroom.messages import Message, Told
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.events import Draft
from trainer_app.keys.wrapping import Cost
from trainer_app.services.attaching import Attaching
from trainer_app.services.carriers import Carriers
from trainer_app.services.door import Door
from trainer_app.services.hosting import Hosting
from trainer_app.services.joining import Joining
from trainer_app.services.laptops import Laptops
from trainer_app.services.merging import Merging
from trainer_app.services.pictures import Pictures
from trainer_app.services.room_lessons import RoomLessons
from trainer_app.services.room_notes import read_ack
from trainer_app.store import meeting
from trainer_app.store.records import Sealed
from trainer_app.store.store import Store

_CHEAP = Cost(memory=8, time=1, parallelism=1)
_MANY = Limits(unproven=64, unproven_per_address=64)
_PASSPHRASE = "a passphrase"


def an_answer() -> Draft:
    """What a learner's answer becomes."""
    body = {
        "sitting": secrets.token_hex(18), "lesson": "sign-in-and-out", "question": "tea",
        "choice": "log-out", "right": True, "at": 1_790_000_000,
    }  # fmt: skip
    return Draft("question-answered", body, "person")


class CentreRoom:
    """The room as it is: what each laptop writes goes to the trainer's, and on to all others."""

    def __init__(self, folder: Path) -> None:
        self.answers = Answers()
        self._library = app.lesson_library()
        trainer = Door(folder / "trainer", app.local_now, _CHEAP)
        trainer.found("Canal House", "Sanne", "kite", _PASSPHRASE)
        self._doors = [_joined(trainer, folder, number) for number in range(LAPTOPS)]
        Merging(trainer).merge(sorted(folder.glob("*.bundle")))
        self._hosting = Hosting(
            trainer,
            lessons=_lessons(trainer, self._library),
            carriers=Carriers(),
            port=0,
            announced=False,
            limits=_MANY,
        )
        self._hosting.open(None)
        self._confirmations = [_Confirmations(self.answers, one) for one in range(LAPTOPS)]
        self._laptops = [self._come_in(number) for number in range(LAPTOPS)]
        self._trainer = trainer
        self._wait_until_all_know_all()

    def click(self, laptop: int) -> None:
        """An answer is written there; it counts when the trainer’s laptop has it."""
        self.answers.asked(laptop)
        (event,) = self._doors[laptop].ledger.store.append(an_answer())
        self._confirmations[laptop].written(event.header.seq)

    def close(self) -> None:
        """Everybody goes."""
        for laptop in self._laptops:
            laptop.stop()
        self._hosting.close()
        for door in (*self._doors, self._trainer):
            door.lock()

    def _come_in(self, number: int) -> Attaching:
        door, carriers = self._doors[number], Carriers()
        lessons = _lessons(door, self._library)
        laptop = Attaching(door, lessons=lessons, carriers=carriers, limits=_MANY, finds=False)
        laptop.start()
        laptop.opened(door)
        room = self._hosting.room
        assert room is not None
        laptop.join("", f"{HOME}:{room.host.port}")
        # Nobody in the program needs to hear of each confirmation: there is no port for it.
        visit = laptop._stay.visit if laptop._stay else None
        assert visit is not None
        device, hear = door.ledger.store.device, visit.received

        def received(message: Message) -> None:
            hear(message)
            if message.told is Told.ACK:
                held = read_ack(message.payload)
                self._confirmations[number].confirmed(held.get(device, 0))

        visit.received = received  # type: ignore[method-assign]
        return laptop

    def _wait_until_all_know_all(self) -> None:
        stores = [door.ledger.store for door in (*self._doors, self._trainer)]
        until, tick = time.monotonic() + 10 * PATIENCE, threading.Event()
        while len({tuple(sorted(meeting.lasts(store).items())) for store in stores}) > 1:
            if time.monotonic() > until:
                raise TimeoutError("the laptops do not come to agree")
            tick.wait(0.1)


class _Confirmations:
    """One laptop's last event, and how far the room has confirmed; either may be first."""

    def __init__(self, answers: Answers, laptop: int) -> None:
        self._answers, self._laptop = answers, laptop
        self._lock = threading.Lock()
        self._waits_for = self._has = 0

    def written(self, seq: int) -> None:
        """The laptop has it on its own disk."""
        with self._lock:
            self._waits_for = seq
            self._look()

    def confirmed(self, seq: int) -> None:
        """The trainer's laptop has all up to it."""
        with self._lock:
            self._has = max(self._has, seq)
            self._look()

    def _look(self) -> None:
        if 0 < self._waits_for <= self._has:
            self._waits_for = 0
            self._answers.came(self._laptop)


class SameCommits:
    """What both ends of a bare room commit: the same events in stores like theirs."""

    def __init__(self, folder: Path) -> None:
        self._host = _store(folder / "bare-host")
        self._stores = [_store(folder / f"bare-{number}") for number in range(LAPTOPS)]
        self._written: dict[bytes, Sealed] = {}
        for store in self._stores:
            store.listen(self)
        self._line = b""

    def at_laptop(self, laptop: int) -> bytes:
        """An answer is written; what is sent of it is its line."""
        self._stores[laptop].append(an_answer())
        return self._line

    def at_host(self, line: bytes) -> None:
        """It is committed as a laptop of the centre would."""
        meeting.take_in_now(self._host, [self._written.pop(line)], [])

    def recorded(self, events: Sequence[Sealed]) -> None:
        """The store says that this is on the disk."""
        for one in events:
            self._line = as_line(one.event)
            self._written[self._line] = one

    def closing(self) -> None:
        """Nothing to let go of."""

    def close(self) -> None:
        """All files are closed."""
        for store in (self._host, *self._stores):
            store.close()


def _joined(trainer: Door, folder: Path, number: int) -> Door:
    """Another laptop of the centre, and its news beside it."""
    invitation = folder / "centre.invitation"
    code = Laptops(trainer).invite(invitation)
    joining = Joining(folder / f"laptop-{number}", app.local_now, _CHEAP)
    door = joining.join(joining.open(invitation, code)[0][0], _PASSPHRASE)
    Merging(door).write_news(folder / f"{number}.bundle")
    return door


def _lessons(door: Door, library: LessonLibrary) -> RoomLessons:
    return RoomLessons(door.folder, library, places.lessons(), Pictures())


def _store(folder: Path) -> Store:
    folder.mkdir()
    return Store.create(folder, secrets.token_bytes(32), app.local_now)


@contextmanager
def a_folder() -> Iterator[Path]:
    """Not in the system's folder for temporary files: where that is memory, no commit waits."""
    with TemporaryDirectory(prefix="benchmark-", dir=Path.cwd()) as name:
        yield Path(name)
