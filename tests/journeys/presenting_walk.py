"""Presents a whole lesson by a clicker's keys on two screens, and writes what both showed.

`python -m tests.journeys.presenting_walk FOLDER LANGUAGE [PICTURES [SCALE [THEME]]]`, on Qt's
offscreen platform with the screens of a file that `screens_file` writes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from centres import PASSPHRASE, Centre, Clock
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from trainer_app import app
from trainer_app.domain.slides import Slide
from trainer_app.i18n import _, pgettext, use
from trainer_app.keys.wrapping import Cost
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.presenter.presentation import Presentation
from trainer_app.ui.presenter.slide_window import SlideWindow
from trainer_app.ui.ways.projector import Projector

from .hand import Hand, settle

LESSON = "sign-in-and-out"
CHEAP = Cost(memory=8, time=1, parallelism=1)


def screens_file(folder: Path, *sizes: tuple[int, int]) -> Path:
    """Screens of these sizes side by side, as Qt's offscreen platform reads them."""
    left, screens = 0, []
    for number, (width, height) in enumerate(sizes):
        screens.append(
            {
                "name": f"screen-{number}", "x": left, "y": 0, "width": width, "height": height,
                "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
            }
        )  # fmt: skip
        left += width
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    return file


class Presenter:
    """A trainer with a clicker in her hand, her laptop in front of her and a projector."""

    def __init__(self, folder: Path, language: str, pictures: Path | None = None) -> None:
        self._pictures, self._count = pictures, 0
        clock = Clock()
        centre = Centre(folder / "centre", clock, CHEAP)
        evening = centre.evening("Amina", "Yusuf")
        centre.courses.save_session(replace(evening.session, lessons=(LESSON,)))
        centre.attending.start_now(evening.session.id)
        centre.door.lock()
        self.session = evening.session.id
        self.clock = clock
        self.window: MainWindow = app.open_window(folder / "centre", now=clock.now, cost=CHEAP)
        self.window.resize(1366, 768)
        self.window.show()
        use(language)
        self.window.preferences.change(language=language)
        QApplication.processEvents()
        self.window.welcome.to_centre()
        settle()
        self.hand = Hand(self.window)
        self.hand.type_into(_("Passphrase"), PASSPHRASE)
        self.hand.press(_("Unlock"))

    @property
    def projector(self) -> Projector:
        found = self.window.evening.projector
        assert found is not None
        return found

    @property
    def presentation(self) -> Presentation:
        assert self.projector.now is not None
        return self.projector.now

    @property
    def slide(self) -> Slide:
        return self.presentation.state.slide

    @property
    def slides(self) -> SlideWindow:
        assert self.projector.projecting is not None
        assert self.projector.projecting.slides is not None
        return self.projector.projecting.slides

    def click(self, key: Qt.Key | str) -> None:
        """A key of the clicker or keyboard, wherever the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window.page, key)
        settle()

    def on_wall(self) -> list[str]:
        """What the class reads."""
        return [text for text in Hand(self.slides).texts() if text]

    def look(self, name: str) -> None:
        """Keep pictures of both screens, if they are wanted."""
        if self._pictures is None:
            return
        self._count += 1
        Hand(self.window).take_picture(self._pictures / f"{self._count:02}-{name}-laptop.png")
        projecting = self.projector.projecting
        if projecting is not None and projecting.slides is not None:
            file = self._pictures / f"{self._count:02}-{name}-wall.png"
            Hand(self.slides).take_picture(file)


def present(one: Presenter) -> dict[str, Any]:
    """The whole lesson from its title to its end; what was seen on the way."""
    seen: dict[str, Any] = {"wall": {}}
    one.hand.wait_for(_("Attendance"))
    one.hand.press(pgettext("projector", "Present"))
    seen["mode"] = one.projector.projecting.mode  # type: ignore[union-attr]
    seen["screens"] = [one.window.screen().name(), one.slides.screen().name()]
    seen["whole_screen"] = one.slides.geometry() == one.slides.screen().geometry()
    while True:
        key = one.slide.key
        seen["wall"][key] = one.on_wall()
        _around(one, key, seen)
        if one.presentation.state.is_last:
            break
        one.click(Qt.Key.Key_PageDown)
        assert one.slide.key != key
    one.click(Qt.Key.Key_Escape)
    seen["asks"] = one.hand.texts()
    one.hand.press(_("End"))
    seen["after"] = one.hand.texts()
    return seen


def _around(one: Presenter, key: str, seen: dict[str, Any]) -> None:
    """What she does besides going on."""
    match key:
        case "title//0":
            one.look("title")
            seen["beside"] = one.hand.texts()
            one.click("b")
            seen["black"] = one.on_wall()
            one.click(Qt.Key.Key_Period)
            seen["back_from_black"] = one.on_wall()
        case "page/shared-laptop/0":
            one.look("page")
            one.click("s")
            seen["swapped"] = [one.window.screen().name(), one.slides.screen().name()]
            one.click("s")
            one.click("l")
            seen["listening"] = one.presentation.listens
            one.click("l")
        case "page/pictures/0":
            one.click("t")
            second = "English" if one.presentation.state.language != "en" else "Nederlands"
            one.hand.press(second, nth=1)
            one.hand.press(_("Show"))
            seen["two_languages"] = one.on_wall()
            one.look("two")
            one.click("t")
            one.hand.press(_("None"))
            one.hand.press(_("Show"))
        case "practice//0":
            one.look("practice")
            one.click("p")
            seen["practice"] = one.on_wall()
            seen["practice_beside"] = one.hand.texts()
            one.look("practising")
            one.click(Qt.Key.Key_PageDown)
            one.look("practising")
            one.click(Qt.Key.Key_Escape)
            seen["after_practice"] = one.slide.key
            one.click(Qt.Key.Key_PageUp)
        case "answers/wrong-name/0":
            one.click("v")
            for answer in ("2", "2", "1"):
                one.click(answer)
            one.hand.press(_("Hand"), nth=1)
            seen["hands"] = dict(one.presentation.counts() or {})
            one.look("votes")
        case "card//0":
            one.look("card")


@contextmanager
def presenting(folder: Path, language: str, pictures: Path | None) -> Iterator[Presenter]:
    """A trainer at her window, which is closed in the end."""
    one = Presenter(folder, language, pictures)
    try:
        yield one
    finally:
        one.window.close()


def main() -> None:
    """Play it and print what was seen."""
    asked = dict(enumerate(sys.argv))
    folder, language = Path(asked[1]), asked[2]
    pictures = Path(asked[3]) if asked.get(3) else None
    running = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(running, QApplication)
    running.setCursorFlashTime(0)
    with presenting(folder, language, pictures) as one:
        one.window.preferences.change(scale=int(asked.get(4, "100")), theme=asked.get(5, "light"))
        one.window.rebuild()
        seen = present(one)
    (folder / "seen.json").write_text(json.dumps(seen, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
