"""After a session, through the window: faces tapped, cards written and shared."""

from __future__ import annotations

from pathlib import Path

import pytest
from centres import PICTURES
from practising_window import Room
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading_a_page import words

from trainer_app.ui.learner.feelings import FeelingsCover
from trainer_app.ui.learner.who import WhoPage
from trainer_app.ui.workshop.experiment_edit import ExperimentEditPage

TODAY, ALONE = "How was it today?", "Can you do it alone now?"


@pytest.fixture
def evening(room: Room) -> Room:
    """A running session, 10:00–12:00, with the learner at this laptop."""
    room.desk.attending.start_now(session(room))
    room.sit()
    return room


def session(room: Room) -> str:
    return room.desk.courses.today()[0].id


def cover(room: Room) -> FeelingsCover | None:
    QApplication.processEvents()
    found = [each for each in room.window.findChildren(FeelingsCover) if each.isVisible()]
    return found[0] if found else None


def key(qtbot: QtBot, room: Room, which: Qt.Key) -> None:
    """Press a key in what has the keyboard, once a question takes answers."""
    shown = cover(room)
    assert shown is not None
    qtbot.waitUntil(lambda: not shown.rests)
    room.window.activateWindow()
    qtbot.waitUntil(room.window.isActiveWindow)
    qtbot.keyClick(room.window.focusWidget(), which)
    QApplication.processEvents()


def asked_of(room: Room) -> FeelingsCover:
    """What learners see once the trainer asks."""
    room.unlock()
    room.press("How was it?", "Ask everyone now")
    room.window.learner.hand_over()
    shown = cover(room)
    assert shown is not None
    return shown


def faces(room: Room) -> list[tuple[str, int]]:
    store = room.window.door.ledger.store
    return [(row["question"], row["face"]) for row in store.query("SELECT * FROM feelings")]


def test_two_taps_by_the_keyboard_alone_answer_both_questions(evening: Room, qtbot: QtBot):
    shown = asked_of(evening)
    assert shown.question == "evening"
    assert TODAY in words(shown)
    key(qtbot, evening, Qt.Key.Key_Tab)
    key(qtbot, evening, Qt.Key.Key_Tab)
    key(qtbot, evening, Qt.Key.Key_Space)
    assert ALONE in words(shown)
    key(qtbot, evening, Qt.Key.Key_Space)
    assert cover(evening) is None
    assert sorted(faces(evening)) == [("alone", 1), ("evening", 3)]
    evening.window.learner.home()
    assert cover(evening) is None


def test_a_second_click_does_not_answer_the_next_question(evening: Room, qtbot: QtBot):
    shown = asked_of(evening)
    for _click in range(2):
        shown.faces[2].click()
    assert shown.question == "alone"
    qtbot.waitUntil(lambda: not shown.rests)
    shown.faces[0].click()
    assert sorted(faces(evening)) == [("alone", 1), ("evening", 3)]


def test_each_at_a_laptop_is_asked_and_may_say_nothing(evening: Room, qtbot: QtBot):
    evening.unlock()
    rosa = evening.desk.enrolling.add_person("Rosa")
    evening.desk.seats.choose_pictures(rosa.id, PICTURES)
    evening.desk.seats.sit_down(rosa.id, PICTURES)
    shown = asked_of(evening)
    assert "1 of 2: each of you answers once." in words(shown)
    evening.press("I do not want to say")
    assert "2 of 2: each of you answers once." in words(shown)
    for _question in range(2):
        qtbot.waitUntil(lambda: not shown.rests)
        shown.faces[1].click()
    assert cover(evening) is None
    assert sorted(faces(evening)) == [("alone", 2), ("evening", 2)]


