"""Laptops of a room hear each other's events as they happen, once, and agree in the end."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from centre_on_laptops import Machine, Machines
from centres import PASSPHRASE
from wires import Carrier, Wire, agree, until

from trainer_app.bundles import live
from trainer_app.classroom.messages import Message, Told
from trainer_app.services.room.line import Claim
from trainer_app.services.sitting import Seats
from trainer_app.store import meeting, pooling
from trainer_app.store.store import Store

Make = Callable[[Machine], Carrier]


@pytest.fixture
def carried() -> Iterator[Make]:
    """Begins to carry a laptop's events; at the end nothing has gone wrong in the threads."""
    made: list[Carrier] = []

    def make(machine: Machine) -> Carrier:
        made.append(Carrier(machine))
        return made[-1]

    yield make
    for one in made:
        one.carrying.close()
    assert [bug for one in made for bug in one.bugs] == []


def told(wire: Wire, kind: Told) -> list[Message]:
    return [message for _, message in wire.sent if message.told is kind]


def store_of(one: Carrier) -> Store:
    return one.machine.door.ledger.store


def test_an_answer_is_there_at_once_and_confirmed(machines: Machines, carried: Make) -> None:
    first, second = machines.first, machines.invited(machines.first)
    machines.pool(first, second)
    host, laptop = carried(first), carried(second)
    wire = Wire(host, laptop)
    assert agree(host, laptop)
    second.enrolling.add_person("Amina")
    assert until(lambda: "Amina" in first.names)
    assert until(lambda: laptop.carrying.unconfirmed(wire.at_b) == 0)
    assert agree(host, laptop)
    # The first may still have come with the bundles of joining.
    second.enrolling.add_person("Rosa")
    assert until(lambda: "Rosa" in first.names)
    assert told(wire, Told.NEWS)
    assert "people" in host.topics
    assert first.is_sound()
    assert second.is_sound()


def test_the_learners_state_takes_part(machines: Machines, carried: Make) -> None:
    first, second = machines.first, machines.invited(machines.first)
    machines.pool(first, second)
    amina = first.enrolling.add_person("Amina")
    second.door.leave_trainer()
    host, laptop = carried(first), carried(second)
    Wire(host, laptop)
    assert until(lambda: "Amina" in second.names)
    seats = Seats(second.door.ledger)
    seats.choose_pictures(amina.id, ("sun", "fish", "tree"))
    seats.sit_down(amina.id, ("sun", "fish", "tree"))
    assert agree(host, laptop)
    assert Seats(first.door.ledger).history(amina.id)


def test_who_dropped_out_catches_up_and_nothing_is_twice(machines: Machines, carried: Make) -> None:
    first = machines.first
    second, third = machines.invited(first), machines.invited(first)
    machines.pool(first, second, third)
    host, b, c = (carried(one) for one in (first, second, third))
    wires = [Wire(host, b), Wire(host, c)]
    assert agree(host, b, c)
    wires[0].cut()
    second.enrolling.add_person("While away")
    third.enrolling.add_person("Meanwhile")
    assert until(lambda: "Meanwhile" in first.names)
    wires[0] = Wire(host, b)
    assert agree(host, b, c)
    assert first.names == {"While away", "Meanwhile"}
    lines = [event for one in (first, second, third) for event in _ids(one)]
    assert len(lines) == 3 * len(set(lines))


def test_what_one_writes_goes_on_to_the_others(machines: Machines, carried: Make) -> None:
    first = machines.first
    laptops = [machines.invited(first) for _ in range(3)]
    machines.pool(first, *laptops)
    host = carried(first)
    others = [carried(one) for one in laptops]
    for one in others:
        Wire(host, one)
    assert agree(host, *others)
    for number, one in enumerate(laptops):
        one.enrolling.add_person(f"Person {number}")
    assert until(lambda: all(len(one.names) == 3 for one in laptops))
    assert agree(host, *others)


