"""What a stage of typing is made of: texts to type, and the keyboards for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from trainer_app.domain.practice.keyboards import KEYBOARDS, LATIN, Keyboard, keyboard
from trainer_app.domain.practice.scenario import Consequence, Stage, WordList

OWN = "own"

Trouble = Literal["wrong-letter", "too-short"]
TROUBLES: tuple[Trouble, ...] = get_args(Trouble)


@dataclass(frozen=True, slots=True)
class Target:
    """A text to type; the text itself stands in the words.

    `free`: any text of at least `least` letters, for which the words give an example; it begins
    with `starts`, and then has no spaces. `exact`: capitals count.
    """

    id: str
    exact: bool = False
    free: bool = False
    starts: str = ""
    least: int = 2


@dataclass(frozen=True, slots=True)
class TypingConsequence(Consequence):
    """What follows a wrong letter, or entering a text that is too short."""

    when: Trouble = "wrong-letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypingStage(Stage):
    """Texts to type. `keyboards`: `own`, `latin` or languages; more than one can be switched."""

    targets: tuple[Target, ...]
    keyboards: tuple[str, ...] = (OWN,)
    consequences: tuple[TypingConsequence, ...] = ()

    @property
    def things(self) -> tuple[WordList, ...]:
        """The texts, each in the script of its language."""
        return (WordList("targets", tuple(target.id for target in self.targets)),)

    def boards(self, language: str) -> tuple[Keyboard, ...]:
        """The keyboards for readers of a language, the first one first in use."""
        named = {OWN: language, "latin": LATIN}
        found = (keyboard(named.get(each, each)) for each in self.keyboards)
        return tuple({each.language: each for each in found}.values())


def known_keyboard(name: str) -> bool:
    """Whether a stage may name this keyboard."""
    return name in (OWN, "latin", *KEYBOARDS)
