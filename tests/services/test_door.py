"""The way in: founding, unlocking, recovering, locking; and nothing readable in any file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from centres import PASSPHRASE, Centre, Clock

from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import (
    CentreExists,
    EmptyField,
    NotAllowed,
    UnknownThing,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trainer_app.keys.wrapping import Cost
from trainer_app.services.door import Door

NEW = "eleven bicycles in the rain"


def test_a_founded_centre_has_its_name_its_trainer_and_its_first_laptop(centre: Centre) -> None:
    assert centre.door.centre_name() == "Canal House"
    trainer = centre.door.trainer()
    assert trainer is not None
    assert (trainer.name, trainer.picture) == ("Sanne", "kite")
    assert centre.door.slots() == [(trainer.id, "kite")]
    assert [row["code"] for row in centre.store.query("SELECT code FROM laptops")] == ["A"]


@pytest.mark.parametrize(
    ("names", "field"),
    [
        ((" ", "Sanne", NEW), "centre"),
        (("House", "", NEW), "trainer"),
        (("House", "S", ""), "passphrase"),
    ],
)
def test_nothing_is_made_where_something_needed_is_empty(
    tmp_path: Path, clock: Clock, cheap_cost: Cost, names: tuple[str, str, str], field: str
) -> None:
    door = Door(tmp_path / "new", clock.now, cheap_cost)
    with pytest.raises(EmptyField) as told:
        door.found(names[0], names[1], "kite", names[2])
    assert told.value.facts == {"field": field}
    assert not door.is_open
    assert not door.has_centre


def test_a_centre_is_never_founded_over_another(centre: Centre, cheap_cost: Cost) -> None:
    with pytest.raises(CentreExists):
        Door(centre.folder, centre.clock.now, cheap_cost).found("Other", "Eve", "leaf", NEW)
    assert centre.door.slots()[0][1] == "kite"


def test_a_locked_centre_opens_with_the_passphrase_alone(centre: Centre) -> None:
    person = centre.evening("Abdi").people[0]
    centre.door.lock()
    assert not centre.door.is_open
    with pytest.raises(WrongPassphrase):
        centre.door.unlock(centre.slot, "a guess")
    assert not centre.door.is_open
    with pytest.raises(UnknownThing):
        centre.door.unlock("no-such-slot", PASSPHRASE)
    centre.door.unlock(centre.slot, PASSPHRASE)
    assert centre.door.trainer_inside
    rows = centre.store.query("SELECT name FROM people WHERE id = ?", [person.id])
    assert [row["name"] for row in rows] == ["Abdi"]


def test_a_trainer_comes_and_goes_while_learners_work_on(centre: Centre) -> None:
    store = centre.store
    centre.door.leave_trainer()
    assert centre.door.trainer() is None
    with pytest.raises(WrongPassphrase):
        centre.door.unlock(centre.slot, "a guess")
    assert centre.door.is_open
    assert not centre.door.trainer_inside
    centre.door.unlock(centre.slot, PASSPHRASE)
    assert centre.store is store
    assert centre.door.trainer_inside


def test_the_recovery_code_gives_a_trainer_a_new_passphrase(centre: Centre) -> None:
    centre.door.lock()
    centre.door.recover(centre.recovery_code.lower(), centre.slot, NEW)
    trainer = centre.door.trainer()
    assert trainer is not None
    assert trainer.name == "Sanne"
    centre.door.lock()
    with pytest.raises(WrongPassphrase):
        centre.door.unlock(centre.slot, PASSPHRASE)
    centre.door.unlock(centre.slot, NEW)
    keys = centre.store.query("SELECT kind FROM events WHERE kind = 'trainer-added'")
    assert len(list(keys)) == 2


def test_a_wrong_code_or_no_passphrase_changes_nothing(centre: Centre) -> None:
    centre.door.lock()
    before = {path.name: path.read_bytes() for path in centre.folder.iterdir()}
    wrong = centre.recovery_code[:-1] + ("0" if centre.recovery_code[-1] != "0" else "1")
    with pytest.raises(WrongRecoveryCode):
        centre.door.recover(wrong, centre.slot, NEW)
    with pytest.raises(EmptyField):
        centre.door.recover(centre.recovery_code, centre.slot, " ")
    with pytest.raises(UnknownThing):
        centre.door.recover(centre.recovery_code, "no-such-slot", NEW)
    assert not centre.door.is_open
    assert {path.name: path.read_bytes() for path in centre.folder.iterdir()} == before


def test_a_locked_door_gives_no_ledger(tmp_path: Path, clock: Clock) -> None:
    door = Door(tmp_path, clock.now)
    assert not door.has_centre
    with pytest.raises(NotAllowed):
        _ = door.ledger


SECRETS = ("Oksana Петренко", "Олена", "0612345678", "hard of hearing", "sat at the back")


def files_that_hold(folder: Path, text: str) -> set[str]:
    spellings = [text.encode("utf-8"), text.encode("utf-16-le"), text.encode("utf-16-be")]
    return {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and any(spelling in path.read_bytes() for spelling in spellings)
    }


def test_no_file_of_the_folder_can_be_read(centre: Centre) -> None:
    evening = centre.evening(SECRETS[0], SECRETS[1])
    person = evening.people[0]
    for _ in range(40):  # enough for the log beside the file to be folded in now and then
        centre.enrolling.speak(person.id, "uk")
        centre.enrolling.speak(person.id, "en")
    centre.enrolling.save_person(replace(person, phone=SECRETS[2], note=SECRETS[3]))
    centre.attending.mark(evening.session.id, person.id, Status.LATE, late=5, reason=SECRETS[4])
    searched = (*SECRETS, "Sanne", "Canal House", "Tuesday group", PASSPHRASE, centre.recovery_code)
    for state in ("open", "locked"):
        if state == "locked":
            centre.door.lock()
        assert len(list(centre.folder.iterdir())) >= 3
        for text in searched:
            assert files_that_hold(centre.folder, text) == set(), (state, text)
    # The same search finds what lies there in plain words.
    (centre.folder / "planted.txt").write_text(f"... {SECRETS[1]} ...", encoding="utf-8")
    assert files_that_hold(centre.folder, SECRETS[1]) == {"planted.txt"}
