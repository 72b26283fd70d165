"""The evening before: lessons of a session against its hours, over two sessions, and in short."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from centres import Centre

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import NotAllowed
from trainer_app.services.preparing import Preparing

SIGN_IN, WHO_SEES_ME = "sign-in-and-out", "set-who-sees-me"


@pytest.fixture
def preparing(centre: Centre, library: LessonLibrary) -> Preparing:
    return Preparing(centre.ledger, library, centre.courses)


def plan(centre: Centre, *rows: tuple[int, list[str]]) -> list[str]:
    """A course with a session a week, each so many minutes long and with these lessons."""
    course = centre.courses.add_course("Group", place="Library")
    day = centre.clock.now().date()
    made = []
    for week, (minutes, lessons) in enumerate(rows):
        end = time(18 + minutes // 60, minutes % 60)
        session = centre.courses.add_session(
            course.id, day + timedelta(days=7 * week), time(18), end, lessons=lessons
        )
        made.append(session.id)
    return made


def test_the_minutes_are_those_of_the_plan(
    centre: Centre, preparing: Preparing, library: LessonLibrary
) -> None:
    id, then = plan(centre, (120, [SIGN_IN, WHO_SEES_ME]), (60, []))
    tonight = preparing.tonight(id, "nl")
    lessons = [library.lesson(SIGN_IN), library.lesson(WHO_SEES_ME)]
    taught = sum(slot.minutes for slot in tonight.evening.slots if slot.kind == "part")
    assert taught == sum(lesson.minutes for lesson in lessons)
    assert tonight.plans[SIGN_IN][0].id == "prepare"
    assert tonight.next is not None
    assert (tonight.next.id, tonight.place) == (then, "Library")
    assert tonight.if_late


def test_too_much_is_said_and_a_lesson_is_taught_in_short(
    centre: Centre, preparing: Preparing
) -> None:
    (id,) = plan(centre, (60, [SIGN_IN, WHO_SEES_ME]))
    tonight = preparing.tonight(id, "en")
    assert tonight.evening.over > 0
    (saving, *_rest) = tonight.to_fit
    assert saving.what == "short"
    preparing.teach_in_short(id, saving.lesson)
    assert centre.courses.session(id).core == (saving.lesson,)
    shorter = preparing.tonight(id, "en")
    assert tonight.evening.length - shorter.evening.length == saving.minutes
    preparing.teach_in_short(id, saving.lesson, short=False)
    assert preparing.tonight(id, "en").evening == tonight.evening


def test_what_is_not_here_takes_no_time_and_is_named(centre: Centre, preparing: Preparing) -> None:
    (id,) = plan(centre, (60, ["of-another-laptop", SIGN_IN]))
    tonight = preparing.tonight(id, "en")
    assert tonight.unknown == ("of-another-laptop",)
    assert [one.lesson for one in tonight.evening.lessons] == [SIGN_IN]


def test_a_lesson_goes_on_where_the_session_before_stopped(
    centre: Centre, preparing: Preparing, library: LessonLibrary
) -> None:
    first, second, again = plan(
        centre, (40, [WHO_SEES_ME]), (60, [WHO_SEES_ME]), (120, [WHO_SEES_ME])
    )
    begun, rest = (preparing.tonight(id, "en").evening for id in (first, second))
    assert begun.over == rest.over == 0
    minutes = [sum(slot.minutes for slot in one.slots[1:]) for one in (begun, rest)]
    assert sum(minutes) == library.lesson(WHO_SEES_ME).minutes
    # What was taught whole and stands there once more is repeated.
    whole = preparing.tonight(again, "en").evening
    assert sum(slot.minutes for slot in whole.slots if slot.kind == "part") == sum(minutes)


def test_a_session_called_off_is_neither_before_nor_next(
    centre: Centre, preparing: Preparing
) -> None:
    first, second = plan(centre, (40, [WHO_SEES_ME]), (60, [WHO_SEES_ME]))
    centre.courses.cancel_session(first)
    assert preparing.tonight(second, "en").evening.lessons[0].done == 0
    assert preparing.tonight(first, "en").evening.lessons[0].goes_on is False


def test_only_a_trainer_plans(centre: Centre, preparing: Preparing) -> None:
    (id,) = plan(centre, (60, [SIGN_IN]))
    centre.door.leave_trainer()
    for act in (
        lambda: preparing.teach_in_short(id, SIGN_IN),
        lambda: preparing.people(centre.courses.session(id).course),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_an_hour_is_that_of_its_day(centre: Centre, preparing: Preparing) -> None:
    moment = preparing.moment(centre.clock.now().date(), time(18, 30))
    assert moment.utcoffset() == timedelta(hours=1)
