"""Writes the files of a centre's own lesson so that a kill loses at most what was not confirmed.

A lesson is several files that must fit each other: new ones are written beside, all of them, and
put in place together. A lesson that is removed lies in a bin until the program is next started.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from trainer_app.content.library import lesson_folders
from trainer_app.domain.errors import UnknownThing
from trainer_app.keys.durable import known_trouble, settle_folder, write_whole

LESSONS, TRANSLATIONS, RECORDINGS = "lessons", "translations", "recordings"
"""Where a centre's own lessons lie in its data folder, translations of others, and recordings of
words that were not written here.
"""

_SAVING, _SAVED, _BIN = ".saving", ".saved", ".bin"


def save_files(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Put files of a lesson in place, all or none; says whether any of them is new.

    On the disk when this returns. Raises DiskFull, ReadOnly, DiskFails; nothing was changed then.
    """
    changed = {path: data for path, data in files.items() if not _is_there(folder / path, data)}
    if not changed:
        return False
    saving = folder / _SAVING
    with _known(folder):
        _put_in_place(folder)
        shutil.rmtree(saving, ignore_errors=True)
        for path, data in changed.items():
            (saving / path).parent.mkdir(parents=True, exist_ok=True)
            write_whole(saving / path, data)
        settle_folder(saving)
        saving.rename(folder / _SAVED)  # from here on they are saved
        settle_folder(folder)
        _put_in_place(folder)
    return True


def finish_saves(lessons: Path) -> None:
    """Finish what a dying laptop left half done in a centre's own lessons."""
    with suppress(OSError):  # where nothing can be written, nothing was begun
        for folder in lesson_folders(lessons):
            shutil.rmtree(folder / _SAVING, ignore_errors=True)
            _put_in_place(folder)


def throw_away(lessons: Path, name: str) -> None:
    """Put a lesson's folder into the bin. Raises ReadOnly, DiskFull, DiskFails."""
    with _known(lessons / name):
        binned = lessons / _BIN / name
        shutil.rmtree(binned, ignore_errors=True)
        binned.parent.mkdir(exist_ok=True)
        (lessons / name).rename(binned)
        settle_folder(lessons)


def take_back(lessons: Path, lesson_id: str) -> None:
    """Take a lesson out of the bin again. Raises UnknownThing where it is not in there."""
    binned = lessons / _BIN
    found = next((each for each in lesson_folders(binned) if each.name[3:] == lesson_id), None)
    if found is None or (lessons / found.name).exists():
        raise UnknownThing(what="lesson", id=lesson_id)
    with _known(found):
        found.rename(lessons / found.name)
        settle_folder(lessons)


def empty_bin(lessons: Path) -> None:
    """Forget the lessons that were removed before the program was started."""
    shutil.rmtree(lessons / _BIN, ignore_errors=True)


def _put_in_place(folder: Path) -> None:
    """Move saved files to where they belong; what a kill leaves is moved the next time."""
    saved = folder / _SAVED
    if not saved.is_dir():
        return
    for path in sorted(each for each in saved.rglob("*") if each.is_file()):
        target = folder / path.relative_to(saved)
        target.parent.mkdir(exist_ok=True)
        path.replace(target)
        settle_folder(target.parent)
    shutil.rmtree(saved)


def _is_there(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


@contextmanager
def _known(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise known_trouble(error, path.name) or error from None
