"""Real disks to fill, to close for writing, and to pull. Whoever may not mount them fails."""

from __future__ import annotations

import errno
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of its own in memory, at a new folder."""
    folder.mkdir()
    _run("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "small", folder)
    try:
        yield folder
    finally:
        _let_go(folder)


def fill(disk: Path, leave: int) -> Path:
    """Fill a disk but for so many bytes; gives the file to delete."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
        file.truncate(max(0, file.tell() - leave))
    return filler


@contextmanager
def closed_for_writing(folder: Path) -> Iterator[None]:
    """A folder that can only be read; permission bits would not bind root."""
    _run("mount", "--bind", folder, folder)
    try:
        _run("mount", "-o", "remount,bind,ro", folder)
        yield
    finally:
        _let_go(folder)


class Stick:
    """A file system of its own that can be pulled while a program writes on it."""

    def __init__(self, image: Path, folder: Path, megabytes: int = 16) -> None:
        self.folder, self._image = folder, image
        folder.mkdir()
        with image.open("wb") as file:
            file.truncate(megabytes << 20)
        _run("mkfs.ext4", "-q", "-F", image)

    def plug_in(self) -> None:
        """Mount it; what a journal holds is put in order, as after a power cut."""
        _run("mount", "-o", "loop", self._image, self.folder)

    def settle(self) -> None:
        """Everything that is on it by now stays, as on a stick that was put in later."""
        _run("sync", "--file-system", self.folder)

    def cut_power(self) -> None:
        """Nothing reaches it from now on, and what was not yet written through never will."""
        _run("mount", "-o", "remount,abort", self.folder)

    def pull(self) -> None:
        """Take it out."""
        _run("umount", self.folder)


@contextmanager
def plugged_in(place: Path) -> Iterator[Stick]:
    """A new stick, taken out in the end."""
    stick = Stick(place / "stick.img", place / "stick")
    stick.plug_in()
    try:
        yield stick
    finally:
        _let_go(stick.folder)


def _let_go(folder: Path) -> None:
    """Also of a disk on which a failed test left a file open."""
    _run("umount", "--lazy", folder)


def _run(*command: str | Path) -> None:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, f"{command}: {done.stdout}"
