"""From events to rows: any order and any repetition give the same row."""

from __future__ import annotations

from typing import Any

import pytest
from histories import FIXED, PEOPLE, histories, shuffled_with_repeats
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer_app.domain.events import EARLIEST_CLOCK, NO_HASH, Draft, Event, seal
from trainer_app.domain.fields import LARGEST
from trainer_app.domain.folding import FOLDS, Row, key_of
from trainer_app.domain.kinds import KINDS

_log: list[None] = []


def event(
    kind: str,
    body: dict[str, Any],
    subject: str | None = PEOPLE[0],
    replaces: tuple[str, ...] = (),
    at: int = 0,
    device: str = "laptop-a",
) -> Event:
    _log.append(None)
    number = len(_log)
    return seal(
        Draft(kind, body, subject, None, replaces), id=f"{number:05}", device=device, seq=number,
        clock=EARLIEST_CLOCK + at, previous=NO_HASH, salt="00" * 16, version=1,
    )  # fmt: skip


def fold(*events: Event) -> Row:
    header = events[0].header
    thing = KINDS[header.kind].thing_of(events[0].words, header.subject)
    row = FOLDS[thing.partition(":")[0]][1](events)
    assert row is not None
    return row


# There are many things, and all are folded by the same few rules: fifteen each in the short run.
SOME = settings().max_examples // 2


