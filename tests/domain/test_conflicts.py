"""What laptops disagree on: different values that nobody replaced."""

from __future__ import annotations

from typing import Any

import pytest
from histories import histories, shuffled_with_repeats
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer_app.domain.conflicts import COMPARED, competing
from trainer_app.domain.events import EARLIEST_CLOCK, NO_HASH, Draft, Event, seal, winner
from trainer_app.domain.kinds import KINDS


def mark(number: int, status: str, replaces: tuple[str, ...] = (), **more: Any) -> Event:
    body = {"session": "s", "status": status, "late": 0, "early": 0, "role": "helper", **more}
    return seal(
        Draft("attendance-marked", body, "p", None, replaces), id=f"e{number}", device="laptop",
        seq=number, clock=EARLIEST_CLOCK + number, previous=NO_HASH, salt="00", version=1,
    )  # fmt: skip


def values(*events: Event) -> list[object]:
    return [event.words["status"] for event in competing("attendance:s:p", events)]


def test_two_values_compete_and_the_one_shown_comes_last() -> None:
    assert values(mark(2, "late"), mark(1, "present")) == ["present", "late"]
    assert values(mark(1, "present"), mark(2, "late"), mark(3, "present")) == ["late", "present"]


def test_who_agrees_does_not_compete_and_a_reason_is_no_value() -> None:
    assert values(mark(1, "present"), mark(2, "present", reason="sure")) == ["present"]
    assert values(mark(1, "present"), mark(2, "present", left_at=None)) == ["present"]
    assert values() == []


def test_an_edit_that_names_all_settles_it_and_one_that_names_some_does_not() -> None:
    first, second, third = mark(5, "present"), mark(6, "late"), mark(7, "absent")
    assert values(first, second, third, mark(1, "excused", ("e5", "e6", "e7"))) == ["excused"]
    assert values(first, second, third, mark(1, "excused", ("e5",))) == [
        "excused", "late", "absent",
    ]  # fmt: skip


def test_what_has_no_values_to_compare_is_never_in_conflict() -> None:
    assert competing("sitting:x", [mark(1, "present"), mark(2, "late")]) == []


def test_every_compared_field_is_a_field_of_that_thing() -> None:
    for thing, fields in COMPARED.items():
        kinds = [kind for kind in KINDS.values() if kind.thing.partition(":")[0] == thing]
        assert set(fields) <= {name for kind in kinds for name in kind.fields}


@pytest.mark.parametrize("thing", COMPARED)
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_order_of_hearing_changes_nothing_and_the_last_one_is_shown(
    thing: str, data: st.DataObject
) -> None:
    events = data.draw(histories(thing, max_size=5))
    found = competing(f"{thing}:x", events)
    assert competing(f"{thing}:x", data.draw(shuffled_with_repeats(events))) == found
    assert (found[-1] if found else None) == winner(events)
