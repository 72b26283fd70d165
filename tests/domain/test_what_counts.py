"""Which events count: not those after a laptop was shut out, nor a second history of one laptop."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.counting import Link, Verdicts, judge, removed_trainers, second_uses


def chain(*hashes: str, after: str = "", first: int = 1) -> list[Link]:
    found, previous = [], after
    for seq, hash in enumerate(hashes, start=first):
        found.append(Link(hash, seq, previous))
        previous = hash
    return found


# Two histories that part after b; the second one parts once more after B.
STRAIGHT = chain(*"abcde")
FORKED = [*STRAIGHT, *chain("C", "D", after="b", first=3)]
TWICE = [*FORKED, *chain("x", after="C", first=4)]


def aside(links: Iterable[Link], **more: object) -> dict[str, str]:
    return dict(judge(links, **more).aside)  # type: ignore[arg-type]


def test_all_of_a_laptop_that_nobody_doubts_counts() -> None:
    assert judge(STRAIGHT) == Verdicts({}, [])
    assert judge([]) == Verdicts({}, [])
    assert judge([*STRAIGHT[:1], *STRAIGHT[3:]]) == Verdicts({}, [])  # a gap is no doubt


def test_what_comes_after_the_last_event_named_does_not_count() -> None:
    assert aside(STRAIGHT, last=(3, "c")) == dict.fromkeys("de", "shut-out")
    assert aside(STRAIGHT, last=(0, "")) == dict.fromkeys("abcde", "shut-out")
    assert aside(STRAIGHT, last=(9, "z")) == {}


def test_of_two_histories_the_one_that_leads_to_the_head_named_counts() -> None:
    assert aside(FORKED, last=(4, "D")) == dict.fromkeys("cde", "shut-out")
    assert aside(FORKED, last=(5, "e")) == dict.fromkeys("CD", "shut-out")


def test_before_a_gap_nobody_can_tell_so_the_fork_is_reported() -> None:
    links = [link for link in FORKED if link.hash != "d"]
    found = judge(links, last=(5, "e"))
    assert found.aside == dict.fromkeys("cCD", "forked") | {"D": "forked", "e": "forked"}
    assert found.unsettled == [("b", ("C", "c"))]


def test_neither_of_two_histories_counts_until_somebody_decides() -> None:
    found = judge(FORKED)
    assert found.aside == dict.fromkeys("cdeCD", "forked")
    assert found.unsettled == [("b", ("C", "c"))]


@pytest.mark.parametrize(
    ("counted", "left_out"), [(["c"], "CD"), (["C"], "cde"), (["c", "C"], ""), ([], "cdeCD")]
)
def test_a_settled_fork_counts_what_was_chosen(counted: list[str], left_out: str) -> None:
    found = judge(FORKED, settled={"b": counted})
    assert found.aside == dict.fromkeys(left_out, "forked")
    assert found.unsettled == []


def test_a_fork_within_a_branch_is_settled_on_its_own() -> None:
    found = judge(TWICE, settled={"b": ["C"]})
    assert found.unsettled == [("C", ("D", "x"))]
    assert found.aside == dict.fromkeys("cdeDx", "forked")
    assert aside(TWICE, settled={"b": ["C"], "C": ["x"]}) == dict.fromkeys("cdeD", "forked")


def test_two_first_events_are_a_fork_too() -> None:
    assert judge([*chain("a"), *chain("A", "B")]).unsettled == [("", ("A", "a"))]


def test_branches_that_do_not_begin_together_are_named_by_their_place() -> None:
    links = [Link("c", 3, "b"), Link("C", 3, "B")]
    assert judge(links).unsettled == [("seq-3", ("C", "c"))]
    assert aside(links, settled={"seq-3": ["C"]}) == {"c": "forked"}


def test_nothing_counts_of_a_laptop_that_joined_with_a_used_invitation() -> None:
    assert aside(STRAIGHT, second_use=True) == dict.fromkeys("abcde", "second-use")


@given(
    st.permutations(TWICE),
    st.sets(st.sampled_from(TWICE)),
    st.none() | st.sampled_from([(1, "a"), (3, "C"), (3, "c"), (4, "x"), (9, "?")]),
    st.dictionaries(st.sampled_from("bC"), st.lists(st.sampled_from("cCDx"))),
)
def test_order_and_repetition_change_no_verdict(
    links: list[Link],
    more: set[Link],
    last: tuple[int, str] | None,
    settled: dict[str, Collection[str]],
) -> None:
    found = judge(links, last=last, settled=settled)
    again = judge([*more, *sorted(links, key=lambda link: link.hash)], last=last, settled=settled)
    assert (found.aside, found.unsettled) == (again.aside, again.unsettled)
    assert set(found.aside) <= {link.hash for link in TWICE}
    if last is not None:
        assert all(link.hash in found.aside for link in TWICE if link.seq > last[0])


def test_the_first_laptop_by_clock_keeps_an_invitation() -> None:
    admissions = [("b", "i", 5, False), ("a", "i", 9, False), ("c", "j", 1, False)]
    assert second_uses(admissions) == {"a"}
    assert second_uses([]) == set()


def test_a_second_use_that_a_trainer_readmitted_counts() -> None:
    admissions = [("b", "i", 5, False), ("a", "i", 9, True), ("c", "i", 9, False)]
    assert second_uses(admissions) == {"c"}


@given(
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.sampled_from("ij"), st.integers(0, 3), st.booleans()),
        unique_by=lambda one: one[0],
    ),
    st.data(),
)
def test_each_invitation_lets_in_one_unless_a_trainer_says_more(
    admissions: list[tuple[str, str, int, bool]], data: st.DataObject
) -> None:
    out = second_uses(admissions)
    assert second_uses(data.draw(st.permutations(admissions))) == out
    for invitation in {one[1] for one in admissions}:
        users = [one for one in admissions if one[1] == invitation]
        first = min(users, key=lambda one: (one[2], one[0]))
        assert first[0] not in out
        assert out >= {one[0] for one in users if one is not first and not one[3]}


def test_of_two_who_remove_each_other_the_earlier_stands() -> None:
    removals = [("e1", "ana", "boris", ["x"]), ("e2", "boris", "ana", [])]
    assert removed_trainers(removals) == {"ana": {"x"}}


def test_what_a_removed_trainer_had_signed_by_then_still_removes() -> None:
    removals = [("e1", "ana", "boris", ["x", "e2"]), ("e2", "cem", "ana", [])]
    assert removed_trainers(removals) == {"ana": {"x", "e2"}, "cem": set()}


def test_two_who_remove_the_same_person_each_honour_what_they_knew() -> None:
    removals = [("e1", "ana", "boris", ["x"]), ("e2", "ana", "cem", ["y"])]
    assert removed_trainers(removals) == {"ana": {"x", "y"}}
