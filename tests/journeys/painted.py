"""What a window paints: every stretch of words with its place and size, and the picture itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QImage, QPaintDevice, QPaintEngine, QRegion
from PySide6.QtWidgets import QWidget

from .sight import Sight

_Metric = QPaintDevice.PaintDeviceMetric
_FRACTION = 0x10000
_CLOSER = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words as they were painted in one go. `box` and `clip` are pixels of the window.

    `widget` is whose they are, None where Qt does not say; `pixels` is the size of the letters.
    """

    words: str
    box: QRectF
    clip: QRectF
    pixels: int
    bold: bool
    widget: QWidget | None

    @property
    def core(self) -> QRectF:
        """Where the letters' bodies are: from the line that they stand on up to a small one's."""
        rise = 0.5 * self.pixels
        return QRectF(self.box.left(), self.box.bottom() - rise, self.box.width(), rise)


class Painting:
    """One look at what is in sight: the words painted, and the picture that they are in."""

    def __init__(self, sight: Sight) -> None:
        self.sight = sight
        window = sight.window
        self.image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        recorder = _Recorder(window)
        place = sight.root.mapTo(window, QPoint()) if sight.root is not window else QPoint()
        sight.root.render(recorder, place, QRegion(), QWidget.RenderFlag.DrawChildren)
        self.stretches: Sequence[Stretch] = recorder.engine.found

    def colours(self, box: QRect) -> Counter[int]:
        """How many pixels of a box have each colour, as 0xRRGGBB."""
        inside = box & self.image.rect()
        if inside.isEmpty():
            return Counter()
        return _counted(self.image.copy(inside))

    def closer(self, box: QRect) -> Counter[int]:
        """The same with the box painted anew, four times as large: thin strokes are whole there."""
        inside = box & self.image.rect()
        if inside.isEmpty():
            return Counter()
        image = QImage(inside.size() * _CLOSER, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_CLOSER)
        self.sight.window.render(image, QPoint(), QRegion(inside))
        return _counted(image)


def _counted(image: QImage) -> Counter[int]:
    found = Counter(memoryview(image.constBits()).cast("I"))
    return Counter({colour & 0xFFFFFF: count for colour, count in found.items()})


class _Engine(QPaintEngine):
    """Notes words, and lets everything else go by."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.found: list[Stretch] = []

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def drawTextItem(self, place: QPointF, item: Any) -> None:  # noqa: N802
        painter = self.painter()
        if painter.opacity() == 0:
            return
        # What a dialect of Qt's own paints through has no name; its widget is asked for below.
        owner = painter.device()
        shape = painter.deviceTransform()
        box = shape.mapRect(QRectF(place.x(), place.y() - item.ascent(), item.width(),
                                   item.ascent()))  # fmt: skip
        font: QFont = item.font()
        clip = QRectF(self.systemClip().boundingRect())
        if painter.hasClipping():
            clip &= shape.mapRect(painter.clipBoundingRect())
        self.found.append(
            Stretch(
                item.text(),
                box,
                clip,
                round(font.pixelSize() * abs(shape.m22())),
                font.weight() >= QFont.Weight.Bold,
                owner if isinstance(owner, QWidget) else None,
            )
        )

    def updateState(self, _state: Any) -> None:  # noqa: N802
        """The painter itself is asked for its state."""

    def drawPixmap(self, *_what: Any) -> None:  # noqa: N802
        """Pictures have no words, nor have shapes."""

    def drawPath(self, _path: Any) -> None:  # noqa: N802
        """Shapes are seen in the picture."""

    def drawPolygon(self, *_what: Any) -> None:  # noqa: N802
        """So are these."""


class _Recorder(QPaintDevice):
    """As large as a window, and paints nothing."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.engine = _Engine()
        self._metrics = {
            _Metric.PdmWidth: window.width(),
            _Metric.PdmHeight: window.height(),
            _Metric.PdmWidthMM: window.widthMM(),
            _Metric.PdmHeightMM: window.heightMM(),
            _Metric.PdmDpiX: window.logicalDpiX(),
            _Metric.PdmDpiY: window.logicalDpiY(),
            _Metric.PdmPhysicalDpiX: window.physicalDpiX(),
            _Metric.PdmPhysicalDpiY: window.physicalDpiY(),
            _Metric.PdmDepth: 32,
            _Metric.PdmNumColors: 1 << 24,
            _Metric.PdmDevicePixelRatio: 1,
            _Metric.PdmDevicePixelRatioScaled: _FRACTION,
        }

    def paintEngine(self) -> QPaintEngine:  # noqa: N802
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(metric, 0)
