"""Another data key for a store: all of it, under the new key alone, or as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from centres import KEY, Clock, bytes_in, tables

from trainer_app.domain.errors import DiskFull, InUse, NoCentre, ReadOnly, StoreDamaged
from trainer_app.domain.events import Draft
from trainer_app.store import renewal
from trainer_app.store.engine import connect
from trainer_app.store.health import broken_chains, file_is_whole
from trainer_app.store.store import FILE, Store

NEXT = bytes(range(64, 96))


def note(store: Store, count: int) -> set[str]:
    drafts = [
        Draft("headcount-changed", {"session": f"s{n % 7}", "delta": 1}) for n in range(count)
    ]
    return {event.id for event in store.append(*drafts)}


def ids(store: Store) -> set[str]:
    return {row["id"] for row in store.query("SELECT id FROM events")}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_of_it_opens_with_the_new_key_and_none_with_the_old(
    tmp_path: Path, clock: Clock
) -> None:
    store = Store.create(tmp_path, KEY, clock.now)
    told = note(store, 300)
    store.keep_secret("laptop-key", "a seed")
    before, device = tables(store), store.device
    store.close()
    renewal.prepare(tmp_path, KEY, NEXT)
    renewal.swap(tmp_path)
    assert names(tmp_path) == [FILE]
    with pytest.raises(StoreDamaged):
        Store.open(tmp_path, KEY, clock.now)
    store = Store.open(tmp_path, NEXT, clock.now)
    assert ids(store) == told
    assert tables(store) == before
    assert (store.device, store.secret("laptop-key")) == (device, "a seed")
    assert file_is_whole(store)
    assert broken_chains(store) == []
    note(store, 1)
    store.close()


def test_the_laptop_stays_the_one_it_is_and_a_copied_folder_a_copy(
    tmp_path: Path, clock: Clock
) -> None:
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    here.mkdir()
    store = Store.create(here, KEY, clock.now)
    device = store.device
    store.close()
    shutil.copytree(here, elsewhere)
    for folder in (here, elsewhere):
        renewal.prepare(folder, KEY, NEXT)
        renewal.swap(folder)
        store = Store.open(folder, NEXT, clock.now)
        assert (store.device == device) == (folder == here)
        store.close()


def test_it_is_the_same_table_for_table_row_for_row(tmp_path: Path) -> None:
    db = connect(tmp_path / FILE, KEY)
    db.execute("CREATE TABLE plain (id TEXT PRIMARY KEY, n INTEGER) STRICT")
    db.execute("CREATE TABLE narrow (id TEXT PRIMARY KEY, v BLOB) STRICT, WITHOUT ROWID")
    db.execute("CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, v TEXT)")
    db.execute("CREATE UNIQUE INDEX by_n ON plain (n)")
    db.execute("CREATE VIEW few AS SELECT id FROM plain")
    db.execute("BEGIN")
    for n in range(200):
        db.execute("INSERT INTO plain VALUES (?, ?)", [f"p{n}", n])
        db.execute("INSERT INTO narrow VALUES (?, ?)", [f"n{n}", bytes([n])])
        db.execute("INSERT INTO counted (v) VALUES (?)", [None if n % 3 else "x"])
    db.execute("DELETE FROM plain WHERE n % 7 = 3")
    db.execute("DELETE FROM counted WHERE id > 150")
    db.execute("COMMIT")
    db.execute("PRAGMA user_version = 42")
    asked = (
        "SELECT rowid, * FROM plain ORDER BY rowid", "SELECT * FROM narrow ORDER BY id",
        "SELECT * FROM counted ORDER BY id", "SELECT * FROM sqlite_sequence",
        "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name", "PRAGMA user_version",
    )  # fmt: skip
    before = [db.execute(one).fetchall() for one in asked]
    db.close()
    renewal.prepare(tmp_path, KEY, NEXT)
    renewal.swap(tmp_path)
    db = connect(tmp_path / FILE, NEXT)
    assert [db.execute(one).fetchall() for one in asked] == before
    db.close()


def test_what_only_the_log_beside_the_file_holds_comes_along(tmp_path: Path, clock: Clock) -> None:
    running, died = tmp_path / "running", tmp_path / "died"
    for folder in (running, died):
        folder.mkdir()
    store = Store.create(running, KEY, clock.now)
    told = note(store, 40)
    for name in (FILE, f"{FILE}-wal"):
        shutil.copy(running / name, died)
    store.close()
    assert (died / f"{FILE}-wal").stat().st_size > 0
    assert not renewal.opens(died / FILE, NEXT)  # looking with a wrong key loses nothing
    renewal.prepare(died, KEY, NEXT)
    assert names(died) == [FILE, renewal.NEW]
    renewal.swap(died)
    store = Store.open(died, NEXT, clock.now)
    assert ids(store) == told
    store.close()


def test_a_store_that_somebody_reads_is_left_alone(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewal, "_PATIENCE", 20)
    store = Store.create(tmp_path, KEY, clock.now)
    told = note(store, 5)
    with pytest.raises(InUse):
        renewal.prepare(tmp_path, KEY, NEXT)
    assert renewal.NEW not in names(tmp_path)
    told |= note(store, 5)
    assert ids(store) == told
    store.close()


def test_a_wrong_key_or_a_damaged_file_changes_nothing(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(NoCentre):
        renewal.prepare(tmp_path, KEY, NEXT)
    store = Store.create(tmp_path, KEY, clock.now)
    note(store, 200)
    store.close()
    before = bytes_in(tmp_path)
    with pytest.raises(StoreDamaged):
        renewal.prepare(tmp_path, NEXT, KEY)
    assert bytes_in(tmp_path) == before
    damaged = bytearray(before[FILE])
    # A single page may be one of an index, which the export makes anew: nothing is lost then.
    for at in range(len(damaged) // 2, len(damaged), 4096):
        damaged[at] ^= 1
    (tmp_path / FILE).write_bytes(damaged)
    with pytest.raises(StoreDamaged):
        renewal.prepare(tmp_path, KEY, NEXT)
    assert names(tmp_path) == [FILE]
    assert (tmp_path / FILE).read_bytes()[4096:] == bytes(damaged)[4096:]


def test_the_same_key_again_is_no_renewal(tmp_path: Path, clock: Clock) -> None:
    Store.create(tmp_path, KEY, clock.now).close()
    with pytest.raises(StoreDamaged):
        renewal.prepare(tmp_path, KEY, KEY)
    assert names(tmp_path) == [FILE]


def test_a_full_disk_leaves_the_old_store(small_disk: Path, clock: Clock) -> None:
    store = Store.create(small_disk, KEY, clock.now)
    told = note(store, 30)
    store.close()
    room = os.statvfs(small_disk)
    (small_disk / "filler").write_bytes(bytes(room.f_bavail * room.f_frsize - 60_000))
    with pytest.raises(DiskFull):
        renewal.prepare(small_disk, KEY, NEXT)
    assert names(small_disk) == [FILE, "filler"]
    (small_disk / "filler").unlink()
    store = Store.open(small_disk, KEY, clock.now)
    assert ids(store) == told
    store.close()


def test_a_folder_closed_for_writing_leaves_the_old_store(
    tmp_path: Path, clock: Clock, close_for_writing: Callable[[Path], None]
) -> None:
    Store.create(tmp_path, KEY, clock.now).close()
    before = bytes_in(tmp_path)
    close_for_writing(tmp_path)
    with pytest.raises(ReadOnly):
        renewal.prepare(tmp_path, KEY, NEXT)
    assert bytes_in(tmp_path) == before


def test_a_leftover_is_written_over_and_can_be_thrown_away(tmp_path: Path, clock: Clock) -> None:
    Store.create(tmp_path, KEY, clock.now).close()
    for name in (renewal.NEW, f"{renewal.NEW}-journal"):
        (tmp_path / name).write_bytes(b"half a file")
    renewal.prepare(tmp_path, KEY, NEXT)
    assert names(tmp_path) == [FILE, renewal.NEW]
    renewal.discard(tmp_path)
    assert names(tmp_path) == [FILE]
    assert renewal.opens(tmp_path / FILE, KEY)


def test_no_page_is_ever_written_under_the_old_key(tmp_path: Path, clock: Clock) -> None:
    """Seen in the system calls: the new file is born under the new key, and synchronised."""
    folder = tmp_path / "store"
    folder.mkdir()
    store = Store.create(folder, KEY, clock.now)
    note(store, 100)
    store.close()
    program = (
        "import sys; from pathlib import Path; from trainer_app.store import renewal;"
        "f = Path(sys.argv[1]); a, b = map(bytes.fromhex, sys.argv[2:]);"
        "renewal.prepare(f, a, b); renewal.swap(f)"
    )
    trace = tmp_path / "trace"
    calls = "trace=pwrite64,write,fsync,fdatasync,rename,unlink"
    subprocess.run(
        ["strace", "-f", "-y", "-s", "8", "-e", calls, "-o", trace,
         sys.executable, "-c", program, folder, KEY.hex(), NEXT.hex()],
        check=True,
    )  # fmt: skip
    lines = [line.partition(" ")[2].strip() for line in trace.read_text().splitlines()]
    swapped = next(n for n, line in enumerate(lines) if line.startswith("rename(") and FILE in line)
    written = [n for n, line in enumerate(lines) if line.startswith("pwrite64") and ".new>" in line]
    synced = [n for n, line in enumerate(lines) if line.startswith("fsync") and ".new>" in line]
    folder_synced = [
        n for n, line in enumerate(lines) if line.startswith("fsync") and f"{folder}>" in line
    ]
    assert written
    assert max(written) < max(n for n in synced if n < swapped)
    assert any(n < swapped for n in folder_synced)
    assert any(n > swapped for n in folder_synced)
    assert not [line for line in lines[: swapped + 1] if "-journal>" in line and ".new" in line]
