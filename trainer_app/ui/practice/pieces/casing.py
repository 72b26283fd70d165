"""What pretend phones and computers are made of: one look for all, in every theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from trainer_app.ui.theme import current
from trainer_app.ui.widgets.drawn import panel


def draw_casing(painter: QPainter, box: QRectF, radius: float) -> None:
    """The body of a device, before its screen is drawn on it; sizes in pixels.

    Dark on a light page. In the other themes a line around it, for a bright body would glare.
    """
    theme = current()
    light = theme.name == "light"
    edge = None if light else theme.colour("edge")
    panel(painter, box, radius, theme.colour("ink" if light else "sunk"), edge, theme.border)
