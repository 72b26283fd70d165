"""Questions that come back a session later, on a real store."""

from __future__ import annotations

from dataclasses import replace

import pytest
from centres import Centre, Evening

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.lessons import Lesson
from trainer_app.services.recalling import Recalling


@pytest.fixture
def recalling(centre: Centre, library: LessonLibrary) -> Recalling:
    return Recalling(centre.ledger, library)


@pytest.fixture
def evening(centre: Centre) -> Evening:
    return centre.evening("Abdi", "Olena")


def come(centre: Centre, *people: object, days: float = 7) -> list[str]:
    """Another evening: who sat here has left, and these people sit down."""
    centre.seats.leave()
    centre.clock.forward(days=days)
    return [centre.sit(person) for person in people]  # type: ignore[arg-type]


def answer(recalling: Recalling, library: LessonLibrary, key: tuple[str, str], right: bool) -> bool:
    lesson = library.lesson(key[0])
    question = lesson.question(key[1])
    choice = next(one for one in question.choices if (one == question.right) == right)
    return recalling.answer(lesson, question.id, choice, first=True)


def passed(centre: Centre, *lessons: Lesson) -> None:
    for lesson in lessons:
        assert centre.playing.finish(lesson, 4, 4)


def test_two_come_back_another_day_and_never_the_same_day(
    centre: Centre, library: LessonLibrary, recalling: Recalling, evening: Evening
) -> None:
    abdi = evening.people[0]
    centre.sit(abdi)
    passed(centre, *library.lessons)
    assert recalling.due("en") == []
    come(centre, abdi, days=0.1)
    assert recalling.due("en") == []
    come(centre, abdi)
    due = recalling.due("en")
    assert len(due) == 2
    assert len({lesson for lesson, _ in due}) == 2
    assert recalling.due("en") == due
    assert answer(recalling, library, due[0], right=True)
    assert recalling.due("en") == due[1:]
    assert not answer(recalling, library, due[1], right=False)
    assert recalling.due("en") == []
    come(centre, abdi)
    again = recalling.due("en")
    assert len(again) == 2
    assert due[0] not in again


def test_a_session_of_its_own_counts_though_it_is_the_same_day(
    centre: Centre, library: LessonLibrary, recalling: Recalling, evening: Evening
) -> None:
    abdi = evening.people[0]
    lesson = library.lessons[0]
    # Before the trainer starts it, and in it: one session.
    centre.sit(abdi)
    passed(centre, lesson)
    centre.attending.start_now(evening.session.id)
    come(centre, abdi, days=0)
    assert recalling.due("en") == []
    centre.seats.leave()
    centre.attending.end_now(evening.session.id)
    day = centre.clock.now().date()
    start = evening.session.planned_end.replace(hour=14)
    later = centre.courses.add_session(evening.course.id, day, start, start.replace(hour=16))
    centre.attending.start_now(later.id)
    come(centre, abdi, days=0.1)
    assert [one for one, _ in recalling.due("en")] == [lesson.id]
    # A lesson that is planned for now is not asked before it is played.
    centre.courses.save_session(replace(later, lessons=(lesson.id,)))
    assert recalling.due("en") == []


def test_what_was_opened_in_this_session_does_not_come_back_in_it(
    centre: Centre, library: LessonLibrary, recalling: Recalling, evening: Evening
) -> None:
    abdi, lesson = evening.people[0], library.lessons[0]
    centre.sit(abdi)
    passed(centre, lesson)
    come(centre, abdi)
    assert recalling.due("en")
    centre.playing.reach(lesson, 0)
    assert recalling.due("en") == []


def test_a_group_is_asked_what_all_have_passed_and_each_gets_the_answer(
    centre: Centre, library: LessonLibrary, recalling: Recalling, evening: Evening
) -> None:
    abdi, olena = evening.people
    first, second, _third = library.lessons
    centre.sit(abdi)
    passed(centre, first, second)
    come(centre, olena)
    passed(centre, second)
    come(centre, abdi, olena)
    (due,) = recalling.due("en")
    assert due[0] == second.id
    answer(recalling, library, due, right=False)
    kept = list(centre.store.query("SELECT subject FROM events WHERE kind = 'question-recalled'"))
    assert sorted(row["subject"] for row in kept) == sorted([abdi.id, olena.id])
    # Who was asked once may be asked one more, alone.
    centre.seats.leave(olena.id)
    assert [one for one, _ in recalling.due("en")] == [first.id]


def test_voided_work_neither_asks_nor_counts(
    centre: Centre, library: LessonLibrary, recalling: Recalling, evening: Evening
) -> None:
    abdi = evening.people[0]
    sitting = centre.sit(abdi)
    passed(centre, library.lessons[0])
    come(centre, abdi)
    assert recalling.due("en")
    centre.seats.void(sitting, abdi.id)
    assert recalling.due("en") == []


def test_a_lesson_in_my_language_comes_before_one_that_is_not(
    centre: Centre, library: LessonLibrary, evening: Evening
) -> None:
    first, second, third = library.lessons
    few = LessonLibrary([])
    mine = replace(second, languages=("ar",))
    few.__dict__["_found"] = ((first, mine, replace(third, languages=("en",))), ())
    recalling = Recalling(centre.ledger, few)
    centre.sit(evening.people[0])
    passed(centre, second, third)
    come(centre, evening.people[0])
    assert [lesson for lesson, _ in recalling.due("ar")] == [second.id]
    assert [lesson for lesson, _ in recalling.due("en")] == [third.id]
    assert len(recalling.due("nl")) == 2


def test_of_a_guest_nothing_is_asked_nor_kept(
    centre: Centre, library: LessonLibrary, recalling: Recalling
) -> None:
    for one in (recalling, Recalling(None, library)):
        assert one.due("en") == []
        assert one.meeting() == ""
        lesson = library.lessons[0]
        question = lesson.quiz[0]
        assert one.answer(lesson, question.id, question.right, first=True)
    assert not list(centre.store.query("SELECT 1 FROM events WHERE kind = 'question-recalled'"))
