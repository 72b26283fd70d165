"""Plaza as somebody else sees it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _, isolate
from trainer_app.ui.practice.plaza import me
from trainer_app.ui.practice.plaza.faces import Face
from trainer_app.ui.practice.plaza.page import WIDEST
from trainer_app.ui.practice.plaza.parts import Column
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.theme import current
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.flow import Scroller
from trainer_app.ui.widgets.text import Text


class Eyes(QWidget):
    """A bar that says whose eyes these are, with the way back, and what they see. Signals: none."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene
        theme = current()
        viewer = scene.view.viewer
        name = scene.name(viewer)
        self.setAccessibleName(_("You look through the eyes of {name}").format(name=isolate(name)))
        self._bar = QWidget()
        self._bar.setMinimumHeight(theme.target)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(*[theme.space(10)] * 4)
        row.setSpacing(theme.space(10))
        self._face = Face(scene.face(viewer), name, 48)
        self._words = Text("", "body", "bold", tight=True)
        row.addWidget(self._face)
        row.addWidget(self._words, 1)
        self.back = Button(_("Back to me"), "primary", icon="arrow-left", size="small")
        self.back.clicked.connect(lambda: scene.looked_as.emit(""))
        row.addWidget(self.back)
        self._column = Column(scene)
        self._scroller = Scroller(self._column)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._scroller, 1)
        self._words.set_words(self.accessibleName())

    def draw(self) -> None:
        """Show what they see now."""
        self._column.show_parts(me.as_seen(self._scene))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._scene.looked_as.emit("")
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = current()
        self._column.set_sides(max(theme.space(10), (self.width() - theme.px(WIDEST)) // 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.fillRect(self._bar.geometry(), theme.colour("warn_tint"))
