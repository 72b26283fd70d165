"""The two shapes of Plaza: a phone in the middle, or a window of a browser."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygon, QRegion, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.practice.pieces.casing import draw_casing
from trainer_app.ui.practice.plaza.places import PLACES
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.spots import Spot, roots
from trainer_app.ui.tab_order import put_behind
from trainer_app.ui.theme import current, draw_icon
from trainer_app.ui.widgets.buttons import IconButton
from trainer_app.ui.widgets.drawn import centred, panel, rounded
from trainer_app.ui.widgets.flow import FlowRow, Scroller
from trainer_app.ui.widgets.lettering import Lettering

ADDRESS = "plaza.example"
NARROWEST = 430
"""The least width of the phone's glass in design pixels, where there is room."""


LOW = 260
"""Below this height in design pixels words of places stand beside their signs."""


class Floor(QWidget):
    """Where pages and sheets lie, each as large as the floor. Signals: none."""

    def lay(self, widget: QWidget) -> None:
        """Put something on the floor, above what lies there."""
        widget.setParent(self)
        widget.setGeometry(self.rect())
        widget.show()
        widget.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for child in self.children():
            if isinstance(child, QWidget):
                child.setGeometry(self.rect())


class _Tab(IconButton):
    """The way to a place. Signals: those of IconButton."""

    def lie(self, beside: bool) -> None:
        """Have the word beside the sign, where height is short, or under it."""
        if self._under == beside:
            self._under = not beside
            self.updateGeometry()
            self.update()


class Frame(QWidget):
    """A shape around Plaza. `floor` has the pages, `glass` all of the screen, for sheets."""

    low_sheets = False

    def __init__(self, scene: Scene, shape: str) -> None:
        super().__init__()
        self.floor, self.glass = Floor(), Floor()
        self._tabs: dict[Spot, _Tab] = {}
        for spot in roots(shape):
            kind = PLACES[spot.kind]
            tab = _Tab(kind.icon, _(kind.title), under=shape == "phone")
            tab.setCheckable(True)
            tab.setAutoExclusive(False)
            tab.clicked.connect(self._keep)
            self._tabs[spot] = scene.opens(tab, spot)
        self._now: Spot | None = None

    def show_place(self, spot: Spot) -> None:
        """Mark the place that one is in."""
        self._now = spot
        self._keep()

    def put_in_order(self) -> None:
        """Have Tab come to the places where one reads them."""

    def _keep(self) -> None:
        """A press on the place that one is in leaves it marked."""
        for spot, tab in self._tabs.items():
            tab.setChecked(spot == self._now)
            tab.setAccessibleDescription(_("You are here") if spot == self._now else "")


class _Thumbs(FlowRow):
    """The places at the thumb: what room is left is shared among them."""

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        for line in self._lines(box.width()):
            widths = [item.geometry().width() for item in line]
            spare = box.width() - sum(widths) - self._gap * (len(line) - 1)
            left = 0
            for number, (item, wide) in enumerate(zip(line, widths, strict=True), start=1):
                wide += spare * number // len(line) - spare * (number - 1) // len(line)
                old = item.geometry()
                x = box.right() + 1 - left - wide if self.from_right() else box.left() + left
                item.setGeometry(QRect(x, old.top(), wide, old.height()))
                left += wide + self._gap


