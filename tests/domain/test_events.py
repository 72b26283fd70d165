"""Events: sealing, the chain, erasing a body, and which value stands."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from histories import clocks, histories, shuffled_with_repeats
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.errors import MalformedEvent
from trainer_app.domain.events import (
    EARLIEST_CLOCK,
    LATEST_CLOCK,
    NO_HASH,
    Draft,
    Event,
    canonical,
    check_sealed,
    hash_body,
    seal,
    standing,
    winner,
)

SALT = "00" * 16


def event(id: str, clock: int, replaces: tuple[str, ...] = (), device: str = "a") -> Event:
    draft = Draft("centre-named", {"name": id}, replaces=replaces)
    return seal(
        draft, id=id, device=device, seq=1, clock=clock, previous=NO_HASH, salt=SALT, version=1
    )


def test_canonical_json_is_one_spelling_of_a_value() -> None:
    assert (
        canonical({"b": [1, None, True], "a": "Олена é"})
        == '{"a":"Олена é","b":[1,null,true]}'.encode()
    )
    assert canonical({"x": 1, "y": 2}) == canonical({"y": 2, "x": 1})
    with pytest.raises(ValueError):
        canonical(float("nan"))


def test_a_header_hash_is_the_sha_256_of_its_canonical_json() -> None:
    header = event("one", EARLIEST_CLOCK).header
    spelled = (
        '{"body_hash":"' + header.body_hash + '","by":null,"clock":1577836800000,"device":"a",'
        '"id":"one","kind":"centre-named","previous":"' + NO_HASH + '","replaces":[],"seq":1,'
        '"subject":null,"version":1}'
    )
    assert header.hash() == hashlib.sha256(spelled.encode()).hexdigest()


def test_the_body_hash_is_that_of_salt_and_body() -> None:
    expected = hashlib.sha256(bytes(16) + b'{"name":"one"}').hexdigest()
    assert (
        event("one", EARLIEST_CLOCK).header.body_hash
        == expected
        == hash_body(SALT, {"name": "one"})
    )


@pytest.mark.parametrize(
    "change", [{"clock": EARLIEST_CLOCK + 1}, {"by": "x"}, {"replaces": ("y",)}]
)
def test_any_change_of_a_header_changes_its_hash(change: dict[str, object]) -> None:
    header = event("one", EARLIEST_CLOCK).header
    assert replace(header, **change).hash() != header.hash()  # type: ignore[arg-type]


def test_the_order_in_which_replaced_events_are_named_does_not_matter() -> None:
    one, other = (event("one", EARLIEST_CLOCK, names) for names in (("x", "y"), ("y", "x")))
    assert one.header.hash() == other.header.hash()


def test_an_erased_body_leaves_a_header_that_still_verifies() -> None:
    whole = event("one", EARLIEST_CLOCK)
    erased = replace(whole, body=None, salt=None)
    check_sealed(erased)
    assert erased.header.hash() == whole.header.hash()
    assert dict(erased.words) == {}
    assert winner([erased]) is None


@pytest.mark.parametrize(
    ("spoiled", "field"),
    [
        (replace(event("one", EARLIEST_CLOCK), body={"name": "other"}), "body_hash"),
        (replace(event("one", EARLIEST_CLOCK), salt="11" * 16), "body_hash"),
        (replace(event("one", EARLIEST_CLOCK), salt=None), "body_hash"),
        (replace(event("one", EARLIEST_CLOCK), salt="no hex"), "body_hash"),
        (event("one", EARLIEST_CLOCK - 1), "clock"),
        (event("one", LATEST_CLOCK), "clock"),
    ],
)
def test_what_was_tampered_with_or_cannot_be_is_malformed(spoiled: Event, field: str) -> None:
    with pytest.raises(MalformedEvent) as told:
        check_sealed(spoiled)
    assert told.value.facts["field"] == field


def test_a_sequence_starts_at_one() -> None:
    whole = event("one", EARLIEST_CLOCK)
    with pytest.raises(MalformedEvent):
        check_sealed(replace(whole, header=replace(whole.header, seq=0)))


@given(clocks, clocks)
def test_an_informed_edit_wins_whatever_the_clocks_say(first: int, second: int) -> None:
    old = event("old", first, device="b")
    new = event("new", second, replaces=("old",))
    assert winner([old, new]) == winner([new, old]) == new
    assert standing([old, new]) == [new]


@given(clocks, st.data())
def test_settling_a_conflict_replaces_all_of_it(clock: int, data: st.DataObject) -> None:
    sides = [event(f"side-{n}", data.draw(clocks), device=f"d{n}") for n in range(3)]
    assert len(standing(sides)) == 3
    settled = event("settled", clock, tuple(side.id for side in sides))
    assert standing([settled, *sides]) == [settled]


def test_values_that_nobody_replaced_compete_by_clock_then_device_then_id() -> None:
    low, high = EARLIEST_CLOCK, EARLIEST_CLOCK + 1
    order = [
        event("z", low),
        event("a", low, device="b"),
        event("b", low, device="b"),
        event("a0", high),
    ]
    assert standing(reversed(order)) == order
    assert winner(order) == order[-1]


def test_what_an_edit_undid_does_not_come_back_when_the_edit_is_edited() -> None:
    chain = [
        event("one", EARLIEST_CLOCK + 9),
        event("two", EARLIEST_CLOCK + 5, ("one",)),
        event("three", EARLIEST_CLOCK, ("two",)),
    ]
    assert winner(chain) == chain[2]
    assert winner([chain[0], chain[2]]) == chain[0]  # until "two" arrives nobody can know


@given(histories("attendance"), st.data())
def test_order_and_repetition_change_neither_what_stands_nor_who_wins(
    events: list[Event], data: st.DataObject
) -> None:
    again = data.draw(shuffled_with_repeats(events))
    assert standing(again) == standing(events)
    assert winner(again) == winner(events)


def test_nothing_stands_where_nothing_happened() -> None:
    assert standing([]) == []
    assert winner([]) is None


def test_an_event_cannot_be_hidden_behind_another_of_the_same_id() -> None:
    said = event("one", EARLIEST_CLOCK)
    others = [event("one", EARLIEST_CLOCK, device=device) for device in "bcdef"]
    assert all(said in standing([said, other]) for other in others)
    assert standing([*others, said, *others]) == standing([said, *reversed(others)])


def test_what_a_trainer_signed_stays_replaced_however_often_it_is_written() -> None:
    def signed(id: str, signature: str, replaces: tuple[str, ...] = ()) -> Event:
        return replace(event(id, EARLIEST_CLOCK, replaces), body={"signature": signature})

    said, repeated, answer = signed("a", "x"), signed("b", "x"), signed("c", "y", ("a",))
    assert standing([said, repeated]) == [said, repeated]
    assert standing([repeated, answer, said]) == [answer]
