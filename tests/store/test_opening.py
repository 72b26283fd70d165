"""Opening a store: what can be wrong is said as such, and no file is changed by asking."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from centres import KEY, Clock, bytes_in, tables

from trainer_app.domain.errors import (
    CentreExists,
    DiskFull,
    InUse,
    NewerSchema,
    NoCentre,
    NotAllowed,
    ReadOnly,
    StoreDamaged,
    TrainerError,
)
from trainer_app.domain.events import Draft
from trainer_app.store.engine import connect
from trainer_app.store.lock import FolderLock
from trainer_app.store.schema import VERSION, make_projections, migrations
from trainer_app.store.store import FILE, Store

NAMED = Draft("centre-named", {"name": "Canal House"})


@pytest.fixture
def closed(tmp_path: Path, clock: Clock) -> Path:
    """A folder with a store that holds one event and is not open."""
    folder = tmp_path / "closed"
    folder.mkdir()
    made = Store.create(folder, KEY, clock.now)
    made.append(NAMED)
    made.close()
    return folder


def refused(folder: Path, clock: Clock, key: bytes = KEY) -> TrainerError:
    before = bytes_in(folder)
    with pytest.raises(TrainerError) as told:
        Store.open(folder, key, clock.now)
    assert bytes_in(folder) == before
    assert str(folder) not in str(told.value)
    return told.value


def test_a_store_opens_again_as_the_same_laptop(closed: Path, clock: Clock) -> None:
    devices = set()
    for _ in range(2):
        opened = Store.open(closed, KEY, clock.now)
        devices.add(opened.device)
        assert [row["name"] for row in opened.query("SELECT name FROM centre")] == ["Canal House"]
        opened.close()
    assert len(devices) == 1


def test_one_file_is_left_when_it_is_closed(closed: Path) -> None:
    assert list(bytes_in(closed)) == [FILE]


def test_another_key_does_not_open_it(closed: Path, clock: Clock) -> None:
    assert isinstance(refused(closed, clock, key=bytes(32)), StoreDamaged)


def test_a_file_of_a_newer_program_is_left_alone(closed: Path, clock: Clock) -> None:
    newer = Store.open(closed, KEY, clock.now)
    newer.keep_secret("schema", "99")
    newer.close()
    told = refused(closed, clock)
    assert isinstance(told, NewerSchema)
    assert told.facts == {"file": FILE, "found": 99, "known": VERSION}


def test_a_read_only_folder_is_said_as_such(
    closed: Path, clock: Clock, close_for_writing: Callable[[Path], None]
) -> None:
    close_for_writing(closed)
    assert isinstance(refused(closed, clock), ReadOnly)
    with pytest.raises(ReadOnly):
        FolderLock(closed)


def test_nothing_is_made_in_a_read_only_folder(
    tmp_path: Path, clock: Clock, close_for_writing: Callable[[Path], None]
) -> None:
    close_for_writing(tmp_path)
    with pytest.raises(ReadOnly):
        Store.create(tmp_path, KEY, clock.now)
    assert bytes_in(tmp_path) == {}


@pytest.mark.parametrize("place", [0, 20, 5000, -100])
def test_a_damaged_file_is_said_as_such(closed: Path, clock: Clock, place: int) -> None:
    content = bytearray((closed / FILE).read_bytes())
    content[place] ^= 0xFF
    (closed / FILE).write_bytes(content)
    assert isinstance(refused(closed, clock), StoreDamaged)


@pytest.mark.parametrize("kept", [0, 1000, 4096, 20_000])
def test_a_file_cut_short_is_said_as_such(closed: Path, clock: Clock, kept: int) -> None:
    (closed / FILE).write_bytes((closed / FILE).read_bytes()[:kept])
    assert isinstance(refused(closed, clock), StoreDamaged)


def test_there_is_nothing_to_open_in_an_empty_folder(tmp_path: Path, clock: Clock) -> None:
    assert isinstance(refused(tmp_path, clock), NoCentre)
    assert bytes_in(tmp_path) == {}


def test_a_store_is_never_made_over_another(closed: Path, clock: Clock) -> None:
    before = bytes_in(closed)
    with pytest.raises(CentreExists):
        Store.create(closed, KEY, clock.now)
    assert bytes_in(closed) == before


def test_what_was_left_of_an_interrupted_founding_is_in_nobodys_way(
    tmp_path: Path, clock: Clock
) -> None:
    (tmp_path / f"{FILE}.new").write_bytes(b"half a file under another key" * 99)
    made = Store.create(tmp_path, KEY, clock.now)
    made.append(NAMED)
    made.close()
    assert list(bytes_in(tmp_path)) == [FILE]


def test_a_full_disk_leaves_no_half_made_store(small_disk: Path, clock: Clock) -> None:
    fill(small_disk)
    with pytest.raises(DiskFull):
        Store.create(small_disk, KEY, clock.now)
    assert [path.name for path in small_disk.iterdir()] == ["filler"]
    (small_disk / "filler").unlink()
    Store.create(small_disk, KEY, clock.now).close()


def test_a_full_disk_loses_nothing_that_was_confirmed(small_disk: Path, clock: Clock) -> None:
    store = Store.create(small_disk, KEY, clock.now)
    confirmed = [store.append(NAMED)[0].id]
    fill(small_disk)
    confirmed += append_until_full(store)
    main_file = (small_disk / FILE).read_bytes()
    with pytest.raises(DiskFull):
        store.append(Draft("centre-named", {"name": "x" * 90_000}))
    assert (small_disk / FILE).read_bytes() == main_file
    assert ids(store) == confirmed
    (small_disk / "filler").unlink()
    confirmed.append(store.append(NAMED)[0].id)
    store.close()
    again = Store.open(small_disk, KEY, clock.now)
    assert ids(again) == confirmed
    again.close()


def test_a_second_program_on_one_folder_is_told_so(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from trainer_app.store.lock import FolderLock\n"
        "lock = FolderLock(pathlib.Path(sys.argv[1])); print('held', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        before = bytes_in(tmp_path)
        with pytest.raises(InUse) as told:
            FolderLock(tmp_path)
        assert told.value.facts == {"folder": tmp_path.name}
        assert bytes_in(tmp_path) == before
        other.kill()
    FolderLock(tmp_path).release()  # the system let go of it


def test_a_closed_store_gives_nothing_and_takes_nothing(store: Store) -> None:
    store.append(NAMED)
    store.close()
    with pytest.raises(NotAllowed):
        store.append(NAMED)
    with pytest.raises(NotAllowed):
        list(store.query("SELECT * FROM centre"))
    store.close()


def test_a_new_store_has_the_tables_that_all_steps_of_the_log_make(
    closed: Path, tmp_path: Path
) -> None:
    by_steps, new = connect(tmp_path / "steps.db", KEY), connect(closed / FILE, KEY)
    with by_steps.atomic():
        migrations.apply(by_steps)
        make_projections(by_steps)
    assert migrations.pending(new) == []
    shapes = [
        {table.name: (table.columns, table.indexes, table.strict) for table in db.tables}
        for db in (by_steps, new)
    ]
    assert shapes[0] == shapes[1]
    assert [one.schema for one in by_steps.tables] == [one.schema for one in new.tables]
    by_steps.close()
    new.close()


def test_the_file_says_of_itself_which_schema_it_has(closed: Path, clock: Clock) -> None:
    older = Store.open(closed, KEY, clock.now)
    older.keep_secret("schema", "0")
    older.close()
    Store.open(closed, KEY, clock.now).close()
    db = connect(closed / FILE, KEY, readonly=True)
    assert db.execute("SELECT value FROM secrets WHERE name = 'schema'").fetchone()[0] == "2"
    db.close()


def ids(store: Store) -> list[str]:
    return [row["id"] for row in store.query("SELECT id FROM events ORDER BY seq")]


def append_until_full(store: Store) -> list[str]:
    confirmed = []
    try:
        while len(confirmed) < 1000:
            confirmed.append(store.append(Draft("centre-named", {"name": "x" * 3000}))[0].id)
    except DiskFull:
        return confirmed
    raise AssertionError("this disk never fills up")


def fill(disk: Path) -> None:
    with (disk / "filler").open("wb", buffering=0) as file:
        while True:
            try:
                file.write(bytes(4096))
            except OSError as error:
                if error.errno == errno.ENOSPC:
                    return
                raise


def test_tables_of_an_older_shape_are_made_anew_from_the_log(closed: Path, clock: Clock) -> None:
    older = Store.open(closed, KEY, clock.now)
    older.append(NAMED)
    before = tables(older)
    older._writer.run(lambda db: db.execute("ALTER TABLE attendance DROP COLUMN left_at"))
    older._writer.run(lambda db: db.execute("UPDATE events SET thing = NULL"))
    older.keep_secret("shape", "older")
    older.close()
    newer = Store.open(closed, KEY, clock.now)
    assert tables(newer) == before
    newer.append(NAMED)
    newer.close()
