"""The pretend web on the screen: every action by real touches, judging, what is heard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui.practice.every_action import try_every_action
from tests.ui.practice.hand import By, Hand, tab_to
from tests.ui.practice.played import Played
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.web import Find, Handle, Judge, TakeBack
from trainer_app.domain.practice.web_places import START, Go
from trainer_app.ui.practice.pieces.bubbles import VoiceNote
from trainer_app.ui.practice.pieces.rows import RowButton
from trainer_app.ui.theme import Theme
from trainer_app.ui.widgets import Scroller, Text

EXAMPLES = Path(__file__).parents[2] / "content" / "practice_examples"
LESSON = "heard-on-the-phone"


def words_on(played: Played) -> str:
    """Every word that is in sight."""
    return "\n".join(text.text() for text in played.screen.findChildren(Text) if text.isVisible())


@pytest.mark.slow
def test_every_action_can_be_done_with_the_mouse(qtbot: Any) -> None:
    assert try_every_action(Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "mouse")) >= 40


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_the_good_walk_goes_by_mouse_and_by_keys_alone(qtbot: Any, by: By) -> None:
    played = Played(qtbot, EXAMPLES, LESSON)
    played.walk(Hand(qtbot, by))
    assert played.playing.progress.finished
    assert played.playing.progress.mistakes == 0


def test_judging_too_soon_is_marked_gently_and_put_right_by_looking(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "keys")
    played.do(Judge("free-tickets", "false"), hand)
    assert played.playing.progress.consequence == "not-looked"
    assert "Look again. This can be put right." in words_on(played)
    played.walk(hand)
    played.do(Go("claim", "free-tickets"), hand)
    words = words_on(played)
    assert "Look again. This can be put right." not in words
    assert "What you found" in words


def test_what_one_chose_is_marked_and_can_be_taken_back(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "mouse")
    played.do(Handle("flood-picture", "pass-on"), hand)
    rows = [row for row in played.screen.findChildren(RowButton) if row.isVisible()]
    chosen = [row.text() for row in rows if "Chosen" in row.accessibleDescription()]
    assert chosen == ["Pass it on"]
    played.do(TakeBack("flood-picture"), hand)
    assert played.playing.progress.to_mend == ()


def test_tab_goes_round_everything_that_can_be_pressed(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "keys")
    played.do(Go("claim", "flood-picture"), hand)
    played.do(Go("results", "ferry-tickets"), hand)
    page = played.screen
    buttons = [each for each in page.findChildren(QPushButton) if each.isVisible()]
    assert {"Back", "Messages", "Ready"} <= {each.accessibleName() for each in buttons}
    for each in buttons:
        tab_to(each, most=len(buttons) + 2)


def test_typed_words_find_a_search_or_say_that_nothing_was_found(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "mouse")
    played.do(Find("xyz"), hand)
    assert "Nothing was found. Try other words." in words_on(played)
    played.do(Find("tickets ferry"), hand)
    assert played.playing.state.at == Go("results", "ferry-tickets")
    assert "xyz" not in repr(played.playing)


def test_a_voice_note_is_heard_in_its_persons_voice(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "mouse")
    heard: list[Any] = []
    played.screen.heard.connect(heard.append)
    played.do(Go("claim", "job-fair"), hand)
    next(each for each in played.screen.findChildren(VoiceNote) if each.isVisible()).click()
    assert [(each.language, each.voice) for each in heard] == [("en", "cousin")]
    assert heard[0].text.startswith("Listen: on Friday")


def test_an_ad_and_a_page_without_a_date_say_so(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, LESSON), Hand(qtbot, "mouse")
    played.do(Go("results", "ferry-tickets"), hand)
    touch = played.screen.touch(Go("page", "loan-ad"))
    assert touch is not None
    assert touch.widget.accessibleDescription().startswith("Ad: somebody paid for this place")
    played.do(Go("page", "tickets-page"), hand)
    assert "This page has no date." in words_on(played)


@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.slow), "ar"])
def test_nothing_is_cut_at_twice_the_size_and_everything_is_large_and_named(
    qtbot: Any, dress: Callable[[Theme], None], language: str
) -> None:
    dress(Theme(scale=2.0, language=language))
    played, hand = Played(qtbot, EXAMPLES, LESSON, language), Hand(qtbot, "mouse")
    played.screen.resize(1366, 500)
    places = (Go("claim", "free-tickets"), Go("page", "tickets-page"), Go("about", "sea-line"))
    for action in (*places, START, Go("results", "ferry-tickets")):
        played.do(action, hand)
        for scroller in played.screen.findChildren(Scroller):
            page = scroller.page
            assert page.minimumSizeHint().width() <= scroller.viewport().width()
            for text in page.findChildren(Text):
                if text.isVisible():
                    assert text.height() >= text.heightForWidth(text.width()), text.text()
        for offered in play.next_step(played.playing), START, Judge("job-fair", "true"):
            touch = played.screen.touch(offered)
            assert touch is None or (touch.widget.height() >= 96 and touch.widget.accessibleName())
