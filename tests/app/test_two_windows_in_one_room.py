"""A trainer's window and a learner's, over a real network: what is done here is seen there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from centres import PASSPHRASE, PICTURES, Centre
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication
from reading_a_page import names, press, words

from trainer_app.app import open_window
from trainer_app.app.desk import make_room_lessons
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.rooms import Follow
from trainer_app.keys.wrapping import Cost
from trainer_app.services.joining import Joining
from trainer_app.services.laptops import Laptops
from trainer_app.services.pictures import Pictures
from trainer_app.services.room.attaching import Attaching
from trainer_app.services.room.carriers import Carriers
from trainer_app.services.room.hosting import Hosting
from trainer_app.ui.learner.overlays import ListenOverlay
from trainer_app.ui.learner.vote import VoteCover
from trainer_app.ui.learner.who import WhoPage
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.room.room_page import RoomPage
from trainer_app.ui.welcome.unlock import UnlockPage
from trainer_app.ui.widgets import Dialog
from trainer_app.ui.workshop.board import BoardPage

LESSON = "sign-in-and-out"


class Two:
    """A trainer's laptop that can open a room, and one of the same centre for learners."""

    def __init__(self, centre: Centre, folder: Path, cost: Cost, library: LessonLibrary) -> None:
        evening = centre.evening("Amina", "Samir")
        self.session, self.amina = evening.session.id, evening.people[0]
        centre.seats.choose_pictures(self.amina.id, PICTURES)
        centre.attending.start_now(self.session)
        invitation = folder / "invitation.trainer"
        code = Laptops(centre.door).invite(invitation)
        joining = Joining(folder / "second", centre.clock.now, cost)
        slot = joining.open(invitation, code)[0][0]
        joining.join(slot, PASSPHRASE).lock()
        centre.door.lock()
        self.trainer = self._window(centre.folder, centre, cost, library)
        self.learner = self._window(folder / "second", centre, cost, library)
        for window in (self.trainer, self.learner):
            window.door.unlock_any(PASSPHRASE)
            window.centre_opened()
        self._let_host(self.trainer)

    def _window(
        self, folder: Path, centre: Centre, cost: Cost, library: LessonLibrary
    ) -> MainWindow:
        window = open_window(folder, "en", centre.clock.now, cost)
        window.lessons = library
        # It goes where it is told: no test should find the rooms of other tests.
        window.attaching = Attaching(
            window.door,
            lessons=make_room_lessons(folder, library, Pictures()),
            carriers=Carriers(),
            finds=False,
        )
        window.attaching.on_change = window.evening.joining.news.tell
        window.resize(1366, 768)
        window.show()
        return window

    @staticmethod
    def _let_host(window: MainWindow) -> None:
        assert window.desk is not None
        hosting = Hosting(
            window.door,
            lessons=make_room_lessons(window.door.folder, window.lessons, Pictures()),
            carriers=Carriers(),
            port=0,
            announced=False,
        )
        window.desk = replace(window.desk, hosting=hosting)
        window.evening.room.begin()

    @property
    def hosting(self) -> Hosting:
        assert self.trainer.desk is not None
        return self.trainer.desk.hosting

    def together(self) -> None:
        """The trainer opens the room by a press, the learners’ laptop goes there."""
        self.trainer.evening.do("room", self.session)
        press(self.trainer, "Open the room")
        room = self.hosting.room
        assert room is not None
        self.learner.learner.hand_over()
        self.learner.attaching.start()
        self.learner.attaching.join("", f"127.0.0.1:{room.host.port}")
        self.wait(
            lambda: "In the room" in self.signs() or self.learner.attaching.status == "joined"
        )

    def signs(self) -> str:
        return words(self.learner)

    def wait(self, true: Callable[[], bool], milliseconds: int = 10_000) -> None:
        """Let both windows and the network work until something holds."""
        patience = QDeadlineTimer(milliseconds)
        while not true():
            assert not patience.hasExpired(), (
                words(self.trainer),
                words(self.learner),
                names(self.learner),
            )
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QApplication.processEvents()

    def cover(self, kind):
        """The cover that lies over the learner's window, if any."""
        return next((one for one in self.learner.findChildren(kind) if one.isVisible()), None)

    def close(self) -> None:
        for window in (self.trainer, self.learner):
            window.attaching.stop()
            window.close()
            window.deleteLater()


