"""Puts the files of a pack into their folder: whole or not at all, and the old ones are kept."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from trainer_app.bundles.packs.label import Label
from trainer_app.domain.errors import ReadOnly, TrainerError
from trainer_app.domain.lessons import Own
from trainer_app.keys.durable import known_trouble, settle_folder, write_whole

_COMING, _NEW, KEPT = ".coming-", ".new-", ".replaced"


def put_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files whose names were checked, each onto the disk.

    Raises DiskFull, ReadOnly, DiskFails.
    """
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)


def lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files whose names were checked, to be read once and thrown away. Raises OSError."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def put_in_place(folder: Path, files: Mapping[str, bytes], old: Path | None = None) -> None:
    """Make a folder of these files in the place of `old`, which is kept beside.

    It is written beside and renamed: a laptop that dies meanwhile leaves the old one, or `finish`
    puts the new one there. Raises DiskFull, ReadOnly, DiskFails.
    """
    coming, new = (folder.with_name(mark + folder.name) for mark in (_COMING, _NEW))
    try:
        for left in (coming, new):
            shutil.rmtree(left, ignore_errors=True)
        put_files(coming, files)
        coming.rename(new)  # from here on it is whole
        settle_folder(folder.parent)
        if old is not None and old.exists():
            kept = folder.parent / KEPT / old.name
            shutil.rmtree(kept, ignore_errors=True)
            kept.parent.mkdir(exist_ok=True)
            old.rename(kept)
        new.rename(folder)
        settle_folder(folder.parent)
    except TrainerError:
        shutil.rmtree(coming, ignore_errors=True)
        raise
    except OSError as error:
        # What is none of the known troubles is something that stands in the way.
        raise known_trouble(error, folder.name) or ReadOnly(file=folder.name) from error


def finish(parent: Path) -> bool:
    """Finish what a dying laptop left half done in a folder of lessons; says if there was any."""
    if not any(True for mark in (_COMING, _NEW) for _ in parent.glob(f"{mark}*")):
        return False
    with suppress(OSError):  # where nothing can be written, nothing was begun
        for coming in parent.glob(f"{_COMING}*"):
            shutil.rmtree(coming)
        for new in sorted(parent.glob(f"{_NEW}*")):
            folder = new.with_name(new.name.removeprefix(_NEW))
            if folder.exists():
                shutil.rmtree(new)
            else:
                new.rename(folder)
    return True


def folder_name(label: Label) -> str:
    """What the folder of a lesson is called."""
    return f"{label.number:02d}-{label.lesson}"


def own_of(label: Label, *, made_here: bool = False) -> Own:
    """Whose lesson it is, as stands beside it."""
    return Own(
        origin=label.origin,
        origin_version=label.origin_version,
        author=label.author,
        key=label.key,
        made_here=made_here,
    )
