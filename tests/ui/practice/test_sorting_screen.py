"""Sorting by mouse and by keys: every card can go everywhere, mistakes are seen and mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.ui.practice.hand import By, Hand
from tests.ui.practice.played import Played
from trainer_app import places
from trainer_app.domain.blocks import Span
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice import sorting
from trainer_app.domain.practice.scenario import Goal, PracticeWords, Said
from trainer_app.domain.practice.sorting import Put, TakeBack
from trainer_app.domain.practice.sorting_stage import Card, Pile, SortingStage
from trainer_app.i18n import use
from trainer_app.ui.practice.sorting.parts import SortCard
from trainer_app.ui.practice.sorting.piles import PileHead
from trainer_app.ui.practice.sorting.screen import SortingScreen
from trainer_app.ui.practice.stage_screen import Material, Touch
from trainer_app.ui.theme import Theme

EXAMPLES = Path(__file__).parents[2] / "content" / "practice_examples"
Dress = Callable[[Theme], None]


@pytest.mark.parametrize("by", ["mouse", "keys"])
@pytest.mark.parametrize(
    ("lesson", "language"),
    [("what-they-do", "en"), ("what-they-do", "ar"), ("tell", "en"), ("group", "en")],
)
def test_the_good_walk(qtbot: Any, dress: Dress, lesson: str, language: str, by: By) -> None:
    use(language)
    dress(Theme(language=language))
    played = Played(qtbot, EXAMPLES, lesson, language)
    played.walk(Hand(qtbot, by))
    assert played.playing.finished
    assert played.playing.progress.mistakes == 0


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_a_card_on_the_wrong_pile_is_marked_and_can_be_moved(qtbot: Any, by: By) -> None:
    played, hand = Played(qtbot, EXAMPLES, "what-they-do"), Hand(qtbot, by)
    played.do(Put("parrot", "work"), hand)
    card = card_of(played, "parrot")
    assert played.playing.progress.consequence == "not-for-work"
    assert "near" not in played.playing.progress.met
    assert card.to_mend
    assert "Look again" in card.accessibleDescription()
    played.do(Put("parrot", "talk"), hand)
    assert not card.to_mend
    played.walk(hand)
    assert played.playing.finished


def test_a_row_in_the_wrong_order_is_put_in_order(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, "tell"), Hand(qtbot, "keys")
    played.do(Put("hands", "film", 0), hand)
    played.do(Put("bread", "film", 0), hand)
    assert played.playing.progress.consequence == "order"
    assert [card_of(played, each).place for each in ("bread", "hands")] == [1, 2]
    assert card_of(played, "bread").to_mend
    played.do(Put("bread", "film", 1), hand)
    assert not card_of(played, "bread").to_mend


def test_room_that_is_left_is_said_in_numbers(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, "group"), Hand(qtbot, "mouse")
    played.do(Put("rules", "for-rosa"), hand)
    played.do(Put("posters", "for-rosa"), hand)
    rooms = {pile.id: pile.room for pile in view_of(played).piles}
    assert rooms == {"for-rosa": -1, "for-karim": 4}
    assert played.playing.progress.to_mend == ("tired",)
    played.do(TakeBack("posters"), hand)
    assert played.playing.progress.to_mend == ()


@pytest.mark.parametrize(
    ("lesson", "by", "every"),
    [("what-they-do", "mouse", 3), ("tell", "keys", 5), ("group", "mouse", 2)],
)
def test_whatever_is_possible_can_be_done(qtbot: Any, lesson: str, by: By, every: int) -> None:
    played, hand = Played(qtbot, EXAMPLES, lesson), Hand(qtbot, by)
    for moment in range(3):
        start = played.playing
        for action in sorting.actions(start.state)[moment::every]:
            played.playing = start
            played.screen.show_view(play.view(start).inside)
            if sorting.act(start.state, action) != start.state:
                played.do(action, hand)
        played.playing = start
        played.screen.show_view(play.view(start).inside)
        played.do(play.next_step(start), hand)


def test_by_mouse_a_card_can_be_dragged_to_a_pile_into_a_row_and_back(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, "tell"), Hand(qtbot, "mouse")
    film, aside = played.screen.findChildren(PileHead)
    hand.do(Touch(card_of(played, "child"), "drag", to=aside))
    hand.do(Touch(card_of(played, "bread"), "drag", to=film))
    hand.do(Touch(card_of(played, "hands"), "drag", to=film))
    assert played.acted == [
        Put("child", "not-now"),
        Put("bread", "film", 0),
        Put("hands", "film", 0),
    ]
    hand.do(Touch(card_of(played, "child"), "drag", to=card_of(played, "street")))
    assert played.acted[-1] == TakeBack("child")
    hand.do(Touch(card_of(played, "street"), "drag", to=card_of(played, "voice")))
    assert len(played.acted) == 4, "a card that is let go over the hand is still there"


def test_a_lifted_card_goes_down_again_by_escape_or_a_second_press(qtbot: Any) -> None:
    played = Played(qtbot, EXAMPLES, "tell")
    card = card_of(played, "voice")
    Hand(qtbot, "keys").do(Touch(card))
    assert card.lifted
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.lifted
    assert QApplication.focusWidget() is card
    for expected in (True, False):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        assert card.lifted is expected
    assert played.acted == []


def test_after_a_card_the_keys_stand_on_the_next_one(qtbot: Any) -> None:
    played, hand = Played(qtbot, EXAMPLES, "what-they-do"), Hand(qtbot, "keys")
    first, second = (card.id for card in view_of(played).hand[:2])
    played.do(Put(first, "talk"), hand)
    assert QApplication.focusWidget() is card_of(played, second)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_eight_cards_and_four_piles_are_in_sight_at_once(
    shown: Callable[..., Any], dress: Dress, language: str
) -> None:
    dress(Theme(language=language))
    for on_piles in (0, 4, 8):
        screen = table_for(8, 4, on_piles)
        shown(screen, 1000, 560)
        assert screen.findChild(QScrollArea).verticalScrollBar().maximum() == 0
        assert_whole(screen)


def test_at_twice_the_text_it_scrolls_downwards_only(
    shown: Callable[..., Any], dress: Dress
) -> None:
    dress(Theme(language="ar", scale=2.0))
    screen = table_for(8, 4, 3)
    shown(screen, 1000, 560)
    area = screen.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert area.widget().width() <= area.viewport().width()
    assert_whole(screen)


def assert_whole(screen: QWidget) -> None:
    """Nothing lies over another thing, nothing is narrower or lower than its words."""
    parts = [*screen.findChildren(SortCard), *screen.findChildren(PileHead)]
    for number, one in enumerate(parts):
        assert one.height() >= one.heightForWidth(one.width())
        assert one.width() >= one.minimumSizeHint().width()
        assert one.width() >= 48
        assert not any(one.geometry().intersects(each.geometry()) for each in parts[number + 1 :])


def table_for(cards: int, piles: int, on_piles: int) -> SortingScreen:
    """A screen with so many cards, some of them on piles, each with a picture."""
    stage = SortingStage(
        id="much",
        kind="sorting",
        goals=(Goal("all"),),
        cards=tuple(Card(f"c{each}", ("p0",), "face.svg") for each in range(cards)),
        piles=tuple(Pile(f"p{each}", "face.svg") for each in range(piles)),
    )
    words = {stage.word("cards", f"c{each}"): "Neighbours who help" for each in range(cards)}
    words |= {stage.word("piles", f"p{each}"): "to talk with people" for each in range(piles)}
    said = {word: Said((Span(text),)) for word, text in words.items()}
    spoken = PracticeWords("en", "founders", "draft", {}, said)
    face = places.assets() / "faces" / "face-01.svg"
    screen = SortingScreen(Material(stage, spoken, lambda _name: face))
    state = sorting.start(stage, 1, spoken)
    for number in range(on_piles):
        state = sorting.act(state, Put(f"c{number}", f"p{number % piles}"))
    screen.show_view(sorting.view(state, ""))
    return screen


def card_of(played: Played, card_id: str) -> SortCard:
    """The card on the table."""
    found = played.screen.findChildren(SortCard)
    return next(card for card in found if card.card_id == card_id)


def view_of(played: Played) -> sorting.SortingView:
    """What the screen was shown last."""
    return sorting.view(played.playing.state, "")