@pytest.fixture
def two(qapp: QApplication, centre: Centre, tmp_path: Path, cheap_cost, library) -> Iterator[Two]:
    made = Two(centre, tmp_path, cheap_cost, library)
    yield made
    made.close()


def test_an_evening_of_two_laptops(two: Two) -> None:
    two.together()
    assert isinstance(two.trainer.page, RoomPage)
    two.wait(lambda: "Open: 1 laptop is here" in words(two.trainer))
    two.wait(lambda: "Room open: 1 laptop" in names(two.trainer))

    # A learner signs in there, and the board here shows it, without a press here.
    two.trainer.trainer.board(two.session)
    assert isinstance(two.trainer.page, BoardPage)
    assert isinstance(two.learner.page, WhoPage)
    press(two.learner, "Amina")
    assert two.learner.desk is not None
    two.learner.desk.seats.sit_down(two.amina.id, PICTURES)
    two.learner.learner.home()
    two.wait(lambda: "Amina" in words(two.trainer))
    assert "In the room" in two.signs()
    press(two.learner, "Help")
    two.wait(lambda: "I was there" in names(two.trainer))
    press(two.trainer, "I was there")
    two.wait(lambda: "Help" in names(two.learner) and "My hand is up" not in names(two.learner))

    # Everyone listens, from the board.
    press(two.trainer, "Everyone listen")
    two.wait(lambda: two.cover(ListenOverlay) is not None)
    press(two.trainer, "Let everyone go on")
    two.wait(lambda: two.cover(ListenOverlay) is None)

    # Follow me, and a vote.
    steps = [step.id for step in two.trainer.lessons.lesson(LESSON).steps]
    two.hosting.follow(Follow(LESSON, steps[1], "en"))
    two.wait(lambda: isinstance(two.learner.page, LessonPage))
    assert two.learner.page.remember().at == 1
    question = two.trainer.lessons.lesson(LESSON).quiz[0]
    two.hosting.ask(LESSON, question.id, "en")
    two.wait(lambda: two.cover(VoteCover) is not None)
    two.cover(VoteCover).choices[question.right].click()
    two.wait(lambda: two.hosting.votes() == ({question.right: 1}, 1))
    two.hosting.reveal()
    two.wait(lambda: "Go on" in names(two.cover(VoteCover)))
    two.hosting.end_vote()
    two.wait(lambda: two.cover(VoteCover) is None)
    two.hosting.follow(None)

    # The trainer's laptop goes down: nobody is stopped, and what was done is kept.
    two.hosting.close()
    two.wait(lambda: "Alone for now" in two.signs())
    press(two.learner, "Next")
    press(two.learner, "Help")
    assert "My hand is up" in names(two.learner)
    two.together()
    two.wait(lambda: "In the room" in two.signs())
    two.trainer.trainer.board(two.session)
    two.wait(lambda: "I was there" in names(two.trainer))

    # Sent away, by the trainer's press.
    two.trainer.evening.do("room", two.session)
    away = next(name for name in names(two.trainer) if name.startswith("Send away"))
    press(two.trainer, away)
    press(two.trainer, "Send away")
    two.wait(lambda: "Alone for now" in two.signs())
    two.wait(lambda: "You sent it away." in words(two.trainer))


