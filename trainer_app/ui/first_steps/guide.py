"""The first steps as a small picture that moves, or stands still for who wants no motion."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QTimer
from PySide6.QtGui import QEnterEvent, QFocusEvent, QHideEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _
from trainer_app.ui.first_steps.hand_drawing import draw_hand
from trainer_app.ui.first_steps.screen_drawing import draw_laptop
from trainer_app.ui.first_steps.story import (
    FACES,
    FRAME_MS,
    FRAMES,
    SCENES,
    WAYS,
    Way,
    last,
    moment,
)
from trainer_app.ui.theme import current, draw_icon
from trainer_app.ui.theme.tokens import RADIUS_LARGE
from trainer_app.ui.widgets.drawn import DrawnButton, centred, end_box, panel, start_box

_SHAPE = 0.52
"""Height by width."""
_LOOPS = 30
"""Then it rests until somebody comes: a laptop may stand open all evening."""


class FirstSteps(DrawnButton):
    """Shows how to sign in and begin, each loop by another way: mouse, touchpad, keys.

    A press lets it pause or go on; where there is no motion it shows the next way. `most` is the
    greatest width in design pixels. Signals: `clicked`.
    """

    radius = RADIUS_LARGE
    fills = True

    def __init__(self, most: int = 420, parent: QWidget | None = None) -> None:
        super().__init__(first_steps_name(), parent)
        said = _(
            "Point at your face and press. Then press your three pictures. Then press a lesson. "
            "You can use the mouse, the touchpad, or the keys Tab and Space."
        )
        self.setAccessibleDescription(said)
        self._most = current().px(most)
        self.setMaximumWidth(self._most)
        self._frame = 0
        self.paused = False
        self._motion = QTimer(self, interval=FRAME_MS)
        self._motion.timeout.connect(self._turn)
        self.clicked.connect(self._pressed)

    @property
    def moves(self) -> bool:
        """Whether it wakes the laptop now to draw the next frame."""
        return self._motion.isActive()

    @property
    def way(self) -> Way:
        """By what it is worked now."""
        return WAYS[self._frame // FRAMES % len(WAYS)]

    def widths(self) -> tuple[float, float]:
        return current().px(160), self._most

    def measure(self, width: float) -> float:
        return min(width, self._most) * _SHAPE

    def _pressed(self) -> None:
        if not current().motion:
            self._frame += FRAMES
        else:
            self.paused = not self.paused
            self._go()
        self.update()

    def _go(self) -> None:
        if self.isVisible() and current().motion and not self.paused:
            self._motion.start()
        else:
            self._motion.stop()

    def _turn(self) -> None:
        self._frame += 1
        if self._frame % (FRAMES * _LOOPS) == 0:
            self._motion.stop()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go()

    def hideEvent(self, event: QHideEvent) -> None:
        self._motion.stop()
        super().hideEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._go()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._go()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._go()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        edge = theme.colour("primary" if self.raised else "line")
        panel(painter, box, theme.space(self.radius), theme.colour("card"), edge, theme.border)
        wide = min(box.width(), self._most, box.height() / _SHAPE)
        whole = centred(box, wide, wide * _SHAPE)
        pad = wide * 0.035
        inside = whole.adjusted(pad, pad, -pad, -pad)
        if theme.motion:
            self._draw_moving(painter, inside)
        else:
            self._draw_still(painter, inside)
        self._draw_sign(painter, box)

    def _draw_moving(self, painter: QPainter, box: QRectF) -> None:
        screen, hand = start_box(box, box.width() * 0.66, box.width() * 0.03)
        shown = moment(self._frame)
        draw_laptop(painter, screen, shown, self.way)
        draw_hand(painter, hand, shown, self.way)

    def _draw_still(self, painter: QPainter, box: QRectF) -> None:
        """The ends of the three scenes in a row, and the hand beside the last."""
        gap = box.width() * 0.02
        rest, cells = box, []
        for _scene in SCENES:
            cell, rest = start_box(rest, (box.width() - 3 * gap) / 4, gap)
            cells.append(cell)
        for scene, cell in zip(SCENES, cells, strict=True):
            screen = centred(cell, cell.width(), cell.width() * 0.8)
            draw_laptop(painter, screen, last(scene), self.way)
        draw_hand(painter, rest, moment(FACES.moving), self.way)

    def _draw_sign(self, painter: QPainter, box: QRectF) -> None:
        """What a press does now."""
        theme = current()
        side, away = theme.px(26), theme.space(8)
        low = QRectF(box.left() + away, box.bottom() - away - side, box.width() - 2 * away, side)
        corner, _rest = end_box(low, side, 0)
        name = "chevron-right" if not theme.motion else "play" if self.paused else "pause"
        panel(painter, corner, side / 2, theme.colour("primary_tint"))
        draw_icon(painter, name, theme.hex("primary_strong"), centred(corner, side * 0.62))


def first_steps_name() -> str:
    """What the first steps are called, on them and on the buttons that lead to them."""
    return _("How it works")
