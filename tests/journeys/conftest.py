"""The program's window on a centre of this test, as a trainer has it in front of her."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from centres import PASSPHRASE, Centre
from PySide6.QtWidgets import QApplication

from trainer_app import app
from trainer_app.keys.wrapping import Cost
from trainer_app.ui.main_window import MainWindow

from .hand import Hand, settle


@pytest.fixture
def window(
    centre: Centre, cheap_cost: Cost, tmp_path: Path, qapp: QApplication
) -> Iterator[MainWindow]:
    """One course and one session today, unlocked; files are saved and opened beside it."""
    centre.evening("Amina")
    centre.door.lock()
    opened = app.open_window(centre.folder, now=centre.clock.now, cost=cheap_cost)
    opened.resize(1366, 768)
    opened.choose_file = lambda suggested: tmp_path / (suggested or "back.po")
    opened.show()
    opened.activateWindow()
    qapp.processEvents()
    opened.welcome.to_centre()
    settle()
    hand = Hand(opened)
    hand.type_into("Passphrase", PASSPHRASE)
    hand.press("Unlock")
    yield opened
    opened.close()


@pytest.fixture
def hand(window: MainWindow) -> Hand:
    """What works that window."""
    return Hand(window)