def test_the_presenter_leads_the_room_and_lets_it_vote(two: Two) -> None:
    """The same as above, by the presenter's own keys instead of by the services."""
    assert two.trainer.desk is not None
    courses = two.trainer.desk.courses
    courses.save_session(replace(courses.session(two.session), lessons=(LESSON,)))
    two.together()
    two.wait(lambda: "Open: 1 laptop is here" in words(two.trainer))
    assert two.learner.desk is not None
    two.learner.desk.seats.sit_down(two.amina.id, PICTURES)
    two.learner.learner.home()
    two.trainer.trainer.today()
    press(two.trainer, "Present")
    slides = two.trainer.evening.presenting.projector.now
    assert slides is not None

    # Where the slides go, the laptops go along.
    press(two.trainer, "Follow me")
    pages = [step.id for step in two.trainer.lessons.lesson(LESSON).steps]
    for at, step in enumerate(pages[:2]):
        slides.jump(f"page/{step}/0")
        two.wait(lambda: isinstance(two.learner.page, LessonPage))
        two.wait(lambda at=at: two.learner.page.remember().at == at)

    # The question on the wall is asked on the laptops, and its answer shown there.
    question = two.trainer.lessons.lesson(LESSON).quiz[0]
    slides.jump(f"ask/{question.id}/0")
    press(two.trainer, "Vote")
    two.wait(lambda: two.cover(VoteCover) is not None)
    two.cover(VoteCover).choices[question.right].click()
    two.wait(lambda: two.hosting.votes() == ({question.right: 1}, 1))
    slides.do("on")
    two.wait(lambda: "Go on" in names(two.cover(VoteCover)))
    slides.jump(f"page/{pages[0]}/0")
    two.wait(lambda: two.cover(VoteCover) is None)
    two.wait(lambda: two.learner.page.remember().at == 0)

    press(two.trainer, "Everyone listen")
    two.wait(lambda: two.cover(ListenOverlay) is not None)
    press(two.trainer, "Let everyone go on")
    two.wait(lambda: two.cover(ListenOverlay) is None)
    slides.do("end")
    press(two.trainer.findChild(Dialog), "End")
    two.wait(lambda: two.hosting.state.follow is None)


def test_a_locked_laptop_is_let_in_and_a_guest_learns_no_name(two: Two) -> None:
    two.together()
    room = two.hosting.room
    assert room is not None
    two.wait(lambda: "Open: 1 laptop is here" in words(two.trainer))
    stick = two.learner.door.folder.parent / "stick"
    stick.mkdir()
    two.trainer.choose_folder = lambda: stick
    press(two.trainer, "Write passes on a stick")
    two.wait(lambda: "A pass for 1 laptop is on the stick." in words(two.trainer))
    assert list(stick.rglob("*.pass"))
    press(two.trainer, "Ask me before a laptop opens")
    two.learner.close_centre()
    two.learner.welcome.to_centre()
    assert isinstance(two.learner.page, UnlockPage)
    two.wait(lambda: "Open with the trainer’s laptop" in names(two.learner))
    press(two.learner, "Open with the trainer’s laptop")
    two.wait(lambda: "The trainer lets this laptop in." in words(two.learner))
    two.wait(lambda: "Let in" in names(two.trainer))
    press(two.trainer, "Let in")
    two.wait(lambda: isinstance(two.learner.page, WhoPage))
    assert not two.learner.door.trainer_inside
    two.wait(lambda: two.learner.attaching.status == "joined")

    two.learner.close_centre()
    two.learner.evening.joining.ask_code()
    page = two.learner.page
    page._put(two.hosting.code(), 20)
    page._show_address()
    page.address.set_value(f"127.0.0.1:{room.host.port}")
    press(two.learner, "Join")
    two.wait(lambda: "You are a guest" in words(two.learner))
    two.wait(lambda: "In the room" in words(two.learner))
    two.wait(lambda: "Guest 1" in words(two.trainer))
    two.hosting.listen(True)
    two.wait(lambda: two.cover(ListenOverlay) is not None)
    two.hosting.listen(False)
    two.wait(lambda: two.cover(ListenOverlay) is None)
    # “Ended now” says goodbye to guests as well.
    assert two.trainer.desk is not None
    two.trainer.trainer.today()
    press(two.trainer, "Ended now")
    two.wait(lambda: two.learner.attaching.status != "joined")
