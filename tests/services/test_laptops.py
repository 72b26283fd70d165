"""What a trainer decides about laptops, and what a substitute or a learner cannot."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from centre_on_laptops import Machines
from centres import Clock

from trainer_app.domain.errors import DiskFull, NotAllowed, NotForSubstitutes, UnknownThing

STAND_IN = "five warm loaves today"


def test_letters_are_single_for_whom_the_first_laptop_invites(machines: Machines) -> None:
    first = machines.first
    second, third = machines.invited(first), machines.invited(first)
    far = machines.invited(second)
    machines.pool(first, second, third, far)
    letters = [first.letters, second.letters, third.letters, far.letters]
    assert letters[:3] == ["A", "B", "C"]
    assert len(far.letters) == 3
    assert not {*"IO"} & {*far.letters}
    numbers = {one.enrolling.add_person("Somebody").number for one in (first, second, third, far)}
    assert numbers == {f"{one}1" for one in letters}


def test_an_invitation_that_does_not_fit_on_the_stick(machines: Machines, small_disk: Path) -> None:
    first = machines.first
    disk = os.statvfs(small_disk)
    (small_disk / "filler").write_bytes(bytes(disk.f_bavail * disk.f_frsize - 4096))
    with pytest.raises(DiskFull):
        first.laptops.invite(small_disk / "invitation")
    assert [one.name for one in small_disk.iterdir()] == ["filler"]
    assert not (first.door.folder / "invitation.new").exists()


def test_news_that_came_before_the_shutting_out_count_on_every_laptop(machines: Machines) -> None:
    first = machines.first
    second, third = machines.invited(first), machines.invited(first)
    second.enrolling.add_person("Known To The First")
    machines.pool(first, second, third)
    second.enrolling.add_person("Known To The Third")
    third.hears(second.news())
    stolen = next(one for one in first.laptops.all() if one.letters == second.letters)
    first.laptops.shut_out(stolen.id)
    machines.pool(first, third)
    # What the one who decided had not heard of is kept aside, also where it was counted already.
    assert first.names == third.names == {"Known To The First"}
    assert first.state == third.state
    held = next(one for one in third.laptops.all() if one.letters == second.letters)
    assert (held.standing, held.aside > 0) == ("shut-out", True)
    third.laptops.readmit(stolen.id)
    machines.pool(first, third)
    assert first.names == third.names == {"Known To The First", "Known To The Third"}
    assert first.state == third.state


def test_what_a_shut_out_laptop_relays_of_others_counts(machines: Machines) -> None:
    first = machines.first
    second, third = machines.invited(first), machines.invited(first)
    machines.pool(first, second, third)
    first.laptops.shut_out(second.door.ledger.store.device)
    third.enrolling.add_person("Of The Third")
    second.enrolling.add_person("Of The Second")
    second.hears(third.news())
    first.hears(second.news())
    assert first.names == {"Of The Third"}


@pytest.mark.parametrize("counted", [0, 1, 2])
def test_a_fork_is_listed_and_settled_as_a_trainer_says(
    machines: Machines, tmp_path: Path, counted: int
) -> None:
    first = machines.first
    second = machines.invited(first)
    machines.pool(first, second)
    second, twin = machines.twin(second, tmp_path / "twin")
    device = second.door.ledger.store.device
    assert twin.door.ledger.store.device == device
    second.enrolling.add_person("One History")
    twin.enrolling.add_person("Other History")
    first.hears(second.news(), twin.news())
    assert first.names == set()
    (fork,) = first.laptops.forks(device)
    assert [branch.events for branch in fork.branches] == [1, 1]
    standing = {one.id: one.standing for one in first.laptops.all()}
    assert standing[device] == "forked"
    chosen = [branch.hash for branch in fork.branches][:counted]
    first.laptops.settle_fork(fork, chosen)
    assert first.laptops.forks(device) == []
    assert len(first.names) == counted
    third = machines.invited(first)
    assert third.names == first.names
    # Each of the two hears of the other, and of what was decided.
    machines.pool(first, second, third)
    assert second.names == first.names
    assert first.state == second.state == third.state
    assert first.is_sound()
    # Whoever heard of a second history under its own name goes on under another.
    assert second.door.ledger.store.device != device
    second.enrolling.add_person("Afterwards")
    machines.pool(first, second, third)
    assert "Afterwards" in first.names
    assert second.names == first.names


def test_a_copied_folder_has_a_name_of_its_own(machines: Machines, tmp_path: Path) -> None:
    first = machines.first
    first.enrolling.add_person("Before")
    first.door.lock()
    shutil.copytree(first.door.folder, tmp_path / "copy")
    again = machines.opened(first.door.folder, first.clock)
    copy = machines.opened(tmp_path / "copy", first.clock)
    assert again.door.ledger.store.device != copy.door.ledger.store.device
    assert (again.letters, len(copy.letters)) == ("A", 3)
    again.enrolling.add_person("Here")
    copy.enrolling.add_person("There")
    machines.pool(again, copy)
    assert again.names == copy.names == {"Before", "Here", "There"}
    assert again.state == copy.state
    assert again.is_sound()


def test_a_second_use_gives_up_its_letters_and_stays_held(
    machines: Machines, tmp_path: Path
) -> None:
    first = machines.first
    file = tmp_path / "invitation"
    code = first.laptops.invite(file)
    later = Clock()
    later.forward(minutes=5)
    second, again = machines.joined(file, code), machines.joined(file, code, later)
    assert second.letters == again.letters == "B"
    machines.pool(first, second)
    again.hears(first.news())
    assert (second.letters, len(again.letters)) == ("B", 3)
    again.enrolling.add_person("Held")
    machines.pool(first, second, again)
    standing = {one.letters: one.standing for one in first.laptops.all()}
    assert standing == {"A": "counts", "B": "counts", again.letters: "second-use"}
    assert first.names == second.names == set()
    first.laptops.readmit(again.door.ledger.store.device)
    machines.pool(first, second, again)
    assert first.names == {"Held"}
    assert first.state == second.state == again.state


def test_a_substitute_looks_and_decides_nothing(machines: Machines, tmp_path: Path) -> None:
    first = machines.first
    second = machines.invited(first)
    first.hears(second.news())
    until = first.clock.now().date() + timedelta(days=7)
    first.trainers.add_substitute("Joy", "drum", STAND_IN, until)
    first.door.lock()
    first = machines.opened(first.door.folder, first.clock, STAND_IN)
    assert len(first.laptops.all()) == 2
    device = second.door.ledger.store.device
    for act in (
        lambda: first.laptops.invite(tmp_path / "invitation"),
        lambda: first.laptops.shut_out(device),
        lambda: first.laptops.readmit(device),
    ):
        with pytest.raises(NotForSubstitutes):
            act()
    assert not (tmp_path / "invitation").exists()
    second.enrolling.add_person("Merged By A Substitute")
    first.hears(second.news())
    assert first.names == {"Merged By A Substitute"}
    laptops = first.laptops
    first.door.leave_trainer()
    with pytest.raises(NotAllowed):
        laptops.all()


def test_no_laptop_shuts_itself_or_a_stranger_out(machines: Machines) -> None:
    first = machines.first
    for id in (first.door.ledger.store.device, first.door.ledger.store.new_id()):
        with pytest.raises(UnknownThing):
            first.laptops.shut_out(id)
    assert [one.standing for one in first.laptops.all()] == ["counts"]
