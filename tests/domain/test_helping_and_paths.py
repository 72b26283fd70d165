"""The order of help places; and paths: how long they take, and over which sessions they go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.blocks import Box, Paragraph, Span
from trainer_app.domain.helping import TOPICS, HelpPlace, directory_of, moved, topics_in
from trainer_app.domain.lessons import Lesson, Page
from trainer_app.domain.paths import (
    PathPart,
    PathWarning,
    evenings_needed,
    minutes_in_all,
    part_minutes,
    shifted,
    spread,
    warnings,
    with_core,
)

places = st.lists(
    st.builds(
        HelpPlace,
        id=st.uuids().map(str),
        topic=st.sampled_from([*TOPICS, "of-2031"]),
        name=st.just("A"),
        rank=st.integers(0, 3),
    ),
    unique_by=lambda place: place.id,
    max_size=8,
)
MINUTES = st.integers(1, 120)


def lesson(id: str, minutes: int = 45, core: int = 20, **more: object) -> Lesson:
    made = Lesson(
        id, 1, 1, Path(), minutes, core, (), "teal", "t.svg", False, (), (), (), (), ("en",)
    )
    return replace(made, **more)


@st.composite
def walks(draw: st.DrawFn) -> tuple[list[PathPart], dict[str, Lesson]]:
    """A path over lessons of any length, some of them not here."""
    ids = [f"l{at}" for at in range(draw(st.integers(0, 7)))]
    here = {id: lesson(id, draw(MINUTES), draw(MINUTES)) for id in ids if draw(st.integers(0, 5))}
    return [PathPart(id, draw(st.booleans())) for id in draw(st.permutations(ids))], here


# Help
@given(places)
def test_every_place_stands_once_by_topic_and_rank(found: list[HelpPlace]) -> None:
    directory = directory_of(found)
    assert sorted(one.id for all_ in directory.values() for one in all_) == sorted(
        one.id for one in found
    )
    known = [topic for topic in directory if topic in TOPICS]
    assert known == [topic for topic in TOPICS if topic in directory]
    for topic, there in directory.items():
        assert {one.topic for one in there} == {topic}
        assert [one.rank for one in there] == sorted(one.rank for one in there)


@given(places.filter(bool), st.data())
def test_moving_a_place_leaves_the_others_in_their_order(found, data) -> None:
    one, by = data.draw(st.sampled_from(found)), data.draw(st.integers(-9, 9))
    after = moved(found, one.id, by)
    assert [each for each in after if each is not one] == [each for each in found if each != one]
    assert after.index(one) == max(0, min(len(found) - 1, found.index(one) + by))


def test_a_place_that_is_not_there_is_not_moved() -> None:
    with pytest.raises(KeyError):
        moved([], "gone", 1)


def test_a_lesson_names_its_topics_once_and_in_order() -> None:
    words = (Paragraph((Span("Ask your trainer."),)),)
    boxes = [
        Box("help", "", words, "legal"),
        Box("tip", "", words),
        Box("help", "", words, "money"),
    ]
    pages = [Page(str(at), "", (box,)) for at, box in enumerate([*boxes, boxes[0]])]
    assert topics_in(pages) == ("legal", "money")


# Paths
@given(walks(), st.lists(MINUTES, max_size=8))
def test_nothing_is_lost_or_turned_round_when_a_path_is_spread(walk, lengths) -> None:
    parts, lessons = walk
    shares, left = spread(parts, lessons, lengths)
    assert len(shares) == len(lengths)
    flat = [part for share in shares for part in share]
    # A lesson that goes on in the next session stands there again, right behind itself.
    once = [part for at, part in enumerate(flat) if at == 0 or flat[at - 1] != part]
    assert [*once, *left] == parts


@given(walks(), st.lists(MINUTES, max_size=8))
def test_no_session_gets_more_than_it_has_time_for(walk, lengths) -> None:
    parts, lessons = walk
    shares, left = spread(parts, lessons, lengths)
    taught = parts[: len(parts) - len(left)]
    assert minutes_in_all(taught, lessons) <= sum(lengths)
    for share, length in zip(shares, lengths, strict=True):
        # Of what begins before or goes on afterwards, only a part is in this session.
        whole = [part for part in share if sum(part in other for other in shares) == 1]
        assert minutes_in_all(whole, lessons) <= length
    for part in taught:
        if part_minutes(part, lessons) <= min(lengths):
            assert sum(part in share for share in shares) == 1


@given(walks(), MINUTES)
def test_as_many_evenings_are_enough_and_one_fewer_is_not(walk, length: int) -> None:
    parts, lessons = walk
    needed = evenings_needed(parts, lessons, length)
    assert spread(parts, lessons, [length] * needed)[1] == () or not parts
    if any(part_minutes(part, lessons) for part in parts):
        assert spread(parts, lessons, [length] * (needed - 1))[1] != ()


def test_an_evening_has_at_least_a_minute() -> None:
    with pytest.raises(ValueError, match="0"):
        evenings_needed([], {}, 0)


def test_the_short_form_counts_its_own_minutes() -> None:
    lessons = {"a": lesson("a", 45, 20), "b": lesson("b", 60, 15)}
    parts = (PathPart("a"), PathPart("b", core=True), PathPart("gone"))
    assert minutes_in_all(parts, lessons) == 60
    assert minutes_in_all(with_core(parts, "a", True), lessons) == 35


def test_a_lesson_longer_than_an_evening_goes_on_in_the_next() -> None:
    lessons = {"long": lesson("long", 90), "a": lesson("a", 30)}
    parts = [PathPart("long"), PathPart("a")]
    shares, left = spread(parts, lessons, [60, 60, 60])
    assert shares == ((parts[0],), (parts[0], parts[1]), ())
    assert left == ()
    assert evenings_needed(parts, lessons, 60) == 2


def test_what_builds_on_a_later_lesson_and_twins_are_pointed_out() -> None:
    lessons = {
        "a": lesson("a"),
        "b": lesson("b", needs=("a", "elsewhere")),
        "touch": lesson("touch", twin="a"),
    }
    order = [PathPart(id) for id in ("b", "a", "touch", "gone")]
    assert list(warnings(order, lessons)) == [
        PathWarning("needs", "b", "a"),
        PathWarning("twin", "touch", "a"),
        PathWarning("unknown", "gone"),
    ]
    assert list(warnings([PathPart("a"), PathPart("b")], lessons)) == []


@given(walks(), st.integers(0, 6), st.integers(-3, 9))
def test_a_lesson_moves_and_the_others_keep_their_order(walk, at: int, to: int) -> None:
    parts, _lessons = walk
    if at < len(parts):
        after = shifted(parts, at, to)
        assert after.index(parts[at]) == max(0, min(len(parts) - 1, to))
        assert [one for one in after if one != parts[at]] == [*parts[:at], *parts[at + 1 :]]
