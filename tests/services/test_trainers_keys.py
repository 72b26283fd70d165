"""Keys that trainers share: who opens what, before and after trainers come and go."""

from __future__ import annotations

from datetime import timedelta

import pytest
from centre_on_laptops import Machine, Machines
from centres import PASSPHRASE, Centre

from trainer_app.domain.errors import NotAllowed, NotForSubstitutes
from trainer_app.services.admitting import trust_of
from trainer_app.services.funding.trainers_keys import TrainersKeys, halves_of
from trainer_app.services.trainers import Trainers
from trainer_app.store import trainers_keys, vouching

BORIS, CHIARA = "seven quiet green lamps", "nine slow blue boats"
NEW = "eleven bicycles in the rain"


@pytest.fixture
def keys(centre: Centre) -> TrainersKeys:
    return TrainersKeys(centre.door)


def enter(centre: Centre, passphrase: str) -> None:
    centre.door.lock()
    centre.door.unlock_any(passphrase)
    Trainers(centre.door).finish()


def events(centre: Centre) -> int:
    return len(vouching.signed_events(centre.store, {"trainers-key-set"}))


def test_one_key_a_purpose_is_made_once_and_is_the_same_after_the_night(
    centre: Centre, keys: TrainersKeys
) -> None:
    public = keys.public("badges")
    assert keys.public("badges") == public
    assert keys.public("prints") != public
    enter(centre, PASSPHRASE)
    assert keys.public("badges") == public
    private = keys.private("badges", public)
    assert private is not None
    assert private.public == halves_of(public)
    assert halves_of(public).verify(b"a badge", private.sign(b"a badge"))
    assert events(centre) == 2


def test_what_was_sealed_is_opened_by_a_trainer_inside_only(
    centre: Centre, keys: TrainersKeys
) -> None:
    public, sealed = keys.seal("sensitive", "prefer-not")
    assert keys.unseal("sensitive", public, sealed) == "prefer-not"
    centre.door.leave_trainer()
    assert keys.unseal("sensitive", public, sealed) is None
    assert keys.private("sensitive", public) is None
    # Anybody can close something; to make a key takes a trainer.
    assert keys.public("sensitive") == public
    with pytest.raises(NotAllowed):
        keys.public("badges")


def test_no_key_stays_in_memory_when_the_trainer_leaves(centre: Centre, keys: TrainersKeys) -> None:
    public, sealed = keys.seal("sensitive", "yes")
    assert keys.unseal("sensitive", public, sealed) == "yes"
    shared = centre.door._open.shared
    assert (len(shared.keys), list(shared.words.values())) == (1, ["yes"])
    centre.door.leave_trainer()
    shared = centre.door._open.shared
    assert (shared.keys, shared.words) == ({}, {})


def test_how_long_an_answer_is_does_not_show(keys: TrainersKeys) -> None:
    sealed = {len(keys.seal("sensitive", words)[1]) for words in ("y", "no", "prefer-not")}
    assert len(sealed) == 1


def test_what_is_not_sealed_to_a_key_or_damaged_opens_as_nothing(keys: TrainersKeys) -> None:
    public, sealed = keys.seal("sensitive", "yes")
    other, _ = keys.seal("badges", "yes")
    assert keys.unseal("badges", other, sealed) is None
    assert keys.unseal("sensitive", public, sealed) == "yes"
    assert keys.unseal("sensitive", "0" * 128, sealed) is None
    assert keys.unseal("sensitive", public, sealed[:-8]) is None
    assert keys.unseal("sensitive", public, "no base64") is None


def test_a_substitute_opens_nothing_and_makes_nothing(centre: Centre, keys: TrainersKeys) -> None:
    public, sealed = keys.seal("sensitive", "yes")
    until = centre.clock.now().date() + timedelta(days=3)
    Trainers(centre.door).add_substitute("Chiara", "leaf", CHIARA, until)
    enter(centre, CHIARA)
    assert keys.unseal("sensitive", public, sealed) is None
    assert keys.public("sensitive") == public
    with pytest.raises(NotForSubstitutes):
        keys.public("badges")


def test_a_trainer_who_comes_later_opens_what_was_there(centre: Centre, keys: TrainersKeys) -> None:
    public, sealed = keys.seal("sensitive", "yes")
    Trainers(centre.door).add("Boris", "drum", BORIS)
    enter(centre, BORIS)
    assert keys.unseal("sensitive", public, sealed) == "yes"
    assert keys.public("sensitive") == public
    trust = trust_of(centre.ledger, centre.door.keyring)
    said = vouching.signed_events(centre.store, {"trainers-key-set"})
    assert len(said) == 2
    assert all(trust.vouches(event) for event in said)
    enter(centre, PASSPHRASE)
    assert events(centre) == 2


def test_after_a_removal_there_is_a_new_key_and_the_old_one_opens_what_was_there(
    centre: Centre, keys: TrainersKeys
) -> None:
    boris = Trainers(centre.door).add("Boris", "drum", BORIS)
    public, sealed = keys.seal("sensitive", "yes")
    code = Trainers(centre.door).remove(boris)
    renewed, later = keys.seal("sensitive", "no")
    assert renewed != public
    known = trainers_keys.one(centre.store, "sensitive", renewed)
    assert known is not None
    assert len(known.lodged) == 2  # Sanne and the newest code
    assert keys.unseal("sensitive", public, sealed) == "yes"
    assert keys.unseal("sensitive", renewed, later) == "no"
    assert keys.public("sensitive") == renewed
    centre.door.lock()
    centre.door.recover(code, centre.slot, NEW)
    assert keys.unseal("sensitive", public, sealed) == "yes"


def test_the_recovery_code_brings_back_what_was_sealed(centre: Centre, keys: TrainersKeys) -> None:
    public, sealed = keys.seal("sensitive", "yes")
    centre.door.lock()
    centre.door.recover(centre.recovery_code, centre.slot, NEW)
    assert keys.unseal("sensitive", public, sealed) == "yes"
    enter(centre, NEW)
    assert keys.unseal("sensitive", public, sealed) == "yes"
    assert keys.public("sensitive") == public


def test_what_a_new_recovery_code_replaces_is_trusted_with_nothing_new(
    centre: Centre, keys: TrainersKeys
) -> None:
    public, sealed = keys.seal("sensitive", "yes")
    code = Trainers(centre.door).new_recovery_code()
    assert keys.public("sensitive") != public
    centre.door.lock()
    centre.door.recover(code, centre.slot, NEW)
    assert keys.unseal("sensitive", public, sealed) == "yes"


def test_two_laptops_that_made_one_each_agree_on_the_older(machines: Machines) -> None:
    first = machines.first
    second = machines.invited(first)
    first.clock.forward(minutes=5)
    closed = [_sealed(second, "yes"), _sealed(first, "no")]
    machines.pool(first, second)
    for machine in (first, second):
        keys = TrainersKeys(machine.door)
        assert keys.public("sensitive") == closed[0][0]
        assert [keys.unseal("sensitive", *one) for one in closed] == ["yes", "no"]
    assert first.state == second.state


def _sealed(machine: Machine, words: str) -> tuple[str, str]:
    return TrainersKeys(machine.door).seal("sensitive", words)
