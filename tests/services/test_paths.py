"""The centre's own paths, and a path laid over a course."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest
from centres import tables

from trainer_app.domain.errors import EmptyField, NotAllowed, UnknownThing
from trainer_app.domain.kinds import KINDS
from trainer_app.domain.paths import Laid, PathPart, parts_of
from trainer_app.services.paths import Paths

PARTS = (PathPart("two-steps"), PathPart("call-family", core=True))


@pytest.fixture
def paths(centre) -> Paths:
    return Paths(centre.ledger)


def test_a_path_keeps_its_order_and_its_short_forms(paths, centre) -> None:
    made = paths.add("  Four   mornings ", [*PARTS, PathPart("two-steps", core=True)])
    assert made.title == "Four mornings"
    assert paths.own() == [made]
    assert made.parts == PARTS
    centre.store.rebuild()
    changed = paths.save(replace(made, title="Five mornings", parts=PARTS[::-1]))
    assert paths.own() == [changed]
    assert paths.path(made.id).parts == PARTS[::-1]


def test_the_newest_stands_first_and_a_removed_one_comes_back(paths, clock) -> None:
    first = paths.add("One", PARTS)
    clock.forward(minutes=1)
    second = paths.add("Two", PARTS)
    assert paths.own() == [second, first]
    paths.remove(second.id)
    assert paths.own() == [first]
    with pytest.raises(UnknownThing):
        paths.save(second)
    paths.put_back(second.id)
    assert paths.own() == [second, first]


@pytest.mark.parametrize(("title", "parts", "field"), [(" ", PARTS, "path"), ("A", (), "lessons")])
def test_a_name_and_a_lesson_are_the_least(paths, title: str, parts, field: str) -> None:
    with pytest.raises(EmptyField) as told:
        paths.add(title, parts)
    assert told.value.facts["field"] == field
    assert paths.own() == []


def test_only_the_sessions_to_come_get_lessons_and_none_that_began(paths, centre, clock) -> None:
    evening = centre.evening()
    day = clock.now().date()
    later = centre.courses.add_sessions(
        evening.course.id, [day + timedelta(days=7), day + timedelta(days=14)], time(10), time(12)
    )
    centre.courses.cancel_session(later[1].id)
    past = centre.courses.add_session(
        evening.course.id, day - timedelta(days=7), time(10), time(12), lessons=["sign-in-and-out"]
    )
    assert [one.id for one in paths.ahead(evening.course.id)] == [evening.session.id, later[0].id]
    centre.attending.start_now(evening.session.id)
    assert [one.id for one in paths.ahead(evening.course.id)] == [later[0].id]
    first, second = PARTS
    laid = Laid(PARTS, ((evening.session.id, (first,)), (later[0].id, (second,))))
    paths.lay(evening.course.id, laid)
    assert parts_of(centre.courses.course(evening.course.id)) == PARTS
    assert centre.courses.session(evening.session.id).lessons == ()
    assert parts_of(centre.courses.session(later[0].id)) == (second,)
    assert centre.courses.session(past.id).lessons == ("sign-in-and-out",)
    before = centre.store.query("SELECT count(*) AS many FROM events")
    paths.lay(evening.course.id, laid)
    # What is as it should be is not written again.
    after = centre.store.query("SELECT count(*) AS many FROM events")
    assert list(before) == list(after)


def test_learners_change_nothing(paths, centre) -> None:
    made = paths.add("One", PARTS)
    course = centre.courses.add_course("Group")
    centre.door.leave_trainer()
    before = tables(centre.store)
    for change in (
        lambda: paths.add("Two", PARTS),
        lambda: paths.save(made),
        lambda: paths.remove(made.id),
        lambda: paths.put_back(made.id),
        lambda: paths.lay(course.id, Laid(PARTS)),
    ):
        with pytest.raises(NotAllowed):
            change()
    assert tables(centre.store) == before


def test_it_is_about_nobody() -> None:
    assert not KINDS["path-set"].has_subject
    assert not KINDS["path-set"].personal
