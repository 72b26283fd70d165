"""Free play: the pretend network without a task, for one person or on the projector."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from trainer_app.domain.practice import free
from trainer_app.domain.practice.scenario import Practice
from trainer_app.ui.practice.around.free_tools import FreeTools
from trainer_app.ui.practice.around.guide import Guide
from trainer_app.ui.practice.page import Memory, PracticePage


class FreePage(PracticePage):
    """Open as long as one likes. With `for_class` the letters can be made larger.

    Signals: those of PracticePage; `larger_requested` (the next text size).
    """

    larger_requested = Signal()

    def __init__(
        self,
        practice: Practice,
        picture: Callable[[str], Path],
        *,
        back: str,
        for_class: bool = False,
    ) -> None:
        self._tools = FreeTools(larger=for_class)
        super().__init__(practice, picture, back=back)
        self._tools.shape_wanted.connect(self._take_shape)
        self._tools.larger_wanted.connect(self.larger_requested)
        self._tools.show_shape(free.shape_of(self.playing))

    def _guide(self) -> Guide | None:
        return self._tools

    def _take_shape(self, shape: str) -> None:
        """The same network in another shape; what was done there stands."""
        if self.playing.stopped:
            shape = free.shape_of(self.playing)
        self._tools.show_shape(shape)
        if shape == free.shape_of(self.playing):
            return
        begun, self.playing = self._begun, free.in_shape(self.playing, shape)
        self._practice = self.playing.practice
        self._begin_stage()
        if begun:
            self.start()

    def recall(self, memory: Memory) -> None:
        shape = free.shape_of(memory.playing)
        fresh = free.in_shape(self.playing, shape)
        self.playing, self._practice = fresh, fresh.practice
        self._tools.show_shape(shape)
        super().recall(memory)
