"""Practising: what is kept of it, for whom, and how it passes a lesson together with the quiz."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from centres import Centre

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.practice.playing import Result
from trainer_app.domain.practice.scenario import Goal, Scenario, Stage
from trainer_app.services.playing import Playing
from trainer_app.services.practising import Practising

STAGE = Stage(id="one", kind="sorting", goals=(Goal("a"), Goal("b")))
HALF = Result(goals=("one/a",), of=2, tries=3, hints=1, minutes=2)
WHOLE = Result(goals=("one/a", "one/b"), of=2, tries=5, hints=1, minutes=4)


@pytest.fixture
def lesson(library: LessonLibrary) -> Lesson:
    return library.lesson("sign-in-and-out")


@pytest.fixture
def scenario(lesson: Lesson) -> Scenario:
    return Scenario(lesson=lesson.id, version=7, minutes=10, stages=(STAGE,))


@pytest.fixture
def practising(centre: Centre) -> Practising:
    return Practising(centre.ledger)


def plays(centre: Centre) -> list[dict[str, Any]]:
    rows = centre.store.query(
        "SELECT subject, body FROM events WHERE kind = 'practice-played' ORDER BY seq"
    )
    return [{"subject": row["subject"], **json.loads(row["body"])} for row in rows]


def test_each_at_the_laptop_gets_what_was_reached_and_nothing_else_is_kept(
    centre: Centre, practising: Practising, lesson: Lesson, scenario: Scenario
) -> None:
    people = centre.evening("Abdi", "Olena").people
    sittings = [centre.sit(person) for person in people]
    practising.reach(lesson, scenario, HALF)
    assert plays(centre) == [
        {
            "subject": person.id, "sitting": sitting, "lesson": lesson.id, "version": 7,
            "goals": ["one/a"], "of": 2, "tries": 3, "hints": 1, "minutes": 2, "done": False,
            "alone": False, "at": centre.ledger.seconds(),
        }
        for person, sitting in zip(people, sittings, strict=True)
    ]  # fmt: skip


def test_the_board_knows_who_began(
    centre: Centre, practising: Practising, lesson: Lesson, scenario: Scenario
) -> None:
    evening = centre.evening("Abdi")
    centre.attending.start_now(evening.session.id)
    centre.sit(evening.people[0])
    practising.begin(lesson, scenario)
    (row,) = centre.watching.board(evening.session.id)
    assert (row.lesson, row.goals_met, row.goals) == (lesson.id, 0, 2)


@pytest.mark.parametrize("quiz_first", [True, False])
def test_quiz_and_practice_pass_together_also_on_two_evenings(
    quiz_first: bool,
    centre: Centre,
    practising: Practising,
    lesson: Lesson,
    scenario: Scenario,
) -> None:
    evening = centre.evening("Abdi")
    person = evening.people[0]
    centre.attending.start_now(evening.session.id)

    def quiz() -> None:
        assert centre.playing.finish(lesson, 3, 3, practice=True)

    def practice() -> None:
        practising.reach(lesson, scenario, WHOLE)

    for number, do in enumerate((quiz, practice) if quiz_first else (practice, quiz)):
        centre.sit(person)
        do()
        progress = centre.playing.progress()[lesson.id]
        assert progress.passed == bool(number)
        (row,) = centre.watching.board(evening.session.id)
        assert (lesson.id in row.passed) == bool(number)
        centre.seats.leave()
        centre.clock.forward(minutes=5)
    assert centre.watching.progress(person.id)[lesson.id].practised


def test_a_lesson_without_pages_passes_by_its_practice(
    centre: Centre, practising: Practising, lesson: Lesson, scenario: Scenario
) -> None:
    centre.sit(centre.evening("Abdi").people[0])
    alone = replace(lesson, objectives=(), steps=(), quiz=())
    practising.reach(alone, scenario, HALF)
    assert not centre.playing.progress()[lesson.id].passed
    practising.reach(alone, scenario, WHOLE)
    assert centre.playing.progress()[lesson.id].passed


def test_what_was_passed_before_there_was_a_practice_stays_passed(
    centre: Centre, practising: Practising, lesson: Lesson, scenario: Scenario
) -> None:
    centre.sit(centre.evening("Abdi").people[0])
    assert centre.playing.finish(lesson, 3, 3)
    practising.begin(lesson, scenario)
    assert not centre.playing.finish(lesson, 0, 3, practice=True)
    assert centre.playing.progress()[lesson.id].passed


def test_of_a_guest_nothing_is_stored(
    centre: Centre, practising: Practising, lesson: Lesson, scenario: Scenario
) -> None:
    for service in (practising, Practising(None)):
        service.begin(lesson, scenario)
        service.reach(lesson, scenario, WHOLE)
    assert plays(centre) == []
    assert Playing(None).progress() == {}
