"""Stretches that go from laptop to laptop of a room: closed, checked, or refused."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.secret import Aead
from writing_laptops import TRUST, WritingLaptop, admission

from trainer_app.bundles import live
from trainer_app.bundles.lines import as_line
from trainer_app.bundles.live import Stretch, checked_stretch, closed, in_messages, opened
from trainer_app.domain.errors import BundleDamaged, ForgedEvents, OtherCentre, UnknownLaptop
from trainer_app.keys.authority import Trust

PUBLIC, SEED = "ab" * 32, bytes(range(32))
SEEDS = {"cd" * 32: bytes(32), PUBLIC: SEED}


@pytest.fixture(scope="module")
def laptop() -> WritingLaptop:
    return WritingLaptop("laptop-a", 1).marks(5)


def stretch_of(laptop: WritingLaptop, first: int = 0, last: int | None = None) -> Stretch:
    events = laptop.events[first:last]
    head = laptop.head(events[-1].header.seq)
    return Stretch(head, tuple(as_line(event) for event in events))


def trust(*laptops: WritingLaptop) -> Trust:
    return TRUST.learning(admission(one) for one in laptops)


def test_it_comes_out_as_it_went_in(laptop: WritingLaptop) -> None:
    stretches = [stretch_of(laptop, 0, 2), stretch_of(laptop, 2)]
    assert opened(closed(stretches, PUBLIC, SEED), SEEDS) == stretches
    found = [one.event for each in stretches for one in checked_stretch(each, trust(laptop))]
    assert found == laptop.events


def test_only_who_holds_the_key_reads_it(laptop: WritingLaptop) -> None:
    payload = closed([stretch_of(laptop)], PUBLIC, SEED)
    assert laptop.id.encode() not in payload
    with pytest.raises(OtherCentre):
        opened(payload, {"cd" * 32: bytes(32)})
    with pytest.raises(BundleDamaged):
        opened(payload, {PUBLIC: bytes(32)})


@given(st.data())
def test_a_changed_byte_is_noticed(laptop: WritingLaptop, data: st.DataObject) -> None:
    payload = bytearray(closed([stretch_of(laptop)], PUBLIC, SEED))
    at = data.draw(st.integers(0, len(payload) - 1))
    payload[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises((BundleDamaged, OtherCentre)):
        opened(bytes(payload), SEEDS)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=3),
    ),
    st.binary(max_size=40),
)
def test_whatever_a_member_closes_is_read_without_harm(heads: object, rest: bytes) -> None:
    mark = live._mark(PUBLIC)
    content = json.dumps(heads).encode() + b"\n" + rest
    payload = mark + bytes(Aead(live._key(SEED)).encrypt(content, mark))
    with suppress(BundleDamaged):
        assert opened(payload, SEEDS) == []


def test_what_the_laptop_did_not_sign_is_forged(laptop: WritingLaptop) -> None:
    good, known = stretch_of(laptop), trust(laptop)
    other = WritingLaptop("laptop-b", 2).marks(5)
    forged = [
        replace(good, lines=good.lines[:-1]),
        replace(good, lines=good.lines[:2] + good.lines[3:]),
        replace(good, lines=(*good.lines[:-1], good.lines[-1][:-1] + b" ]")),
        replace(good, lines=()),
        replace(good, lines=(good.lines[1], good.lines[0], *good.lines[2:])),
        replace(good, head=replace(good.head, seq=good.head.seq + 1)),
        replace(good, head=replace(good.head, signature="00" * 64)),
        replace(good, lines=stretch_of(other).lines),
    ]
    for one in forged:
        with pytest.raises(ForgedEvents):
            checked_stretch(one, known)
    with pytest.raises(UnknownLaptop):
        checked_stretch(stretch_of(other), known)


def test_many_stretches_go_in_messages_that_fit(laptop: WritingLaptop) -> None:
    one = stretch_of(laptop)
    parts = list(in_messages([one] * 9_000))
    assert sum(len(part) for part in parts) == 9_000
    assert len(parts) > 2
    assert all(len(closed(part, PUBLIC, SEED)) <= 2 * 2**20 for part in parts)
    assert list(in_messages([])) == []
