"""Learners who help each other: offered, asked, ended, and counted."""

from __future__ import annotations

import pytest
from centres import Centre, Evening

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import NotAllowed
from trainer_app.services.peer_help import PeerHelp
from trainer_app.services.reviewing import Reviewing
from trainer_app.store import helpings

NAMES = ("Able", "Stuck", "Other")


@pytest.fixture
def helping(centre: Centre, library: LessonLibrary) -> PeerHelp:
    return PeerHelp(centre.ledger, library)


@pytest.fixture
def evening(centre: Centre, helping: PeerHelp, library: LessonLibrary) -> Evening:
    """Able has passed the first lesson and offered; Stuck has a hand up in it elsewhere."""
    made = centre.evening(*NAMES)
    centre.attending.start_now(made.session.id)
    able, stuck, other = made.people
    for person, language in ((able, "ar"), (stuck, "ar"), (other, "nl")):
        centre.enrolling.speak(person.id, language)
    centre.sit(stuck)
    centre.playing.reach(library.lessons[0], 1)
    centre.seats.raise_hand(True)
    centre.seat_elsewhere()
    centre.sit(able)
    centre.playing.finish(library.lessons[0], 4, 4)
    helping.offer([able.id], True)
    return made


def look(centre: Centre, helping: PeerHelp, evening: Evening):
    session = evening.session.id
    return helping.look(session, centre.watching.board(session))


def stuck_sitting(centre: Centre, evening: Evening) -> str:
    rows = centre.watching.board(evening.session.id)
    return next(row.sitting for row in rows if row.person.name == "Stuck" and row.sitting)


def test_only_who_passed_a_lesson_in_the_session_that_runs_is_asked_to_offer(
    centre: Centre, helping: PeerHelp, library: LessonLibrary
) -> None:
    able, new, _other = (made := centre.evening(*NAMES)).people
    centre.sit(able)
    centre.playing.finish(library.lessons[0], 4, 4)
    assert helping.able() == []
    centre.attending.start_now(made.session.id)
    centre.sit(able)
    centre.sit(new)
    assert [person.name for person in helping.able()] == ["Able"]


def test_who_offered_is_suggested_with_the_reason_until_it_is_taken_back(
    centre: Centre, helping: PeerHelp, evening: Evening, library: LessonLibrary
) -> None:
    able = evening.people[0].id
    assert helping.offering() == [able]
    found = look(centre, helping, evening).suggestions[stuck_sitting(centre, evening)]
    assert [(one.person, one.lesson, one.language) for one in found] == [
        (able, library.lessons[0].id, "ar")
    ]
    helping.offer([able], False)
    assert helping.offering() == []
    assert look(centre, helping, evening).suggestions == {}


def test_a_helping_goes_on_until_the_hand_is_down_and_is_ended_by_a_press(
    centre: Centre, helping: PeerHelp, evening: Evening, library: LessonLibrary
) -> None:
    able, stuck, _other = evening.people
    sitting = stuck_sitting(centre, evening)
    lesson = library.lessons[0].id
    first = helping.begin(evening.session.id, able.id, lesson, sitting)
    assert helping.begin(evening.session.id, able.id, lesson, sitting) == first
    assert [one.id for one in helping.asked()] == [first]
    centre.clock.forward(minutes=7)
    found = look(centre, helping, evening)
    assert found.suggestions == {}
    assert found.helper_of(sitting) == able.id
    assert (found.going[able.id].minutes, found.going[able.id].eased) == (7, False)
    assert {row.person.name: row.need for row in centre.watching.board(evening.session.id)} == {
        "Stuck": "hand",
        "Able": "",
    }
    about = {"lesson": lesson, "page": 3, "pages": 7, "sitting": sitting}
    centre.seats.lower_hand(sitting, stuck.id)
    note = centre.ledger.note("page-reached", {**about, "at": centre.ledger.seconds()}, stuck.id)
    centre.ledger.write(note)
    assert look(centre, helping, evening).going[able.id].eased
    helping.end(first)
    helping.end(first)
    assert look(centre, helping, evening).going == {}
    assert helping.asked() == []
    assert [(person.id, minutes) for person, minutes in helping.helped()] == [(able.id, 7)]
    assert Reviewing(centre.ledger).person(able.id).helped == 7
    assert Reviewing(centre.ledger).person(stuck.id).helped == 0


def test_the_log_does_not_say_who_was_helped(
    centre: Centre, helping: PeerHelp, evening: Evening, library: LessonLibrary
) -> None:
    able, stuck, _other = evening.people
    sitting = stuck_sitting(centre, evening)
    id = helping.begin(evening.session.id, able.id, library.lessons[0].id, sitting)
    [event] = centre.store.events_of(f"helping:{id}")
    written = f"{event.header} {event.words}"
    assert event.header.subject == able.id
    assert stuck.id not in written
    assert sitting not in written


@pytest.mark.parametrize("how", ["stands up", "is back", "the session ends", "another starts"])
def test_helping_ends_with_the_sitting_with_the_session_or_when_she_says_so(
    how: str, centre: Centre, helping: PeerHelp, evening: Evening, library: LessonLibrary
) -> None:
    able = evening.people[0]
    helping.begin(evening.session.id, able.id, library.lessons[0].id)
    centre.clock.forward(minutes=12)
    if how == "stands up":
        centre.seats.leave(able.id)
    elif how == "is back":
        helping.done()
    else:
        centre.attending.end_now(evening.session.id)
    if how == "another starts":
        centre.attending.start_now(centre.evening().session.id)
    assert helpings.open_helpings(centre.store) == []
    centre.clock.forward(minutes=60)
    now = centre.ledger.seconds()
    assert helpings.minutes_of(centre.store, [able.id], now) == {able.id: 12}
    assert helpings.minutes_by_session(centre.store, now) == {(able.id, evening.session.id): 12}


def test_what_a_laptop_without_news_never_ended_counts_to_the_end_of_the_session(
    centre: Centre, helping: PeerHelp, evening: Evening, library: LessonLibrary
) -> None:
    able = evening.people[0]
    centre.clock.forward(minutes=10)
    centre.attending.end_now(evening.session.id)
    helping.begin(evening.session.id, able.id, library.lessons[0].id)
    centre.clock.forward(days=3)
    now = centre.ledger.seconds()
    assert helpings.minutes_of(centre.store, [able.id], now) == {}


def test_learners_see_no_board_and_start_no_helping(
    centre: Centre, helping: PeerHelp, evening: Evening, library: LessonLibrary
) -> None:
    id = helping.begin(evening.session.id, evening.people[0].id, library.lessons[0].id)
    rows = centre.watching.board(evening.session.id)
    centre.door.leave_trainer()
    for action in (
        lambda: helping.look(evening.session.id, rows),
        lambda: helping.begin(evening.session.id, evening.people[0].id, "lesson"),
        lambda: helping.end(id),
    ):
        with pytest.raises(NotAllowed):
            action()
