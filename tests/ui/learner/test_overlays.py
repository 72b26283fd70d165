"""The covers: nothing gets through, the first touch asks, and who was there goes on."""

from __future__ import annotations

from centres import Centre
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from reading_a_page import cut, names, press, words

from trainer_app.ui.learner.overlays import ListenOverlay, StillYouOverlay
from trainer_app.ui.widgets import Button


def test_listening_covers_the_window_and_keeps_its_size(show, qtbot):
    window = show(QWidget())
    pressed: list[bool] = []
    button = Button("Under it")
    button.setParent(window)
    button.resize(200, 60)
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    button.setFocus()
    cover = ListenOverlay()
    cover.setParent(window)
    cover.show()
    window.resize(900, 620)
    QApplication.processEvents()
    assert cover.geometry() == window.rect()
    assert "Everyone listens now" in words(cover)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.mouseClick(window.childAt(QPoint(20, 20)), Qt.MouseButton.LeftButton)
    assert pressed == []
    cover.lift()
    assert button.hasFocus()


def test_the_trainer_gets_in_from_the_listening_screen(show):
    cover = show(ListenOverlay())
    heard: list[bool] = []
    cover.trainer_requested.connect(lambda: heard.append(True))
    press(cover, "Trainer")
    assert heard == [True]


def test_the_screen_rests_until_a_touch_which_asks(centre: Centre, show, qtbot):
    cover = show(StillYouOverlay(centre.evening("Amina", "Samir").people))
    heard: list[str] = []
    cover.yes.connect(lambda: heard.append("yes"))
    cover.no.connect(lambda: heard.append("no"))
    assert "Amina" not in words(cover)
    assert names(cover) == []
    qtbot.mouseClick(cover.childAt(cover.rect().center()), Qt.MouseButton.LeftButton)
    assert "Still you?" in words(cover)
    assert "Amina" in words(cover)
    press(cover, "No, somebody else")
    assert heard == ["no"]


def test_a_key_asks_and_enter_says_yes(centre: Centre, show, qtbot):
    cover = show(StillYouOverlay(centre.evening("Amina").people))
    heard: list[str] = []
    cover.yes.connect(lambda: heard.append("yes"))
    qtbot.keyClick(cover, Qt.Key.Key_Return)
    assert heard == []
    qtbot.keyClick(cover.focusWidget(), Qt.Key.Key_Return)
    assert heard == ["yes"]


def test_covers_are_not_cut_with_large_letters(centre: Centre, show, dress):
    people = centre.evening("Conceição", "Samir", "Xuân", "Rosa").people
    for language in ("en", "ar"):
        dress(language, 2.0)
        asking = StillYouOverlay(people)
        asking.ask()
        for cover in (ListenOverlay(), asking):
            show(cover)
            words(cover)
            assert cut(cover) == []