def test_the_others_are_told_each_in_its_turn(machines: Machines, carried: Make) -> None:
    first = machines.first
    others = [machines.invited(first) for _ in range(3)]
    machines.pool(first, *others)
    host, talks, *hear = (carried(one) for one in (first, *others))
    wires = [Wire(host, one) for one in (talks, *hear)]
    assert agree(host, talks, *hear)
    turns: list[str] = []
    for wire, one in zip(wires[1:], hear, strict=True):
        wire.at_a.send = _noting(turns, one.device, wire.at_a.send)
    for number in range(12):
        others[0].enrolling.add_person(f"Person {number}")
        heard = len(turns)
        assert until(lambda before=heard: len(turns) > before)
    assert agree(host, talks, *hear)
    # Nobody is told twice while another one waits, and much comes at once.
    assert all(one != next_one for one, next_one in pairwise(turns))
    assert len(turns) <= 2 * 12


def _noting(
    turns: list[str], device: str, send: Callable[[Message], None]
) -> Callable[[Message], None]:
    def sent(message: Message) -> None:
        if message.told is Told.NEWS:
            turns.append(device)
        send(message)

    return sent


def test_what_a_trainer_signed_goes_as_a_bundle(machines: Machines, carried: Make) -> None:
    first = machines.first
    second, third = machines.invited(first), machines.invited(first)
    machines.pool(first, second, third)
    host, b, c = carried(first), carried(second), carried(third)
    wire, other = Wire(host, b), Wire(host, c)
    assert agree(host, b, c)
    third_device = c.device
    first.laptops.shut_out(third_device)
    assert until(lambda: other.dropped == ["sent-away"])
    assert agree(host, b)
    assert third_device in meeting.shut_out(store_of(b))
    assert not wire.dropped


def test_a_laptop_nobody_has_heard_of_shows_who_it_is(machines: Machines, carried: Make) -> None:
    first = machines.first
    second = machines.invited(first)
    host, laptop = carried(first), carried(second)
    wire = Wire(host, laptop, _claim(second))
    assert until(lambda: wire.at_a.claim is None)
    second.enrolling.add_person("Amina")
    assert agree(host, laptop)
    assert first.names == {"Amina"}


def test_who_only_claims_to_be_a_laptop_learns_nothing(machines: Machines, carried: Make) -> None:
    first = machines.first
    second = machines.invited(first)
    host, laptop = carried(first), carried(second)
    false = replace_signature(_claim(second))
    wire = Wire(host, laptop, false)
    first.enrolling.add_person("Secret")
    assert until(lambda: bool(told(wire, Told.BUNDLE)))
    to_it = [message for to, message in wire.sent if to == laptop.device]
    holds = [one.payload for one in to_it if one.told is Told.HOLDS]
    assert holds == [b'{"ends":{},"keys":[]}']
    assert all(b"Secret" not in one.payload for one in to_it)
    assert not [one for one in to_it if one.told is Told.NEWS]


def test_a_forged_stretch_is_refused_and_its_bringer_goes(
    machines: Machines, carried: Make
) -> None:
    first, second = machines.first, machines.invited(machines.first)
    machines.pool(first, second)
    host, laptop = carried(first), carried(second)
    wire = Wire(host, laptop)
    assert agree(host, laptop)
    before = first.state
    laptop.carrying.close()
    host.carrying.hear(wire.at_a, Message(Told.NEWS, _forged(second)))
    assert until(lambda: wire.dropped == ["forged"])
    assert first.state == before


def test_a_stretch_that_does_not_follow_leads_to_a_bundle(
    machines: Machines, carried: Make
) -> None:
    first, second = machines.first, machines.invited(machines.first)
    machines.pool(first, second)
    host, laptop = carried(first), carried(second)
    wire = Wire(host, laptop)
    assert until(lambda: wire.at_b.is_ready)
    # One that never came, then one that did.
    wire._whole = False
    second.enrolling.add_person("Lost on the way")
    device, last = laptop.device, meeting.last_of(store_of(laptop), laptop.device)
    assert until(lambda: (wire.at_b.known or {}).get(device) == last)
    wire._whole = True
    second.enrolling.add_person("Came through")
    assert agree(host, laptop)
    assert first.names == {"Lost on the way", "Came through"}


