"""One passphrase opens the room: passes over the network and on a stick, good and stolen."""

from __future__ import annotations

import json
import shutil
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from centre_on_laptops import Machine, Machines
from centres import PASSPHRASE, PICTURES, WINTER, Clock

from trainer_app.domain.errors import (
    EveningOver,
    LaptopShutOut,
    MalformedPass,
    NotAllowed,
    PassForAnother,
    TrainerError,
    WrongClock,
    WrongPass,
)
from trainer_app.keys.passes import read_pass
from trainer_app.keys.room_key import RoomKey
from trainer_app.services.attending import Attending
from trainer_app.services.room.doorkeeping import Doorkeeping
from trainer_app.services.room.evening_news import is_ours, trade
from trainer_app.services.room.pass_sticks import FILE, FOLDER
from trainer_app.services.sitting import Seats
from trainer_app.store import doors

EVENING = datetime(2026, 11, 24, 18, 40, tzinfo=WINTER)


@pytest.fixture
def hers(machines: Machines) -> Machine:
    """The trainer's laptop, with a course that has a session tonight, 19:00 to 21:00."""
    machines.first.clock.moment = EVENING
    return machines.first


@pytest.fixture
def theirs(machines: Machines, hers: Machine) -> Machine:
    """A learners' laptop that hers has heard of; locked."""
    other = machines.invited(hers, Clock(EVENING))
    hers.hears(other.news())
    other.door.lock()
    return other


@pytest.fixture
def session(hers: Machine) -> str:
    course = hers.courses.add_course("Tuesday group")
    return hers.courses.add_session(course.id, EVENING.date(), time(19), time(21)).id


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "STICK").mkdir()
    return tmp_path / "STICK"


def evening_stick(hers: Machine, stick: Path, session: str | None = None) -> Doorkeeping:
    keeping = Doorkeeping(hers.door)
    assert keeping.write_to_stick(stick, session) == 1
    return keeping


def refusal(theirs: Machine, stick: Path) -> TrainerError:
    with pytest.raises(TrainerError) as told:
        Doorkeeping(theirs.door).open_from_stick(stick)
    assert not theirs.door.is_open
    return told.value


# Opening
def test_a_laptop_asks_through_the_network_and_is_opened(
    hers: Machine, theirs: Machine, session: str
) -> None:
    keeping, asking = Doorkeeping(hers.door), Doorkeeping(theirs.door)
    assert len(keeping.passes_for(session)) == 1
    room = asking.room_key()
    assert room is not None
    assert keeping.knows(room.laptop, b"this is me", room.keys.sign(b"this is me"))
    assert not keeping.knows(room.laptop, b"this is me", RoomKey.random("x").keys.sign(b"this"))
    assert not keeping.knows("nobody", b"this is me", room.keys.sign(b"this is me"))
    one = keeping.pass_for(room.laptop, asking.slots_now())
    assert one is not None
    theirs.door.open_with_pass(read_pass(one.as_bytes()))
    assert theirs.door.is_open
    assert not theirs.door.trainer_inside
    with pytest.raises(NotAllowed):
        _ = theirs.door.keys
    tonight = theirs.door.tonight
    assert tonight is not None
    assert tonight.session == session
    assert tonight.until == int(datetime(2026, 11, 24, 22, tzinfo=WINTER).timestamp())


def test_it_goes_on_when_the_trainer_hands_her_laptop_to_learners(
    hers: Machine, theirs: Machine
) -> None:
    keeping, asking = Doorkeeping(hers.door), Doorkeeping(theirs.door)
    keeping.passes_for(None)
    hers.door.leave_trainer()
    slots = asking.slots_now()
    one = keeping.pass_for(asking.room_key().laptop, slots)  # type: ignore[union-attr]
    assert one is not None
    theirs.door.open_with_pass(one)
    # Until midnight, where no session says when it ends.
    assert theirs.door.tonight.until == int(  # type: ignore[union-attr]
        datetime(2026, 11, 25, tzinfo=WINTER).timestamp()
    )
    with pytest.raises(NotAllowed):
        keeping.passes_for(None)
    other_slots = json.dumps(dict.fromkeys(json.loads(slots), "00" * 80)).encode()
    assert keeping.pass_for(one.laptop, other_slots) is None
    keeping.forget()
    assert keeping.pass_for(one.laptop, slots) is None


def test_slots_that_are_none_are_refused(hers: Machine, theirs: Machine) -> None:
    keeping = Doorkeeping(hers.door)
    for slots in (b"", b"[]", b'{"a": 1}', b"\xff" * 100):
        with pytest.raises(MalformedPass):
            keeping.pass_for("x", slots)
    room = Doorkeeping(theirs.door).room_key()
    assert room is not None
    assert keeping.pass_for(room.laptop, b"{}") is None
    assert keeping.pass_for(room.laptop, json.dumps({"x": "00"}).encode()) is None


