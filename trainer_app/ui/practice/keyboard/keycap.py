"""One key of the on-screen keyboard, drawn like a key of a laptop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from trainer_app.ui.theme import Size, Token, current, draw_icon
from trainer_app.ui.theme.scripts import script_of_text
from trainer_app.ui.theme.tokens import RADIUS_SMALL
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_SIZES: tuple[Size, ...] = ("body", "small", "caption")


class Keycap(DrawnButton):
    """A key with a sign, or with an icon and a word; the word goes where room is short.

    It never takes the keyboard from a field by a click. A small second sign in the corner is what
    the key gives with Shift.
    Signals: `clicked`, `toggled`; `arrow(int)` a Qt.Key; `typed(str)` what the laptop's own keys
    type while this key has the focus.
    """

    radius = RADIUS_SMALL
    fills = True
    arrow = Signal(int)
    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._face, self._corner, self._icon = "", "", ""
        self._lit = self._worded = False
        self.act: Callable[[], None] | None = None
        self.clicked.connect(self._clicked)

    def show_sign(self, face: str, name: str, *, corner: str = "", lit: bool = False) -> None:
        """Be a key that types; `lit`: it waits for a letter."""
        self._show(face, "", name, corner, lit)

    def show_word(self, icon: str, word: str, *, lit: bool = False, worded: bool = False) -> None:
        """Be a key that does something; `lit`: it is on; `worded`: the word outlasts the icon."""
        self._worded = worded
        self._show(word, icon, word, "", lit)

    def _show(self, face: str, icon: str, name: str, corner: str, lit: bool) -> None:
        wanted = (face, icon, corner, lit)
        if wanted == (self._face, self._icon, self._corner, self._lit):
            return
        self._face, self._icon, self._corner, self._lit = wanted
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(name)
        self.update()

    def _clicked(self) -> None:
        if self.act is not None:
            self.act()

    def widths(self) -> tuple[float, float]:
        return (float(current().target),) * 2

    def measure(self, _width: float) -> float:
        return float(current().target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            self.arrow.emit(event.key())
        elif event.key() == Qt.Key.Key_Backspace:
            self.typed.emit("\b")
        elif event.text() > " " and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        # Brackets turn round in a script from the right; keys show what will be seen.
        painter.setLayoutDirection(self.layoutDirection())
        ground: Token = "primary_tint" if self._lit else "card"
        if self.raised or self.isDown():
            ground = "mark"
        edge: Token = "primary" if self._lit else "edge"
        width = theme.border if self._lit else 1.4
        panel(
            painter,
            box,
            theme.space(self.radius),
            theme.colour(ground),
            theme.colour(edge),
            width,
        )
        inner = box.adjusted(4, 3, -4, -3)
        if self._icon:
            self._draw_word(painter, inner)
            return
        ink = theme.colour("ink")
        if self._corner and theme.scale <= 1.5:
            at = QRectF(inner.right() - inner.width() * 0.4, inner.top(), inner.width() * 0.4, 18)
            _draw_sign(painter, self._corner, theme.font("caption"), theme.colour("muted"), at)
            inner = inner.adjusted(0, inner.height() * 0.22, -inner.width() * 0.24, 0)
        _draw_sign(painter, self._face, theme.font("large", "semibold"), ink, inner)

    def _draw_word(self, painter: QPainter, inner: QRectF) -> None:
        theme = current()
        mark = min(float(theme.px(22)), inner.height() - 4, inner.width() - 4)
        gap = theme.space(6)
        painter.setPen(theme.colour("ink"))
        for size in _SIZES:
            font = theme.font(size, "semibold")
            words = QFontMetricsF(font).horizontalAdvance(self._face) + 2
            high = theme.text_px(size) * 1.4
            painter.setFont(font)
            if high > inner.height() * 1.25:
                continue
            if words + gap + mark <= inner.width():
                group = centred(inner, words + gap + mark, inner.height())
                at, rest = _cut(group, mark, gap)
            elif words <= inner.width() and high + mark <= inner.height():
                group = centred(inner, inner.width(), high + mark)
                at = QRectF(group.left(), group.top(), group.width(), mark)
                rest = group.adjusted(0, mark, 0, 0)
            elif words <= inner.width() and self._worded:
                at, rest = QRectF(), inner
            else:
                continue
            if not at.isEmpty():
                draw_icon(painter, self._icon, theme.hex("ink"), centred(at, mark))
            painter.drawText(rest, Qt.AlignmentFlag.AlignCenter, self._face)
            return
        draw_icon(painter, self._icon, theme.hex("ink"), centred(inner, mark))


def _ink(sign: str, font: QFont) -> QRectF:
    """Where a sign has ink. Asked for it, a font leaves out the dots that it sets on letters."""
    outline = QPainterPath()
    outline.addText(0, 0, font, sign)
    return outline.boundingRect()


def _draw_sign(painter: QPainter, sign: str, font: QFont, ink: QColor, box: QRectF) -> None:
    """A sign as large as fits. Letters of Arabic, deep and wide, have their ink in the middle."""
    metrics = QFontMetricsF(font)
    ink_box, deep = _ink(sign, font), script_of_text(sign) == "arabic"
    needed = ink_box.height() if deep else metrics.capHeight() + 2 * metrics.descent() * 0.8
    share = max(ink_box.width() / max(1, box.width()), needed / max(1, box.height()))
    if share > 1:
        font.setPixelSize(max(8, int(font.pixelSize() / share)))
        metrics = QFontMetricsF(font)
        ink_box = _ink(sign, font)
    top, tall = ink_box.top(), ink_box.height()
    if not deep:
        # A comma or a quote keeps its height on the line.
        top, tall = -metrics.capHeight(), metrics.capHeight()
    at = box.center() - QPointF(ink_box.left() + ink_box.width() / 2, top + tall / 2)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(at, sign)


def _cut(group: QRectF, mark: float, gap: float) -> tuple[QRectF, QRectF]:
    """The icon's place and the word's: keys lie the same way in every language."""
    at = QRectF(group.left(), group.top(), mark, group.height())
    return at, group.adjusted(mark + gap, 0, 0, 0)
