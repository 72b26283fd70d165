"""The language that learners read lessons in, where the program itself does not speak it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer_app.i18n import Language, current, languages, own_name, runs_from_right, speaks

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow


class Reading:
    """Lessons may be in Tigrinya while buttons stay in Dutch.

    Whoever sits here chose it; for the next person it is the program's language again.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._chosen = ""

    @property
    def language(self) -> str:
        """The language to show lessons in, where they have it."""
        return self._chosen or current().code

    @property
    def choices(self) -> tuple[Language, ...]:
        """The program's languages, and others that some lesson can be taught in."""
        there = {code for lesson in self._window.lessons.lessons for code in lesson.languages}
        others = sorted((one for one in there if not speaks(one)), key=own_name)
        return (
            *languages(),
            *(Language(code, own_name(code), runs_from_right(code)) for code in others),
        )

    def choose(self, code: str) -> None:
        """Show lessons, and the program if it can, in a language from now on."""
        if speaks(code):
            changed = bool(self._chosen)
            self._chosen = ""
            if code == current().code and changed:
                self._window.rebuild()
            else:
                self._window.speak(code)
        elif code != self._chosen:
            self._chosen = code
            self._window.rebuild()

    def take_up(self, code: str | None) -> bool:
        """Go on in the language that somebody is known to read; says whether lessons have it."""
        there = code is not None and not speaks(code) and code in {
            one.code for one in self.choices
        }  # fmt: skip
        if there and code is not None:
            self._chosen = code
        return there

    def forget(self) -> None:
        """The next person reads something else."""
        self._chosen = ""
