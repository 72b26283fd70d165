"""Takes the guide's pictures from the real program, small: one of each screen that it explains.

`python -m tests.journeys.guide_pictures LANGUAGE …` writes assets/guide/pictures/<language>/.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app import places
from trainer_app.content.guide import Guide

from .authoring_tour import AuthoringTour
from .safety_tour import SafetyTour
from .tour import SIZE, Screen, Tour
from .translating_tour import TranslatingTour
from .workshop_tour import WorkshopTour

WIDE = 760
"""Pixels: as wide as a page of the guide's site, and twice as wide as in the program."""


class GuideTour(WorkshopTour):
    """A workshop, with what comes before and after it."""

    parts = (
        "way_in",
        "planning",
        "attendance",
        "board",
        "aside",
        "room",
        "register",
        "funding",
        "signing_in",
    )

    def _signing_in(self) -> Iterator[Screen]:
        """What learners see first."""
        self.window.learner.hand_over()
        yield self.see("who")

    def _aside(self) -> Iterator[Screen]:
        """How it was, and a lesson on the projector."""
        evening = self.window.evening
        evening.after.page(self.session.id)
        yield self.see("after")
        evening.presenting.lesson("sign-in-and-out")
        # It fills the only screen, whose shape is not that of a laptop here.
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(*SIZE)
        yield self.see("presenting")
        assert evening.projector is not None
        evening.projector.stop()
        self.window.trainer.today()


TOURS: tuple[type[Tour], ...] = (GuideTour, SafetyTour, AuthoringTour, TranslatingTour)


def take(language: str, wanted: set[str], folder: Path) -> set[str]:
    """Save the pictures that are wanted, as far as the tours come by them; the names of the rest.

    Writes the tours' centres into the current folder.
    """
    missing = set(wanted)
    for tour in TOURS:
        walk = tour(Path(tour.__name__), language, 100)
        try:
            for part in tour.parts:
                for name, window in getattr(walk, f"_{part}")():
                    if name in missing:
                        save_small(window, folder / f"{name}.png")
                        missing.discard(name)
                if not missing:
                    return missing
        finally:
            walk.close()
    return missing


def save_small(window: QWidget, file: Path) -> None:
    """Save what a window shows, in the 256 colours that it has most of."""
    file.parent.mkdir(parents=True, exist_ok=True)
    smooth = Qt.TransformationMode.SmoothTransformation
    whole = window.grab().toImage().scaledToWidth(WIDE, smooth)
    picture = whole.convertToFormat(QImage.Format.Format_RGB32)
    found = Counter(memoryview(picture.constBits()).cast("I")).most_common(256)
    plainly = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    colours = [colour for colour, _count in found]
    small = picture.convertToFormat(QImage.Format.Format_Indexed8, colours, plainly)
    small.save(str(file), quality=0)


def main() -> int:
    """Take them in each language; 1 where a screen was not come by."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    application.setCursorFlashTime(0)
    guide = places.assets() / "guide"
    wanted = {one.picture for one in Guide(guide).pages}
    missing: set[str] = set()
    for language in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
            missing |= take(language, wanted, guide / "pictures" / language)
    if missing:
        print("No such screens:", *sorted(missing))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
