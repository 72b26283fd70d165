"""What cards of the wall need to know: words and pictures, who looks, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from trainer_app.domain.practice.wall_stage import WallWords


@dataclass(frozen=True, slots=True)
class Look:
    """How a wall is looked at.

    `me`: whom this laptop plays. `acts`: whether something can be done now. `trains`: by the
    trainer, who may take everything down. `large`: for a whole class.
    """

    me: str = ""
    acts: bool = False
    trains: bool = False
    large: bool = False


class WallScene(QObject):
    """Words, pictures, and what was pressed. `laptop` says whose laptop plays somebody.

    Signals: `heart_set(int, bool)`, `answer_wanted(int)`, `taken_back(int)`, `taken_down(int)`,
    `words_set(str, bool)`: whether whoever this is may write words.
    """

    heart_set = Signal(int, bool)
    answer_wanted = Signal(int)
    taken_back = Signal(int)
    taken_down = Signal(int)
    words_set = Signal(str, bool)

    def __init__(
        self,
        words: WallWords,
        picture: Callable[[str], Path],
        laptop: Callable[[str], str] = lambda _who: "",
    ) -> None:
        super().__init__()
        self.words, self._picture, self.laptop = words, picture, laptop

    def name(self, who: str) -> str:
        """What somebody is called; a stranger of a newer program has no name here."""
        return self.words.name(who) or who.replace("-", " ").title()

    def face(self, who: str) -> Path | None:
        """Somebody's picture."""
        return self.file(self.words.face(who))

    def shown(self, thing: str) -> Path | None:
        """The file of a sticker or a picture."""
        return self.file(self.words.picture(thing))

    def file(self, name: str) -> Path | None:
        """Where a picture lies, if there is one."""
        path = self._picture(name) if name else None
        return path if path is not None and path.is_file() else None
