"""Typing by the screen's keys and the laptop's: lines show what is right and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.ui.practice.hand import By, Hand
from tests.ui.practice.played import Played
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice import typing
from trainer_app.domain.practice.keystrokes import (
    Chose,
    Deleted,
    Entered,
    Layer,
    Pressed,
    Switched,
)
from trainer_app.i18n import use
from trainer_app.ui.practice.typing.line import TypingLine
from trainer_app.ui.theme import Theme

EXAMPLES = Path(__file__).parents[2] / "content" / "practice_examples"
Dress = Callable[[Theme], None]


@pytest.mark.parametrize(
    ("language", "by"), [("en", "mouse"), ("en", "keys"), ("ar", "mouse"), ("ar", "keys")]
)
def test_the_good_walk_on_the_screens_keyboard(
    qtbot: Any, dress: Dress, language: str, by: By
) -> None:
    use(language)
    dress(Theme(language=language))
    played = Played(qtbot, EXAMPLES, "type", language)
    played.walk(Hand(qtbot, by))
    assert played.playing.finished
    assert played.playing.progress.mistakes == 0


def test_in_french_and_ukrainian_too(qtbot: Any) -> None:
    for language in ("fr", "uk"):
        played = Played(qtbot, EXAMPLES, "type", language)
        played.walk(Hand(qtbot, "mouse"))
        assert played.playing.finished


def test_the_laptops_own_keys_type_into_the_line(qtbot: Any) -> None:
    played = Played(qtbot, EXAMPLES, "type")
    type_on_laptop(qtbot, played, *"mgood day")
    assert played.playing.progress.finished
    played.do(play.NextStage(), Hand(qtbot, "keys"))
    enter, delete = Qt.Key.Key_Return, Qt.Key.Key_Backspace
    type_on_laptop(qtbot, played, *"Bo", enter, *"@bobb", delete, enter, *"#bread")
    assert played.playing.finished


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_both_keys_that_delete_take_the_last_letter(qtbot: Any, key: Qt.Key) -> None:
    played = Played(qtbot, EXAMPLES, "type")
    type_on_laptop(qtbot, played, *"mgx", key, "o")
    assert played.acted[-3:] == [Pressed("x"), Deleted(), Pressed("o")]
    assert play.view(played.playing).inside.lines[1].typed == "go"


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_a_wrong_letter_is_marked_and_deleted(qtbot: Any, by: By) -> None:
    played, hand = Played(qtbot, EXAMPLES, "type"), Hand(qtbot, by)
    played.do(Chose("two-words"), hand)
    for sign in "gox":
        played.do(Pressed(sign), hand)
    line = lines_of(played)[1]
    assert played.playing.progress.consequence == "other-letter"
    assert played.playing.progress.met == ()
    assert "Look again" in line.accessibleDescription()
    played.do(Deleted(), hand)
    assert "Look again" not in line.accessibleDescription()
    played.walk(hand)
    assert "Right" in line.accessibleDescription()


def test_too_short_and_a_name_without_its_sign(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, "type"), Hand(qtbot, "mouse")
    while not played.playing.progress.finished:
        played.do(play.next_step(played.playing), hand)
    played.do(play.NextStage(), hand)
    played.do(Pressed("b"), hand)
    played.do(Entered(), hand)
    assert played.playing.progress.consequence == "more"
    played.do(Chose("handle"), hand)
    played.do(Pressed("a"), hand)
    assert played.playing.progress.to_mend == ("at-first",)
    played.walk(hand)
    assert played.playing.finished


@pytest.mark.parametrize(
    "language", [*(pytest.param(each, marks=pytest.mark.slow) for each in ("en", "fr")), "ar"]
)
def test_every_key_of_every_layer_can_be_touched(qtbot: Any, language: str) -> None:
    played, hand = Played(qtbot, EXAMPLES, "type", language), Hand(qtbot, "mouse")
    while not played.playing.progress.finished:
        played.do(play.next_step(played.playing), hand)
    played.do(play.NextStage(), hand)
    start = played.playing
    for layer in start.state.keyboard.layers:
        put_back(played, play.act(start, Layer(layer)))
        before = played.playing
        possible = typing.actions(before.state)
        beside = [each for each in possible if not isinstance(each, Pressed)]
        for action in (*possible[::5], *beside):
            put_back(played, before)
            alone = isinstance(action, Switched) and language == "en"
            # A language that is alone has no key, and the line typed in is chosen already.
            if typing.act(before.state, action) != before.state and not alone:
                played.do(action, hand)


def test_a_sign_of_another_layer_is_two_touches_away(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, "type"), Hand(qtbot, "keys")
    played.do(Pressed("@"), hand)
    assert played.acted == [Layer("shift"), Pressed("@")]


def test_the_focus_follows_the_line_typed_in(qtbot: Any) -> None:
    played = Played(qtbot, EXAMPLES, "type")
    first, second = lines_of(played)
    type_on_laptop(qtbot, played, "m")
    assert second.here
    assert QApplication.focusWidget() is second
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert first.here, "on another line, Space chooses it"


def test_a_key_held_too_long_types_one_letter_and_shortcuts_type_none(qtbot: Any) -> None:
    played = Played(qtbot, EXAMPLES, "type")
    line = lines_of(played)[0]
    for repeated in (True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_M,
            Qt.KeyboardModifier.NoModifier,
            "m",
            repeated,
        )
        QApplication.sendEvent(line, event)
    QTest.keyClick(line, "s", Qt.KeyboardModifier.ControlModifier)
    assert played.acted == []


def test_a_letter_made_of_two_keys_of_the_laptop_is_typed(qtbot: Any) -> None:
    played = Played(qtbot, EXAMPLES, "type", "fr")
    event = QInputMethodEvent()
    event.setCommitString("ê")
    QApplication.sendEvent(lines_of(played)[0], event)
    assert played.acted == [Pressed("ê")]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_line_typed_in_is_in_sight_with_the_keyboard(
    qtbot: Any, dress: Dress, scale: float
) -> None:
    dress(Theme(language="ar", scale=scale))
    played, hand = Played(qtbot, EXAMPLES, "type", "ar"), Hand(qtbot, "mouse")
    while not played.playing.progress.finished:
        played.do(play.next_step(played.playing), hand)
        line = next((each for each in lines_of(played) if each.here), None)
        if line is not None:
            QApplication.processEvents()
            seen = line.visibleRegion().boundingRect()
            assert seen.height() == line.height()
            assert line.height() >= line.heightForWidth(line.width())
    area = played.screen.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()


def lines_of(played: Played) -> list[TypingLine]:
    """The lines from the top."""
    return list(played.screen.findChildren(TypingLine))


def type_on_laptop(qtbot: Any, played: Played, *keys: Any) -> None:
    """Keys of the laptop, wherever the focus is."""
    played.screen.activateWindow()
    qtbot.waitUntil(played.screen.isActiveWindow)
    played.screen.focus_first()
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def put_back(played: Played, playing: play.Playing) -> None:
    """Show an earlier moment again."""
    played.playing = playing
    played.screen.show_view(play.view(playing).inside)
