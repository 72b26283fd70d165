"""I am new: nothing is written before the last answer, and then all of it."""

from __future__ import annotations

import pytest
from centres import Centre
from PySide6.QtCore import Qt
from reading_a_page import cut, names, overflow, press, words

from trainer_app.domain.people import FACES
from trainer_app.ui.learner.new import NewPage


def new_page(centre: Centre, bridge) -> NewPage:
    return NewPage(centre.enrolling, centre.seats, bridge, "ar")


def choose_pictures(page: NewPage) -> None:
    for picture in ("Boat", "Cup", "Bird"):
        press(page, picture)
    press(page, "Next")
    for picture in ("Cup", "Boat", "Bird"):
        press(page, picture)


def test_a_new_person_is_enrolled_has_pictures_and_sits(centre: Centre, show, bridge, qtbot):
    evening = centre.evening("Samir")
    centre.attending.start_now(evening.session.id)
    centre.door.leave_trainer()
    page = show(new_page(centre, bridge))
    made: list[str] = []
    page.made.connect(made.append)

    qtbot.keyClicks(page.focusWidget(), "Amina ")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    press(page, "Face 7")
    press(page, "Next")
    assert len(centre.enrolling.people()) == 1
    choose_pictures(page)

    (person,) = centre.seats.people()
    assert made == [person.id]
    assert (person.name, person.face, person.listed) == ("Amina", "face-07", True)
    assert person.language == "ar"
    assert person in centre.enrolling.people(evening.course.id)
    assert set(centre.seats.pictures(person.id)) == {"boat", "cup", "bird"}


def test_no_name_and_not_on_the_list_gives_a_number_to_write_down(centre: Centre, show, bridge):
    page = show(new_page(centre, bridge))
    made: list[str] = []
    page.made.connect(made.append)
    press(page, "Show my face and name in the list on this laptop")
    press(page, "Next")
    press(page, "Face 1")
    press(page, "Next")
    choose_pictures(page)
    (person,) = centre.seats.people()
    assert (person.name, person.listed) == ("", False)
    assert person.number in words(page)
    assert made == []
    press(page, "Next")
    assert made == [person.id]


def test_going_back_and_away_writes_nothing(centre: Centre, show, bridge):
    page = show(new_page(centre, bridge))
    gone: list[bool] = []
    page.back_requested.connect(lambda: gone.append(True))
    press(page, "Next")
    press(page, "Face 3")
    press(page, "Back")
    press(page, "Back")
    assert gone == [True]
    assert centre.enrolling.people() == []


def test_a_face_has_to_be_chosen(centre: Centre, show, bridge):
    page = show(new_page(centre, bridge))
    press(page, "Next")
    with pytest.raises(AssertionError, match="Next"):
        press(page, "Next")
    assert len([name for name in names(page) if name.startswith("Face ")]) == len(FACES)


def test_what_was_typed_outlives_a_change_of_text_size(centre: Centre, show, bridge, qtbot, dress):
    page = show(new_page(centre, bridge))
    qtbot.keyClicks(page.focusWidget(), "Amina")
    press(page, "Next")
    press(page, "Face 3")
    dress("en", 1.5)
    again = show(new_page(centre, bridge))
    again.recall(page.remember())
    press(again, "Next")
    choose_pictures(again)
    (person,) = centre.seats.people()
    assert (person.name, person.face) == ("Amina", "face-03")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_step_is_cut_and_only_large_letters_scroll(
    centre: Centre, show, bridge, dress, language: str, scale: float
):
    dress(language, scale)
    page = show(new_page(centre, bridge))
    for _step in range(3):
        words(page)
        assert cut(page) == []
        assert scale > 1 or overflow(page) == 0
        page._faces.set_value("face-02")
        page._go_on()
