"""Trainers come and go: who opens what afterwards, and that a kill in between is made good."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from centres import PASSPHRASE, Centre, Clock, bytes_in

from trainer_app.domain.errors import (
    DiskFull,
    EmptyField,
    LastTrainer,
    NoLongerTrainer,
    NotAllowed,
    NotForSubstitutes,
    PassExpired,
    StoreDamaged,
    TooManyTries,
    UnknownThing,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.laptop import LaptopKey
from trainer_app.keys.wrapping import Cost
from trainer_app.services.admitting import centre_keys, trust_of
from trainer_app.services.trainers import Trainers
from trainer_app.store import registers, vouching
from trainer_app.store.engine import connect
from trainer_app.store.health import broken_chains, file_is_whole, stale_things
from trainer_app.store.store import FILE

BORIS, CHIARA = "seven quiet green lamps", "nine slow blue boats"
NEW = "eleven bicycles in the rain"


@pytest.fixture
def trainers(centre: Centre) -> Trainers:
    return Trainers(centre.door)


@pytest.fixture
def boris(trainers: Trainers) -> str:
    return trainers.add("Boris", "drum", BORIS)


@pytest.fixture
def small_centre(small_disk: Path, clock: Clock, cheap_cost: Cost) -> Iterator[Centre]:
    """A centre on a disk of eight megabytes."""
    founded = Centre(small_disk / "centre", clock, cheap_cost)
    yield founded
    founded.door.lock()


def enter(centre: Centre, slot: str, passphrase: str) -> Trainers:
    """Lock, unlock as somebody, and finish what was begun, as the program does."""
    centre.door.lock()
    centre.door.unlock(slot, passphrase)
    found = Trainers(centre.door)
    found.finish()
    return found


def data_key(centre: Centre) -> bytes:
    return centre.door._open.data_key


def opened_by(folder: Path, key: bytes) -> list[str]:
    """Which files of a folder a data key opens."""
    found = []
    for path in sorted(folder.iterdir()):
        if ".db" in path.name and not path.name.endswith(("-wal", "-shm")):
            try:
                connect(path, key, readonly=True).close()
            except StoreDamaged:
                continue
            found.append(path.name)
    return found


# Letting in


def test_a_trainer_who_was_added_opens_and_is_known_by_name(
    centre: Centre, trainers: Trainers, boris: str
) -> None:
    assert [(one.name, one.picture, one.me, one.here) for one in trainers.all()] == [
        ("Boris", "drum", False, True), ("Sanne", "kite", True, True),
    ]  # fmt: skip
    again = enter(centre, boris, BORIS)
    trainer = centre.door.trainer()
    assert trainer is not None
    assert trainer.name == "Boris"
    assert again.may_decide
    third = again.add("Chiara", "leaf", CHIARA)
    enter(centre, third, CHIARA)
    enter(centre, centre.slot, PASSPHRASE)


def test_what_a_new_trainer_signs_is_trusted(centre: Centre, boris: str) -> None:
    enter(centre, boris, BORIS).add("Chiara", "leaf", CHIARA)
    enter(centre, centre.slot, PASSPHRASE)
    trust = trust_of(centre.ledger, centre.door.keyring)
    events = vouching.signed_events(centre.store, {"trainer-added"})
    assert len(events) == 3
    assert all(trust.vouches(event) for event in events)


@pytest.mark.parametrize(("name", "passphrase"), [(" ", BORIS), ("Boris", " ")])
def test_nobody_is_added_without_a_name_or_a_passphrase(
    centre: Centre, trainers: Trainers, name: str, passphrase: str
) -> None:
    before = (centre.folder / "keyring.json").read_bytes()
    with pytest.raises(EmptyField):
        trainers.add(name, "drum", passphrase)
    assert (centre.folder / "keyring.json").read_bytes() == before
    assert len(trainers.all()) == len(centre.door.keyring.trainers) == 1


def test_nobody_is_let_in_from_the_learners_state(centre: Centre, trainers: Trainers) -> None:
    centre.door.leave_trainer()
    for attempt in (
        lambda: trainers.add("Boris", "drum", BORIS),
        lambda: trainers.remove(centre.slot),
        lambda: trainers.change_passphrase(PASSPHRASE, NEW),
        lambda: trainers.new_recovery_code(),
    ):
        with pytest.raises(NotAllowed):
            attempt()


# A substitute's pass


def today(centre: Centre) -> date:
    return centre.clock.now().date()


def test_a_substitute_marks_and_teaches_until_the_last_day(
    centre: Centre, trainers: Trainers
) -> None:
    last = today(centre) + timedelta(days=2)
    slot = trainers.add_substitute("Chiara", "leaf", CHIARA, last)
    assert {one.name: one.until for one in trainers.all()} == {"Sanne": None, "Chiara": last}
    within = enter(centre, slot, CHIARA)
    assert not within.may_decide
    for attempt in (
        lambda: within.add("Boris", "drum", BORIS),
        lambda: within.remove(centre.slot),
        lambda: within.change_passphrase(CHIARA, NEW),
        lambda: within.new_recovery_code(),
    ):
        with pytest.raises(NotForSubstitutes):
            attempt()
    assert Keyring.load(centre.folder).recovery == centre.door.keyring.recovery
    centre.clock.forward(days=2)
    enter(centre, slot, CHIARA)
    centre.clock.forward(days=1)
    centre.door.lock()
    with pytest.raises(PassExpired) as told:
        centre.door.unlock(slot, CHIARA)
    assert told.value.facts == {"until": last.isoformat()}
    assert not centre.door.is_open


# Taking out


def test_who_was_removed_opens_nothing_and_the_rest_open(
    centre: Centre, trainers: Trainers, boris: str
) -> None:
    evening = centre.evening("Abdi", "Nour")
    third = trainers.add("Chiara", "leaf", CHIARA)
    old_key, old_code = data_key(centre), centre.recovery_code
    centre.door.lock()
    copy = bytes_in(centre.folder)
    by_boris = enter(centre, boris, BORIS)
    code = by_boris.remove(centre.slot)
    assert [one.name for one in by_boris.all()] == ["Boris", "Chiara"]
    for id, words in ((boris, BORIS), (third, CHIARA)):
        enter(centre, id, words)
        assert [one.name for one in registers.people(centre.store)] == ["Abdi", "Nour"]
        assert [one.id for one in registers.courses(centre.store)] == [evening.course.id]
    centre.door.lock()
    with pytest.raises(UnknownThing):
        centre.door.unlock(centre.slot, PASSPHRASE)
    with pytest.raises(WrongRecoveryCode):
        centre.door.recover(old_code, boris, NEW)
    assert opened_by(centre.folder, old_key) == []
    # Her copy of the keyring from before does not help her with the folder of today.
    (centre.folder / "keyring.json").write_bytes(copy["keyring.json"])
    (centre.folder / "keyring-copy.json").write_bytes(copy["keyring.json"])
    with pytest.raises(StoreDamaged):
        centre.door.unlock(centre.slot, PASSPHRASE)
    assert code != old_code


def test_the_new_code_opens_and_the_laptop_has_new_keys(
    centre: Centre, trainers: Trainers, boris: str
) -> None:
    store = centre.store
    seed, device = store.secret("laptop-key"), store.device
    centre_key = vouching.centre_key(store)
    code = trainers.remove(boris)
    assert centre.store.device == device
    assert vouching.centre_key(centre.store) != centre_key
    assert set(centre_keys(centre.ledger)) == {centre_key, vouching.centre_key(centre.store)}
    now = centre.store.secret("laptop-key")
    assert now is not None
    assert now != seed
    admitted = trust_of(centre.ledger, centre.door.keyring).laptops[device]
    assert LaptopKey(bytes.fromhex(now)).public.hex() in admitted
    centre.door.lock()
    centre.door.recover(code, centre.slot, NEW)
    assert file_is_whole(centre.store)
    assert broken_chains(centre.store) == []
    assert stale_things(centre.store) == []


def test_what_the_removed_had_signed_still_counts_and_nothing_new_does(
    centre: Centre, trainers: Trainers, boris: str
) -> None:
    by_boris = enter(centre, boris, BORIS)
    third = by_boris.add("Chiara", "leaf", CHIARA)
    late = centre.door.authority.draft("laptop-shut-out", {
        "laptop": "another", "seq": 1, "head": "0" * 64,
    })  # fmt: skip
    after = enter(centre, centre.slot, PASSPHRASE)
    after.remove(boris)
    centre.ledger.write(late)
    trust = trust_of(centre.ledger, centre.door.keyring)
    events = vouching.signed_events(centre.store, {"trainer-added", "laptop-shut-out"})
    counted = {(event.header.kind, event.header.subject): trust.vouches(event) for event in events}
    assert counted[("trainer-added", third)]
    assert not counted[("laptop-shut-out", None)]
    enter(centre, third, CHIARA)


def test_nobody_removes_herself_or_somebody_unknown(
    centre: Centre, trainers: Trainers, boris: str
) -> None:
    with pytest.raises(LastTrainer):
        trainers.remove(centre.slot)
    with pytest.raises(UnknownThing):
        trainers.remove("nobody")
    trainers.remove(boris)
    with pytest.raises(UnknownThing):
        trainers.remove(boris)
    assert [one.name for one in trainers.all()] == ["Sanne"]


def test_a_removal_that_the_disk_had_no_room_for_is_finished_at_the_next_unlocking(
    small_centre: Centre,
) -> None:
    centre = small_centre
    trainers = Trainers(centre.door)
    boris = trainers.add("Boris", "drum", BORIS)
    centre.evening(*(f"Abdi {number}" for number in range(60)))
    trainers = enter(centre, centre.slot, PASSPHRASE)  # nothing is in the log beside the file
    old_key, centre_key = data_key(centre), vouching.centre_key(centre.store)
    room = os.statvfs(centre.folder)
    filler = centre.folder.parent / "filler"
    left = int((centre.folder / FILE).stat().st_size * 0.8)
    filler.write_bytes(bytes(room.f_bavail * room.f_frsize - left))
    with pytest.raises(DiskFull):
        trainers.remove(boris)
    assert len(registers.people(centre.store)) == 60  # open again, under the old key
    assert opened_by(centre.folder, old_key) == [FILE]
    filler.unlink()
    after = enter(centre, centre.slot, PASSPHRASE)
    assert opened_by(centre.folder, old_key) == []
    assert vouching.centre_key(centre.store) != centre_key
    assert after.code_is_due
    assert len(registers.people(centre.store)) == 60
    with pytest.raises(UnknownThing):
        centre.door.unlock(boris, BORIS)


def test_news_of_a_removal_are_followed_by_who_remains_not_by_the_removed(
    centre: Centre, trainers: Trainers, boris: str
) -> None:
    old_key = data_key(centre)
    removal = centre.door.authority.draft("trainer-removed", {"known": []}, boris)
    centre.ledger.write(removal)  # as a merge brings it
    centre.door.lock()
    with pytest.raises(NoLongerTrainer):
        centre.door.unlock(boris, BORIS)
    assert not centre.door.is_open
    assert opened_by(centre.folder, old_key) == [FILE]
    enter(centre, centre.slot, PASSPHRASE)
    assert opened_by(centre.folder, old_key) == []
    centre.door.lock()
    with pytest.raises(UnknownThing):
        centre.door.unlock(boris, BORIS)


# Passphrase and code


def test_a_changed_passphrase_opens_and_the_old_does_not(centre: Centre) -> None:
    trainers = Trainers(centre.door)
    trainers.change_passphrase(PASSPHRASE, NEW)
    centre.door.lock()
    with pytest.raises(WrongPassphrase):
        centre.door.unlock(centre.slot, PASSPHRASE)
    again = enter(centre, centre.slot, NEW)
    assert [one.name for one in again.all()] == ["Sanne"]


def test_guessing_the_old_passphrase_gets_slow(centre: Centre, trainers: Trainers) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            trainers.change_passphrase("a guess", NEW)
    with pytest.raises(TooManyTries):
        trainers.change_passphrase(PASSPHRASE, NEW)
    centre.clock.forward(seconds=6)
    trainers.change_passphrase(PASSPHRASE, NEW)
    enter(centre, centre.slot, NEW)


def test_a_new_code_retires_the_old_and_is_due_until_it_is_put_away(
    centre: Centre, trainers: Trainers
) -> None:
    assert not trainers.code_is_due
    code = trainers.new_recovery_code()
    assert trainers.code_is_due
    trainers = enter(centre, centre.slot, PASSPHRASE)
    assert trainers.code_is_due
    trainers.code_put_away()
    assert not trainers.code_is_due
    centre.door.lock()
    with pytest.raises(WrongRecoveryCode):
        centre.door.recover(centre.recovery_code, centre.slot, NEW)
    centre.door.recover(code, centre.slot, NEW)


def change_words(trainers: Trainers) -> None:
    trainers.change_passphrase(PASSPHRASE, NEW)


def add_somebody(trainers: Trainers) -> None:
    trainers.add("Boris", "drum", BORIS)


def renew_code(trainers: Trainers) -> None:
    trainers.new_recovery_code()


@pytest.mark.parametrize("change", [change_words, add_somebody, renew_code])
def test_what_the_log_did_not_take_the_keyring_does_not_have(
    centre: Centre, trainers: Trainers, change: Callable[[Trainers], None]
) -> None:
    before, slots = bytes_in(centre.folder)["keyring.json"], centre.door.keyring.slots
    centre.store.close()
    with pytest.raises(NotAllowed):
        change(trainers)
    assert bytes_in(centre.folder)["keyring.json"] == before
    assert centre.door.keyring.slots == slots
    enter(centre, centre.slot, PASSPHRASE)


@pytest.mark.parametrize("change", [change_words, add_somebody, renew_code])
def test_what_only_the_log_has_the_keyring_takes_at_the_next_unlocking(
    centre: Centre, trainers: Trainers, change: Callable[[Trainers], None]
) -> None:
    before = (centre.folder / "keyring.json").read_bytes()
    change(trainers)
    wanted = {slot.id: (slot.public, slot.wrapped) for slot in centre.door.keyring.slots}
    for name in ("keyring.json", "keyring-copy.json"):
        (centre.folder / name).write_bytes(before)
    enter(centre, centre.slot, PASSPHRASE)
    found = Keyring.load(centre.folder)
    assert {slot.id: (slot.public, slot.wrapped) for slot in found.slots} == wanted


def test_the_names_of_trainers_stand_in_no_file(centre: Centre, boris: str) -> None:
    for name, content in bytes_in(centre.folder).items():
        for word in (b"Boris", b"Sanne", BORIS.encode(), centre.recovery_code.encode()):
            assert word not in content, name
