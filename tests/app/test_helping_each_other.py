"""Learners help each other, through the window: the offer, being asked, and what it came to."""

from __future__ import annotations

import pytest
from centres import PICTURES
from practising_window import PAGES, Room
from PySide6.QtWidgets import QApplication
from reading_a_page import without_signs, words

from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.widgets import Chip

OFFER = "Would you like to help somebody tonight?"
ASKED = "The trainer asks you to help a neighbour"


@pytest.fixture
def evening(room: Room) -> Room:
    """A running session; the learner has passed a lesson, somebody else is stuck in it."""
    desk = room.desk
    desk.attending.start_now(session(room))
    stuck = desk.enrolling.add_person("Rosa")
    for person in (room.person, stuck):
        desk.enrolling.speak(person.id, "en")
    desk.seats.choose_pictures(stuck.id, PICTURES)
    desk.seats.sit_down(stuck.id, PICTURES)
    desk.playing.reach(room.lessons.lesson(PAGES), 1)
    desk.seats.raise_hand(True)
    room.window.door.ledger.store._writer.run(
        lambda db: db.execute("UPDATE sittings SET device = 'another'")
    )
    desk.seats.sit_down(room.person.id, PICTURES)
    desk.playing.finish(room.lessons.lesson(PAGES), 4, 4)
    room.window.learner.hand_over()
    return room


def session(room: Room) -> str:
    return room.desk.courses.today()[0].id


def board(room: Room) -> None:
    room.unlock()
    room.window.trainer.board(session(room))
    QApplication.processEvents()


def chips(room: Room) -> list[str]:
    """What the pills in sight say."""
    found = [each for each in room.window.page.findChildren(Chip) if each.isVisible()]
    return [without_signs(each.accessibleName()) for each in found]


def test_an_offer_is_taken_back_and_made_again_from_the_foot_of_the_page(evening: Room):
    assert OFFER in words(evening.window)
    evening.press("Yes, gladly")
    assert OFFER not in words(evening.window)
    assert evening.desk.peer_help.offering() == [evening.person.id]
    evening.press("I do not help any more")
    assert evening.desk.peer_help.offering() == []
    assert OFFER not in words(evening.window)
    evening.press("I can help others")
    assert evening.desk.peer_help.offering() == [evening.person.id]


def test_who_says_not_now_is_not_asked_again_tonight(evening: Room):
    evening.press("Not now")
    assert OFFER not in words(evening.window)
    assert "I can help others" in evening.names()
    board(evening)
    assert not any("Ask" in name for name in evening.names())


def test_of_two_at_one_laptop_only_who_wants_to_offers(evening: Room):
    desk = evening.desk
    evening.unlock()
    other = desk.enrolling.add_person("Samir")
    desk.seats.choose_pictures(other.id, PICTURES)
    desk.seats.sit_down(other.id, PICTURES)
    desk.playing.finish(evening.lessons.lesson(PAGES), 4, 4)
    evening.window.learner.hand_over()
    evening.press("Yes, gladly", "Samir")
    assert desk.peer_help.offering() == [other.id]


def test_one_press_on_the_board_asks_and_minutes_are_hers(evening: Room, clock):
    evening.press("Yes, gladly")
    board(evening)
    evening.press("Ask Amina to help")
    assert "Amina helps here" in chips(evening)
    clock.forward(minutes=9)
    evening.window.learner.hand_over()
    assert isinstance(evening.window.page, HomePage)
    assert ASKED in words(evening.window)
    assert "Rosa" not in words(evening.window)
    evening.press("I am back", "What I can do now")
    assert "You helped others for 9 minutes." in words(evening.window)
    board(evening)
    assert chips(evening) == ["Asks for help"]
    evening.window.trainer.person(evening.person.id)
    QApplication.processEvents()
    assert "Helped others for 9 minutes" in words(evening.window)


def test_news_from_the_room_reach_who_is_asked_in_the_middle_of_a_lesson(evening: Room):
    evening.press("Yes, gladly")
    evening.window.learner.lesson(PAGES, "en")
    ledger, amina = evening.window.door.ledger, evening.person.id
    body = {"helping": "h", "session": session(evening), "lesson": PAGES, "at": ledger.seconds()}
    evening.window.bridge.run(lambda: ledger.write(ledger.note("helping-began", body, amina)))
    evening.window.bridge.changed.emit(frozenset({"helpings"}))
    QApplication.processEvents()
    assert not isinstance(evening.window.page, HomePage)
    assert "The trainer asks you to help a neighbour." in words(evening.window)


def test_the_board_offers_to_end_once_the_hand_is_down(evening: Room):
    evening.press("Yes, gladly")
    board(evening)
    evening.press("Ask Amina to help", "I was there", "All is well there: end helping")
    assert evening.desk.peer_help.look(session(evening), []).going == {}
    assert chips(evening) == []