@pytest.mark.parametrize("thing", FOLDS)
# A project has many fields, and a busy machine draws them slowly.
@settings(max_examples=SOME, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_order_and_any_repetition_give_the_same_row(thing: str, data: st.DataObject) -> None:
    events = data.draw(histories(thing))
    rows = [FOLDS[thing][1](data.draw(shuffled_with_repeats(events))) for _ in range(2)]
    assert rows[0] == rows[1] == FOLDS[thing][1](events)


@pytest.mark.parametrize("thing", FOLDS)
@settings(max_examples=SOME)
@given(data=st.data())
def test_a_row_holds_what_a_table_can_hold_and_its_key_names_its_thing(
    thing: str, data: st.DataObject
) -> None:
    events = data.draw(histories(thing, max_size=3))
    row = FOLDS[thing][1](events)
    if row is None:
        return
    assert all(value is None or type(value) in (int, str) for value in row.values())
    header = events[0].header
    name = KINDS[header.kind].thing_of(events[0].words, header.subject)
    assert key_of(name) in row.values()


@pytest.mark.parametrize("thing", FOLDS)
def test_nothing_happened_shows_nothing(thing: str) -> None:
    assert FOLDS[thing][1]([]) is None


def mark(status: str | None, replaces: tuple[str, ...] = (), **changes: Any) -> Event:
    body = {"session": "s", "status": status, "late": 0, "early": 0, "role": "participant"}
    at = changes.pop("at", 0)
    return event("attendance-marked", {**body, **changes}, replaces=replaces, at=at)


def test_marks_that_differ_are_a_conflict_and_marks_that_agree_are_none() -> None:
    assert fold(mark("present"), mark("absent", at=1))["marks"] == 2
    assert fold(mark("present"), mark("absent", at=1))["status"] == "absent"
    assert fold(mark("present"), mark("present", reason="sure", at=1))["marks"] == 1
    assert fold(mark("late", late=5), mark("late", late=6))["marks"] == 2


def test_a_mark_that_was_taken_away_shows_nothing() -> None:
    first = mark("present", at=5)
    assert FOLDS["attendance"][1]([first, mark(None, (first.id,))]) is None


def test_counts_of_two_laptops_add_up_and_never_fall_below_nobody() -> None:
    def count(delta: int) -> Event:
        return event("headcount-changed", {"session": "s", "delta": delta}, None)

    assert fold(count(2), count(1), count(-1)) == {"session": "s", "count": 2}
    assert fold(count(1), count(-3))["count"] == 0


def test_no_count_grows_beyond_what_a_table_holds() -> None:
    many = [event("headcount-changed", {"session": "s", "delta": LARGEST}, None) for _ in "12345"]
    assert fold(*many)["count"] == LARGEST


def test_a_sitting_belongs_to_whom_it_was_moved_to_and_voiding_can_be_taken_back() -> None:
    began = event("sitting-began", {"sitting": "x", "session": None, "at": 100})
    ended = event("sitting-ended", {"sitting": "x", "at": 160}, at=1)
    moved = event("sitting-moved", {"sitting": "x"}, PEOPLE[1], at=2)
    void = event("sitting-voided", {"sitting": "x", "void": True}, at=3)
    back = event("sitting-voided", {"sitting": "x", "void": False}, replaces=(void.id,))
    assert fold(began) == {
        "id": "x", "person": PEOPLE[0], "device": "laptop-a", "session": None, "began": 100,
        "ended": None, "void": 0,
    }  # fmt: skip
    assert fold(began, ended)["ended"] == 160
    assert fold(began, ended, moved)["person"] == PEOPLE[1]
    assert fold(began, void)["void"] == 1
    assert fold(began, void, back)["void"] == 0
    assert FOLDS["sitting"][1]([ended, moved, void]) is None


def work(kind: str, at: int, **body: Any) -> Event:
    place = {"sitting": FIXED["sitting"], "lesson": FIXED["lesson"], "at": at}
    return event(kind, {**place, **body}, at=at)


def test_work_keeps_how_far_how_well_and_where() -> None:
    row = fold(
        work("page-reached", 1, page=1, pages=4),
        work("page-reached", 2, page=5, pages=4),
        work("page-reached", 3, page=2, pages=4),
        work("quiz-finished", 4, version=1, right=3, of=3),
        work("quiz-finished", 5, version=2, right=1, of=4),
    )
    assert (row["page"], row["furthest"], row["pages"]) == (2, 5, 4)
    assert (row["best_right"], row["best_of"], row["finished"]) == (3, 3, 2)
    assert (row["passed"], row["last_at"]) == (1, 5)


@pytest.mark.parametrize(("right", "of", "passed"), [(3, 5, 1), (2, 4, 0), (0, 0, 0), (5, 5, 1)])
def test_three_in_five_pass(right: int, of: int, passed: int) -> None:
    assert fold(work("quiz-finished", 1, version=1, right=right, of=of))["passed"] == passed


def played(at: int, *goals: str, of: int = 2, alone: bool = False) -> Event:
    counts = {"version": 1, "of": of, "tries": 3, "hints": 0, "minutes": 2}
    done = len(goals) == of
    return work("practice-played", at, goals=list(goals), done=done, alone=alone, **counts)


def test_a_quiz_with_a_practice_passes_together_with_it() -> None:
    quiz = work("quiz-finished", 1, version=1, right=3, of=3, practice=True)
    begun, done = played(2, "one/a"), played(3, "one/a", "one/b")
    assert fold(quiz)["passed"] == fold(quiz, begun)["passed"] == fold(begun, done)["passed"] == 0
    row = fold(quiz, begun, done)
    assert (row["passed"], row["quiz_passed"], row["practised"]) == (1, 1, 1)
    wrong = work("quiz-finished", 4, version=1, right=1, of=3, practice=True)
    assert fold(wrong, done)["passed"] == 0


def test_a_practice_that_comes_later_revokes_nothing() -> None:
    before = work("quiz-finished", 1, version=1, right=3, of=3)
    said = work("quiz-finished", 2, version=1, right=3, of=3, practice=False)
    later = work("quiz-finished", 3, version=2, right=0, of=3, practice=True)
    for quiz in (before, said):
        assert fold(quiz, later, played(4, "one/a"))["passed"] == 1


def test_a_lesson_of_a_practice_alone_passes_by_it() -> None:
    assert fold(played(1, "one/a", alone=True))["passed"] == 0
    assert fold(played(1, "one/a", "one/b", alone=True))["passed"] == 1
    assert fold(played(1, "one/a", "one/b", alone=True), played(2))["passed"] == 1


def test_the_best_play_of_a_practice_counts() -> None:
    row = fold(played(1, "one/a", "one/b", of=3), played(2, "one/a", of=3), played(3, of=4))
    assert (row["goals_met"], row["goals"], row["practised"], row["last_at"]) == (2, 3, 0, 3)


@pytest.mark.parametrize(
    ("answers", "wrong"), [("", 0), ("w", 1), ("www", 3), ("wwr", 0), ("wrww", 2), ("rrr", 0)]
)
def test_wrong_in_a_row_is_counted_from_the_last_answer_back(answers: str, wrong: int) -> None:
    tries = [
        work("question-answered", at, question="q", choice="c", right=letter == "r")
        for at, letter in enumerate(answers)
    ]
    page = work("page-reached", 99, page=1, pages=2)
    assert fold(page, *tries)["wrong_in_a_row"] == wrong


def test_lists_and_flags_become_what_a_table_holds() -> None:
    body = {"course": "c", "title": "T", "lessons": ["a", "b"], "place": None}
    assert fold(event("course-set", body, None)) == {
        "id": "c", "title": "T", "lessons": "a\nb", "place": None,
    }  # fmt: skip
    on = event("listening-set", {"session": "s", "on": True}, None)
    assert fold(on) == {"session": "s", "on": 1}


def test_a_reason_for_other_times_stays_in_the_log() -> None:
    times = {"session": "s", "started": 60, "ended": 120, "reason": "the clock was wrong"}
    assert fold(event("session-times-set", times, None)) == {
        "session": "s", "started": 60, "ended": 120,
    }  # fmt: skip
