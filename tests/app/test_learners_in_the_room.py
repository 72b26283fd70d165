"""A learner's laptop in the room, by clicks: listening, being led, voting, and going on alone."""

from __future__ import annotations

import pytest
from fake_room import CODE, FakeAttaching
from practising_window import ALONE, PAGES, Room
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading_a_page import names, press, words

from trainer_app.domain.errors import RoomNotFound, WrongRoomCode
from trainer_app.domain.rooms import Follow, FoundRoom, Vote
from trainer_app.i18n import use
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.learner.overlays import ListenOverlay
from trainer_app.ui.learner.vote import VoteCover
from trainer_app.ui.learner.who import WhoPage
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.practice.page import PracticePage
from trainer_app.ui.welcome.join_room import JoinRoomPage
from trainer_app.ui.welcome.unlock import UnlockPage


class InRoom:
    """The window of a learner's laptop, and the room that it hears."""

    def __init__(self, room: Room, qtbot: QtBot) -> None:
        self.room, self.window, self.net = room, room.window, FakeAttaching()
        self.window.attaching = self.net  # type: ignore[assignment]
        self.net.on_change = self.window.evening.joining.news.tell
        self._qtbot = qtbot

    def say(self, **values: object) -> None:
        """The trainer's laptop says something, and it is heard."""
        self.net.say(**values)
        self.heard()

    def alone(self) -> None:
        self.net.hear(None)
        self.heard()

    def heard(self) -> None:
        """The network's news come through another thread's queue, at most four times a second."""
        came: list[object] = []
        news = self.window.evening.joining.news
        news.came.connect(came.append)
        news.tell(frozenset({"room"}))
        self._qtbot.waitUntil(lambda: bool(came))
        news.came.disconnect(came.append)
        QApplication.processEvents()

    @property
    def page(self):
        return self.window.page

    def steps(self) -> list[str]:
        return [step.id for step in self.room.lessons.lesson(PAGES).steps]

    def cover(self, kind):
        """The cover of a kind that lies over the window, if any."""
        found = self.window.findChildren(kind)
        return next((one for one in found if one.isVisible()), None)

    def at(self) -> int:
        assert isinstance(self.page, LessonPage)
        return self.page.remember().at


@pytest.fixture
def here(room: Room, qtbot: QtBot) -> InRoom:
    """A learner sits at a laptop that is in the room."""
    made = InRoom(room, qtbot)
    room.sit()
    made.say()
    return made


def test_in_the_room_alone_for_now_and_what_it_says_of_itself(room: Room, qtbot: QtBot) -> None:
    here = InRoom(room, qtbot)
    room.sit()
    here.heard()
    assert "In the room" not in words(here.window)
    assert "Alone for now" not in words(here.window)
    here.say()
    page = here.page
    assert "In the room" in words(here.window)
    here.alone()
    assert "Alone for now" in words(here.window)
    here.say()
    assert "In the room" in words(here.window)
    assert here.page is page
    qtbot.waitUntil(lambda: bool(here.net.told))
    assert here.net.told[-1].people == 1
    here.window.learner.lesson(PAGES, "en")
    assert "In the room" in words(here.window)
    here.window.rebuild()
    assert "In the room" in words(here.window)
    qtbot.waitUntil(lambda: here.net.told[-1].lesson == PAGES)
    told = here.net.told[-1]
    assert told.free_mb > 0
    assert told.program


def test_everyone_listens_and_nobody_waits_for_a_laptop_that_went_down(here: InRoom) -> None:
    here.window.learner.lesson(PAGES, "en")
    here.room.press("Next")
    at = here.at()
    here.say(listening=True)
    assert here.cover(ListenOverlay) is not None
    here.say(listening=False)
    assert here.cover(ListenOverlay) is None
    assert here.at() == at
    here.room.unlock()
    session = here.room.desk.courses.today()[0].id
    here.room.desk.attending.start_now(session)
    here.room.desk.attending.ask_to_listen(session, True)
    here.window.learner.hand_over()
    here.say(listening=True, session=session)
    assert here.cover(ListenOverlay) is not None
    here.alone()
    assert here.cover(ListenOverlay) is None


