"""What tests of services need of the machine."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from centre_on_laptops import Machines
from room_of_laptops import Room

from trainer_app.content.library import LessonLibrary
from trainer_app.keys.wrapping import Cost


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes; only root, or a user in a namespace of their own, can make one."""
    folder = tmp_path / "small"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "small", folder], check=True)
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.fixture
def machines(tmp_path: Path, cheap_cost: Cost) -> Iterator[Machines]:
    """Laptops of one centre, closed at the end."""
    made = Machines(tmp_path / "machines", cheap_cost)
    yield made
    made.close()


@pytest.fixture
def room(
    machines: Machines, library: LessonLibrary, tmp_path: Path, cheap_cost: Cost
) -> Iterator[Room]:
    """Laptops of a room, closed at the end; none of their threads met a bug."""
    made = Room(machines, library.common_folder, tmp_path, cheap_cost)
    yield made
    made.close()
