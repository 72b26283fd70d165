"""The wiring: the time on the wall, the language, folders, and the centre to look around in."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from datetime import time as clock_time
from pathlib import Path

import pytest
from centres import PASSPHRASE, Clock

from trainer_app import app
from trainer_app.domain.courses import local_time, whole_minute
from trainer_app.domain.errors import InUse, ReadOnly, WrongPassphrase
from trainer_app.i18n import current
from trainer_app.keys.wrapping import Cost
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.reporting import Reporting, Scope


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Moves this laptop."""

    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


def test_a_session_in_summer_keeps_its_times_in_winter(in_zone: Callable[[str], None]) -> None:
    in_zone("Europe/Amsterdam")
    now = app.local_now()
    summer = datetime(2026, 7, 7, 11, 5, tzinfo=UTC)
    winter = datetime(2026, 12, 8, 12, 5, tzinfo=UTC)
    for moment, hour in ((summer, 13), (winter, 13)):
        told = local_time(whole_minute(moment), now)
        assert told == datetime.combine(moment.date(), clock_time(hour, 5))
        on_the_wall = datetime.combine(moment.date(), clock_time(hour, 5), now.tzinfo)
        assert whole_minute(on_the_wall) == moment.timestamp()


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "UTC", "America/St_Johns", "Asia/Kabul"])
def test_any_moment_comes_back_the_same(in_zone: Callable[[str], None], zone: str) -> None:
    in_zone(zone)
    tz = app.local_now().tzinfo
    begin = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
    for seconds in range(begin, begin + 366 * 86_400, 1800):
        wall = datetime.fromtimestamp(seconds, tz)
        assert wall.timestamp() == seconds
        assert wall.replace(tzinfo=None) == datetime.fromtimestamp(seconds)  # noqa: DTZ006
    assert abs(app.local_now().timestamp() - time.time()) < 5
    assert app.local_now().tzname()


def test_a_report_in_winter_has_the_hours_of_summer(
    in_zone: Callable[[str], None], tmp_path: Path, cheap_cost: Cost
) -> None:
    in_zone("Europe/Amsterdam")
    summer = Clock(datetime(2026, 7, 7, 13, 5, tzinfo=app.WallZone()))
    door, lock = app.open_door(tmp_path, summer.now, cheap_cost)
    ledger = door.found("Canal House", "Sanne", "kite", PASSPHRASE).ledger
    course = Courses(ledger).add_course("Summer group")
    session = Courses(ledger).add_session(
        course.id, date(2026, 7, 7), clock_time(13), clock_time(15)
    )
    person = Enrolling(ledger).add_person("Ayşe", course_id=course.id)
    Attending(ledger).start_now(session.id)
    Attending(ledger).mark_late_now(session.id, person.id)
    summer.forward(minutes=115)
    Attending(ledger).end_now(session.id)
    summer.forward(days=150)
    (row,) = Reporting(ledger).attendance(Scope()).rows
    assert row.started == datetime.combine(date(2026, 7, 7), clock_time(13, 5))
    assert row.ended == datetime.combine(date(2026, 7, 7), clock_time(15))
    assert row.minutes == 115
    door.lock()
    lock.release()


@pytest.mark.parametrize(
    ("asked", "system", "spoken"),
    [
        ("ar", "nl_NL.UTF-8", "ar"),
        ("", "nl_NL.UTF-8", "nl"),
        ("", "C.UTF-8", "en"),
        ("", "", "en"),
        ("xx", "ar", "en"),
    ],
)
def test_the_language_asked_for_comes_before_the_systems(
    monkeypatch: pytest.MonkeyPatch, asked: str, system: str, spoken: str
) -> None:
    monkeypatch.setenv("LANG", system)
    assert app.speak(asked) == spoken
    assert current().code == spoken


def test_a_folder_is_held_until_it_is_let_go(tmp_path: Path, cheap_cost: Cost) -> None:
    folder = tmp_path / "a" / "b"
    _door, lock = app.open_door(folder, cost=cheap_cost)
    with pytest.raises(InUse):
        app.open_door(folder, cost=cheap_cost)
    lock.release()
    app.open_door(folder, cost=cheap_cost)[1].release()


@pytest.mark.parametrize("way", ["file", "read-only"])
def test_a_folder_that_cannot_be_made_is_a_known_trouble(tmp_path: Path, way: str) -> None:
    place = tmp_path / "place"
    if way == "file":
        place.write_text("a file")
    else:
        place.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "ro,size=64k", "none", place], check=True)
    try:
        with pytest.raises(ReadOnly):
            app.open_door(place / "centre")
    finally:
        if way == "read-only":
            subprocess.run(["umount", place], check=True)


def test_any_trainers_passphrase_opens_and_no_other(tmp_path: Path, cheap_cost: Cost) -> None:
    door, lock = app.open_door(tmp_path, cost=cheap_cost)
    door.found("Canal House", "Sanne", "kite", PASSPHRASE)
    door.lock()
    with pytest.raises(WrongPassphrase):
        app.unlock_any(door, PASSPHRASE.upper())
    assert not door.is_open
    assert app.unlock_any(door, PASSPHRASE).trainer is not None
    door.lock()
    lock.release()


def test_looking_around_is_a_fresh_centre_every_time(tmp_path: Path, cheap_cost: Cost) -> None:
    real, lock = app.open_door(tmp_path, cost=cheap_cost)
    real.found("Canal House", "Sanne", "kite", PASSPHRASE)
    for _ in range(2):
        around = app.open_demo(tmp_path / "look-around", app.local_now, cheap_cost)
        assert around.trainer_inside
        assert len(Enrolling(around.ledger).people()) == 24
        Enrolling(around.ledger).add_person("Somebody")
        around.lock()
    assert real.centre_name() == "Canal House"
    assert Enrolling(real.ledger).people() == []
    real.lock()
    lock.release()
