"""A laptop joins whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from centre_on_laptops import Machines
from centres import PASSPHRASE, bytes_in

from trainer_app.domain.errors import (
    CentreExists,
    DiskFull,
    ReadOnly,
    UnreadableFile,
    WrongInvitationCode,
    WrongPassphrase,
)
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.wrapping import Cost
from trainer_app.services.door import Door
from trainer_app.services.joining import Joining

BORIS = "seven quiet green lamps"


def test_any_trainer_of_the_centre_may_join_and_all_of_them_open(
    machines: Machines, tmp_path: Path, cheap_cost: Cost
) -> None:
    first = machines.first
    first.enrolling.add_person("Amina")
    boris = first.trainers.add("Boris", "drum", BORIS)
    file = tmp_path / "invitation"
    code = first.laptops.invite(file)
    joining = Joining(tmp_path / "new", first.clock.now, cheap_cost)
    slots = joining.open(file, code)
    assert sorted(picture for _, picture in slots) == ["drum", "kite"]
    with pytest.raises(WrongPassphrase):
        joining.join(boris, PASSPHRASE)
    door = joining.join(boris, BORIS)
    assert door.trainer().name == "Boris"  # type: ignore[union-attr]
    door.lock()
    for passphrase in (PASSPHRASE, BORIS):
        door.unlock_any(passphrase)
        door.lock()
    here, there = (Keyring.load(one) for one in (first.door.folder, tmp_path / "new"))
    assert here.recovery == there.recovery
    keys = {one.door._open.data_key for one in (first, machines.opened(door.folder, first.clock))}
    assert len(keys) == 2  # each laptop has a data key of its own


def test_the_recovery_code_opens_the_new_laptop_too(machines: Machines) -> None:
    code = machines.first.trainers.new_recovery_code()
    second = machines.invited(machines.first)
    second.door.lock()
    slot = second.door.slots()[0][0]
    assert second.door.recover(code, slot, "a passphrase nobody forgets").trainer == slot


def test_nothing_is_left_where_joining_fails(
    machines: Machines, tmp_path: Path, small_disk: Path, cheap_cost: Cost
) -> None:
    first = machines.first
    file = tmp_path / "invitation"
    code = first.laptops.invite(file)
    place = small_disk / "new"
    joining = Joining(place, first.clock.now, cheap_cost)
    slot = joining.open(file, code)[0][0]
    disk = os.statvfs(small_disk)
    filler = small_disk / "filler"
    for room in (4096, 65_536, 200_000, 300_000):
        filler.write_bytes(bytes(disk.f_bavail * disk.f_frsize - room))
        with pytest.raises(DiskFull):
            joining.join(slot, PASSPHRASE)
        assert bytes_in(place) == {}
        assert list(place.iterdir()) == []
        filler.unlink()
    joining.join(slot, PASSPHRASE).lock()
    assert Door(place, first.clock.now, cheap_cost).has_centre


def test_what_a_dying_laptop_left_is_no_centre_and_in_nobodys_way(
    machines: Machines, tmp_path: Path, cheap_cost: Cost
) -> None:
    first = machines.first
    file = tmp_path / "invitation"
    code = first.laptops.invite(file)
    half = tmp_path / "new" / "joining.new"
    half.mkdir(parents=True)
    (half / "centre.db").write_bytes(b"half")
    (half / "keyring.json").write_bytes(b"{}")
    assert not Door(tmp_path / "new", first.clock.now, cheap_cost).has_centre
    joining = Joining(tmp_path / "new", first.clock.now, cheap_cost)
    joining.join(joining.open(file, code)[0][0], PASSPHRASE).lock()
    assert not half.exists()


def test_where_no_centre_can_be_made(machines: Machines, tmp_path: Path, cheap_cost: Cost) -> None:
    first = machines.first
    file = tmp_path / "invitation"
    code = first.laptops.invite(file)
    for folder, error in ((first.door.folder, CentreExists), (Path("/proc/new"), ReadOnly)):
        with pytest.raises((error, OSError)):
            Joining(folder, first.clock.now, cheap_cost).open(file, code)
    joining = Joining(tmp_path / "new", first.clock.now, cheap_cost)
    with pytest.raises(UnreadableFile):
        joining.open(tmp_path / "pulled", code)
    with pytest.raises(WrongInvitationCode):
        joining.open(file, first.laptops.invite(tmp_path / "other"))


def test_a_laptop_that_joins_knows_who_was_removed(
    machines: Machines, tmp_path: Path, cheap_cost: Cost
) -> None:
    first = machines.first
    boris = first.trainers.add("Boris", "drum", BORIS)
    early = tmp_path / "early"
    code = first.laptops.invite(early)
    first.trainers.remove(boris)
    late = machines.invited(first)
    assert [slot for slot, _ in late.door.slots()] == [late.door.ledger.trainer]
    # An invitation from before still lets him in there, until that laptop hears the others.
    joining = Joining(tmp_path / "new", first.clock.now, cheap_cost)
    joining.open(early, code)
    joining.join(boris, BORIS).lock()
    again = machines.opened(tmp_path / "new", first.clock)
    again.hears(first.news())
    again.door.lock()
    assert boris not in [slot for slot, _ in again.door.slots()]
