"""Plaza by real touches: the right way, a mistake, other eyes, sheets, and what is typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.practice.every_action import roam, try_every_action
from tests.ui.practice.hand import By, Hand
from tests.ui.practice.played import Played
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.plaza.state import Choose, Do, Undo, Write
from trainer_app.domain.speaking import Utterance
from trainer_app.ui.practice.plaza.entries import Entry
from trainer_app.ui.practice.plaza.eyes import Eyes
from trainer_app.ui.practice.plaza.faces import PersonButton
from trainer_app.ui.practice.plaza.page import Page, Sheet
from trainer_app.ui.practice.plaza.post_card import PostCard
from trainer_app.ui.practice.plaza.screen import PlazaScreen

EXAMPLES = Path(__file__).parents[2] / "content" / "practice_examples"
BROWSER, PHONE = "who-sees-me", "three-messages"


def opened(qtbot: Any, lesson: str = PHONE, language: str = "en") -> Played:
    """A practice on its screen."""
    return Played(qtbot, EXAMPLES, lesson, language)


def screen_of(played: Played) -> PlazaScreen:
    """The screen, as what it is."""
    assert isinstance(played.screen, PlazaScreen)
    return played.screen


def in_sight(played: Played, kind: type[Any]) -> list[Any]:
    """Widgets of a kind that are in sight."""
    return [each for each in played.screen.findChildren(kind) if each.isVisible()]


@pytest.mark.parametrize(("lesson", "by"), [(BROWSER, "keys"), (PHONE, "mouse")])
def test_the_right_way_leads_to_the_end(qtbot: Any, lesson: str, by: By) -> None:
    played = opened(qtbot, lesson)
    played.walk(Hand(qtbot, by))
    assert played.playing.finished
    assert played.playing.progress.mistakes == 0


@pytest.mark.slow
@pytest.mark.parametrize(("lesson", "by"), [(BROWSER, "mouse"), (PHONE, "keys")])
def test_the_right_way_leads_to_the_end_the_other_way(qtbot: Any, lesson: str, by: By) -> None:
    played = opened(qtbot, lesson, "ar")
    played.walk(Hand(qtbot, by))
    assert played.playing.finished


def test_a_mistake_keeps_the_goal_open_and_can_be_put_right(qtbot: Any) -> None:
    played, hand = opened(qtbot), Hand(qtbot, "mouse")
    played.do(Do("open", "prize"), hand)
    assert played.playing.progress.consequence == "page-of-thieves"
    assert "prize-reported" not in played.playing.progress.met
    played.do(Undo("open", "prize"), hand)
    assert not played.playing.progress.to_mend
    played.do(Choose("reply", "mum", "send-money"), hand)
    assert "money-gone" in played.playing.progress.to_mend
    played.do(Do("tell", "amina"), hand)
    assert not played.playing.progress.to_mend


@pytest.mark.parametrize(("lesson", "by"), [(BROWSER, "mouse"), (PHONE, "keys")])
def test_every_action_has_a_way(qtbot: Any, lesson: str, by: By) -> None:
    roam(opened(qtbot, lesson), Hand(qtbot, by), steps=6)


@pytest.mark.slow
@pytest.mark.parametrize("lesson", [BROWSER, PHONE])
@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_every_action_can_be_done_at_every_moment(qtbot: Any, lesson: str, by: By) -> None:
    assert try_every_action(opened(qtbot, lesson), Hand(qtbot, by)) > 50


def test_other_eyes_are_plain_to_see_and_lead_back(qtbot: Any) -> None:
    played, hand = opened(qtbot, BROWSER), Hand(qtbot, "keys")
    played.do(Do("look-as", "dan"), hand)
    assert played.viewer == "dan"
    (eyes,) = in_sight(played, Eyes)
    assert "Dan" in eyes.accessibleName()
    played.do(Choose("setting", "ads", "off"), hand)
    assert played.viewer == ""
    assert not in_sight(played, Eyes)


def test_escape_closes_a_sheet_and_the_keyboard_goes_back(qtbot: Any) -> None:
    played, hand = opened(qtbot), Hand(qtbot, "keys")
    touch = played.screen.touch(Do("prove", "prize"))
    while touch is not None and not in_sight(played, Sheet):
        before = touch.widget
        hand.do(touch)
        touch = played.screen.touch(Do("prove", "prize"))
    (sheet,) = in_sight(played, Sheet)
    for _ in range(12):
        now = QApplication.focusWidget()
        assert now is not None
        assert sheet.isAncestorOf(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClick(now, Qt.Key.Key_Escape)
    assert not in_sight(played, Sheet)
    assert QApplication.focusWidget() is before


def test_a_like_draws_one_post_anew_and_keeps_the_keyboard(qtbot: Any) -> None:
    played, hand = opened(qtbot), Hand(qtbot, "keys")
    before = in_sight(played, PostCard)
    played.do(Do("react", "bread"), hand)
    assert in_sight(played, PostCard) == before
    now = QApplication.focusWidget()
    assert now is not None
    assert any(each.isAncestorOf(now) for each in before)
    played.do(Undo("react", "bread"), hand)
    assert in_sight(played, PostCard) == before


def test_what_is_typed_is_said_when_it_is_done(qtbot: Any) -> None:
    played = opened(qtbot, BROWSER)
    hand = Hand(qtbot, "mouse")
    action = Write("alt", "garden", "red")
    touch = played.screen.touch(action)
    while touch is not None and touch.does != "type":
        hand.do(touch)
        touch = played.screen.touch(action)
    assert touch is not None
    hand.do(touch)
    assert action not in played.acted
    played.do(Do("publish", "garden"), hand)
    assert played.acted.index(action) < played.acted.index(Do("publish", "garden"))


def test_a_page_built_anew_finds_the_place_and_the_text_again(qtbot: Any) -> None:
    played, hand = opened(qtbot, BROWSER), Hand(qtbot, "mouse")
    action = Write("alt", "garden", "red")
    touch = played.screen.touch(action)
    while touch is not None and touch.does != "type":
        hand.do(touch)
        touch = played.screen.touch(action)
    assert touch is not None
    hand.do(touch)
    memory = played.screen.remember()
    assert "red" not in repr(memory)
    played.show_stage()
    played.screen.recall(memory)
    assert [each.text() for each in in_sight(played, Entry) if each.of[0] == "alt"] == ["red"]


def test_a_voice_is_heard_as_its_sender(qtbot: Any) -> None:
    played = opened(qtbot)
    heard: list[Utterance] = []
    played.screen.heard.connect(heard.append)
    played.do(Do("play", "dinner"), Hand(qtbot, "mouse"))
    assert [(each.voice, each.language) for each in heard] == [("rosa", "en")]
    assert "dinner" in heard[0].text


def test_what_was_put_away_comes_back(qtbot: Any) -> None:
    played, hand = opened(qtbot, BROWSER), Hand(qtbot, "mouse")
    played.do(Do("delete", "birthday"), hand)
    played.do(Undo("delete", "birthday"), hand)
    view = play.view(played.playing).inside
    assert "birthday" in [each.id for each in view.feed]
    assert view.away == ()


def test_pages_are_where_the_person_goes(qtbot: Any) -> None:
    played, hand = opened(qtbot), Hand(qtbot, "mouse")
    played.do(Do("block", "rosa"), hand)
    titles = [each.accessibleName() for each in in_sight(played, Page)]
    assert titles == ["Rosa"]


def test_who_was_looked_for_stands_first_and_the_others_stay(qtbot: Any) -> None:
    played, hand = opened(qtbot, BROWSER), Hand(qtbot, "mouse")
    played.do(Write("search", "me", "Dan"), hand)
    (page,) = in_sight(played, Page)
    rows = [each for each in page.column.parts_shown() if isinstance(each, PersonButton)]
    names = [each.accessibleName() for each in rows]
    assert names[0] == "Dan"
    assert names.count("Dan") == 1
    played.do(Do("ask", "vera"), hand)
