"""While learners work, nothing that is a trainer's can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

import pytest
from centres import PASSPHRASE, Centre, Evening, tables

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import NotAllowed
from trainer_app.services.inventing import Inventing, Size
from trainer_app.services.reporting import Scope

TEN, NOON, DAY = time(10), time(12), date(2026, 12, 1)


@dataclass(frozen=True)
class Workshop:
    """A session that runs, with a person at this laptop and a mark to undo."""

    centre: Centre
    evening: Evening
    sitting: str


Call = Callable[[Workshop], object]

TRAINERS_ONLY: dict[str, Call] = {
    "start_now": lambda w: w.centre.attending.start_now(w.evening.session.id),
    "end_now": lambda w: w.centre.attending.end_now(w.evening.session.id),
    "reopen": lambda w: w.centre.attending.reopen(w.evening.session.id),
    "set_times": lambda w: w.centre.attending.set_times(w.evening.session.id, TEN, NOON, "why"),
    "mark": lambda w: w.centre.attending.mark(
        w.evening.session.id, w.evening.people[0].id, Status.PRESENT
    ),
    "mark_late_now": lambda w: w.centre.attending.mark_late_now(
        w.evening.session.id, w.evening.people[0].id
    ),
    "mark_left_now": lambda w: w.centre.attending.mark_left_now(
        w.evening.session.id, w.evening.people[0].id
    ),
    "undo": lambda w: w.centre.attending.undo(),
    "history": lambda w: w.centre.attending.history(w.evening.session.id, w.evening.people[0].id),
    "change_headcount": lambda w: w.centre.attending.change_headcount(w.evening.session.id, 1),
    "ask_to_listen": lambda w: w.centre.attending.ask_to_listen(w.evening.session.id, True),
    "add_course": lambda w: w.centre.courses.add_course("Another"),
    "save_course": lambda w: w.centre.courses.save_course(w.evening.course),
    "add_session": lambda w: w.centre.courses.add_session(w.evening.course.id, DAY, TEN, NOON),
    "add_sessions": lambda w: w.centre.courses.add_sessions(w.evening.course.id, [DAY], TEN, NOON),
    "save_session": lambda w: w.centre.courses.save_session(w.evening.session),
    "cancel_session": lambda w: w.centre.courses.cancel_session(w.evening.session.id),
    "save_person": lambda w: w.centre.enrolling.save_person(w.evening.people[0]),
    "enrol": lambda w: w.centre.enrolling.enrol(w.evening.people[0].id, w.evening.course.id, False),
    "bring_in": lambda w: w.centre.enrolling.bring_in([], w.evening.course.id),
    "give_pictures": lambda w: w.centre.seats.give_pictures(w.evening.people[0].id),
    "lower_hand": lambda w: w.centre.seats.lower_hand(w.sitting, w.evening.people[0].id),
    "move": lambda w: w.centre.seats.move(w.sitting, w.evening.people[1].id),
    "void": lambda w: w.centre.seats.void(w.sitting, w.evening.people[0].id),
    "attendance": lambda w: w.centre.reporting.attendance(Scope()),
    "fill": lambda w: Inventing(w.centre.ledger, []).fill(Size(2, 1)),
}


@pytest.mark.parametrize("call", TRAINERS_ONLY)
def test_only_a_trainer_may(centre: Centre, call: str) -> None:
    evening = centre.evening("Abdi", "Olena")
    centre.attending.start_now(evening.session.id)
    sitting = centre.sit(evening.people[0])
    centre.attending.mark(evening.session.id, evening.people[0].id, Status.LATE, late=3)
    workshop = Workshop(centre, evening, sitting)
    centre.door.leave_trainer()
    before = tables(centre.store)
    with pytest.raises(NotAllowed):
        TRAINERS_ONLY[call](workshop)
    assert tables(centre.store) == before
    centre.door.unlock(centre.slot, PASSPHRASE)
    TRAINERS_ONLY[call](workshop)  # the same call is a trainer's to make


def test_learners_can_do_all_that_is_theirs(centre: Centre, library: LessonLibrary) -> None:
    evening = centre.evening("Abdi", "Olena")
    centre.attending.start_now(evening.session.id)
    centre.door.leave_trainer()
    assert centre.door.is_open
    assert not centre.door.trainer_inside
    lesson = library.lessons[0]
    new = centre.enrolling.add_person("New", course_id=evening.course.id)
    centre.sit(new)
    centre.enrolling.speak(new.id, "so")
    centre.enrolling.hide(new.id, True)
    centre.playing.reach(lesson, 1)
    centre.playing.answer(lesson, lesson.quiz[0].id, lesson.quiz[0].right)
    centre.playing.finish(lesson, 3, 3)
    centre.seats.raise_hand(True)
    assert [person.name for person in centre.seats.faces()] == ["Abdi", "Olena"]
    assert not centre.attending.everyone_listens(evening.session.id)
    centre.seats.leave()


def test_nothing_goes_through_a_locked_door(centre: Centre) -> None:
    evening = centre.evening("Abdi")
    services = (centre.attending, centre.enrolling, centre.seats)
    centre.door.lock()
    attending, enrolling, seats = services
    for call in (
        lambda: centre.door.ledger,
        lambda: attending.marks(evening.session.id),
        lambda: enrolling.people(),
        lambda: enrolling.add_person("Late"),
        lambda: seats.faces(),
    ):
        with pytest.raises(NotAllowed):
            call()
