"""What every kind of practice looks like to the page around it: it draws a view, it says acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.domain.blocks import Line
from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice.scenario import PracticeWords, Stage, WordId
from trainer_app.domain.speaking import Pitch, Utterance


@dataclass(frozen=True, slots=True)
class Material:
    """What a screen draws a stage with. `picture` says where a named picture lies.

    `voices` says how people sound, by id. `keeps`: what is made may be kept, if somebody asks.
    """

    stage: Stage
    words: PracticeWords
    picture: Callable[[str], Path]
    voices: Mapping[str, Pitch] = field(default_factory=dict)
    keeps: bool = False

    def line(self, word: WordId) -> Line:
        """The words of one thing, with what is strong in them. Raises UnknownThing."""
        try:
            return self.words.said[word].line
        except KeyError:
            raise UnknownThing(what="words", id=word) from None

    def text(self, word: WordId) -> str:
        """The plain words of one thing. Raises UnknownThing."""
        return self.words.text(word)

    def spoken(self, word: WordId, who: str) -> Utterance:
        """The words of one thing as they sound when a person (or a thing) says them, by its id."""
        return Utterance(self.text(word), self.words.language, who, self.voices.get(who, ""))


@dataclass(frozen=True, slots=True)
class Touch:
    """What a hand does next, on the way to an action: “Show me” shows it, walks in tests do it.

    `press`: a click, a tap, or Space on the focused control. `type`: `text` takes the place of
    what stands in the field. `drag`: to `to`; by keys, press it and then `to`. `hold`: press for a
    second. `swipe` and `scroll`: in direction `way`.
    """

    widget: QWidget
    does: Literal["press", "type", "drag", "hold", "swipe", "scroll"] = "press"
    text: str = ""
    to: QWidget | None = None
    way: Literal["", "up", "down", "left", "right"] = ""


class StageScreen(QWidget):
    """Draws one stage. It knows no engine and no service: a view goes in, actions come out.

    Signals:
        acted(object): an action of the kind's engine; afterwards `show_view` brings the answer.
        looked_as(str): show what this person sees ("" for the learner again).
        heard(object): an Utterance to be said aloud now; a second one stops the first.
        paper_asked(str): "print" or "keep" what was made here.
    """

    acted = Signal(object)
    looked_as = Signal(str)
    heard = Signal(object)
    paper_asked = Signal(str)

    def __init__(self, material: Material, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.material = material

    def show_view(self, view: Any) -> None:
        """Show how things are now; what has not changed is not drawn anew."""
        raise NotImplementedError

    def touch(self, action: Any) -> Touch | None:
        """The next touch on the way to an action from what is in sight; None if there is no way.

        Doing it, and asking again, ends in `acted` with this very action.
        """
        raise NotImplementedError

    def focus_first(self) -> None:
        """Give the keyboard to what a person would begin with."""
        raise NotImplementedError

    def put_in_order(self) -> None:
        """Have Tab go through what is in sight in the order of reading, where parts came later."""

    def remember(self) -> Any:
        """Where the person is (an open tab, a half-written text), for a page built anew."""
        return None

    def recall(self, memory: Any) -> None:
        """Go back to where `remember` was asked."""
