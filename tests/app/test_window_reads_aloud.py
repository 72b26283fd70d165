"""The real window reads a page aloud, stops when another comes, and takes its helper with it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading_a_page import names, press

from trainer_app.app import open_window
from trainer_app.keys.wrapping import Cost
from trainer_app.services.preferences import PreferencesFile
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.widgets import Toast

PATIENCE = 20_000


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, clock, cheap_cost: Cost) -> Iterator[MainWindow]:
    made = open_window(tmp_path, "en", clock.now, cheap_cost)
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()
    qapp.removeEventFilter(made)
    made.deleteLater()


def test_a_guest_has_a_lesson_read_aloud(qtbot: QtBot, window: MainWindow) -> None:
    window.learner.guest()
    window.learner.lesson("set-who-sees-me", "en")
    with qtbot.waitSignal(window.aloud.word, timeout=PATIENCE):
        press(window, "Read aloud")
    helper = window.aloud._speaker.helper
    assert helper is not None
    if window.aloud._speaker.sound is False:
        (toast,) = window.findChildren(Toast)
        assert "no sound" in toast.words
    with qtbot.waitSignal(window.aloud.ended, timeout=PATIENCE):
        window.learner.home()
    assert "Read aloud" in names(window)
    window.close()
    with pytest.raises(ProcessLookupError):
        os.kill(helper, 0)


def test_how_fast_is_read_is_kept(tmp_path: Path, window: MainWindow) -> None:
    assert window.listening.speed == "normal"
    window.preferences.change(speech="slow")
    assert window.listening.speed == "slow"
    assert PreferencesFile(tmp_path).now.speech == "slow"
    window.preferences.change(speech="as fast as a car")
    assert PreferencesFile(tmp_path).now.speech == "normal"
