"""Bundles in memory, with nobody inside; files on sticks go the same way (`test_merging`)."""

from __future__ import annotations

import pytest
from centre_on_laptops import Machines

from trainer_app.domain.errors import NotAllowed, OtherCentre
from trainer_app.keys.laptop import LaptopKey
from trainer_app.services.admitting import KEY_BEFORE
from trainer_app.services.exchanging import Exchanging
from trainer_app.store import pooling


def test_a_laptop_in_the_learners_state_gives_and_takes(machines: Machines) -> None:
    first, second = machines.first, machines.invited(machines.first)
    first.enrolling.add_person("Amina")
    ours, theirs = Exchanging(first.door), Exchanging(second.door)
    for one in (first, second):
        one.door.leave_trainer()
    brought = ours.write({})
    assert brought.events == sum(pooling.holds(first.door.ledger.store).values())
    assert theirs.take_in(theirs.open(brought.whole)) > 0
    assert theirs.take_in(theirs.open(brought.whole)) == 0
    ours.take_in(ours.open(theirs.write({}).whole))
    assert first.state == second.state
    assert [row["name"] for row in second.door.ledger.store.query("SELECT name FROM people")] == [
        "Amina"
    ]


def test_only_what_follows_is_brought(machines: Machines) -> None:
    first = machines.first
    exchanging = Exchanging(first.door)
    holds = pooling.holds(first.door.ledger.store)
    assert exchanging.write(holds).events == 0
    first.enrolling.add_person("Amina")
    assert exchanging.write(holds).events == 1


def test_who_does_not_know_the_centres_key_waits_for_a_trainer(machines: Machines) -> None:
    first, second = machines.first, machines.invited(machines.first)
    whole = Exchanging(first.door).write({}).whole
    second.door.ledger.store.keep_secret("centre-keys", "{}")
    second.door.leave_trainer()
    with pytest.raises(OtherCentre):
        Exchanging(second.door).open(whole)
    second.door.unlock_any("seven geese over the canal")
    assert Exchanging(second.door).open(whole).received


def test_the_old_key_signs_until_a_trainers_word_for_the_new_one_is_there(
    machines: Machines,
) -> None:
    first, second = machines.first, machines.invited(machines.first)
    machines.pool(first, second)
    store = first.door.ledger.store
    # A laptop between having made its new key and having written the trainer's word for it.
    store.keep_secret(KEY_BEFORE, store.secret("laptop-key") or "")
    store.keep_secret("laptop-key", LaptopKey.random().seed.hex())
    first.enrolling.add_person("Amina")
    theirs = Exchanging(second.door)
    assert theirs.take_in(theirs.open(Exchanging(first.door).write({}).whole)) == 1


def test_a_laptop_that_nobody_admitted_brings_nothing(machines: Machines) -> None:
    first = machines.first
    first.door.ledger.store.begin_anew()
    with pytest.raises(NotAllowed):
        Exchanging(first.door).write({})
