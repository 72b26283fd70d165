"""Three trainers, two laptops: who is removed on one of them is removed on the other."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from centre_on_laptops import Machine, Machines
from centres import PASSPHRASE

from trainer_app.domain.errors import (
    OtherCentre,
    UnknownThing,
    WrongPassphrase,
    WrongRecoveryCode,
)

BORIS, CHIARA = "seven quiet green lamps", "nine slow blue boats"


@dataclass(frozen=True)
class Room:
    """Sanne founded the centre; Boris and Chiara have let themselves be added."""

    first: Machine
    second: Machine
    sanne: str
    boris: str
    chiara: str


@pytest.fixture
def room(machines: Machines) -> Room:
    first = machines.first
    boris = first.trainers.add("Boris", "drum", BORIS)
    chiara = first.trainers.add("Chiara", "boat", CHIARA)
    second = machines.invited(first)
    machines.pool(first, second)
    return Room(first, second, first.door.ledger.require_trainer(), boris, chiara)


def opens(machine: Machine, passphrase: str) -> bool:
    """Whether a passphrase opens a laptop; it is locked afterwards."""
    machine.door.lock()
    machine.clock.forward(minutes=10)  # whoever guessed wrong has waited
    try:
        machine.door.unlock_any(passphrase)
    except WrongPassphrase:
        return False
    machine.trainers.finish()
    machine.door.lock()
    return True


def as_trainer(machine: Machine, passphrase: str) -> Machine:
    machine.door.lock()
    machine.clock.forward(minutes=10)
    machine.door.unlock_any(passphrase)
    machine.trainers.finish()
    return machine


def test_one_of_three_is_removed_by_one_who_knows_only_her_own_passphrase(
    machines: Machines, room: Room, tmp_path: Path
) -> None:
    first, second = room.first, room.second
    # What Chiara took home: the whole folder, as it was.
    first.door.lock()
    shutil.copytree(first.door.folder, tmp_path / "taken")
    taken = machines.opened(tmp_path / "taken", first.clock, CHIARA)
    taken_names = taken.names

    as_trainer(first, BORIS).trainers.remove(room.chiara)
    first.enrolling.add_person("Came After Chiara Left")
    news = first.news()
    assert opens(first, PASSPHRASE)
    assert opens(first, BORIS)
    assert not opens(first, CHIARA)

    # Her old copy cannot open the next bundle, nor can what she writes come in again.
    (refusal,) = taken.merging.merge([news]).refused
    assert type(refusal.error) is OtherCentre
    assert taken.names == taken_names
    taken.enrolling.add_person("Written At Chiara's Home")
    hers = taken.news()
    as_trainer(first, BORIS)
    first.merging.merge([hers])
    assert "Written At Chiara's Home" not in first.names

    # The other laptop opens for her until it hears of it.
    assert opens(second, CHIARA)
    as_trainer(second, PASSPHRASE).hears(news)
    assert "Came After Chiara Left" in second.names
    assert opens(second, PASSPHRASE)
    assert opens(second, BORIS)
    assert not opens(second, CHIARA)
    with pytest.raises(UnknownThing):
        second.door.unlock(room.chiara, CHIARA)

    # Nor does her copy open what the other laptop writes from now on.
    as_trainer(second, BORIS).enrolling.add_person("Written On The Second")
    (refusal,) = taken.merging.merge([second.news()]).refused
    assert type(refusal.error) is OtherCentre
    as_trainer(first, PASSPHRASE)
    machines.pool(first, second)
    assert first.state == second.state
    assert first.names == second.names == {"Came After Chiara Left", "Written On The Second"}
    assert first.is_sound()
    assert second.is_sound()


def test_the_old_recovery_code_goes_with_her(machines: Machines, room: Room) -> None:
    first, second = room.first, room.second
    old = first.trainers.new_recovery_code()
    machines.pool(first, second)
    new = first.trainers.remove(room.chiara)
    second.hears(first.news())
    for machine in (first, second):
        machine.door.lock()
        with pytest.raises(WrongRecoveryCode):
            machine.door.recover(old, room.boris, "a new passphrase for him")
        machine.door.recover(new, room.boris, "a new passphrase for him")


def test_the_data_key_that_she_knew_opens_neither_laptop(machines: Machines, room: Room) -> None:
    before = [one.door._open.data_key for one in (room.first, room.second)]
    room.first.trainers.remove(room.chiara)
    room.second.hears(room.first.news())
    after = [one.door._open.data_key for one in (room.first, room.second)]
    assert not set(before) & set(after)
    assert len(set(after)) == 2


def test_who_is_added_on_one_laptop_opens_the_other(machines: Machines, room: Room) -> None:
    first, second = room.first, room.second
    first.trainers.add("Dewi", "moon", "twelve soft grey clouds")
    assert not opens(second, "twelve soft grey clouds")
    as_trainer(second, PASSPHRASE).hears(first.news())
    assert opens(second, "twelve soft grey clouds")
    as_trainer(second, BORIS).trainers.change_passphrase(BORIS, "eleven bicycles in the rain")
    first.hears(second.news())
    assert opens(first, "eleven bicycles in the rain")
    assert not opens(first, BORIS)


def test_two_remove_the_same_one_at_once(machines: Machines, room: Room) -> None:
    first, second = room.first, as_trainer(room.second, BORIS)
    codes = [one.trainers.remove(room.chiara) for one in (first, second)]
    machines.pool(first, second)
    assert first.state == second.state
    for machine in (first, second):
        assert not opens(machine, CHIARA)
        assert opens(machine, PASSPHRASE)
        assert opens(machine, BORIS)
    # One of the two recovery codes is in force, the same on both laptops.
    works = [[_recovers(one, room.boris, code) for code in codes] for one in (first, second)]
    assert works[0] == works[1]
    assert sorted(works[0]) == [False, True]


def test_two_who_remove_each_other_stay_apart_and_lose_nothing(room: Room) -> None:
    first, second = room.first, as_trainer(room.second, BORIS)
    first.trainers.remove(room.boris)
    second.trainers.remove(room.sanne)
    before = [(one.state, one.names) for one in (first, second)]
    to_first, to_second = second.news(), first.news()
    assert len(as_trainer(first, CHIARA).merging.merge([to_first]).refused) == 1
    assert len(as_trainer(second, CHIARA).merging.merge([to_second]).refused) == 1
    assert [(one.state, one.names) for one in (first, second)] == before
    assert (opens(first, PASSPHRASE), opens(first, BORIS)) == (True, False)
    assert (opens(second, PASSPHRASE), opens(second, BORIS)) == (False, True)
    assert opens(first, CHIARA)
    assert opens(second, CHIARA)


def _recovers(machine: Machine, slot: str, code: str) -> bool:
    machine.door.lock()
    try:
        machine.door.recover(code, slot, "a new passphrase for him")
    except WrongRecoveryCode:
        return False
    return True
