"""What is read out of a damaged store: all that is not on a damaged page, and nothing else."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from centres import KEY, Clock

from tests.store.damage import PAGE, copied, filled, flip, hashes, note, pages, untouched
from trainer_app.domain.events import check_sealed
from trainer_app.store import salvage as salvaging
from trainer_app.store.engine import connect
from trainer_app.store.salvage import Salvaged, salt_of, salvage
from trainer_app.store.store import FILE, Store

MOST_ON_A_PAGE = 13


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """A closed store, and the hashes of its 400 events."""
    store = filled(tmp_path_factory.mktemp("whole") / "data", Clock(), 400)
    known = hashes(store)
    store.close()
    return store.file, known


@pytest.fixture
def file(whole: tuple[Path, set[str]], tmp_path: Path) -> Path:
    """A copy to be damaged."""
    copied(whole[0].parent, tmp_path / "copy")
    return tmp_path / "copy" / FILE


@pytest.fixture
def known(whole: tuple[Path, set[str]]) -> set[str]:
    return whole[1]


def saved(file: Path, *salts: bytes) -> Salvaged:
    scratch = file.parent / "scratch"
    with untouched(file, file.with_name(f"{FILE}-wal")):
        found = salvage(file, KEY, scratch, salts=salts)
    assert not [one for one in file.parent.iterdir() if one.name.startswith("scratch")]
    for hash, event in found.events.items():
        assert event.header.hash() == hash
        check_sealed(event)
        assert event.body is not None
    return found


def test_of_a_whole_file_nothing_is_missing(file: Path, known: set[str]) -> None:
    found = saved(file)
    assert set(found.events) == known
    assert (found.pages, found.damaged) == (pages(file), 0)
    assert found.first_page
    assert not found.cut_off
    assert found.secrets["device"]


def test_one_damaged_page_costs_no_more_than_what_stands_on_it(file: Path, known: set[str]) -> None:
    good = file.read_bytes()
    lost = []
    for page in range(1, pages(file) + 1, 7):
        flip(file, page)
        found = saved(file)
        lost.append(len(known - set(found.events)))
        assert set(found.events) <= known
        assert found.damaged == 1
        assert found.first_page == (page != 1)
        file.write_bytes(good)
    assert max(lost) <= MOST_ON_A_PAGE
    assert lost[0] == 0  # the first page leads to all others; nothing stands on it


def test_many_damaged_pages_cost_what_stands_on_them(file: Path, known: set[str]) -> None:
    chance = random.Random(5)
    some = chance.sample(range(1, pages(file) + 1), pages(file) // 3)
    for page in some:
        flip(file, page, chance.randrange(20, PAGE))
    found = saved(file)
    assert found.damaged == len(some)
    assert len(known) * 0.5 < len(found.events) < len(known)


def test_a_row_that_goes_on_in_a_damaged_page_takes_none_with_it(
    tmp_path: Path, clock: Clock
) -> None:
    store = filled(tmp_path / "data", clock, 6)
    store.append(note(7, 9_000))
    store.append(*(note(n) for n in range(8, 12)))
    known = hashes(store)
    store.close()
    good = store.file.read_bytes()
    lost = set()
    for page in range(2, pages(store.file) + 1):
        flip(store.file, page)
        lost.add(len(known - set(saved(store.file).events)))
        store.file.write_bytes(good)
    assert {0, 1} < lost


@pytest.mark.parametrize("kept", [0.995, 0.9, 0.5, 0.1])
def test_of_a_file_that_was_cut_off_all_before_the_cut_is_there(
    file: Path, known: set[str], kept: float
) -> None:
    whole = pages(file)
    left = int(whole * kept)
    with file.open("r+b") as handle:
        handle.truncate(left * PAGE + 100)
    found = saved(file)
    assert (found.pages, found.damaged, found.cut_off) == (left, 0, True)
    rows = known & set(found.events)
    assert set(found.events) == rows
    assert len(rows) > 200 or kept < 0.9
    if kept > 0.5:
        assert found.secrets["device"]


def test_a_lost_beginning_is_taken_from_a_backup(file: Path, known: set[str]) -> None:
    salt = salt_of(file)
    with file.open("r+b") as handle:
        handle.write(bytes(PAGE))
    assert saved(file).events == {}
    assert saved(file, bytes(range(16))).events == {}
    assert set(saved(file, bytes(16), salt).events) == known


def test_what_only_the_log_holds_is_there_too(tmp_path: Path, clock: Clock) -> None:
    store = filled(tmp_path / "data", clock, 40)
    store._writer.run(lambda db: db.execute("PRAGMA wal_checkpoint(TRUNCATE)"), bare=True)
    store.append(note(41))
    store.append(note(42))
    known = hashes(store)
    copy = copied(store.file.parent, tmp_path / "copy") / FILE
    store.close()
    assert copy.with_name(f"{FILE}-wal").stat().st_size > 0
    assert set(saved(copy).events) == known
    flip(copy, 1)
    assert set(saved(copy).events) == known


def test_a_damaged_place_in_the_log_costs_no_more_than_itself(tmp_path: Path, clock: Clock) -> None:
    store = filled(tmp_path / "data", clock, 0)
    for number in range(60):
        store.append(note(number))
    known = hashes(store)
    copy = copied(store.file.parent, tmp_path / "copy") / FILE
    store.close()
    log = copy.with_name(f"{FILE}-wal")
    frames = (log.stat().st_size - 32) // (PAGE + 24)
    good = log.read_bytes()
    for frame in range(0, frames, frames // 12):
        damaged = bytearray(good)
        damaged[32 + frame * (PAGE + 24) + 1000] ^= 1
        log.write_bytes(damaged)
        assert len(known - set(saved(copy).events)) <= MOST_ON_A_PAGE


def test_what_was_never_confirmed_does_not_come_back(tmp_path: Path, clock: Clock) -> None:
    """A sequence that an unconfirmed event had goes to the next one: it must stay forgotten."""
    store = filled(tmp_path / "data", clock, 5)
    known = hashes(store)
    db = connect(store.file, KEY)
    db.execute("PRAGMA cache_size = 1")
    db.execute("BEGIN")
    db.execute("UPDATE events SET aside = 'x'")
    for _ in range(60):  # more than the memory allowed: pages go to the log without a commit
        db.execute("INSERT INTO secrets VALUES (hex(randomblob(8)), hex(zeroblob(3000)))")
    log = store.file.with_name(f"{FILE}-wal")
    unconfirmed = log.stat().st_size
    copy = copied(store.file.parent, tmp_path / "copy") / FILE
    db.execute("ROLLBACK")
    db.close()
    store.close()
    assert unconfirmed > 60 * PAGE // 2
    found = saved(copy)
    assert set(found.events) == known
    assert all("zero" not in name and len(name) < 16 for name in found.secrets)


def test_another_key_reads_nothing(file: Path) -> None:
    found = salvage(file, bytes(32), file.parent / "scratch")
    assert (found.events, found.secrets) == ({}, {})
    assert found.damaged == found.pages > 0


@pytest.mark.parametrize("content", [b"", b"x", bytes(PAGE), b"no store at all" * 5000])
def test_what_is_no_store_gives_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert saved(tmp_path / FILE).events == {}


def test_a_file_that_is_gone_gives_nothing(tmp_path: Path) -> None:
    assert saved(tmp_path / FILE) == Salvaged()


def test_the_columns_stand_in_the_order_of_the_table(store: Store) -> None:
    names = [row["name"] for row in store.query("PRAGMA table_info(events)")]
    read = [name.strip('" ') for name in salvaging._COLUMNS.split(",")]
    assert names[: len(read)] == read
