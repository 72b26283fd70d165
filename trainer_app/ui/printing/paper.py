"""The sheet that is being drawn on: where things stand on it, in the direction of reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtSvg import QSvgRenderer

from trainer_app import places
from trainer_app.domain.errors import CannotWriteFile
from trainer_app.ui.printing.searchable import JOINED, SearchablePdf, glyphs_of_words
from trainer_app.ui.printing.typesetting import INK, MUTED, POINT, Setting, Style, fitted

FAINT = "#C9C1B2"
BAND = "#F3EDE2"
_SETTINGS_KEPT = 4096
_one_file: ContextVar[QPainter | None] = ContextVar("_one_file", default=None)
_stop_asked: ContextVar[Callable[[], bool]] = ContextVar("_stop_asked", default=lambda: False)
_Settings = Callable[[str, Style, float, float | None], Setting]


class Stopped(Exception):
    """Whoever asked for the pages does not want them any more."""


class Paper:
    """Pages on a device. Lengths are tenths of a point; `x` counts from where reading starts."""

    def __init__(
        self, device: QPagedPaintDevice, painter: QPainter, *, right_to_left: bool
    ) -> None:
        self._device = device
        self._painter = painter
        self.right_to_left = right_to_left
        area = device.pageLayout().paintRect(QPageLayout.Unit.Point)
        self.width = area.width() * POINT
        self.height = area.height() * POINT
        painter.scale(self._dots(), self._dots())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The same names and words come again and again; setting them is most of the work.
        self._settings: dict[bool, _Settings] = {
            direction: lru_cache(_SETTINGS_KEPT)(self._set) for direction in (False, True)
        }

    def _dots(self) -> float:
        return self._device.logicalDpiX() / (72 * POINT)

    def next_page(self) -> None:
        """Go on with an empty page. Raises Stopped, see `stoppable`."""
        _new_page(self._device)

    def set(self, text: str, style: Style, width: float, most: float | None = None) -> Setting:
        """A text in lines of `width`, shrunk where it would stand higher than `most`."""
        return self._settings[self.right_to_left](text, style, width, most)

    def _set(self, text: str, style: Style, width: float, most: float | None) -> Setting:
        return fitted(text, style, width, most, right_to_left=self.right_to_left)

    @contextmanager
    def reading(self, right_to_left: bool) -> Iterator[None]:
        """Have words and places run in another direction for a while, as on one card of several."""
        before, self.right_to_left = self.right_to_left, right_to_left
        try:
            yield
        finally:
            self.right_to_left = before

    def box(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A box in the device's own coordinates, mirrored where reading starts at the right."""
        left = self.width - x - width if self.right_to_left else x
        return QRectF(left, y, width, height)

    def write(self, setting: Setting, x: float, y: float, height: float | None = None) -> None:
        """Draw a setting with its top at `y`, or in the middle of `height`."""
        top = y if height is None else y + (height - setting.height) / 2
        left = self.box(x, top, setting.width, 0).left()
        ink = QColor(setting.style.ink)
        device = self._device if JOINED.search(setting.text) else None
        for line, shift in setting.placed():
            at = QPointF(left + shift, top)
            if isinstance(device, SearchablePdf):
                for run, clusters in glyphs_of_words(line, setting.text):
                    self._painter.setPen(device.name_run(clusters, ink))
                    self._painter.drawGlyphRun(at, run)
            else:
                self._painter.setPen(ink)
                line.draw(self._painter, at)

    def rule(
        self, x: float, y: float, width: float, *, thick: float = 5.0, colour: str = FAINT
    ) -> None:
        """Draw a line across."""
        box = self.box(x, y, width, 0)
        self._painter.fillRect(QRectF(box.left(), y - thick / 2, width, thick), QColor(colour))

    def upright(
        self, x: float, y: float, height: float, *, thick: float = 5.0, colour: str = FAINT
    ) -> None:
        """Draw a line down."""
        left = self.box(x, y, 0, height).left()
        self._painter.fillRect(QRectF(left - thick / 2, y, thick, height), QColor(colour))

    def fill(self, x: float, y: float, width: float, height: float, colour: str = BAND) -> None:
        """Colour a box."""
        self._painter.fillRect(self.box(x, y, width, height), QColor(colour))

    def frame(self, x: float, y: float, width: float, height: float, *, radius: float) -> None:
        """Draw a strong outline with round corners."""
        self._painter.setPen(QPen(QColor(INK), 12.0))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(self.box(x, y, width, height), radius, radius)

    def trace(self, path: QPainterPath, colour: str, *, thick: float = 0.0) -> None:
        """Draw a shape in the device's own coordinates: as a line so thick, or filled with 0."""
        if thick:
            self._painter.strokePath(path, QPen(QColor(colour), thick))
        else:
            self._painter.fillPath(path, QColor(colour))

    def cutting_lines(self, across: int, down: int) -> None:
        """Draw dashed lines around and between `across` times `down` equal parts of the page."""
        pen = QPen(QColor(MUTED), 4.0)
        pen.setDashPattern([10, 8])
        self._painter.setPen(pen)
        for place in range(across + 1):
            x = self.width * place / across
            self._painter.drawLine(QPointF(x, 0), QPointF(x, self.height))
        for place in range(down + 1):
            y = self.height * place / down
            self._painter.drawLine(QPointF(0, y), QPointF(self.width, y))

    def picture(self, folder: str, name: str, x: float, y: float, size: float) -> None:
        """Draw one of the program's square pictures. FileNotFoundError for an unknown one."""
        _picture(places.assets() / folder / f"{name}.svg").render(
            self._painter, self.box(x, y, size, size)
        )

    def drawing(self, file: Path, x: float, y: float, width: float, height: float) -> None:
        """Draw an SVG or PNG picture of a lesson within a box, as large as its shape allows."""
        if file.suffix == ".svg":
            picture = _picture(file)
            shape = picture.defaultSize()
            picture.render(self._painter, within(self.box(x, y, width, height), shape))
        else:
            image = QImage(str(file))
            self._painter.drawImage(within(self.box(x, y, width, height), image.size()), image)

    def image(self, image: QImage, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture from where reading starts in a box, as large as its shape allows."""
        scale = min(width / max(1, image.width()), height / max(1, image.height()))
        wide, high = image.width() * scale, image.height() * scale
        self._painter.drawImage(self.box(x, y + (height - high) / 2, wide, high), image)

    def squares(self, rows: Sequence[Sequence[int]], x: float, y: float, size: float) -> None:
        """Draw a square of dark (1) and light (0) squares, never mirrored, such as a QR code."""
        side = size / len(rows)
        box = self.box(x, y, size, size)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for down, row in enumerate(rows):
            for start, stop in _dark_runs(row):
                run = QRectF(
                    box.left() + start * side, box.top() + down * side, (stop - start) * side, side
                )
                self._painter.fillRect(run, QColor("black"))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)


@contextmanager
def on_paper(
    device: QPagedPaintDevice, *, margin: float, right_to_left: bool, landscape: bool = False
) -> Iterator[Paper]:
    """Draw pages on a device within margins in millimetres. CannotWriteFile if it refuses.

    Within `one_file` they begin on a new page of the same file.
    """
    wanted = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    device.setPageOrientation(wanted)
    device.setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout.Unit.Millimeter)
    shared = _one_file.get()
    painter = shared or QPainter()
    if painter.isActive():
        painter.resetTransform()
        _new_page(device)
    elif not painter.begin(device):
        raise CannotWriteFile(file="", reason="other")
    try:
        yield Paper(device, painter, right_to_left=right_to_left)
    finally:
        if shared is None:
            painter.end()


def _new_page(device: QPagedPaintDevice) -> None:
    if _stop_asked.get()():
        raise Stopped
    device.newPage()


@contextmanager
def stoppable(stop: Callable[[], bool]) -> Iterator[None]:
    """Ask this before each new page; where it says so, drawing ends with Stopped."""
    before = _stop_asked.set(stop)
    try:
        yield
    finally:
        _stop_asked.reset(before)


@contextmanager
def one_file() -> Iterator[None]:
    """Let several papers follow one another in one file, each with margins of its own."""
    if _one_file.get() is not None:
        yield
        return
    painter = QPainter()
    before = _one_file.set(painter)
    try:
        yield
    finally:
        _one_file.reset(before)
        painter.end()


def within(box: QRectF, shape: QSize) -> QRectF:
    """The largest box of a shape in the middle of another."""
    scale = min(box.width() / max(1, shape.width()), box.height() / max(1, shape.height()))
    width, height = shape.width() * scale, shape.height() * scale
    left, top = box.center().x() - width / 2, box.center().y() - height / 2
    return QRectF(left, top, width, height)


def _dark_runs(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where dark squares of a row begin and end, neighbours as one."""
    start = None
    for at, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = at
        elif not dark and start is not None:
            yield start, at
            start = None


@cache
def _picture(file: Path) -> QSvgRenderer:
    # QSvgRenderer only warns about a file that is not there.
    return QSvgRenderer(file.read_bytes())
