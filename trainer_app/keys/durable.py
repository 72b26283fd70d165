"""Writes a small file so that a power cut leaves the old one or the new one, never half of it."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from trainer_app.domain.errors import DiskFails, DiskFull, ReadOnly, TrainerError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CLOSED = {errno.EACCES, errno.EROFS, errno.EPERM}
_BROKEN = {errno.EIO, errno.ENXIO, errno.ENODEV}


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` in place of `path` and onto the disk; only its owner may read it.

    Raises DiskFull, ReadOnly or DiskFails, and then the old file stands as it was; the error names
    the file without its folder, which may hold a person's name.
    """
    new = path.with_name(path.name + ".new")
    try:
        _write(new, content)
        new.replace(path)
        settle_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        known = known_trouble(error, path.name)
        if known is None:
            raise
        raise known from error


def known_trouble(error: OSError, file: str) -> TrainerError | None:
    """Return what a person can act on: a full, closed or failing disk; None for anything else."""
    if error.errno in _FULL:
        return DiskFull(file=file)
    if error.errno in _CLOSED:
        return ReadOnly(file=file)
    if error.errno in _BROKEN:
        return DiskFails(file=file)
    return None


def _write(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def settle_folder(folder: Path) -> None:
    """A rename is on the disk only when its folder is; Windows cannot open a folder for this."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
