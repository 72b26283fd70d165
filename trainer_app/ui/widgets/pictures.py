"""Pictures from files: lesson scenes, faces, sign-in pictures, photos in a centre's own lessons."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app import places
from trainer_app.ui.theme import current
from trainer_app.ui.theme.tokens import RADIUS_LARGE
from trainer_app.ui.widgets.drawn import centred, panel, rounded
from trainer_app.ui.widgets.said_as import Role, say_as

Stamp = tuple[int, int]
"""When a file was written, and its size: another file of that name is another picture."""


def _written(path: Path) -> Stamp:
    """FileNotFoundError where there is no such file."""
    about = path.stat()
    return about.st_mtime_ns, about.st_size


@lru_cache(maxsize=128)
def _drawing(path: Path, _stamp: Stamp) -> QSvgRenderer:
    drawing = QSvgRenderer(str(path))
    if not drawing.isValid():
        raise FileNotFoundError(path)
    drawing.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return drawing


@lru_cache(maxsize=8)
def _photo(path: Path, _stamp: Stamp) -> QImage:
    # Only our own decoder writes these: see services/pictures.py.
    photo = QImage(str(path))
    if photo.isNull():
        raise FileNotFoundError(path)
    return photo


def _is_photo(path: Path) -> bool:
    return path.suffix == ".png"


def picture_size(path: Path) -> QSizeF:
    """The size a picture was drawn in; FileNotFoundError if it cannot be read."""
    stamp = _written(path)
    if _is_photo(path):
        return QSizeF(_photo(path, stamp).size())
    return QSizeF(_drawing(path, stamp).viewBoxF().size())


def face_path(face: str) -> Path:
    """Where a face such as `face-07` lies."""
    return places.assets() / "faces" / f"{face}.svg"


@lru_cache(maxsize=160)
def _pixmap(path: Path, stamp: Stamp, width: int, height: int, ratio: float) -> QPixmap:
    # While a page is being laid out a box may be empty for a moment.
    size = QSize(max(1, round(width * ratio)), max(1, round(height * ratio)))
    if _is_photo(path):
        kept = Qt.AspectRatioMode.IgnoreAspectRatio
        smooth = Qt.TransformationMode.SmoothTransformation
        pixmap = QPixmap.fromImage(_photo(path, stamp).scaled(size, kept, smooth))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
    pixmap = QPixmap(size)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _drawing(path, stamp).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return pixmap


def draw_picture(painter: QPainter, path: Path, box: QRectF) -> None:
    """Draw a picture as large as fits in the middle of a box, keeping its shape.

    FileNotFoundError if it cannot be read.
    """
    fitted = picture_size(path).scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    at = centred(box, fitted.width(), fitted.height())
    ratio = painter.device().devicePixelRatio()
    pixmap = _pixmap(path, _written(path), round(fitted.width()), round(fitted.height()), ratio)
    painter.drawPixmap(at.topLeft().toPoint(), pixmap)


def dim(painter: QPainter, box: QRectF) -> None:
    """Take the glare from a picture in the dark theme."""
    if current().name == "dark":
        painter.fillRect(box, QColor(20, 28, 26, 52))


def draw_face(painter: QPainter, face: str, box: QRectF) -> None:
    """Draw a face cut to a circle."""
    side = min(box.width(), box.height())
    at = centred(box, side)
    painter.save()
    # The pixmap as a brush keeps the circle's edge smooth, which a clip does not.
    ratio = painter.device().devicePixelRatio()
    path = face_path(face)
    pixmap = _pixmap(path, _written(path), round(side), round(side), ratio)
    painter.translate(at.topLeft())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pixmap)
    painter.drawEllipse(QRectF(0, 0, side, side))
    painter.restore()


class SvgPicture(QWidget):
    """A picture with rounded corners that keeps its shape and shrinks where room is short.

    `alt` says in words what it shows; a screen reader reads it. `most` and `least` are the
    design heights that it may have. Where its Qt property "aloud" is "described", “Read aloud”
    reads it too. Signals: none.
    """

    def __init__(
        self,
        path: Path,
        alt: str,
        *,
        most: int = 300,
        least: int = 96,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self._shape = picture_size(path)
        self._is_read = False
        theme = current()
        self._most, self._least = theme.space(most), min(theme.space(least), theme.space(most))
        say_as(self, Role.Graphic)
        self.setAccessibleName(alt)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(self._most)

    def highlight(self, _start: int, length: int) -> None:
        """Frame it while its words are read aloud; a length of 0 takes the frame away."""
        self._is_read = length > 0
        self.update()

    def _ratio(self) -> float:
        return self._shape.height() / max(1.0, self._shape.width())

    def sizeHint(self) -> QSize:
        return QSize(round(self._most / self._ratio()), self._most)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._least / self._ratio()), self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A narrow column needs no empty space above and below the picture.
        self.setMaximumHeight(
            max(self._least, min(self._most, round(self.width() * self._ratio())))
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        fitted = self._shape.scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        at = centred(box, fitted.width(), fitted.height())
        radius = current().space(RADIUS_LARGE)
        painter.setClipPath(rounded(at, radius))
        draw_picture(painter, self.path, at)
        dim(painter, at)
        if self._is_read:
            # Half of the line is clipped away.
            panel(painter, at, radius, None, current().colour("primary"), 2 * current().space(3))


class Avatar(QWidget):
    """A face in a circle; `name` is who it is. `size` is in design pixels. Signals: none."""

    def __init__(self, face: str, name: str, size: int = 48, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = face
        say_as(self, Role.Graphic)
        self.setAccessibleName(name)
        side = current().px(size)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_face(painter, self._face, QRectF(self.rect()))
