"""Data safety by who is inside: learners may do none of it, a substitute only what teaches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from centres import Centre, Evening, tables

from trainer_app.app import check_project, list_claims, make_exporting, submit_claim
from trainer_app.app.desk import make_erasing
from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import NotAllowed, NotForSubstitutes
from trainer_app.domain.funding.projects import Project
from trainer_app.domain.scams import Choices
from trainer_app.services.funding.projects import Projects
from trainer_app.services.laptops import Fork, Laptops
from trainer_app.services.merging import Merging
from trainer_app.services.pictures import Pictures
from trainer_app.services.reporting import Scope
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.services.scams import Scams
from trainer_app.services.settling import Settling
from trainer_app.services.sheets import Sheets
from trainer_app.services.trainers import Trainers
from trainer_app.ui.labels import attendance_words

PASS, LAST_DAY = "grey heron on the bridge", date(2026, 12, 1)


@dataclass(frozen=True)
class Room:
    """An evening, somewhere to write, and a backup."""

    centre: Centre
    evening: Evening
    folder: Path
    backup: str

    @property
    def person(self) -> str:
        return self.evening.people[0].id

    @property
    def other(self) -> str:
        return self.evening.people[1].id


Call = Callable[[Room], object]

FULL_TRAINERS_ONLY: dict[str, Call] = {
    "invite": lambda r: Laptops(r.centre.door).invite(r.folder / "invitation"),
    "shut out": lambda r: Laptops(r.centre.door).shut_out("another"),
    "readmit": lambda r: Laptops(r.centre.door).readmit("another"),
    "settle a fork": lambda r: Laptops(r.centre.door).settle_fork(Fork("another", "", ()), []),
    "add a trainer": lambda r: Trainers(r.centre.door).add("Boris", "drum", PASS),
    "add a substitute": lambda r: Trainers(r.centre.door).add_substitute(
        "Boris", "drum", PASS, LAST_DAY
    ),
    "remove a trainer": lambda r: Trainers(r.centre.door).remove(r.centre.slot),
    "new code": lambda r: Trainers(r.centre.door).new_recovery_code(),
    "erase": lambda r: make_erasing(r.centre.door).erase(r.person),
    "erase all": lambda r: make_erasing(r.centre.door).erase_all([r.person]),
    "restrict": lambda r: make_erasing(r.centre.door).restrict(r.person, LAST_DAY, "ESF"),
    "check a project": lambda r: check_project(r.centre.door, None, None, None),
    "list claims": lambda r: list_claims(r.centre.door, None),
    "hand in a claim": lambda r: submit_claim(r.centre.door, "p", LAST_DAY, LAST_DAY, "First"),
    "copy a backup": lambda r: Safekeeping(r.centre.ledger, r.centre.clock.now).copy_to(
        r.backup, r.folder
    ),
    "delete a photo of a sheet": lambda r: Sheets(r.centre.ledger, Pictures()).drop("sheet"),
    "restore": lambda r: Safekeeping(r.centre.ledger, r.centre.clock.now).restore(r.backup),
}

TRAINERS_ONLY: dict[str, Call] = {
    "laptops": lambda r: Laptops(r.centre.door).all(),
    "forks": lambda r: Laptops(r.centre.door).forks("another"),
    "write news": lambda r: Merging(r.centre.door).write_news(r.folder / "a.bundle"),
    "merge": lambda r: Merging(r.centre.door).merge([]),
    "backups": lambda r: Safekeeping(r.centre.ledger, r.centre.clock.now).list(),
    "conflicts": lambda r: Settling(r.centre.ledger).conflicts(),
    "count": lambda r: Settling(r.centre.ledger).count(),
    "suggestions": lambda r: Settling(r.centre.ledger).suggestions(),
    "join people": lambda r: Settling(r.centre.ledger).join(r.person, r.other),
    "tell apart": lambda r: Settling(r.centre.ledger).tell_apart(r.person, r.other),
    "joined": lambda r: Settling(r.centre.ledger).joined(),
    "undo": lambda r: Settling(r.centre.ledger).undo("edge"),
    "projects due": lambda r: Projects(r.centre.ledger).due(LAST_DAY),
    "put a scam on the shelf": lambda r: Scams(r.centre.ledger).put(
        "bank", Choices("bank", "pin", "stay")
    ),
    "take a scam down": lambda r: Scams(r.centre.ledger).take_down("scam"),
    "keep a photo of a sheet": lambda r: Sheets(r.centre.ledger, Pictures()).keep(
        r.evening.session.id, b"", ()
    ),
    "see a photo of a sheet": lambda r: Sheets(r.centre.ledger, Pictures()).image("sheet"),
    "save a project": lambda r: Projects(r.centre.ledger).save(Project("P-7", keep_until=LAST_DAY)),
}


@pytest.fixture
def room(centre: Centre, tmp_path: Path) -> Room:
    evening = centre.evening("Abdi", "Olena")
    centre.attending.mark(evening.session.id, evening.people[0].id, Status.PRESENT)
    backup = Safekeeping(centre.ledger, centre.clock.now).snapshot().name
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return Room(centre, evening, folder, backup)


def write_file(room: Room) -> None:
    report = room.centre.reporting.attendance(Scope())
    words = attendance_words(report, "All courses")
    exporting = make_exporting(room.centre.ledger)
    exporting.attendance(report, words, "csv", room.folder / "attendance.csv")


@pytest.mark.parametrize("call", [*FULL_TRAINERS_ONLY, *TRAINERS_ONLY])
def test_learners_reach_none_of_it(room: Room, call: str) -> None:
    room.centre.door.leave_trainer()
    before = tables(room.centre.store)
    with pytest.raises(NotAllowed):
        {**FULL_TRAINERS_ONLY, **TRAINERS_ONLY}[call](room)
    assert tables(room.centre.store) == before
    assert not list(room.folder.iterdir())


@pytest.fixture
def substitute(room: Room) -> Room:
    id = Trainers(room.centre.door).add_substitute("Mira", "leaf", PASS, LAST_DAY)
    room.centre.door.lock()
    room.centre.door.unlock(id, PASS)
    # The services of a centre belong to one opening of it.
    for name in ("attending", "reporting", "courses", "enrolling", "seats"):
        room.centre.__dict__.pop(name, None)
    return room


@pytest.mark.parametrize("call", [*FULL_TRAINERS_ONLY, "write a file"])
def test_a_substitute_decides_nothing_and_takes_nothing_out(substitute: Room, call: str) -> None:
    before = tables(substitute.centre.store)
    with pytest.raises(NotForSubstitutes):
        {**FULL_TRAINERS_ONLY, "write a file": write_file}[call](substitute)
    assert tables(substitute.centre.store) == before
    assert not list(substitute.folder.iterdir())


def test_a_substitute_marks_teaches_and_brings_news(substitute: Room) -> None:
    attending, session = substitute.centre.attending, substitute.evening.session.id
    attending.start_now(session)
    attending.mark(session, substitute.other, Status.LATE, late=4)
    assert attending.marks(session)[substitute.other].status == Status.LATE
    assert attending.history(session, substitute.other)[-1].by == "Mira"
    assert Merging(substitute.centre.door).write_news(substitute.folder / "a.bundle") > 0


def test_a_trainer_writes_the_file_that_a_substitute_cannot(room: Room) -> None:
    write_file(room)
    assert (room.folder / "attendance.csv").stat().st_size > 0
