"""Faces of pretend people, with a letter for whom there is no picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trainer_app.ui.practice.pieces.faces import draw_face
from trainer_app.ui.theme import HUES, Token, current, draw_icon
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel, start_box
from trainer_app.ui.widgets.lettering import Lettering

_HUES = tuple(HUES.values())


def draw_round(
    painter: QPainter, path: Path | None, name: str, box: QRectF, stand_in: str = ""
) -> None:
    """Draw somebody into a circle: the picture, an icon that stands in, or the first letter."""
    side = min(box.width(), box.height())
    at = centred(box, side)
    if path is not None:
        draw_face(painter, at, path)
        return
    hue = _HUES[sum(map(ord, name)) % len(_HUES)]
    panel(painter, at, side / 2, QColor(hue.tint))
    if stand_in:
        draw_icon(painter, stand_in, hue.deep, centred(at, side * 0.56))
        return
    letter = next((sign for sign in name if sign.isalnum()), "")
    font = current().font("body", "bold")
    font.setPixelSize(max(8, round(side * 0.46)))
    painter.setFont(font)
    painter.setPen(QColor(hue.deep))
    painter.drawText(at, Qt.AlignmentFlag.AlignCenter, letter.upper())


class Face(QWidget):
    """Somebody's picture in a circle; `size` in design pixels. Read as the name. Signals: none."""

    def __init__(self, path: Path | None, name: str, size: int = 48) -> None:
        super().__init__()
        self._path, self._name = path, name
        self.setAccessibleName(name)
        side = current().px(size)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        draw_round(painter, self._path, self._name, QRectF(self.rect()))


class PersonButton(DrawnButton):
    """Face, name and a short note, to be pressed as a whole; `sign` is an icon at its end.

    `stand_in` is an icon in the place of a picture that there is not. Signals: `clicked`.
    """

    def __init__(
        self,
        path: Path | None,
        name: str,
        note: str = "",
        *,
        note_icon: str = "",
        sign: str = "",
        boxed: bool = False,
        size: int = 48,
        stand_in: str = "",
    ) -> None:
        super().__init__(name)
        self._path, self._sign, self._boxed, self._note_icon = path, sign, boxed, note_icon
        self._side = current().px(size)
        self._who, self._stand_in = name, stand_in
        self._name = Lettering(name, "body", "bold", tight=True)
        self._note = Lettering(note, "small", tight=True) if note else None
        if note:
            self.setAccessibleDescription(note)

    def _insides(self) -> tuple[int, int, int]:
        """Padding, the room of the face, the room of the sign."""
        theme = current()
        pad = theme.space(12) if self._boxed else theme.space(4)
        return pad, self._side + theme.space(12), theme.px(30) if self._sign else 0

    def widths(self) -> tuple[float, float]:
        pad, face, sign = self._insides()
        least = self._name.longest_word()
        best = self._name.natural_width()
        if self._note:
            mark = current().px(24) if self._note_icon else 0
            least = max(least, self._note.longest_word() + mark)
            best = max(best, self._note.natural_width() + mark)
        room = face + sign + 2 * pad
        return least + room, min(best, current().px(480)) + room

    def measure(self, width: float) -> float:
        pad, face, sign = self._insides()
        inner = width - 2 * pad - face - sign
        words = self._name.lay(inner)
        if self._note:
            words += self._note.lay(inner - (current().px(24) if self._note_icon else 0))
        return max(self._side, words) + 2 * current().space(8 if self._boxed else 2)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        if self._boxed or self.raised:
            ground: Token = "sunk" if self.raised or self.isDown() else "card"
            edge = theme.colour("line") if self._boxed else None
            panel(painter, box, theme.space(self.radius), theme.colour(ground), edge, 1.2)
        pad, _, sign = self._insides()
        inner = box.adjusted(pad, 0, -pad, 0)
        at, rest = start_box(inner, self._side, theme.space(12))
        draw_round(painter, self._path, self._who, centred(at, self._side), self._stand_in)
        if sign:
            words, end = start_box(rest, rest.width() - sign, 0)
            draw_icon(painter, self._sign, theme.hex("muted"), centred(end, theme.px(24)))
            rest = words
        self._draw_words(painter, rest)

    def _draw_words(self, painter: QPainter, rest: QRectF) -> None:
        theme = current()
        mark = theme.px(24) if self._note_icon else 0
        name = self._name.lay(rest.width())
        note = self._note.lay(rest.width() - mark) if self._note else 0.0
        group = centred(rest, rest.width(), name + note)
        self._name.draw(painter, group, theme.colour("ink"), middle=False)
        if self._note is None:
            return
        below = group.adjusted(0, name, 0, 0)
        if mark:
            at, below = start_box(below, theme.px(18), theme.px(6))
            draw_icon(painter, self._note_icon, theme.hex("muted"), centred(at, theme.px(18)))
        self._note.draw(painter, below, theme.colour("muted"), middle=False)
