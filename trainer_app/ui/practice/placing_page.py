"""Small tasks that show where somebody could start: no score, and always a kind way on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal

from trainer_app.domain.placement import Outcome, Placement
from trainer_app.domain.practice.placing import done_how, help_taken, passed_over
from trainer_app.domain.practice.playing import NextStage
from trainer_app.domain.practice.scenario import Practice
from trainer_app.ui.practice.around.guide import Guide
from trainer_app.ui.practice.around.placing_foot import PlacingFoot
from trainer_app.ui.practice.page import Memory, PracticePage


@dataclass(frozen=True, slots=True)
class Placed(Memory):
    """Where somebody is among the tasks, for a page built anew."""

    placement: Placement
    help_before: int


class PlacingPage(PracticePage):
    """One task after the other, until enough is known.

    Signals: those of PracticePage; placed(Placement) at the end.
    """

    placed = Signal(object)

    def __init__(self, practice: Practice, picture: Callable[[str], Path], *, back: str) -> None:
        self._placement = Placement()
        self._help_before = 0
        self._foot = PlacingFoot()
        super().__init__(practice, picture, back=back)
        self._foot.unknown_wanted.connect(self.not_known)

    def _guide(self) -> Guide | None:
        return self._foot

    def go_on(self) -> None:
        """To the next task, when this one is done."""
        if not self.playing.progress.finished:
            return
        how = done_how(self.playing, help_before=self._help_before)
        self._settle(how)

    def not_known(self) -> None:
        """Kindly on to the next task; this one is for another day."""
        self._settle("unknown")

    def _settle(self, how: Outcome) -> None:
        self._placement = self._placement.then(self.playing.stage.id, how)
        if self.playing.last or self._placement.enough:
            self.placed.emit(self._placement)
            return
        self._help_before = help_taken(self.playing)
        if how == "unknown":
            self._showing.end()
            self.playing = passed_over(self.playing)
            self._begin_stage()
            self._focus()
        else:
            self.act(NextStage())

    def remember(self) -> Placed:
        now = super().remember()
        return Placed(
            now.playing,
            now.screen,
            now.begun,
            now.met,
            now.mistake,
            now.time,
            self._placement,
            self._help_before,
        )

    def recall(self, memory: Memory) -> None:
        if isinstance(memory, Placed):
            self._placement, self._help_before = memory.placement, memory.help_before
        super().recall(memory)
