"""The picture of a badge, in which the signed badge itself can travel."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPen, QTransform

from trainer_app.i18n import isolate
from trainer_app.ui.printing.certificate_border import leaf
from trainer_app.ui.printing.output import ensure_gui
from trainer_app.ui.printing.typesetting import POINT, Setting, Style, fitted
from trainer_app.ui.theme.tokens import COLOURS, Token

_SIDE = 512
_RING = 20
_LIGHT = COLOURS["light"]
_LEAVES: tuple[tuple[float, Token, float], ...] = (
    (-48, "primary", 0.55),
    (48, "primary", 0.55),
    (0, "accent", 0.7),
)


def badge_picture(name: str, centre: str, *, right_to_left: bool) -> bytes:
    """A square PNG: what the badge is for, and who gave it; nobody's name."""
    ensure_gui()
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _disc(painter)
    _sprout(painter)
    # Words are set in tenths of a point, ten for each pixel here.
    painter.scale(1 / POINT, 1 / POINT)
    wide = (_SIDE - 150) * POINT
    title = Style(36, "bold", _LIGHT["ink"], "center")
    named = fitted(isolate(name), title, wide, 160 * POINT, right_to_left=right_to_left)
    _write(painter, named, (_SIDE - 150) / 2 + 75, 205, 160)
    small = Style(20, "semibold", _LIGHT["muted"], "center")
    given = fitted(isolate(centre), small, wide * 0.75, 60 * POINT, right_to_left=right_to_left)
    _write(painter, given, _SIDE / 2, 380, 60)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _disc(painter: QPainter) -> None:
    whole = QRectF(0, 0, _SIDE, _SIDE).adjusted(_RING, _RING, -_RING, -_RING)
    painter.setPen(QPen(QColor(_LIGHT["primary"]), _RING))
    painter.setBrush(QColor(_LIGHT["paper"]))
    painter.drawEllipse(whole)
    painter.setPen(QPen(QColor(_LIGHT["accent"]), 3))
    painter.drawEllipse(whole.adjusted(_RING, _RING, -_RING, -_RING))


def _sprout(painter: QPainter) -> None:
    """The three leaves of the certificate's corners, upright."""
    for angle, colour, size in _LEAVES:
        place = QTransform().translate(_SIDE / 2, 178).rotate(angle).scale(size, size)
        painter.fillPath(place.map(leaf()), QColor(_LIGHT[colour]))


def _write(painter: QPainter, setting: Setting, middle: float, top: float, high: float) -> None:
    """Words in the middle of a strip, in pixels."""
    left = middle * POINT - setting.width / 2
    down = top * POINT + (high * POINT - setting.height) / 2
    painter.setPen(QColor(setting.style.ink))
    for line, shift in setting.placed():
        line.draw(painter, QPointF(left + shift, down))
