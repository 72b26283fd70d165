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
from trainer_app.services.pictures import GOOD, HELLO, MOST_BYTES, kind_of, receive, send

MOST_PIXELS = 64_000_000
"""More than cameras make; a JPEG is made smaller while it is read."""

MOST_PIXELS_WHOLE = 25_000_000
"""What has to stand in memory whole first."""

_MEMORY = 1_200 * 2**20  # of addresses: Qt's libraries are most of it
_SECONDS = 10  # of work for one picture
_LEAST_SIDE, _THUMB_SIDE = 64, 160


class Unusable(Exception):
    """The reason as UnusablePicture has it."""


def redrawn(content: bytes) -> bytes:
    """A PNG of what a picture shows, small enough for a lesson. Raises Unusable.

    Of a drawing, which stays a drawing, a small one: it has shown that it can be drawn.
    """
    kind = kind_of(content)
    if kind == "svg":
        return _small(_drawing(content), _THUMB_SIDE)
    return _small(_photo(content, kind), PICTURE_SIDE)


def main() -> None:
    """Serve until the pipe closes; never returns."""
    requests, answers = _own_pipes()
    work = _narrow()
    answers.write(HELLO)
    answers.flush()
    while (content := receive(requests, MOST_BYTES)) is not None:
        work()
        try:
            answer = GOOD + redrawn(content)
        except Unusable as reason:
            answer = b"-" + str(reason).encode()
        except MemoryError:
            answer = b"-memory"
        send(answers, answer)
    os._exit(0)


def _photo(content: bytes, kind: str) -> QImage:
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
    if max(size.width(), size.height()) > PICTURE_SIDE:
        reader.setScaledSize(_within(size, PICTURE_SIDE))
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


def _small(image: QImage, most: int) -> bytes:
    """The picture as PNG, made smaller until it has few enough bytes."""
    side = min(most, max(image.width(), image.height()))
    while side >= min(_LEAST_SIDE, max(image.width(), image.height())):
        written = _written(_copied(image, _within(image.size(), side)))
        if len(written) <= PICTURE_BYTES:
            return written
        side = int(side * min(0.9, (PICTURE_BYTES / len(written)) ** 0.5))
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
