"""Rows of a claim against those of today: nothing is lost, nothing is told twice."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.funding.claims import Claim, ClaimRow, ClaimSet
from trainer_app.domain.funding.differences import (
    changed_people,
    changed_rows,
    changed_rules,
    comparable_sets,
)
from trainer_app.domain.funding.projects import Rules

PEOPLE = ("a", "b", "c")


def row(session: str, person: str, minutes: int) -> ClaimRow:
    return ClaimRow(session, person, "participant", "present", minutes, Decimal(minutes) / 60)


def claim(rows: list[ClaimRow]) -> Claim:
    day = date(2026, 3, 3)
    return Claim(
        "c", "p", "First", day, day, datetime.combine(day, time(18)), "t", rows=tuple(rows)
    )


ROWS = st.lists(
    st.builds(row, st.sampled_from("st"), st.sampled_from(PEOPLE), st.sampled_from((60, 120))),
    unique_by=lambda one: one.key,
)
JOINED = st.sampled_from(({}, {"b": "a"}, {"b": "a", "c": "a"}, {"c": "e1"}))


@given(ROWS, ROWS, JOINED)
def test_the_claim_and_its_differences_make_today(
    then: list[ClaimRow], now: list[ClaimRow], names: dict[str, str]
) -> None:
    today = [one for one in now if one.person not in names]
    changes = changed_rows(claim(then), today, names)
    minutes = Counter[tuple[str, str]]()
    for one in then:
        minutes[one.session, names.get(one.person, one.person)] += one.minutes
    for change in changes:
        key = change.session, change.person
        minutes[key] += (change.after.minutes if change.after else 0) - (
            change.before.minutes if change.before else 0
        )
        assert change.before is None or change.before in then
        assert change.after is None or change.after in today
        assert change.before is not None or change.after is not None
    assert +minutes == Counter({one.key: one.minutes for one in today})


@given(ROWS)
def test_the_same_rows_do_not_differ(rows: list[ClaimRow]) -> None:
    assert changed_rows(claim(rows), reversed(rows), {}) == ()


@given(ROWS, JOINED)
def test_who_has_another_id_is_told_once(rows: list[ClaimRow], names: dict[str, str]) -> None:
    found = changed_people(claim(rows), names, {"e1"})
    assert {one.then for one in found} == {one.person for one in rows} & set(names)
    assert all((one.why == "erased") == (one.now == "e1") for one in found)
    assert sum(one.rows for one in found) == sum(one.person in names for one in rows)


def test_rules_that_are_others_now() -> None:
    assert changed_rules(Rules(), Rules()) == ()
    found = changed_rules(Rules(), Rules(break_minutes=15, rounding="half"))
    assert [one.rule for one in found] == ["break_minutes", "rounding"]


def test_answers_that_cannot_be_opened_are_no_difference() -> None:
    then = ClaimSet("s", "1", 3, 0, {"A": {"total": 3, "sealed": 0}, "B": {"total": 2}})
    sealed = ClaimSet("s", "1", 3, 0, {"A": {"total": 0, "sealed": 3}, "B": {"total": 1}})
    (now,), left_out = comparable_sets([then], [sealed])
    assert left_out
    assert (now.figures["A"], now.figures["B"]) == (then.figures["A"], {"total": 1})
    assert comparable_sets([then], [then]) == ((then,), False)
