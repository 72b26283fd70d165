"""Two real ends over this machine's own network: in, to and fro, out, and in again."""

from __future__ import annotations

import socket
import threading
from queue import Queue

import pytest
from nacl.signing import SigningKey
from room_ends import CENTRE, CODE, HOME, LAPTOP, PATIENCE, Room, open_room

from trainer_app.classroom.host import Peer
from trainer_app.classroom.limits import Limits
from trainer_app.classroom.messages import MIB, PIECE, Message, Told

ROLES = ["ours", "closed", "guest"]


def with_ipv6() -> bool:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


@pytest.mark.parametrize("role", ROLES)
def test_a_laptop_comes_in_speaks_hears_and_goes(role):
    with open_room() as room:
        client, laptop, peer = room.joined(role)
        assert peer == Peer(peer.id, role, "" if role == "guest" else LAPTOP, HOME)
        assert room.host.peers() == [peer]
        client.send(Message(Told.SELF, b"I"))
        assert room.end.next() == ("received", peer, Message(Told.SELF, b"I"))
        room.host.send(peer.id, Message(Told.STATE, b"all"))
        assert laptop.next() == ("received", Message(Told.STATE, b"all"))
        client.close()
        assert room.end.next() == ("left", peer, "")
        assert room.host.peers() == []
        assert laptop.nothing_more()


def test_messages_keep_their_order_whatever_their_size():
    sent = [
        Message(Told.BUNDLE, bytes(3 * MIB)),
        Message(Told.NEWS, b"after the bundle"),
        Message(Told.PACK, b"p" * PIECE),
        Message(Told.NEWS, bytes(2 * MIB)),
        Message(Told.ACK, b""),
    ]
    with open_room() as room:
        client, laptop, peer = room.joined()
        for message in sent:
            client.send(message)
            room.host.send(peer.id, message)
        assert [room.end.next()[2] for _ in sent] == sent
        assert [laptop.next()[1] for _ in sent] == sent


def test_by_name():
    with open_room() as room:
        client, laptop = room.laptop()
        client.connect("localhost", room.host.port)
        assert laptop.next() == ("joined",)


@pytest.mark.skipif(not with_ipv6(), reason="this machine has no IPv6")
def test_over_ipv6():
    with open_room() as room:
        client, laptop = room.laptop()
        client.connect("::1", room.host.port)
        assert laptop.next() == ("joined",)
        assert room.end.next()[1].address == "::1"


def test_to_all_but_some_and_only_who_may_hear_it():
    with open_room() as room:
        _ours, ours, first = room.joined()
        _guest, guest, second = room.joined("guest")
        room.host.send_all(Message(Told.NEWS, b"events"))
        room.host.send_all(Message(Told.STATE, b"for ours"), roles=("ours",))
        room.host.send_all(Message(Told.STATE, b"for the guest"), but=(first.id,))
        room.host.send_all(Message(Told.STATE, b"for all"))
        assert [ours.next()[1].payload for _ in range(3)] == [b"events", b"for ours", b"for all"]
        assert [guest.next()[1].payload for _ in range(2)] == [b"for the guest", b"for all"]
        with pytest.raises(ValueError, match="NEWS is not for a laptop of role guest"):
            room.host.send(second.id, Message(Told.NEWS, b"events"))


def test_what_is_too_large_or_not_for_the_role_is_a_bug_of_ours():
    with open_room() as room:
        client, _laptop, peer = room.joined("closed")
        large = Message(Told.STATE, bytes(64 * 1024 + 1))
        for send in (client.send, room.host.send_all, lambda one: room.host.send(peer.id, one)):
            with pytest.raises(ValueError, match="too large"):
                send(large)
        with pytest.raises(ValueError, match="HOLDS is not said by"):
            client.send(Message(Told.HOLDS, b""))


def test_to_somebody_who_is_gone_or_before_being_in_is_no_trouble():
    with open_room() as room:
        room.host.send("nobody", Message(Told.STATE, b""))
        room.host.drop("nobody", "sent-away")
        client, laptop = room.laptop()
        client.send(Message(Told.SELF, b""))
        client.close()
        assert laptop.nothing_more()


@pytest.mark.parametrize(
    ("role", "change", "reason"),
    [
        ("ours", {"centre": CENTRE[:-1]}, "other-centre"),
        ("closed", {"centre": ""}, "other-centre"),
        ("guest", {"code": CODE[:-1] + "5"}, "wrong-code"),
        ("guest", {"code": "123"}, "wrong-code"),
        ("ours", {"device": "another"}, "refused"),
        ("closed", {"key": SigningKey(b"k" * 32)}, "refused"),
    ],
)
def test_who_does_not_belong_hears_why(role, change, reason):
    with open_room() as room:
        client, laptop = room.laptop(role, **change)
        client.connect(HOME, room.host.port)
        assert laptop.next() == ("left", reason)
        _address, said = room.end.refused.get(timeout=PATIENCE)
        # A laptop without a whole code, or without a centre, does not even knock.
        assert said in (reason, "silent")
        assert room.end.nothing_more()


def test_a_room_without_a_code_has_no_guests():
    with open_room(code="") as room:
        client, laptop = room.laptop("guest", code="")
        client.connect(HOME, room.host.port)
        assert laptop.next() == ("left", "wrong-code")


