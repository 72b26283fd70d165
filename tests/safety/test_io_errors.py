"""A disk that fails at any write of an evening: nothing confirmed is lost, and a word is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from serving import Server
from sweeping import sweep

from trainer_app.domain.errors import DiskFails, StoreDamaged

SAMPLES = (("pwrite64", 41, 6), ("fsync", 5, 3), ("ftruncate", 1, 2))
"""A call, every how manieth is tried here (`make soak` tries each), and how many that are."""
MORE = (
    ("little-merge", "pwrite64", 73, 2),
    ("little-merge", "fsync", 6, 2),
    ("backups", "pwrite64", 67, 2),
    ("backups", "fsync", 9, 3),
    ("backups", "rename", 3, 3),
    ("removing", "rename", 3, 2),
    ("erasing", "fsync", 5, 2),
    ("erasing", "unlink", 9, 2),
)


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


@pytest.mark.parametrize(("name", "call", "step", "least"), MORE)
def test_a_merge_a_backup_a_removal_and_an_erasure_that_fail_once_can_be_asked_for_again(
    server: Server, tmp_path: Path, name: str, call: str, step: int, least: int
) -> None:
    tally = sweep(server, tmp_path, name, call, "error=EIO", step=step)
    assert tally.faults == []
    assert tally.times >= least
    assert set(tally.troubles) == {DiskFails.__name__}
    assert tally.troubles.total() <= 2 * tally.times


@pytest.mark.parametrize(
    ("name", "file", "step"),
    [("backups", "restoring/centre.db", 1), ("joining", "there/joining.new/centre.db", 7)],
)
def test_a_file_that_is_put_in_place_lacks_no_write_that_failed(
    server: Server, tmp_path: Path, name: str, file: str, step: int
) -> None:
    tally = sweep(server, tmp_path, name, "pwrite64", "error=EIO", step=step, file=file)
    assert tally.faults == []
    assert tally.times >= 2
    assert set(tally.troubles) == {DiskFails.__name__}


@pytest.mark.parametrize(
    ("name", "call", "step"), [("little-merge", "pwrite64", 149), ("backups", "fsync", 11)]
)
def test_a_disk_that_fails_for_good_in_a_merge_or_a_backup_loses_nothing(
    server: Server, tmp_path: Path, name: str, call: str, step: int
) -> None:
    tally = sweep(server, tmp_path, name, call, "error=EIO", step=step, onwards=True)
    assert tally.faults == []
    assert tally.times >= 2
    assert set(tally.troubles) == {DiskFails.__name__}


@pytest.mark.parametrize(("call", "step", "least"), [("pwrite64", 83, 3), ("fsync", 7, 2)])
def test_a_disk_that_fails_for_good_loses_nothing_that_was_confirmed(
    server: Server, tmp_path: Path, call: str, step: int, least: int
) -> None:
    tally = sweep(server, tmp_path, "evening", call, "error=EIO", step=step, onwards=True)
    assert tally.faults == []
    assert tally.times >= least
    assert set(tally.troubles) == {DiskFails.__name__}


@pytest.mark.parametrize(("call", "step"), [("rename", 2), ("fsync", 9)])
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
    step = 127 if onwards else 67
    tally = sweep(server, tmp_path, "evening", "pread64", "error=EIO", step=step, onwards=onwards)
    assert tally.faults == []
    # SQLCipher says "malformed" of a page that the disk does not give it.
    assert set(tally.troubles) <= {DiskFails.__name__, StoreDamaged.__name__}
    if not onwards:
        assert tally.troubles.total() <= 2 * tally.times
