"""The pretend phone on the screen: every action by real touches, what is heard, what stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.practice.every_action import roam, try_every_action
from tests.ui.practice.hand import Hand
from tests.ui.practice.played import Played
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.phone import Do, Home, Open, Undo
from trainer_app.ui.practice.phone.deed_that_stands import DeedThatStands
from trainer_app.ui.practice.phone.home import ThingRow
from trainer_app.ui.practice.pieces.bubbles import Bubble, VoiceNote
from trainer_app.ui.theme import Theme
from trainer_app.ui.widgets import Notice, Scroller, Text

EXAMPLES = Path(__file__).parents[2] / "content" / "practice_examples"
PHONES = ("family-phone", "hurry", "someone-inside")
ONE_BY_ONE = [
    each if each == "hurry" else pytest.param(each, marks=pytest.mark.slow) for each in PHONES
]


def words_on(played: Played) -> str:
    """Every word that is in sight."""
    return "\n".join(text.text() for text in played.screen.findChildren(Text) if text.isVisible())


@pytest.mark.parametrize("lesson", ONE_BY_ONE)
def test_every_action_of_a_phone_can_be_done_with_the_mouse(qtbot: Any, lesson: str) -> None:
    assert try_every_action(Played(qtbot, EXAMPLES, lesson), Hand(qtbot, "mouse")) > 20


@pytest.mark.slow
@pytest.mark.parametrize("lesson", PHONES)
def test_after_any_walk_every_action_still_has_a_way(qtbot: Any, lesson: str) -> None:
    roam(Played(qtbot, EXAMPLES, lesson), Hand(qtbot, "mouse"), steps=40)


@pytest.mark.parametrize("lesson", PHONES)
def test_the_good_walk_goes_by_keys_alone(qtbot: Any, lesson: str) -> None:
    played = Played(qtbot, EXAMPLES, lesson)
    played.walk(Hand(qtbot, "keys"))
    assert played.playing.progress.finished
    assert played.playing.progress.mistakes == 0


def test_a_mistake_is_marked_gently_and_put_right_by_its_own_button(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, "hurry"), Hand(qtbot, "keys")
    played.do(Open("new-number"), hand)
    played.do(Do("new-number", "pay"), hand)
    assert played.playing.progress.consequence == "money-gone"
    assert "You sent money. Look again. This can be put right." in words_on(played)
    step = play.next_step(played.playing)
    assert step == Undo("new-number", "pay")
    played.do(step, hand)
    assert "Look again. This can be put right." not in words_on(played)
    played.walk(hand)
    assert played.playing.progress.finished


def test_a_voice_note_is_heard_in_its_persons_voice_and_then_written(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, "family-phone"), Hand(qtbot, "mouse")
    heard: list[Any] = []
    played.screen.heard.connect(heard.append)
    played.do(Open("aunt-note"), hand)
    assert "How are you, dear?" not in words_on(played)
    played.do(Do("aunt-note", "listen"), hand)
    assert [(each.text, each.language, each.voice) for each in heard] == [
        ("How are you, dear? We think of you.", "en", "aunt")
    ]
    assert "How are you, dear? We think of you." in words_on(played)
    note = next(each for each in played.screen.findChildren(VoiceNote) if each.isVisible())
    note.click()
    assert len(heard) == 2
    assert played.acted[-1] == Do("aunt-note", "listen")


def test_who_calls_is_heard_when_the_call_is_answered(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, "hurry"), Hand(qtbot, "mouse")
    heard: list[Any] = []
    played.screen.heard.connect(heard.append)
    while "helper" not in played.playing.state.arrived:
        played.do(play.next_step(played.playing), hand)
    played.do(Open("helper"), hand)
    assert "Is calling you" in words_on(played)
    played.do(Do("helper", "answer"), hand)
    assert heard[-1].text == "I help you with your account. What is the code?"
    assert heard[-1].voice == "helper"
    assert "You are talking" in words_on(played)


def test_what_was_sent_is_seen_as_a_bubble_of_ones_own(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, "hurry"), Hand(qtbot, "mouse")
    played.do(Open("appointment"), hand)
    before = len(played.screen.findChildren(Bubble))
    played.do(Do("appointment", "say", "i-will-come"), hand)
    bubbles = played.screen.findChildren(Bubble)
    assert len(bubbles) == before + 1
    assert "Yes, I will come. Thank you." in words_on(played)


def test_only_what_changed_is_drawn_anew(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, "hurry"), Hand(qtbot, "mouse")
    rows = {row.text(): row for row in played.screen.findChildren(ThingRow)}
    played.do(Open("bank"), hand)
    bubble = next(each for each in played.screen.findChildren(Bubble) if each.isVisible())
    played.do(Do("bank", "report"), hand)
    assert bubble in played.screen.findChildren(Bubble)
    played.do(Home(), hand)
    assert rows["Health centre"] in played.screen.findChildren(ThingRow)


def test_a_thief_is_told_of_after_each_step_and_when_they_are_kept_out(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, "someone-inside"), Hand(qtbot, "mouse")
    played.do(Open("square"), hand)
    assert not played.screen.findChildren(Notice)
    played.do(Do("square", "turn-on-two-step"), hand)
    assert "The thief reads the names of your friends." in words_on(played)
    for deed in ("restore-email", "sign-out-others", "warn-friends"):
        played.do(Do("square", deed), hand)
    assert "The thief tries again. It does not work." in words_on(played)


def test_the_keyboard_stays_within_reach_when_its_button_goes(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, "hurry"), Hand(qtbot, "keys")
    played.do(Open("bank"), hand)
    played.do(Do("bank", "report"), hand)
    now = QApplication.focusWidget()
    assert now is not None
    assert played.screen.isAncestorOf(now)
    assert now.isVisible()
    assert not any(panel.isAncestorOf(now) for panel in played.screen.findChildren(DeedThatStands))
    played.do(Home(), hand)
    assert QApplication.focusWidget() is played.screen.touch(Open("bank")).widget


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_cut_or_runs_over_the_side_at_twice_the_size(
    qtbot: Any, dress: Callable[[Theme], None], language: str
) -> None:
    dress(Theme(scale=2.0, language=language))
    played = Played(qtbot, EXAMPLES, "someone-inside", language)
    played.screen.resize(1366, 560)
    for action in (Open("square"), Do("square", "change-passphrase", "birthday"), Home()):
        played.do(action, Hand(qtbot, "mouse"))
        for scroller in played.screen.findChildren(Scroller):
            page = scroller.widget()
            assert page.minimumSizeHint().width() <= scroller.viewport().width()
            for text in page.findChildren(Text):
                if text.isVisible():
                    assert text.height() >= text.heightForWidth(text.width()), text.text()


def test_everything_to_press_is_large_and_has_a_name(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, "someone-inside"), Hand(qtbot, "mouse")
    for action in (Open("square"), Do("square", "new-account"), Home(), Open("new-password")):
        played.do(action, hand)
        for offered in played.playing.engine.actions(played.playing.state):
            touch = played.screen.touch(offered)
            assert touch is not None
            assert touch.widget.accessibleName()
            assert touch.widget.height() >= 48, touch.widget.accessibleName()
            assert touch.widget.width() >= 48
