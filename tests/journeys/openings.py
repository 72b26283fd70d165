"""Opens lessons and practices again and again, and says how much memory that leaves behind.

`python -m tests.journeys.openings TIMES` prints the program's own memory in kB after a first round
and after TIMES more openings; TIMES is rounded up to whole rounds of all lessons.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.practice.page import PracticePage

from .hand import settle
from .practice_walk import practice_window


def own_memory() -> int:
    """What this process has to itself, in kB (`Private_Dirty` of Linux's smaps_rollup)."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Private_Dirty:"))


def open_lesson(window: MainWindow, lesson_id: str, language: str) -> int:
    """Open a lesson and its practice, and leave them; returns how many were opened."""
    opened = 1
    window.learner.lesson(lesson_id, language)
    settle()
    assert isinstance(window.page, LessonPage)
    if language in window.lessons.practice_languages(lesson_id):
        window.page.practice_requested.emit()
        settle()
        assert isinstance(window.page, PracticePage)
        window.page.start()
        settle()
        opened += 1
    window.learner.home()
    settle()
    return opened


def open_all(window: MainWindow, language: str) -> int:
    """Open each lesson and its practice; returns how many were opened."""
    lessons = [lesson for lesson in window.lessons.lessons if lesson.has_pages]
    opened = sum(open_lesson(window, lesson.id, language) for lesson in lessons)
    gc.collect()
    return opened


def main() -> None:
    """Print both figures."""
    times = int(sys.argv[1])
    application = QApplication.instance() or QApplication(["trainer-app"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as place:
        window = practice_window(Path(place), "en")
        open_all(window, "en")
        print(own_memory(), flush=True)
        opened = 0
        while opened < times:
            opened += open_all(window, "en")
            if "--rounds" in sys.argv:
                print(opened, own_memory(), flush=True)
        print(own_memory())
        window.close()


if __name__ == "__main__":
    main()
