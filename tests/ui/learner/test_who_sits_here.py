"""Who sits here: the language, the faces, other ways in, and a laptop that is full."""

from __future__ import annotations

import pytest
from centres import Centre
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from reading_a_page import buttons, cut, names, overflow, plain_name, press, words

from trainer_app.domain.speaking import Utterance
from trainer_app.i18n import languages
from trainer_app.ui.first_steps.guide import FirstSteps
from trainer_app.ui.learner.face_wall import FaceWall, page_starts
from trainer_app.ui.learner.who import WhoPage


def test_a_face_a_language_and_every_other_way_in_can_be_tapped(centre: Centre, show, bridge):
    evening = centre.evening("Amina Diallo", "Samir")
    page = show(WhoPage(languages(), centre.seats, bridge, True))
    heard: list[object] = []
    page.face_chosen.connect(heard.append)
    page.language_chosen.connect(heard.append)
    page.new_chosen.connect(lambda: heard.append("new"))
    page.number_chosen.connect(lambda: heard.append("number"))
    page.guest_chosen.connect(lambda: heard.append("guest"))
    page.trainer_requested.connect(lambda: heard.append("trainer"))

    for word in ("Samir", "العربية", "I am new", "I have a card", "Guest", "Trainer"):
        press(page, word)

    assert heard == [evening.people[1].id, "ar", "new", "number", "guest", "trainer"]


def test_the_first_face_has_the_keyboard(centre: Centre, show, bridge):
    centre.evening("Amina", "Samir")
    page = show(WhoPage(languages(), centre.seats, bridge, True))
    assert page.findChild(FaceWall).faces[0].hasFocus()


def test_nobody_on_the_list_leads_to_i_am_new(centre: Centre, show, bridge):
    page = show(WhoPage(languages(), centre.seats, bridge, False))
    assert "There are no faces here yet" in words(page)
    assert "Back to our work" not in names(page)


def test_who_hides_is_not_among_the_faces(centre: Centre, show, bridge):
    evening = centre.evening("Amina", "Samir")
    page = show(WhoPage(languages(), centre.seats, bridge, True))
    bridge.run(lambda: centre.enrolling.hide(evening.people[0].id, True), "people")
    assert "Amina" not in names(page)
    assert "Samir" in names(page)


def test_two_of_one_name_show_their_numbers(centre: Centre, show, bridge):
    evening = centre.evening("Amina", "Amina", "Samir")
    page = show(WhoPage(languages(), centre.seats, bridge, True))
    notes = [face.accessibleDescription() for face in page.findChild(FaceWall).faces]
    assert notes == [evening.people[0].number, evening.people[1].number, ""]


def test_who_joins_sees_who_is_here_and_may_go_back(centre: Centre, show, bridge):
    evening = centre.evening("Amina", "Samir")
    centre.sit(evening.people[0])
    page = show(WhoPage(languages(), centre.seats, bridge, True))
    assert "Amina – already here. Who else?" in words(page)
    assert "Guest" not in names(page)
    went_back: list[bool] = []
    page.back_requested.connect(lambda: went_back.append(True))
    press(page, "Back to our work")
    assert went_back == [True]


def test_a_sixth_is_told_that_the_laptop_is_full(centre: Centre, show, bridge):
    evening = centre.evening("A", "B", "C", "D", "E", "F")
    for person in evening.people[:5]:
        centre.sit(person)
    page = show(WhoPage(languages(), centre.seats, bridge, True))
    assert "This laptop is full" in words(page)
    assert "F" not in names(page)
    assert "I am new" not in names(page)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_full_room_needs_no_scrolling_and_each_face_can_be_reached(
    centre: Centre, show, bridge, dress, language: str
):
    dress(language)
    given_names = [f"Conceição Gebremedhin {chr(65 + n)}" for n in range(30)]
    centre.evening(*given_names)
    page = show(WhoPage(languages(), centre.seats, bridge, True))
    assert overflow(page) == 0
    assert cut(page) == []
    wall, seen = page.findChild(FaceWall), set()
    for _turn in range(10):
        seen |= set(names(wall))
        if not wall.more.isVisible():
            break
        wall.more.click()
    assert set(given_names) <= seen
    assert wall.back.isVisible()


@given(count=st.integers(0, 300), cells=st.integers(3, 40))
def test_every_face_stands_on_exactly_one_page(count: int, cells: int):
    starts = page_starts(count, cells)
    ends = [*starts[1:], count]
    assert starts[0] == 0
    assert all(start < end for start, end in zip(starts, ends, strict=True)) or count == 0
    for page, (start, end) in enumerate(zip(starts, ends, strict=True)):
        turns = (page > 0) + (page + 1 < len(starts))
        assert end - start + turns <= cells


def test_a_language_says_its_name_when_it_gets_the_keyboard(centre: Centre, show, bridge):
    page = show(WhoPage(languages(), centre.seats, bridge, True))
    said: list[Utterance] = []
    page.heard.connect(said.append)
    arabic = next(one for one in buttons(page) if plain_name(one) == "العربية")
    arabic.setFocus(Qt.FocusReason.TabFocusReason)
    assert [(one.text, one.language) for one in said] == [("العربية", "ar")]


@pytest.mark.parametrize(
    ("people", "scale", "inline"), [(5, 1.0, True), (24, 1.0, False), (5, 2.0, False)]
)
def test_the_first_steps_stand_below_the_faces_where_all_have_room(
    centre: Centre, show, bridge, dress, people: int, scale: float, inline: bool
):
    dress("en", scale)
    centre.evening(*(f"Person {number}" for number in range(people)))
    page = show(WhoPage(languages(), centre.seats, bridge, True))
    [steps] = page.findChildren(FirstSteps)
    assert steps.isVisible() == inline
    assert "How it works" in names(page)
    if inline:
        assert all(face.isVisible() for face in page.findChild(FaceWall).faces)
        assert overflow(page) == 0
    else:
        assert not steps.moves
        press(page, "How it works")
        assert len([one for one in page.findChildren(FirstSteps) if one.isVisible()]) == 1
