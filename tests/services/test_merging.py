"""Laptops that hold the same events show the same state, whatever their clocks and the order."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from centre_on_laptops import Machine, Machines
from centres import Clock

from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import (
    BundleDamaged,
    DiskFull,
    NotAllowed,
    OtherCentre,
    UnknownLaptop,
)
from trainer_app.keys.wrapping import Cost
from trainer_app.services.attending import Attending
from trainer_app.services.merging import FOLDER
from trainer_app.store import pooling
from trainer_app.store.pooling import BATCH


@pytest.mark.parametrize("years", [-60, -1, 1, 70])
def test_three_laptops_one_of_them_with_a_wrong_clock(machines: Machines, years: int) -> None:
    first = machines.first
    course = first.courses.add_course("Tuesday group", project="", place="Library")
    session = first.courses.add_session(course.id, date(2026, 11, 24), time(10), time(12))
    amina = first.enrolling.add_person("Amina", course_id=course.id)
    wrong = Clock()
    wrong.forward(days=365.25 * years)
    second, third = machines.invited(first), machines.invited(first, wrong)
    Attending(first.door.ledger).mark(session.id, amina.id, Status.PRESENT)
    Attending(third.door.ledger).mark(session.id, amina.id, Status.LATE, late=5)
    second.enrolling.add_person("Boris")
    third.enrolling.add_person("Chiara")
    machines.pool(first, second, third)
    assert first.state == second.state == third.state
    assert first.names == {"Amina", "Boris", "Chiara"}
    assert all(one.is_sound() for one in (first, second, third))
    # Whoever has seen both decides, and the clock has no say in it.
    Attending(second.door.ledger).mark(session.id, amina.id, Status.ABSENT)
    machines.pool(first, second, third)
    for one in (first, second, third):
        assert Attending(one.door.ledger).marks(session.id)[amina.id].status == "absent"
    assert first.state == second.state == third.state


@pytest.mark.parametrize(
    "seed", [0, 1, *(pytest.param(each, marks=pytest.mark.slow) for each in range(2, 6))]
)
def test_any_order_any_repetition_any_subset(machines: Machines, seed: int) -> None:
    chance = random.Random(seed)
    first = machines.first
    laptops = [first, *(machines.invited(first) for _ in range(3))]
    files: list[Path] = []
    for step in range(12):
        one = chance.choice(laptops)
        one.enrolling.add_person(f"Person {step}")
        one.clock.forward(minutes=chance.randrange(-90, 90))
        files.append(one.news(since_last=chance.random() < 0.5))
        taker = chance.choice(laptops)
        taker.hears(*chance.choices(files, k=chance.randrange(1, 4)))
    machines.pool(*laptops)
    assert len({one.state for one in laptops}) == 1
    assert first.names == {f"Person {step}" for step in range(12)}
    assert all(one.is_sound() for one in laptops)
    assert all(pooling.gaps(one.door.ledger.store) == [] for one in laptops)


def test_a_merge_with_nothing_new_adds_nothing(machines: Machines) -> None:
    second = machines.invited(machines.first)
    machines.pool(machines.first, second)
    merged = second.hears(machines.first.news())
    assert merged.new == 0
    assert merged.known == merged.received > 0


def test_a_gap_is_named_until_it_is_filled(machines: Machines) -> None:
    first, second = machines.first, machines.invited(machines.first)
    third = machines.invited(first)
    machines.pool(first, second, third)
    second.enrolling.add_person("Went Another Way")
    early = second.news()
    third.hears(early)
    second.hears(third.news())
    # The others said that they hold it; only the first laptop was never told.
    pooling.acknowledge(
        second.door.ledger.store,
        first.door.ledger.store.device,
        pooling.holds(second.door.ledger.store),
    )
    second.enrolling.add_person("Came Directly")
    merged = first.hears(second.news(since_last=True))
    assert merged.gaps == (second.letters,)
    assert first.names == {"Came Directly"}
    assert first.hears(early).gaps == ()
    assert first.names == {"Went Another Way", "Came Directly"}
    assert first.is_sound()


def test_progress_and_stopping_in_between(machines: Machines) -> None:
    first = machines.first
    second = machines.invited(first)
    ledger = second.door.ledger
    counted = ledger.note("headcount-changed", {"session": "s", "delta": 1})
    ledger.write(*[counted] * (BATCH + 100))
    file = second.news()
    told: list[tuple[int, int]] = []
    merged = first.merging.merge(
        [file], lambda done, of: told.append((done, of)), lambda: bool(told)
    )
    assert told == [(BATCH, merged.received + (told[0][1] - BATCH))]
    assert merged.stopped
    assert merged.received == BATCH
    assert first.is_sound()
    rest = first.hears(file)
    assert not rest.stopped
    assert rest.new + merged.new >= BATCH + 100
    machines.pool(first, second)
    assert first.state == second.state


def test_a_far_clock_is_named(machines: Machines) -> None:
    clock = Clock()
    clock.forward(days=3)
    second = machines.invited(machines.first, clock)
    second.enrolling.add_person("From The Future")
    assert machines.first.hears(second.news()).ahead == (second.letters,)
    ahead = {one.letters: one.clock_ahead for one in machines.first.laptops.all()}
    assert ahead[second.letters] > 2 * 86_400
    clock.forward(days=-3)
    assert machines.first.hears(second.news()).ahead == ()


def test_a_stick_that_goes_round(machines: Machines, tmp_path: Path) -> None:
    first, second = machines.first, machines.invited(machines.first)
    stick = tmp_path / "stick"
    stick.mkdir()
    assert first.merging.files_on(stick) == []
    for laptop, name in ((first, "Amina"), (second, "Boris"), (first, "Chiara")):
        laptop.hears(*laptop.merging.files_on(stick))
        laptop.enrolling.add_person(name)
        file = laptop.merging.write_to_stick(stick)
        assert file.parent == stick / FOLDER
        assert file not in laptop.merging.files_on(stick)
    second.hears(*second.merging.files_on(stick))
    assert second.names == {"Amina", "Boris", "Chiara"}
    assert len(list((stick / FOLDER).iterdir())) == 2


# Not to be trusted
def of_another_centre(machines: Machines, other: Machines) -> Path:
    return other.first.news()


def of_a_laptop_nobody_admitted(machines: Machines, other: Machines) -> Path:
    second = machines.invited(machines.first)
    store = second.door.ledger.store
    store._writer.run(lambda db: db.execute("DELETE FROM events WHERE kind = 'laptop-admitted'"))
    return second.news()


def cut_off(machines: Machines, other: Machines) -> Path:
    file = machines.invited(machines.first).news()
    file.write_bytes(file.read_bytes()[:-20])
    return file


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (of_another_centre, OtherCentre),
        (of_a_laptop_nobody_admitted, UnknownLaptop),
        (cut_off, BundleDamaged),
    ],
)
def test_what_is_refused_changes_nothing(
    machines: Machines,
    tmp_path: Path,
    cheap_cost: Cost,
    make: Callable[[Machines, Machines], Path],
    error: type[Exception],
) -> None:
    first = machines.first
    other = Machines(tmp_path / "elsewhere", cheap_cost)
    bad = make(machines, other)
    other.close()
    state, held = first.state, pooling.holds(first.door.ledger.store)
    merged = first.merging.merge([bad])
    (refusal,) = merged.refused
    assert refusal.file == bad.name
    assert type(refusal.error) is error
    assert (merged.files, merged.received, merged.new) == (0, 0, 0)
    assert (first.state, pooling.holds(first.door.ledger.store)) == (state, held)


def test_a_full_stick_leaves_no_half_file(machines: Machines, small_disk: Path) -> None:
    first = machines.first
    for number in range(60):
        first.enrolling.add_person(f"Person {number}")
    (small_disk / FOLDER).mkdir()
    disk, room = os.statvfs(small_disk), small_disk / "filler"
    room.write_bytes(bytes(disk.f_bavail * disk.f_frsize - 4096))
    with pytest.raises(DiskFull):
        first.merging.write_to_stick(small_disk)
    assert list((small_disk / FOLDER).iterdir()) == []
    room.unlink()
    assert first.merging.write_to_stick(small_disk).is_file()


def test_learners_neither_merge_nor_write(machines: Machines, tmp_path: Path) -> None:
    first: Machine = machines.first
    file = first.news()
    merging = first.merging
    first.door.leave_trainer()
    with pytest.raises(NotAllowed):
        merging.merge([file])
    with pytest.raises(NotAllowed):
        merging.write_news(tmp_path / "news.bundle")
    assert not (tmp_path / "news.bundle").exists()
