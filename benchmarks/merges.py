"""An evening of many laptops taken into one, and a learner's answer meanwhile."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from benchmarks.centres import bare_file
from benchmarks.measuring import Figure, compare
from trainer_app import app
from trainer_app.domain.events import NO_HASH, Draft, Event, seal
from trainer_app.domain.ids import uuid7
from trainer_app.domain.kinds import KINDS
from trainer_app.store.pooling import BATCH, take_in
from trainer_app.store.records import Sealed, row_of, sealed, thing_of
from trainer_app.store.store import Store

PEOPLE = 25
_BEGAN = 1_790_000_000
_ANSWERS = 400
_TABLE = """
    CREATE TABLE events (
        id TEXT, device TEXT, seq INTEGER, clock INTEGER, by TEXT, kind TEXT, version INTEGER,
        subject TEXT, replaces TEXT, previous TEXT, body_hash TEXT, salt TEXT, body TEXT,
        hash TEXT PRIMARY KEY, thing TEXT
    ) STRICT
    """
_INSERT = f"INSERT INTO events VALUES ({','.join('?' * 15)})"


def figures(rounds: int) -> list[Figure]:
    """Ten laptops with two thousand events each, and answers while they are merged."""
    return _figures(10, 2_000, rounds)


def large_figures(rounds: int) -> list[Figure]:
    """Thirty laptops with twenty thousand events each."""
    return _figures(30, 20_000, rounds)


def _figures(laptops: int, events: int, rounds: int) -> list[Figure]:
    evening = [list(_evening(number, events)) for number in range(laptops)]
    batches = [one[at : at + BATCH] for one in evening for at in range(0, events, BATCH)]
    rows = [[row_of(one, thing_of(one.event), False) for one in batch] for batch in batches]
    name = f"merge {laptops}×{events}"
    with _empty_store() as (store, folder):
        new = compare(
            name,
            lambda: _merge(_another(folder), batches),
            f"bulk inserts of the same rows, {BATCH} each, SQLCipher",
            lambda: _insert(folder, rows),
            rounds=rounds,
        )
        _merge(store, batches, close=False)
        nothing_new = compare(
            f"{name} again",
            lambda: _merge(store, batches, close=False),
            "the same bulk inserts",
            lambda: _insert(folder, rows),
            rounds=rounds,
        )
    return [new, nothing_new, *_answers(batches)]


def _answers(batches: Sequence[Sequence[Sealed]]) -> list[Figure]:
    """How long an answer takes that is on the disk, while nothing else happens and in a merge."""
    with _empty_store() as (store, _):
        idle = sorted(_answer(store) for _ in range(_ANSWERS))
        merged = threading.Event()

        def merge() -> None:
            _merge(store, batches, close=False)
            merged.set()

        merger = threading.Thread(target=merge)
        merger.start()
        busy: list[float] = []
        while not merged.wait(0.002):  # nobody answers faster than this
            busy.append(_answer(store))
        merger.join()
    return [
        Figure("answer in a merge, p50", median(busy), median(idle), "p50 of answers at rest"),
        Figure("answer in a merge, p99", _p99(busy), _p99(idle), "p99 of answers at rest"),
    ]


def _p99(values: Sequence[float]) -> float:
    return quantiles(values, n=100)[98]


def _answer(store: Store) -> float:
    began = perf_counter()
    store.append(
        Draft(
            "question-answered",
            {
                "sitting": secrets.token_hex(18), "lesson": "03-photos", "question": "q1",
                "choice": "b", "right": True, "at": _BEGAN,
            },
            "person",
        )
    )  # fmt: skip
    return perf_counter() - began


def _merge(store: Store, batches: Sequence[Sequence[Sealed]], close: bool = True) -> None:
    for batch in batches:
        take_in(store, batch)
    if close:
        store.close()


def _insert(folder: Path, rows: Sequence[Sequence[list[object]]]) -> None:
    connection = bare_file(folder / f"{secrets.token_hex(4)}.db")
    connection.execute(_TABLE)
    for batch in rows:
        connection.execute("BEGIN")
        connection.executemany(_INSERT, batch)
        connection.execute("COMMIT")
    connection.close()


@contextmanager
def _empty_store() -> Iterator[tuple[Store, Path]]:
    # Not in the system's folder for temporary files: where that is memory, no commit waits.
    with TemporaryDirectory(prefix="benchmark-", dir=Path.cwd()) as name:
        folder = Path(name)
        store = _another(folder)
        yield store, folder
        store.close()


def _another(folder: Path) -> Store:
    place = folder / secrets.token_hex(4)
    place.mkdir()
    return Store.create(place, secrets.token_bytes(32), app.local_now)


def _evening(laptop: int, amount: int) -> Iterator[Sealed]:
    """What one laptop writes: some people sit down at it in turns, page by page."""
    device = uuid7(_BEGAN * 1000 + laptop, secrets.token_bytes(10))
    previous = NO_HASH
    drafts = _drafts(laptop)
    for seq in range(1, amount + 1):
        draft = next(drafts)
        clock = _BEGAN * 1000 + seq * 1000 + laptop
        event: Event = seal(
            draft, id=uuid7(clock, secrets.token_bytes(10)), device=device, seq=seq, clock=clock,
            previous=previous, salt=secrets.token_hex(16), version=KINDS[draft.kind].version,
        )  # fmt: skip
        previous = event.header.hash()
        yield sealed(event)


def _drafts(laptop: int) -> Iterator[Draft]:
    people = [uuid7(_BEGAN * 1000, secrets.token_bytes(10)) for _ in range(PEOPLE)]
    at = _BEGAN
    while True:
        session = uuid7(at * 1000, secrets.token_bytes(10))
        for person in people:
            mark = {"session": session, "status": "present", "late": 0, "early": 0}
            yield Draft("attendance-marked", {**mark, "role": "participant"}, person)
        for person in people:
            at += 60
            sitting = uuid7(at * 1000, secrets.token_bytes(10))
            yield Draft("sitting-began", {"sitting": sitting, "session": session, "at": at}, person)
            yield from _work(sitting, person, at, f"{laptop % 9 + 1:02}-lesson")
            yield Draft("sitting-ended", {"sitting": sitting, "at": at + 50}, person)


def _work(sitting: str, person: str, at: int, lesson: str) -> Iterator[Draft]:
    place: dict[str, Any] = {"sitting": sitting, "lesson": lesson, "at": at}
    for page in range(1, 9):
        yield Draft("page-reached", {**place, "page": page, "pages": 8}, person)
    for question in range(8):
        answer = {"question": f"q{question}", "choice": "b", "right": question % 4 > 0}
        yield Draft("question-answered", {**place, **answer}, person)
    yield Draft("quiz-finished", {**place, "version": 1, "right": 6, "of": 8}, person)