def test_the_trainer_takes_everybody_along(here: InRoom) -> None:
    steps = here.steps()
    here.say(follow=Follow("of-the-centre", "", "en"))
    assert isinstance(here.page, HomePage)  # the lesson is still on its way
    here.say(follow=Follow(PAGES, "no-such-step", "en"))
    assert isinstance(here.page, HomePage)
    here.say(follow=Follow(PAGES, steps[2], "en"))
    assert here.at() == 2
    here.say(follow=Follow(PAGES, steps[3], "en"))
    assert here.at() == 3
    page = here.page
    here.room.press("Back")
    here.heard()
    assert here.at() == 2
    assert here.page is page
    here.say(follow=Follow(PAGES, steps[4], "en"))
    assert here.at() == 4
    # Who signs in meanwhile finishes that first, and reads in her own language.
    here.room.press("Next person")
    here.say(follow=Follow(PAGES, steps[1], "en"))
    assert isinstance(here.page, WhoPage)
    use("ar")
    here.room.sit()
    assert here.at() == 1
    assert here.page.title == here.room.lessons.words(PAGES, "ar").title


def test_a_practice_is_not_thrown_away(here: InRoom) -> None:
    here.room.to_practice()
    here.room.press("Practise")
    practice = here.page
    assert isinstance(practice, PracticePage)
    practice.start()
    here.say(follow=Follow(PAGES, here.steps()[1], "en"))
    assert here.page is practice
    assert "You go there in a moment. Your work is kept." in words(here.window)
    before = practice.playing
    here.room.press("Go there")
    assert here.at() == 1
    here.say(follow=None)
    assert "What you did before is still here." in words(here.window)
    here.room.press("Go on with it")
    assert isinstance(here.page, PracticePage)
    assert here.page.playing == before
    assert "still here" not in words(here.window)
    # Nor is it offered to somebody else.
    here.say(follow=Follow(PAGES, here.steps()[1], "en"))
    here.room.press("Go there", "Next person")
    here.say(follow=None)
    here.window.learner.guest()
    assert "still here" not in words(here.window)


def test_who_is_busy_has_time_and_may_stay(here: InRoom, qtbot: QtBot) -> None:
    steps, soon = here.steps(), here.window.evening.joining.led._soon
    here.window.learner.lesson(PAGES, "en")
    walk = here.page.remember()
    here.page.recall(walk.go(walk.first_question - walk.at))
    here.say(follow=Follow(PAGES, steps[0], "en"))
    assert here.page.remember().part == "question"
    assert "The trainer is on page 1." in words(here.window)
    here.say(follow=None)
    soon.setInterval(200)
    here.window.learner.lesson(ALONE[0], "en")
    here.say(follow=Follow(PAGES, steps[1], "en"))
    here.room.press("Stay here")
    qtbot.wait(300)
    assert isinstance(here.page, PracticePage)
    here.say(follow=Follow(PAGES, steps[2], "en"))
    assert isinstance(here.page, PracticePage)
    here.window.rebuild()
    here.heard()
    assert "on page 3" in words(here.window)
    here.room.press("Go there")
    assert here.at() == 2
    here.say(follow=None)
    soon.setInterval(40)
    here.window.learner.lesson(ALONE[0], "en")
    here.say(follow=Follow(PAGES, steps[1], "en"))
    assert isinstance(here.page, PracticePage)
    qtbot.waitUntil(lambda: isinstance(here.window.page, LessonPage))
    assert here.at() == 1


def vote(here: InRoom, **values: object) -> Vote:
    question = here.room.lessons.lesson(PAGES).quiz[0]
    return Vote("v1", PAGES, question.id, "en", **values)  # type: ignore[arg-type]


