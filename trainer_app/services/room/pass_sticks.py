"""Evening passes on a stick: put there by a trainer's laptop, taken off by those they opened."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from trainer_app.domain.errors import DiskFails, DiskFull, ReadOnly, UnreadableFile
from trainer_app.keys.durable import known_trouble, write_whole
from trainer_app.keys.passes import MOST_FILE_BYTES, Pass, file_of, read_file

FOLDER, FILE = "trainer-app", "evening.pass"


def put_on(stick: Path, passes: Iterable[Pass]) -> None:
    """Put passes on a stick in place of those there. Raises DiskFull, ReadOnly, DiskFails."""
    folder = stick / FOLDER
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        known = known_trouble(error, FILE)
        if known is None:
            raise
        raise known from error
    write_whole(folder / FILE, file_of(passes))


def found_on(stick: Path) -> tuple[Pass, ...] | None:
    """All passes on a stick; None where there is no such file.

    Raises UnreadableFile, MalformedPass, NewerSchema.
    """
    try:
        with (stick / FOLDER / FILE).open("rb") as file:
            data = file.read(MOST_FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        raise UnreadableFile(file=FILE) from None
    return read_file(data, FILE)


def take_off(stick: Path, used: Pass) -> None:
    """Take a used pass off a stick, if the stick lets itself be written.

    It opens nothing any more either way.
    """
    left = [one for one in found_on(stick) or () if one.laptop != used.laptop]
    with suppress(DiskFull, ReadOnly, DiskFails):
        if left:
            put_on(stick, left)
        else:
            _remove(stick / FOLDER / FILE)


def _remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)
