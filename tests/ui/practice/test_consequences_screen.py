"""Stories on the screen: every action by real touches, steps in time, how far a post spreads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.practice.every_action import try_every_action
from tests.ui.practice.hand import By, Hand
from tests.ui.practice.played import Played
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.consequences import Choose, GoOn, TakeBack, Turn
from trainer_app.domain.practice.playing import NextStage
from trainer_app.ui.practice.consequences.chart import Bars, Spread
from trainer_app.ui.theme import Theme
from trainer_app.ui.widgets import Scroller, Text

EXAMPLES = Path(__file__).parents[2] / "content" / "practice_examples"
LESSON = "holiday-picture"


def words_on(played: Played) -> str:
    """Every word that is in sight."""
    return "\n".join(text.text() for text in played.screen.findChildren(Text) if text.isVisible())


def at_the_post(played: Played, hand: Hand) -> None:
    """The second stage, where a false post spreads."""
    while played.playing.stage.id != "false-post":
        played.do(play.next_step(played.playing), hand)


@pytest.mark.slow
def test_every_action_can_be_done_with_the_mouse(qtbot: Any) -> None:
    assert try_every_action(Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "mouse")) > 8


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_the_good_walk_goes_by_mouse_and_by_keys_alone(qtbot: Any, by: By) -> None:
    played = Played(qtbot, EXAMPLES, LESSON)
    played.walk(Hand(qtbot, by))
    assert played.playing.progress.finished
    assert played.playing.progress.mistakes == 0


def test_what_comes_of_harm_is_told_in_steps_and_can_be_taken_back(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "keys")
    played.do(Choose("post-now"), hand)
    words = words_on(played)
    assert "Post it now, with the place" in words
    assert "A day later · Look again" in words
    played.do(GoOn(), hand)
    assert "A week later · Look again" in words_on(played)
    now = QApplication.focusWidget()
    assert now is not None
    assert now.accessibleName() == "Delete it and call a neighbour"
    played.do(TakeBack(), hand)
    words = words_on(played)
    assert "Look again" not in words
    played.walk(hand)
    assert played.playing.progress.finished


def test_a_choice_that_was_tried_says_so(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "mouse")
    played.do(Turn("letter"), hand)
    played.do(Choose("with-name"), hand)
    played.do(TakeBack(), hand)
    touch = played.screen.touch(Choose("with-name"))
    assert touch is not None
    assert touch.widget.accessibleDescription() == "You know what comes of it"


def test_the_week_of_the_false_post_is_figures_in_words_too(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "mouse")
    at_the_post(played, hand)
    assert play.view(played.playing).stage == "false-post"
    (spread,) = played.screen.findChildren(Spread)
    assert spread.accessibleName() == "A pretend week among 240 people"
    before = spread.accessibleDescription()
    played.do(Choose("write-privately"), hand)
    spreads = [each for each in played.screen.findChildren(Spread) if each.isVisible()]
    assert spreads[0].accessibleDescription() != before
    bars = spreads[0].findChildren(Bars)[0]
    assert bars.accessibleName().startswith("Day 1: ")
    assert bars.accessibleName().count("see the false post") == 7
    assert "If nobody answers" in words_on(played)


def test_what_can_be_done_stands_over_the_week_at_first(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "mouse")
    at_the_post(played, hand)
    QApplication.processEvents()
    (spread,) = played.screen.findChildren(Spread)
    touch = played.screen.touch(Choose("write-privately"))
    assert touch is not None
    assert touch.widget.mapToGlobal(touch.widget.rect().bottomLeft()).y() < (
        spread.mapToGlobal(spread.rect().topLeft()).y()
    )


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
