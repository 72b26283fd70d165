"""Whoever means harm: at the door, in the middle, listening, and inside."""

from __future__ import annotations

import os
import socket
import ssl
import struct
import threading
from contextlib import ExitStack

import pytest
from relays import Relay, false_room
from room_ends import (
    CENTRE,
    CODE,
    HOME,
    HOST,
    LAPTOP,
    PATIENCE,
    ByHand,
    Room,
    is_closed,
    knock,
    open_room,
)

from trainer_app.classroom.dialogue import Step
from trainer_app.classroom.handshake import Hello
from trainer_app.classroom.limits import Limits, Rate
from trainer_app.classroom.messages import PIECE, Message, Told
from trainer_app.classroom.visiting import client_context

SOON = Limits(handshake=0.8, goodbye=0.1)
ROLES = ["ours", "closed", "guest"]


# At the door
@pytest.mark.parametrize(
    "said",
    [os.urandom(2000), b"GET / HTTP/1.1\r\nHost: room\r\n\r\n", b"\x16\x03\x01\xff\xff", b""],
    ids=["noise", "a browser", "half a TLS hello", "nothing"],
)
def test_who_does_not_speak_tls_is_hung_up_on(said):
    with open_room(SOON) as room, knock(room.host.port) as stranger:
        stranger.sendall(said)
        assert is_closed(stranger)
        assert room.end.refused.get(timeout=PATIENCE) == ("127.0.0.2", "silent")


def test_a_hello_that_never_goes_on_is_hung_up_on():
    with open_room(SOON) as room:
        for hello in (None, Hello.new("ours").as_bytes()):
            with ByHand(room, knocks_only=True) as stranger:
                if hello is not None:
                    stranger.say(Step.HELLO, hello)
                assert is_closed(stranger.line)
                assert room.end.refused.get(timeout=PATIENCE)[1] == "silent"


def test_bytes_that_come_one_by_one_do_not_make_it_longer():
    """Each of them alone looks like a laptop that is merely slow."""
    hello = struct.pack(">IB", 37, Step.HELLO) + Hello.new("ours").as_bytes()
    with open_room(SOON) as room, ByHand(room, knocks_only=True) as stranger:
        stranger.line.settimeout(0.02)
        said, hung_up = 0, False
        while not hung_up:
            try:
                if said < len(hello) - 1:
                    stranger.line.sendall(hello[said : said + 1])
                    said += 1
                hung_up = stranger.line.recv(100) == b""
            except TimeoutError:
                continue
            except OSError:
                hung_up = True
        assert room.end.refused.get(timeout=PATIENCE)[1] == "silent"


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        (Told.NEWS, b"events before any proof"),
        (Step.PROOF, bytes(64)),
        (Step.HELLO, b"short"),
        (Step.HELLO, bytes(513)),
        (200, b""),
    ],
    ids=["events", "a proof", "half a hello", "too long a hello", "strange kind"],
)
def test_what_is_no_hello_is_hung_up_on(kind, payload):
    with open_room() as room, ByHand(room, knocks_only=True) as stranger:
        stranger.say(kind, payload)
        assert is_closed(stranger.line)
        assert room.end.refused.get(timeout=PATIENCE) == ("127.0.0.2", "malformed")
        assert room.end.nothing_more()


def test_a_length_of_gigabytes_is_not_waited_for():
    with open_room() as room, ByHand(room, knocks_only=True) as stranger:
        stranger.line.sendall(struct.pack(">IB", 2**32 - 1, Step.HELLO))
        assert is_closed(stranger.line)


def test_an_older_tls_is_not_spoken():
    context = client_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    with open_room() as room, knock(room.host.port) as stranger, pytest.raises(ssl.SSLError):
        context.wrap_socket(stranger)


def test_a_hundred_connections_of_one_stranger_leave_room_for_laptops():
    with open_room(Limits(handshake=PATIENCE)) as room, ExitStack() as held:
        strangers = [held.enter_context(knock(room.host.port)) for _ in range(100)]
        # The first eight are waited for; the others are hung up on at once.
        assert all(is_closed(one) for one in strangers[8:])
        room.joined()


