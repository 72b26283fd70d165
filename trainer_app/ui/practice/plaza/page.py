"""A place of Plaza with its title, and a sheet that lies over one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza.entries import Entry
from trainer_app.ui.practice.plaza.known_card import KNOWN, KnownCard
from trainer_app.ui.practice.plaza.parts import Column, reachable
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.spots import Spot
from trainer_app.ui.practice.stage_screen import StageScreen
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets.buttons import Button, IconButton
from trainer_app.ui.widgets.fields import Icon
from trainer_app.ui.widgets.flow import Scroller
from trainer_app.ui.widgets.focus_chain import next_of, previous_of
from trainer_app.ui.widgets.panels import Panel
from trainer_app.ui.widgets.text import Text

WIDEST = 640
"""How wide a column of posts grows, in design pixels."""


LEAST_WITH_TITLE = 200
"""How high a place must be to have its title above it, in design pixels."""

LEAST_WITH_AIR = 280
"""How high a place must be for a sheet to have air around it, in design pixels."""


class Page(QWidget):
    """A place: its title, perhaps a way back, and its parts in a scroller.

    `known` stays in sight while the parts scroll. Signals: none.
    """

    def __init__(
        self,
        scene: Scene,
        spot: Spot,
        icon: str,
        title: str,
        *,
        back: bool,
        brand: bool = False,
        known: KnownCard | None = None,
    ) -> None:
        super().__init__()
        self._scene, self.spot, self._known = scene, spot, known
        self._parts: Sequence[Part] = ()
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        theme = current()
        self.column = Column(scene)
        self.scroller = Scroller(self.column)
        self.scroller.setMinimumHeight(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._head, self._back = QWidget(), back
        head = QHBoxLayout(self._head)
        side = theme.space(12)
        head.setContentsMargins(side, theme.space(6), side, theme.space(6))
        head.setSpacing(theme.space(8))
        if back:
            button = Button(_("Back"), "quiet", icon="arrow-left", size="small")
            head.addWidget(scene.leaves(button))
        else:
            head.addWidget(Icon(icon, "primary", 28))
        colour: Token = "primary_strong" if brand else "ink"
        head.addWidget(Text(title, "large", "bold", colour=colour, tight=True), 1)
        layout.addWidget(self._head)
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        if known is not None:
            self._body.addWidget(known)
        self._body.addWidget(self.scroller, 1)
        layout.addLayout(self._body, 1)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these parts, drawing anew only what has changed."""
        self._parts = parts
        self._draw()
        for entry in self.findChildren(Entry):
            entry.take()

    def settle(self) -> None:
        """Say what was typed here and not yet said."""
        for entry in self.findChildren(Entry):
            entry.say()

    def focus_first(self) -> None:
        """Give the keyboard to the first thing of the place, or to the way back."""
        reach = reachable(self.column) or reachable(self)
        if reach:
            self._scene.focus(reach[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = current()
        # Where height is short, the mark on the place says enough.
        self._head.setVisible(self._back or self.height() >= theme.px(LEAST_WITH_TITLE))
        self._draw()

    def _draw(self) -> None:
        """The parts, and what is known above or beside them, in the room that there is."""
        theme = current()
        width, parts = self.width(), self._parts
        if self._known is not None:
            head = self._head.heightForWidth(width) if self._head.isVisibleTo(self) else 0
            self._known.fit(width, self.height() - head, theme.px(WIDEST))
            if self._known.beside:
                self._body.setDirection(QBoxLayout.Direction.RightToLeft)
                width -= self._known.width()
                parts = [each for each in parts if each.key not in KNOWN]
            else:
                self._body.setDirection(QBoxLayout.Direction.TopToBottom)
        self.column.show_parts(parts)
        self.column.set_sides(max(theme.space(10), (width - theme.px(WIDEST)) // 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current()
        painter.fillRect(self.rect(), theme.colour("paper"))
        top = self.scroller.geometry().top()
        if top > 0:
            painter.fillRect(0, 0, self.width(), top, theme.colour("card"))
            painter.fillRect(0, top - 1, self.width(), 1, theme.colour("line"))


class Sheet(QWidget):
    """Large buttons over a dimmed place. Escape and its cross lead back. Signals: none."""

    def __init__(self, scene: Scene, spot: Spot, title: str, *, low: bool) -> None:
        super().__init__()
        self._scene, self._low = scene, low
        self.spot = spot
        self.setAccessibleName(title)
        theme = current()
        self._panel = Panel("paper", "line", pad=12, parent=self)
        self._panel.setAccessibleName(title)
        head = QHBoxLayout()
        head.setSpacing(theme.space(8))
        self._title = Text(title, "large", "bold", tight=True)
        head.addWidget(self._title, 1)
        close = IconButton("x", _("Close"), under=False)
        head.addWidget(scene.leaves(close))
        self._close = close
        self._panel.body.addLayout(head)
        self.column = Column(scene, gap=8, margin=2)
        self.scroller = Scroller(self.column)
        self.scroller.setMinimumHeight(1)
        self._panel.body.addWidget(self.scroller, 1)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these parts, drawing anew only what has changed."""
        self.column.show_parts(parts)
        self._arrange()

    def settle(self) -> None:
        """Nothing is typed on a sheet."""

    def focus_first(self) -> None:
        """Give the keyboard to the first button, or to the cross."""
        reach = reachable(self.column)
        self._scene.focus(reach[0] if reach else self._close)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the keyboard off what is dimmed: from the sheet to what stands around Plaza."""
        reach = reachable(self)
        if not reach:
            # It is being put away, and Qt looks for another place for the keyboard.
            return False
        now = QApplication.focusWidget()
        at = reach.index(now) + (1 if forward else -1) if now in reach else 0
        target = reach[at] if 0 <= at < len(reach) else _around_plaza(self, forward)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        (target or reach[at % len(reach)]).setFocus(reason)
        if target is not None and self.isAncestorOf(target):
            self.scroller.ensureWidgetVisible(target)
        return True

    def take_in(self, before: QWidget | None) -> None:
        """Have the keyboard as Tab brings it: at the cross, or backwards at the last button."""
        reach = reachable(self)
        if reach:
            backwards = before is not None and before is _around_plaza(self, forward=True)
            self._scene.focus(reach[-1] if backwards else reach[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._scene.left.emit()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the sheet leads back too, as on a phone."""
        event.accept()
        if not self._panel.geometry().contains(event.position().toPoint()):
            self._scene.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """As high as the buttons need, at the thumb or in the middle."""
        theme = current()
        margin = theme.space(10 if self._low else 32)
        if self.height() < theme.px(LEAST_WITH_AIR):
            margin = theme.space(4)
        width = min(self.width() - 2 * margin, theme.px(560))
        if width <= 0:
            return
        margins = self._panel.body.contentsMargins()
        inner = width - margins.left() - margins.right()
        words = inner - self._close.sizeHint().width() - theme.space(8)
        head = max(self._close.sizeHint().height(), self._title.heightForWidth(words))
        # The scroller may take a strip for its bar; measure as if it did, so it never must.
        needed = self.column.height_for(inner - theme.space(12)) + head
        needed += self._panel.body.spacing() + margins.top() + margins.bottom()
        height = min(needed, self.height() - 2 * margin)
        top = self.height() - height - margin if self._low else (self.height() - height) // 2
        self._panel.setGeometry((self.width() - width) // 2, top, width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        scrim = QColor("#10201D" if current().name == "light" else "#000000")
        scrim.setAlpha(130 if current().name == "light" else 190)
        painter.fillRect(self.rect(), scrim)


def _around_plaza(sheet: QWidget, forward: bool) -> QWidget | None:
    """The next control outside the pretend network, such as the goals; None if there is none."""
    plaza: QWidget | None = sheet
    while plaza is not None and not isinstance(plaza, StageScreen):
        plaza = plaza.parentWidget()
    now: QWidget | None = sheet
    while plaza is not None and now is not None:
        now = next_of(now) if forward else previous_of(now)
        if now is None or now is sheet:
            break
        takes = bool(now.focusPolicy() & Qt.FocusPolicy.TabFocus) and now.isEnabled()
        if takes and now.isVisible() and now is not plaza and not plaza.isAncestorOf(now):
            return now
    return None
