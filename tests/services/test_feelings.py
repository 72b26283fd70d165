"""How it was: who is asked when, and what the log lets nobody find out."""

from __future__ import annotations

from collections import Counter

import pytest
from centres import Centre, Evening

from trainer_app.domain.errors import NotAllowed
from trainer_app.services.feelings import Feelings


@pytest.fixture
def feelings(centre: Centre) -> Feelings:
    return Feelings(centre.ledger)


@pytest.fixture
def evening(centre: Centre) -> Evening:
    """A running session, 10:00–12:00, with three learners at this laptop."""
    made = centre.evening("Amina", "Rosa", "Samir")
    centre.attending.start_now(made.session.id)
    for person in made.people:
        centre.sit(person)
    return made


def sittings(centre: Centre) -> list[str]:
    return [one.id for one in centre.seats.sittings()]


def test_nobody_is_asked_before_the_trainer_asks_and_each_only_once(
    centre: Centre, feelings: Feelings, evening: Evening
) -> None:
    assert feelings.due() == []
    feelings.ask(evening.session.id, True)
    assert feelings.is_asking(evening.session.id)
    assert feelings.due() == sittings(centre)
    feelings.is_done(feelings.due()[:1])
    assert feelings.due() == sittings(centre)[1:]
    feelings.ask(evening.session.id, False)
    assert feelings.due() == []


def test_when_the_session_ends_all_are_asked_for_a_quarter_of_an_hour(
    centre: Centre, feelings: Feelings, evening: Evening
) -> None:
    centre.attending.end_now(evening.session.id)
    assert feelings.due() == sittings(centre)
    centre.clock.forward(minutes=15)
    assert feelings.due() == sittings(centre)
    centre.clock.forward(minutes=1)
    assert feelings.due() == []


def test_who_leaves_is_asked_in_the_last_quarter_of_an_hour(
    centre: Centre, feelings: Feelings, evening: Evening
) -> None:
    amina = evening.people[0].id
    centre.clock.forward(minutes=114)
    assert feelings.due_at_leaving([amina]) == []
    centre.clock.forward(minutes=1)
    assert feelings.due_at_leaving([amina]) == sittings(centre)[:1]
    assert feelings.due() == []


def test_answers_wait_for_all_and_are_written_together_with_no_time_of_their_own(
    centre: Centre, feelings: Feelings, evening: Evening
) -> None:
    centre.clock.forward(minutes=116)
    session = evening.session.id
    for face, sitting in enumerate(sittings(centre), 1):
        feelings.give(sitting, "evening", face)
        feelings.is_done([sitting])
        centre.clock.forward(minutes=1)
        assert not feelings.can_be_handed_in
    assert feelings.answers(session)["evening"].count == 0
    centre.attending.end_now(session)
    assert feelings.can_be_handed_in
    feelings.hand_in()
    assert not feelings.has_waiting
    rows = list(centre.store.query("SELECT * FROM feelings"))
    assert {row["at"] for row in rows} == {centre.courses.session(session).started}
    events = [e for row in rows for e in centre.store.events_of(f"feeling:{row['id']}")]
    assert {event.header.subject for event in events} == {None}
    assert len({event.header.clock // 60_000 for event in events}) == 1
    assert feelings.answers(session)["evening"].faces == {1: 1, 2: 1, 3: 1}


def test_what_waits_is_not_written_beside_who_leaves_while_others_are_still_to_be_asked(
    centre: Centre, feelings: Feelings, evening: Evening
) -> None:
    first, *others = sittings(centre)
    centre.attending.end_now(evening.session.id)
    feelings.give(first, "evening", 1)
    feelings.is_done([first])
    centre.seats.leave(evening.people[0].id)
    assert not feelings.can_be_handed_in
    feelings.is_done(others)
    assert feelings.can_be_handed_in


def test_the_order_in_the_log_is_by_chance(
    centre: Centre, feelings: Feelings, evening: Evening
) -> None:
    """Twelve answers in one of their 924 orders, twice: the same one, once in a long while."""
    firsts: Counter[tuple[int, ...]] = Counter()
    for _round in range(4):
        for face in (1, 3) * 6:
            feelings.give(sittings(centre)[0], "alone", face)
        feelings.hand_in()
        rows = centre.store.query("SELECT id FROM feelings ORDER BY id DESC LIMIT 12")
        written = [
            event.words["face"]
            for row in rows
            for event in centre.store.events_of(f"feeling:{row['id']}")
        ]
        firsts[tuple(written)] += 1
    assert firsts[(1, 3) * 6] + firsts[(3, 1) * 6] < 4
    assert len(firsts) > 1


def test_too_few_answers_are_only_counted_and_none_shown_while_all_are_asked(
    centre: Centre, feelings: Feelings, evening: Evening
) -> None:
    session = evening.session.id
    for sitting in sittings(centre)[:2]:
        feelings.give(sitting, "alone", 3)
    feelings.hand_in()
    found = feelings.answers(session)["alone"]
    assert (found.count, found.faces) == (2, {})
    feelings.give(sittings(centre)[2], "alone", 2)
    feelings.hand_in()
    feelings.ask(session, True)
    found = feelings.answers(session)["alone"]
    assert (found.count, found.faces) == (3, {})
    feelings.ask(session, False)
    assert feelings.answers(session)["alone"].faces == {1: 0, 2: 1, 3: 2}


def test_what_is_no_answer_is_a_bug_and_learners_read_nothing(
    centre: Centre, feelings: Feelings, evening: Evening
) -> None:
    for question, face in (("evening", 4), ("evening", 0), ("age", 2)):
        with pytest.raises(ValueError, match="no answer"):
            feelings.give(sittings(centre)[0], question, face)  # type: ignore[arg-type]
    centre.door.leave_trainer()
    for action in (
        lambda: feelings.answers(evening.session.id),
        lambda: feelings.ask(evening.session.id, True),
    ):
        with pytest.raises(NotAllowed):
            action()
