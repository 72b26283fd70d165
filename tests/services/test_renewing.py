"""A new data key: whenever the laptop dies, those who remain open it, and nothing is lost."""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
from pathlib import Path

import pytest
from centres import PASSPHRASE, Centre, Clock

from trainer_app.domain.errors import DiskFull, NotAllowed, StoreDamaged, UnknownThing
from trainer_app.domain.events import Draft
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.keyring_file import FILES
from trainer_app.keys.wrapping import Cost
from trainer_app.services.door import Door
from trainer_app.services.renewing import finish_if_begun, renew
from trainer_app.store import renewal
from trainer_app.store.engine import connect
from trainer_app.store.store import FILE, Store

CHEAP = Cost(memory=8, time=1, parallelism=1)
OLD, NEW = bytes(range(100, 132)), bytes(range(32))
WORDS = {"amina": "purple cactus window", "boris": "seven quiet green lamps"}


@pytest.fixture
def folder(tmp_path: Path, clock: Clock) -> Path:
    """A laptop of two trainers that holds one event."""
    place = tmp_path / "laptop"
    place.mkdir()
    fill(place, clock)
    return place


def fill(place: Path, clock: Clock) -> None:
    keyring = Keyring.create("centre-1", OLD)
    for name, words in WORDS.items():
        keyring.add_trainer("kite", PrivateKeys.random(), words, id=name, cost=CHEAP)
    keyring.save(place)
    store = Store.create(place, OLD, clock.now)
    store.append(Draft("headcount-changed", {"session": "s", "delta": 1}))
    store.close()


def without_boris(place: Path) -> Keyring:
    keyring = Keyring.load(place)
    keyring.unlock("amina", WORDS["amina"])
    keyring.remove("boris")
    return keyring.renewed(NEW)


def opened(place: Path) -> bytes:
    """The data key as Amina gets it, the renewal finished on the way."""
    keyring = Keyring.load(place)
    return finish_if_begun(place, keyring, keyring.unlock("amina", WORDS["amina"]))


def holds_its_event(place: Path, key: bytes, clock: Clock) -> bool:
    store = Store.open(place, key, clock.now)
    try:
        return store.reader["events"].count == 1
    finally:
        store.close()


def is_settled(place: Path) -> bool:
    """Both copies the same, no old key in them, no leftover, the store under the new key alone."""
    keyring = Keyring.load(place)
    return (
        not keyring.is_changing
        and keyring.to_mend == ()
        and not list(place.glob("*.new*"))
        and renewal.opens(place / FILE, NEW)
        and not renewal.opens(place / FILE, OLD)
    )


def test_a_renewal_leaves_the_new_key_and_those_who_remain(folder: Path, clock: Clock) -> None:
    renew(folder, OLD, NEW, without_boris(folder))
    assert is_settled(folder)
    assert opened(folder) == NEW
    assert holds_its_event(folder, NEW, clock)
    with pytest.raises(UnknownThing):
        Keyring.load(folder).unlock("boris", WORDS["boris"])


def test_died_while_the_copy_was_written(folder: Path, clock: Clock) -> None:
    renewal.prepare(folder, OLD, NEW)
    (folder / f"{renewal.NEW}-journal").write_bytes(b"half")
    assert opened(folder) == OLD
    assert not list(folder.glob("*.new*"))
    assert holds_its_event(folder, OLD, clock)


def test_died_between_the_two_copies_of_the_keyring(folder: Path, clock: Clock) -> None:
    old = (folder / FILES[1]).read_bytes()
    without_boris(folder).save(folder)
    (folder / FILES[1]).write_bytes(old)
    assert opened(folder) == NEW
    assert is_settled(folder)
    assert holds_its_event(folder, NEW, clock)


def test_died_before_the_swap_and_somebody_worked_on(folder: Path, clock: Clock) -> None:
    without_boris(folder).save(folder)
    renewal.prepare(folder, OLD, NEW)
    store = Store.open(folder, OLD, clock.now)
    store.append(Draft("headcount-changed", {"session": "s", "delta": 1}))
    store.close()
    assert opened(folder) == NEW
    store = Store.open(folder, NEW, clock.now)
    assert store.reader["events"].count == 2
    store.close()
    assert is_settled(folder)


