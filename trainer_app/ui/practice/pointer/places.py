"""Where things are dragged to, and the ground on which targets stand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _
from trainer_app.i18n.formats import listed
from trainer_app.ui.practice.pieces.casing import draw_casing
from trainer_app.ui.theme import Token, current
from trainer_app.ui.theme.tokens import RADIUS_LARGE
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel, start_box
from trainer_app.ui.widgets.lettering import Lettering
from trainer_app.ui.widgets.pictures import dim, draw_picture


class PlaceCard(DrawnButton):
    """A place: its picture and words above, room for what lies there below. Signals: `clicked`."""

    radius = RADIUS_LARGE
    fills = True

    def __init__(self, place_id: str, words: str, picture: Path | None, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.place_id = place_id
        self._path = picture
        self._words = Lettering(words, "body", "bold", tight=True)
        self.over = False

    def widths(self) -> tuple[float, float]:
        theme = current()
        least = self._words.longest_word() + 2 * theme.space(12) + self._picture_room()
        return least, max(least, theme.space(220))

    def measure(self, width: float) -> float:
        """The height of picture and words, without the room below."""
        theme = current()
        beside = self._beside(width)
        words = self._words.lay(width - 2 * theme.space(12) - beside)
        return max(words, beside) + 2 * theme.space(8)

    def room_below(self) -> QRect:
        """Where things lie, in its own pixels."""
        head = round(self.measure(self.width()))
        return QRect(0, head, self.width(), max(0, self.height() - head))

    def set_over(self, over: bool) -> None:
        """Whether something dragged is over it."""
        if over != self.over:
            self.over = over
            self.update()

    def say_lying(self, words: list[str]) -> None:
        """What lies there, for those who hear it."""
        self.setAccessibleDescription(listed(words) if words else _("empty"))

    def _picture_room(self) -> int:
        return current().space(56) if self._path else 0

    def _beside(self, width: float) -> int:
        """The room for the picture; none where it would cut a long word in two."""
        return self._picture_room() if width >= self.widths()[0] else 0

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        ground: Token = "mark" if self.over else "card"
        edge: Token = "primary" if self.over else "edge"
        round_px = theme.space(self.radius)
        panel(painter, box, round_px, theme.colour(ground), theme.colour(edge), theme.border)
        pad = theme.space(12)
        head = QRectF(box.left(), box.top(), box.width(), self.measure(box.width()))
        inner = head.adjusted(pad, theme.space(8), -pad, -theme.space(8))
        beside = self._beside(box.width())
        if self._path is not None and beside:
            side = beside - theme.space(8)
            at, inner = start_box(inner, side, theme.space(8))
            at = centred(at, side)
            draw_picture(painter, self._path, at)
            dim(painter, at)
        self._words.draw(painter, inner, theme.colour("ink"))


def draw_phone(painter: QPainter, outer: QRectF, screen: QRectF) -> None:
    """A phone's frame around its screen."""
    theme = current()
    draw_casing(painter, outer, theme.space(34))
    panel(painter, screen, theme.space(22), theme.colour("paper"))
    camera = QRectF(outer.center().x() - 4, outer.top() + 7, 8, 8)
    panel(painter, camera, 4, theme.colour("muted"))


def draw_page(painter: QPainter, box: QRectF, along: float, across: float) -> None:
    """Lines as on a page that is pushed `along` down and `across` to the right, in pixels."""
    theme = current()
    painter.save()
    painter.setClipRect(box)
    step, high = theme.space(56), theme.space(14)
    number = 0
    top = box.top() - step * 12 - along
    while top < box.bottom():
        share = (0.8, 0.65, 0.72, 0.5)[number % 4]
        left = box.left() + box.width() * 0.1 - across
        line = QRectF(left, top, box.width() * share, high)
        panel(painter, line, high / 2, theme.colour("key"))
        top += step
        number += 1
    painter.restore()
