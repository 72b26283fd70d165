"""A disk that fills up in the middle of an evening."""

from __future__ import annotations

from pathlib import Path

import merges
import pytest
from centres import Clock
from disks import fill, small_disk
from evening import Laptop, opened
from programs import PROGRAMS, Said

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import DiskFull
from trainer_app.domain.lessons import Lesson
from trainer_app.services.merging import Merging
from trainer_app.services.safekeeping import Safekeeping

FULL = DiskFull.__name__
PROGRAM = PROGRAMS["evening"]
LEFT = (0, 10_000, 40_000, 150_000, 400_000)
"""Bytes of room that are left when the evening begins."""


@pytest.fixture(scope="module")
def lesson(library: LessonLibrary) -> Lesson:
    """The first of the bundled lessons."""
    return library.lessons[0]


def troubles(said: Said) -> list[str]:
    return [value for word, value in said if word == "trouble"]


def until_full(laptop: Laptop, lesson: Lesson, said: Said) -> None:
    for _ in range(30):
        laptop.evening(lesson)
        if troubles(said):
            return
    raise AssertionError("this disk never fills up")


def count_until_full(laptop: Laptop, session: str) -> None:
    with pytest.raises(DiskFull):  # noqa: PT012  # the log has some room of its own
        for _ in range(100):
            laptop.attending.change_headcount(session, 1)


@pytest.mark.parametrize("left", LEFT)
def test_the_same_program_goes_on_when_there_is_room_again(
    tmp_path: Path, lesson: Lesson, left: int
) -> None:
    said: Said = []
    with small_disk(tmp_path / "small", 2000) as disk:
        PROGRAM.prepare(disk / "centre")
        laptop = Laptop(disk / "centre", Clock(), lambda word, value: said.append((word, value)))
        filler = fill(disk, left)
        until_full(laptop, lesson, said)
        laptop.evening(lesson)
        assert set(troubles(said)) == {FULL}
        filler.unlink()
        before = len(said)
        laptop.evening(lesson)
        assert len(said) - before >= 15
        assert troubles(said[before:]) == []
        laptop.close()
        assert PROGRAM.faults(disk / "centre", said) == []


@pytest.mark.parametrize("left", LEFT)
def test_a_program_closed_on_a_full_disk_opens_again(
    tmp_path: Path, lesson: Lesson, left: int
) -> None:
    said: Said = []
    with small_disk(tmp_path / "small", 2000) as disk:
        PROGRAM.prepare(disk / "centre")
        laptop = Laptop(disk / "centre", Clock(), lambda word, value: said.append((word, value)))
        filler = fill(disk, left)
        until_full(laptop, lesson, said)
        laptop.close()
        fill(disk, 0)  # what closing may have freed
        again = opened(disk / "centre", Clock(), lambda word, value: said.append((word, value)))
        if again is not None:
            again.evening(lesson)
            again.close()
        assert set(troubles(said)) == {FULL}
        filler.unlink()
        assert PROGRAM.faults(disk / "centre", said) == []


def test_what_could_not_be_taken_back_is_taken_back_when_there_is_room(
    tmp_path: Path, lesson: Lesson
) -> None:
    with small_disk(tmp_path / "small", 2000) as disk:
        PROGRAM.prepare(disk / "centre")
        laptop = Laptop(disk / "centre", Clock(), lambda _word, _value: None)
        session = laptop.courses.sessions()[0].id
        laptop.attending.start_now(session)
        abdi, lena = (person.id for person in laptop.enrolling.people()[:2])
        for person in (abdi, lena):
            laptop.attending.mark(session, person, Status.PRESENT)
        filler = fill(disk, 0)
        count_until_full(laptop, session)
        with pytest.raises(DiskFull):
            laptop.attending.undo()
        filler.unlink()
        assert laptop.attending.undo() == (session, lena)
        assert list(laptop.attending.marks(session)) == [abdi]
        laptop.close()


def test_a_merge_on_a_full_disk_is_said_and_goes_on_when_there_is_room(
    tmp_path: Path, lesson: Lesson
) -> None:
    program, said = PROGRAMS["merging"], Said()
    with small_disk(tmp_path / "small", 6000) as disk:
        program.prepare(disk / "laptops")
        filler = fill(disk, 300_000)
        program.run(disk / "laptops", lambda word, value: said.append((word, value)), lesson, 1)
        assert set(troubles(said)) == {FULL}
        assert "done" not in {word for word, _ in said}
        filler.unlink()
        program.run(disk / "laptops", lambda word, value: said.append((word, value)), lesson, 1)
        assert "done" in {word for word, _ in said}
        assert program.faults(disk / "laptops", said) == []


def test_a_merge_goes_on_in_the_same_program_when_there_is_room(tmp_path: Path) -> None:
    said = Said()
    with small_disk(tmp_path / "small", 6000) as disk:
        PROGRAMS["merging"].prepare(disk / "laptops")
        laptop = Laptop(disk / "laptops" / merges.HERE, Clock(), lambda *one: said.append(one))
        filler, merging = fill(disk, 300_000), Merging(laptop.door)
        with merges.tells_what_comes_in(laptop.say):
            with pytest.raises(DiskFull):
                merging.merge([disk / "laptops" / merges.NEWS])
            filler.unlink()
            merged = merging.merge([disk / "laptops" / merges.NEWS])
        laptop.close()
        assert merged.refused == ()
        assert 0 < merged.new <= merged.received
        assert PROGRAMS["merging"].faults(disk / "laptops", said) == []


@pytest.mark.parametrize("left", [0, 150_000, 500_000])
def test_a_backup_on_a_full_disk_is_said_and_made_when_there_is_room(
    tmp_path: Path, left: int
) -> None:
    program, said = PROGRAMS["backups"], Said()
    with small_disk(tmp_path / "small", 4000) as disk:
        program.prepare(disk / "centre")
        laptop = Laptop(disk / "centre", Clock(), lambda *one: said.append(one))
        keeping = Safekeeping(laptop.door.ledger, laptop.clock.now)
        first = keeping.list()
        filler = fill(disk, left)
        with pytest.raises(DiskFull):  # noqa: PT012  one or the other, by how much room is left
            keeping.snapshot()
            keeping.restore(first[0].name)
        assert first[0] in keeping.list()
        filler.unlink()
        laptop.enrolling.add_person("Samir")
        made = keeping.snapshot()
        kept = keeping.restore(made.name).kept_in
        laptop.close()
        said += [("snapshot", made.name), ("kept", kept)]
        assert program.faults(disk / "centre", said) == []