def test_strangers_from_many_addresses_leave_room_for_laptops():
    """At the door somebody always makes room, and it is never the laptop that knocks once."""
    with open_room(Limits(handshake=PATIENCE)) as room, ExitStack() as held:
        addresses = [f"127.0.0.{number}" for number in range(2, 9)]
        for address in addresses * 8:
            held.enter_context(knock(room.host.port, address))
        room.joined()


def test_who_knocks_again_and_again_is_not_even_spoken_to():
    with open_room(Limits(knocks=Rate(0, 2), handshake=PATIENCE)) as room:
        for _ in range(2):
            with ByHand(room, knocks_only=True) as stranger:
                stranger.say(Step.HELLO, Hello.new("ours").as_bytes())
                assert stranger.line.recv(100)
        with knock(room.host.port) as stranger:
            assert is_closed(stranger)
        room.joined()


def test_a_full_room_takes_nobody_more():
    with open_room(Limits(connections=1)) as room:
        room.joined("guest")
        client, laptop = room.laptop()
        client.connect(HOME, room.host.port)
        assert laptop.next()[0] == "left"


# In the middle, and beside
@pytest.mark.parametrize("role", ROLES)
def test_in_the_middle_with_a_certificate_of_ones_own(role):
    with open_room() as room, Relay(room.host.port, own_tls=True) as relay:
        client, laptop = room.laptop(role)
        client.connect(HOME, relay.port)
        word = "wrong-code" if role == "guest" else "other-centre"
        assert laptop.next() == ("left", word)
        assert room.end.refused.get(timeout=PATIENCE)[1] == word
        assert room.end.nothing_more()
        heard = b"".join(relay.heard)
        # It heard two hellos and a proof that fits nowhere else; who it was stays unsaid.
        assert heard
        assert not any(secret in heard for secret in (LAPTOP.encode(), HOST.encode()))


@pytest.mark.parametrize("role", ROLES)
def test_whoever_listens_hears_nothing_of_it(role):
    names = [CENTRE, LAPTOP, HOST, CODE, "Fatoumata Diallo"]
    secrets = [name.encode() for name in names] + [bytes.fromhex(CENTRE.replace("-", ""))]
    with open_room() as room, Relay(room.host.port) as relay:
        client, laptop = room.laptop(role)
        client.connect(HOME, relay.port)
        assert laptop.next() == ("joined",)
        peer = room.end.next()[1]
        client.send(Message(Told.SELF, b"Fatoumata Diallo" * 100))
        room.host.send(peer.id, Message(Told.STATE, b"Fatoumata Diallo" * 100))
        assert room.end.next()[0] == laptop.next()[0] == "received"
        client.close()
        heard = b"".join(relay.heard)
        assert len(heard) > 3000
        for secret in secrets:
            assert secret not in heard
            assert secret.hex().encode() not in heard.lower()


def test_a_cable_that_is_pulled_is_noticed_at_both_ends():
    with open_room() as room, Relay(room.host.port) as relay:
        client, laptop = room.laptop()
        client.connect(HOME, relay.port)
        assert laptop.next() == ("joined",)
        peer = room.end.next()[1]
        relay.cut()
        assert laptop.next() == ("left", "silent")
        assert room.end.next() == ("left", peer, "silent")
        client.connect(HOME, room.host.port)
        assert laptop.next() == ("joined",)


def test_a_line_that_carries_nothing_more_is_noticed_at_both_ends():
    quick = Limits(ping=0.1, silent=0.5, goodbye=0.1)
    with open_room(quick) as room, Relay(room.host.port) as relay:
        client, laptop = room.laptop(limits=quick)
        client.connect(HOME, relay.port)
        assert laptop.next() == ("joined",)
        peer = room.end.next()[1]
        relay.hold()
        assert laptop.next() == ("left", "silent")
        assert room.end.next() == ("left", peer, "silent")


