"""Pictures of every bundled practice: its first moment, a mistake, and its end, from real walks.

`python -m tests.journeys.practice_pictures FOLDER [--languages en ar] [--scale 200] [BEGINNING …]`
saves `<lesson's folder>-<1-first|2-mistake|3-finished>.<language>.png` in FOLDER.
"""

from __future__ import annotations

import argparse
import contextlib
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import use
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.widgets import Toast

from .practice_walk import PracticeWalk, close, practice_window


def take_pictures(window: MainWindow, lesson: str, language: str, name: Path) -> None:
    """Play one practice with a mistake on the way; `name` is how its pictures begin."""
    use(language)
    window.dress()
    walk = PracticeWalk(window, lesson, language)

    def see(moment: str) -> None:
        for toast in window.findChildren(Toast):
            toast.leave()
        walk.hand.take_picture(name.with_name(f"{name.name}-{moment}.{language}.png"))

    walk.start()
    see("1-first")
    if walk.to_a_mistake():
        see("2-mistake")
    walk.to_the_end()
    see("3-finished")
    walk.go_on()


def main() -> None:
    """Save the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("beginnings", nargs="*", help="only lessons whose folders begin so")
    parser.add_argument("--languages", nargs="*", default=[])
    parser.add_argument("--scale", type=int, default=100, help="text size in per cent")
    asked = parser.parse_args()
    folder: Path = asked.folder.resolve()
    application = QApplication.instance() or QApplication(["trainer-app"])
    assert isinstance(application, QApplication)
    application.setCursorFlashTime(0)
    library = LessonLibrary(places.lessons())
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
        window = practice_window(Path(), "en", asked.scale)
        for lesson in library.lessons:
            if not lesson.folder.name.startswith(tuple(asked.beginnings or [""])):
                continue
            for language in library.practice_languages(lesson.id):
                if language in asked.languages or not asked.languages:
                    take_pictures(window, lesson.id, language, folder / lesson.folder.name)
        close(window)


if __name__ == "__main__":
    main()
