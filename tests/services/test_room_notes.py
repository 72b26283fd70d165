"""Notes of a room are read as they were written, and anything else is refused, never a bug."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.kinds import KINDS
from trainer_app.domain.rooms import Follow, FoundRoom, LaptopState, RoomLesson, RoomState, Vote
from trainer_app.domain.votes import MOST_PEOPLE, Ballot
from trainer_app.services.room import notes
from trainer_app.services.room.notes import Answer, MalformedNote
from trainer_app.services.room.topics import BY_THING, topics_of
from trainer_app.services.room.ways import Ways
from trainer_app.store.meeting import End

words = st.text("abcé-0", max_size=8)
follows = st.builds(Follow, words, words, words)
votes = st.builds(Vote, words, words, words, words, st.booleans())
lessons = st.lists(st.builds(RoomLesson, words, st.integers(0, 99), words), max_size=3).map(tuple)
states = st.builds(
    RoomState, st.integers(0, 9), st.none() | words, st.integers(0, 9), st.booleans(),
    st.booleans(), st.none() | follows, st.none() | votes,
    st.sampled_from(["off", "set-phrases", "free-words", "paused"]), lessons,
)  # fmt: skip
tuples = st.lists(words, max_size=3).map(tuple)
selves = st.builds(
    LaptopState, st.integers(0, 9), st.none() | st.integers(0, 100), st.booleans(),
    st.integers(0, 9), st.integers(0, 9), words, st.integers(0, 9), tuples, tuples, words,
)  # fmt: skip
values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner),
)
READERS: list[Callable[[bytes], object]] = [
    notes.read_ack, notes.read_answer, notes.read_holds, notes.read_self, notes.read_state,
    notes.read_texts,
]  # fmt: skip


@given(states, selves, st.dictionaries(words, st.builds(End, st.integers(0, 9), words)))
def test_they_are_read_as_written(
    state: RoomState, mine: LaptopState, ends: dict[str, End]
) -> None:
    assert notes.read_state(notes.write_state(state)) == state
    assert notes.read_self(notes.write_self(mine)) == mine
    assert notes.read_holds(notes.write_holds(ends, ["k"])) == (ends, ("k",))
    assert notes.read_texts(notes.write_texts(mine.missing)) == mine.missing
    answer = Answer("v", "a", 3)
    assert notes.read_answer(notes.write_answer(answer)) == answer


@given(states, values, st.sampled_from(sorted(RoomState.__dataclass_fields__)))
def test_another_value_anywhere_is_read_or_refused(
    state: RoomState, value: object, name: str
) -> None:
    fields = json.loads(notes.write_state(state))
    try:
        found = notes.read_state(json.dumps({**fields, name: value}).encode())
    except MalformedNote:
        return
    assert json.loads(notes.write_state(found)).keys() == fields.keys()


@given(values, st.binary(max_size=30))
def test_anything_else_is_refused(value: object, noise: bytes) -> None:
    for read in READERS:
        for payload in (json.dumps(value).encode(), noise, b"[" * 100_000):
            try:
                read(payload)
            except MalformedNote:
                continue


def test_a_newer_program_may_say_more() -> None:
    fields = json.loads(notes.write_state(RoomState(number=4)))
    assert notes.read_state(json.dumps({**fields, "dance": True}).encode()) == RoomState(number=4)


def test_every_kind_of_event_has_its_topics() -> None:
    assert {kind.thing.partition(":")[0] for kind in KINDS.values()} == BY_THING.keys()
    assert topics_of(["hand-set", "of-a-newer-program"]) == {"hands"}


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from("ab"), st.integers(-2, 20))))
def test_each_laptop_has_one_answer_the_last_one(answers: list[tuple[str, str, int]]) -> None:
    ballot = Ballot()
    for laptop, choice, people in answers:
        ballot = ballot.with_answer(laptop, choice, people)
    last = {laptop: (choice, people) for laptop, choice, people in answers}
    assert ballot.laptops == len(last)
    expected: dict[str, int] = {}
    for choice, people in last.values():
        expected[choice] = expected.get(choice, 0) + max(1, min(people, MOST_PEOPLE))
    assert ballot.counts() == expected


OURS, OTHER = FoundRoom("h1", 1, ours=True, name="one"), FoundRoom("h2", 2, name="two")


def test_a_laptop_goes_to_its_own_centres_room_and_a_guest_wherever_the_code_fits() -> None:
    ways = Ways(lambda: 0.0)
    ways.found = (OTHER, OURS)
    found = ways.next("ours", ())
    assert found is not None
    assert (found.host, found.role, found.room) == ("h1", "ours", "one")
    assert ways.next("ours", {"one"}) is None
    assert ways.next(None, ()) is None
    ways.code, ways.guest_at = "123", ("h3", 3)
    guest = ways.next("ours", ())
    assert guest is not None
    assert (guest.host, guest.role, guest.code) == ("h3", "guest", "123")


@pytest.mark.parametrize(
    ("reason", "seconds"), [("silent", 1), ("", 2), ("not-found", 3), ("sent-away", None)]
)
def test_who_was_dropped_waits_or_does_not_come_back(reason: str, seconds: int | None) -> None:
    now = 100.0
    ways = Ways(lambda: now)
    ways.found = (OURS,)
    target = ways.next("ours", ())
    assert target is not None
    ways.went_wrong(target, reason)
    assert ways.next("ours", ()) is None
    assert ways.wait() == seconds
    now += 10_000
    assert (ways.next("ours", ()) is None) == (seconds is None)
    ways.forgive()
    assert ways.next("ours", ()) == target
