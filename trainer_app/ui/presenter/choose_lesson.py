"""Which lesson of a session to show, from its beginning or where it was stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.lessons import Lesson
from trainer_app.i18n import _, pgettext
from trainer_app.ui.heading import Heading, margins
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import FlowGrid, Scroller, TileButton


@dataclass(frozen=True, slots=True)
class Offered:
    """A lesson to show: `core` in its short form; `stopped` says where it was left, "" if not."""

    lesson: Lesson
    title: str
    core: bool = False
    stopped: str = ""


class ChooseLessonPage(Page):
    """The lessons of a session as tiles; one that was stopped stands first where it goes on.

    Signals: `chosen(str, bool)`: the lesson, and whether it goes on where it was stopped;
    `back_requested`.
    """

    guide = "present"

    chosen = Signal(str, bool)
    back_requested = Signal()

    def __init__(self, lessons: Sequence[Offered], back: str) -> None:
        super().__init__()
        self.title = pgettext("projector", "Present")
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        margins(column)
        heading = Heading(self.title, _("Which lesson do you show?"), back=back)
        heading.back_requested.connect(self.back_requested)
        column.addWidget(heading)
        grid = FlowGrid(260, most=4)
        for one in sorted(lessons, key=lambda each: not each.stopped):
            if one.stopped:
                words = _("Go on: {slide}").format(slide=one.stopped)
                grid.add(self._tile(one, words, goes_on=True))
            grid.add(self._tile(one, _("Short form") if one.core else _("From the beginning")))
        column.addWidget(grid)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroller(inside))

    def _tile(self, one: Offered, note: str, *, goes_on: bool = False) -> TileButton:
        lesson = one.lesson
        picture = lesson.image(lesson.tile)
        tile = TileButton(
            one.title, picture, lesson.hue, state="going" if goes_on else "new", note=note
        )
        tile.clicked.connect(partial(self.chosen.emit, lesson.id, goes_on))
        return tile