def test_a_vote_lies_over_the_page_and_goes_again(here: InRoom) -> None:
    quiz = here.room.lessons.lesson(PAGES).quiz
    here.window.learner.lesson(PAGES, "en")
    here.room.press("Next")
    at, page, right = here.at(), here.page, quiz[0].right
    here.say(vote=vote(here))
    cover = here.cover(VoteCover)
    cover.choices[right].click()
    assert here.net.votes == [(right, 1)]
    here.say(vote=vote(here, revealed=True))
    assert here.cover(VoteCover) is cover
    assert cover.choices[right].state == "right"
    here.say(vote=None)
    assert here.cover(VoteCover) is None
    assert (here.page, here.at()) == (page, at)
    # Who does not want to answer is not asked again; the next question is another one.
    here.say(vote=Vote("v2", PAGES, quiz[1].id, "en"))
    press(here.cover(VoteCover), "Not now")
    here.say(listening=False)
    assert here.cover(VoteCover) is None
    here.say(vote=Vote("v3", PAGES, quiz[1].id, "en"))
    assert here.cover(VoteCover) is not None
    here.alone()
    assert here.cover(VoteCover) is None
    # A trainer at a learners' laptop is not disturbed.
    here.room.unlock()
    here.say(vote=vote(here), listening=True, follow=Follow(PAGES, "", "en"))
    assert here.cover(VoteCover) is None
    assert here.cover(ListenOverlay) is None
    assert not isinstance(here.page, LessonPage)
    here.window.learner.hand_over()
    assert here.cover(VoteCover) is not None


# Guests
def test_a_guest_joins_by_the_code_and_takes_part(room: Room, qtbot: QtBot) -> None:
    guest = InRoom(room, qtbot)
    room.window.close_centre()
    guest.window.welcome.start()
    guest.net.meet(FoundRoom("192.168.1.5", 47474))
    guest.heard()
    press(guest.window, "Learn in a room")
    assert isinstance(guest.page, JoinRoomPage)
    assert "A room is open here." in words(guest.window)
    guest.page._put(CODE, len(CODE))
    for trouble, said in (
        (WrongRoomCode(), "That was not the room code"),
        (RoomNotFound(), "No room was found"),
    ):
        guest.net.trouble = trouble
        press(guest.window, "Join")
        qtbot.waitUntil(lambda said=said: said in words(guest.window))
        assert guest.page.digits() == CODE
    guest.net.trouble = None
    press(guest.window, "Join")
    qtbot.waitUntil(lambda: isinstance(guest.window.page, HomePage))
    guest.heard()
    assert guest.net.joined_with[-1] == (CODE, "")
    assert "In the room" in words(guest.window)
    guest.say(listening=True)
    assert guest.cover(ListenOverlay) is not None
    guest.say(listening=False, follow=Follow(PAGES, guest.steps()[1], "en"))
    assert guest.at() == 1
    guest.say(vote=vote(guest))
    cover = guest.cover(VoteCover)
    press(cover, "3")
    cover.choices[room.lessons.lesson(PAGES).quiz[0].right].click()
    assert guest.net.votes[-1][1] == 3
    guest.say(vote=None, follow=None, over=True)
    assert guest.net.state is None
    assert "Stop learning" in names(guest.window)


def test_a_laptop_of_the_centre_needs_only_the_address(room: Room, qtbot: QtBot) -> None:
    here = InRoom(room, qtbot)
    here.window.close_centre()
    here.window.welcome.to_centre()
    press(here.window, "Learn in a room")
    press(here.window, "Type the address")
    here.page.address.set_value("10.0.0.2")
    press(here.window, "Join")
    qtbot.waitUntil(lambda: isinstance(here.window.page, UnlockPage))
    assert here.net.joined_with == [("", "10.0.0.2")]
