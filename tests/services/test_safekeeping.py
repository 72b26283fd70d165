"""Backups of an open centre: when they are made, what each holds, and going back to one."""

from __future__ import annotations

from pathlib import Path

import pytest
from centres import PASSPHRASE, Centre, bytes_in

from trainer_app.domain.errors import NotAllowed, SnapshotDamaged, UnreadableFile
from trainer_app.services.rescuing import Rescued
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.store import registers, replacing, snapshots
from trainer_app.store.replacing import FOLDER


@pytest.fixture
def safekeeping(centre: Centre) -> Safekeeping:
    return Safekeeping(centre.ledger, centre.clock.now)


def restored(centre: Centre, safekeeping: Safekeeping, name: str) -> Rescued:
    """Put a backup back and unlock the centre again."""
    done = safekeeping.restore(name)
    centre.door.lock()
    centre.door.unlock(centre.slot, PASSPHRASE)
    for service in ("attending", "courses", "enrolling", "playing", "seats", "watching"):
        centre.__dict__.pop(service, None)
    return done


def test_a_session_is_backed_up_every_quarter_of_an_hour(
    centre: Centre, safekeeping: Safekeeping
) -> None:
    assert safekeeping.due_now()
    made = safekeeping.snapshot()
    assert made.whole
    assert not safekeeping.due_now(at_boundary=True)
    centre.evening("Amina")
    assert not safekeeping.due_now()
    assert safekeeping.due_now(at_boundary=True)
    centre.clock.forward(minutes=15)
    assert safekeeping.due_now()
    safekeeping.snapshot()
    centre.clock.forward(days=2)
    assert not safekeeping.due_now()
    # Another start of the program looks into the newest backup instead of remembering.
    anew = Safekeeping(centre.ledger, centre.clock.now)
    assert not anew.due_now(at_boundary=True)
    centre.enrolling.add_person("Samir")
    assert anew.due_now()


def test_the_list_says_what_each_holds(centre: Centre, safekeeping: Safekeeping) -> None:
    safekeeping.snapshot()
    centre.clock.forward(minutes=20)
    centre.evening("Amina", "Samir")
    safekeeping.snapshot()
    newer, older = safekeeping.list()
    assert newer.holds is not None
    assert older.holds is not None
    assert (newer.holds.people, newer.holds.sessions) == (2, 1)
    assert (older.holds.people, older.holds.sessions) == (0, 0)
    assert newer.moment > older.moment
    assert safekeeping.folder == centre.folder / snapshots.FOLDER
    assert {one.suffix for one in safekeeping.folder.iterdir()} == {".db", ".json"}


def test_only_a_trainer_sees_copies_and_restores(
    centre: Centre, safekeeping: Safekeeping, tmp_path: Path
) -> None:
    name = safekeeping.snapshot().name
    centre.door.leave_trainer()
    assert safekeeping.snapshot().whole  # made by itself while learners work
    for forbidden in (
        safekeeping.list,
        lambda: safekeeping.copy_to(name, tmp_path),
        lambda: safekeeping.restore(name),
        safekeeping.forget_old,
    ):
        with pytest.raises(NotAllowed):
            forbidden()
    assert not (centre.folder / FOLDER).exists()


def test_a_backup_put_back_keeps_what_it_replaces(centre: Centre, safekeeping: Safekeeping) -> None:
    centre.evening("Amina")
    name = safekeeping.snapshot().name
    late = centre.enrolling.add_person("Samir")
    done = restored(centre, safekeeping, name)
    assert done.snapshot == name
    assert done.holds.people == 1
    assert [one.name for one in centre.enrolling.people()] == ["Amina"]
    kept = bytes_in(centre.folder / done.kept_in)
    assert set(kept) >= {"centre.db", "keyring.json", "keyring-copy.json"}
    assert late.name not in {one.name for one in centre.enrolling.people()}
    centre.enrolling.add_person("Rosa")
    # And back again: what was replaced is a whole store.
    store = centre.store
    there = snapshots.check(centre.folder / done.kept_in / "centre.db", store._key)
    assert there.people == 2


def test_what_trainers_signed_since_is_not_undone(centre: Centre, safekeeping: Safekeeping) -> None:
    name = safekeeping.snapshot().name
    trainers = len(registers.trainers(centre.store))
    before = {row["id"] for row in centre.store.query("SELECT id FROM laptops")}
    restored(centre, safekeeping, name)
    assert len(registers.trainers(centre.store)) == trainers
    again = Safekeeping(centre.ledger, centre.clock.now)
    done = restored(centre, again, name)
    assert before <= {row["id"] for row in centre.store.query("SELECT id FROM laptops")}
    assert len(replacing.replaced(centre.folder)) == 2
    assert done.kept_in.startswith(f"{FOLDER}/0000002-")


def test_a_damaged_backup_is_not_put_back(centre: Centre, safekeeping: Safekeeping) -> None:
    name = safekeeping.snapshot().name
    file = safekeeping.folder / name
    file.write_bytes(file.read_bytes()[:-4096])
    with pytest.raises(SnapshotDamaged):
        safekeeping.restore(name)
    with pytest.raises(UnreadableFile):
        safekeeping.restore("0000077-20261124T091500Z.db")
    centre.enrolling.add_person("Amina")  # the centre is still open
    assert not (centre.folder / FOLDER).exists()


def test_a_stick_gets_a_copy(centre: Centre, safekeeping: Safekeeping, tmp_path: Path) -> None:
    name = safekeeping.snapshot().name
    stick = tmp_path / "stick"
    stick.mkdir()
    assert safekeeping.copy_to(name, stick).name == name
    assert bytes_in(stick) == bytes_in(safekeeping.folder)


def test_after_an_erasure_only_the_present_is_kept(
    centre: Centre, safekeeping: Safekeeping
) -> None:
    name = safekeeping.snapshot().name
    restored(centre, safekeeping, name)
    again = Safekeeping(centre.ledger, centre.clock.now)
    again.snapshot()
    made = again.forget_old()
    assert [one.name for one in again.list()] == [made.name]
    assert replacing.replaced(centre.folder) == []
