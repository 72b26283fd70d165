"""Whether the system asks for stillness, and that nothing moves then."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from trainer_app.ui.theme import Theme, apply, system_wants_stillness
from trainer_app.ui.widgets import TileButton

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(autouse=True)
def _plain(qapp: QApplication) -> Iterator[None]:
    yield
    apply(qapp, Theme())


@pytest.mark.parametrize(
    ("file", "words", "still"),
    [
        (".config/kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        (".config/kdeglobals", "[KDE]\nAnimationDurationFactor=1\n", False),
        (".config/gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        (".config/gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=true\n", False),
        (".config/kdeglobals", "no settings at all", False),
    ],
)
def test_linux_says_it_in_a_file(tmp_path: Path, file: str, words: str, still: bool):
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(words, encoding="utf-8")
    assert system_wants_stillness(tmp_path, "linux") is still


@pytest.mark.parametrize("still", [True, False])
def test_macos_says_it_in_a_list(tmp_path: Path, still: bool):
    file = tmp_path / "Library/Preferences/com.apple.universalaccess.plist"
    file.parent.mkdir(parents=True)
    file.write_bytes(plistlib.dumps({"reduceMotion": still}))
    assert system_wants_stillness(tmp_path, "darwin") is still


def test_without_a_file_nothing_is_asked_for(tmp_path: Path):
    assert not system_wants_stillness(tmp_path, "linux")
    assert not system_wants_stillness(tmp_path, "darwin")


def test_without_motion_nothing_blinks_or_lifts(qapp, qtbot):
    apply(qapp, Theme(motion=False))
    assert qapp.styleHints().cursorFlashTime() == 0
    assert "widget-animation-duration: 0" in qapp.styleSheet()
    tile = TileButton("Your first post", None)
    qtbot.addWidget(tile)
    tile.show()
    tile._move(4.0)
    assert tile._motion.state() == tile._motion.State.Stopped
    apply(qapp, Theme())
    assert qapp.styleHints().cursorFlashTime() > 0
    assert "widget-animation-duration" not in qapp.styleSheet()
