"""Goes to every screen of the program, and to every state of it worth seeing, in any language.

The centre is invented, the clock and the chance are fixed: two walks show the same pictures.
`python -m tests.journeys.screens FOLDER [LANGUAGE [SCALE [PART …]]]` saves a picture of each.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from trainer_app.ui.main_window import MainWindow

from .authoring_tour import AuthoringTour
from .hand import Hand
from .safety_tour import SafetyTour
from .tour import FirstDay, Screen
from .translating_tour import TranslatingTour
from .workshop_tour import WorkshopTour

TOURS = (FirstDay, WorkshopTour, SafetyTour, AuthoringTour, TranslatingTour)
PARTS = tuple(part for tour in TOURS for part in tour.parts)


def screens(
    folder: Path,
    language: str,
    scale: int = 100,
    *,
    parts: Collection[str] = (),
    opened: Callable[[MainWindow], None] | None = None,
) -> Iterator[Screen]:
    """Each screen's name and the window that shows it; `scale` is the text size in per cent.

    Writes the tours’ centres into `folder`. `parts` are some of PARTS, all without it. `opened`
    is called whenever a window has been made.
    """
    for tour in TOURS:
        if parts and not set(parts) & set(tour.parts):
            continue
        place = folder / tour.__name__
        walk = tour(place, language, scale)
        if opened is not None:
            opened(walk.window)
        try:
            for part in tour.parts:
                if not parts or part in parts:
                    yield from getattr(walk, f"_{part}")()
        finally:
            walk.close()


def main() -> None:
    """Save a picture of each screen."""
    asked = dict(enumerate(sys.argv))
    folder, language, scale = Path(asked[1]).resolve(), asked.get(2, "en"), asked.get(3, "100")
    parts = sys.argv[4:]
    application = QApplication.instance() or QApplication(sys.argv[:1])
    application.setCursorFlashTime(0)
    # From within the folder: pages that name it show the same each time.
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
        for name, window in screens(Path(), language, int(scale), parts=parts):
            Hand(window).take_picture(folder / f"{name}.png")


if __name__ == "__main__":
    main()
