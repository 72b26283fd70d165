"""A lesson as a tile: its picture, its title, and how far the person is."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from trainer_app.ui.theme import HUES, HueName, current, draw_icon
from trainer_app.ui.theme.tokens import MOTION_MS, RADIUS_LARGE
from trainer_app.ui.widgets.drawn import DrawnButton, centred, end_box, panel, rounded
from trainer_app.ui.widgets.lettering import Lettering, Marked
from trainer_app.ui.widgets.pictures import dim, draw_picture

TileState = Literal["new", "going", "practised", "done"]
_LIFT = 4


class TileButton(DrawnButton):
    """A lesson to open. `done` of `parts` is drawn as a ring while it is going on.

    `state_said` is the state in words, read by a screen reader after the title; `note` stands small
    under the title.
    Signals: `clicked`.
    """

    radius = RADIUS_LARGE
    fills = True

    def __init__(
        self,
        title: str,
        picture: Path | None,
        hue: HueName | str = "teal",
        *,
        state: TileState = "new",
        done: int = 0,
        parts: int = 1,
        state_said: str = "",
        note: str = "",
        picture_height: int = 104,
        parent: QWidget | None = None,
    ) -> None:
        words = f"{title}\n{note}" if note else title
        super().__init__(words, parent)
        self._picture, self._hue = picture, HUES[hue]
        self._state: TileState = state
        self._share = done / max(1, parts)
        self._high = current().space(picture_height)
        theme = current()
        small = Marked(len(title), len(words), theme.font("small"), theme.colour("muted"))
        marked = [small] if note else []
        self._title = Lettering(words, "body", "semibold", marked=marked, tight=True)
        self.setAccessibleDescription(state_said)
        self._lift = 0.0
        self._motion = QVariantAnimation(self, duration=MOTION_MS)
        self._motion.valueChanged.connect(self._lifted)

    def widths(self) -> tuple[float, float]:
        theme = current()
        least = self._title.longest_word() + self._badge() + theme.space(16 * 2 + 8 + 4)
        return max(least, theme.space(180)), max(least, theme.px(300))

    def words_shown(self) -> Lettering:
        return self._title

    def _badge(self) -> int:
        return current().px(36)

    def _title_width(self, width: float) -> float:
        theme = current()
        return width - self._badge() - 2 * theme.space(16) + theme.space(4) - theme.space(10)

    def measure(self, width: float) -> float:
        theme = current()
        words = self._title.lay(self._title_width(width))
        return self._high + max(words, self._badge()) + 2 * theme.space(10) + 2 * _LIFT

    def _lifted(self, value: float) -> None:
        self._lift = value
        self.update()

    def _move(self, to: float) -> None:
        if not current().motion:
            return
        self._motion.stop()
        self._motion.setStartValue(self._lift)
        self._motion.setEndValue(to)
        self._motion.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._move(float(_LIFT))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._move(0.0)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        radius = theme.space(self.radius)
        body = box.adjusted(0, _LIFT - self._lift, 0, -_LIFT - self._lift)
        shadow = QColor(theme.hex("ink"))
        shadow.setAlpha(20 if theme.name == "light" else 0)
        panel(painter, body.adjusted(1, 3 + self._lift, -1, 3 + self._lift), radius, shadow)
        edge = theme.colour("primary" if self.raised else "line")
        panel(painter, body, radius, theme.colour("card"))
        top = QRectF(body.left(), body.top(), body.width(), body.height() - self._words(body))
        painter.save()
        painter.setClipPath(rounded(body, radius))
        painter.fillRect(top, QColor(self._hue.tint))
        if self._picture is not None:
            inset = theme.space(4)
            draw_picture(painter, self._picture, top.adjusted(0, inset, 0, -inset))
        dim(painter, top)
        painter.restore()
        panel(painter, body, radius, None, edge, 2 if theme.name == "contrast" else 1.5)
        words = QRectF(body.left(), top.bottom(), body.width(), body.bottom() - top.bottom())
        inner = words.adjusted(theme.space(16), 0, -theme.space(16), 0)
        if theme.rtl:
            inner.adjust(-theme.space(4), 0, 0, 0)
        else:
            inner.adjust(0, 0, theme.space(4), 0)
        badge, at = end_box(inner, self._badge(), theme.space(10))
        self._title.draw(painter, at, theme.colour("ink"))
        self._draw_badge(painter, centred(badge, self._badge()))

    def _words(self, body: QRectF) -> float:
        theme = current()
        high = max(self._title.lay(self._title_width(body.width())), self._badge())
        return high + 2 * theme.space(10)

    def _draw_badge(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        mark = box.width() * 0.55
        painter.setPen(Qt.PenStyle.NoPen)
        if self._state == "done":
            painter.setBrush(theme.colour("ok"))
            painter.drawEllipse(box)
            draw_icon(painter, "check", theme.hex("card"), centred(box, mark))
            return
        if self._state == "new":
            painter.setBrush(theme.colour("sunk"))
            painter.drawEllipse(box)
            draw_icon(painter, "play", theme.hex("muted"), centred(box, mark))
            return
        width = box.width() / 8
        track = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("line"), width))
        painter.drawEllipse(track)
        pen = QPen(theme.colour("primary"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        # A clock runs the same way round in every script.
        painter.drawArc(track, 90 * 16, -round(360 * 16 * max(0.04, self._share)))
        sign = "target" if self._state == "practised" else "play"
        draw_icon(painter, sign, theme.hex("primary"), centred(box, mark * 0.8))