def test_who_leaves_early_is_not_asked_and_who_leaves_late_is(evening: Room, clock, qtbot: QtBot):
    evening.press("Next person")
    assert cover(evening) is None
    assert isinstance(evening.window.page, WhoPage)
    evening.sit()
    clock.forward(minutes=120)
    evening.press("Next person")
    shown = cover(evening)
    assert shown is not None
    assert evening.desk.seats.sittings()
    for _question in range(2):
        qtbot.waitUntil(lambda: not shown.rests)
        shown.faces[1].click()
    assert isinstance(evening.window.page, WhoPage)
    assert not evening.desk.seats.sittings()
    assert faces(evening) == []
    evening.unlock()
    evening.press("Ended now")
    assert len(faces(evening)) == 2


def test_what_waits_is_written_when_the_laptop_is_locked(evening: Room, clock, qtbot: QtBot):
    clock.forward(minutes=120)
    evening.press("Next person")
    shown = cover(evening)
    assert shown is not None
    shown.faces[0].click()
    evening.window.close_centre()
    evening.window.welcome.to_centre()
    evening.unlock()
    assert faces(evening) == [("evening", 1)]


def test_when_the_session_ends_laptops_ask_by_themselves(evening: Room):
    desk, id = evening.desk, session(evening)
    evening.unlock()
    desk.attending.end_now(id)
    evening.window.learner.hand_over()
    assert cover(evening) is not None


def test_the_trainer_sees_bars_from_three_answers_on(evening: Room):
    feelings, id = evening.desk.feelings, session(evening)
    sitting = evening.desk.seats.sittings()[0].id
    for face in (3, 3):
        feelings.give(sitting, "evening", face)
    feelings.hand_in()
    evening.unlock()
    evening.press("How was it?")
    assert "Answers are shown from 3 on" in words(evening.window)
    assert "Nobody has answered." in words(evening.window)
    feelings.give(sitting, "evening", 1)
    evening.window.bridge.run(feelings.hand_in, "feelings")
    QApplication.processEvents()
    assert "Good\n2" in words(evening.window)
    assert id in {one.id for one in evening.desk.courses.today()}


def write_card(room: Room, title: str = "Quiz first") -> None:
    page = room.window.page
    assert isinstance(page, ExperimentEditPage)
    page.name.set_value(title)
    page.tried.set_value("The quiz came first.")
    page.happened.set_value("They talked.")
    room.press("Save")


def test_a_card_is_written_after_a_session_found_again_and_shared(evening: Room, tmp_path: Path):
    evening.unlock()
    evening.press("How was it?", "Write a card", "Save")
    assert "Write what the card is called." in words(evening.window)
    write_card(evening)
    assert "Quiz first" in words(evening.window)
    evening.press("Lessons", "What worked")
    evening.window.page.search.set_value("talked")
    assert "The quiz came first." in words(evening.window)
    evening.window.page.search.set_value("sang")
    assert "No card has these words." in words(evening.window)
    evening.window.page.search.set_value("")
    evening.window.choose_file = lambda name: tmp_path / (name or "")
    evening.press("Share “Quiz first”")
    assert "Is there the name of a learner" in words(evening.window)
    evening.press("No names in it: write the file")
    assert (tmp_path / "Quiz first.card").stat().st_size > 100
    evening.window.choose_file = lambda _name: tmp_path / "Quiz first.card"
    evening.press("Take in a card file")
    assert "You have this card already" in words(evening.window)


def test_a_card_taken_away_comes_back_by_undo(evening: Room):
    evening.unlock()
    evening.press("Lessons", "What worked", "Write a card")
    write_card(evening)
    evening.press("Remove “Quiz first”")
    assert evening.desk.experiments.all() == []
    evening.press("Undo")
    assert [card.title for card in evening.desk.experiments.all()] == ["Quiz first"]


def test_what_is_typed_on_a_card_survives_larger_letters(evening: Room):
    evening.unlock()
    evening.press("Lessons", "What worked", "Write a card")
    page = evening.window.page
    assert isinstance(page, ExperimentEditPage)
    page.tried.set_value("Half a line")
    evening.window.rebuild()
    again = evening.window.page
    assert isinstance(again, ExperimentEditPage)
    assert again.typed().tried == "Half a line"
