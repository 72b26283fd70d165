"""Playing a lesson: alone, in a group, as a guest, and going on later."""

from __future__ import annotations

import pytest
from centres import Centre

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.lessons import Lesson
from trainer_app.services.playing import Playing


@pytest.fixture
def lesson(library: LessonLibrary) -> Lesson:
    """The first of the bundled lessons."""
    return library.lessons[0]


def events(centre: Centre) -> int:
    return int(next(centre.store.query("SELECT count(*) AS n FROM events"))["n"])


def test_a_person_goes_on_where_they_stopped(centre: Centre, lesson: Lesson) -> None:
    person = centre.evening("Abdi").people[0]
    centre.sit(person)
    assert centre.playing.resume_at(lesson) == 0
    for page in (0, 1, 2, 1):
        centre.playing.reach(lesson, page)
    centre.seats.leave()
    centre.clock.forward(days=7)
    centre.sit(person)
    assert centre.playing.resume_at(lesson) == 1
    progress = centre.playing.progress()[lesson.id]
    assert (progress.page, progress.furthest, progress.pages) == (2, 3, len(lesson.steps))


def test_the_quiz_counts_as_one_page_more_and_its_last_page_is_opened(
    centre: Centre, lesson: Lesson
) -> None:
    centre.sit(centre.evening("Abdi").people[0])
    centre.playing.reach(lesson, len(lesson.steps))
    assert centre.playing.resume_at(lesson) == len(lesson.steps) - 1
    assert centre.playing.progress()[lesson.id].percent == 99


def test_a_passed_lesson_opens_at_its_first_page(centre: Centre, lesson: Lesson) -> None:
    centre.sit(centre.evening("Abdi").people[0])
    centre.playing.reach(lesson, 2)
    of = len(lesson.quiz)
    assert not centre.playing.finish(lesson, 0, of)
    assert centre.playing.resume_at(lesson) == 2
    assert centre.playing.finish(lesson, of, of)
    assert centre.playing.resume_at(lesson) == 0
    assert centre.playing.progress()[lesson.id].percent == 100


def test_answers_are_marked_and_recorded(centre: Centre, lesson: Lesson) -> None:
    person = centre.evening("Abdi").people[0]
    sitting = centre.sit(person)
    question = lesson.quiz[0]
    wrong = next(choice for choice in question.choices if choice != question.right)
    assert not centre.playing.answer(lesson, question.id, wrong)
    assert not centre.playing.answer(lesson, question.id, wrong)
    rows = list(centre.store.query("SELECT wrong_in_a_row FROM work WHERE sitting = ?", [sitting]))
    assert rows == [{"wrong_in_a_row": 2}]
    assert centre.playing.answer(lesson, question.id, question.right)
    with pytest.raises(UnknownThing):
        centre.playing.answer(lesson, question.id, "no-such-choice")
    rows = list(centre.store.query("SELECT wrong_in_a_row FROM work WHERE sitting = ?", [sitting]))
    assert rows == [{"wrong_in_a_row": 0}]


def test_impossible_results_are_not_recorded(centre: Centre, lesson: Lesson) -> None:
    centre.sit(centre.evening("Abdi").people[0])
    before = events(centre)
    with pytest.raises(ValueError):
        centre.playing.finish(lesson, 5, 3)
    assert events(centre) == before


def test_each_of_a_group_gets_the_progress(centre: Centre, lesson: Lesson) -> None:
    people = centre.evening("Abdi", "Olena", "Rosa").people
    for person in people[:2]:
        centre.sit(person)
    centre.playing.reach(lesson, 2)
    of = len(lesson.quiz)
    centre.playing.finish(lesson, of, of)
    centre.seats.leave()
    for person, passed in zip(people, (True, True, False), strict=True):
        centre.sit(person)
        assert (lesson.id in centre.playing.progress()) is passed
        centre.seats.leave()


def test_a_group_goes_on_where_whoever_is_least_far_stopped(centre: Centre, lesson: Lesson) -> None:
    far, near = centre.evening("Far", "Near").people
    for person, page in ((far, 3), (near, 1)):
        centre.sit(person)
        centre.playing.reach(lesson, page)
        centre.seats.leave()
    centre.sit(far)
    assert centre.playing.resume_at(lesson) == 3
    centre.sit(near)
    assert centre.playing.resume_at(lesson) == 1
    assert centre.playing.progress()[lesson.id].furthest == 2


def test_one_who_never_began_keeps_the_group_at_the_start(centre: Centre, lesson: Lesson) -> None:
    far, new = centre.evening("Far", "New").people
    centre.sit(far)
    centre.playing.reach(lesson, 3)
    centre.sit(new)
    assert centre.playing.resume_at(lesson) == 0


def test_of_a_guest_nothing_is_stored(centre: Centre, lesson: Lesson) -> None:
    question = lesson.quiz[0]
    before = events(centre)
    for playing in (centre.playing, Playing(None)):
        playing.reach(lesson, 3)
        assert playing.answer(lesson, question.id, question.right)
        assert playing.finish(lesson, 3, 3)
        assert playing.progress() == {}
        assert playing.resume_at(lesson) == 0
    assert events(centre) == before
