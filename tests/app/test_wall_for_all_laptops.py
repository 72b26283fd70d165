"""The shared Plaza over a real network: a trainer's window, and guests' in other languages."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from practising_window import Room
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication
from reading_a_page import names, press, words

from trainer_app import places
from trainer_app.app import open_window
from trainer_app.app.desk import make_room_lessons
from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import use
from trainer_app.keys.wrapping import Cost
from trainer_app.services.pictures import Pictures
from trainer_app.services.room.attaching import Attaching
from trainer_app.services.room.carriers import Carriers
from trainer_app.services.room.hosting import Hosting
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.practice.shared.trainer_wall import LargeWallPage, TrainerWallPage
from trainer_app.ui.practice.shared.wall_control import WallControl
from trainer_app.ui.practice.shared.wall_page import WallPage
from trainer_app.ui.room.room_page import RoomPage
from trainer_app.ui.ways.shared_plaza import SharedPlazaWays


class Evening:
    """The trainer's laptop with an open room, and guests who came by its code."""

    def __init__(self, room: Room, folder: Path, cost: Cost) -> None:
        self.room, self.trainer = room, room.window
        self._folder, self._cost = folder, cost
        for name in ("_play", "_world", "03-sign-in-and-out"):
            shutil.copytree(places.lessons() / name, folder / "bundled" / name)
        self.library = LessonLibrary(folder / "bundled")
        self.guests: list[MainWindow] = []
        self.trainer.lessons = self.library
        hosting = Hosting(
            self.trainer.door,
            lessons=make_room_lessons(self.trainer.door.folder, self.library, Pictures()),
            carriers=Carriers(),
            port=0,
            announced=False,
        )
        self.trainer.desk = replace(room.desk, hosting=hosting, lessons=self.library)
        self.trainer.evening.room.begin()
        self.hosting = hosting
        self.session = room.desk.courses.today()[0].id
        self.trainer.evening.do("room", self.session)
        press(self.trainer, "Open the room")

    def guest(self, name: str) -> MainWindow:
        """A laptop of no centre comes into the room."""
        window = open_window(self._folder / name, "en", self.trainer.door.now, self._cost)
        window.lessons = self.library
        window.attaching = Attaching(
            window.door,
            lessons=make_room_lessons(self._folder / name, self.library, Pictures()),
            carriers=Carriers(),
            finds=False,
        )
        window.attaching.on_change = window.evening.joining.news.tell
        window.evening.shared = SharedPlazaWays(window)
        window.resize(1366, 768)
        window.show()
        self.guests.append(window)
        window.attaching.start()
        self.join(window)
        window.learner.guest()
        return window

    def join(self, window: MainWindow) -> None:
        room = self.hosting.room
        assert room is not None
        window.attaching.join(self.hosting.code(), f"127.0.0.1:{room.host.port}")

    def wait(self, true: Callable[[], bool], milliseconds: int = 10_000) -> None:
        """Let all windows and the network work until something holds."""
        patience = QDeadlineTimer(milliseconds)
        while not true():
            assert not patience.hasExpired(), [words(one) for one in (self.trainer, *self.guests)]
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QApplication.processEvents()

    def events(self) -> list[str]:
        store = self.trainer.door.ledger.store
        return [row["id"] for row in store.query("SELECT id FROM events ORDER BY id")]

    def close(self) -> None:
        self.hosting.close()
        for window in self.guests:
            window.attaching.stop()
            window.close()
            window.deleteLater()


@pytest.fixture
def evening(room: Room, tmp_path: Path, cheap_cost: Cost) -> Iterator[Evening]:
    made = Evening(room, tmp_path, cheap_cost)
    yield made
    made.close()


def test_an_evening_on_the_wall(evening: Evening) -> None:
    trainer, first = evening.trainer, evening.guest("first")
    assert isinstance(trainer.page, RoomPage)
    events = evening.events()
    assert "Go to Plaza" not in names(first)
    control = trainer.page.findChild(WallControl)
    control.field.changed.emit("set-phrases")
    evening.wait(lambda: "Go to Plaza" in names(first))
    press(first, "Go to Plaza")
    assert isinstance(first.page, WallPage)
    evening.wait(lambda: "You are Amina Salem tonight" in words(first))
    press(first, "Phrase")
    press(first, "Who has a bicycle to lend?")
    evening.wait(lambda: "Who has a bicycle to lend?" in words(first))

    # The trainer sees it with the laptop that wrote it; who comes late reads it in Arabic.
    evening.wait(lambda: "See the wall: 1 post" in names(trainer))
    press(trainer, "See the wall: 1 post")
    assert isinstance(trainer.page, TrainerWallPage)
    late = evening.guest("late")
    use("ar")
    evening.wait(lambda: late.evening.shared.seen.is_here)
    late.evening.shared.open()
    arabic = evening.library.shared_wall("ar")
    assert arabic is not None
    assert arabic.said("phrases", "a-bicycle") in words(late)
    use("en")

    # Paused; taken down; large for the class.
    press(trainer, "Paused")
    evening.wait(lambda: "The wall stands still for a moment." in words(first))
    press(trainer, "Remove")
    evening.wait(lambda: "Who has a bicycle to lend?" not in words(first))
    press(trainer, "Stickers and phrases")
    press(trainer, "Show it large")
    assert isinstance(trainer.page, LargeWallPage)
    evening.wait(lambda: "Sticker" in names(first))
    press(first, "Sticker")
    press(first, "A cup of tea")
    evening.wait(lambda: "A cup of tea" in words(trainer))
    press(trainer, "Back")

    # The room is lost and comes back; the wall goes on.
    first.attaching.leave()
    evening.wait(lambda: "Alone for now. The wall goes on" in words(first))
    assert "A cup of tea" in words(first)
    evening.join(first)
    evening.wait(lambda: "Sticker" in names(first))
    assert "You are Amina Salem tonight" in words(first)

    # Off: it asks, all laptops go home, and nothing of it is left anywhere.
    press(trainer, "Off")
    press(trainer, "Take it down")
    evening.wait(lambda: isinstance(first.page, HomePage) and isinstance(late.page, HomePage))
    assert not first.evening.shared.seen.wall.acts
    assert evening.events() == events
