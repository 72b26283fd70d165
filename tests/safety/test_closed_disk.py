"""A folder that is closed for writing, and a stick that is pulled, in the middle of an evening."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from centres import Clock, bytes_in
from disks import Stick, closed_for_writing, plugged_in
from evening import Laptop
from failing import traced
from programs import PROGRAMS, Said
from serving import Server

from trainer_app.domain.errors import ReadOnly

PROGRAM = PROGRAMS["evening"]
CHANGES = "pwrite64,openat,fsync,ftruncate"


def test_a_closed_folder_is_said_and_is_left_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "centre"
    PROGRAM.prepare(folder)
    before = bytes_in(folder)
    with closed_for_writing(folder), pytest.raises(ReadOnly):
        Laptop(folder, Clock(), lambda _word, _value: None)
    assert bytes_in(folder) == before
    assert PROGRAM.faults(folder, []) == []


@pytest.mark.parametrize("confirmed", [1, 5, 12])
def test_the_same_program_goes_on_when_its_folder_can_be_written_again(
    server: Server, tmp_path: Path, confirmed: int
) -> None:
    PROGRAM.prepare(tmp_path)
    running = server.start("evening", tmp_path, rounds=4)
    running.go()
    running.listen(lines=confirmed)
    closed = ("-e", f"trace={CHANGES}", "-e", f"inject={CHANGES}:error=EROFS")
    with traced(running, tmp_path / "trace", *closed):
        running.listen_for("trouble")
    running.wait()
    assert running.words("bug") == []
    assert set(running.words("trouble")) == {ReadOnly.__name__}
    last = max(place for place, (word, _) in enumerate(running.said) if word == "trouble")
    assert len(running.said) - last > 15
    assert PROGRAM.faults(tmp_path, running.said) == []


def test_a_stick_pulled_in_the_middle_has_what_was_confirmed(
    server: Server, tmp_path: Path
) -> None:
    with plugged_in(tmp_path) as stick:
        said = written_until_pulled(server, stick, "evening", 8)
        assert PROGRAM.faults(stick.folder / "centre", said) == []
    assert sum(word == "event" for word, _ in said) > 60


def test_without_waiting_for_the_disk_a_pulled_stick_has_lost_something(
    server: Server, tmp_path: Path
) -> None:
    for number in range(5):  # the system may just have written through what nobody waited for
        place = tmp_path / str(number)
        place.mkdir()
        with plugged_in(place) as stick:
            said = written_until_pulled(server, stick, "careless", 1)
            if PROGRAM.faults(stick.folder / "centre", said):
                return
    raise AssertionError("nothing is ever lost, so this way of pulling proves nothing")


def written_until_pulled(server: Server, stick: Stick, program: str, times: int) -> Said:
    """What a program confirmed on a stick that was pulled so many times while it wrote."""
    chance, said, folder = random.Random(5), Said(), stick.folder / "centre"
    PROGRAMS[program].prepare(folder)
    stick.settle()
    for number in range(times):
        if number > 0:
            assert PROGRAMS[program].faults(folder, said) == []
        running = server.start(program, folder, rounds=1000)
        running.go()
        running.listen(lines=chance.randint(5, 40))
        # Else a write that the kernel was about to refuse could still be called done.
        running.stop()
        stick.cut_power()
        running.go()
        running.listen_for("trouble")
        running.kill()
        assert running.words("bug") == []
        assert set(running.words("trouble")) == {ReadOnly.__name__}
        said += running.said
        stick.pull()
        stick.plug_in()
    return said
