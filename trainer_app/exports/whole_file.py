"""A file appears whole or not at all: written beside its place, on the disk, then moved."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from trainer_app.domain.errors import CannotWriteFile

_REASONS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "read-only",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.ENOENT: "missing-folder",
    errno.ENOTDIR: "missing-folder",
    errno.EBUSY: "in-use",
    errno.ETXTBSY: "in-use",
}
_WINDOWS_SHARING = frozenset({32, 33})


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give a nameless file in the same folder to write to; it takes the place of `path` at the end.

    Whatever goes wrong leaves `path` as it was and nothing beside it. Raises CannotWriteFile with
    the reason full, read-only, missing-folder, in-use or other.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".export-", dir=path.parent) as folder:
            draft = Path(folder) / "draft"
            yield draft
            _to_disk(draft)
            draft.replace(path)
        _folder_to_disk(path.parent)
    except OSError as trouble:
        raise CannotWriteFile(file=path.name, reason=reason_of(trouble)) from trouble


def reason_of(trouble: OSError) -> str:
    """The word for what the system reported."""
    if getattr(trouble, "winerror", None) in _WINDOWS_SHARING:
        return "in-use"
    return _REASONS.get(trouble.errno or 0, "other")


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _folder_to_disk(folder: Path) -> None:
    # Windows cannot open a folder; there the rename itself is journalled.
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
