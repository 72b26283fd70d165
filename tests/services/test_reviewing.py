"""How far people are, one and all of a course, as a trainer sees it."""

from __future__ import annotations

from datetime import date

import pytest
from centres import Centre

from trainer_app.app.desk import make_erasing
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.abilities import state_of
from trainer_app.domain.errors import NotAllowed
from trainer_app.services.reviewing import Reviewing


@pytest.fixture
def reviewing(centre: Centre) -> Reviewing:
    return Reviewing(centre.ledger)


def practise(centre: Centre, sitting: str, person: str, lesson: str, *goals: str) -> None:
    body = {
        "sitting": sitting, "lesson": lesson, "version": 1, "goals": list(goals), "of": 2,
        "tries": 1, "hints": 0, "minutes": 1, "done": len(goals) == 2, "alone": False,
        "at": centre.ledger.seconds(),
    }  # fmt: skip
    centre.ledger.write(centre.ledger.note("practice-played", body, person))


def test_a_group_stands_where_each_of_it_stands(
    centre: Centre, library: LessonLibrary, reviewing: Reviewing
) -> None:
    evening = centre.evening("Abdi", "Olena", "Rosa")
    abdi, olena, rosa = evening.people
    lesson = library.lessons[0]
    sitting = centre.sit(abdi)
    centre.playing.finish(lesson, 3, 3)
    practise(centre, sitting, abdi.id, lesson.id, "one/a")
    centre.seats.leave()
    sitting = centre.sit(olena)
    practise(centre, sitting, olena.id, lesson.id, "one/a")
    practise(centre, sitting, olena.id, lesson.id, "one/b")
    group = reviewing.course(evening.course.id)
    assert [one.person.name for one in group] == ["Abdi", "Olena", "Rosa"]
    states = [state_of(one.progress.get(lesson.id)) for one in group]
    assert states == ["passed", "begun", "new"]
    assert [one.passed for one in group] == [1, 0, 0]
    # What was reached in one play and undone in the next was reached all the same.
    assert group[1].progress[lesson.id].goals_done == {"one/a", "one/b"}
    assert reviewing.person(olena.id) == group[1]
    assert reviewing.person(rosa.id).start is None


def test_recall_and_where_to_start_belong_to_the_person_and_voided_work_does_not_count(
    centre: Centre, library: LessonLibrary, reviewing: Reviewing
) -> None:
    evening = centre.evening("Abdi", "Olena")
    abdi, olena = evening.people
    lesson = library.lessons[0].id
    sitting, at = centre.sit(abdi), centre.ledger.seconds()
    for question, right in (("q1", True), ("q2", False), ("q2", True)):
        body = {"sitting": sitting, "lesson": lesson, "question": question, "right": right}
        centre.ledger.write(centre.ledger.note("question-recalled", {**body, "at": at}, abdi.id))
    placed = {"alone": ["start-touch"], "helped": [], "unknown": ["join-greet"], "lesson": lesson}
    body = {**placed, "sitting": sitting, "at": at}
    centre.ledger.write(centre.ledger.note("placed", body, abdi.id))
    found = reviewing.person(abdi.id)
    # Of a question that was asked twice in one sitting the first answer counts.
    assert (found.remembered, found.recalled, found.start) == (1, 2, lesson)
    centre.seats.move(sitting, olena.id)
    assert reviewing.person(abdi.id).recalled == 0
    found = reviewing.person(olena.id)
    assert (found.remembered, found.recalled, found.start) == (1, 2, lesson)
    centre.seats.void(sitting, olena.id)
    found = reviewing.person(olena.id)
    assert (found.remembered, found.recalled, found.start) == (0, 0, None)


def test_who_is_restricted_or_erased_is_in_no_group(centre: Centre, reviewing: Reviewing) -> None:
    evening = centre.evening("Abdi", "Olena", "Rosa")
    erasing = make_erasing(centre.door)
    erasing.restrict(evening.people[0].id, date(2028, 12, 31), "Contract 7")
    erasing.erase(evening.people[1].id)
    assert [one.person.name for one in reviewing.course(evening.course.id)] == ["Rosa"]


def test_only_a_trainer_sees_it(centre: Centre, reviewing: Reviewing) -> None:
    evening = centre.evening("Abdi")
    centre.door.leave_trainer()
    with pytest.raises(NotAllowed):
        reviewing.course(evening.course.id)
    with pytest.raises(NotAllowed):
        reviewing.person(evening.people[0].id)