def test_a_stick_opens_a_laptop_once(
    hers: Machine, theirs: Machine, stick: Path, session: str, tmp_path: Path
) -> None:
    evening_stick(hers, stick, session)
    stolen = (stick / FOLDER / FILE).read_bytes()
    assert Doorkeeping(theirs.door).open_from_stick(stick)
    assert theirs.door.tonight is not None
    assert not (stick / FOLDER / FILE).exists()
    theirs.door.lock()
    assert theirs.door.tonight is None
    (stick / FOLDER / FILE).write_bytes(stolen)
    error = refusal(theirs, stick)
    assert isinstance(error, WrongPass)
    assert error.facts == {"reason": "used"}
    theirs.door.unlock_any(PASSPHRASE)
    assert theirs.door.trainer_inside


def test_the_next_pass_is_for_the_new_room_key(
    hers: Machine, theirs: Machine, stick: Path, machines: Machines
) -> None:
    evening_stick(hers, stick)
    Doorkeeping(theirs.door).open_from_stick(stick)
    trade(theirs.door, stick)
    theirs.door.lock()
    hers.merging.merge(hers.merging.files_on(stick))
    evening_stick(hers, stick)
    assert Doorkeeping(theirs.door).open_from_stick(stick)


def test_one_stick_opens_several_laptops(hers: Machine, machines: Machines, stick: Path) -> None:
    several = [machines.invited(hers, Clock(EVENING)) for _ in range(2)]
    hers.hears(*(one.news() for one in several))
    assert Doorkeeping(hers.door).write_to_stick(stick) == 2
    for one in several:
        one.door.lock()
        assert Doorkeeping(one.door).open_from_stick(stick)
    assert Doorkeeping(hers.door).read_from_stick(stick) is None


def test_the_stick_brings_who_comes_tonight_and_takes_what_was_done(
    hers: Machine, theirs: Machine, stick: Path, session: str
) -> None:
    course = hers.courses.session(session).course
    amina = hers.enrolling.add_person("Amina Khan", course_id=course)
    hers.enrolling.add_person("Somebody of another group")
    evening_stick(hers, stick, session)
    Doorkeeping(theirs.door).open_from_stick(stick)
    assert is_ours(stick)
    assert trade(theirs.door, stick) > 0
    seats = Seats(theirs.door.ledger)
    assert [person.name for person in seats.faces()] == ["Amina"]
    seats.choose_pictures(amina.id, PICTURES)
    sitting = seats.sit_down(amina.id, PICTURES)
    assert sitting.session == session
    trade(theirs.door, stick)
    hers.merging.merge(hers.merging.files_on(stick))
    assert [one.id for one in Seats(hers.door.ledger).history(amina.id)] == [sitting.id]
    assert hers.state == theirs.state


def test_a_stick_that_tells_nothing_opens_nothing(theirs: Machine, stick: Path) -> None:
    assert not Doorkeeping(theirs.door).open_from_stick(stick)
    assert not is_ours(stick)
    (stick / FOLDER).mkdir()
    (stick / FOLDER / FILE).write_bytes(b"PK\x03\x04")
    assert isinstance(refusal(theirs, stick), MalformedPass)


# Stolen
def test_after_the_evening_it_opens_nothing(
    hers: Machine, theirs: Machine, stick: Path, session: str
) -> None:
    evening_stick(hers, stick, session)
    theirs.clock.moment = EVENING + timedelta(hours=5)
    assert isinstance(refusal(theirs, stick), EveningOver)


def test_a_clock_that_was_set_back_helps_nobody_where_work_was_done_since(
    hers: Machine, theirs: Machine, stick: Path
) -> None:
    evening_stick(hers, stick)
    theirs.clock.moment = EVENING - timedelta(days=3)
    assert isinstance(refusal(theirs, stick), WrongClock)
    theirs.clock.moment = EVENING + timedelta(days=7)
    theirs.door.unlock_any(PASSPHRASE)
    theirs.enrolling.add_person("Amina")
    theirs.door.lock()
    theirs.clock.moment = EVENING
    assert isinstance(refusal(theirs, stick), WrongClock)


def test_it_opens_no_other_laptop(
    hers: Machine, theirs: Machine, stick: Path, machines: Machines
) -> None:
    evening_stick(hers, stick)
    another = machines.invited(hers, Clock(EVENING))
    another.door.lock()
    assert isinstance(refusal(another, stick), PassForAnother)
    assert (stick / FOLDER / FILE).exists()


def test_a_laptop_that_was_shut_out_gets_none_and_uses_none(
    hers: Machine, theirs: Machine, stick: Path, machines: Machines
) -> None:
    keeping = evening_stick(hers, stick)
    room = RoomKey.load(theirs.door.folder)
    assert room is not None
    hers.laptops.shut_out(room.laptop)
    assert keeping.passes_for(None) == ()
    assert keeping.pass_for(room.laptop, Doorkeeping(theirs.door).slots_now()) is None
    assert not keeping.knows(room.laptop, b"me", room.keys.sign(b"me"))
    # Once the laptop has heard of it, an older pass opens nothing either.
    theirs.door.unlock_any(PASSPHRASE)
    theirs.hears(hers.news())
    theirs.door.lock()
    assert isinstance(refusal(theirs, stick), LaptopShutOut)


