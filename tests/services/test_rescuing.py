"""A damaged centre: the right offer whatever is wrong with it, and putting it right."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from centres import KEY, Clock, bytes_in

from tests.store.damage import PAGE, filled, flip, hashes, note, pages, untouched
from trainer_app.domain.errors import (
    NoGoodSnapshot,
    SnapshotDamaged,
    StoreDamaged,
    UnreadableFile,
)
from trainer_app.services.rescuing import Offer, Rescued, Rescuing
from trainer_app.store import snapshots
from trainer_app.store.first_look import first_look
from trainer_app.store.snapshots import Snapshot
from trainer_app.store.store import FILE, Store

PAGES = 300
BACKED_UP, ALL = 60, 100
ON_A_PAGE = 2
"""Events of this length, that is: at most so many are lost with one page."""


class Sound:
    """A closed store of 300 pages with a backup in the middle of its history."""

    def __init__(self, folder: Path) -> None:
        clock = Clock()
        store = filled(folder, clock, BACKED_UP - 20, 3000)
        snapshots.make(store, clock.now())
        store.append(*(note(n, 3000) for n in range(20)))
        clock.forward(minutes=15)
        self.snapshot = snapshots.make(store, clock.now())
        self.backed_up = hashes(store)
        store.append(*(note(n, 3000) for n in range(ALL - BACKED_UP)))
        number = 0
        while store.reader.execute("PRAGMA page_count").fetchone()[0] < PAGES:
            number += 1
            store.keep_secret(f"filler-{number}", "x" * 3500)
        self.all = hashes(store)
        store.close()
        self.folder, self.content = folder, store.file.read_bytes()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    return Sound(tmp_path_factory.mktemp("rescuing") / "data")


@pytest.fixture
def folder(sound: Sound, tmp_path: Path) -> Path:
    """A copy to be damaged."""
    return Path(shutil.copytree(sound.folder, tmp_path / "data"))


def rescuing(folder: Path) -> Rescuing:
    return Rescuing(folder, KEY, Clock().now)


def offered(folder: Path) -> Offer:
    """What is offered; asking changes nothing in the folder."""
    before = bytes_in(folder)
    offer = rescuing(folder).offer()
    assert bytes_in(folder) == before
    assert {one.name for one in folder.iterdir()} == {*before, snapshots.FOLDER}
    return offer


def restored(folder: Path, name: str | None = None) -> tuple[Rescued, set[str]]:
    """What it said, and the events that the centre holds now; the damaged file is kept whole."""
    with untouched(*snapshots.files(folder)):
        before = bytes_in(folder)
        done = rescuing(folder).restore(name)
        assert bytes_in(folder / done.kept_in) == before
    store = Store.open(folder, KEY, Clock().now)
    found = hashes(store)
    assert len(found) == done.holds.events
    store.append(note(1))
    store.close()
    return done, found


@pytest.mark.parametrize("every", [9, pytest.param(1, marks=pytest.mark.slow)])
def test_whichever_page_is_damaged_the_offer_is_right(
    sound: Sound, folder: Path, every: int
) -> None:
    file = folder / FILE
    assert pages(file) >= PAGES
    lost = 0
    for page in range(1, pages(file) + 1, every):
        flip(file, page)
        offer = offered(folder)
        assert offer.damage == ("beginning-lost" if page == 1 else "pages-damaged")
        assert (offer.pages, offer.damaged) == (pages(file), 1)
        assert offer.snapshot == sound.snapshot
        assert ALL - BACKED_UP - ON_A_PAGE <= offer.later <= ALL - BACKED_UP
        lost += offer.readable < ALL
        file.write_bytes(sound.content)
    assert lost > ALL / ON_A_PAGE / (every * 2)


def test_whichever_page_is_damaged_nothing_older_than_the_backup_is_lost(
    sound: Sound, folder: Path, tmp_path: Path
) -> None:
    for page in range(1, pages(folder / FILE) + 1, 20):
        place = Path(shutil.copytree(folder, tmp_path / f"page-{page}"))
        flip(place / FILE, page)
        done, found = restored(place)
        assert sound.backed_up <= found <= sound.all
        assert len(sound.all - found) <= ON_A_PAGE
        assert (done.snapshot, done.brought) == (sound.snapshot.name, len(found) - BACKED_UP)


def test_wherever_it_is_cut_off_nothing_older_than_the_backup_is_lost(
    sound: Sound, folder: Path, tmp_path: Path
) -> None:
    whole = pages(folder / FILE)
    for left in range(0, whole, 10):
        with (folder / FILE).open("r+b") as file:
            file.truncate(left * PAGE)
        offer = offered(folder)
        assert offer.damage == ("cut-off" if left > 1 else "unreadable")
        assert offer.snapshot == sound.snapshot
        assert offer.readable <= ALL
        if left % 60 == 0:
            place = Path(shutil.copytree(folder, tmp_path / f"left-{left}"))
            done, found = restored(place)
            assert sound.backed_up <= found <= sound.all
            assert done.brought == offer.later == len(found) - BACKED_UP
        (folder / FILE).write_bytes(sound.content)


def test_a_lost_beginning_costs_nothing(sound: Sound, folder: Path) -> None:
    with (folder / FILE).open("r+b") as file:
        file.write(bytes(PAGE))
    offer = offered(folder)
    assert (offer.damage, offer.later, offer.readable) == (
        "beginning-lost", ALL - BACKED_UP, ALL,
    )  # fmt: skip
    assert restored(folder)[1] == sound.all


def test_a_damaged_log_is_read_past_the_damage(sound: Sound, folder: Path, tmp_path: Path) -> None:
    store = Store.open(folder, KEY, Clock().now)
    for number in range(30):
        store.append(note(number))
    known = hashes(store)
    place = Path(shutil.copytree(folder, tmp_path / "died"))
    store.close()
    (place / f"{FILE}-shm").unlink()
    log = place / f"{FILE}-wal"
    damaged = bytearray(log.read_bytes())
    damaged[32 + 4 * (PAGE + 24) + 999] ^= 1  # long before the last commit
    log.write_bytes(damaged)
    with pytest.raises(StoreDamaged):
        first_look(place / FILE, KEY)
    offer = offered(place)
    assert offer.damage == "log-damaged"
    assert restored(place)[1] >= sound.all
    found = offer.readable
    assert len(known) - 10 <= found <= len(known)


def test_a_file_that_is_gone_is_said_to_be_gone(sound: Sound, folder: Path) -> None:
    (folder / FILE).unlink()
    offer = offered(folder)
    assert (offer.damage, offer.snapshot, offer.readable) == ("missing", sound.snapshot, 0)
    assert restored(folder)[1] == sound.backed_up


def test_of_damaged_backups_none_is_offered(sound: Sound, folder: Path) -> None:
    newest, older = snapshots.files(folder)
    flip(folder / FILE, 1)
    flip(newest, 7)
    offer = offered(folder)
    assert isinstance(offer.snapshot, Snapshot)
    assert (offer.snapshot.name, offer.later) == (older.name, ALL - BACKED_UP + 20)
    with pytest.raises(SnapshotDamaged):
        rescuing(folder).restore(newest.name)
    assert restored(folder)[1] == sound.all


def test_an_older_backup_can_be_chosen(sound: Sound, folder: Path) -> None:
    older = snapshots.files(folder)[1]
    flip(folder / FILE, 1)
    done, found = restored(folder, older.name)
    assert done.snapshot == older.name
    assert found == sound.all


def test_without_any_backup_what_can_be_read_makes_the_centre(sound: Sound, folder: Path) -> None:
    shutil.rmtree(folder / snapshots.FOLDER)
    (folder / snapshots.FOLDER).mkdir()
    flip(folder / FILE, pages(folder / FILE) // 2)
    offer = offered(folder)
    assert offer.can_mend
    assert offer.snapshot is None
    assert offer.later == offer.readable >= ALL - ON_A_PAGE
    done, found = restored(folder)
    assert (done.snapshot, done.brought) == (None, len(found))
    assert len(sound.all - found) <= ON_A_PAGE


def test_where_nothing_can_be_had_back_that_is_said(folder: Path) -> None:
    shutil.rmtree(folder / snapshots.FOLDER)
    (folder / snapshots.FOLDER).mkdir()
    (folder / FILE).write_bytes(b"a stick with holiday pictures" * 9999)
    offer = offered(folder)
    assert not offer.can_mend
    assert (offer.damage, offer.damaged) == ("unreadable", offer.pages)
    before = bytes_in(folder)
    with pytest.raises(NoGoodSnapshot):
        rescuing(folder).restore()
    with pytest.raises(UnreadableFile):
        rescuing(folder).restore("0000001-20261124T091500Z.db")
    assert bytes_in(folder) == before


def test_it_opens_no_more_before_and_again_after(folder: Path) -> None:
    flip(folder / FILE, 1)
    with pytest.raises(StoreDamaged):
        Store.open(folder, KEY, Clock().now)
    restored(folder)
    Store.open(folder, KEY, Clock().now).close()
