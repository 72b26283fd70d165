"""Goes through every screen in every language, size and theme, and tells what is wrong with them.

`python -m tests.journeys.audit [LANGUAGE …] [--scale 100 …] [--themes dark …] [--parts …]` takes
all of them where none are named, and ends with 1 if it found anything. "longer" is the language
that is made from the program's own words. docs/audit.md says what a finding means.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from time import process_time
from typing import get_args

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app import places
from trainer_app.i18n.catalogs import find_catalogs_in
from trainer_app.i18n.languages import language, languages
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.main_window import MainWindow, application
from trainer_app.ui.practice.free_page import FreePage
from trainer_app.ui.theme import ThemeName

from . import faults, ink, keyboard
from .hand import Hand
from .known import licences, of_the_centre, words_of_all
from .leftovers import English, leftovers
from .painted import Painting
from .pseudo import PLACE_OF, make_catalogs, untranslated, words_of, words_of_lessons
from .screens import PARTS, screens
from .sight import Sight, name

LONGER = "longer"
SCALES = (100, 150, 200)
THEMES: tuple[ThemeName, ...] = get_args(ThemeName)


@dataclass(frozen=True)
class Form:
    """How the screens are shown: the language, the text size in per cent, and the theme.

    `only_colours` asks no more than what another theme can change.
    """

    language: str
    scale: int = 100
    theme: ThemeName = "light"
    only_colours: bool = False

    @property
    def code(self) -> str:
        """The language as the program knows it."""
        return PLACE_OF if self.language == LONGER else self.language

    @cached_property
    def _english(self) -> English:
        return English(self.language)

    @cached_property
    def _data(self) -> frozenset[str]:
        """Words that stand on many screens and that nobody translates."""
        words = words_of_all(self.code)
        if self.language == LONGER:
            return words | words_of(licences()) | words_of_lessons()
        return words

    def untranslated(self, window: MainWindow, sight: Sight) -> Iterator[str]:
        """English where another language was chosen."""
        if self.language == "en":
            return

        def data() -> frozenset[str]:
            return self._data | words_of(of_the_centre(window, self.code))

        if self.language != LONGER:
            yield from leftovers(sight, self._english, data)
            return
        for text in untranslated(Hand(window).texts(), data()):
            yield f"untranslated: {text!r}"


class OwnWindows(QObject):
    """Notes every widget that opens as a window of its own: it flashes and takes the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        application().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and event.type() == QEvent.Type.Show:
            allowed = isinstance(watched, MainWindow) or watched.windowType() in (
                Qt.WindowType.ToolTip,
                Qt.WindowType.Popup,
            )
            if watched.isWindow() and not allowed:
                self.found.append(f"own window: {name(watched)}")
        return False

    def take(self) -> list[str]:
        """What was noted since the last time."""
        found, self.found = self.found, []
        return found

    def stop(self) -> None:
        """Note no more."""
        application().removeEventFilter(self)


def look_at(window: MainWindow, form: Form) -> Iterator[str]:
    """All that is wrong with the screen in sight."""
    sight = Sight(window)
    painting = Painting(sight)
    yield from ink.faint(painting, form.theme)
    if form.only_colours:
        yield from keyboard.unseen(keyboard.walk(sight))
        return
    yield from ink.clipped(painting)
    yield from ink.written_over(painting)
    yield from _laid_out(window, sight, form)
    yield from form.untranslated(window, sight)
    walked = keyboard.walk(sight)
    yield from keyboard.unreachable(sight, walked)
    yield from keyboard.trapped(sight, walked)
    yield from keyboard.unseen(walked)
    yield from keyboard.disorder(sight, walked)


def _laid_out(window: MainWindow, sight: Sight, form: Form) -> Iterator[str]:
    trainers = window._dense
    least = faults.TRAINERS_TARGET if trainers else faults.LEARNERS_TARGET
    yield from faults.cut(sight)
    yield from faults.outside(sight)
    yield from faults.sideways(sight)
    yield from faults.small(sight, least)
    yield from faults.overlapping(sight)
    yield from faults.unnamed(sight)
    yield from faults.turned(sight, right_to_left=language(form.code).right_to_left)
    # Nearly thirty lessons do not fit the screen, and the pretend network's feed never ends.
    fits = not isinstance(window.page, HomePage | FreePage)
    if form.scale == 100 and not trainers and form.language != LONGER and fits:
        yield from faults.scrolls(sight)


def audit(form: Form, folder: Path, parts: Collection[str] = ()) -> Mapping[str, list[str]]:
    """What is wrong with each screen that is not sound, by name; `folder` is written into.

    `parts` are some of `screens.PARTS`, all without it.
    """
    wrong: dict[str, list[str]] = {}
    made = make_catalogs(folder / "locales") if form.language == LONGER else None
    # Windows that flash do so in each language: one is enough, and watching is dear.
    own = OwnWindows() if form.language in ("en", LONGER) else None
    try:
        for screen, window in screens(
            folder, form.code, form.scale, parts=parts, opened=_dressed(form, made)
        ):
            found = [*(own.take() if own else ()), *look_at(window, form)]
            if found:
                wrong[screen] = list(dict.fromkeys(found))
    finally:
        if own is not None:
            own.stop()
        find_catalogs_in(places.locales())
    return wrong


def _dressed(form: Form, catalogs: Path | None) -> Callable[[MainWindow], None]:
    """Puts the theme and the made language on a window that was opened."""

    def dress(window: MainWindow) -> None:
        if catalogs is not None:
            find_catalogs_in(catalogs)
        window.preferences.change(theme=form.theme)
        window.rebuild()

    return dress


def main() -> int:
    """Print what was found, screen by screen, and a line for each form."""
    asked = _asked(sys.argv[1:])
    QApplication.instance() or QApplication(sys.argv[:1])
    QApplication.setCursorFlashTime(0)
    count = 0
    for form in _forms(asked.languages, asked.scale, asked.themes):
        began = process_time()
        with tempfile.TemporaryDirectory() as place:
            wrong = audit(form, Path(place), asked.parts)
        for screen, found in wrong.items():
            print(f"{screen}\n" + "\n".join(f"    {one}" for one in found))
        findings = sum(map(len, wrong.values()))
        count += findings
        print(
            f"{form.language} {form.scale} {form.theme}: {findings} findings on {len(wrong)}"
            f" screens ({process_time() - began:.0f} s)",
            flush=True,
        )
    return 1 if count else 0


def _asked(words: list[str]) -> argparse.Namespace:
    known = (*(one.code for one in languages()), LONGER)
    parser = argparse.ArgumentParser(prog="python -m tests.journeys.audit")
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help=", ".join(known))
    parser.add_argument("--scale", type=int, nargs="*", choices=SCALES, default=SCALES)
    parser.add_argument("--themes", nargs="*", choices=THEMES, default=THEMES)
    parser.add_argument("--parts", nargs="*", choices=PARTS, default=())
    asked = parser.parse_args(words)
    asked.languages = asked.languages or known
    if unknown := set(asked.languages) - set(known):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    return asked


def _forms(codes: list[str], scales: list[int], themes: list[ThemeName]) -> Iterator[Form]:
    """Each language and size; every check in the first theme, that of colours in the others."""
    for code in codes:
        for scale in scales:
            for at, theme in enumerate(themes):
                yield Form(code, scale, theme, only_colours=at > 0)


if __name__ == "__main__":
    sys.exit(main())
