"""A plan is kept only when somebody says so; dropped or erased, its words are nowhere."""

from __future__ import annotations

import pytest
from centres import Centre

from tests.store.pages import everything_in
from trainer_app.domain.practice.kept_plans import read_sheet, sheet_lines
from trainer_app.domain.practice.planner_view import SheetEntry, SheetPart
from trainer_app.domain.practice.scenario import WordId
from trainer_app.services.erasing import Erasing
from trainer_app.services.holdings import Held
from trainer_app.services.plans import Plans

SECRET = "wistaria at the corner"
SHEET = (
    SheetPart(WordId("plan.steps.aim"), (SheetEntry(WordId("plan.options.forty")),)),
    SheetPart(WordId("plan.steps.what"), (SheetEntry(text=SECRET),)),
    SheetPart(WordId("plan.steps.when"), (SheetEntry(WordId("plan.items.a"), "", 3, "noon"),)),
    SheetPart(WordId("plan.steps.money"), (SheetEntry(WordId("plan.options.b"), euros=15),)),
    SheetPart(WordId("plan.steps.later"), ()),
)


@pytest.fixture
def plans(centre: Centre) -> Plans:
    return Plans(centre.ledger)


@pytest.fixture
def erasing(centre: Centre) -> Erasing:
    return Erasing(centre.ledger, lambda: centre.door.authority, lambda: None)


def holds(centre: Centre) -> bool:
    pages = everything_in(centre.folder, centre.store._key)
    return any(b"wistaria" in page for _name, page in pages)


def test_a_sheet_comes_back_as_it_was() -> None:
    assert read_sheet(sheet_lines(SHEET)) == SHEET
    two_lines = (SheetPart(WordId("p.steps.a"), (SheetEntry(text="one\ntwo"),)),)
    assert read_sheet(sheet_lines(two_lines))[0].entries[0].text == "one two"


@pytest.mark.parametrize("line", ["", "?", "-", "-a|b", "-a|x|noon|y|z"])
def test_lines_that_nobody_knows_are_left_out(line: str) -> None:
    assert read_sheet(["=lost", "#p.steps.a", line, "=kept"]) == (
        SheetPart(WordId("p.steps.a"), (SheetEntry(text="kept"),)),
    )


def test_each_who_made_it_keeps_it_and_it_stands_once(centre: Centre, plans: Plans) -> None:
    one, two = centre.evening("Amina", "Rosa").people
    centre.sit(one)
    centre.sit(two)
    plans.keep("plan-a-campaign", 1, SHEET)
    (kept,) = plans.all()
    assert (kept.lesson, kept.version, kept.sheet) == ("plan-a-campaign", 1, SHEET)
    centre.seats.leave()
    centre.sit(two)
    assert [each.person for each in plans.all()] == [two.id]
    assert SECRET not in repr(plans.all())


def test_of_nobody_nothing_is_kept(centre: Centre, plans: Plans) -> None:
    centre.evening("Amina")
    plans.keep("plan-a-campaign", 1, SHEET)
    assert plans.all() == []
    assert not holds(centre)


def test_the_newest_stands_first(centre: Centre, plans: Plans) -> None:
    centre.sit(centre.evening("Amina").people[0])
    plans.keep("first", 1, SHEET)
    centre.clock.forward(minutes=5)
    plans.keep("second", 1, SHEET)
    assert [each.lesson for each in plans.all()] == ["second", "first"]


def test_dropped_its_words_are_nowhere(centre: Centre, plans: Plans) -> None:
    centre.sit(centre.evening("Amina").people[0])
    plans.keep("plan-a-campaign", 1, SHEET)
    assert holds(centre)
    plans.drop(plans.all()[0].id)
    assert plans.all() == []
    assert not holds(centre)


def test_erased_with_the_person(centre: Centre, plans: Plans, erasing: Erasing) -> None:
    person = centre.evening("Amina").people[0]
    centre.sit(person)
    plans.keep("plan-a-campaign", 1, SHEET)
    centre.seats.leave()
    erasing.erase(person.id)
    assert list(centre.store.query("SELECT * FROM plans")) == []
    assert not holds(centre)


def test_what_is_held_about_a_person_has_it(centre: Centre, plans: Plans, erasing: Erasing) -> None:
    person = centre.evening("Amina").people[0]
    centre.sit(person)
    plans.keep("plan-a-campaign", 1, SHEET)
    held: Held = erasing.held(person.id)
    (said,) = [each for each in held.history if each.kind == "plan-kept"]
    assert f"={SECRET}" in said.words["sheet"]
