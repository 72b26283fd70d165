"""Rooms are announced, found and known by their own centre alone; and addresses are typed."""

from __future__ import annotations

import socket
import time
from ipaddress import ip_interface
from queue import Queue

import ifaddr
import pytest
from hypothesis import given
from hypothesis import strategies as st
from room_ends import CENTRE, HOME, PATIENCE

from trainer_app.classroom import addresses, announcing, multicast
from trainer_app.classroom.finding import Announcer, Finder, mark
from trainer_app.domain.rooms import FoundRoom

# Both ends are on this machine, where another test's room would be found as well.
pytestmark = pytest.mark.xdist_group("discovery")

Found = tuple[FoundRoom, ...]


def finder(centre: str) -> tuple[Finder, Queue[Found], Queue[BaseException]]:
    found: Queue[Found] = Queue()
    bugs: Queue[BaseException] = Queue()
    return Finder(centre, found.put, interfaces=[HOME], on_bug=bugs.put), found, bugs


def test_a_room_is_found_known_by_its_own_and_forgotten_when_it_ends():
    ours, heard, bugs = finder(CENTRE)
    other, heard_elsewhere, _bugs = finder(CENTRE + "1")
    nobody, heard_by_guests, _bugs = finder("")
    looking = [ours, other, nobody]
    room = Announcer("c0ffee", CENTRE, 47999, [HOME])
    try:
        for one in looking:
            one.start()
        room.start()
        known = FoundRoom(HOME, 47999, True, "c0ffee")
        unknown = FoundRoom(HOME, 47999, False, "c0ffee")
        assert heard.get(timeout=PATIENCE) == (known,)
        assert heard_elsewhere.get(timeout=PATIENCE) == (unknown,)
        assert heard_by_guests.get(timeout=PATIENCE) == (unknown,)
        room.stop()
        assert heard.get(timeout=PATIENCE) == ()
    finally:
        room.stop()
        begun = time.monotonic()
        for one in looking:
            one.stop()
        assert time.monotonic() - begun < 6
    assert bugs.empty()


def test_a_room_is_told_of_again_and_again(monkeypatch):
    # A laptop may have been out of reach when the room was opened, or have missed it in the air.
    monkeypatch.setattr(announcing, "SAID_AGAIN", 0.2)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "SO_REUSEPORT"):
            ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        ear.bind(("", 5353))
        group = socket.inet_aton("224.0.0.251") + socket.inet_aton(HOME)
        ear.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group)
        ear.settimeout(PATIENCE)
        room = Announcer("told-again", CENTRE, 47999, [HOME])
        room.start()
        try:
            told = 0
            while told < 3 + 3:  # three times at the beginning
                told += b"told-again" in ear.recv(9000)
        finally:
            room.stop()


def test_an_announcement_tells_strangers_nothing_of_the_centre():
    room = Announcer("c0ffee", CENTRE, 47999)
    said = room._text
    assert sorted(said) == ["m", "n"]
    assert said["m"] == mark(CENTRE, said["n"])
    assert len(said["m"]) == len(said["n"]) == 32
    again = Announcer("c0ffee", CENTRE, 47999)._text
    assert again["m"] != said["m"]


def test_without_a_centre_no_mark_is_ours():
    assert mark("", "nonce") != mark("", "nonce")
    assert mark(CENTRE, "nonce") == mark(CENTRE, "nonce")


@pytest.mark.parametrize("trouble", [OSError("no multicast"), TimeoutError()])
def test_a_network_without_multicast_is_no_error(monkeypatch, trouble):
    tried: Queue[int] = Queue()

    def refuse(_interfaces: object) -> None:
        tried.put(1)
        raise trouble

    monkeypatch.setattr(multicast, "_opened", refuse)
    looking, found, bugs = finder(CENTRE)
    looking.start()
    tried.get(timeout=PATIENCE)
    looking.stop()
    assert found.empty()
    assert bugs.empty()


