"""The program's window on a data folder; Qt is loaded only when it opens."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from trainer_app.app.clock import local_now
from trainer_app.app.commands import explain
from trainer_app.app.desk import make_desk, make_room_lessons
from trainer_app.app.folder import invent, lesson_library, speak
from trainer_app.domain.errors import DiskFull, InUse, ReadOnly
from trainer_app.keys.wrapping import STANDARD, Cost
from trainer_app.services.door import Door
from trainer_app.services.joining import Joining
from trainer_app.services.lesson_files import LESSONS, empty_bin
from trainer_app.services.pictures import Pictures
from trainer_app.services.preferences import PreferencesFile
from trainer_app.services.rescuing import Rescuing
from trainer_app.services.room.attaching import Attaching
from trainer_app.services.room.carriers import Carriers
from trainer_app.services.speaking import Speaker
from trainer_app.store.lock import FolderLock

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow


def open_window(
    folder: Path,
    language: str = "",
    now: Callable[[], datetime] = local_now,
    cost: Cost = STANDARD,
) -> MainWindow:
    """Build the program's window on a data folder; a QApplication must stand."""
    from trainer_app.ui.main_window import MainWindow

    with suppress(OSError):  # the window itself says that nothing can be saved here
        folder.mkdir(parents=True, exist_ok=True)
    preferences = PreferencesFile(folder)
    code = speak(language or preferences.now.language)
    if language:
        preferences.change(language=code)
    empty_bin(folder / LESSONS)
    lessons = lesson_library(folder)
    door, carriers = Door(folder, now, cost), Carriers()
    return MainWindow(
        door=door,
        preferences=preferences,
        lessons=lessons,
        make_desk=lambda door: make_desk(door, lessons, carriers),
        make_joining=lambda: Joining(folder, now, cost),
        make_rescuing=lambda: Rescuing(folder, door.damaged_key, now),
        open_demo=lambda: open_demo(folder / "look-around", now, cost),
        speaker=Speaker(),
        attaching=Attaching(
            door, lessons=make_room_lessons(folder, lessons, Pictures()), carriers=carriers
        ),
    )


def open_demo(folder: Path, now: Callable[[], datetime], cost: Cost) -> Door:
    """A fresh centre of invented people beside the real data, opened."""
    shutil.rmtree(folder, ignore_errors=True)
    door = Door(folder, now, cost)
    invent(door, learners=24, sessions=6, seed=1)
    return door


def run(folder: Path, language: str = "") -> int:
    """Open the program and stay until it is closed; returns the exit code.

    A second start on the same folder says so, shows the first one's window and ends with 4.
    """
    from PySide6.QtWidgets import QApplication

    from trainer_app.ui.calm import catch_bugs
    from trainer_app.ui.messages import explain as in_words
    from trainer_app.ui.one_window import FirstWindow, box_of, show_first

    app = QApplication(sys.argv[:1])
    app.setApplicationName("trainer-app")
    app.setDesktopFileName("trainer-app")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FolderLock(folder)
    except InUse as error:
        speak(language or PreferencesFile(folder).now.language)
        if sys.stderr is not None:  # a program that was started by a click may have none
            print(*explain(error), sep="\n", file=sys.stderr)
        if not show_first(folder):
            box_of(in_words(error)).exec()
        return 4
    except (OSError, ReadOnly, DiskFull):
        lock = None
    window = open_window(folder, language)
    catch_bugs(folder, window.say_bug)
    first = FirstWindow(folder, window.come_forward)
    window.show_in_room()
    window.attaching.start()
    try:
        return app.exec()
    finally:
        first.close()
        window.close_centre()
        window.attaching.stop()
        if lock is not None:
            lock.release()
