"""The pretend laptop on the screen: every action by real touches, and who sits down next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.practice.every_action import go_back, roam, try_every_action
from tests.ui.practice.hand import Hand
from tests.ui.practice.played import Played
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.desktop_acts import (
    Answer,
    CloseWindow,
    DoTask,
    Forget,
    Lock,
    LogOut,
    LogOutEverywhere,
    OpenSite,
    SignIn,
    SitDown,
    StandUp,
    TakeBack,
    Tick,
    Unlock,
)
from trainer_app.ui.practice.desktop.tiles import Tile
from trainer_app.ui.theme import Theme
from trainer_app.ui.widgets import Scroller, Text

EXAMPLES = Path(__file__).parents[2] / "content" / "practice_examples"
LAPTOP = "shared-laptop"


def words_on(played: Played) -> str:
    """Every word that is in sight, without the signs that keep names in one piece."""
    texts = [text.text() for text in played.screen.findChildren(Text) if text.isVisible()]
    return "\n".join(texts).replace("\u2068", "").replace("\u2069", "")


def test_every_action_at_the_laptop_can_be_done_with_the_mouse(qtbot: Any) -> None:
    assert try_every_action(Played(qtbot, EXAMPLES, LAPTOP), Hand(qtbot, "mouse")) >= 30


def test_after_any_walk_every_action_still_has_a_way(qtbot: Any) -> None:
    roam(Played(qtbot, EXAMPLES, LAPTOP), Hand(qtbot, "mouse"), steps=20)


@pytest.mark.slow
def test_after_a_long_walk_every_action_still_has_a_way(qtbot: Any) -> None:
    roam(Played(qtbot, EXAMPLES, LAPTOP), Hand(qtbot, "mouse"), steps=60)


def test_what_was_left_behind_is_mended_from_wherever_one_is(qtbot: Any) -> None:
    """All that a careless walk leaves open, and every action on the way back from it."""
    played, hand = Played(qtbot, EXAMPLES, LAPTOP), Hand(qtbot, "mouse")
    careless = (
        *(OpenSite("mail"), Tick(), SignIn("boat"), Answer(keep=True), StandUp()),
        *(SitDown(), OpenSite("square"), DoTask("greet")),
    )
    for action in careless:
        played.do(action, hand)
    for mend in (Forget("mail"), TakeBack("mail"), TakeBack("square")):
        before = played.playing
        assert mend in before.engine.actions(before.state)
        played.do(mend, hand)
        go_back(played, before)
    played.walk(hand)
    assert played.playing.progress.finished


def test_the_good_walk_goes_by_keys_alone(qtbot: Any) -> None:
    played = Played(qtbot, EXAMPLES, LAPTOP)
    played.walk(Hand(qtbot, "keys"))
    assert played.playing.progress.finished
    assert played.playing.progress.mistakes == 0


def test_a_stranger_writes_in_my_name_and_my_phone_puts_it_right(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LAPTOP), Hand(qtbot, "keys")
    for action in (OpenSite("mail"), SignIn("boat"), Answer(keep=False), StandUp()):
        played.do(action, hand)
    assert played.playing.progress.consequence == "nora-writes"
    seen = words_on(played)
    assert "Nora sits down at the laptop." in seen
    assert "Mail: you are still signed in." in seen
    assert "I am so bored. Send me jokes!" in seen
    played.do(LogOutEverywhere("mail"), hand)
    played.do(TakeBack("mail"), hand)
    assert "I am so bored" not in words_on(played)
    assert "There is nothing to put right." in words_on(played)
    played.walk(hand)
    assert played.playing.progress.finished


def test_who_logged_out_leaves_nothing_to_find(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LAPTOP), Hand(qtbot, "mouse")
    for action in (OpenSite("mail"), SignIn("boat"), Answer(keep=False), LogOut(), StandUp()):
        played.do(action, hand)
    assert "Mail: it asks for a password." in words_on(played)
    assert "in your name" not in words_on(played)


def test_a_lock_on_a_shared_laptop_says_that_everybody_opens_it(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LAPTOP), Hand(qtbot, "mouse")
    played.do(Lock(), hand)
    assert "Everybody in the centre knows the word for it." in words_on(played)
    played.do(Unlock(), hand)
    assert "The screen is locked." not in words_on(played)


def test_on_ones_own_locked_laptop_nothing_warns_of_staying_signed_in(qtbot: Any) -> None:
    played = Played(qtbot, EXAMPLES, LAPTOP)
    while not played.playing.last:
        played.playing = play.act(played.playing, play.next_step(played.playing))
    played.show_stage()
    played.walk(Hand(qtbot, "mouse"))
    assert "Mail: you stay signed in. Your laptop is locked." in words_on(played)
    assert "can still get in" not in words_on(played)


def test_a_key_that_does_not_fit_is_said_at_the_form(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LAPTOP), Hand(qtbot, "mouse")
    played.do(OpenSite("mail"), hand)
    cards = [each for each in played.screen.findChildren(Tile) if each.isVisible()]
    played.do(SignIn("lamp"), hand)
    assert "This card does not open it. Choose another one." in words_on(played)
    # The cards themselves say the same as before, so they are the same.
    assert cards == [each for each in played.screen.findChildren(Tile) if each.isVisible()]
    assert play.next_step(played.playing) == SignIn("boat")


def test_the_keyboard_goes_to_what_has_come(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LAPTOP), Hand(qtbot, "keys")
    for action in (OpenSite("mail"), Tick(), CloseWindow(), StandUp(), SitDown(), Lock()):
        played.do(action, hand)
        now = QApplication.focusWidget()
        assert now is not None
        assert played.screen.isAncestorOf(now), action
        assert now.isVisible(), action


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_cut_or_runs_over_the_side_at_twice_the_size(
    qtbot: Any, dress: Callable[[Theme], None], language: str
) -> None:
    dress(Theme(scale=2.0, language=language))
    played, hand = Played(qtbot, EXAMPLES, LAPTOP, language), Hand(qtbot, "mouse")
    played.screen.resize(1000, 500)
    steps = (OpenSite("mail"), SignIn("lamp"), SignIn("boat"), Answer(keep=True), StandUp())
    for action in steps:
        played.do(action, hand)
        assert played.screen.minimumSizeHint().width() <= 1000
        for scroller in played.screen.findChildren(Scroller):
            page = scroller.widget()
            assert page.minimumSizeHint().width() <= scroller.viewport().width()
        for text in played.screen.findChildren(Text):
            if text.isVisible():
                assert text.height() >= text.heightForWidth(text.width()), text.text()


def test_everything_to_press_is_large_and_has_a_name(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LAPTOP), Hand(qtbot, "mouse")
    for action in (OpenSite("square"), LogOut(), SignIn("kite"), StandUp()):
        played.do(action, hand)
        for offered in played.playing.engine.actions(played.playing.state):
            touch = played.screen.touch(offered)
            assert touch is not None, offered
            assert touch.widget.accessibleName()
            assert min(touch.widget.width(), touch.widget.height()) >= 48
