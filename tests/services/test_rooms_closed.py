"""Closed laptops are opened from the trainer's, when she wants it, and not again by themselves."""

from __future__ import annotations

import pytest
from centre_on_laptops import Machines
from room_of_laptops import InRoom, Room, agree, evening, here
from wires import until

from trainer_app.domain.errors import RoomNotFound


def let_in(laptop: InRoom) -> bool:
    """Whether a pass came, with which the laptop then opens as its window would."""
    if not until(lambda: "pass" in laptop.topics):
        return False
    one = laptop.attaching.take_pass()
    assert one is not None
    laptop.door.open_with_pass(one)
    laptop.attaching.opened(laptop.door)
    return True


def test_one_passphrase_opens_the_room(machines: Machines, room: Room) -> None:
    session, _ = evening(machines.first, "Amina")
    host, laptop = room.centre(2)
    laptop.lock()
    host.hosting.open(session.id)
    laptop.goes_to(host)
    assert let_in(laptop)
    assert laptop.door.tonight is not None
    assert laptop.door.tonight.session == session.id
    assert not laptop.door.trainer_inside
    # Then it is a laptop of the room like any other, without anybody typing anything again.
    assert until(lambda: laptop.attaching.status == "joined")
    machines.first.enrolling.add_person("Boris")
    assert agree(host, laptop)
    assert here(host) == [laptop.letters]


def test_the_trainer_may_be_asked_first(machines: Machines, room: Room) -> None:
    host, laptop, third = room.centre(3)
    laptop.lock()
    third.lock()
    host.hosting.ask_first = True
    host.hosting.open(None)
    laptop.goes_to(host)
    third.goes_to(host)
    assert laptop.attaching.status == "waiting"
    assert until(lambda: len(here(host)) == 2)
    assert {one.kind for one in host.hosting.laptops()} == {"closed"}
    (first,) = (one for one in host.hosting.laptops() if one.letters == laptop.letters)
    host.hosting.let_in(first.id)
    assert let_in(laptop)
    assert "pass" not in third.topics
    host.hosting.ask_first = False
    assert let_in(third)


def test_what_was_locked_by_hand_stays_locked(machines: Machines, room: Room) -> None:
    host, laptop = room.centre(2)
    host.hosting.open(None)
    laptop.goes_to(host)
    assert agree(host, laptop)
    laptop.lock()
    laptop.topics.clear()
    assert until(lambda: here(host) == [laptop.letters])
    assert until(lambda: [one.kind for one in host.hosting.laptops()] == ["closed"])
    assert laptop.attaching.status != "waiting"
    assert laptop.attaching.take_pass() is None
    laptop.attaching.ask_to_open()
    assert let_in(laptop)


def test_nothing_opens_once_the_session_is_over(machines: Machines, room: Room) -> None:
    host, laptop = room.centre(2)
    laptop.lock()
    host.hosting.open(None)
    host.hosting.finish()
    laptop.goes_to(host)
    assert until(lambda: laptop.attaching.status == "waiting")
    host.hosting.open(None)
    # The room's thread has done all that came before this.
    room_thread = host.hosting.room
    assert room_thread is not None
    assert room_thread.is_idle(10)
    assert "pass" not in laptop.topics


def test_a_shut_out_laptop_is_not_opened(machines: Machines, room: Room) -> None:
    host, laptop = room.centre(2)
    device = laptop.door.ledger.store.device
    laptop.lock()
    machines.first.laptops.shut_out(device)
    host.hosting.open(None)
    with pytest.raises(RoomNotFound):
        laptop.goes_to(host)
