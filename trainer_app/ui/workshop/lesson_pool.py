"""All lessons as small tiles to pick from, with a line to find them by."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.letters import holds
from trainer_app.i18n import _, current
from trainer_app.ui.heading import is_roomy
from trainer_app.ui.theme import HUES, draw_icon
from trainer_app.ui.theme import current as look
from trainer_app.ui.widgets import FlowGrid, Scroller, SearchField, Text
from trainer_app.ui.widgets.drawn import DrawnButton, centred, end_box, panel, rounded, start_box
from trainer_app.ui.widgets.lettering import Lettering, Marked
from trainer_app.ui.widgets.pictures import dim, draw_picture
from trainer_app.ui.workshop.lesson_words import own_words
from trainer_app.ui.workshop.path_words import lesson_titles, minutes_said

_HIGH = 410
"""How much of the tiles is in sight beside the order, in design pixels."""


class LessonTile(DrawnButton):
    """A lesson to pick, with its picture small; a tick says that it is. Signals: `clicked`."""

    fills = True

    def __init__(self, title: str, note: str, picture: Path, hue: str) -> None:
        super().__init__(title)
        self.setCheckable(True)
        self._picture, self._tint = picture, HUES[hue].tint
        theme = look()
        words = f"{title}\n{note}"
        small = Marked(len(title), len(words), theme.font("small"), theme.colour("muted"))
        self._words = Lettering(words, "body", "semibold", marked=[small], tight=True)
        self.setAccessibleDescription(note)

    def words_shown(self) -> Lettering:
        return self._words

    def _sides(self) -> tuple[int, int, int, int]:
        """The padding, the width of the picture, that of the tick, and the gap between."""
        theme = look()
        return theme.space(8), theme.space(72), theme.px(22), theme.space(10)

    def widths(self) -> tuple[float, float]:
        pad, picture, tick, gap = self._sides()
        beside = 2 * pad + picture + tick + 2 * gap
        return self._words.longest_word() + beside, look().px(300) + beside

    def measure(self, width: float) -> float:
        pad, picture, tick, gap = self._sides()
        words = self._words.lay(width - 2 * pad - picture - tick - 2 * gap)
        return max(words, look().space(48)) + 2 * pad

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = look()
        pad, wide, mark, gap = self._sides()
        on = self.isChecked()
        radius = theme.space(self.radius)
        ground = theme.colour("primary_tint" if on else "sunk" if self.raised else "card")
        edge = theme.colour("primary" if on else "edge")
        panel(painter, box, radius, ground, edge, theme.border)
        at, rest = start_box(box.adjusted(pad, pad, -pad, -pad), wide, gap)
        frame = centred(at, wide, min(at.height(), theme.space(48)))
        painter.save()
        painter.setClipPath(rounded(frame, theme.space(6)))
        painter.fillRect(frame, QColor(self._tint))
        draw_picture(painter, self._picture, frame)
        dim(painter, frame)
        painter.restore()
        sign, words = end_box(rest, mark, gap)
        name = "check" if on else "plus"
        draw_icon(painter, name, theme.hex("primary" if on else "muted"), centred(sign, mark))
        self._words.draw(painter, words, theme.colour("ink"))


class LessonPool(QWidget):
    """The lessons of this laptop by number. Signals: `toggled(str)` with the lesson's id."""

    toggled = Signal(str)

    def __init__(self, library: LessonLibrary) -> None:
        super().__init__()
        titles = lesson_titles(library, current().code)
        self.search = SearchField(_("Find a lesson"))
        self.search.changed.connect(lambda _text: self._find())
        self._nothing = Text(_("No lesson is called that."), "body", colour="muted")
        self._nothing.hide()
        self.tiles: dict[str, LessonTile] = {}
        grid = FlowGrid(270, 8)
        for lesson in library.lessons:
            tile = self._tile(lesson, titles[lesson.id])
            self.tiles[lesson.id] = tile
            grid.add(tile)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().space(8))
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        if not is_roomy():
            column.addWidget(grid)
            return
        # Beside the order, which stays in sight while one looks for the next lesson.
        inside = Scroller()
        inside.add(grid)
        inside.setFixedHeight(look().space(_HIGH))
        column.addWidget(inside)
        column.addStretch(1)

    def _tile(self, lesson: Lesson, title: str) -> LessonTile:
        note = minutes_said(lesson.minutes)
        if lesson.own is not None:
            note = f"{note} · {own_words(lesson.own)}"
        tile = LessonTile(title, note, lesson.image(lesson.tile), lesson.hue)
        tile.clicked.connect(lambda: self.toggled.emit(lesson.id))
        return tile

    def show_picked(self, lessons: Collection[str]) -> None:
        """Tick these lessons and no other."""
        for id, tile in self.tiles.items():
            tile.setChecked(id in lessons)

    def _find(self) -> None:
        wanted = self.search.value()
        fitting = 0
        for tile in self.tiles.values():
            fits = holds(tile.accessibleName(), wanted)
            tile.setVisible(fits)
            fitting += fits
        self._nothing.setVisible(not fitting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the search picks the lesson if it is the only one left."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            left = [id for id, tile in self.tiles.items() if not tile.isHidden()]
            if self.search.value() and len(left) == 1:
                self.toggled.emit(left[0])
            return
        super().keyPressEvent(event)
