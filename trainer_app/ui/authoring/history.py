"""What was done to a lesson in the making, to be taken back and done again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trainer_app.domain.drafts import Draft

Section = Literal["about", "page", "question", "card", "words", "plan", "mend"]

MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a lesson one is; `id` is that of the page or question, else "".

    `field` is the name of a field there, or "" for the first.
    """

    section: Section
    id: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    draft: Draft
    place: Place


class History:
    """The draft of now, and those before and after it."""

    def __init__(self, draft: Draft) -> None:
        self.now = draft
        self._before: list[_Step] = []
        self._after: list[_Step] = []
        self._typing: Place | None = None

    def edit(self, draft: Draft, place: Place) -> None:
        """Go on with another draft. Letters typed into one field are one step together."""
        if draft == self.now:
            return
        if not place.field or place != self._typing:
            self._before.append(_Step(self.now, place))
            del self._before[:-MOST_STEPS]
        self._typing = place if place.field else None
        self._after.clear()
        self.now = draft

    def rest(self) -> None:
        """What is typed after a pause can be taken back by itself."""
        self._typing = None

    def tidy(self, typed: Draft, tidied: Draft) -> None:
        """What was typed came back tidied; that is no step of the person's own."""
        if self.now == typed:
            self.now = tidied

    def undo(self) -> Place | None:
        """Go back one step, and say where that was; None where there is none."""
        return self._go(self._before, self._after)

    def redo(self) -> Place | None:
        """Do again what was taken back last."""
        return self._go(self._after, self._before)

    @property
    def can_undo(self) -> bool:
        """Whether anything can be taken back."""
        return any(step.draft != self.now for step in self._before)

    @property
    def can_redo(self) -> bool:
        """Whether anything was taken back."""
        return bool(self._after)

    def _go(self, steps: list[_Step], back: list[_Step]) -> Place | None:
        self._typing = None
        while steps:
            step = steps.pop()
            # A field's own undo may have been there already.
            if step.draft != self.now:
                back.append(_Step(self.now, step.place))
                self.now = step.draft
                return step.place
        return None
