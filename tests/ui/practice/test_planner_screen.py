"""The planner on the screen: every action by real touches, money, days, trying out, own words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.practice.every_action import go_back
from tests.ui.practice.hand import By, Hand
from tests.ui.practice.played import Played
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.planner_state import (
    Pick,
    Place,
    Restore,
    Run,
    Spend,
    TakeOff,
    Write,
)
from trainer_app.domain.practice.playing import NextStage
from trainer_app.ui.theme import Theme
from trainer_app.ui.widgets import Scroller, Text

EXAMPLES = Path(__file__).parents[2] / "content" / "practice_examples"
LESSON = "invite"


def words_on(played: Played) -> str:
    """Every word that is in sight."""
    return "\n".join(text.text() for text in played.screen.findChildren(Text) if text.isVisible())


def tried_out(played: Played) -> None:
    """The plan filled and tried out once, by the right steps."""
    while not played.playing.state.runs:
        played.act(play.next_step(played.playing))


@pytest.mark.slow
def test_every_action_of_some_moments_can_be_done_with_the_mouse(qtbot: Any) -> None:
    """At the beginning, with a full plan, after a try and after two changes."""
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "mouse")
    tried: set[object] = set()
    moments = [played.playing]
    tried_out(played)
    played.act(Spend("town-feed", 10))
    moments.append(played.playing)
    played.act(Place("thanks", 11, "evening"))
    moments.append(played.playing)
    for now in moments:
        go_back(played, now)
        for action in now.engine.actions(now.state):
            if action not in tried:
                tried.add(action)
                played.do(action, hand)
                go_back(played, now)
    assert len(tried) > 60


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_the_good_walk_goes_by_mouse_and_by_keys_alone(qtbot: Any, by: By) -> None:
    played = Played(qtbot, EXAMPLES, LESSON)
    played.walk(Hand(qtbot, by))
    assert played.playing.progress.finished
    assert played.playing.progress.mistakes == 0


def test_a_card_that_does_not_fit_is_marked_gently(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "keys")
    played.do(Pick("parents"), hand)
    played.do(Pick("short-films"), hand)
    touch = played.screen.touch(TakeOff("short-films"))
    assert touch is not None
    assert touch.widget.accessibleDescription() == "Look again. Chosen"
    played.do(TakeOff("short-films"), hand)
    assert played.playing.progress.to_mend == ()


def test_a_post_is_put_on_a_day_and_the_next_one_is_in_the_hand(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "mouse")
    played.do(Place("invitation", 2, "evening"), hand)
    touch = played.screen.touch(Place("reminder", 2, "evening"))
    assert touch is not None
    assert touch.widget.accessibleName() == "Day 2"
    assert touch.widget.accessibleDescription() == "Invitation, evening"
    played.do(Place("reminder", 2, "evening"), hand)
    assert played.playing.progress.consequence == "before-the-invitation"
    assert "Look again" in touch_of(played, Place("thanks", 2, "evening"))


def touch_of(played: Played, action: Place) -> str:
    """What is said of the day that an action would press."""
    touch = played.screen.touch(action)
    assert touch is not None
    return touch.widget.accessibleDescription()


def test_too_much_money_is_said_in_euros(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "mouse")
    played.do(Pick("town-feed"), hand)
    played.do(Spend("town-feed", 25), hand)
    assert "That is 5 euros too much." in words_on(played)
    played.do(Spend("town-feed", 5), hand)
    assert "15 euros left of 20 euros" in words_on(played)


def test_two_tries_stand_side_by_side_and_two_changes_are_told_apart(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "mouse")
    tried_out(played)
    played.do(Spend("town-feed", 10), hand)
    played.do(Place("thanks", 11, "evening"), hand)
    assert played.screen.touch(Run()) is not None
    played.do(Restore(), hand)
    assert "Change one step of the plan. Then try it out again." in words_on(played)
    played.do(Spend("town-feed", 15), hand)
    played.do(Run(), hand)
    words = words_on(played)
    assert "The try before" in words
    assert "These figures are pretend. They come from a small model." in words


def test_own_words_are_done_when_one_goes_on_and_stay_half_written(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "mouse")
    touch = played.screen.touch(Write("content", "our soup"))
    while touch is not None and touch.does != "type":
        hand.do(touch)
        touch = played.screen.touch(Write("content", "our soup"))
    assert touch is not None
    hand.do(touch)
    memory = played.screen.remember()
    assert "soup" not in repr(memory)
    played.show_stage()
    played.screen.recall(memory)
    going = played.screen.touch(Pick("parents"))
    assert going is not None
    hand.do(going)
    assert played.acted[-1] == Write("content", "our soup")
    assert "soup" not in repr(played.playing)


@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.slow), "ar"])
def test_nothing_is_cut_at_twice_the_size_and_everything_is_large_and_named(
    qtbot: Any, dress: Callable[[Theme], None], language: str
) -> None:
    dress(Theme(scale=2.0, language=language))
    played, hand = Played(qtbot, EXAMPLES, LESSON, language), Hand(qtbot, "mouse")
    while (step := play.next_step(played.playing)) is not None:
        played.screen.resize(1366, 500)
        QApplication.processEvents()
        for scroller in played.screen.findChildren(Scroller):
            page = scroller.page
            assert page.minimumSizeHint().width() <= scroller.viewport().width()
            for text in page.findChildren(Text):
                if text.isVisible():
                    assert text.height() >= text.heightForWidth(text.width()), text.text()
        touch = None if isinstance(step, NextStage) else played.screen.touch(step)
        assert touch is None or (touch.widget.height() >= 96 and touch.widget.accessibleName())
        played.do(step, hand)
