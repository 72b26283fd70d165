"""Lucide icons in the colours of the moment, sharp on every screen, mirrored where needed."""

from __future__ import annotations

import hashlib
import tempfile
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from trainer_app import places
from trainer_app.ui.theme.look import Theme, current
from trainer_app.ui.theme.tokens import Token

# Icons that point along the line of reading. Clocks, media controls and pens stay as they are.
MIRRORED = frozenset(
    {
        "arrow-left", "arrow-right", "chevron-left", "chevron-right", "log-in", "log-out",
        "undo-2", "redo-2", "list", "send", "file-text", "clipboard-list", "message-circle",
        "chart-column", "book-open-check", "megaphone", "user-plus", "user-check", "user-x",
        "users", "door-open", "reply", "forward",
    }
)  # fmt: skip


@cache
def _source(name: str) -> str:
    return (places.assets() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


def draw_icon(painter: QPainter, name: str, colour: str, box: QRectF) -> None:
    """Draw an icon in a `#RRGGBB` colour into a box; FileNotFoundError for an unknown name."""
    _draw(painter, _renderer(name, colour), box, current().rtl and name in MIRRORED)


def _draw(painter: QPainter, drawing: QSvgRenderer, box: QRectF, mirrored: bool) -> None:
    if not mirrored:
        drawing.render(painter, box)
        return
    painter.save()
    painter.translate(box.center().x() * 2, 0)
    painter.scale(-1, 1)
    drawing.render(painter, box)
    painter.restore()


def icon_pixmap(name: str, token: Token, size: int) -> QPixmap:
    """An icon as a picture, `size` design pixels wide and high."""
    theme = current()
    screen = QGuiApplication.primaryScreen()
    return _pixmap(name, theme.hex(token), theme.px(size), screen.devicePixelRatio(), theme.rtl)


def icon(name: str, token: Token = "ink", size: int = 24) -> QIcon:
    """An icon for Qt's own controls, `size` design pixels wide and high."""
    return QIcon(icon_pixmap(name, token, size))


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, pixels: int, ratio: float, rtl: bool) -> QPixmap:
    drawing = _renderer(name, colour)
    pixmap = QPixmap(QSize(pixels, pixels) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, drawing, QRectF(0, 0, pixels, pixels), rtl and name in MIRRORED)
    painter.end()
    return pixmap


@cache
def _drawer() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="trainer-app-icons-")


def icon_path(name: str, token: Token, theme: Theme) -> str:
    """A coloured copy of an icon on the disk, because style sheets take pictures by path only."""
    text = _source(name).replace("currentColor", theme.hex(token))
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    path = Path(_drawer().name) / f"{name}-{digest}.svg"
    if not path.exists():
        path.write_text(text, encoding="utf-8")
    return path.as_posix()
