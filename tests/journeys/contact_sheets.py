"""Many screens on one picture, to be looked at side by side: all screens, and every lesson.

`python -m tests.journeys.contact_sheets FOLDER LANGUAGE [--scale 150] [--theme contrast]` saves
`<language>-screens-NN.webp` (each screen and state of the program) and `<language>-lessons-NN.webp`
(each lesson's first page, practice and first question) in FOLDER.
"""

from __future__ import annotations

import argparse
import contextlib
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from trainer_app.i18n import _, use
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.player.lesson import LessonPage

from .hand import Hand, settle
from .practice_walk import close, practice_window
from .screens import screens

Seen = tuple[str, QImage]

ACROSS, DOWN = 5, 6
WIDTH, CAPTION, GAP = 480, 22, 8
_QUALITY = 60


def picture(window: MainWindow) -> QImage:
    """What the window shows now."""
    settle()
    return window.grab().toImage()


def dressed(window: MainWindow, theme: str) -> None:
    """Show the window in these colours from now on."""
    window.preferences.change(theme=theme)
    window.dress()
    window.rebuild()


def all_screens(folder: Path, language: str, scale: int, theme: str) -> Iterator[Seen]:
    """Each screen of the program."""

    def opened(window: MainWindow) -> None:
        if theme != window.preferences.now.theme:
            dressed(window, theme)

    for name, window in screens(folder, language, scale, opened=opened):
        yield name, picture(window)


def all_lessons(folder: Path, language: str, scale: int, theme: str) -> Iterator[Seen]:
    """Each lesson's first page, the beginning of its practice, and its first question."""
    window = practice_window(folder, language, scale)
    try:
        use(language)
        dressed(window, theme)
        for lesson in window.lessons.lessons:
            if lesson.has_pages and language in lesson.languages:
                yield from _lesson(window, lesson.id, lesson.folder.name, language)
    finally:
        close(window)


def _lesson(window: MainWindow, lesson: str, name: str, language: str) -> Iterator[Seen]:
    window.learner.lesson(lesson, language)
    settle()
    page = window.page
    assert isinstance(page, LessonPage)
    yield f"{name} page", picture(window)
    page._go_to(page._walk.go(page._walk.first_question - page._walk.at))
    yield f"{name} question", picture(window)
    if language in window.lessons.practice_languages(lesson):
        page.practice_requested.emit()
        settle()
        Hand(window).press(_("Start"))
        yield f"{name} practice", picture(window)


def sheets(seen: Iterable[Seen]) -> Iterator[QImage]:
    """The pictures with their names, ACROSS by DOWN on a sheet."""
    sheet: QImage | None = None
    at = 0
    for name, image in seen:
        small = image.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
        high = small.height() + CAPTION + GAP
        if sheet is None:
            sheet = QImage(ACROSS * (WIDTH + GAP), DOWN * high, QImage.Format.Format_RGB32)
            sheet.fill(QColor("#808080"))
        _put(sheet, small, name, at % ACROSS * (WIDTH + GAP), at // ACROSS * high)
        at += 1
        if at == ACROSS * DOWN:
            yield sheet
            sheet, at = None, 0
    if sheet is not None:
        yield sheet


def _put(sheet: QImage, small: QImage, name: str, left: int, top: int) -> None:
    painter = QPainter(sheet)
    font = QFont()
    font.setPixelSize(15)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.drawText(QRect(left + 4, top, WIDTH, CAPTION), Qt.AlignmentFlag.AlignVCenter, name)
    painter.drawImage(left, top + CAPTION, small)
    painter.end()


def main() -> None:
    """Save the sheets of one language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("language")
    parser.add_argument("--scale", type=int, default=150, help="text size in per cent")
    parser.add_argument("--theme", default="light", choices=["light", "dark", "contrast"])
    asked = parser.parse_args()
    folder: Path = asked.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(["trainer-app"])
    assert isinstance(application, QApplication)
    application.setCursorFlashTime(0)
    look = (asked.language, asked.scale, asked.theme)
    # From within the folder: pages that name it show the same each time.
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
        for what, seen in (
            ("lessons", all_lessons(Path("lessons"), *look)),
            ("screens", all_screens(Path("screens"), *look)),
        ):
            for number, sheet in enumerate(sheets(seen), 1):
                file = folder / f"{asked.language}-{what}-{number:02}.webp"
                sheet.save(str(file), quality=_QUALITY)
                print(file.name, flush=True)


if __name__ == "__main__":
    main()
