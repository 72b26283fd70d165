"""The border of a certificate: two lines with hollowed corners, and a sprig in each of them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from trainer_app.ui.printing.paper import Paper
from trainer_app.ui.printing.typesetting import MM
from trainer_app.ui.theme.tokens import COLOURS

BORDER = 12 * MM
"""How much of each side the border takes."""

_DEEP = COLOURS["light"]["primary"]
_WARM = COLOURS["light"]["accent"]
_HOLLOW = 11 * MM
_APART = 2 * MM
_LEAF = 5.2 * MM


def draw_border(paper: Paper) -> None:
    """Around the whole page within its margins."""
    whole = QRectF(0, 0, paper.width, paper.height)
    paper.trace(_hollowed(whole, _HOLLOW), _DEEP, thick=14)
    inner = whole.adjusted(_APART, _APART, -_APART, -_APART)
    paper.trace(_hollowed(inner, _HOLLOW), _DEEP, thick=5)
    for right in (False, True):
        for low in (False, True):
            corner = QPointF(whole.right() if right else 0.0, whole.bottom() if low else 0.0)
            _sprig(paper, corner, -1 if right else 1, -1 if low else 1)


def draw_flourish(paper: Paper, top: float, width: float) -> None:
    """A thin line in the middle of the page with a small leaf to each side of its own middle."""
    middle = paper.width / 2
    gap = 5 * MM
    for side in (-1, 1):
        line = QPainterPath(QPointF(middle + side * gap, top))
        line.lineTo(middle + side * width / 2, top)
        paper.trace(line, _DEEP, thick=5)
        turned = QTransform().translate(middle, top).rotate(90 * side).scale(0.72, 0.72)
        paper.trace(turned.map(leaf()), _WARM if side > 0 else _DEEP)


def _hollowed(box: QRectF, hollow: float) -> QPainterPath:
    """A box whose corners are cut out as quarters of a circle."""
    path = QPainterPath(QPointF(box.left() + hollow, box.top()))
    side = 2 * hollow
    path.lineTo(box.right() - hollow, box.top())
    path.arcTo(QRectF(box.right() - hollow, box.top() - hollow, side, side), 180, 90)
    path.lineTo(box.right(), box.bottom() - hollow)
    path.arcTo(QRectF(box.right() - hollow, box.bottom() - hollow, side, side), 90, 90)
    path.lineTo(box.left() + hollow, box.bottom())
    path.arcTo(QRectF(box.left() - hollow, box.bottom() - hollow, side, side), 0, 90)
    path.lineTo(box.left(), box.top() + hollow)
    path.arcTo(QRectF(box.left() - hollow, box.top() - hollow, side, side), 270, 90)
    return path


def _sprig(paper: Paper, corner: QPointF, across: int, down: int) -> None:
    """Three leaves out of a corner, inwards."""
    for angle, colour, size in ((88, _DEEP, 0.9), (182, _DEEP, 0.9), (135, _WARM, 1.25)):
        turned = (
            QTransform()
            .translate(corner.x(), corner.y())
            .scale(across, down)
            .translate(0.8 * MM, 0.8 * MM)
            .rotate(angle)
            .scale(size, size)
        )
        paper.trace(turned.map(leaf()), colour)


def leaf() -> QPainterPath:
    """A leaf that points up from where it grows, about 5 millimetres long on paper."""
    leaf = QPainterPath(QPointF(0, 0))
    leaf.cubicTo(QPointF(-_LEAF * 0.42, -_LEAF * 0.3), QPointF(-_LEAF * 0.34, -_LEAF * 0.8),
                 QPointF(0, -_LEAF))  # fmt: skip
    leaf.cubicTo(QPointF(_LEAF * 0.34, -_LEAF * 0.8), QPointF(_LEAF * 0.42, -_LEAF * 0.3),
                 QPointF(0, 0))  # fmt: skip
    return leaf
