"""A limit on how large a file may grow, as a system may set one."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest
from programs import PROGRAMS
from serving import Server

from trainer_app.domain.errors import DiskFails, DiskFull
from trainer_app.store.store import FILE

KNOWN = {DiskFails.__name__, DiskFull.__name__}
PROGRAM = PROGRAMS["evening"]


@pytest.mark.parametrize("more", [-100_000, 0, 60_000, 200_000])
def test_a_file_that_may_not_grow_is_said_and_loses_nothing(
    server: Server, tmp_path: Path, more: int
) -> None:
    PROGRAM.prepare(tmp_path)
    most = (tmp_path / FILE).stat().st_size + more
    running = server.start("evening", tmp_path, rounds=6, most_bytes=most)
    running.go()
    running.listen_for("trouble")
    resource.prlimit(running.pid, resource.RLIMIT_FSIZE, (-1, -1))
    running.wait()
    assert running.words("bug") == []
    assert set(running.words("trouble")) <= KNOWN
    last = max(place for place, (word, _) in enumerate(running.said) if word == "trouble")
    assert len(running.said) - last > 15
    assert PROGRAM.faults(tmp_path, running.said) == []
