"""The decoder of strangers' pictures: a process of its own, poor in memory, time and rights.

It is the program itself with a hidden sub-command. It reads pictures behind their lengths, and
answers each with a PNG of pixels only, or with the reason why not; it knows nothing else.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import BufferedReader, BufferedWriter, FileIO
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from trainer_app.bundles.packs.limits import PICTURE_BYTES, PICTURE_SIDE
from trainer_app.bundles.packs.pixels import only_pixels
from trainer_app.domain import sheets
from trainer_app.services.pictures import (
    GOOD,
    HELLO,
    LOGO,
    LOGO_BYTES,
    LOGO_SIDE,
    MOST_BYTES,
    SHEET,
    kind_of,
    receive,
    send,
)

MOST_PIXELS = 64_000_000
"""More than cameras make; a JPEG is made smaller while it is read."""

MOST_PIXELS_WHOLE = 25_000_000
"""What has to stand in memory whole first."""

_MEMORY = 1_200 * 2**20  # of addresses: Qt's libraries are most of it
_SECONDS = 10  # of work for one picture
_LEAST_SIDE, _THUMB_SIDE = 64, 160
_QUALITIES = (80, 68, 56)  # of JPEG; below that, handwriting suffers less from fewer pixels
_AS_A_RULE = 320_000
"""Bytes that are enough for a sheet: a centre keeps hundreds of them."""


class Unusable(Exception):
    """The reason as UnusablePicture has it."""


def redrawn(content: bytes) -> bytes:
    """A PNG of what a picture shows, small enough for a lesson. Raises Unusable.

    Of a drawing, which stays a drawing, a small one: it has shown that it can be drawn.
    """
    kind = kind_of(content)
    if kind == "svg":
        return _small(_drawing(content), _THUMB_SIDE)
    return _small(_photo(content, kind, PICTURE_SIDE), PICTURE_SIDE)


def sheet(content: bytes) -> bytes:
    """A grey JPEG of a photo of a signed sheet, upright, small enough. Raises Unusable."""
    kind = kind_of(content)
    if kind in ("", "svg"):
        raise Unusable("broken")
    photo = _photo(content, kind, sheets.MOST_SIDE)
    side = max(photo.width(), photo.height())
    least = min(side, _LEAST_SIDE)
    while side >= least:
        size = _within(photo.size(), min(side, sheets.MOST_SIDE))
        grey = _on_white(_copied(photo, size)).convertToFormat(QImage.Format.Format_Grayscale8)
        for quality in _QUALITIES:
            found = _encoded(grey, quality)
            if len(found) <= _AS_A_RULE:
                return found
        if len(found) <= sheets.MOST_BYTES:
            return found
        side = int(side * 0.8)
    raise Unusable("pixels")


def logo(content: bytes) -> bytes:
    """A PNG of a logo, small enough for many papers. Raises Unusable."""
    kind = kind_of(content)
    if kind in ("", "svg"):
        raise Unusable("broken")
    return _small(_photo(content, kind, LOGO_SIDE), LOGO_SIDE, LOGO_BYTES)


_MAKERS = {SHEET: sheet, LOGO: logo}


def main() -> None:
    """Serve until the pipe closes; never returns."""
    requests, answers = _own_pipes()
    work = _narrow()
    answers.write(HELLO)
    answers.flush()
    while (request := receive(requests, MOST_BYTES + 1)) is not None:
        work()
        make = _MAKERS.get(request[:1], redrawn)
        try:
            answer = GOOD + make(request[1:])
        except Unusable as reason:
            answer = b"-" + str(reason).encode()
        except MemoryError:
            answer = b"-memory"
        send(answers, answer)
    os._exit(0)


def _photo(content: bytes, kind: str, side: int) -> QImage:
    device = QBuffer()
    device.setData(QByteArray(content))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(device, QByteArray(kind.encode()))
    # Only the decoder that the first bytes ask for is ever called.
    reader.setAutoDetectImageFormat(False)
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not reader.canRead() or not size.isValid() or size.isEmpty():
        raise Unusable("broken")
    most = MOST_PIXELS if kind == "jpeg" else MOST_PIXELS_WHOLE
    if size.width() * size.height() > most:
        raise Unusable("pixels")
    if max(size.width(), size.height()) > side:
        reader.setScaledSize(_within(size, side))
    image = reader.read()
    if image.isNull():
        raise Unusable("broken")
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return image


def _drawing(content: bytes) -> QImage:
    renderer = QSvgRenderer(QByteArray(content))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise Unusable("broken")
    # As large as it can ever be shown: what is slow or heavy shows here.
    image = _canvas(_within(size, PICTURE_SIDE))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return image


def _small(image: QImage, most: int, most_bytes: int = PICTURE_BYTES) -> bytes:
    """The picture as PNG, made smaller until it has few enough bytes."""
    side = min(most, max(image.width(), image.height()))
    while side >= min(_LEAST_SIDE, max(image.width(), image.height())):
        written = _written(_copied(image, _within(image.size(), side)))
        if len(written) <= most_bytes:
            return written
        side = int(side * min(0.9, (most_bytes / len(written)) ** 0.5))
    raise Unusable("pixels")


def _copied(image: QImage, size: QSize) -> QImage:
    """A new picture with the same look: what else came with the old one stays behind."""
    if image.size() != size:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    canvas = _canvas(size)
    painter = QPainter(canvas)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(0, 0, image)
    painter.end()
    if image.hasAlphaChannel():
        return canvas.convertToFormat(QImage.Format.Format_ARGB32)
    return canvas.convertToFormat(QImage.Format.Format_RGB888)


def _on_white(image: QImage) -> QImage:
    """What can be seen through is paper."""
    if not image.hasAlphaChannel():
        return image
    paper = QImage(image.size(), QImage.Format.Format_RGB888)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


def _encoded(image: QImage, quality: int) -> bytes:
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(device, QByteArray(b"jpeg"))
    writer.setQuality(quality)
    writer.setOptimizedWrite(True)
    if not writer.write(image):
        raise Unusable("memory")
    return bytes(device.data().data())


def _canvas(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise Unusable("memory")
    image.fill(Qt.GlobalColor.transparent)
    return image


def _written(image: QImage) -> bytes:
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(device, QByteArray(b"png"))
    writer.setQuality(20)  # of PNG: how hard it is packed
    if not writer.write(image):
        raise Unusable("memory")
    return only_pixels(bytes(device.data().data()))


def _within(size: QSize, side: int) -> QSize:
    """The size in the same shape that fits a square, no side below one pixel."""
    fitted = size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
    return fitted.expandedTo(QSize(1, 1))


def _narrow() -> Callable[[], None]:
    """Give up what pictures do not need; returns what to call before each of them."""
    QImageReader.setAllocationLimit(256)  # megabytes
    if sys.platform == "win32":
        return lambda: None
    import resource

    def limit(what: int, most: int) -> None:
        with suppress(ValueError, OSError):  # less may be allowed already
            resource.setrlimit(what, (most, resource.getrlimit(what)[1]))

    def work() -> None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + _SECONDS)

    limit(resource.RLIMIT_AS, _MEMORY)
    for nothing in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE):
        with suppress(ValueError, OSError):
            resource.setrlimit(nothing, (0, 0))
    return work


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes; what a library prints by itself goes nowhere, not between the answers."""
    requests = BufferedReader(FileIO(os.dup(sys.stdin.fileno()), "rb"))
    answers = BufferedWriter(FileIO(os.dup(sys.stdout.fileno()), "wb"))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return requests, answers
