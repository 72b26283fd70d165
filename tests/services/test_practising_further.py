"""Where a practice goes on: after the stages that everybody at the laptop did, as far as counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from centres import Centre

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.people import Person
from trainer_app.domain.practice.playing import Result
from trainer_app.domain.practice.scenario import Goal, Scenario, Stage
from trainer_app.services.practising import Practising

PARTS = tuple(
    Stage(id=part, kind="sorting", goals=(Goal("a"), Goal("b"))) for part in ("one", "two", "three")
)
ONE, TWO = ("one/a", "one/b"), ("two/a", "two/b")
Meet = Callable[..., None]


@pytest.fixture
def lesson(library: LessonLibrary) -> Lesson:
    return library.lesson("sign-in-and-out")


@pytest.fixture
def scenario(lesson: Lesson) -> Scenario:
    return Scenario(lesson=lesson.id, version=7, minutes=10, stages=PARTS)


@pytest.fixture
def practising(centre: Centre) -> Practising:
    return Practising(centre.ledger)


@pytest.fixture
def meet(centre: Centre, practising: Practising, lesson: Lesson, scenario: Scenario) -> Meet:
    """Somebody sits down, meets some goals in one play, and leaves the laptop."""

    def meet_goals(person: Person, *goals: str, version: int = 7) -> str:
        sitting = centre.sit(person)
        result = Result(goals=goals, of=6, tries=3, hints=0, minutes=2)
        practising.reach(lesson, replace(scenario, version=version), result)
        centre.seats.leave()
        centre.clock.forward(minutes=5)
        return sitting

    return meet_goals


@pytest.fixture
def opened(centre: Centre, practising: Practising, lesson: Lesson, scenario: Scenario):
    """Where a practice goes on when these people open it together."""

    def open_together(*people: Person, version: int = 7) -> tuple[str, ...]:
        for person in people:
            centre.sit(person)
        before = practising.begin(lesson, replace(scenario, version=version))
        centre.seats.leave()
        centre.clock.forward(minutes=5)
        return before

    return open_together


def test_it_goes_on_after_what_was_done_in_one_play(centre: Centre, meet, opened) -> None:
    (person,) = centre.evening("Abdi").people
    assert opened(person) == ()
    meet(person, "one/a")
    meet(person, "one/b")
    assert opened(person) == ()  # never both at once
    meet(person, *ONE, "two/a")
    assert opened(person) == ONE
    meet(person, "one/a")  # once more from the beginning: nothing is lost
    assert opened(person) == ONE
    meet(person, *ONE, *TWO)
    assert opened(person) == (*ONE, *TWO)
    meet(person, *ONE, *TWO, "three/a", "three/b")
    assert opened(person) == ()


def test_opening_it_says_what_was_met_and_no_more(centre: Centre, meet, opened) -> None:
    (person,) = centre.evening("Abdi").people
    meet(person, *ONE, "two/a")
    opened(person)
    progress = centre.watching.progress(person.id)["sign-in-and-out"]
    assert progress.goals_done == {*ONE, "two/a"}
    assert (progress.goals_met, progress.goals, progress.practised) == (3, 6, False)


def test_another_version_is_another_practice(centre: Centre, meet, opened) -> None:
    (person,) = centre.evening("Abdi").people
    meet(person, *ONE, version=6)
    assert opened(person) == ()
    assert opened(person, version=6) == ONE


def test_a_group_goes_on_with_whoever_is_least_far(centre: Centre, meet, opened) -> None:
    far, near, new = centre.evening("Abdi", "Olena", "Sara").people
    meet(far, *ONE, *TWO, "three/a", "three/b")
    meet(near, *ONE)
    assert opened(far, near) == ONE
    assert opened(far, near, new) == ()
    assert opened(near) == ONE
    assert centre.watching.progress(new.id)["sign-in-and-out"].goals_done == frozenset()


def test_only_sittings_that_count_and_for_whom_they_count(centre: Centre, meet, opened) -> None:
    abdi, olena = centre.evening("Abdi", "Olena").people
    meet(olena, *ONE)
    mistaken = meet(abdi, *ONE, *TWO)
    centre.seats.move(mistaken, olena.id)
    assert opened(abdi) == ()
    centre.seats.void(mistaken, olena.id)
    assert opened(olena) == ONE
    centre.seats.void(mistaken, olena.id, void=False)
    assert opened(olena) == (*ONE, *TWO)


def test_a_guest_begins_at_the_beginning(
    centre: Centre, meet, practising: Practising, lesson: Lesson, scenario: Scenario
) -> None:
    meet(centre.evening("Abdi").people[0], *ONE)
    for service in (practising, Practising(None)):
        assert service.begin(lesson, scenario) == ()
