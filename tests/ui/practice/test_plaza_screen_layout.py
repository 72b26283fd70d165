"""Every place of Plaza can be read, pressed and heard, at every size and in both directions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.practice.played import Played
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.plaza.views import PlazaView
from trainer_app.i18n import use
from trainer_app.ui.practice.plaza.page import Page, Sheet
from trainer_app.ui.practice.plaza.parts import reachable
from trainer_app.ui.practice.plaza.screen import PlazaScreen
from trainer_app.ui.practice.plaza.spots import (
    AWAY,
    COMPOSE,
    FRIENDS,
    HOME,
    ME_PLACE,
    MESSAGES,
    SEE_AS,
    SETTINGS,
    Spot,
)
from trainer_app.ui.theme import Theme, current
from trainer_app.ui.widgets.drawn import DrawnButton
from trainer_app.ui.widgets.text import Text

EXAMPLES = Path(__file__).parents[2] / "content" / "practice_examples"
PHONE = (
    (HOME,),
    (HOME, Spot("comments", "bread")),
    (HOME, Spot("more", "bread")),
    (FRIENDS,),
    (FRIENDS, Spot("person", "lucky"), Spot("with", "lucky")),
    (FRIENDS, Spot("person", "lucky"), Spot("report", "lucky")),
    (MESSAGES, Spot("thread", "new-number")),
    (MESSAGES, Spot("about", "mum")),
    (ME_PLACE, AWAY),
)
BROWSER = (
    (HOME,),
    (COMPOSE, Spot("edit", "garden")),
    (ME_PLACE, SETTINGS),
    (ME_PLACE, SEE_AS),
    (ME_PLACE, Spot("audience", "work")),
    (Spot("groups"), Spot("group", "bakers")),
    (Spot("pages"), Spot("page", "library")),
)
Dress = Callable[[Theme], None]


def visit(screen: PlazaScreen, way: tuple[Spot, ...]) -> None:
    """Go over these spots, as buttons lead there."""
    for spot in way:
        screen.go(spot)
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(("lesson", "ways"), [("three-messages", PHONE), ("who-sees-me", BROWSER)])
def test_nothing_is_cut_off_and_everything_has_a_name(
    qtbot: Any, dress: Dress, lesson: str, ways: tuple[tuple[Spot, ...], ...], scale: float
) -> None:
    language = "ar" if scale > 1 else "en"
    use(language)
    dress(Theme(language=language, scale=scale))
    played = Played(qtbot, EXAMPLES, lesson, language)
    screen = played.screen
    assert isinstance(screen, PlazaScreen)
    for way in ways:
        visit(screen, way)
        places: list[Page | Sheet] = [*screen.findChildren(Page), *screen.findChildren(Sheet)]
        for shown in places:
            if shown.isVisible():
                fits(shown)


def fits(shown: Page | Sheet) -> None:
    """Nothing beside the column, no word cut, targets large enough, names for who listens."""
    column = shown.column
    assert column.width() <= shown.scroller.viewport().width()
    for widget in column.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, DrawnButton | Text):
            at = QRect(widget.mapTo(column, widget.rect().topLeft()), widget.size())
            assert column.rect().contains(at), widget.text()
            assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()
    for widget in reachable(shown):
        assert widget.accessibleName(), widget
        assert min(widget.height(), widget.width()) >= current().px(48) - 1, widget


def test_the_order_of_tab_is_the_order_of_reading(qtbot: Any) -> None:
    played = Played(qtbot, EXAMPLES, "three-messages")
    screen = played.screen
    assert isinstance(screen, PlazaScreen)
    visit(screen, (FRIENDS,))
    page = next(each for each in screen.findChildren(Page) if each.isVisible())
    heights = [each.mapTo(page, each.rect().topLeft()).y() for each in reachable(page)]
    assert heights == sorted(heights)


def test_a_feed_stays_while_one_looks_at_it(qtbot: Any) -> None:
    played = Played(qtbot, EXAMPLES, "three-messages")
    view: PlazaView = screen_view(played)
    turned = tuple(reversed(view.feed))
    screen = played.screen
    assert isinstance(screen, PlazaScreen)
    before = posts_of(screen)
    screen.show_view(replace(view, feed=turned))
    assert posts_of(screen) == before
    visit(screen, (FRIENDS, HOME))
    assert posts_of(screen) == before[::-1]


def screen_view(played: Played) -> PlazaView:
    """What the engine shows now."""
    view = play.view(played.playing).inside
    assert isinstance(view, PlazaView)
    return view


def posts_of(screen: PlazaScreen) -> list[str]:
    """Who wrote the posts in sight, from above to below."""
    page = next(each for each in screen.findChildren(Page) if each.isVisible())
    return [
        each.accessibleName() for each in page.column.parts_shown() if "Post" in type(each).__name__
    ]
