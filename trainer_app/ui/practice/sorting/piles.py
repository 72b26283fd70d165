"""The head of a pile: what it is for, and how much room is left on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.domain.blocks import Line, plain
from trainer_app.i18n import _, isolate
from trainer_app.ui.theme import Token, current, draw_icon
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel, start_box
from trainer_app.ui.widgets.lettering import Lettering
from trainer_app.ui.widgets.pictures import dim, draw_picture


class PileHead(DrawnButton):
    """Says what belongs on a pile; pressed while a card is lifted, the card comes here.

    Signals: `clicked`, `put_down()` at Escape.
    """

    fills = True
    put_down = Signal()

    def __init__(self, line: Line, picture: Path | None, parent: QWidget) -> None:
        super().__init__(plain(line), parent)
        self._path = picture
        self._words = Lettering(plain(line), "body", "bold", tight=True)
        self._left = Lettering("", "small", "semibold", tight=True)
        self._room: int | None = None
        self._open = False
        self.picture_px = 0

    def show_state(self, room: int | None, *, is_open: bool, said: str) -> None:
        """`room` left (None: without end); `is_open`: a lifted card can be put here."""
        if room != self._room:
            self._room = room
            self._left = Lettering(_room_words(room), "small", "semibold", tight=True)
        self._open = is_open
        self.setAccessibleDescription(said)
        self.update()

    def least(self) -> float:
        """The least width in pixels."""
        return self._words.longest_word() + 2 * current().space(10) + self._beside()

    def widths(self) -> tuple[float, float]:
        return self.least(), max(self.least(), current().space(200))

    def measure(self, width: float) -> float:
        inner = width - 2 * current().space(10) - self._beside()
        words = self._words.lay(inner) + (self._left.lay(inner) if self._room is not None else 0)
        return max(words, self.picture_px if self._path else 0) + 2 * current().space(8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_down.emit()
            return
        super().keyPressEvent(event)

    def _beside(self) -> int:
        return self.picture_px + current().space(10) if self._path else 0

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        if self._open:
            ground: Token = "mark" if self.raised else "primary_tint"
            round_px = theme.space(self.radius)
            edge = theme.colour("primary")
            panel(painter, box, round_px, theme.colour(ground), edge, theme.border)
        inner = box.adjusted(theme.space(10), theme.space(8), -theme.space(10), -theme.space(8))
        if self._path is not None:
            at, inner = start_box(inner, self.picture_px, theme.space(10))
            at = centred(at, self.picture_px, min(at.height(), self.picture_px))
            draw_picture(painter, self._path, at)
            dim(painter, at)
        if self._room is None:
            self._words.draw(painter, inner, theme.colour("ink"))
            return
        words, left = self._words.lay(inner.width()), self._left.lay(inner.width())
        group = centred(inner, inner.width(), words + left)
        top = QRectF(group.left(), group.top(), group.width(), words)
        self._words.draw(painter, top, theme.colour("ink"))
        foot = QRectF(group.left(), top.bottom(), group.width(), left)
        tone: Token = "warn" if self._room < 0 else "muted"
        if self._room < 0:
            at, foot = start_box(foot, theme.px(18), theme.space(6))
            draw_icon(painter, "triangle-alert", theme.hex(tone), centred(at, theme.px(18)))
        self._left.draw(painter, foot, theme.colour(tone))


def _room_words(room: int | None) -> str:
    if room is None:
        return ""
    if room < 0:
        return _("Too much by {number}").format(number=isolate(str(-room)))
    return _("Room left: {number}").format(number=isolate(str(room)))
