"""Stores to be damaged, and ways to damage a file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from centres import KEY, Clock

from trainer_app.domain.events import Draft
from trainer_app.store.store import FILE, Store

PAGE = 4096


def note(number: int, length: int = 100) -> Draft:
    """Something to record that takes about `length` characters."""
    return Draft("centre-named", {"name": f"{number} " + "x" * length})


def filled(folder: Path, clock: Clock, events: int, length: int = 100) -> Store:
    """An open store with as many events, in commits of some."""
    folder.mkdir(exist_ok=True)
    store = Store.create(folder, KEY, clock.now)
    for start in range(0, events, 40):
        store.append(*(note(n, length) for n in range(start, min(start + 40, events))))
    return store


def hashes(store: Store) -> set[str]:
    """The hash of every event in an open store."""
    return {row["hash"] for row in store.query("SELECT hash FROM events")}


def pages(file: Path) -> int:
    """How many pages a file has."""
    return file.stat().st_size // PAGE


def flip(file: Path, page: int, at: int = 2000) -> None:
    """Turn one bit of a page (counted from 1)."""
    with file.open("r+b") as handle:
        handle.seek((page - 1) * PAGE + at)
        byte = handle.read(1)[0]
        handle.seek(-1, 1)
        handle.write(bytes([byte ^ 1]))


def copied(folder: Path, to: Path) -> Path:
    """A copy of all that lies in a data folder, as a stick pulled at this moment would hold."""
    return Path(shutil.copytree(folder, to))


@contextmanager
def untouched(*files: Path) -> Iterator[None]:
    """Fails where one of the files that are there changes."""
    before = {file: file.read_bytes() for file in files if file.exists()}
    yield
    assert {file: file.read_bytes() for file in before} == before


__all__ = ["FILE", "KEY", "PAGE", "copied", "filled", "flip", "hashes", "note", "pages"]