def test_five_wrong_codes_close_the_door_for_that_address_alone():
    with open_room(Limits(wrong_codes=2)) as room:
        for expected in ("wrong-code", "wrong-code", "refused"):
            client, laptop = room.laptop("guest", code="0" * 20)
            client.connect(HOME, room.host.port)
            assert laptop.next() == ("left", expected)
        room.joined("ours")


def test_a_host_that_is_no_laptop_of_ours():
    with open_room() as room:
        client, laptop = room.laptop()
        laptop.host = bytes(SigningKey.generate().verify_key)
        client.connect(HOME, room.host.port)
        assert laptop.next() == ("left", "forged")


def test_nobody_there():
    with open_room() as room:
        port = room.host.port
    client, laptop = room.laptop()
    client.connect(HOME, port)
    assert laptop.next() == ("left", "not-found")
    client.connect("no address at all", port)
    assert laptop.next() == ("left", "not-found")
    client.close()


def test_whom_the_trainer_sends_away_is_told_so():
    with open_room() as room:
        _client, laptop, peer = room.joined("guest")
        room.host.drop(peer.id, "sent-away")
        assert laptop.next() == ("left", "sent-away")
        assert room.end.next() == ("left", peer, "sent-away")


def test_a_host_that_closes_says_goodbye_and_laptops_come_back_to_the_next_one():
    room = Room()
    room.host.start()
    port = room.host.port
    client, laptop, _peer = room.joined()
    room.host.stop()
    assert laptop.next() == ("left", "")
    assert room.end.nothing_more()
    again = Room()
    again.host.port = port
    again.end.known, laptop.host = room.end.known, bytes(again.host_key.verify_key)
    again.host.start()
    client.connect(HOME, again.host.port)
    assert laptop.next() == ("joined",)
    room.close()
    again.close()


def test_a_device_that_comes_again_takes_the_place_of_its_older_self():
    with open_room() as room:
        _first, laptop, before = room.joined()
        second, end = room.laptop()
        second.connect(HOME, room.host.port)
        assert end.next() == ("joined",)
        assert room.end.next() == ("left", before, "silent")
        kind, after = room.end.next()
        assert kind == "joined"
        assert laptop.next() == ("left", "silent")
        assert room.host.peers() == [after]


def test_one_room_at_a_time_and_the_first_hears_the_goodbye():
    with open_room() as one, open_room() as two:
        two.end.known = one.end.known
        client, laptop, peer = one.joined()
        laptop.host = bytes(two.host_key.verify_key)
        client.connect(HOME, two.host.port)
        assert laptop.next() == ("joined",)
        assert one.end.next() == ("left", peer, "")


def test_a_taken_port_gives_way_to_any_other():
    with open_room() as room:
        second = Room()
        second.host.port = room.host.port
        second.host.start()
        assert second.host.port not in (0, room.host.port)
        second.close()


def test_starting_and_stopping_twice():
    room = Room()
    room.host.stop()
    room.host.start()
    room.host.start()
    room.host.stop()
    room.host.stop()
    assert room.host.peers() == []
    room.host.send_all(Message(Told.STATE, b"nobody hears"))


def test_a_bug_behind_a_port_is_said_and_costs_only_that_laptop():
    def fail(message: Message) -> None:
        if message.payload == b"fail":
            raise LookupError("a bug of ours")

    with open_room() as room:
        room.end.on_received = fail
        client, laptop, peer = room.joined()
        _other, guest, second = room.joined("guest")
        client.send(Message(Told.SELF, b"fail"))
        assert isinstance(room.end.bugs.get(timeout=PATIENCE), LookupError)
        assert room.end.next() == ("left", peer, "malformed")
        assert laptop.next() == ("left", "malformed")
        room.host.send(second.id, Message(Told.STATE, b"still here"))
        assert guest.next() == ("received", Message(Told.STATE, b"still here"))


def test_a_bug_is_heard_as_any_threads_bug_unless_said_otherwise(monkeypatch):
    heard: Queue[type[BaseException]] = Queue()
    monkeypatch.setattr(threading, "excepthook", lambda facts: heard.put(facts.exc_type))
    with open_room() as room:
        client, laptop = room.laptop()
        client._who = client._who._replace(on_bug=type(room.host).__init__.__kwdefaults__["on_bug"])
        laptop.knows = lambda *_facts: 1 / 0
        client.connect(HOME, room.host.port)
        assert heard.get(timeout=PATIENCE) is ZeroDivisionError
        assert laptop.next()[0] == "left"


def test_many_laptops_at_once():
    limits = Limits(unproven=64, unproven_per_address=64)
    with open_room(limits) as room:
        room.end.known = {str(n): bytes(room.laptop_key.verify_key) for n in range(30)}
        laptops = [room.laptop(device=str(n)) for n in range(30)]
        for client, _end in laptops:
            client.connect(HOME, room.host.port)
        assert {end.next() for _client, end in laptops} == {("joined",)}
        assert {room.end.next()[1].device for _ in laptops} == set(room.end.known)
        room.host.send_all(Message(Told.STATE, b"welcome"))
        assert {end.next()[1].payload for _client, end in laptops} == {b"welcome"}
