"""How a target moves by itself: straight on, turning back at the edges."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect

FRAME_MS = 30


class Drift:
    """How far a target has moved from its spot, and where it is heading."""

    def __init__(self) -> None:
        self.shift = QPointF()
        self._heading = QPointF(0.8, 0.6)

    def begin(self) -> None:
        """Stand at the spot again."""
        self.shift = QPointF()

    def step(self, box: QRect, free: QRect, speed: float) -> None:
        """One frame on, at a speed in pixels a second, for a target at `box` within `free`."""
        far = speed * FRAME_MS / 1000
        if box.left() < free.left() or box.right() > free.right():
            inwards = 1 if box.left() < free.left() else -1
            self._heading.setX(abs(self._heading.x()) * inwards)
        if box.top() < free.top() or box.bottom() > free.bottom():
            inwards = 1 if box.top() < free.top() else -1
            self._heading.setY(abs(self._heading.y()) * inwards)
        self.shift += self._heading * far
