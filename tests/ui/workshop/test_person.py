"""The page of one person: what is saved, the pictures, the past, and work put right."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from centres import Centre, Clock, Evening
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import button, cells, click, too_small, too_wide, words
from trainer_app.domain.attendance import Role, Status
from trainer_app.i18n import _, use
from trainer_app.services.reviewing import Reviewing
from trainer_app.store import learning
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.workshop.person import PersonPage


@pytest.fixture
def evening(centre: Centre) -> Evening:
    """A running session of three people."""
    made = centre.evening("Amina Diallo", "محمد الحسين", "Rosa")
    centre.attending.start_now(made.session.id)
    return made


@pytest.fixture
def page_of(centre, library, bridge: Bridge, clock: Clock) -> Callable[[str], PersonPage]:
    return lambda person: PersonPage(
        centre.enrolling,
        centre.seats,
        centre.courses,
        library,
        centre.attending,
        bridge,
        person,
        standing_of=Reviewing(centre.ledger).person,
        now=clock.now,
    )


def type_over(qtbot: QtBot, field, typed: str) -> None:
    field.control.setFocus()
    field.control.selectAll()
    qtbot.keyClicks(field.control, typed)


def test_what_is_typed_is_saved(centre, evening, page_of, show, qtbot):
    page = show(page_of(evening.people[0].id))
    type_over(qtbot, page._form.name, "  Amina   Diallo Bah ")
    type_over(qtbot, page._form.birth_year, "1984")
    type_over(qtbot, page._form.phone, "+31 6 1234")
    page._form.note.control.setFocus()
    qtbot.keyClicks(page._form.note.control, "Comes by bus")
    qtbot.keyClick(page._form.listed, Qt.Key.Key_Space)
    assert "Not saved yet" in words(page)
    click(qtbot, page, "Save")
    saved = centre.enrolling.person(evening.people[0].id)
    assert saved.name == "Amina Diallo Bah"
    assert (saved.birth_year, saved.phone, saved.note) == (1984, "+31 6 1234", "Comes by bus")
    assert not saved.listed
    assert "Not saved yet" not in words(page)


@pytest.mark.parametrize("typed", ["84", "2031", "1700", "old"])
def test_a_year_that_cannot_be_is_said_beside_the_field(
    typed, centre, evening, page_of, show, qtbot
):
    page = show(page_of(evening.people[0].id))
    type_over(qtbot, page._form.birth_year, typed)
    click(qtbot, page, "Save")
    assert page._form.birth_year.error() == "Type a year with four figures, such as 1984."
    assert centre.enrolling.person(evening.people[0].id).birth_year is None


def test_another_face(centre, evening, page_of, show, qtbot):
    page = show(page_of(evening.people[0].id))
    click(qtbot, page, "Other face")
    click(qtbot, page, "Face 20")
    click(qtbot, page, "Save")
    assert centre.enrolling.person(evening.people[0].id).face == "face-20"


def test_gender_and_language_by_keyboard(centre, evening, page_of, show, qtbot):
    page = show(page_of(evening.people[0].id))
    for field in (page._form.gender, page._form.language):
        field.control.setFocus()
        qtbot.keyClick(field.control, Qt.Key.Key_Down)
    click(qtbot, page, "Save")
    saved = centre.enrolling.person(evening.people[0].id)
    assert (saved.gender, saved.language) == ("woman", "en")


def test_pictures_are_given_and_changed_in_two_clicks(centre, evening, page_of, show, qtbot):
    amina = evening.people[0].id
    page = show(page_of(amina))
    assert "None yet." in words(page)
    click(qtbot, page, "Give pictures")
    first = centre.seats.pictures(amina)
    assert len(first) == 3
    while centre.seats.pictures(amina) == first:
        click(qtbot, page, "Give other pictures")
        dialog = QApplication.focusWidget()
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.picture_cards_requested) as said:
        click(qtbot, page, "Print the card")
    assert said.args == [[amina]]


def test_cancelling_keeps_the_pictures(centre, evening, page_of, show, qtbot):
    amina = evening.people[0].id
    centre.seats.choose_pictures(amina, ("sun", "fish", "key"))
    page = show(page_of(amina))
    assert "Sun" in words(page)
    click(qtbot, page, "Give other pictures")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert set(centre.seats.pictures(amina)) == {"sun", "fish", "key"}


def test_attendance_of_all_sessions(centre, evening, page_of, show):
    rosa = evening.people[2].id
    centre.attending.mark(evening.session.id, rosa, Status.LATE, late=15, role=Role.HELPER)
    page = show(page_of(rosa))
    assert cells(page) == [["24 Nov 2026", "Tuesday group, session 1", "Helper: Late 15 min"]]


def test_that_was_not_me(centre, evening, library, page_of, show, clock, qtbot):
    amina, mohamed, rosa = (person.id for person in evening.people)
    sitting = centre.sit(evening.people[0])
    lesson = library.lessons[0]
    centre.playing.finish(lesson, len(lesson.quiz), len(lesson.quiz))
    clock.forward(minutes=40)
    centre.seats.leave()
    page = show(page_of(amina))
    assert "24 Nov 2026, 09:50–10:30" in words(page)
    assert "I can log out before I go away." in words(page)
    click(qtbot, page, "This was somebody else")
    qtbot.keyClicks(QApplication.focusWidget(), "ros")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "Nothing done at a laptop yet." in words(page)
    assert "I can log out before I go away." not in words(page)
    assert [one.id for one in centre.seats.history(rosa)] == [sitting]
    assert centre.seats.history(mohamed) == []


def test_not_counted_and_counted_again(centre, evening, library, page_of, show, qtbot):
    amina = evening.people[0].id
    centre.sit(evening.people[0])
    lesson = library.lessons[0]
    centre.playing.finish(lesson, len(lesson.quiz), len(lesson.quiz))
    centre.seats.leave()
    page = show(page_of(amina))
    click(qtbot, page, "Do not count")
    assert "Does not count" in words(page)
    assert "No lesson is finished yet." in words(page)
    click(qtbot, page, "Count it again")
    assert "Does not count" not in words(page)
    assert learning.progress_of(centre.store, amina)[lesson.id].passed


def test_only_six_sittings_at_first(centre, evening, page_of, show, clock, qtbot):
    for _time in range(8):
        clock.forward(minutes=2)
        centre.sit(evening.people[0])
        centre.seats.leave()
    page = show(page_of(evening.people[0].id))
    assert words(page).count("No lesson was opened.") == 6
    click(qtbot, page, "Show older work")
    assert words(page).count("No lesson was opened.") == 8


def test_memory_and_news_keep_what_is_typed(evening, page_of, show, qtbot):
    amina = evening.people[0].id
    page = show(page_of(amina))
    assert page.remember() is None
    type_over(qtbot, page._form.name, "Aminata")
    type_over(qtbot, page._form.birth_year, "19")
    page.news(frozenset({"people"}))
    assert page._form.name.value() == "Aminata"
    again = show(page_of(amina))
    again.recall(page.remember())
    assert again._form.name.value() == "Aminata"
    assert again._form.birth_year.value() == "19"
    assert "Not saved yet" in words(again)


def test_a_person_without_a_name_and_the_way_back(centre, page_of, show, qtbot):
    nameless = centre.enrolling.add_person("")
    page = show(page_of(nameless.id))
    assert words(page).startswith("A1\nParticipant number A1")
    with qtbot.waitSignal(page.back_requested):
        click(qtbot, page, "People")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut(centre, evening, library, page_of, show, qapp, language, scale):
    amina = evening.people[0]
    centre.sit(amina)
    centre.playing.finish(library.lessons[0], 5, 5)
    centre.attending.mark(evening.session.id, amina.id, Status.LATE, late=15)
    centre.seats.give_pictures(amina.id)
    use(language)
    theme.apply(qapp, theme.Theme(scale=scale, language=language, dense=True))
    page = show(page_of(amina.id))
    assert button(page, _("Save")).isVisible()
    assert too_wide(page) == []
    assert too_small(page, round(32 * scale)) == []
