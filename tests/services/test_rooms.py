"""A room of laptops with real stores and sockets: what one does the others see, whatever fails."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest
from centre_on_laptops import Machines
from centres import PASSPHRASE
from room_of_laptops import InRoom, Room, agree, evening, here, said_to
from wires import until

from trainer_app.domain.errors import NotAllowed, RoomNotFound, WrongRoomCode
from trainer_app.domain.rooms import Follow, LaptopState
from trainer_app.keys.wrapping import Cost
from trainer_app.services.attending import Attending
from trainer_app.services.room.attaching import LAST_WORDS_SECONDS
from trainer_app.services.sitting import Seats

PICTURES = ("sun", "fish", "tree")


def test_signing_in_on_one_laptop_is_on_the_trainers_board_at_once(
    machines: Machines, room: Room
) -> None:
    session, people = evening(machines.first, "Amina", "Boris")
    host, laptop = room.centre(2)
    host.hosting.open(session.id)
    Attending(host.door.ledger).start_now(session.id)
    laptop.door.leave_trainer()
    laptop.goes_to(host)
    assert agree(host, laptop)
    host.topics.clear()
    seats = Seats(laptop.door.ledger)
    seats.choose_pictures(people[0].id, PICTURES)
    seats.sit_down(people[0].id, PICTURES)
    seats.raise_hand(up=True)
    assert until(lambda: "hands" in host.topics)
    assert [one.id for one in Seats(host.door.ledger).history(people[0].id)]
    assert {"sittings", "pictures"} <= host.topics
    assert agree(host, laptop)


def test_what_the_trainer_says_reaches_all_also_who_comes_late(
    machines: Machines, room: Room
) -> None:
    session, _ = evening(machines.first)
    host, laptop = room.centre(2)
    host.hosting.open(session.id)
    laptop.goes_to(host)
    guest = room.guest()
    guest.attaching.join(host.hosting.code(), host.address)
    host.hosting.listen(True)
    host.hosting.follow(Follow("sign-in-and-out", "", "en"))
    others = (laptop, guest)
    assert until(lambda: all(said_to(one).follow is not None for one in others))
    assert all(said_to(one).listening for one in others)
    late = room.guest("late")
    late.attaching.join(host.hosting.code(), host.address)
    assert until(lambda: late.attaching.state == host.hosting.state)
    host.hosting.finish()
    assert until(lambda: all(said_to(one).over for one in (*others, late)))
    assert not said_to(late).listening
    assert late.attaching.status == "joined"


def test_laptops_answer_a_vote(machines: Machines, room: Room) -> None:
    host, laptop = room.centre(2)
    host.hosting.open(None)
    laptop.goes_to(host)
    guest = room.guest()
    guest.attaching.join(host.hosting.code(), host.address)
    vote = host.hosting.ask("sign-in-and-out", "why", "en")
    assert until(lambda: said_to(laptop).vote == vote and said_to(guest).vote == vote)
    laptop.attaching.vote("a", 3)
    guest.attaching.vote("b", 1)
    assert until(lambda: host.hosting.votes() == ({"a": 3, "b": 1}, 2))
    laptop.attaching.vote("b", 3)
    assert until(lambda: host.hosting.votes() == ({"b": 4}, 2))
    host.hosting.reveal()
    assert until(lambda: said_to(laptop).vote == replace(vote, revealed=True))
    laptop.attaching.vote("a", 3)
    host.hosting.end_vote()
    assert until(lambda: said_to(laptop).vote is None)
    assert host.hosting.votes() == ({"b": 4}, 2)


def test_the_trainer_sees_each_laptop_without_a_name(machines: Machines, room: Room) -> None:
    host, laptop = room.centre(2)
    machines.all[1].clock.forward(minutes=7)
    host.hosting.open(None)
    laptop.goes_to(host)
    guest = room.guest()
    guest.attaching.join(host.hosting.code(), host.address)
    laptop.attaching.tell(LaptopState(clock=0, battery=81, people=2, lesson="sign-in-and-out"))
    assert until(lambda: any(one.state and one.state.people for one in host.hosting.laptops()))
    ours, other = host.hosting.laptops()
    assert (ours.kind, ours.letters, ours.here) == ("ours", machines.all[1].letters, True)
    assert ours.state is not None
    assert (ours.state.battery, ours.state.lesson, ours.state.waiting) == (81, "sign-in-and-out", 0)
    assert ours.clock_off == 7 * 60
    assert (other.kind, other.letters, other.guest) == ("guest", "", 1)


def test_a_guest_needs_the_code(machines: Machines, room: Room) -> None:
    host, _ = room.centre(2)
    guest = room.guest()
    with pytest.raises(RoomNotFound):
        guest.attaching.join("1" * 20)
    with pytest.raises(RoomNotFound):
        guest.attaching.join("1" * 20, "127.0.0.1:1")
    host.hosting.open(None)
    with pytest.raises(WrongRoomCode):
        guest.attaching.join("1" * 20, host.address)
    with pytest.raises(RoomNotFound):
        guest.attaching.join("", host.address)
    assert said_to(guest).number == 0
    guest.attaching.join(" ".join(host.hosting.code()), host.address)
    assert guest.attaching.status == "joined"


def test_a_laptop_of_another_centre_stays_outside(
    machines: Machines, room: Room, tmp_path: Path, cheap_cost: Cost
) -> None:
    host, _ = room.centre(2)
    host.hosting.open(None)
    elsewhere = Machines(tmp_path / "elsewhere", cheap_cost)
    stranger = room.laptop(elsewhere.first)
    with pytest.raises(RoomNotFound):
        stranger.goes_to(host)
    assert here(host) == []
    # With the code it is a guest like any other.
    stranger.attaching.join(host.hosting.code(), host.address)
    assert until(lambda: here(host) == ["1"])
    before = stranger.state
    host.door.ledger.write(host.door.ledger.note("headcount-changed", {"session": "s", "delta": 1}))
    assert stranger.state == before


def test_who_drops_out_keeps_everything_and_catches_up(machines: Machines, room: Room) -> None:
    host, laptop, third = room.centre(3)
    host.hosting.open(None)
    laptop.goes_to(host)
    third.goes_to(host)
    assert agree(host, laptop, third)
    host.hosting.close()
    assert until(lambda: laptop.attaching.state is None)
    machines.all[1].enrolling.add_person("Alone for now")
    machines.all[2].enrolling.add_person("Alone too")
    host.hosting.open(None)
    laptop.goes_to(host)
    third.goes_to(host)
    assert agree(host, laptop, third)
    assert machines.first.names == {"Alone for now", "Alone too"}


def test_the_trainers_laptop_dies_and_a_second_one_goes_on(machines: Machines, room: Room) -> None:
    session, people = evening(machines.first, "Amina")
    host, second, laptop = room.centre(3)
    host.hosting.open(session.id)
    Attending(host.door.ledger).start_now(session.id)
    second.goes_to(host)
    laptop.goes_to(host)
    guest = room.guest()
    guest.attaching.join(host.hosting.code(), host.address)
    assert agree(host, second, laptop)
    code = host.hosting.code()
    host.lock()  # as good as dead: it tells nobody anything any more
    assert until(lambda: laptop.attaching.status == "looking")
    seats = Seats(laptop.door.ledger)
    seats.choose_pictures(people[0].id, PICTURES)
    seats.sit_down(people[0].id, PICTURES)
    second.hosting.open(None)
    assert second.hosting.session == session.id
    assert second.hosting.code() == code
    laptop.goes_to(second)
    guest.attaching.join(code, second.address)
    assert agree(second, laptop)
    assert Seats(second.door.ledger).history(people[0].id)
    host.open()
    host.goes_to(second)
    assert agree(host, second, laptop)


def test_two_rooms_of_one_centre_trade_their_events(machines: Machines, room: Room) -> None:
    host, second, laptop, other = room.centre(4)
    host.hosting.open(None)
    second.hosting.open(None)
    laptop.goes_to(host)
    other.goes_to(second)
    later, earlier = sorted((host, second), key=lambda one: one.door.ledger.store.device)
    later.goes_to(earlier)
    machines.all[2].enrolling.add_person("In the one")
    machines.all[3].enrolling.add_person("In the other")
    assert agree(host, second, laptop, other)
    assert machines.all[3].names == {"In the one", "In the other"}
    # Neither trainer is led by the other.
    assert later.attaching.state is None


def test_what_is_written_at_the_last_moment_reaches_the_trainer(
    machines: Machines, room: Room
) -> None:
    session, people = evening(machines.first, "Amina")
    host, laptop = room.centre(2)
    host.hosting.open(session.id)
    Attending(host.door.ledger).start_now(session.id)
    laptop.goes_to(host)
    assert agree(host, laptop)
    seats = Seats(laptop.door.ledger)
    seats.choose_pictures(people[0].id, PICTURES)
    seats.sit_down(people[0].id, PICTURES)
    seats.raise_hand(up=True)
    seats.leave()
    laptop.lock()
    (sitting,) = Seats(host.door.ledger).history(people[0].id)
    assert sitting.ended is not None


def test_locking_does_not_wait_for_a_room_that_is_gone(machines: Machines, room: Room) -> None:
    host, laptop = room.centre(2)
    host.hosting.open(None)
    laptop.goes_to(host)
    assert agree(host, laptop)
    host.hosting.close()
    assert until(lambda: laptop.attaching.status == "looking")
    machines.all[1].enrolling.add_person("Boris")
    begun = monotonic()
    laptop.lock()
    assert monotonic() - begun < LAST_WORDS_SECONDS


def test_only_a_trainer_opens_and_locking_closes(machines: Machines, room: Room) -> None:
    host, laptop = room.centre(2)
    host.door.leave_trainer()
    with pytest.raises(NotAllowed):
        host.hosting.open(None)
    host.door.unlock_any("seven geese over the canal")
    host.hosting.open(None)
    laptop.goes_to(host)
    # It goes on when the trainer hands her laptop to learners.
    host.door.leave_trainer()
    machines.all[1].enrolling.add_person("Boris")
    assert until(lambda: "Boris" in machines.first.names)
    hosting = host.hosting
    host.door.lock()
    assert not hosting.is_open
    assert until(lambda: laptop.attaching.status == "looking")


def test_who_is_sent_away_or_shut_out_does_not_come_back(machines: Machines, room: Room) -> None:
    host, laptop, third = room.centre(3)
    host.hosting.open(None)
    laptop.goes_to(host)
    third.goes_to(host)
    assert agree(host, laptop, third)
    host.hosting.send_away(laptop.door.ledger.store.device)
    machines.first.laptops.shut_out(third.door.ledger.store.device)
    assert until(lambda: here(host) == [])
    assert {one.trouble for one in host.hosting.laptops()} == {"sent-away"}
    for one in (laptop, third):
        with pytest.raises(RoomNotFound):
            one.goes_to(host)


def test_a_trainer_is_removed_while_the_room_is_open(machines: Machines, room: Room) -> None:
    omar = machines.first.trainers.add("Omar", "drum", "four cups of mint tea")
    host, laptop = room.centre(2)
    host.hosting.open(None)
    laptop.door.leave_trainer()
    laptop.goes_to(host)
    assert agree(host, laptop)
    # New data, centre and device keys here; the other laptop follows when a trainer unlocks it.
    machines.first.trainers.remove(omar)
    seats = machines.all[1].door.ledger
    seats.write(seats.note("headcount-changed", {"session": "s", "delta": 1}))
    assert until(lambda: machines.first.door.ledger.store.events_of("headcount:s") != [])
    machines.first.enrolling.add_person("Not for Omar")
    assert host.hosting.is_open
    laptop.attaching.leave()
    assert until(lambda: laptop.attaching.status == "looking")
    laptop.goes_to(host)
    assert laptop.door.ledger.store.events_of("headcount:s")
    assert "Not for Omar" not in {row["name"] for row in _people(laptop)}
    # The bundle was sealed to her keys, too: with her inside it can be opened.
    laptop.attaching.leave()
    machines.all[1].door.unlock_any(PASSPHRASE)
    laptop.goes_to(host)
    assert until(lambda: "Not for Omar" in {row["name"] for row in _people(laptop)})
    machines.all[1].trainers.finish()
    assert agree(host, laptop)
    machines.first.enrolling.add_person("Afterwards")
    assert until(lambda: "Afterwards" in {row["name"] for row in _people(laptop)})
    assert agree(host, laptop)


def _people(one: InRoom) -> list[dict[str, object]]:
    return list(one.door.ledger.store.query("SELECT name FROM people"))
