"""The one thread that writes: it owns the write connection, the laptop's sequence and its clock."""

from __future__ import annotations

import itertools
import queue
import secrets
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from trainer_app.domain.errors import MalformedEvent, NotAllowed, TrainerError
from trainer_app.domain.events import (
    EARLIEST_CLOCK,
    LATEST_CLOCK,
    NO_HASH,
    Draft,
    Event,
    check_sealed,
    seal,
)
from trainer_app.domain.ids import uuid7
from trainer_app.domain.kinds import KINDS
from trainer_app.store import log
from trainer_app.store.engine import connect, known_trouble
from trainer_app.store.records import Sealed, sealed

Job = Callable[[Database], Any]
Told = Callable[[Sequence[Sealed]], None]

_NOW, _LATER, _LAST = range(3)
_CACHE_KIB = 16_384


@dataclass(frozen=True, slots=True, order=True)
class _Task:
    """A job in its turn; the one without a job ends the thread."""

    turn: int
    number: int
    job: Job | None = field(default=None, compare=False)
    bare: bool = field(default=False, compare=False)
    future: Future[Any] = field(default_factory=Future, compare=False)
    then: Callable[[Any], None] | None = field(default=None, compare=False)


class Writer:
    """Takes small jobs from any thread and does them one after the other.

    `append` returns when the events are on the disk: the file is synchronised at each commit.
    `told` hears of them then, in their order and in this thread: it only hands them on.
    """

    def __init__(
        self, file: Path, key: bytes, device: str, now: Callable[[], datetime], told: Told
    ) -> None:
        self._told = told
        self._file = file
        self._key = key
        self.device = device
        self._now = now
        # Behind the gate nobody hands over a job that no thread is left to do.
        self._gate = threading.Lock()
        self._closed = False
        self._jobs: queue.PriorityQueue[_Task] = queue.PriorityQueue()
        self._count = itertools.count()
        self._thread = threading.Thread(target=self._work, name="store-writer", daemon=True)
        self._thread.start()

    def append(self, drafts: Sequence[Draft]) -> list[Event]:
        """Seal and write events, all or none, and project them; they are durable on return.

        Raises MalformedEvent, DiskFull, ReadOnly, and NotAllowed once closed.
        """
        for draft in drafts:
            if draft.kind not in KINDS:
                raise MalformedEvent(kind=draft.kind, field="kind")
            KINDS[draft.kind].check(draft.body, draft.subject)
        new: list[Sealed] = self._await(
            _Task(_NOW, next(self._count), lambda db: self._append(db, drafts), then=self._told)
        )
        return [one.event for one in new]

    def run(self, job: Job, *, later: bool = False, bare: bool = False) -> Any:
        """Do a job in one transaction on the writer's thread and return what it returns.

        `later`: answers go first, however many of these wait. `bare`: without a transaction.
        """
        return self._await(_Task(_LATER if later else _NOW, next(self._count), job, bare))

    def _await(self, task: _Task) -> Any:
        with self._gate:
            if self._closed:
                raise NotAllowed()
            self._jobs.put(task)
        return task.future.result()

    def is_awaited(self) -> bool:
        """Whether somebody waits for a job that is not for later."""
        with self._jobs.mutex:
            return bool(self._jobs.queue) and self._jobs.queue[0].turn == _NOW

    def close(self) -> None:
        """Finish what was handed over, close the connection, and end the thread."""
        with self._gate:
            if not self._closed:
                self._jobs.put(_Task(_LAST, next(self._count)))
            self._closed = True
        self._thread.join()

    def _work(self) -> None:
        db: Database | None = None
        while (task := self._jobs.get()).job is not None:
            job, future = task.job, task.future
            try:
                db = db or _connected(self._file, self._key)
                with known_trouble(self._file), nullcontext() if task.bare else db.atomic():
                    result = job(db)
            except BaseException as error:  # handed to whoever waits, in its own thread
                if db is not None and isinstance(error, TrainerError):
                    # SQLCipher gives nothing more over a connection that missed a page once.
                    db.close()
                    db = None
                future.set_exception(error)
            else:
                future.set_result(result)
                if task.then is not None:
                    task.then(result)
        if db is not None:
            db.close()

    def _append(self, db: Database, drafts: Sequence[Draft]) -> list[Sealed]:
        seq, clock, previous = self._head(db)
        new: list[Sealed] = []
        for draft in drafts:
            moment = int(self._now().timestamp() * 1000)
            # A laptop whose battery is flat wakes up in 1970; what it records still counts.
            seq, clock = seq + 1, min(max(clock + 1, moment, EARLIEST_CLOCK), LATEST_CLOCK - 1)
            event = seal(
                draft,
                id=uuid7(clock, secrets.token_bytes(10)),
                device=self.device,
                seq=seq,
                clock=clock,
                previous=previous,
                salt=secrets.token_hex(16),
                version=KINDS[draft.kind].version,
            )
            check_sealed(event)
            new.append(sealed(event))
            previous = new[-1].hash
        log.insert(db, new)
        return new

    def _head(self, db: Database) -> tuple[int, int, str]:
        row = db.execute(
            "SELECT seq, clock, hash FROM events WHERE device = ? ORDER BY seq DESC LIMIT 1",
            [self.device],
        ).fetchone()
        return (row[0], row[1], row[2]) if row else (0, 0, NO_HASH)


def _connected(file: Path, key: bytes) -> Database:
    db = connect(file, key)
    # In a merge each event touches places all over the file; a page forgotten is decrypted again.
    db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    return db
