"""People and sign-in pictures to choose from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.ui.theme import current, draw_icon
from trainer_app.ui.theme.tokens import RADIUS_LARGE
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel
from trainer_app.ui.widgets.lettering import Lettering
from trainer_app.ui.widgets.pictures import draw_face, draw_picture


class _Portrait(DrawnButton):
    """A picture above words, with a check mark in the corner when it is chosen."""

    radius = RADIUS_LARGE
    fills = True

    def __init__(self, name: str, note: str, side: int, parent: QWidget | None) -> None:
        super().__init__(name, parent)
        self.setCheckable(True)
        self._side = current().px(side)
        self._name = Lettering(name, "body", "semibold", tight=True)
        self._note = Lettering(note, "small", tight=True) if note else None
        if note:
            self.setAccessibleDescription(note)

    def draw_portrait(self, painter: QPainter, box: QRectF) -> None:
        """Draw the picture itself."""
        raise NotImplementedError

    def _pad(self) -> int:
        return current().space(12)

    def widths(self) -> tuple[float, float]:
        least = max(self._side, self._name.longest_word()) + 2 * self._pad()
        best = max(self._side, self._name.balanced(current().px(160)).width()) + 2 * self._pad()
        return least, max(least, best)

    def measure(self, width: float) -> float:
        inner = width - 2 * self._pad()
        words = self._name.lay(inner) if self._name.words else 0.0
        words += self._note.lay(inner) if self._note else 0.0
        gap = current().space(6) if words else 0
        return self._side + gap + words + 2 * self._pad()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        chosen = self.isChecked()
        ground = theme.colour("primary_tint" if chosen else "sunk" if self.raised else "card")
        edge = theme.colour("primary" if chosen else "line")
        width = theme.border + 1 if chosen else theme.border
        panel(painter, box, theme.space(self.radius), ground, edge, width)
        pad = self._pad()
        inner = box.adjusted(pad, pad, -pad, -pad)
        top = QRectF(inner.left(), inner.top(), inner.width(), self._side)
        portrait = centred(top, self._side)
        self.draw_portrait(painter, portrait)
        below = inner.adjusted(0, self._side + theme.space(6), 0, 0)
        if self._name.words:
            self._name.draw(painter, below, theme.colour("ink"), "center", middle=False)
        if self._note:
            below = below.adjusted(0, self._name.lay(below.width()), 0, 0)
            self._note.draw(painter, below, theme.colour("muted"), "center", middle=False)
        if chosen:
            self._draw_chosen(painter, portrait)

    def _draw_chosen(self, painter: QPainter, portrait: QRectF) -> None:
        theme = current()
        side = theme.px(28)
        corner = QRectF(portrait.right() - side * 0.8, portrait.top() - side * 0.2, side, side)
        panel(painter, corner, side / 2, theme.colour("primary"), theme.colour("card"), 2)
        draw_icon(painter, "check", theme.hex("on_primary"), centred(corner, side * 0.62))


class FaceButton(_Portrait):
    """A person to choose: face, name and, if given, a number or another short note.

    Signals: `clicked`, `toggled`.
    """

    def __init__(
        self, face: str, name: str, note: str = "", *, size: int = 88, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, note, size, parent)
        self._face = face

    def draw_portrait(self, painter: QPainter, box: QRectF) -> None:
        draw_face(painter, self._face, box)


class PictureButton(_Portrait):
    """A picture to choose, as when signing in with three of twelve.

    `name` says what it shows; `show_name=False` keeps it for screen readers only.
    `note` may be the place in the order chosen. Signals: `clicked`, `toggled`.
    """

    def __init__(
        self,
        path: Path,
        name: str,
        note: str = "",
        *,
        show_name: bool = True,
        size: int = 96,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, note, size, parent)
        self._path = path
        if not show_name:
            self._name = Lettering("", "body")
            self.setToolTip(name)

    def draw_portrait(self, painter: QPainter, box: QRectF) -> None:
        draw_picture(painter, self._path, box)
