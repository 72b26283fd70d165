"""The shared Plaza between laptops: over real sockets, and whatever a hostile one says."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from room_of_laptops import InRoom, Room
from wires import until

from trainer_app.domain.shared_plaza import MOST_IN_A_MINUTE, SharedPlaza
from trainer_app.domain.wall_acts import WallAct, WallThings
from trainer_app.services.room.notes import MalformedNote
from trainer_app.services.room.plaza import HostedPlaza
from trainer_app.services.room.plaza_notes import (
    Hello,
    News,
    Opened,
    Refused,
    Whole,
    in_parts,
    read_note,
    write_note,
)
from trainer_app.services.room.seen_plaza import SeenPlaza

THINGS = WallThings(("amina", "omar", "rosa"), ("hello", "thanks"), ("sun",), ("bread",))
HELLO = WallAct("post", phrase="hello")


def wall_of(host: InRoom) -> HostedPlaza:
    wall = host.hosting.wall
    assert wall is not None
    return wall


def test_an_evening_on_the_wall(room: Room) -> None:
    host, laptop = room.centre(2)
    host.hosting.open(None)
    laptop.goes_to(host)
    guest = room.guest()
    first, second = SeenPlaza(laptop.attaching), SeenPlaza(guest.attaching)
    guest.attaching.join(host.hosting.code(), host.address)
    host.hosting.plaza("set-phrases", THINGS)
    assert until(lambda: bool(first.who and second.who))
    assert first.who != second.who
    assert wall_of(host).laptop_of(first.who) == laptop.door.ledger.store.device

    first.act(HELLO)
    assert until(lambda: bool(second.wall.posts and first.wall.posts))
    assert second.wall.posts[0].who == first.who
    second.act(WallAct("like", of=1))
    second.act(WallAct("comment", of=1, sticker="sun"))
    assert until(lambda: bool(first.wall.posts[0].comments))
    assert first.wall.posts[0].likes == (second.who,)

    second.act(WallAct("post", words="Hi all"))
    assert until(lambda: second.take_refused() == "words")
    host.hosting.plaza("free-words", THINGS)
    second.act(WallAct("post", words="Hi all"))
    assert until(lambda: len(first.wall.posts) == 2)
    wall_of(host).take_down(first.wall.posts[0].number)
    wall_of(host).let_write(second.who, words=False)
    assert until(lambda: len(first.wall.posts) == 1 and second.who in second.wall.held_back)
    second.act(WallAct("post", words="Again"))
    assert until(lambda: second.take_refused() == "words")

    host.hosting.plaza("paused", THINGS)
    first.act(HELLO)
    assert until(lambda: first.take_refused() == "paused")
    late = room.guest("late")
    third = SeenPlaza(late.attaching)
    late.attaching.join(host.hosting.code(), host.address)
    assert until(lambda: third.is_here)
    assert third.wall == first.wall == second.wall == wall_of(host).wall
    assert "Hi all" not in str([act.words for act in third.wall.acts])
    host.hosting.plaza("off")
    assert host.hosting.wall is None
    host.hosting.plaza("set-phrases", THINGS)
    assert until(lambda: first.wall == SharedPlaza() and bool(first.who))


def test_who_was_lost_comes_back_as_the_same_person_to_the_same_wall(room: Room) -> None:
    (host,) = room.centre(1)
    host.hosting.open(None)
    host.hosting.plaza("set-phrases", THINGS)
    guest = room.guest()
    seen = SeenPlaza(guest.attaching)
    guest.attaching.join(host.hosting.code(), host.address)
    assert until(lambda: bool(seen.who))
    who = seen.who
    seen.act(HELLO)
    assert until(lambda: bool(seen.wall.posts))
    guest.attaching.leave()
    assert seen.wall.posts  # it stands still
    wall_of(host).take_down(1)
    guest.attaching.join(host.hosting.code(), host.address)
    assert until(lambda: not seen.wall.posts)
    assert seen.who == who


def test_a_laptop_that_floods_is_heard_no_further_than_it_may(room: Room) -> None:
    (host,) = room.centre(1)
    host.hosting.open(None)
    host.hosting.plaza("set-phrases", THINGS)
    guest = room.guest()
    seen = SeenPlaza(guest.attaching)
    guest.attaching.join(host.hosting.code(), host.address)
    assert until(lambda: bool(seen.who))
    for _ in range(3 * MOST_IN_A_MINUTE):
        seen.act(HELLO)
    assert until(lambda: seen.take_refused() == "too-many")
    assert len(wall_of(host).wall.posts) == MOST_IN_A_MINUTE


def test_who_says_what_this_program_would_not_say_is_dropped_and_named(room: Room) -> None:
    (host,) = room.centre(1)
    host.hosting.open(None)
    host.hosting.plaza("free-words", THINGS)
    guest = room.guest()
    seen = SeenPlaza(guest.attaching)
    guest.attaching.join(host.hosting.code(), host.address)
    assert until(lambda: bool(seen.who))
    guest.attaching.send_plaza(write_note(News("any", WallAct("take-down", of=1)))[:-1])
    assert until(lambda: any(one.trouble == "malformed" for one in host.hosting.laptops()))
    assert not wall_of(host).wall.acts


@pytest.mark.parametrize(
    "payload",
    [
        b"\xff",
        b"[]",
        b'{"act": {"kind": "post", "phrase": 1}, "wall": "w"}',
        json.dumps({"act": {"kind": "post", "words": "x" * 201}, "wall": "w"}).encode(),
        json.dumps({"act": {"kind": "post", "words": "a\u202eb"}, "wall": "w"}).encode(),
        json.dumps({"act": {"kind": "post", "of": -1}, "wall": "w"}).encode(),
        b'{"act": {"kind": "burn"}, "wall": "w"}',
        b'{"hello": 5}',
    ],
)
def test_what_is_not_a_note(payload: bytes) -> None:
    with pytest.raises(MalformedNote):
        read_note(payload)


class Wire:
    """A hosted wall whose laptops are here in one thread; `said` is what went to each."""

    def __init__(self, people: tuple[str, ...] = THINGS.people) -> None:
        self.said: list[tuple[str, object]] = []
        self.here: set[str] = set()
        self.now = 0
        self.plaza = HostedPlaza(
            lambda payload, to: self.said.append((to, read_note(payload))),
            lambda: "free-words",
            lambda: self.now,
            lambda: frozenset(self.here),
            lambda _topics: None,
        )
        self.plaza.begin(WallThings(people, THINGS.phrases, THINGS.stickers, THINGS.pictures))
        (_to, opened) = self.said[0]
        assert isinstance(opened, Opened)
        self.wall = opened.wall

    def comes(self, laptop: str, key: str = "") -> str:
        """A laptop comes and says hello; whom it plays."""
        self.here.add(laptop)
        self.plaza.came(laptop)
        self.plaza.heard(laptop, write_note(Hello(key or f"key of {laptop}")))
        to, whole = self.said[-1]
        assert (to, type(whole)) == (laptop, Whole)
        assert isinstance(whole, Whole)
        return whole.you

    def wishes(self, laptop: str, act: WallAct) -> None:
        self.plaza.heard(laptop, write_note(News(self.wall, act)))


def test_no_two_laptops_play_the_same_and_who_came_too_late_looks_on() -> None:
    wire = Wire()
    people = [wire.comes(f"laptop {number}") for number in range(4)]
    assert people == ["amina", "omar", "rosa", ""]
    wire.wishes("laptop 3", HELLO)
    assert not wire.plaza.wall.posts
    wire.here.remove("laptop 1")
    assert wire.comes("laptop 4") == "omar"
    assert wire.plaza.laptop_of("omar") == "laptop 4"
    wire.plaza.heard("laptop 4", write_note(Hello("another key")))
    assert wire.plaza.laptop_of("omar") == "laptop 4"


def test_nobody_speaks_as_another_or_as_the_trainer() -> None:
    wire = Wire()
    wire.comes("a"), wire.comes("b")
    wire.wishes("a", WallAct("post", "omar", phrase="hello", number=77, at=5))
    assert wire.plaza.wall.posts[0].who == "amina"
    assert wire.plaza.wall.last == 1
    for kind in ("take-down", "set-phrases", "words-again"):
        with pytest.raises(MalformedNote):
            wire.wishes("b", WallAct(kind, of=1, whom="amina"))  # type: ignore[arg-type]
    wire.wishes("b", WallAct("take-back", of=1))
    assert wire.said[-1] == ("b", Refused("not-yours"))
    for note in (Opened("w"), Refused("gone"), Whole("w", "omar", (), 0, False)):
        with pytest.raises(MalformedNote):
            wire.plaza.heard("b", write_note(note))
    wire.plaza.heard("a", write_note(News("another wall", HELLO)))
    assert len(wire.plaza.wall.posts) == 1


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_a_note_or_malformed(payload: bytes) -> None:
    try:
        note = read_note(payload)
    except MalformedNote:
        return
    assert read_note(write_note(note)) == note


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    ("wall", "act", "acts", "you", "last", "more", "hello", "kind", "of", "words")
                ),
                inner,
                max_size=8,
            )
        ),
        max_leaves=20,
    )
)
def test_any_json_is_a_note_or_malformed(value: object) -> None:
    try:
        note = read_note(json.dumps(value).encode())
    except MalformedNote:
        return
    assert read_note(write_note(note)) == note


def test_a_full_wall_fits_into_small_messages() -> None:
    acts = [WallAct("post", "amina", words="ж" * 200, number=at, at=at) for at in range(1, 400)]
    parts = in_parts("wall", "omar", acts, 399)
    assert all(len(write_note(part)) <= 16 * 1024 for part in parts)
    assert [part.more for part in parts] == [True] * (len(parts) - 1) + [False]
    assert [act for part in parts for act in part.acts] == acts
