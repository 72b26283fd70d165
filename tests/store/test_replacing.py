"""Another file in the place of the store: whenever the laptop dies, one of the two opens."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from centres import KEY, Clock, bytes_in, tables

from tests.store.damage import copied, filled, flip, hashes, note, untouched
from trainer_app.domain.errors import DiskFull, SnapshotDamaged
from trainer_app.domain.events import Draft
from trainer_app.store import replacing, snapshots
from trainer_app.store.replacing import FOLDER, MARKER, WORKSHOP
from trainer_app.store.store import FILE, Store

KEYRING = "keyring.json"
BACKED_UP, SINCE = 20, 30


@pytest.fixture
def folder(tmp_path: Path, clock: Clock) -> Path:
    """A closed store with a backup, and events that came after it."""
    store = filled(tmp_path / "data", clock, BACKED_UP)
    (store.file.parent / KEYRING).write_text("ring")
    snapshots.make(store, clock.now())
    store.append(*(note(n) for n in range(BACKED_UP, BACKED_UP + SINCE)))
    store.close()
    return store.file.parent


def backup(folder: Path) -> Path:
    return snapshots.files(folder)[0]


def prepare(folder: Path, clock: Clock) -> None:
    replacing.prepare(folder, KEY, clock.now, source=backup(folder))


def held(folder: Path, clock: Clock) -> int:
    """How many events the store of a folder holds; it must open and be whole."""
    store = Store.open(folder, KEY, clock.now)
    found = len(hashes(store))
    store.append(note(0))
    store.close()
    return found


def test_a_backup_stands_in_place_and_what_was_there_is_kept_whole(
    folder: Path, clock: Clock
) -> None:
    with untouched(backup(folder)):
        before = (folder / FILE).read_bytes()
        prepare(folder, clock)
        assert (folder / FILE).read_bytes() == before
        kept = replacing.swap(folder, clock.now(), beside=[folder / KEYRING])
        assert kept == "0000001-20261124T085000Z"
        assert bytes_in(folder / FOLDER / kept) == {FILE: before, KEYRING: b"ring"}
    assert held(folder, clock) == BACKED_UP
    assert set(bytes_in(folder)) == {FILE, KEYRING}
    assert replacing.replaced(folder) == [kept]


def test_the_laptop_goes_on_under_another_name(folder: Path, clock: Clock) -> None:
    before = Store.open(folder, KEY, clock.now)
    old, events = before.device, hashes(before)
    before.close()
    prepare(folder, clock)
    replacing.swap(folder, clock.now())
    after = Store.open(folder, KEY, clock.now)
    assert after.device != old
    assert old in after.former()
    new = after.append(note(1))[0]
    assert (new.header.device, new.header.seq) == (after.device, 1)
    assert new.header.hash() not in events
    after.close()


def test_events_are_brought_along(folder: Path, clock: Clock) -> None:
    store = Store.open(folder, KEY, clock.now)
    events, rows = store.events_of("centre"), tables(store)
    store.close()
    holds = replacing.prepare(
        folder, KEY, clock.now, source=backup(folder), bring=[*events, *events]
    )
    assert holds.events == BACKED_UP + SINCE
    replacing.swap(folder, clock.now())
    again = Store.open(folder, KEY, clock.now)
    assert tables(again) == rows
    again.close()


def test_without_a_backup_a_new_store_takes_the_place(folder: Path, clock: Clock) -> None:
    store = Store.open(folder, KEY, clock.now)
    events, device = store.events_of("centre"), store.device
    store.close()
    secrets = {"device": device, "centre": "ab" * 16, "home": "elsewhere", "schema": "77"}
    replacing.prepare(folder, KEY, clock.now, source=None, bring=events, secrets=secrets)
    replacing.swap(folder, clock.now())
    again = Store.open(folder, KEY, clock.now)
    assert hashes(again) == {event.header.hash() for event in events}
    assert again.secret("centre") == "ab" * 16
    assert device in again.former()
    again.close()


def test_a_damaged_backup_is_refused_and_nothing_changes(folder: Path, clock: Clock) -> None:
    flip(backup(folder), 5)
    before = bytes_in(folder)
    with pytest.raises(SnapshotDamaged):
        prepare(folder, clock)
    assert bytes_in(folder) == before
    assert not (folder / WORKSHOP).exists()


def test_a_full_disk_changes_nothing(disk: Path, folder: Path, clock: Clock) -> None:
    place = copied(folder, disk / "data")
    before = bytes_in(place)
    (disk / "filler").write_bytes(bytes(shutil.disk_usage(disk).free - 300_000))
    with pytest.raises(DiskFull):
        prepare(place, clock)
    assert bytes_in(place) == before
    assert not (place / WORKSHOP).exists()
    assert held(place, clock) == BACKED_UP + SINCE


def test_what_was_replaced_before_is_never_written_over(folder: Path, clock: Clock) -> None:
    kept = []
    for _ in range(3):
        prepare(folder, clock)
        kept.append(replacing.swap(folder, clock.now()))
    assert len(set(kept)) == 3
    assert replacing.replaced(folder) == kept
    # A marker that lost what it said leads to a name of its own, twice even.
    for _ in range(2):
        prepare(folder, clock)
        (folder / MARKER).write_text("{")
        assert replacing.finish_if_begun(folder)
    assert len(list((folder / FOLDER / "0000000-interrupted").iterdir())) == 2
    replacing.remove_replaced(folder)
    assert replacing.replaced(folder) == []


@pytest.mark.parametrize("log_beside", [False, True])
def test_wherever_it_stops_the_next_start_opens_old_or_new(
    folder: Path, clock: Clock, tmp_path: Path, log_beside: bool
) -> None:
    """Stops before each system call that changes the folder, one after the other."""
    if log_beside:  # as a program that died leaves it: the newest events stand in the log alone
        store = Store.open(folder, KEY, clock.now)
        store.append(note(99))
        dead = copied(folder, tmp_path / "dead")
        store.close()
        folder = dead
    newest = BACKED_UP + SINCE + log_beside
    prepare(folder, clock)
    outcomes = []
    for stop in range(1, 60):
        place = copied(folder, tmp_path / f"stop-{log_beside}-{stop}")
        with stopped_at(stop) as was_stopped:
            replacing.swap(place, clock.now(), beside=[place / KEYRING])
        if not was_stopped:
            break
        finished = replacing.finish_if_begun(place)
        assert not (place / MARKER).exists()
        assert not (place / WORKSHOP).exists()
        outcomes.append(held(place, clock))
        assert outcomes[-1] in (newest, BACKED_UP)
        if outcomes[-1] == BACKED_UP:
            aside = next((place / FOLDER).iterdir())
            assert held(copied(aside, place / "looked-at"), clock) == newest
        elif not finished:
            assert replacing.finish_if_begun(place) is False
    else:
        raise AssertionError("it never comes to its end")
    assert outcomes == sorted(outcomes, reverse=True)
    assert set(outcomes) == {newest, BACKED_UP}
    assert len(outcomes) > 8


class Stopped(BaseException):
    """The power went."""


class stopped_at:  # noqa: N801  reads as a sentence
    """Within it the n-th call that changes a folder is not done, nor any after it."""

    NAMES = ("replace", "unlink", "mkdir", "fsync", "rename", "rmdir")

    def __init__(self, number: int) -> None:
        self._left = number
        self._real = {name: getattr(os, name) for name in self.NAMES}
        self._hit = False

    def __enter__(self) -> stopped_at:
        for name, real in self._real.items():
            setattr(os, name, self._counted(real))
        return self

    def __exit__(self, kind: type | None, *_: object) -> bool:
        for name, real in self._real.items():
            setattr(os, name, real)
        return kind is Stopped

    def __bool__(self) -> bool:
        return self._hit

    def _counted(self, real):
        def call(*values, **named):
            self._left -= 1
            if self._left <= 0:
                self._hit = True
                raise Stopped
            return real(*values, **named)

        return call


def test_killed_at_any_moment_the_old_or_the_new_opens(
    folder: Path, clock: Clock, tmp_path: Path
) -> None:
    program = (
        "import sys, pathlib; from datetime import UTC, datetime\n"
        "from trainer_app.store import replacing, snapshots\n"
        "folder, key = pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2])\n"
        "now = lambda: datetime(2026, 11, 24, 9, tzinfo=UTC)\n"
        "print('go', flush=True)\n"
        "while True:\n"
        "    replacing.prepare(folder, key, now, source=snapshots.files(folder)[0])\n"
        "    replacing.swap(folder, now())\n"
        "    print('done', flush=True)\n"
    )
    chance = random.Random(3)
    outcomes = set()
    for _ in range(8):
        place = copied(folder, tmp_path / "place")
        with subprocess.Popen(
            [sys.executable, "-c", program, str(place), KEY.hex()],
            stdout=subprocess.PIPE, text=True,
        ) as other:  # fmt: skip
            assert other.stdout is not None
            lines = chance.randint(1, 3)
            for _ in range(lines):
                other.stdout.readline()
            # So much work of another process: a moment that nobody chose.
            sum(chance.random() for _ in range(chance.randrange(400_000)))
            other.kill()
        replacing.finish_if_begun(place)
        outcomes.add(held(place, clock))
        assert not (place / WORKSHOP).exists()
        shutil.rmtree(place)
    assert outcomes <= {BACKED_UP, BACKED_UP + SINCE}
    assert BACKED_UP in outcomes


def test_who_was_erased_since_stays_erased(store: Store, clock: Clock) -> None:
    """Of an open store only what trainers signed is taken along; an erasure is."""
    person = {
        "number": "A1", "name": "Fatoumata", "birth_year": 1990, "gender": None, "language": None,
        "phone": None, "note": None, "face": "face-01", "listed": True,
    }  # fmt: skip
    store.append(Draft("person-set", person, subject="p1"), note(1))
    snapshots.make(store, clock.now())
    erasure = {"erasure": "e1", "people": ["p1"], "attendance": [], "signer": "t", "signature": ""}
    store.append(Draft("person-erased", erasure), note(2))
    folder = store.file.parent
    holds, brought = replacing.prepare_from(store, backup(folder), clock.now)
    assert brought == 1
    assert (holds.events, holds.people) == (3, 0)
    store.close()
    replacing.swap(folder, clock.now())
    again = Store.open(folder, KEY, clock.now)
    bodies = [row["body"] for row in again.query("SELECT body FROM events WHERE subject = 'p1'")]
    assert bodies == [None]
    again.close()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of six megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "small", place], check=True)
    yield place
    subprocess.run(["umount", place], check=True)
