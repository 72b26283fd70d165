"""What is put on the wire comes out of it, however it is cut; what is none is refused early."""

from __future__ import annotations

import struct
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.classroom import dialogue, frames
from trainer_app.classroom.frames import FrameReader, Joiner, Malformed, framed, told
from trainer_app.classroom.messages import BETWEEN, IN_PIECES, MOST, PIECE, SAYS, Message, Told

MESSAGES = st.lists(st.builds(Message, st.sampled_from(Told), st.binary(max_size=300)), max_size=8)


def read(parts: list[bytes]) -> list[Message]:
    reader, joiner, found = FrameReader(frames.largest), Joiner(), []
    for part in parts:
        reader.feed(part)
        while (frame := reader.next()) is not None:
            message = joiner.take(frame)
            if message is not None:
                found.append(message)
    return found


@given(messages=MESSAGES, cuts=st.lists(st.integers(0, 2000)))
def test_messages_survive_any_cut(messages, cuts):
    wire = b"".join(frame for message in messages for frame in told(message))
    edges = [0, *sorted(cut for cut in cuts if cut < len(wire)), len(wire)]
    pieces = [wire[start:end] for start, end in pairwise(edges)]
    assert read(pieces) == messages


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 7])
@pytest.mark.parametrize("kind", sorted(IN_PIECES))
def test_large_messages_travel_in_pieces(kind, size):
    message = Message(kind, bytes(range(256)) * (size // 256) + b"z" * (size % 256))
    pieces = list(told(message))
    assert max(map(len, pieces)) <= PIECE + 6
    assert len(pieces) == max(1, -(-size // PIECE))
    assert read(pieces) == [message]


def test_pieces_of_two_messages_may_be_mixed_with_small_ones():
    bundle, pack = Message(Told.BUNDLE, b"b" * 2 * PIECE), Message(Told.PACK, b"p" * 2 * PIECE)
    first, second = list(told(bundle)), list(told(pack))
    ping = framed(Told.PING, b"")
    assert read([first[0], second[0], ping, second[1], first[1]]) == [
        Message(Told.PING, b""),
        pack,
        bundle,
    ]


@pytest.mark.parametrize("kind", sorted(Told))
def test_a_message_may_be_as_large_as_said_and_no_larger(kind):
    assert told(Message(kind, bytes(min(MOST[kind], 3 * PIECE))))
    with pytest.raises(ValueError, match=kind.name):
        told(Message(kind, bytes(MOST[kind] + 1)))


@pytest.mark.parametrize("kind", [*(one for one in Told if one not in IN_PIECES), 0, 15, 65, 255])
def test_what_is_too_large_is_refused_before_it_is_waited_for(kind):
    reader = FrameReader(frames.largest)
    reader.feed(struct.pack(">IB", MOST.get(kind, -1) + 1, kind))
    with pytest.raises(Malformed):
        reader.next()


@pytest.mark.parametrize(
    "pieces",
    [
        [b""],  # no mark
        [b"\x02abc"],  # no mark that we know
        [b"\x01abc"],  # more is to follow, and yet it is short
        [b"\x01" + bytes(PIECE)] * (MOST[Told.PACK] // PIECE + 1),  # without an end
    ],
    ids=["no mark", "strange mark", "tiny pieces", "endless"],
)
def test_pieces_that_nobody_would_cut_are_refused(pieces):
    joiner, *before, last = Joiner(), *(frames.Frame(Told.PACK, piece) for piece in pieces)
    for frame in before:
        assert joiner.take(frame) is None
    with pytest.raises(Malformed):
        joiner.take(last)


def test_the_door_knows_no_messages_and_the_room_no_handshake():
    assert not any(dialogue.largest(kind) >= 0 for kind in Told)
    assert not any(frames.largest(step) >= 0 for step in dialogue.Step)
    assert all(dialogue.largest(step) == dialogue.MOST_BYTES for step in dialogue.Step)


def test_guests_hear_and_say_no_events():
    events = {Told.HOLDS, Told.BUNDLE, Told.NEWS, Told.ACK}
    assert not events & BETWEEN["guest"]
    assert not events & BETWEEN["closed"]
    assert not {Told.DOOR, Told.PASS} & BETWEEN["guest"]
    assert not IN_PIECES & (SAYS["guest"] | SAYS["closed"])


def test_a_message_in_a_traceback_does_not_say_what_it_holds():
    assert "Fatoumata" not in repr(Message(Told.NEWS, b"Fatoumata"))
