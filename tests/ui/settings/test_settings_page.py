"""Setting up a laptop: what a choice asks for, and that nothing is out of reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from trainer_app import __version__, places
from trainer_app.i18n import languages, use
from trainer_app.services.preferences import SCALES, PreferencesFile
from trainer_app.store import registers
from trainer_app.ui import theme
from trainer_app.ui.settings.licences import licences
from trainer_app.ui.settings.settings import SettingsPage
from trainer_app.ui.widgets import Scroller, Text
from trainer_app.ui.widgets.drawn import DrawnButton

SIZE = (1134, 768)


@pytest.fixture
def preferences(tmp_path: Path) -> PreferencesFile:
    return PreferencesFile(tmp_path)


@pytest.fixture
def build(centre, preferences) -> Callable[[], SettingsPage]:
    """The page over a real centre and its one trainer."""
    return lambda: SettingsPage(
        preferences, languages(), registers.trainers(centre.store), centre.folder
    )


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot, build) -> Iterator[Callable[..., SettingsPage]]:
    def show_page(language: str = "en", scale: float = 1.0) -> SettingsPage:
        use(language)
        theme.apply(qapp, theme.Theme("light", scale, language, dense=True))
        page = build()
        qtbot.addWidget(page)
        page.resize(*SIZE)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        for _ in range(3):
            qapp.processEvents()
        return page

    yield show_page
    theme.apply(qapp, theme.Theme())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def click(qtbot: QtBot, page: QWidget, name: str) -> None:
    found = [one for one in page.findChildren(QPushButton) if one.accessibleName() == name]
    assert len(found) == 1, name
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def reads(page: QWidget) -> str:
    texts = [one.text() for one in page.findChildren(Text) if one.isVisibleTo(page)]
    return "\n".join(texts).replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("name", "signal", "value"),
    [
        ("العربية", "language_chosen", "ar"),
        ("150 %", "scale_chosen", 150),
        ("Dark", "theme_chosen", "dark"),
        ("Slowly", "speech_chosen", "slow"),
        ("Read every page to learners", "reading_chosen", True),
        ("High contrast", "theme_chosen", "contrast"),
    ],
)
def test_a_choice_is_passed_on_at_once(show, qtbot: QtBot, name, signal, value):
    page = show()
    with qtbot.waitSignal(getattr(page, signal)) as chosen:
        click(qtbot, page, name)
    assert chosen.args == [value]


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("Easier to tell apart", ["letters", "clear"]),
        ("Large", ["pointer", "large"]),
        ("None", ["motion", "none"]),
        ("Two seconds", ["patience", 2000]),
    ],
)
def test_choices_for_eyes_and_hands_are_passed_on(show, qtbot: QtBot, name, chosen):
    page = show()
    with qtbot.waitSignal(page.comfort_chosen) as passed_on:
        click(qtbot, page, name)
    assert passed_on.args == chosen


def test_clear_letters_are_offered_only_where_there_are_any(show):
    assert show("uk").comfort.letters.isVisible()
    assert not show("fa").comfort.letters.isVisible()


def test_the_page_shows_how_the_laptop_is_set_up(show, preferences):
    preferences.change(scale=175, theme="contrast", idle_minutes=7, lock_minutes=30)
    page = show("nl")
    assert page.language.value() == "nl"
    assert page.text_size.value() == 175
    assert page.colours.value() == "contrast"
    assert (page.idle.value(), page.lock.value()) == (7, 30)


def test_every_size_that_is_kept_can_be_chosen(show, qtbot: QtBot, preferences):
    page = show()
    page.scale_chosen.connect(lambda size: preferences.change(scale=size))
    for size in SCALES:
        click(qtbot, page, f"{size} %")
        assert preferences.now.scale == size


def test_minutes_are_typed_and_kept(show, qtbot: QtBot, preferences, tmp_path):
    page = show()
    page.minutes_chosen.connect(
        lambda idle, lock: preferences.change(idle_minutes=idle, lock_minutes=lock)
    )
    page.idle.setFocus()
    qtbot.keyClick(page.idle.control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.idle.control, "15")
    qtbot.keyClick(page.lock.control, Qt.Key.Key_Up)
    kept = PreferencesFile(tmp_path).now
    assert (kept.idle_minutes, kept.lock_minutes) == (15, 11)


def test_locking_is_one_click(show, qtbot: QtBot):
    page = show()
    with qtbot.waitSignal(page.lock_requested):
        click(qtbot, page, "Lock now")


def test_who_may_unlock_where_the_data_is_and_which_version(show, centre):
    said = reads(show())
    assert "Sanne" in said
    assert str(centre.folder) in said
    assert __version__ in said


def test_every_licence_can_be_read_to_its_end(show, qtbot: QtBot):
    page = show()
    for licence in licences():
        page.licences.set_value(licence.key)
        assert page.licences.words.toPlainText() == licence.text
    bar = page.licences.words.verticalScrollBar()
    page.licences.words.setFocus()
    qtbot.keyClick(page.licences.words, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() == bar.maximum() > 0
    assert page.licences.words.horizontalScrollBar().maximum() == 0


def test_no_licence_file_is_left_out():
    texts = {licence.text for licence in licences()}
    files = [
        *places.assets().glob("fonts/OFL-*.txt"),
        *places.assets().glob("icons/LICENSE*"),
        *places.assets().glob("speech/LICENSE*"),
        places.assets().parent / "LICENSE",
    ]
    assert len(files) >= 9
    assert {file.read_text(encoding="utf-8") for file in files} == texts


@pytest.mark.parametrize("name", ["language", "text_size", "colours", "pointer", "patience"])
def test_the_keyboard_stays_where_it_was_when_the_page_is_built_anew(show, name):
    page = show()
    page.licences.set_value("icons")
    field = page._choices()[name]
    button = next(b for b in field.findChildren(QPushButton) if b.isChecked())
    button.setFocus()
    memory = page.remember()
    again = show("ar", 2.0)
    again.recall(memory)
    assert again._choices()[name].isAncestorOf(again.focusWidget())
    assert again.licences.value() == "icons"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_has_room(show, language, scale):
    page = show(language, scale)
    inside = page.findChild(Scroller).viewport()
    clipped = []
    for one in page.findChildren(QWidget):
        if not one.isVisible() or not isinstance(one, Text | DrawnButton | QLineEdit):
            continue
        if one.hasHeightForWidth() and one.height() < one.heightForWidth(one.width()):
            clipped.append((one.accessibleName(), "height"))
        box = QRect(one.mapTo(inside, one.rect().topLeft()), one.size())
        if box.left() < 0 or box.right() > inside.width():
            clipped.append((one.accessibleName(), "sideways"))
    assert clipped == []
