"""A store of its own for each test, and folders that cannot be written to."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from centres import KEY, Clock

from trainer_app.store.store import Store


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """An empty store in `tmp_path`."""
    made = Store.create(tmp_path, KEY, clock.now)
    yield made
    made.close()


@pytest.fixture
def close_for_writing() -> Iterator[Callable[[Path], None]]:
    """Makes a folder read-only. Permission bits do not bind root, so root mounts it so."""
    undo: list[Callable[[], object]] = []

    def close(folder: Path) -> None:
        if os.geteuid() != 0:
            folder.chmod(0o555)
            undo.append(lambda: folder.chmod(0o755))
            return
        subprocess.run(["mount", "--bind", folder, folder], check=True)
        undo.append(lambda: subprocess.run(["umount", folder], check=True))
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)

    yield close
    for one in reversed(undo):
        one()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes; only root, or a user in a namespace of their own, can make one."""
    folder = tmp_path / "small"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "small", folder], check=True)
    yield folder
    subprocess.run(["umount", folder], check=True)
