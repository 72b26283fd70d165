"""A laptop that was admitted and cheats can spoil its own word, but nobody else's work."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from centre_on_laptops import Machine, Machines

from trainer_app.domain.errors import ForgedEvents, MalformedEvent
from trainer_app.domain.events import Draft
from trainer_app.domain.fields import LATEST_MOMENT
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


@pytest.mark.parametrize("at", [2**53 - 1, LATEST_MOMENT])
def test_no_laptop_says_a_time_that_no_calendar_has(machines: Machines, at: int) -> None:
    cheat = machines.invited(machines.first)
    session = {"session": "s", "started": at, "ended": None}
    sitting = {"sitting": "one", "session": None, "at": at}
    for draft in (Draft("session-times-set", session), Draft("sitting-began", sitting, "amina")):
        with pytest.raises(MalformedEvent):
            cheat.door.ledger.write(draft)
    last = datetime.fromtimestamp(LATEST_MOMENT - 1, UTC)
    assert last.year == 2999


def replay(cheat: Machine, kind: str, thing: str, *, knowing: bool) -> None:
    """Say again what a trainer once signed; `knowing`: as an answer to all that stands now."""
    store = cheat.door.ledger.store
    events = store.events_of(thing)
    said = next(one for one in events if one.header.kind == kind)
    replaces = tuple(one.id for one in events) if knowing else said.header.replaces
    cheat.door.ledger.write(Draft(kind, dict(said.words), said.header.subject, None, replaces))


def test_a_removed_trainer_does_not_come_back_by_what_was_once_signed(machines: Machines) -> None:
    first = machines.first
    bea = first.trainers.add("Bea", "fish", "nine candles in the rain")
    cheat = machines.invited(first)
    first.trainers.remove(bea)
    cheat.hears(first.news())
    for knowing in (False, True):
        replay(cheat, "trainer-added", f"trainer:{bea}", knowing=knowing)
        refused = first.merging.merge([cheat.news()]).refused
        assert [type(one.error) for one in refused] == [ForgedEvents] * knowing
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
    for knowing in (False, True):
        replay(cheat, "laptop-readmitted", f"laptop:{cheat_id}", knowing=knowing)
        refused = first.merging.merge([cheat.news()]).refused
        assert [type(one.error) for one in refused] == [ForgedEvents] * knowing
        standing = {one.id: one.standing for one in first.laptops.all()}
        assert standing[cheat_id] == "shut-out"
    first.laptops.readmit(cheat_id)
    standing = {one.id: one.standing for one in first.laptops.all()}
    assert standing[cheat_id] == "counts"
