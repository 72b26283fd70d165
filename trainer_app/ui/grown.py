"""A learner's small joy: faces beside the plant that has a leaf for each lesson they finished."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.domain.lessons import Lesson
from trainer_app.domain.sittings import Progress
from trainer_app.i18n import ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.theme import HUES, current
from trainer_app.ui.theme.tokens import MOTION_MS, RADIUS_LARGE
from trainer_app.ui.widgets.drawn import centred, rounded
from trainer_app.ui.widgets.pictures import dim, draw_face
from trainer_app.ui.widgets.plant import draw_plant
from trainer_app.ui.widgets.said_as import Role, say_as

_WIDE, _HIGH = 640.0, 360.0
_TABLE, _EDGE = QColor("#C98A5E"), QColor("#DEA878")
_FACES = (190, 160, 132, 112, 96)
"""The sides of the faces, for one person and for more."""


def leaves_of(lessons: Sequence[Lesson], progress: Mapping[str, Progress]) -> list[str]:
    """The hues of the lessons that are passed, in the order in which they were."""
    passed = [one for one in lessons if one.id in progress and progress[one.id].passed]
    return [one.hue for one in sorted(passed, key=lambda one: progress[one.id].last_at)]


def leaves_said(count: int) -> str:
    """The plant in words."""
    said = ngettext(
        "A plant with {count} leaf: you finished {count} lesson.",
        "A plant with {count} leaves: one for each lesson you finished.",
        count,
    )
    return said.format(count=number(count))


class Opening(QVariantAnimation):
    """The newest leaf opens once, where it is `fresh` and there is motion."""

    def __init__(self, plant: QWidget, *, fresh: bool) -> None:
        super().__init__(plant, duration=MOTION_MS)
        self._waits = fresh and current().motion
        self.share = 0.0 if self._waits else 1.0
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.valueChanged.connect(self._opens)

    def begin(self) -> None:
        """The plant came into sight."""
        if self._waits:
            self._waits = False
            self.start()

    def _opens(self, share: float) -> None:
        self.share = share
        plant = self.parent()
        assert isinstance(plant, QWidget)
        plant.update()


class GrownPicture(QWidget):
    """The faces of those who learn, and their plant; its newest leaf opens once, if it is `fresh`.

    `most` is the greatest height in design pixels. Signals: none.
    """

    def __init__(
        self,
        faces: Sequence[str],
        hues: Sequence[str],
        *,
        fresh: bool = False,
        most: int = 320,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._faces, self._hues = tuple(faces), tuple(hues)
        self._most = current().space(most)
        self.opening = Opening(self, fresh=fresh)
        self.setAccessibleName(leaves_said(len(hues)))
        say_as(self, Role.Graphic)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(self._most)

    def sizeHint(self) -> QSize:
        return QSize(round(self._most * _WIDE / _HIGH), self._most)

    def minimumSizeHint(self) -> QSize:
        least = min(self._most, current().space(96))
        return QSize(round(least * _WIDE / _HIGH), least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A narrow column needs no empty space above and below the picture.
        fitting = round(self.width() * _HIGH / _WIDE)
        self.setMaximumHeight(max(self.minimumSizeHint().height(), min(self._most, fitting)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.opening.begin()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / _WIDE, self.height() / _HIGH)
        whole = centred(QRectF(self.rect()), _WIDE * scale, _HIGH * scale)
        painter.setClipPath(rounded(whole, current().space(RADIUS_LARGE)))
        painter.translate(whole.topLeft())
        painter.scale(scale, scale)
        _draw_room(painter)
        middle = _WIDE / 2 if not self._faces else _WIDE * 0.74
        plant = QRectF(self._across(middle) - 120, 24, 240, 300)
        draw_plant(painter, plant, self._hues, self.opening.share)
        for box in self._portraits():
            draw_face(painter, box[0], box[1])
        painter.resetTransform()
        dim(painter, whole)

    def _across(self, x: float) -> float:
        return _WIDE - x if current().rtl else x

    def _portraits(self) -> list[tuple[str, QRectF]]:
        """Each face and where it is, in one or two rows at the side where reading begins."""
        count = len(self._faces)
        if not count:
            return []
        side = _FACES[min(count, len(_FACES)) - 1]
        in_row = count if count < 3 else (count + 1) // 2
        rows = -(-count // in_row)
        found = []
        for place, face in enumerate(self._faces):
            row, column = divmod(place, in_row)
            here = min(in_row, count - row * in_row)
            x = 220 + (column - (here - 1) / 2) * (side + 14)
            y = 172 + (row - (rows - 1) / 2) * (side + 10)
            found.append((face, QRectF(self._across(x) - side / 2, y - side / 2, side, side)))
        return found


def _draw_room(painter: QPainter) -> None:
    moss = HUES["moss"]
    painter.fillRect(QRectF(0, 0, _WIDE, _HIGH), QColor(moss.tint))
    painter.setBrush(QColor("#D6E2BF"))
    painter.setPen(QColor("#D6E2BF"))
    painter.drawEllipse(QRectF(440, -130, 260, 260))
    painter.drawEllipse(QRectF(-70, 170, 230, 230))
    painter.fillRect(QRectF(0, 308, _WIDE, 52), _TABLE)
    painter.fillRect(QRectF(0, 308, _WIDE, 9), _EDGE)


class PlantSign(QWidget):
    """The plant alone, small: how much somebody can do by now.

    `said` is what it means where its leaves are no lessons. Signals: none.
    """

    def __init__(
        self,
        hues: Sequence[str],
        size: int = 72,
        *,
        said: str = "",
        fresh: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hues = tuple(hues)
        self.opening = Opening(self, fresh=fresh)
        self.setAccessibleName(said or leaves_said(len(hues)))
        say_as(self, Role.Graphic)
        side = current().px(size)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_plant(QPainter(self), QRectF(self.rect()), self._hues, self.opening.share)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.opening.begin()
