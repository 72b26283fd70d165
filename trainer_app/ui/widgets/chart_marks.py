"""What charts share: a colour and a pattern for each series, so that colour alone says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets.drawn import centred, panel, rounded
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.said_as import Role, say_as
from trainer_app.ui.widgets.text import Text

Figure = int | Decimal
Pattern = Literal["plain", "slanted", "dots", "upright", "crossed"]

LOOKS: tuple[tuple[Token, Pattern], ...] = (
    ("primary", "plain"),
    ("accent", "slanted"),
    ("ok", "dots"),
    ("muted", "upright"),
    ("warn", "crossed"),
)
"""The look of the first, second ... series; after the last they begin again."""

_PITCH = 9
_STROKE = 2.4


def look(number: int) -> tuple[Token, Pattern]:
    """The look of a series by its number from 0."""
    return LOOKS[number % len(LOOKS)]


def fill(painter: QPainter, box: QRectF, number: int, radius: float = 0.0) -> None:
    """Fill a box in the look of a series. High contrast draws an edge around it as well."""
    theme = current()
    token, pattern = look(number)
    radius = min(radius, box.width() / 2, box.height() / 2)
    panel(painter, box, radius, theme.colour(token))
    painter.save()
    painter.setClipPath(rounded(box, radius))
    painter.setPen(QPen(theme.colour("card"), _STROKE * theme.scale))
    _draw_pattern(painter, box, pattern)
    painter.restore()
    if theme.name == "contrast":
        panel(painter, box, radius, None, theme.colour("ink"), 1.5)


def _draw_pattern(painter: QPainter, box: QRectF, pattern: Pattern) -> None:
    pitch = _PITCH * current().scale
    if pattern == "dots":
        _draw_dots(painter, box, pitch)
        return
    high = box.height()
    slants = {"slanted": (high,), "upright": (0.0,), "crossed": (high, -high)}.get(pattern, ())
    for slant in slants:
        at = box.left() - high
        while at < box.right() + high:
            painter.drawLine(QLineF(at, box.bottom(), at + slant, box.top()))
            at += pitch


def _draw_dots(painter: QPainter, box: QRectF, pitch: float) -> None:
    painter.setBrush(current().colour("card"))
    painter.setPen(QPen(current().colour("card"), 0))
    side = pitch * 0.34
    down = 0
    while (y := box.top() + pitch * (down + 0.5)) < box.bottom():
        x = box.left() + pitch * (0.5 if down % 2 else 1.0)
        while x < box.right():
            painter.drawEllipse(QPointF(x, y), side / 2, side / 2)
            x += pitch
        down += 1


class _Swatch(QWidget):
    """A piece of a series' look, beside its word; screen readers pass over it."""

    def __init__(self, number: int, as_line: bool) -> None:
        super().__init__()
        self._number, self._as_line = number, as_line
        self.setFixedSize(current().px(34), current().px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if not self._as_line:
            fill(painter, box, self._number, current().space(4))
            return
        middle = box.center()
        painter.setPen(line_pen(self._number))
        painter.drawLine(QLineF(box.left() + 1, middle.y(), box.right() - 1, middle.y()))
        dot(painter, middle, self._number)


class Legend(QWidget):
    """Which look means which series; one without a word is left out. Signals: none.

    `as_lines`: of lines with marks, not of bars.
    """

    def __init__(
        self, words: Sequence[str], *, as_lines: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        flow = FlowRow(self, 20)
        for number, word in enumerate(words):
            if word:
                flow.addWidget(_entry(_Swatch(number, as_lines), word))


def _entry(swatch: _Swatch, word: str) -> QWidget:
    whole = QWidget()
    whole.setProperty("ground", "none")
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current().space(8))
    row.addWidget(swatch)
    row.addWidget(Text(word, "small", tight=True))
    return whole


class Chart(QWidget):
    """A picture of figures, as high as its width asks for. Subclasses give `measure` and `draw`.

    `said` names it, `figures_said` says every figure in words: a screen reader reads both.
    """

    def __init__(self, said: str, figures_said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say_as(self, Role.Chart)
        self.setAccessibleName(said)
        self.setAccessibleDescription(figures_said)
        self.setProperty("aloud", "described")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def measure(self, _width: int) -> int:
        """The height in pixels that a width needs."""
        raise NotImplementedError

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draw into the whole of it."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.measure(width)

    def sizeHint(self) -> QSize:
        width = current().px(420)
        return QSize(width, self.measure(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().space(160), current().px(60))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QRectF(self.rect()))


def line_pen(number: int) -> QPen:
    """The pen of a line: whole for the first series, dashed for the others."""
    theme = current()
    style = Qt.PenStyle.SolidLine if number == 0 else Qt.PenStyle.DashLine
    return QPen(theme.colour(look(number)[0]), 2.5 * theme.scale, style)


def dot(painter: QPainter, at: QPointF, number: int) -> None:
    """A mark on a line: round for the first series, square for the others."""
    theme = current()
    side = 10.0 * theme.scale
    box = centred(QRectF(at.x(), at.y(), 0, 0), side)
    radius = side / 2 if number == 0 else 1.0
    panel(painter, box, radius, theme.colour(look(number)[0]), theme.colour("card"), 2)
