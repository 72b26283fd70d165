"""What lies on the table of a sorting stage: cards, heads of piles, and places between cards."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app.domain.blocks import Line, plain
from trainer_app.i18n import _
from trainer_app.i18n.formats import figures
from trainer_app.ui.theme import Token, current, draw_icon
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel, start_box
from trainer_app.ui.widgets.lettering import Lettering, marked_spans
from trainer_app.ui.widgets.pictures import dim, draw_picture, picture_size

Shape = Literal["tall", "wide"]


class SortCard(DrawnButton):
    """A card to lift. `shape` and `picture_px` say how the picture stands by the words.

    Signals: `clicked`; `dragged(QPoint)` at each move and `dropped(QPoint)` at its end, both where
    the pointer is on the screen; `put_down()` at Escape.
    """

    fills = True
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    put_down = Signal()

    def __init__(self, card_id: str, line: Line, picture: Path | None, parent: QWidget) -> None:
        words = plain(line)
        super().__init__(words, parent)
        self.card_id = card_id
        self._path = picture
        self._lettering = Lettering(
            words, "body", "semibold", marked=marked_spans(line, "body", "semibold"), tight=True
        )
        self._again = Lettering(_("Look again"), "small", "semibold", tight=True)
        self.shape: Shape = "tall"
        self.picture_px = 0
        self.lifted = self.to_mend = False
        self.place = 0
        self._press: QPoint | None = None
        self._dragging = False

    def show_state(self, *, lifted: bool, to_mend: bool, place: int, said: str) -> None:
        """How it lies: `place` counts from 1 in a row, 0 where there is no order."""
        if (lifted, to_mend, place) != (self.lifted, self.to_mend, self.place):
            self.lifted, self.to_mend, self.place = lifted, to_mend, place
            self.update()
        self.setAccessibleDescription(said)

    def set_shape(self, shape: Shape, picture_px: int) -> None:
        """Where the picture stands, and how high it is at most, in pixels."""
        if (shape, picture_px) != (self.shape, self.picture_px):
            self.shape, self.picture_px = shape, picture_px
            self.update()

    def widths(self) -> tuple[float, float]:
        theme = current()
        least = self._lettering.longest_word() + 2 * theme.space(12)
        return least, max(least, theme.space(220))

    def least(self, shape: Shape, picture_px: int) -> float:
        """The least width in pixels for a shape."""
        theme = current()
        words = max(self._lettering.longest_word(), self._sign_width()) + 2 * theme.space(10)
        if not self._path:
            return words
        wide = self._picture_width(picture_px)
        if shape == "tall":
            return max(words, wide + 2 * theme.space(10))
        return words + wide + theme.space(10)

    def measure(self, width: float) -> float:
        """The height that its words and its picture need."""
        theme = current()
        pad, gap = theme.space(10), theme.space(8)
        inner = width - 2 * pad - self._number()
        if self._path and self.shape == "wide":
            inner -= self._picture_width(self.picture_px) + theme.space(10)
        words = self._lettering.lay(inner) + self._sign_height()
        if not self._path:
            return words + 2 * pad
        if self.shape == "wide":
            return max(words, self.picture_px) + 2 * gap
        return words + self.picture_px + gap + 2 * gap

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._press is None:
            return
        far = (at - self._press).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._dragging:
            self._dragging = True
            self.setDown(False)
            self.raise_()
        if self._dragging:
            self.move(self.pos() + at - self._press)
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._press = None
        if self._dragging:
            self._dragging = False
            self.dropped.emit(event.globalPosition().toPoint())
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.lifted:
            self.put_down.emit()
            return
        super().keyPressEvent(event)

    def _picture_width(self, high: int) -> int:
        """Pictures are shown whole, square ones and wide ones alike."""
        if self._path is None:
            return 0
        size = picture_size(self._path)
        return round(min(1.6, size.width() / max(1.0, size.height())) * high)

    def _number(self) -> int:
        """The room for the place in a row, at the side where reading starts."""
        return current().px(24) if self.place else 0

    def _sign_width(self) -> float:
        return self._again.natural_width() + current().px(20) + current().space(6)

    def _sign_height(self) -> int:
        return self._again.pitch + current().space(4) if self.to_mend else 0

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        ground: Token = "warn_tint" if self.to_mend else "card"
        edge: Token = "warn" if self.to_mend else "edge"
        if self.lifted:
            ground, edge = "primary_tint", "primary"
        elif self.raised or self._dragging:
            ground = "mark"
        width = theme.border + 1 if self.lifted or self.to_mend else theme.border
        round_px = theme.space(self.radius)
        panel(painter, box, round_px, theme.colour(ground), theme.colour(edge), width)
        inner = box.adjusted(theme.space(10), theme.space(8), -theme.space(10), -theme.space(8))
        if self.place:
            self._draw_place(painter, box)
            _, inner = start_box(inner, self._number(), 0)
        if self._path is not None:
            inner = self._draw_picture(painter, self._path, inner)
        if self.to_mend:
            inner = self._draw_sign(painter, inner)
        centre = self._path is None or self.shape == "tall"
        ink = theme.colour("ink")
        self._lettering.draw(painter, inner, ink, "center" if centre else "start")

    def _draw_picture(self, painter: QPainter, path: Path, inner: QRectF) -> QRectF:
        """The picture; gives back the room that is left for words."""
        theme = current()
        if self.shape == "wide":
            at, rest = start_box(inner, self._picture_width(self.picture_px), theme.space(10))
            at = centred(at, at.width(), min(at.height(), self.picture_px))
        else:
            at = QRectF(inner.left(), inner.top(), inner.width(), self.picture_px)
            rest = inner.adjusted(0, self.picture_px + theme.space(8), 0, 0)
        draw_picture(painter, path, at)
        dim(painter, at)
        return rest

    def _draw_sign(self, painter: QPainter, inner: QRectF) -> QRectF:
        theme = current()
        high, mark = self._again.pitch, theme.px(20)
        foot = QRectF(inner.left(), inner.bottom() - high, inner.width(), high)
        if self._path is None or self.shape == "tall":
            foot = centred(foot, min(foot.width(), self._sign_width()), high)
        at, rest = start_box(foot, mark, theme.space(6))
        draw_icon(painter, "eye", theme.hex("warn"), centred(at, mark))
        self._again.draw(painter, rest, theme.colour("warn"))
        return inner.adjusted(0, 0, 0, -self._sign_height())

    def _draw_place(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        side = theme.px(26)
        at, _rest = start_box(box, side, 0)
        disc = QRectF(at.left(), box.top(), side, side)
        panel(painter, disc, side / 2, theme.colour("primary"))
        painter.setFont(theme.font("caption", "bold"))
        painter.setPen(theme.colour("on_primary"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, figures(str(self.place)))


class PlaceButton(DrawnButton):
    """Somewhere to put the lifted card: the head of a pile, a place in a row, the hand.

    Signals: `clicked`, `put_down()` at Escape.
    """

    fills = True
    put_down = Signal()

    def __init__(self, words: str, icon: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._icon = icon
        self._lettering = Lettering(words, "small", "semibold", tight=True)

    def widths(self) -> tuple[float, float]:
        theme = current()
        words = self._lettering.longest_word() + theme.px(22) + 3 * theme.space(8)
        return words, max(words, self._lettering.natural_width() + theme.px(48))

    def measure(self, width: float) -> float:
        theme = current()
        inner = width - theme.px(22) - 3 * theme.space(8)
        return self._lettering.lay(inner) + 2 * theme.space(6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_down.emit()
            return
        super().keyPressEvent(event)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        ground: Token = "primary_tint" if self.raised or self.hasFocus() else "card"
        panel(painter, box, theme.space(self.radius), theme.colour(ground))
        pen = painter.pen()
        pen.setColor(theme.colour("primary"))
        pen.setWidth(theme.border)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = theme.border / 2
        round_px = theme.space(self.radius)
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), round_px, round_px)
        mark, gap = theme.px(22), theme.space(8)
        words = min(self._lettering.natural_width(), box.width() - mark - 3 * gap)
        group = centred(box, words + mark + gap, box.height())
        at, rest = start_box(group, mark, gap)
        draw_icon(painter, self._icon, theme.hex("primary"), centred(at, mark))
        self._lettering.draw(painter, rest, theme.colour("primary"))
