"""A laptop of the room with the program's window, worked by somebody who reads and presses."""

from __future__ import annotations

import os
import queue
from pathlib import Path
from typing import Any

from journeys.hand import Hand, settle
from laptop import CHEAP
from orders import Answering, Order, TickingClock, listen
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from trainer_app import app, places
from trainer_app.classroom.limits import Limits
from trainer_app.content.library import LessonLibrary
from trainer_app.services.pictures import Pictures
from trainer_app.services.room.attaching import Attaching
from trainer_app.services.room.carriers import Carriers
from trainer_app.services.room.lessons import RoomLessons
from trainer_app.store import health
from trainer_app.ui.main_window import MainWindow

_LOOK_MS = 20


class WindowLaptop(Answering):
    """Orders come from the test; everything else happens as in the program."""

    def __init__(self, folder: Path, born: float, limits: Limits | None) -> None:
        super().__init__()
        self.clock = TickingClock(born)
        self.window: MainWindow = app.open_window(folder, "en", self.clock.now, CHEAP)
        if limits is not None:
            self._hasten(folder, limits)
        self.hand = Hand(self.window)
        self.wake: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._listens_to: object = None
        self._busy = False

    def begin(self) -> None:
        """What `app.run` does before the window is there for people."""
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        self.window.attaching.start()
        self.window.welcome.to_centre()
        settle()

    def look(self) -> None:
        """Do the next order that waits, unless one is being done."""
        self._mind_store()
        if self._busy or self.wake.empty():
            return
        order = self.wake.get()
        if order is None:
            QApplication.quit()
            return
        self._busy = True
        self.answer(order)
        self._busy = False

    def recorded(self, events: Any) -> None:
        """The store says that these are on the disk."""
        self.wrote += [one.event.id for one in events]

    def closing(self) -> None:
        """The store is closed soon; there is nothing to let go of here."""

    def _mind_store(self) -> None:
        store = self.window.door.ledger.store if self.window.door.is_open else None
        if store is not None and store is not self._listens_to:
            store.listen(self)
        self._listens_to = store

    def _hasten(self, folder: Path, limits: Limits) -> None:
        window = self.window
        window.attaching = Attaching(
            window.door,
            lessons=RoomLessons(folder, window.lessons, places.lessons(), Pictures()),
            carriers=Carriers(self.bug),
            limits=limits,
        )
        window.attaching.on_change = window.evening.joining.news.tell

    # Orders
    def do_reads(self, words: str) -> bool:
        return self.hand.reads(words)

    def do_texts(self) -> list[str]:
        return self.hand.texts()

    def do_press(self, words: str) -> bool:
        """Whether there was such a button to press."""
        if not self.hand.can_press(words):
            return False
        self.hand.press(words)
        return True

    def do_type(self, label: str, text: str) -> None:
        self.hand.type_into(label, text)

    def do_page(self) -> str:
        return type(self.window.page).__name__

    def do_look_at_clock(self) -> None:
        """Twenty seconds have passed."""
        self.window.evening.opening.look()
        settle()

    def do_forward(self, seconds: float) -> None:
        self.clock.ahead += type(self.clock.ahead)(seconds=seconds)

    def do_room(self) -> Order:
        attaching = self.window.attaching
        state = attaching.state
        return {"status": attaching.status, "number": state.number if state else 0}

    def do_is_open(self) -> bool:
        return self.window.door.is_open

    def do_state(self) -> str:
        door = self.window.door
        return health.state_hash(door.ledger.store, door.centre) if door.is_open else ""

    def do_picture(self, file: str) -> None:
        self.hand.take_picture(Path(file))


def run(order: Order, _library: LessonLibrary) -> None:
    """Be a laptop with a window on the data folder of the order."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication(["trainer-app"])
    limits = Limits(**order["limits"]) if "limits" in order else None
    laptop = WindowLaptop(Path(order["folder"]), order["born"], limits)
    laptop.begin()
    listen(laptop.wake.put)
    timer = QTimer(interval=_LOOK_MS)
    timer.timeout.connect(laptop.look)
    timer.start()
    application.exec()
    laptop.window.close_centre()
    laptop.window.attaching.stop()
