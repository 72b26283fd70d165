"""A laptop that was admitted and cheats can spoil its own word, but nobody else's work."""

from __future__ import annotations

import json

import pytest
from centre_on_laptops import Machine, Machines

from trainer_app.domain.events import Draft
from trainer_app.services.admitting import centre_keys
from trainer_app.store import vouching

NOT_A_KEY = ("not hex", "ab", "00" * 32)


@pytest.mark.parametrize("seed", NOT_A_KEY)
def test_keys_that_no_trainer_named_are_not_taken_over(machines: Machines, seed: str) -> None:
    first = machines.first
    cheat = machines.invited(first)
    known = centre_keys(cheat.door.ledger)
    cheat.door.ledger.store.keep_secret("centre-keys", json.dumps({**known, "made up": seed}))
    cheat.enrolling.add_person("Boris")
    first.hears(cheat.news())
    assert centre_keys(first.door.ledger) == known
    third = machines.invited(first)
    third.enrolling.add_person("Chiara")
    first.hears(third.news())
    assert first.names == {"Boris", "Chiara"}


@pytest.mark.parametrize("tail", ["²", "9" * 5000, "1e9", "-1", ""])
def test_a_made_up_participant_number_stops_nobody(machines: Machines, tail: str) -> None:
    first = machines.first
    cheat = machines.invited(first)
    assert first.enrolling.add_person("Amina").number == "A1"
    body = {"number": f"A{tail}", "name": "Nobody", "face": "sun", "listed": True}
    cheat.door.ledger.write(Draft("person-set", body, "somebody"))
    first.hears(cheat.news())
    assert first.enrolling.add_person("Boris").number in ("A2", "A3")


def replay(cheat: Machine, kind: str, subject: str | None, thing: str) -> None:
    """Say again what a trainer once signed, as if it were an answer to what stands now."""
    store = cheat.door.ledger.store
    said = next(one for one in store.events_of(thing) if one.header.kind == kind)
    replaces = tuple(one.id for one in store.events_of(thing))
    cheat.door.ledger.write(Draft(kind, dict(said.words), subject, None, replaces))


def test_a_removed_trainer_does_not_come_back_by_what_was_once_signed(machines: Machines) -> None:
    first = machines.first
    bea = first.trainers.add("Bea", "fish", "nine candles in the rain")
    cheat = machines.invited(first)
    first.trainers.remove(bea)
    cheat.hears(first.news())
    replay(cheat, "trainer-added", bea, f"trainer:{bea}")
    first.hears(cheat.news())
    assert bea in vouching.removed_trainers(first.door.ledger.store)
    assert bea not in [one.id for one in first.trainers.all()]


def test_a_laptop_does_not_let_itself_in_again_by_what_was_once_signed(machines: Machines) -> None:
    first = machines.first
    cheat = machines.invited(first)
    machines.pool(first, cheat)
    cheat_id = cheat.door.ledger.store.device
    first.laptops.shut_out(cheat_id)
    first.laptops.readmit(cheat_id)
    first.laptops.shut_out(cheat_id)
    cheat.hears(first.news())
    replay(cheat, "laptop-readmitted", None, f"laptop:{cheat_id}")
    first.hears(cheat.news())
    standing = {one.id: one.standing for one in first.laptops.all()}
    assert standing[cheat_id] == "shut-out"
