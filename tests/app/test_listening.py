"""Whoever wants to listen hears each page when it comes, and one thing when she points at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reading_a_page import press

from trainer_app.app import open_window
from trainer_app.keys.wrapping import Cost
from trainer_app.services.speaking import Speaker
from trainer_app.speech.helper import WITHOUT_SOUND
from trainer_app.speech.line import command
from trainer_app.ui.learner.listening import HowToListen
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.widgets import Button, Text

PATIENCE = 6_000
LESSON = "set-who-sees-me"


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, clock, cheap_cost: Cost
) -> Iterator[MainWindow]:
    made = open_window(tmp_path, "en", clock.now, cheap_cost)
    # As fast as nobody speaks, and without looking for a loudspeaker.
    made.aloud._speaker = Speaker([*command(), WITHOUT_SOUND, "100"])
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    qapp.removeEventFilter(made)
    made.deleteLater()


def heard(qtbot: QtBot, window: MainWindow, begin: Callable[[], object]) -> str:
    """All words that are said until it is quiet again."""
    said: list[str] = []

    def note(start: int, length: int) -> None:
        assert window.aloud._now is not None
        said.append(window.aloud._now.text[start : start + length])

    window.aloud.word.connect(note)
    with qtbot.waitSignal(window.aloud.ended, timeout=PATIENCE):
        begin()
    window.aloud.word.disconnect(note)
    return " ".join(said)


def rest_on(window: MainWindow, widget: QWidget) -> Callable[[], None]:
    """The pointer comes to rest on a widget."""

    def come() -> None:
        middle = QPointF(widget.rect().center())
        QApplication.sendEvent(widget, QEnterEvent(middle, middle, middle))
        window.listening._pointing._resting.setInterval(1)
        window.listening._pointing._resting.start()

    return come


def press_tab(qtbot: QtBot, window: MainWindow) -> Callable[[], None]:
    """The keyboard goes on to the next thing."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return lambda: qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def listen(window: MainWindow) -> None:
    """Choose in front of the page that every page shall be read."""
    press(window, "How it is read aloud")
    asked = window.findChild(HowToListen)
    assert asked is not None
    asked.reads_pages.click()
    asked.speed.set_value("fast")
    asked.dialog.answer("ok")


def test_pages_read_themselves_for_who_chose_it(qtbot: QtBot, window: MainWindow) -> None:
    window.learner.guest()
    window.learner.lesson(LESSON, "en")
    first = heard(qtbot, window, lambda: listen(window))
    assert window.listening.speed == "fast"
    title = window.page._words.pages[0].title
    assert first.startswith(title.split()[0])
    second = heard(qtbot, window, lambda: press(window, "Next"))
    assert second != first
    # The same words again, because the page was built anew: nobody wants to hear them twice.
    with qtbot.assertNotEmitted(window.aloud.reading, wait=120):
        window.rebuild()
    # Who sits down next chooses anew.
    window.listening.forget()
    with qtbot.assertNotEmitted(window.aloud.reading, wait=120):
        press(window, "Next")
    assert not window.preferences.now.reads_pages


def test_one_thing_is_heard_by_tab_or_by_pointing(qtbot: QtBot, window: MainWindow) -> None:
    window.preferences.change(reads_pages=True)
    window.learner.guest()
    heard(qtbot, window, lambda: window.learner.lesson(LESSON, "en"))
    page = window.page
    text = next(one for one in page.findChildren(Text) if one.isVisible() and "." in one.text())
    said = heard(qtbot, window, rest_on(window, text))
    assert said.split()[0] in text.text()
    # Pressed, it says itself again.
    left = Qt.MouseButton.LeftButton
    assert heard(qtbot, window, lambda: qtbot.mouseClick(text, left)) == said
    words = next(one for one in page.findChildren(Button) if one.text() == "Words to know")
    words.setFocus(Qt.FocusReason.OtherFocusReason)
    said = heard(qtbot, window, press_tab(qtbot, window))
    assert said == window.focusWidget().accessibleName()
    # The program itself moves the keyboard without being heard.
    with qtbot.assertNotEmitted(window.aloud.speaking, wait=100):
        words.setFocus(Qt.FocusReason.OtherFocusReason)


def test_a_pointer_that_lies_somewhere_does_not_end_a_page(qtbot, window: MainWindow) -> None:
    window.preferences.change(reads_pages=True)
    window.aloud._speaker.close()
    window.aloud._speaker = Speaker([*command(), WITHOUT_SOUND, "2"])
    window.learner.guest()
    with qtbot.waitSignal(window.aloud.word, timeout=PATIENCE):
        window.learner.lesson(LESSON, "en")
    with qtbot.waitSignal(window.listening._pointing.rested):
        rest_on(window, window.page.foot.next)()
    assert window.aloud.is_reading
    press_tab(qtbot, window)()
    assert not window.aloud.is_reading
    assert window.aloud._now is not None


def test_nothing_is_watched_for_who_reads_herself(qtbot: QtBot, window: MainWindow) -> None:
    window.learner.guest()
    window.learner.lesson(LESSON, "en")
    with qtbot.assertNotEmitted(window.aloud.speaking, wait=100):
        rest_on(window, window.page.foot.next)()
        press_tab(qtbot, window)()
    assert not window.listening._pointing._on
