"""A disk that fails at any write of an evening: nothing confirmed is lost, and a word is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from serving import Server
from sweeping import sweep

from trainer_app.domain.errors import DiskFails, StoreDamaged

SAMPLES = (("pwrite64", 13, 20), ("fsync", 3, 6), ("ftruncate", 1, 2))
"""A call, every how manieth is tried here (`make soak` tries each), and how many there are."""


@pytest.mark.parametrize(("call", "step", "least"), SAMPLES)
def test_a_write_that_fails_once_is_said_and_the_next_press_works(
    server: Server, tmp_path: Path, call: str, step: int, least: int
) -> None:
    tally = sweep(server, tmp_path, "evening", call, "error=EIO", step=step)
    assert tally.faults == []
    assert tally.times >= least
    assert set(tally.troubles) == {DiskFails.__name__}
    # The reading and the writing thread may each have had such a call.
    assert tally.troubles.total() <= 2 * tally.times
    assert tally.acknowledged >= 15 * tally.times


@pytest.mark.parametrize(("call", "step", "least"), [("pwrite64", 61, 4), ("fsync", 7, 2)])
def test_a_disk_that_fails_for_good_loses_nothing_that_was_confirmed(
    server: Server, tmp_path: Path, call: str, step: int, least: int
) -> None:
    tally = sweep(server, tmp_path, "evening", call, "error=EIO", step=step, onwards=True)
    assert tally.faults == []
    assert tally.times >= least
    assert set(tally.troubles) == {DiskFails.__name__}


@pytest.mark.parametrize(("call", "step"), [("rename", 1), ("fsync", 4)])
def test_a_founding_that_fails_is_said_and_can_be_begun_again(
    server: Server, tmp_path: Path, call: str, step: int
) -> None:
    tally = sweep(server, tmp_path, "founding", call, "error=EIO", step=step)
    assert tally.faults == []
    assert set(tally.troubles) == {DiskFails.__name__}


@pytest.mark.parametrize("onwards", [False, True])
def test_what_cannot_be_read_is_said_and_loses_nothing(
    server: Server, tmp_path: Path, onwards: bool
) -> None:
    step = 61 if onwards else 29
    tally = sweep(server, tmp_path, "evening", "pread64", "error=EIO", step=step, onwards=onwards)
    assert tally.faults == []
    # SQLCipher says "malformed" of a page that the disk does not give it.
    assert set(tally.troubles) <= {DiskFails.__name__, StoreDamaged.__name__}
    if not onwards:
        assert tally.troubles.total() <= 2 * tally.times
