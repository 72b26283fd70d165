"""The form of an account: what Plaza learns stays in sight, and the end can be pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.practice.hand import Hand, bring_into_sight
from tests.ui.practice.played import Played
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.plaza.plaza_stage import PlazaStage
from trainer_app.domain.practice.plaza.state import Choose, Do, Undo
from trainer_app.ui.practice.plaza.known_card import KnownCard
from trainer_app.ui.practice.plaza.page import Page
from trainer_app.ui.theme import Theme
from trainer_app.ui.widgets.text import Text

LESSONS = Path(__file__).parents[3] / "lessons"
OPEN = Do("open-account", "me")
NEEDED = (
    Choose("form", "the-name", "full-name"),
    Choose("form", "the-way", "by-mail"),
    Choose("form", "the-age", "only-the-year"),
    Do("give", "the-terms"),
)
Dress = Callable[[Theme], None]


def form_of(qtbot: Any, shape: str = "phone", height: int = 620) -> Played:
    """The form of lesson 6 in this shape, in a room of this height."""
    played = Played(qtbot, LESSONS, "open-an-account")
    stage = played.playing.stage
    assert isinstance(stage, PlazaStage)
    if shape != stage.shape:
        first = replace(stage, shape=shape)
        scenario = replace(played.practice.scenario, stages=(first,))
        played.playing = play.begin(replace(played.practice, scenario=scenario), seed=1)
        played.screen.close()
        played.show_stage()
    played.screen.resize(1000, height)
    QApplication.processEvents()
    return played


def fill_in(played: Played) -> None:
    """Everything that is needed, and time for the screen to draw it."""
    for action in NEEDED:
        played.act(action)
    QApplication.processEvents()


def seen_of(widget: QWidget) -> QRect:
    """What of a widget is in sight, in its own pixels."""
    return widget.visibleRegion().boundingRect()


def words_of(card: KnownCard) -> list[str]:
    """What the card says that can be read as a whole."""
    texts = [each for each in card.findChildren(Text) if each.isVisible()]
    return [each.text() for each in texts if seen_of(each) == each.rect()]


def card_of(played: Played) -> KnownCard:
    """The card that is in sight."""
    (card,) = [each for each in played.screen.findChildren(KnownCard) if each.isVisible()]
    return card


@pytest.mark.parametrize(("scale", "height"), [(1.0, 620), (2.0, 620), (2.0, 420)])
def test_what_plaza_learns_is_in_sight_wherever_the_form_is(
    qtbot: Any, dress: Dress, scale: float, height: int
) -> None:
    dress(Theme(scale=scale))
    played = form_of(qtbot, height=height)
    assert "Plaza knows nothing about you yet." in words_of(card_of(played))
    fill_in(played)
    end = played.screen.touch(OPEN)
    assert end is not None
    bring_into_sight(end.widget)
    assert seen_of(end.widget) == end.widget.rect()
    card = card_of(played)
    assert seen_of(card) == card.rect()
    assert any(words.startswith("New: You said yes") for words in words_of(card))
    played.act(Undo("give", "the-terms"))
    QApplication.processEvents()
    assert not any(words.startswith("New:") for words in words_of(card))


def test_in_a_wide_place_all_that_is_known_stands_beside_the_form(qtbot: Any) -> None:
    played = form_of(qtbot, "browser")
    fill_in(played)
    card = card_of(played)
    (page,) = [each for each in played.screen.findChildren(Page) if each.isVisible()]
    assert card.mapTo(page, card.rect().topLeft()).x() > page.scroller.geometry().right()
    assert len(words_of(card)) == 1 + len(NEEDED)
    assert page.column.widget("knows") is None, "it need not be said twice"


def test_the_account_is_opened_with_the_mouse(qtbot: Any) -> None:
    played, hand = form_of(qtbot), Hand(qtbot, "mouse")
    for action in (*NEEDED, OPEN):
        played.do(action, hand)
    assert "open-with-little" in played.playing.progress.met
