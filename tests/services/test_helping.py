"""The help directory as a trainer keeps it, and on its way to other laptops."""

from __future__ import annotations

from dataclasses import replace

import pytest
from centre_on_laptops import Machines
from centres import tables

from trainer_app.domain.errors import EmptyField, NotAllowed, UnknownThing
from trainer_app.domain.helping import HelpPlace
from trainer_app.domain.kinds import KINDS
from trainer_app.services.helping import Helping

LEGAL = HelpPlace("", "legal", "Legal Aid Desk", "020 555 01 23", languages=("nl", "ar"))
LINE = HelpPlace("", "legal", "Rights line", "0800 1")


@pytest.fixture
def helping(centre) -> Helping:
    return Helping(centre.ledger)


def names(helping: Helping, topic: str = "legal") -> list[str]:
    return [place.name for place in helping.directory().get(topic, ())]


def test_what_is_typed_stands_there_tidy_and_in_order(helping) -> None:
    untidy = replace(LEGAL, name="  Legal\nAid  Desk ", phone=" 020 555 01 23 ")
    added = helping.add(untidy)
    helping.add(LINE)
    assert helping.directory() == {
        "legal": (replace(LEGAL, id=added.id), helping.place(_last(helping)))
    }
    assert names(helping) == ["Legal Aid Desk", "Rights line"]


def _last(helping: Helping) -> str:
    return helping.directory()["legal"][-1].id


def test_a_place_moves_up_and_down_and_changes_its_topic(helping) -> None:
    first, second = helping.add(LEGAL), helping.add(LINE)
    helping.move(second.id, -1)
    assert names(helping) == ["Rights line", "Legal Aid Desk"]
    helping.move(second.id, -1)
    assert names(helping) == ["Rights line", "Legal Aid Desk"]
    helping.add(replace(LINE, topic="money", name="Debt desk"))
    helping.save(replace(helping.place(first.id), topic="money", hours="Tuesday"))
    assert names(helping) == ["Rights line"]
    assert names(helping, "money") == ["Debt desk", "Legal Aid Desk"]
    assert helping.place(first.id).hours == "Tuesday"


def test_a_place_taken_away_can_be_put_back_where_it_stood(helping, centre) -> None:
    first = helping.add(LEGAL)
    helping.add(LINE)
    helping.remove(first.id)
    assert names(helping) == ["Rights line"]
    with pytest.raises(UnknownThing):
        helping.place(first.id)
    centre.store.rebuild()
    helping.put_back(first.id)
    assert names(helping) == ["Legal Aid Desk", "Rights line"]


@pytest.mark.parametrize(
    ("wrong", "field"), [({"name": " "}, "name"), ({"phone": "", "address": " "}, "phone")]
)
def test_a_name_and_a_way_there_are_the_least(helping, wrong: dict[str, str], field: str) -> None:
    with pytest.raises(EmptyField) as told:
        helping.add(replace(LEGAL, **wrong))
    assert told.value.facts["field"] == field
    assert helping.directory() == {}
    assert helping.add(replace(LEGAL, phone="", address="Marktplein 3")).address == "Marktplein 3"


def test_learners_read_it_and_change_nothing(helping, centre) -> None:
    place = helping.add(LEGAL)
    centre.door.leave_trainer()
    before = tables(centre.store)
    for change in (
        lambda: helping.add(LINE),
        lambda: helping.save(place),
        lambda: helping.move(place.id, 1),
        lambda: helping.remove(place.id),
        lambda: helping.put_back(place.id),
    ):
        with pytest.raises(NotAllowed):
            change()
    assert tables(centre.store) == before
    assert names(helping) == ["Legal Aid Desk"]


def test_it_is_about_nobody() -> None:
    kind = KINDS["help-place-set"]
    assert not kind.has_subject
    assert not kind.personal


def test_a_stick_carries_it_with_a_topic_of_the_future(machines: Machines) -> None:
    here = machines.first
    there = machines.invited(here)
    near, far = Helping(here.door.ledger), Helping(there.door.ledger)
    place = near.add(LEGAL)
    far.add(replace(LINE, topic="robots"))
    machines.pool(here, there)
    assert near.directory() == far.directory()
    assert list(near.directory()) == ["legal", "robots"]
    there.clock.forward(minutes=1)
    far.remove(place.id)
    machines.pool(here, there)
    assert list(near.directory()) == ["robots"]
    assert here.state == there.state
