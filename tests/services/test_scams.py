"""The scam shelf as it is kept, and on its way to other laptops."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from centre_on_laptops import Machine, Machines
from centres import Centre, tables

from trainer_app.domain.errors import NotAllowed
from trainer_app.domain.kinds import KINDS
from trainer_app.domain.scams import Choices
from trainer_app.keys.wrapping import Cost
from trainer_app.services.scams import Scams

MUM, CALL = Choices("mum", "money", "secret"), Choices("bank", "pin", "stay")


@pytest.fixture
def scams(centre: Centre) -> Scams:
    return Scams(centre.ledger)


@pytest.fixture
def machines(tmp_path: Path, cheap_cost: Cost) -> Iterator[Machines]:
    made = Machines(tmp_path, cheap_cost)
    yield made
    made.close()


def shelf(machine: Machine) -> Scams:
    return Scams(machine.door.ledger)


def test_the_newest_stands_first_and_what_is_taken_down_is_gone(centre, clock, scams) -> None:
    first = scams.put("new-number", MUM)
    clock.forward(days=7)
    second = scams.put("bank", CALL)
    assert scams.all() == [second, first]
    assert second.at - first.at == 7 * 24 * 3600
    assert (second.template, second.choices) == ("bank", CALL)
    scams.take_down(second.id)
    assert scams.all() == [first]


def test_learners_see_the_shelf_and_change_nothing(centre, scams) -> None:
    scam = scams.put("new-number", MUM)
    centre.door.leave_trainer()
    before = tables(centre.store)
    with pytest.raises(NotAllowed):
        scams.put("bank", CALL)
    with pytest.raises(NotAllowed):
        scams.take_down(scam.id)
    assert tables(centre.store) == before
    assert scams.all() == [scam]


def test_what_is_kept_is_ids_and_times_about_nobody() -> None:
    for name in ("scam-shelved", "scam-unshelved"):
        kind = KINDS[name]
        assert set(kind.fields.values()) <= {"id", "moment"}
        assert not kind.has_subject
        assert not kind.personal


def test_it_stays_when_the_tables_are_made_anew(centre, scams) -> None:
    scam = scams.put("new-number", MUM)
    scams.take_down(scams.put("bank", CALL).id)
    centre.store.rebuild()
    assert scams.all() == [scam]


def test_a_stick_carries_it_and_brings_word_that_it_was_taken_down(machines: Machines) -> None:
    here = machines.first
    there = machines.invited(here)
    mum = shelf(here).put("new-number", MUM)
    there.clock.forward(minutes=5)
    call = shelf(there).put("bank", CALL)
    machines.pool(here, there)
    assert shelf(here).all() == shelf(there).all() == [call, mum]
    shelf(there).take_down(mum.id)
    machines.pool(here, there)
    assert shelf(here).all() == shelf(there).all() == [call]
    assert here.is_sound()
    assert there.is_sound()
    assert here.state == there.state


def test_a_template_of_the_future_is_carried_too(machines: Machines) -> None:
    here = machines.first
    there = machines.invited(here)
    scam = shelf(here).put("scam-of-2031", Choices("robot", "dreams", "glow"))
    machines.pool(here, there)
    assert shelf(there).all() == [scam]