def test_without_any_network_nothing_is_tried(monkeypatch):
    asked: Queue[int] = Queue()

    def none() -> list[addresses.Own]:
        asked.put(1)
        return []

    monkeypatch.setattr(multicast, "own_interfaces", none)
    monkeypatch.setattr(multicast, "_opened", lambda _interfaces: pytest.fail("tried"))
    bugs: Queue[BaseException] = Queue()
    looking = Finder(CENTRE, lambda _rooms: None, on_bug=bugs.put)
    looking.start()
    asked.get(timeout=PATIENCE)
    looking.stop()
    assert bugs.empty()


def test_a_network_that_comes_later_is_looked_at(monkeypatch):
    networks = [[], [ip_interface("10.0.0.2/24")]]
    monkeypatch.setattr(multicast, "LOOK_AGAIN", 0.01)
    monkeypatch.setattr(
        multicast, "own_interfaces", lambda: networks.pop(0) if len(networks) > 1 else networks[0]
    )
    opened: Queue[object] = Queue()

    def open_one(interfaces: object) -> None:
        opened.put(interfaces)
        raise OSError("enough for this test")

    monkeypatch.setattr(multicast, "_opened", open_one)
    looking = Finder(CENTRE, lambda _rooms: None)
    looking.start()
    assert opened.get(timeout=PATIENCE) is None
    looking.stop()


@pytest.mark.parametrize(
    ("typed", "host", "port"),
    [
        ("192.168.1.5", "192.168.1.5", 47474),
        (" 192.168.1.5 : 47475 ", "192.168.1.5", 47475),
        ("trainer-laptop", "trainer-laptop", 47474),
        ("trainer-laptop.local:5000", "trainer-laptop.local", 5000),
        ("[fd00::2]:5000", "fd00::2", 5000),
        ("[fd00::2]", "fd00::2", 47474),
        ("fd00::2", "fd00::2", 47474),
    ],
)
def test_addresses_as_people_type_them(typed, host, port):
    assert addresses.typed_address(typed) == (host, port)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "  ", ":47474", "192.168.1.5:", "192.168.1.5:0", "192.168.1.5:70000", "room:x"),
        *("http://192.168.1.5", "a@b", "[fd00::2", "[fd00::2]x", "fd00::zz", "1:2:3", "x" * 300),
    ],
)
def test_what_is_no_address(typed):
    with pytest.raises(ValueError):
        addresses.typed_address(typed)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_an_address_or_refused(typed):
    try:
        host, port = addresses.typed_address(typed)
    except ValueError:
        return
    assert host
    assert 0 < port < 65536


def test_an_announced_address_in_our_own_network_is_the_nearest():
    own = [ip_interface("10.0.0.2/24"), ip_interface("fd00::2/64")]
    heard = ["fe80::1%2", "192.168.7.7", "fd00::9", "10.0.0.9"]
    assert addresses.nearest(heard, own) == "10.0.0.9"
    assert addresses.nearest(heard[:3], own) == "fd00::9"
    assert addresses.nearest(heard[:2], own) == "192.168.7.7"
    assert addresses.nearest([], own) == ""


class Adapter:
    def __init__(self, name: str, *ips: tuple[object, int]) -> None:
        self.nice_name = name
        self.ips = [type("Ip", (), {"ip": ip, "network_prefix": size})() for ip, size in ips]


def test_own_addresses_are_those_that_others_reach_the_likeliest_first(monkeypatch):
    adapters = [
        Adapter("lo", ("127.0.0.1", 8), (("::1", 0, 0), 128)),
        Adapter("docker0", ("172.17.0.1", 16)),
        Adapter("wlan0", (("fe80::5", 0, 3), 64), (("fd00::5", 0, 0), 64), ("192.168.1.5", 24)),
    ]
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: adapters)
    shown = [addresses.with_port(own.ip, 47474) for own in addresses.own_interfaces()]
    assert shown == ["192.168.1.5:47474", "[fd00::5]:47474", "172.17.0.1:47474"]
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: adapters[:1])
    assert addresses.own_interfaces() == []
