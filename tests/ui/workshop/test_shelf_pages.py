"""The scam shelf and the three questions, as a trainer sees them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import button, click, too_small, too_wide, words
from trainer_app import places
from trainer_app.content.shelf import ScamShelf
from trainer_app.domain.errors import NotAllowed
from trainer_app.domain.scams import Choices
from trainer_app.i18n import use
from trainer_app.services.scams import Scams
from trainer_app.ui import theme
from trainer_app.ui.workshop.shelf import ShelfPage
from trainer_app.ui.workshop.shelf_new import NewScamPage

SHELF = ScamShelf([places.lessons()])
LOOKS = pytest.mark.parametrize(
    ("language", "scale"), [("en", 1.0), ("ar", 1.0), ("en", 2.0), ("ar", 2.0)]
)
LONGEST = Choices("friend", "bill", "no-call")


@pytest.fixture
def scams(centre) -> Scams:
    return Scams(centre.ledger)


def look(qapp: QApplication, language: str, scale: float) -> None:
    use(language)
    theme.apply(qapp, theme.Theme(language=language, scale=scale, dense=True))


def test_the_message_grows_with_each_answer(scams, bridge, show, qtbot: QtBot) -> None:
    page = show(NewScamPage(scams, SHELF, "en", bridge))
    click(qtbot, page, "A new number")
    assert "3 questions are still open." in words(page)
    assert not button(page, "Put on the shelf").isEnabled()
    click(qtbot, page, "A code")
    assert "… A code comes to you now. Please send it to me. …" in words(page)
    click(qtbot, page, "Mum")
    assert "1 question is still open." in words(page)
    click(qtbot, page, "There is no time to think.")
    with qtbot.waitSignal(page.put):
        click(qtbot, page, "Put on the shelf")
    assert [each.choices for each in scams.all()] == [Choices("mum", "code", "hurry")]


def test_another_kind_can_be_chosen_instead(scams, bridge, show, qtbot: QtBot) -> None:
    page = show(NewScamPage(scams, SHELF, "en", bridge))
    click(qtbot, page, "A parcel")
    click(qtbot, page, "Another kind")
    click(qtbot, page, "A job")
    assert button(page, "A hotel by the sea").isEnabled()
    with qtbot.waitSignal(page.back_requested):
        click(qtbot, page, "Another kind")
        click(qtbot, page, "Scam shelf")


def test_where_nobody_may_it_says_so(centre, scams, bridge, troubles, show, qtbot) -> None:
    page = show(NewScamPage(scams, SHELF, "en", bridge))
    for word in ("A new number", "Mum", "Money", "I cannot call back."):
        click(qtbot, page, word)
    centre.door.leave_trainer()
    click(qtbot, page, "Put on the shelf")
    assert [type(each) for each in troubles] == [NotAllowed]


def test_words_of_another_language_are_labelled(scams, bridge, show, qtbot: QtBot) -> None:
    page = show(NewScamPage(scams, SHELF, "so", bridge))
    click(qtbot, page, "A new number")
    assert "Not in your language; shown in English" in words(page)


@LOOKS
def test_nothing_is_cut_or_small(
    qapp, clock, scams, bridge, show, language: str, scale: float
) -> None:
    look(qapp, language, scale)
    scams.put("new-number", LONGEST)
    scams.put("scam-of-2031", LONGEST)
    pages = [
        show(ShelfPage(scams, SHELF, language, bridge, now=clock.now)),
        show(NewScamPage(scams, SHELF, language, bridge)),
        show(_asked(NewScamPage(scams, SHELF, language, bridge))),
    ]
    for page in pages:
        assert too_wide(page) == []
        assert too_small(page, 32) == []


def _asked(page: NewScamPage) -> NewScamPage:
    page.recall(("new-number", dict(LONGEST.by_slot)))
    return page
