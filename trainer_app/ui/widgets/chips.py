"""Small signs of a state: a pill, a bar, a line of steps."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from trainer_app.ui.theme import Tone, current, draw_icon, of_tone
from trainer_app.ui.widgets.drawn import centred, panel, start_box
from trainer_app.ui.widgets.lettering import Lettering


def draw_chip(
    painter: QPainter, box: QRectF, words: Lettering, icon: str | None, tone: Tone
) -> None:
    """Draw a pill into a box."""
    theme = current()
    ink, ground = of_tone(tone)
    edge = theme.colour(ink) if theme.name == "contrast" else None
    radius = min(box.height() / 2, theme.space(16))
    panel(painter, box, radius, theme.colour(ground), edge, 2)
    inner = box.adjusted(theme.space(12), 0, -theme.space(12), 0)
    if icon:
        mark = theme.px(18)
        at, inner = start_box(inner, mark, theme.space(6))
        draw_icon(painter, icon, theme.hex(ink), centred(at, mark))
    words.draw(painter, inner, theme.colour(ink))


def chip_room(icon: str | None) -> int:
    """The width in pixels that a pill needs besides its words."""
    theme = current()
    return 2 * theme.space(12) + (theme.px(18) + theme.space(6) if icon else 0)


class Chip(QWidget):
    """A pill with an icon and a word that says a state. Signals: none."""

    def __init__(
        self,
        words: str,
        tone: Tone = "plain",
        *,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        self._words = Lettering(words, "small", "semibold", tight=True)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._words.lay(width - chip_room(self._icon))
        return max(current().px(32), ceil(words) + 2 * current().space(4))

    def sizeHint(self) -> QSize:
        width = ceil(self._words.balanced(current().px(300)).width()) + chip_room(self._icon)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        words = min(self._words.longest_word(), self._words.natural_width())
        return QSize(ceil(words) + chip_room(self._icon), current().px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chip(painter, QRectF(self.rect()), self._words, self._icon, self._tone)


class ProgressBar(QProgressBar):
    """How much of a whole is done; `said` is it in words, such as "Step 3 of 7". Signals: none."""

    def __init__(
        self, done: int, whole: int, said: str, *, high: int = 10, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedHeight(current().space(high))
        self.setMinimumWidth(current().space(80))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_progress(done, whole, said)

    def show_progress(self, done: int, whole: int, said: str) -> None:
        """Show other numbers; a `whole` of 0 shows that something goes on without an end known."""
        self.setRange(0, max(0, whole))
        self.setValue(max(0, min(done, whole)))
        self.setAccessibleName(said)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = self.value() / self.maximum() if self.maximum() else 0.5
        draw_bar(painter, QRectF(self.rect()), share)


def draw_bar(painter: QPainter, box: QRectF, share: float) -> None:
    """Draw a bar filled by a share (0–1) from the side where reading starts."""
    theme = current()
    radius = box.height() / 2
    edge = theme.colour("edge") if theme.name == "contrast" else None
    panel(painter, box, radius, theme.colour("line" if not edge else "card"), edge, 1.5)
    if share > 0:
        filled, _ = start_box(box, max(box.height(), box.width() * min(1.0, share)), 0)
        panel(painter, filled, radius, theme.colour("primary"))


class Stepper(QWidget):
    """The pages of a lesson as dots: those done, the one now, those to come.

    `said` is it in words ("Page 3 of 7"), read aloud and shown as tool tip. Signals: none.
    """

    def __init__(self, at: int, count: int, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_step(at, count, said)

    def show_step(self, at: int, count: int, said: str) -> None:
        """Show page `at` (from 0) of `count`."""
        self._at, self._count = at, count
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = current()
        return QSize(self._count * theme.space(32) + theme.space(16), theme.px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._count * current().space(16), current().px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = min(self.width() / max(1, self._count), float(theme.space(32)))
        box = centred(QRectF(self.rect()), pitch * self._count, self.height())
        side = min(float(theme.px(18)), pitch * 0.7)
        for number in range(self._count):
            cell, _ = start_box(box, pitch, 0)
            box = box.adjusted(0, 0, -pitch, 0) if theme.rtl else box.adjusted(pitch, 0, 0, 0)
            self._draw_step(painter, centred(cell, side), number)

    def _draw_step(self, painter: QPainter, box: QRectF, number: int) -> None:
        theme = current()
        radius = box.width() / 2
        if number < self._at:
            panel(painter, box, radius, theme.colour("primary"))
            draw_icon(painter, "check", theme.hex("on_primary"), centred(box, box.width() * 0.7))
        elif number == self._at:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("primary"), 3))
            painter.drawEllipse(box.adjusted(-1, -1, 1, 1))
            panel(painter, centred(box, box.width() * 0.5), radius, theme.colour("primary"))
        else:
            small = centred(box, box.width() * 0.6)
            panel(painter, small, radius, theme.colour("card"), theme.colour("edge"), 2)
