"""How laptops stand: this one measured, others as their own last word says, or live."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from another_laptop import AnotherLaptop
from centres import Centre, Clock

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.laptop_checks import Finding
from trainer_app.domain.rooms import LaptopState, RoomLaptop
from trainer_app.services.laptop_check import LaptopChecks

LESSONS = ("sign-in-and-out",)
VOICES = ("en", "nl", "ar")


@pytest.fixture
def checks(centre: Centre, library: LessonLibrary) -> LaptopChecks:
    return LaptopChecks(centre.ledger, library, VOICES)


def state(centre: Centre, **more: object) -> LaptopState:
    known = {"battery": 90, "free_mb": 9_000, "languages": VOICES, "program": "0.1.0"}
    return LaptopState(centre.ledger.seconds(), **{**known, **more})  # type: ignore[arg-type]


def test_this_laptop_is_measured_and_told_once_a_day(
    checks: LaptopChecks, centre: Centre, clock: Clock
) -> None:
    measured = checks.measured(centre.folder)
    assert measured.free_mb > 0
    assert measured.languages == tuple(sorted(VOICES))
    assert checks.note(measured)
    clock.forward(minutes=60)
    assert not checks.note(measured)
    clock.forward(days=1)
    centre.door.leave_trainer()
    assert checks.note(measured)
    rows = list(centre.store.query("SELECT * FROM checks"))
    assert len(rows) == 1
    assert "sign-in-and-out@" in rows[0]["lessons"]


def test_another_laptop_as_it_said_and_as_it_is_live(
    checks: LaptopChecks, centre: Centre, clock: Clock, tmp_path: Path, library: LessonLibrary
) -> None:
    other_clock = Clock(clock.moment)
    other = AnotherLaptop(centre, tmp_path / "other", other_clock)
    here, there = checks.all(state(centre), LESSONS, ["nl", "so"])
    assert (here.laptop.here, there.check) == (True, None)
    assert there.findings == (Finding("unknown"),)
    # A voice that no laptop has is nobody's fault, a lesson that is here is whole.
    assert {one.what for one in here.findings} == {"news"}
    theirs = LaptopChecks(other.ledger, LessonLibrary(tmp_path), ["en"])
    theirs.note(LaptopState(0, battery=20, free_mb=300, languages=("en",), program="0.0.9"))
    other.meet()
    found = checks.all(state(centre), LESSONS, ["nl", "so"])[1]
    assert found.findings == (
        Finding("battery", amount=20),
        Finding("disk", amount=300),
        Finding("lessons", LESSONS),
        Finding("voices", ("nl",)),
        Finding("program"),
    )
    live = RoomLaptop(other.store.device, "ours", "B", state=state(centre), clock_off=900)
    found = checks.all(state(centre), LESSONS, ["nl"], [live])[1]
    assert found.check is not None
    assert found.check.now
    assert found.findings == (Finding("clock", amount=900),)
    other.close()


def test_nobody_speaks_for_another_laptop(
    checks: LaptopChecks, centre: Centre, clock: Clock, tmp_path: Path
) -> None:
    other = AnotherLaptop(centre, tmp_path / "other", Clock(clock.moment))
    body = {
        "laptop": other.store.device, "battery": 99, "free_mb": 9_999, "program": "9",
        "languages": [], "lessons": [], "at": centre.ledger.seconds(),
    }  # fmt: skip
    centre.ledger.write(centre.ledger.edit("laptop-checked", body))
    assert checks.all(state(centre), LESSONS, [])[1].check is None
    other.close()


def test_a_broken_lesson_is_named(centre: Centre, tmp_path: Path, library: LessonLibrary) -> None:
    lesson = library.lesson(LESSONS[0])
    copy = tmp_path / "lessons" / lesson.folder.name
    shutil.copytree(lesson.folder, copy)
    (copy / "en" / "quiz.md").write_text("# broken")
    checks = LaptopChecks(centre.ledger, LessonLibrary(tmp_path / "lessons"), VOICES)
    (here,) = checks.all(state(centre), LESSONS, [])
    assert here.findings == (Finding("lessons", LESSONS),)


def test_a_clock_far_behind_the_news(checks: LaptopChecks, centre: Centre, clock: Clock) -> None:
    clock.forward(days=-3)
    (here,) = checks.all(state(centre), LESSONS, [])
    assert [one.what for one in here.findings] == ["clock"]
    assert here.findings[0].amount < -2 * 24 * 3600