def test_after_its_keys_were_renewed_an_older_pass_opens_nothing(
    hers: Machine, theirs: Machine, stick: Path
) -> None:
    omar = hers.trainers.add("Omar", "drum", "two")
    theirs.door.unlock_any(PASSPHRASE)
    theirs.hears(hers.news())
    hers.hears(theirs.news())
    theirs.door.lock()
    keeping = evening_stick(hers, stick)
    hers.trainers.remove(omar)
    theirs.door.unlock_any(PASSPHRASE)
    theirs.hears(hers.news())
    theirs.door.lock()
    error = refusal(theirs, stick)
    assert error.facts == {"reason": "renewed"}
    # What the laptop says now is fresher than what it lodged before.
    room = RoomKey.load(theirs.door.folder)
    assert room is not None
    one = keeping.pass_for(room.laptop, Doorkeeping(theirs.door).slots_now())
    assert one is not None
    theirs.door.open_with_pass(one)


def test_a_copied_folder_is_opened_by_a_passphrase_alone(
    hers: Machine, theirs: Machine, stick: Path, machines: Machines, tmp_path: Path
) -> None:
    evening_stick(hers, stick)
    shutil.copytree(theirs.door.folder, tmp_path / "copy")
    copy = Machine(type(theirs.door)(tmp_path / "copy", theirs.clock.now), theirs.clock, tmp_path)
    assert refusal(copy, stick).facts == {"reason": "moved"}


# What a laptop lodges
def test_a_laptop_lodges_once_and_again_when_its_trainers_change(
    hers: Machine, theirs: Machine
) -> None:
    def said() -> int:
        store = theirs.door.ledger.store
        rows = store.query(
            "SELECT count(*) AS count FROM events WHERE kind = 'laptop-door-set' AND device = ?",
            [store.device],
        )
        return int(next(rows)["count"])

    theirs.door.unlock_any(PASSPHRASE)
    assert said() == 1
    own = doors.own(theirs.door.ledger.store)
    assert own is not None
    assert own.box_key == RoomKey.load(theirs.door.folder).keys.public.box_hex  # type: ignore[union-attr]
    omar = theirs.trainers.add("Omar", "drum", "two")
    assert said() == 2
    assert omar in json.loads(doors.own(theirs.door.ledger.store).lodged)  # type: ignore[union-attr]
    theirs.trainers.add_substitute("Sub", "leaf", "three", EVENING.date())
    theirs.door.lock()
    theirs.door.unlock_any(PASSPHRASE)
    assert said() == 2


def test_whoever_has_no_passphrase_writes_no_passes(hers: Machine, stick: Path) -> None:
    hers.door.leave_trainer()
    with pytest.raises(NotAllowed):
        Doorkeeping(hers.door).write_to_stick(stick)
    assert not (stick / FOLDER).exists()


def test_a_laptop_whose_battery_was_flat_writes_no_passes(hers: Machine, stick: Path) -> None:
    hers.clock.moment = datetime(1970, 1, 1, 2, tzinfo=WINTER)
    with pytest.raises(WrongClock):
        Doorkeeping(hers.door).write_to_stick(stick)
    assert not (stick / FOLDER).exists()


# Tonight's faces
def test_who_comes_later_is_among_tonights_and_nobody_else(
    hers: Machine, theirs: Machine, session: str
) -> None:
    course = hers.courses.session(session).course
    for name in ("Amina Khan", "Amina Said", "Bo"):
        hers.enrolling.add_person(name, course_id=course)
    away = hers.enrolling.add_person("Dara", course_id=course)
    far = hers.enrolling.add_person("Eli")
    Attending(hers.door.ledger).start_now(session)
    one = Doorkeeping(hers.door)
    one.passes_for(session)
    asking = Doorkeeping(theirs.door)
    found = one.pass_for(asking.room_key().laptop, asking.slots_now())  # type: ignore[union-attr]
    assert found is not None
    theirs.door.open_with_pass(found)
    seats = Seats(theirs.door.ledger)
    # The session is not in this laptop's log yet.
    assert seats.faces() == []
    assert seats.session_id() == session
    new = theirs.enrolling.add_person("Fen Li")
    seats.choose_pictures(new.id, PICTURES)
    seats.sit_down(new.id, PICTURES)
    assert [person.name for person in seats.people()] == ["Fen"]
    seats.leave()
    assert [person.name for person in seats.faces()] == ["Fen"]
    theirs.door.unlock_any(PASSPHRASE)
    theirs.hears(hers.news())
    theirs.door.leave_trainer()
    names = {person.name for person in seats.faces()}
    assert names == {"Amina K", "Amina S", "Bo", "Dara", "Fen"}
    assert seats.by_number(far.number) is None
    assert seats.by_number(away.number).name == "Dara"  # type: ignore[union-attr]
    assert theirs.enrolling.person(away.id).name == "Dara"