def test_nothing_is_written_after_the_store_was_locked(machines: Machines, carried: Make) -> None:
    first, second = machines.first, machines.invited(machines.first)
    machines.pool(first, second)
    host, laptop = carried(first), carried(second)
    Wire(host, laptop)
    assert agree(host, laptop)
    first.door.lock()
    file = first.door.folder / "centre.db"
    before = file.read_bytes()
    second.enrolling.add_person("Too late")
    laptop.carrying.close()
    assert file.read_bytes() == before
    first.door.unlock_any(PASSPHRASE)
    assert first.names == set()


def test_a_copied_folder_shows_both_its_histories(
    machines: Machines, carried: Make, tmp_path: Path
) -> None:
    first, second = machines.first, machines.invited(machines.first)
    machines.pool(first, second)
    second, twin = machines.twin(second, tmp_path / "twin")
    second.enrolling.add_person("On the laptop")
    twin.enrolling.add_person("On the copy")
    host = carried(first)
    one, other = carried(second), carried(twin)
    wire = Wire(host, one)
    assert agree(host, one)
    wire.cut()
    Wire(host, other)
    assert agree(host, other)
    Wire(host, one)
    assert agree(host, one, other)
    assert first.laptops.forks(one.device)


@pytest.mark.parametrize(
    "seed", [1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 10))]
)
def test_a_wild_evening_ends_in_one_state(machines: Machines, carried: Make, seed: int) -> None:
    chance = random.Random(seed)
    first = machines.first
    all_of_them = [first, *(machines.invited(first) for _ in range(3))]
    machines.pool(*all_of_them)
    carriers = [carried(one) for one in all_of_them]
    # The second laptop is a second host, and the last one goes from room to room.
    wires = {(0, 1): Wire(carriers[0], carriers[1]), (0, 2): Wire(carriers[0], carriers[2])}
    names = set()
    for step in range(24):
        one = chance.randrange(4)
        match chance.randrange(4):
            case 0:
                pair = chance.choice([(0, 1), (0, 2), (0, 3), (1, 3)])
                if pair in wires:
                    wires.pop(pair).cut()
                else:
                    wires[pair] = Wire(carriers[pair[0]], carriers[pair[1]])
            case 1:
                all_of_them[one].clock.forward(minutes=chance.randrange(-60, 90))
            case _:
                names.add(f"Person {step}")
                all_of_them[one].enrolling.add_person(f"Person {step}")
    for pair in [(0, 1), (0, 2), (0, 3)]:
        if pair not in wires:
            wires[pair] = Wire(carriers[pair[0]], carriers[pair[1]])
    assert agree(*carriers)
    assert all(one.names == names for one in all_of_them)
    assert all(one.is_sound() for one in all_of_them)
    assert all(pooling.gaps(store_of(one)) == [] for one in carriers)


def _ids(one: Machine) -> list[str]:
    return [row["id"] for row in one.door.ledger.store.query("SELECT id FROM events")]


def _claim(machine: Machine) -> Claim:
    from nacl.signing import SigningKey

    seed = bytes.fromhex(machine.door.ledger.store.secret("laptop-key") or "")
    statement = b"something that both ends know"
    return Claim(statement, bytes(SigningKey(seed).sign(statement).signature))


def replace_signature(claim: Claim) -> Claim:
    return claim._replace(signature=bytes(64))


def _forged(machine: Machine) -> bytes:
    """What the laptop would say if somebody changed a word of its last event."""
    from trainer_app.services.admitting import centre_keys
    from trainer_app.services.exchanging import Exchanging
    from trainer_app.services.room.live_news import LiveNews
    from trainer_app.store.records import Sealed, chain_of, sealed

    ledger = machine.door.ledger
    ledger.write(ledger.note("headcount-changed", {"session": "s", "delta": 1}))
    last: Sealed = sealed(list(chain_of(ledger.store.reader, ledger.store.device))[-1])
    news = LiveNews(machine.door, Exchanging(machine.door))
    (stretch,) = news.written([last])
    changed = replace(stretch, lines=(stretch.lines[0].replace(b'"delta":1', b'"delta":9'),))
    public, seed = next(iter(centre_keys(ledger).items()))
    return live.closed([changed], public, bytes.fromhex(seed))
