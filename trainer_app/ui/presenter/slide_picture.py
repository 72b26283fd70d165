"""The picture of a slide: it flows over into a ground of its own colour, to the edge."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer_app.ui.presenter.grain import Grain
from trainer_app.ui.presenter.slide_colours import SlideColours
from trainer_app.ui.theme import current, draw_icon
from trainer_app.ui.widgets import SvgPicture
from trainer_app.ui.widgets.drawn import centred, panel, rounded
from trainer_app.ui.widgets.pictures import dim, draw_picture, picture_size

_SHAPE = 9 / 16
_PROBE = (64, 36)
_EDGES = ((32, 1), (2, 18), (61, 18), (32, 34))


@lru_cache(maxsize=64)
def ground_of(path: Path) -> QColor | None:
    """The one colour along a drawing's edges; None where there are several, or it is a photo."""
    if path.suffix == ".png":
        return None
    probe = QImage(*_PROBE, QImage.Format.Format_ARGB32_Premultiplied)
    probe.fill(Qt.GlobalColor.transparent)
    painter = QPainter(probe)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_picture(painter, path, QRectF(0, 0, *_PROBE))
    painter.end()
    found = {probe.pixelColor(*edge).rgba() for edge in _EDGES}
    return QColor.fromRgba(found.pop()) if len(found) == 1 else None


class SlideSign(QWidget):
    """A large sign where there is no picture: people talk, do something, or practise.

    Signals: none.
    """

    def __init__(self, icon: str, colours: SlideColours) -> None:
        super().__init__()
        self._icon, self._colours = icon, colours

    def fit(self, _grain: Grain, width: int) -> int:
        """Take a width; gives the height in pixels that goes with it."""
        return round(width * _SHAPE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        colours = self._colours
        painter.fillRect(box, colours.picture_ground)
        side = min(box.width(), box.height() * 1.2)
        for share, shade in ((0.78, 0.12), (0.54, 0.24)):
            circle = centred(box, side * share)
            panel(painter, circle, circle.width() / 2, colours.shade(shade))
        draw_icon(painter, self._icon, colours.sign.name(), centred(box, side * 0.28))
        dim(painter, box)


class SlidePicture(SvgPicture):
    """The picture in the middle of its ground, as large as it can be; `alt` says what it shows.

    Signals: none.
    """

    def __init__(self, path: Path, alt: str, otherwise: QColor) -> None:
        super().__init__(path, alt, most=9000, least=1)
        theme = current()
        found = None if theme.name == "contrast" else ground_of(path)
        self._flows = found is not None
        self._ground = found or otherwise
        self._grain = Grain(1.0)
        self.setProperty("aloud", "described")

    def fit(self, grain: Grain, width: int) -> int:
        """Take the sizes of a grain; gives the height that the picture has in a width."""
        self._grain = grain
        size = picture_size(self.path)
        return round(width * size.height() / max(1.0, size.width()))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        # Its slide says how large it is.
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.fillRect(box, self._ground)
        inset = 0 if self._flows else self._grain.px(36)
        inner = box.adjusted(inset, inset, -inset, -inset)
        fitted = picture_size(self.path).scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
        at = centred(inner, fitted.width(), fitted.height())
        painter.save()
        if not self._flows:
            painter.setClipPath(rounded(at, self._grain.px(26)))
        draw_picture(painter, self.path, at)
        painter.restore()
        dim(painter, box)
        if self._is_read:
            ink = current().colour("primary")
            panel(painter, box, 0, None, ink, self._grain.px(8))
