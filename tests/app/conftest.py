"""The real window on a data folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from practising_window import Room
from PySide6.QtWidgets import QApplication


@pytest.fixture
def room(qapp: QApplication, centre, tmp_path: Path, cheap_cost) -> Iterator[Room]:
    """A laptop of the centre, its trainer inside."""
    made = Room(centre, tmp_path / "lessons", cheap_cost)
    yield made
    made.window.close()
    qapp.removeEventFilter(made.window)
    made.window.deleteLater()