@pytest.mark.parametrize("is_swapped", [False, True])
def test_died_in_the_midst_of_writing_pages(
    tmp_path: Path, folder: Path, clock: Clock, is_swapped: bool
) -> None:
    """A journal beside the file belongs to one of the keys; only that key may roll it back."""
    without_boris(folder).save(folder)
    if is_swapped:
        renewal.prepare(folder, OLD, NEW)
        renewal.swap(folder)
    db = connect(folder / FILE, NEW if is_swapped else OLD)
    db.execute("PRAGMA journal_mode = DELETE").fetchall()
    db.execute("PRAGMA cache_size = 1")
    db.execute("CREATE TABLE half (words TEXT)")
    db.execute("BEGIN IMMEDIATE")
    db.execute("DELETE FROM events")
    for _ in range(200):
        db.execute("INSERT INTO half VALUES (hex(randomblob(500)))")
    died = tmp_path / "died"
    shutil.copytree(folder, died)
    db.execute("ROLLBACK")
    db.close()
    assert (died / f"{FILE}-journal").stat().st_size > 0
    assert opened(died) == NEW
    assert holds_its_event(died, NEW, clock)
    assert is_settled(died)


@pytest.mark.parametrize("copies", [0, 1])
def test_died_after_the_swap(folder: Path, clock: Clock, copies: int) -> None:
    keyring = without_boris(folder)
    renewal.prepare(folder, OLD, NEW)
    keyring.save(folder)
    renewal.swap(folder)
    changing = (folder / FILES[1]).read_bytes()
    if copies:
        keyring.settle()
        keyring.save(folder)
        (folder / FILES[1]).write_bytes(changing)
    assert opened(folder) == NEW
    assert is_settled(folder)
    assert holds_its_event(folder, NEW, clock)


def test_a_store_that_neither_key_opens_is_left_alone(folder: Path) -> None:
    without_boris(folder).save(folder)
    (folder / FILE).write_bytes(b"x" * 8192)
    with pytest.raises(StoreDamaged):
        opened(folder)
    assert (folder / FILE).read_bytes() == b"x" * 8192
    assert Keyring.load(folder).is_changing


def test_a_full_disk_is_worked_on_with_the_old_key_until_there_is_room(
    small_disk: Path, clock: Clock
) -> None:
    fill(small_disk, clock)
    without_boris(small_disk).save(small_disk)
    room = os.statvfs(small_disk)
    (small_disk / "filler").write_bytes(bytes(room.f_bavail * room.f_frsize - 150_000))
    assert opened(small_disk) == OLD
    assert holds_its_event(small_disk, OLD, clock)
    (small_disk / "filler").unlink()
    assert opened(small_disk) == NEW
    assert is_settled(small_disk)


def test_a_full_disk_stops_a_renewal_before_anything_changed(
    small_disk: Path, clock: Clock
) -> None:
    fill(small_disk, clock)
    keyring, before = without_boris(small_disk), (small_disk / FILES[0]).read_bytes()
    room = os.statvfs(small_disk)
    (small_disk / "filler").write_bytes(bytes(room.f_bavail * room.f_frsize - 150_000))
    with pytest.raises(DiskFull):
        renew(small_disk, OLD, NEW, keyring)
    assert (small_disk / FILES[0]).read_bytes() == before
    assert opened(small_disk) == OLD


def test_a_keyring_that_opens_one_key_only_is_a_bug(folder: Path) -> None:
    with pytest.raises(ValueError, match="both keys"):
        renew(folder, OLD, NEW, Keyring.load(folder))


def test_a_laptop_locked_while_its_keys_are_renewed_is_locked(centre: Centre) -> None:
    door, store = centre.door, centre.store
    writers = {one for one in threading.enumerate() if one.name == "store-writer"}
    with store._gate.reading():  # so that both wait, and either may be first
        renewing = threading.Thread(target=lambda: _renewed_or_closed(door))
        locking = threading.Thread(target=door.lock)
        renewing.start()
        locking.start()
        while not store._closed:
            pass
    renewing.join()
    locking.join()
    assert not door.is_open
    left = {one for one in threading.enumerate() if one.name == "store-writer"}
    assert not left - writers
    door.unlock(centre.slot, PASSPHRASE)
    assert door.centre_name() == "Canal House"


def _renewed_or_closed(door: Door) -> None:
    with contextlib.suppress(NotAllowed):
        door.renew(door.keyring)
