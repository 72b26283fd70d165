"""What guests did while the centre was locked becomes theirs, and nobody else's."""

from __future__ import annotations

import pytest
from centres import Centre, Clock

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.practice.playing import Result
from trainer_app.services.attending import Attending
from trainer_app.services.playing import Playing
from trainer_app.services.room.guest_work import GuestWork
from trainer_app.services.sitting import Seats


@pytest.fixture
def work(clock: Clock) -> GuestWork:
    return GuestWork(clock.now)


def play(work: GuestWork, library: LessonLibrary, clock: Clock) -> None:
    """A whole lesson in ten minutes."""
    lesson, playing = library.lessons[0], Playing(None, work)
    for page in range(len(lesson.steps)):
        clock.forward(minutes=1)
        playing.reach(lesson, page)
    right = [playing.answer(lesson, one.id, one.right) for one in lesson.quiz]
    playing.finish(lesson, sum(right), len(lesson.quiz))


def test_a_guests_lesson_becomes_hers(
    work: GuestWork, centre: Centre, library: LessonLibrary, clock: Clock
) -> None:
    evening = centre.evening("Amina", "Bo")
    amina, bo = evening.people
    Attending(centre.ledger).start_now(evening.session.id)
    work.begin()
    began = int(clock.now().timestamp())
    play(work, library, clock)
    clock.forward(minutes=20)
    [stretch] = work.stretches()
    lesson = library.lessons[0]
    assert stretch.lessons == (lesson.id,)
    work.keep(centre.ledger, stretch, amina.id, evening.session.id)
    centre.sit(amina)
    progress = centre.playing.progress()[lesson.id]
    assert progress.passed
    assert progress.last_at == stretch.ended
    now, past = centre.seats.history(amina.id)
    assert (past.began, past.ended, past.session) == (began, stretch.ended, evening.session.id)
    assert now.ended is None
    # Somebody who learned with her keeps it too; nobody twice.
    work.keep(centre.ledger, stretch, bo.id, evening.session.id)
    work.keep(centre.ledger, stretch, bo.id, evening.session.id)
    assert len(centre.seats.history(bo.id)) == 1
    work.drop(stretch)
    assert work.stretches() == []


def test_nothing_is_noted_before_somebody_sits_down_and_nothing_empty_is_offered(
    work: GuestWork, library: LessonLibrary, clock: Clock
) -> None:
    play(work, library, clock)
    assert work.stretches() == []
    work.begin()
    assert work.stretches() == []
    play(work, library, clock)
    work.begin()
    work.begin()
    play(work, library, clock)
    assert len(work.stretches()) == 2


def test_a_clock_that_was_put_right_meanwhile_moves_nothing_into_the_future(
    work: GuestWork, centre: Centre, library: LessonLibrary, clock: Clock
) -> None:
    evening = centre.evening("Amina")
    [amina] = evening.people
    clock.forward(days=400)
    work.begin()
    play(work, library, clock)
    clock.forward(days=-400)
    [stretch] = work.stretches()
    work.keep(centre.ledger, stretch, amina.id, evening.session.id)
    now = int(clock.now().timestamp())
    [sitting] = centre.seats.history(amina.id)
    assert sitting.began <= sitting.ended <= now  # type: ignore[operator]
    rows = centre.store.query("SELECT last_at FROM work")
    assert {row["last_at"] <= now for row in rows} == {True}


def test_work_of_another_day_is_in_no_session_of_today(
    work: GuestWork, centre: Centre, library: LessonLibrary, clock: Clock
) -> None:
    evening = centre.evening("Amina")
    work.begin()
    play(work, library, clock)
    clock.forward(days=1)
    work.keep(centre.ledger, work.stretches()[0], evening.people[0].id, evening.session.id)
    assert centre.seats.history(evening.people[0].id)[0].session is None


def test_a_practice_is_noted_without_what_was_typed(
    work: GuestWork, centre: Centre, library: LessonLibrary
) -> None:
    from trainer_app import places
    from trainer_app.services.practising import Practising

    lessons = LessonLibrary(places.lessons())
    lesson = lessons.lesson("sign-in-and-out")
    scenario = lessons.practice(lesson.id, "en").scenario
    practising = Practising(None, work)
    work.begin()
    assert practising.begin(lesson, scenario) == ()
    done = Result(goals=(), of=scenario.goals, tries=2, hints=1, minutes=3)
    practising.reach(lesson, scenario, done)
    [stretch] = work.stretches()
    assert {deed.kind for deed in stretch.deeds} == {"practice-played"}
    [person] = centre.evening("Amina").people
    work.keep(centre.ledger, stretch, person.id, None)
    assert Seats(centre.ledger).history(person.id)[0].session is None


def test_hours_of_pressing_on_take_no_more_memory(work: GuestWork, library: LessonLibrary) -> None:
    work.begin()
    playing = Playing(None, work)
    for _ in range(3000):
        playing.reach(library.lessons[0], 0)
    assert len(work.stretches()[0].deeds) == 2000
