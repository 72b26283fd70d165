"""Letters, pointer, stillness and patience: chosen in the settings, and so at once everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from centres import Centre
from practising_window import PAGES, Room
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from trainer_app.keys.wrapping import Cost
from trainer_app.services.preferences import PreferencesFile
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.settings.hands_and_eyes import Part
from trainer_app.ui.settings.settings import SettingsPage
from trainer_app.ui.theme import current
from trainer_app.ui.widgets.second_press import USUAL_MS, be_patient

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def room(qapp: QApplication, centre: Centre, tmp_path: Path, cheap_cost: Cost) -> Iterator[Room]:
    made = Room(centre, tmp_path / "lessons", cheap_cost)
    made.window.activateWindow()
    yield made
    made.window.preferences.change(letters="usual", pointer="usual", motion="system")
    made.window.dress()
    be_patient(USUAL_MS)
    made.window.close()


def test_what_is_chosen_holds_at_once_and_is_kept(room: Room) -> None:
    window = room.window
    window.trainer.settings()
    assert isinstance(window.page, SettingsPage)
    for field in ("letters", "pointer", "motion"):
        parts = {part[0]: part[3] for part in every_part(window.page)}
        other = next(b for b in parts[field].findChildren(QPushButton) if not b.isChecked())
        other.click()
        QApplication.processEvents()
    look = current()
    assert (look.letters, look.large_pointer, look.motion) == ("clear", True, False)
    assert window.cursor().shape() == Qt.CursorShape.BitmapCursor
    kept = PreferencesFile(window.door.folder).now
    assert (kept.letters, kept.pointer, kept.motion) == ("clear", "large", "none")


def every_part(page: SettingsPage) -> list[Part]:
    return [*page.comfort.of_eyes(), *page.comfort.of_hands()]


def test_a_real_double_click_on_next_turns_one_page(room: Room) -> None:
    window = room.window
    window.learner.guest()
    window.learner.lesson(PAGES, "en")
    for _ in range(3):
        QApplication.processEvents()
    page = window.page
    assert isinstance(page, LessonPage)
    following = page.foot.next
    at = following.mapTo(window, following.rect().center())
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, none, at)
    assert page._walk.at == 1
    # A moment later it is meant.
    QTest.mouseClick(following, Qt.MouseButton.LeftButton, none, following.rect().center())
    assert page._walk.at == 2
