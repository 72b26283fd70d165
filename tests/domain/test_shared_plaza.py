"""The wall that a room shares: whatever laptops do, it keeps its rules and is the same for all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.rooms import PlazaMode
from trainer_app.domain.shared_plaza import (
    MOST_COMMENTS,
    MOST_IN_A_MINUTE,
    MOST_POSTS,
    PlazaRefused,
    SharedPlaza,
)
from trainer_app.domain.wall_acts import MOST_LETTERS, WallAct, WallThings, may_be_words

THINGS = WallThings(("amina", "omar", "rosa"), ("hello", "thanks"), ("sun",), ("bread",))
MODES: tuple[PlazaMode, ...] = ("off", "set-phrases", "free-words", "paused")
OFTEN = 7
"""Seconds between two acts of one laptop, so that nobody is too quick."""


def numbered(wall: SharedPlaza, act: WallAct, at: int = 0) -> WallAct:
    return WallAct(
        act.kind, act.who, act.of, act.picture, act.phrase, act.sticker, act.words, act.whom,
        wall.last + 1, at or OFTEN * (wall.last + 1),
    )  # fmt: skip


def tried(wall: SharedPlaza, act: WallAct, mode: PlazaMode = "free-words", at: int = 0) -> str:
    return wall.refusal(numbered(wall, act, at), mode, THINGS)


def done(wall: SharedPlaza, *acts: WallAct, mode: PlazaMode = "free-words") -> SharedPlaza:
    for act in acts:
        wall = wall.after(numbered(wall, act), mode, THINGS)
    return wall


people = st.sampled_from(("", *THINGS.people, "nobody"))
acts = st.builds(
    WallAct,
    kind=st.sampled_from(
        (
            "post",
            "comment",
            "like",
            "unlike",
            "take-back",
            "take-down",
            "set-phrases",
            "words-again",
        )
    ),
    who=people,
    of=st.integers(0, 12),
    picture=st.sampled_from(("", "", "bread", "unknown")),
    phrase=st.sampled_from(("", "hello", "unknown")),
    sticker=st.sampled_from(("", "", "sun")),
    words=st.sampled_from(("", "", "Good day", "x" * 201, "line\nbreak")),
    whom=st.sampled_from(("", "", "amina", "omar")),
)
evenings = st.lists(st.tuples(acts, st.sampled_from(MODES)), max_size=60)


@given(evenings)
def test_who_comes_late_sees_the_same_as_who_was_there(
    evening: list[tuple[WallAct, PlazaMode]],
) -> None:
    host = follower = SharedPlaza()
    let_through: list[WallAct] = []
    for act, mode in evening:
        act = numbered(host, act)
        try:
            host = host.after(act, mode, THINGS)
        except PlazaRefused:
            continue
        let_through.append(act)
        follower = follower.with_act(act).with_act(act)
    late = SharedPlaza.of(host.acts, host.last)
    assert follower == host == late
    assert follower.posts == host.posts == late.posts
    again = SharedPlaza()
    for act in let_through:
        again = again.with_act(act)
    assert again == host


@given(evenings)
def test_what_stands_keeps_every_rule(evening: list[tuple[WallAct, PlazaMode]]) -> None:
    wall = SharedPlaza()
    for act, mode in evening:
        before = wall
        act = numbered(wall, act)
        try:
            wall = wall.after(act, mode, THINGS)
        except PlazaRefused:
            continue
        if act.who:
            assert mode in ("set-phrases", "free-words")
        if act.words:
            assert mode == "free-words"
            assert act.who not in before.held_back
        if act.kind == "take-back":
            assert before.author(act.of) == act.who
    for post in wall.posts:
        assert post.who in THINGS.people
        assert len(post.likes) == len(set(post.likes))
        assert len(post.words) <= MOST_LETTERS
        assert post.picture or post.phrase or post.sticker or post.words


@given(evenings, st.integers(1, 60))
def test_what_is_taken_down_is_gone_with_all_that_stood_under_it(
    evening: list[tuple[WallAct, PlazaMode]], number: int
) -> None:
    wall = SharedPlaza()
    for act, mode in evening:
        try:
            wall = wall.after(numbered(wall, act), mode, THINGS)
        except PlazaRefused:
            continue
    if tried(wall, WallAct("take-down", of=number)):
        assert wall.author(number) is None
        return
    wall = done(wall, WallAct("take-down", of=number), mode="paused")
    assert all(number not in (act.number, act.of) for act in wall.acts)


def test_a_laptop_that_is_too_quick_is_slowed_down_alone() -> None:
    wall = SharedPlaza()
    for _ in range(MOST_IN_A_MINUTE):
        act = numbered(wall, WallAct("post", "amina", phrase="hello"), at=100)
        wall = wall.after(act, "set-phrases", THINGS)
    assert tried(wall, WallAct("post", "amina", phrase="hello"), at=159) == "too-many"
    assert tried(wall, WallAct("like", "amina", of=1), at=159) == "too-many"
    assert tried(wall, WallAct("post", "omar", phrase="hello"), at=159) == ""
    assert tried(wall, WallAct("post", "amina", phrase="hello"), at=160) == ""


def test_words_only_where_the_trainer_allows_them() -> None:
    wall = done(SharedPlaza(), WallAct("post", "amina", words="Good day"))
    assert tried(wall, WallAct("post", "omar", words="Hi"), "set-phrases") == "words"
    wall = done(wall, WallAct("set-phrases", whom="amina"))
    assert tried(wall, WallAct("comment", "amina", of=1, words="Hi")) == "words"
    assert tried(wall, WallAct("comment", "amina", of=1, phrase="hello")) == ""
    assert tried(wall, WallAct("post", "omar", words="Hi")) == ""
    wall = done(wall, WallAct("words-again", whom="amina"))
    assert tried(wall, WallAct("post", "amina", words="Hi")) == ""
    assert tried(wall, WallAct("post", "amina", words="x" * (MOST_LETTERS + 1))) == "too-long"


def test_paused_it_stands_still_but_for_the_trainer() -> None:
    wall = done(SharedPlaza(), WallAct("post", "amina", sticker="sun"))
    for act in (
        WallAct("post", "omar", phrase="hello"),
        WallAct("like", "omar", of=1),
        WallAct("take-back", "amina", of=1),
    ):
        assert tried(wall, act, "paused") == "paused"
    assert tried(wall, WallAct("take-down", of=1), "paused") == ""


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (WallAct("take-back", "omar", of=1), "not-yours"),
        (WallAct("comment", "omar", of=9, phrase="hello"), "gone"),
        (WallAct("like", "omar", of=2), "gone"),
        (WallAct("take-down", "omar", of=1), "malformed"),
        (WallAct("set-phrases", "omar", whom="amina"), "malformed"),
        (WallAct("post", "", phrase="hello"), "malformed"),
        (WallAct("post", "stranger", phrase="hello"), "malformed"),
        (WallAct("post", "omar"), "malformed"),
        (WallAct("post", "omar", phrase="hello", sticker="sun"), "malformed"),
        (WallAct("post", "omar", phrase="unknown"), "malformed"),
        (WallAct("comment", "omar", of=1, picture="bread", phrase="hello"), "malformed"),
        (WallAct("like", "omar", of=1, words="Hi"), "malformed"),
        (WallAct("post", "omar", words=" Hi"), "malformed"),
        (WallAct("post", "omar", words="\u202eHi"), "malformed"),
    ],
)
def test_what_cannot_be(act: WallAct, why: str) -> None:
    wall = done(
        SharedPlaza(),
        WallAct("post", "amina", picture="bread", phrase="hello"),
        WallAct("comment", "amina", of=1, sticker="sun"),
    )
    assert tried(wall, act) == why
    with pytest.raises(PlazaRefused) as error:
        wall.after(numbered(wall, act), "free-words", THINGS)
    assert error.value.reason == why


def test_it_does_not_grow_without_end() -> None:
    wall = SharedPlaza()
    for _ in range(MOST_POSTS + 1):
        wall = done(wall, WallAct("post", "amina", phrase="hello"))
    assert len(wall.posts) == MOST_POSTS
    assert wall.author(1) is None
    newest = wall.posts[0].number
    for _ in range(MOST_COMMENTS):
        wall = done(wall, WallAct("comment", "omar", of=newest, phrase="thanks"))
    assert tried(wall, WallAct("comment", "omar", of=newest, phrase="thanks")) == "full"


def test_words_in_any_script_but_no_hidden_signs() -> None:
    for words in ("Hello!", "أهلًا وسَهلًا", "می\u200cخواهم", "Привіт", "नमस्ते"):
        assert may_be_words(words)
    for words in ("a\u0301\u0301\u0301\u0301\u0301", "a\u202eb", "a\u0000b", "a\tb"):
        assert not may_be_words(words)


def test_nothing_that_was_typed_stands_where_a_log_could_take_it() -> None:
    wall = done(
        SharedPlaza(),
        WallAct("post", "amina", words="Secret"),
        WallAct("comment", "omar", of=1, words="Secret"),
    )
    assert "Secret" not in repr(wall) + repr(wall.posts) + repr(wall.acts)