class PhoneFrame(Frame):
    """A phone held upright, as wide as its words need and the room allows. Signals: none."""

    low_sheets = True

    def __init__(self, scene: Scene, shape: str) -> None:
        super().__init__(scene, shape)
        theme = current()
        self.setProperty("ground", "none")
        self.glass.setParent(self)
        foot = QWidget()
        foot.setProperty("ground", "card")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(foot)
        inside.setContentsMargins(*[theme.space(6)] * 4)
        thumbs = QWidget()
        self._bar = _Thumbs(thumbs, 4)
        inside.addWidget(thumbs)
        for tab in self._tabs.values():
            self._bar.addWidget(tab)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.floor, 1)
        column.addWidget(foot)
        self.glass.lay(self._inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < current().px(LOW)
        for tab in self._tabs.values():
            tab.lie(low)
        box = self._body()
        rim = self._rim()
        inner = box.adjusted(rim, rim, -rim, -rim).toRect()
        self.glass.setGeometry(inner)
        radius = current().space(22)
        shape = rounded(QRectF(0, 0, inner.width(), inner.height()), radius)
        outline: QPolygon = shape.toFillPolygon().toPolygon()
        self.glass.setMask(QRegion(outline))

    def put_in_order(self) -> None:
        put_behind(self.floor, *self._tabs.values())

    def _rim(self) -> int:
        return current().space(10)

    def _body(self) -> QRectF:
        theme = current()
        wide = max(theme.px(NARROWEST), self._bar.sizeHint().width() + 2 * theme.space(6))
        width = min(self.width(), wide + 2 * self._rim())
        return centred(QRectF(self.rect()), width, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_casing(painter, self._body(), current().space(30))


class _Chrome(QWidget):
    """The upper edge of a browser: a tab with its name, and the line of the address."""

    def __init__(self) -> None:
        super().__init__()
        theme = current()
        self._tab = Lettering("Plaza", "small", "semibold", tight=True)
        self._address = Lettering(ADDRESS, "small", tight=True)
        self._strip = ceil(self._tab.pitch + theme.space(10))
        self._line = ceil(self._address.pitch + theme.space(16))
        self.setFixedHeight(self._strip + self._line)
        self.setAccessibleName(_("Browser: {address}").format(address=ADDRESS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        radius = theme.space(12)
        panel(painter, whole.adjusted(0, 0, 0, radius), radius, theme.colour("key"))
        bar = QRectF(0, self._strip, whole.width(), self._line)
        painter.fillRect(bar, theme.colour("card"))
        wide = self._tab.natural_width() + theme.px(22) + theme.space(44)
        left = whole.width() - wide - theme.space(16) if theme.rtl else theme.space(16)
        tab = QRectF(left, theme.space(4), wide, self._strip)
        panel(painter, tab.adjusted(0, 0, 0, radius), theme.space(8), theme.colour("card"))
        painter.fillRect(bar, theme.colour("card"))
        self._pair(
            painter, tab.adjusted(theme.space(12), 0, -theme.space(12), 0), "trees", self._tab
        )
        line = bar.adjusted(theme.space(16), theme.space(4), -theme.space(16), -theme.space(6))
        panel(painter, line, line.height() / 2, theme.colour("sunk"), theme.colour("line"), 1)
        self._pair(
            painter, line.adjusted(theme.space(14), 0, -theme.space(14), 0), "lock", self._address
        )

    def _pair(self, painter: QPainter, box: QRectF, icon: str, words: Lettering) -> None:
        """A sign and words, from the left in every language: addresses are not mirrored."""
        theme = current()
        side = theme.px(20)
        at = QRectF(box.left(), box.top(), side, box.height())
        draw_icon(painter, icon, theme.hex("primary"), centred(at, side))
        rest = box.adjusted(side + theme.space(8), 0, 0, 0)
        words.draw(painter, rest, theme.colour("ink"), "end" if theme.rtl else "start")


class BrowserFrame(Frame):
    """A window of a browser with Plaza's places at the side. Signals: none."""

    def __init__(self, scene: Scene, shape: str) -> None:
        super().__init__(scene, shape)
        theme = current()
        side = QWidget()
        side.setProperty("ground", "none")
        places = QVBoxLayout(side)
        places.setContentsMargins(*[theme.space(10)] * 4)
        places.setSpacing(theme.space(4))
        for tab in self._tabs.values():
            places.addWidget(tab)
        places.addStretch(1)
        scroller = Scroller(side)
        widest = max(tab.sizeHint().width() for tab in self._tabs.values())
        scroller.setFixedWidth(widest + 2 * theme.space(10) + theme.space(14))
        self._inside = QWidget()
        row = QHBoxLayout(self._inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scroller)
        row.addWidget(self.floor, 1)
        self.glass.lay(self._inside)
        column = QVBoxLayout(self)
        edge = theme.space(4)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(0)
        self._chrome = _Chrome()
        column.addWidget(self._chrome)
        column.addWidget(self.glass, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where height is short, what can be pressed needs it more than the address.
        self._chrome.setVisible(self.height() >= current().px(LOW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        radius = theme.space(14)
        panel(painter, box, radius, theme.colour("card"), theme.colour("edge"), theme.border)


def frame_of(scene: Scene, shape: str) -> Frame:
    """The frame for a stage's shape."""
    return (PhoneFrame if shape == "phone" else BrowserFrame)(scene, shape)