# Inside
@pytest.mark.parametrize(
    ("role", "kind", "payload"),
    [
        ("ours", 0, b""),
        ("ours", 200, b""),
        ("ours", Step.HELLO, Hello.new("ours").as_bytes()),
        ("ours", Told.BUNDLE, b"\x01 a short piece"),
        ("ours", Told.ACK, bytes(16 * 1024 + 1)),
        ("closed", Told.NEWS, b"events"),
        ("guest", Told.BUNDLE, b"\x00events"),
        ("guest", Told.PASS, b"a pass"),
        ("guest", Told.PACK, b"\x01" + bytes(PIECE)),
        ("closed", Told.STATE, b"what only hosts say"),
    ],
    ids=[
        *("no kind", "strange kind", "hello again", "tiny piece", "too large"),
        *("closed: events", "guest: events", "guest: a pass"),
        *("guest: a lesson", "closed: the state"),
    ],
)
def test_a_laptop_that_says_what_none_says_is_dropped_and_named(role, kind, payload):
    with open_room() as room, ByHand(room, role) as laptop:
        peer = room.end.next()[1]
        laptop.say(kind, payload)
        assert room.end.next() == ("left", peer, "malformed")
        assert is_closed(laptop.line)
        room.joined("guest")


@pytest.mark.parametrize("said", [b"", b"forged", b"\xff what I like"])
def test_why_a_laptop_goes_is_not_for_it_to_say(said):
    with open_room() as room, ByHand(room) as laptop:
        peer = room.end.next()[1]
        laptop.say(Told.BYE, said)
        assert room.end.next() == ("left", peer, "")


@pytest.mark.parametrize(
    ("limits", "kind", "payload"),
    [
        (Limits(laptop_messages=Rate(1, 20)), Told.PING, b""),
        (Limits(laptop_bytes=Rate(1, 4 * PIECE)), Told.BUNDLE, b"\x01" + bytes(PIECE)),
    ],
    ids=["messages", "bytes"],
)
def test_a_laptop_that_floods_is_dropped_and_named(limits, kind, payload):
    with open_room(limits) as room, ByHand(room) as laptop:
        peer = room.end.next()[1]
        _client, guest, second = room.joined("guest")
        try:
            for _ in range(50):
                laptop.say(kind, payload)
        except OSError:
            pass  # the room hung up in the midst of it
        assert room.end.next() == ("left", peer, "flooding")
        room.host.send(second.id, Message(Told.STATE, b"still here"))
        assert guest.next() == ("received", Message(Told.STATE, b"still here"))


def test_a_laptop_that_takes_nothing_is_dropped_before_it_fills_the_memory():
    limits = Limits(waiting_bytes=3 * 1024 * 1024, goodbye=0.1)
    with open_room(limits) as room, ByHand(room):
        peer = room.end.next()[1]
        for _ in range(40):
            room.host.send(peer.id, Message(Told.NEWS, bytes(2**20)))
        assert room.end.next() == ("left", peer, "silent")


def test_a_laptop_that_only_talks_and_never_takes_is_dropped():
    quick = Limits(ping=0.1, silent=0.5, goodbye=0.1)
    with open_room(quick) as room, ByHand(room) as laptop:
        peer = room.end.next()[1]
        for _ in range(2):
            room.host.send(peer.id, Message(Told.PACK, bytes(2**24)))
        gone = threading.Event()

        def talk() -> None:
            while not gone.wait(0.05):
                try:
                    laptop.say(Told.PING)
                except OSError:
                    return

        talker = threading.Thread(target=talk)
        talker.start()
        assert room.end.next() == ("left", peer, "silent")
        gone.set()
        talker.join()


@pytest.mark.parametrize(
    "said", [(Told.NEWS, b"an event"), (Told.BUNDLE, b"\x00"), (99, b"")], ids=str
)
def test_a_guest_hears_no_events_even_from_a_host_that_says_some(said):
    """Whatever a room's host does, a guest's laptop takes nothing that is of a centre."""
    with false_room(*said) as port:
        room = Room()
        client, laptop = room.laptop("guest")
        client.connect(HOME, port)
        assert laptop.next() == ("joined",)
        assert laptop.next() == ("left", "malformed")
        room.close()


def test_a_host_that_does_not_speak_tls_is_no_room():
    with socket.create_server((HOME, 0)) as listener:
        room = Room()
        client, laptop = room.laptop(limits=SOON)
        client.connect(HOME, listener.getsockname()[1])
        assert laptop.next() == ("left", "not-found")
        room.close()
