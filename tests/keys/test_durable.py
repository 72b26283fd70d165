"""A file is the old one or the new one; a full or closed disk is said as such."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from trainer_app.domain.errors import DiskFails, DiskFull, ReadOnly
from trainer_app.keys.durable import known_trouble, write_whole

FULL = Path("/dev/full")


def test_new_content_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "keyring.json"
    for content in (b"a longer old content", b"new", b""):
        write_whole(path, content)
        assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["keyring.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_only_the_owner_reads_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "keyring.json", b"new")
    assert stat.S_IMODE((tmp_path / "keyring.json").stat().st_mode) == 0o600


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "keyring.json"
    write_whole(path, b"old")
    (tmp_path / "keyring.json.new").symlink_to(FULL)
    with pytest.raises(DiskFull) as told:
        write_whole(path, b"new")
    assert told.value.facts == {"file": "keyring.json"}
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["keyring.json"]


@contextmanager
def an_ordinary_user() -> Iterator[None]:
    """Root may write anywhere, so a test run as root steps down for a moment."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.mark.skipif(os.name == "nt", reason="Windows closes folders in another way")
def test_a_closed_folder_is_read_only(tmp_path: Path) -> None:
    path = tmp_path / "keyring.json"
    write_whole(path, b"old")
    tmp_path.chmod(0o500)
    try:
        with an_ordinary_user(), pytest.raises(ReadOnly) as told:
            write_whole(path, b"new")
    finally:
        tmp_path.chmod(0o700)
    assert told.value.facts == {"file": "keyring.json"}
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EACCES, ReadOnly),
        (errno.EROFS, ReadOnly),
        (errno.EPERM, ReadOnly),
        (errno.EFBIG, DiskFull),
        (errno.EIO, DiskFails),
        (errno.ENODEV, DiskFails),
        (errno.ENOENT, type(None)),
    ],
)
def test_what_the_system_says_becomes_what_a_person_can_act_on(number: int, kind: type) -> None:
    assert type(known_trouble(OSError(number, "said"), "keyring.json")) is kind


def test_a_folder_that_is_not_there_is_a_bug_and_not_hidden(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "nowhere" / "keyring.json", b"new")
