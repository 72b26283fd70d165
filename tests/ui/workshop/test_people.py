"""The list of people: finding one, choosing a course, printing cards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from centres import Centre
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import cells, click, too_small, too_wide, words
from trainer_app.domain.people import Person
from trainer_app.i18n import use
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.workshop.people import PeoplePage
from trainer_app.ui.workshop.people_search import matching


@pytest.fixture
def people(centre: Centre, bridge: Bridge) -> Callable[[], PeoplePage]:
    return lambda: PeoplePage(centre.enrolling, centre.courses, bridge)


def type_in_search(qtbot: QtBot, page: PeoplePage, typed: str) -> None:
    page._search.clear()
    qtbot.keyClicks(page._search.control, typed)


def test_a_new_centre_offers_the_first_person(people, show, qtbot):
    page = show(people())
    assert "Nobody is in the register yet" in words(page)
    with qtbot.waitSignal(page.new_person_requested):
        click(qtbot, page, "Add the first person")


def test_everyone_is_listed_with_courses_and_language(people, centre, show):
    centre.evening("Amina Diallo", "Piet")
    centre.enrolling.add_person("محمد", language="ar", listed=False)
    page = show(people())
    assert "3 people" in words(page)
    assert ["Amina Diallo", "A1", "", "Tuesday group", ""] in cells(page)
    assert ["محمد", "A3", "العربية", "", "Not on the learners’ list"] in cells(page)


def test_typing_finds_by_name_or_number_and_enter_opens(people, centre, show, qtbot):
    made = centre.evening("Fatoumata Şahin", "Zoë O’Brien", "Xuân Nguyễn")
    page = show(people())
    for typed, found in (("sahin", "A1"), ("zoe", "A2"), ("nguyen", "A3"), ("a2", "A2")):
        type_in_search(qtbot, page, typed)
        assert [row[1] for row in cells(page)] == [found], typed
    with qtbot.waitSignal(page.person_opened) as said:
        qtbot.keyClick(page._search.control, Qt.Key.Key_Return)
    assert said.args == [made.people[1].id]
    type_in_search(qtbot, page, "nobody")
    assert "Nobody fits what you typed." in words(page)


def test_a_course_and_its_cards(people, centre, show, qtbot):
    made = centre.evening("Amina", "Piet")
    centre.enrolling.add_person("Rosa")
    page = show(people())
    box = page._course.control
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert "2 people" in words(page)
    with qtbot.waitSignal(page.picture_cards_requested) as said:
        click(qtbot, page, "Print picture cards")
    assert said.args == [[person.id for person in made.people]]


def test_a_click_on_a_row_opens_the_person(people, centre, show, qtbot):
    amina = centre.enrolling.add_person("Amina")
    page = show(people())
    cell = page._table.visualRect(page._table.model().index(0, 0))
    with qtbot.waitSignal(page.person_opened) as said:
        qtbot.mouseClick(
            page._table.viewport(),
            Qt.MouseButton.LeftButton,
            pos=cell.topLeft() + QPoint(20, 20),
        )
    assert said.args == [amina.id]


def test_news_and_memory(people, centre, show, qtbot):
    centre.enrolling.add_person("Amina")
    page = show(people())
    centre.enrolling.add_person("Rosa")
    page.news(frozenset({"people"}))
    assert "2 people" in words(page)
    type_in_search(qtbot, page, "ros")
    again = show(people())
    again.recall(page.remember())
    assert [row[0] for row in cells(again)] == ["Rosa"]


def test_words_may_stand_in_any_order():
    person = Person("1", "A1", "Jan-Willem van der Berg")
    assert matching([person], "berg jan") == [person]
    assert matching([person], "illem") == []
    assert matching([person], "  ") == [person]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut(people, centre, show, qapp, language, scale):
    centre.evening("Amina Diallo", "محمد عبد الرحمن الحسين", "Jan-Willem van der Berg")
    use(language)
    theme.apply(qapp, theme.Theme(scale=scale, language=language, dense=True))
    page = show(people())
    assert too_wide(page) == []
    assert too_small(page, round(32 * scale)) == []


def test_the_way_to_those_whose_term_is_over_says_how_many(
    centre: Centre, bridge: Bridge, show, qtbot: QtBot
):
    without = show(PeoplePage(centre.enrolling, centre.courses, bridge))
    assert not without._keep.isVisible()
    due = [3]
    page = show(PeoplePage(centre.enrolling, centre.courses, bridge, due=lambda: due[0]))
    with qtbot.waitSignal(page.due_requested):
        click(qtbot, page, "Keep or erase (3)")
    due[0] = 0
    page.news(frozenset({"people"}))
    assert page._keep.accessibleName() == "Keep or erase"
