"""Backups: whole copies taken while others write, or none at all."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from centres import KEY, Clock, bytes_in, tables

from tests.store.damage import PAGE, filled, flip, hashes, note, pages, untouched
from trainer_app.domain.errors import (
    DiskFull,
    ReadOnly,
    SnapshotDamaged,
    StoreDamaged,
    UnreadableFile,
)
from trainer_app.store import snapshots
from trainer_app.store.salvage import salt_of
from trainer_app.store.snapshots import FOLDER
from trainer_app.store.store import FILE, Store


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "small", folder], check=True)
    yield folder
    subprocess.run(["umount", folder], check=True)


def inside(store: Store) -> Path:
    return store.file.parent / FOLDER


def make(store: Store, clock: Clock, *beside: Path) -> Path:
    return inside(store) / snapshots.make(store, clock.now(), beside=beside).name


def opened(file: Path, tmp_path: Path, clock: Clock) -> Store:
    """A backup opened as the store of another folder."""
    place = tmp_path / "opened"
    place.mkdir()
    (place / FILE).write_bytes(file.read_bytes())
    return Store.open(place, KEY, clock.now)


def test_a_backup_holds_what_the_store_held(store: Store, clock: Clock, tmp_path: Path) -> None:
    store.append(*(note(n) for n in range(30)))
    known, before = hashes(store), tables(store)
    made = snapshots.make(store, clock.now())
    store.append(note(31))
    assert made.name == "0000001-20261124T085000Z.db"
    assert made.moment == datetime(2026, 11, 24, 8, 50, tzinfo=UTC)
    assert made.holds is not None
    assert (made.holds.events, made.holds.people, made.holds.sessions) == (30, 0, 0)
    assert made.holds.newest is not None
    assert made.holds.newest.replace(microsecond=0) == made.moment
    copy = opened(inside(store) / made.name, tmp_path, clock)
    assert (hashes(copy), tables(copy)) == (known, before)
    copy.close()


def test_it_is_locked_with_the_key_and_begins_as_the_store_does(store: Store, clock: Clock) -> None:
    store.append(note(1))
    file = make(store, clock)
    assert b"xxxxxxxx" not in file.read_bytes()
    assert snapshots.look_at(file, bytes(32)).holds is None
    assert salt_of(file) == salt_of(store.file)


def test_others_go_on_writing_meanwhile(store: Store, clock: Clock) -> None:
    store.append(*(note(n, 1000) for n in range(300)))
    going_on = threading.Event()

    def write() -> None:
        for number in range(200):
            store.append(note(number))
            going_on.set()

    writer = threading.Thread(target=write)
    writer.start()
    going_on.wait()
    made = [snapshots.make(store, clock.now()) for _ in range(4)]
    writer.join()
    counts = [one.holds.events for one in made if one.holds]
    assert counts == sorted(counts)
    assert len(counts) == 4
    assert 300 < counts[0] <= counts[-1] <= len(hashes(store)) == 500


def test_small_files_are_kept_beside_it_and_go_with_it(store: Store, clock: Clock) -> None:
    keyring = store.file.parent / "keyring.json"
    keyring.write_text("first")
    first = make(store, clock, keyring)
    keyring.write_text("second")
    make(store, clock, keyring)
    beside = {one.name: one.read_text() for one in inside(store).glob("*.json")}
    assert sorted(beside.values()) == ["first", "second"]
    for _ in range(15):  # all on one day
        make(store, clock, keyring)
    assert first.name in snapshots.prune(store.file.parent)
    assert "first" not in {one.read_text() for one in inside(store).glob("*.json")}
    assert len(list(inside(store).iterdir())) == 24


def test_they_are_listed_newest_first_by_counter_not_by_clock(store: Store, clock: Clock) -> None:
    clock.forward(days=400)
    store.append(note(1))
    make(store, clock)
    clock.forward(days=-20_000)
    store.append(note(2))
    make(store, clock)
    (inside(store) / "notes.txt").write_text("not ours")
    (inside(store) / "0000009-20269999T999999Z.db").write_text("not ours either")
    listed = snapshots.listed(store)
    assert [one.made.counter for one in listed] == [2, 1]
    assert [one.holds.events for one in listed if one.holds] == [2, 1]
    assert snapshots.last_made(store.file.parent) == clock.now().astimezone(UTC)


@pytest.mark.parametrize("harm", ["flip", "cut", "cut a page", "empty", "nothing of ours"])
def test_a_damaged_one_is_said_to_be_so(store: Store, clock: Clock, harm: str) -> None:
    store.append(*(note(n) for n in range(50)))
    good, file = make(store, clock), make(store, clock)
    content = file.read_bytes()
    if harm == "flip":
        flip(file, pages(file) // 2)
    else:
        file.write_bytes({
            "cut": content[:-100], "cut a page": content[:-PAGE], "empty": b"",
            "nothing of ours": b"words " * 2000,
        }[harm])  # fmt: skip
    with untouched(good, file):
        assert [one.whole for one in snapshots.listed(store)] == [False, True]
    with pytest.raises(SnapshotDamaged) as told:
        snapshots.check(file, KEY)
    assert told.value.facts == {"file": file.name}


def test_a_damaged_store_makes_a_whole_backup_or_none(store: Store, clock: Clock) -> None:
    store.append(*(note(n) for n in range(80)))
    known = hashes(store)
    store.close()
    good = store.file.read_bytes()
    made = []
    for page in range(2, pages(store.file) + 1, 4):
        flip(store.file, page)
        damaged = Store(store.file, KEY, store.device, clock.now)
        try:
            made.append(make(damaged, clock))
            # Only an index or an empty page was damaged; a copy does without.
            assert snapshots.hashes(made[-1], KEY) == known
        except StoreDamaged as told:
            made.append(told.facts["file"])
        damaged.close()
        store.file.write_bytes(good)
    assert FILE in made
    whole = [one.name for one in made if one != FILE]
    assert sorted(bytes_in(inside(store))) == sorted(whole) != []


def test_a_full_disk_leaves_the_store_and_no_half_backup(disk: Path, clock: Clock) -> None:
    store = filled(disk / "data", clock, 200, 1000)
    known = hashes(store)
    fill(disk, leave=200_000)
    main = store.file.read_bytes()
    with pytest.raises(DiskFull):
        snapshots.make(store, clock.now())
    assert list(inside(store).iterdir()) == []
    assert store.file.read_bytes() == main
    assert hashes(store) == known
    (disk / "filler").unlink()
    store.append(note(201))
    assert snapshots.make(store, clock.now()).whole
    store.close()


def test_a_limit_to_the_size_of_files_is_a_full_disk(tmp_path: Path, clock: Clock) -> None:
    filled(tmp_path / "data", clock, 300, 1000).close()
    program = (
        "import pathlib, resource, sys; from datetime import UTC, datetime\n"
        "from trainer_app.domain.errors import DiskFails, DiskFull\n"
        "from trainer_app.store import snapshots; from trainer_app.store.store import Store\n"
        "folder, key = pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2])\n"
        "now = lambda: datetime(2026, 11, 24, tzinfo=UTC)\n"
        "store = Store.open(folder, key, now)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try: snapshots.make(store, now())\n"
        "except (DiskFull, DiskFails) as error: print(error.facts['file'])\n"
        "print(len(list((folder / 'snapshots').iterdir())))\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "data"), KEY.hex()],
        check=True, stdout=subprocess.PIPE, text=True,
    ).stdout.split()  # fmt: skip
    assert said == ["0000001-20261124T000000Z.db", "0"]


def test_a_folder_that_is_closed_for_writing_is_said_as_such(
    store: Store, clock: Clock, close_for_writing: Callable[[Path], None]
) -> None:
    store.append(note(1))
    make(store, clock)
    before = bytes_in(inside(store))
    close_for_writing(inside(store))
    with pytest.raises(ReadOnly):
        snapshots.make(store, clock.now())
    assert bytes_in(inside(store)) == before


def test_what_an_interrupted_backup_left_goes_with_the_next(store: Store, clock: Clock) -> None:
    make(store, clock)
    left = ["0000002-20261124T091500Z.db.new", "0000002-20261124T091500Z.keyring.json"]
    for name in left:
        (inside(store) / name).write_bytes(b"half")
    make(store, clock)
    assert snapshots.prune(store.file.parent) == []
    assert not set(left) & set(bytes_in(inside(store)))
    assert len(snapshots.listed(store)) == 2


def test_a_stick_gets_the_backup_and_the_keyring(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    keyring = store.file.parent / "keyring.json"
    keyring.write_text("ring")
    file = make(store, clock, keyring)
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = snapshots.copy_to(store.file.parent, file.name, stick)
    assert copy == stick / file.name
    assert bytes_in(stick) == bytes_in(inside(store))
    assert snapshots.check(copy, KEY) == snapshots.check(file, KEY)


def test_a_stick_without_room_gets_nothing(store: Store, clock: Clock, disk: Path) -> None:
    store.append(*(note(n, 3000) for n in range(300)))
    file = make(store, clock)
    fill(disk, leave=100_000)
    with pytest.raises(DiskFull):
        snapshots.copy_to(store.file.parent, file.name, disk)
    assert [one.name for one in disk.iterdir()] == ["filler"]


def test_a_stick_that_was_pulled_is_said_as_such(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    file = make(store, clock)
    with pytest.raises(UnreadableFile):
        snapshots.copy_to(store.file.parent, file.name, tmp_path / "gone")
    for name in ("0000009-20261124T091500Z.db", "../centre.db", ""):
        with pytest.raises(UnreadableFile):
            snapshots.copy_to(store.file.parent, name, tmp_path)


def test_after_an_erasure_none_is_left(store: Store, clock: Clock) -> None:
    make(store, clock)
    make(store, clock)
    assert len(snapshots.remove_all(store.file.parent)) == 2
    assert list(inside(store).iterdir()) == []


def fill(disk: Path, *, leave: int) -> None:
    """Fill a disk but for some bytes."""
    with (disk / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
        file.truncate(file.tell() - leave)
