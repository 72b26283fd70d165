"""Pointing by mouse, by finger and by keys: every gesture is told from every other one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.practice.hand import By, Hand, tab_to
from tests.ui.practice.played import Played
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice import pointer
from trainer_app.domain.practice.easing import Ease
from trainer_app.domain.practice.pointer import Gesture, Missed
from trainer_app.domain.practice.pointer_stage import HOLD_TENTHS
from trainer_app.ui.practice.pointer.field import PointerField
from trainer_app.ui.practice.pointer.places import PlaceCard
from trainer_app.ui.practice.pointer.target import PointerTarget
from trainer_app.ui.theme import Theme

EXAMPLES = Path(__file__).parents[2] / "content" / "practice_examples"
LEFT = Qt.MouseButton.LeftButton
Dress = Callable[[Theme], None]


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_the_good_walk(qtbot: Any, by: By) -> None:
    played = Played(qtbot, EXAMPLES, "point-and-click")
    played.walk(Hand(qtbot, by))
    assert played.playing.finished
    assert played.playing.progress.mistakes == 0


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_beside_it_is_a_miss_and_the_target_grows(qtbot: Any, by: By) -> None:
    played, hand = Played(qtbot, EXAMPLES, "point-and-click"), Hand(qtbot, by)
    before = target_of(played, "bird").width()
    played.do(Missed(), hand)
    assert played.playing.progress.consequence == "too-far"
    assert target_of(played, "bird").width() > before
    assert played.playing.progress.met == ()


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_a_thing_in_the_wrong_place_is_seen_and_put_right(qtbot: Any, by: By) -> None:
    played, hand = at_stage(qtbot, 1), Hand(qtbot, by)
    played.do(Gesture("book", "drag", "basket"), hand)
    book = target_of(played, "book")
    assert played.playing.progress.to_mend == ("other-place",)
    assert "Look again" in book.accessibleDescription()
    assert place_of(played, "basket").geometry().contains(book.geometry())
    played.do(Gesture("book", "drag", ""), hand)
    assert played.playing.progress.consequence == "on-the-floor"
    played.do(Gesture("book", "drag", "shelf"), hand)
    assert "Look again" not in target_of(played, "book").accessibleDescription()
    while not played.playing.progress.finished:
        played.do(play.next_step(played.playing), hand)


@pytest.mark.parametrize("stage", [0, 1, 2])
def test_whatever_is_possible_with_a_mouse_can_be_done(qtbot: Any, stage: int) -> None:
    played, hand = at_stage(qtbot, stage), Hand(qtbot, "mouse")
    done = set()
    while not played.playing.progress.finished:
        start = played.playing
        for action in pointer.actions(start.state):
            put_back(played, start)
            touch = played.screen.touch(action)
            # To hold takes a second; another test does it.
            if touch is None or touch.does == "hold":
                continue
            played.do(action, hand)
            done.add("miss" if isinstance(action, Missed) else action.does)
        put_back(played, play.act(start, play.next_step(start)))
    mouse = {"miss", "click", "double-click", "drag", "scroll"}
    finger = {"miss", "tap", "swipe"}
    assert done >= (finger if stage == 2 else mouse - ({"drag"} if stage == 0 else set()))


def test_what_lies_in_its_place_can_be_taken_away_again(qtbot: Any) -> None:
    played, hand = at_stage(qtbot, 1), Hand(qtbot, "mouse")
    played.do(Gesture("book", "drag", "shelf"), hand)
    played.do(Gesture("book", "drag", "basket"), hand)
    assert played.playing.progress.to_mend == ("other-place",)


def test_the_arrow_over_it_is_enough_to_point(qtbot: Any) -> None:
    played = Played(qtbot, EXAMPLES, "point-and-click")
    at = QPointF(5, 5)
    QApplication.sendEvent(target_of(played, "bird"), QEnterEvent(at, at, at))
    assert played.acted == [Gesture("bird", "point")]


def test_two_slow_clicks_are_no_double_click(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, "point-and-click"), Hand(qtbot, "mouse")
    for _ in range(2):
        played.do(play.next_step(played.playing), hand)
    door = target_of(played, "door")
    door._once.setInterval(1)
    QTest.mouseClick(door, LEFT)
    qtbot.waitUntil(lambda: not door._once.isActive())
    QTest.mouseClick(door, LEFT)
    assert played.acted[-2:] == [Gesture("door", "click")] * 2
    assert not played.playing.progress.finished


def test_a_trembling_hand_still_clicks(qtbot: Any) -> None:
    played = Played(qtbot, EXAMPLES, "point-and-click")
    played.do(play.next_step(played.playing), Hand(qtbot, "mouse"))
    cup = target_of(played, "cup")
    middle = cup.rect().center()
    QTest.mousePress(cup, LEFT, pos=middle)
    QTest.mouseMove(cup, middle + middle / 8)
    QTest.mouseRelease(cup, LEFT, pos=middle + middle / 8)
    assert played.acted[-1] == Gesture("cup", "click")


def test_on_the_phone_short_and_long_are_told_apart(qtbot: Any) -> None:
    played, hand = at_stage(qtbot, 2), Hand(qtbot, "mouse")
    played.do(Gesture("bell", "tap"), hand)
    for _ in range(2):
        played.do(Gesture("photo", "swipe", way="left"), hand)
    flower = target_of(played, "flower")
    QTest.mouseClick(flower, LEFT)
    assert played.playing.progress.consequence == "short"
    QTest.mousePress(flower, LEFT)
    qtbot.waitUntil(lambda: flower._tenths >= 3)
    QTest.mouseRelease(flower, LEFT)
    last = played.acted[-1]
    assert last.does == "hold"
    assert 1 < last.tenths < HOLD_TENTHS
    played.do(play.next_step(played.playing), hand)
    assert played.playing.finished


def test_by_keys_a_lifted_thing_is_put_down_by_escape(qtbot: Any) -> None:
    played = at_stage(qtbot, 1)
    book = target_of(played, "book")
    tab_to(book)
    QTest.keyClick(book, Qt.Key.Key_Space)
    assert book.up
    QTest.keyClick(book, Qt.Key.Key_Escape)
    assert not book.up
    assert played.acted == []


def test_after_a_thing_the_keys_stand_on_the_next_one(qtbot: Any) -> None:
    played, hand = at_stage(qtbot, 1), Hand(qtbot, "keys")
    played.do(Gesture("book", "drag", "shelf"), hand)
    played.do(Gesture("apple", "drag", "basket"), hand)
    for _ in range(2):
        QTest.keyClick(target_of(played, "letter"), Qt.Key.Key_Down)
    assert played.acted[-1] == Gesture("letter", "scroll", way="down")


@pytest.mark.parametrize("motion", [True, False])
def test_targets_move_only_where_motion_is_welcome(qtbot: Any, dress: Dress, motion: bool) -> None:
    dress(Theme(motion=motion))
    played = Played(qtbot, EXAMPLES, "point-and-click")
    state = played.playing.state
    fast = replace(state, ease=Ease(speed=120))
    put_back(played, replace(played.playing, states=(fast,)))
    bird = target_of(played, "bird")
    before = bird.pos()
    if motion:
        qtbot.waitUntil(lambda: bird.pos() != before)
    else:
        QTest.qWait(100)
        assert bird.pos() == before


def test_a_moving_target_never_leaves_its_ground(qtbot: Any) -> None:
    played = Played(qtbot, EXAMPLES, "point-and-click")
    fast = replace(played.playing.state, ease=Ease(speed=120))
    put_back(played, replace(played.playing, states=(fast,)))
    field = played.screen.findChild(PointerField)
    bird = target_of(played, "bird")
    seen = set()
    for _ in range(600):
        field._drift_on()
        assert field.rect().contains(bird.geometry())
        seen.add(bird.pos().toTuple())
    assert len(seen) > 100


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_is_large_enough_and_within_the_screen(
    qtbot: Any, dress: Dress, scale: float
) -> None:
    dress(Theme(language="ar", scale=scale))
    for stage in range(3):
        played = at_stage(qtbot, stage)
        while not played.playing.progress.finished:
            field = played.screen.findChild(PointerField)
            assert played.screen.rect().contains(field.geometry())
            for part in (*field.findChildren(PointerTarget), *field.findChildren(PlaceCard)):
                assert field.rect().contains(part.geometry())
                assert min(part.width(), part.height()) >= 48
                assert part.accessibleName()
            played.act(play.next_step(played.playing))
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def at_stage(qtbot: Any, number: int) -> Played:
    """The practice at one of its stages, those before it done by nobody's hand."""
    played = Played(qtbot, EXAMPLES, "point-and-click")
    while len(played.playing.states) <= number:
        played.playing = play.act(played.playing, play.next_step(played.playing))
    played.show_stage()
    return played


def put_back(played: Played, playing: play.Playing) -> None:
    """Show an earlier moment again."""
    played.playing = playing
    played.screen.show_view(play.view(playing).inside)


def target_of(played: Played, target_id: str) -> PointerTarget:
    """The target in sight."""
    return played.screen.findChild(PointerField).targets[target_id]


def place_of(played: Played, place_id: str) -> PlaceCard:
    """The card of a place."""
    found = played.screen.findChildren(PlaceCard)
    return next(card for card in found if card.place_id == place_id)
