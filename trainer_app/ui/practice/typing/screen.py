"""Typing on the screen: lines above, the keyboard below; the laptop's own keys type too."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trainer_app.domain.practice.keyboards import SHIFT, SIGNS, keyboard
from trainer_app.domain.practice.keystrokes import Action, Chose, Dead, Layer, Pressed
from trainer_app.domain.practice.typing import TypingView
from trainer_app.domain.practice.typing_stage import TypingStage
from trainer_app.ui.practice.keyboard.on_screen_keyboard import OnScreenKeyboard
from trainer_app.ui.practice.stage_screen import Material, StageScreen, Touch
from trainer_app.ui.practice.typing.line import TypingLine, stroke_of
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Scroller


class TypingScreen(StageScreen):
    """Lines to type, one after the other, in the person's script or another one.

    Signals: those of StageScreen.
    """

    def __init__(self, material: Material, parent: QWidget | None = None) -> None:
        super().__init__(material, parent)
        stage = cast("TypingStage", material.stage)
        language = material.words.language
        self._lines: dict[str, TypingLine] = {}
        self._view: TypingView | None = None
        self._scroller = Scroller()
        for target in stage.targets:
            wanted = material.text(stage.word("targets", target.id)).strip()
            line = TypingLine(wanted, target, language, self)
            line.clicked.connect(lambda _=False, id=target.id: self.acted.emit(Chose(id)))
            line.struck.connect(self.acted)
            self._lines[target.id] = line
            self._scroller.add(line)
        self._scroller.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        self._keyboard = OnScreenKeyboard()
        self._keyboard.struck.connect(self.acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(8))
        column.addWidget(self._scroller, 1)
        column.addWidget(self._keyboard)

    def show_view(self, view: TypingView) -> None:
        self._view = view
        before = next((line for line in self._lines.values() if line.here), None)
        for line in view.lines:
            self._lines[line.id].show_line(line)
        self._keyboard.show_board(view.language, view.languages, view.layer, view.waiting)
        now = next((line for line in self._lines.values() if line.here), None)
        if now is None:
            return
        if now is not before and QApplication.focusWidget() in self._lines.values():
            now.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._keep_in_sight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # At least one line is in sight, whatever the keyboard takes.
        wide = self.width() - self._scroller.verticalScrollBar().sizeHint().width()
        highest = max(line.heightForWidth(wide) for line in self._lines.values())
        self._scroller.setMinimumHeight(min(highest + 4, self.height() // 3))

    def touch(self, action: Action) -> Touch | None:
        if isinstance(action, Chose):
            line = self._lines.get(action.target)
            return None if line is None else Touch(line)
        key = self._keyboard.key_for(action) or self._way_to(action)
        return None if key is None else Touch(key)

    def focus_first(self) -> None:
        lines = list(self._lines.values())
        here = next((line for line in lines if line.here), lines[0])
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed belongs to the line typed in, wherever the focus is in this screen."""
        action = stroke_of(event)
        if action is None:
            super().keyPressEvent(event)
        else:
            self.acted.emit(action)

    def _keep_in_sight(self) -> None:
        """The line typed in, also when lines above it have become higher."""
        for line in self._lines.values():
            if line.here:
                self._scroller.ensureWidgetVisible(line, 0, 4)

    def _way_to(self, action: Action) -> QWidget | None:
        """The key that brings the layer on which a sign lies."""
        sign = {Pressed: "text", Dead: "key"}.get(type(action))
        if sign is None or self._view is None:
            return None
        board = keyboard(self._view.language)
        for layer in (SHIFT, SIGNS):
            rows = board.layers.get(layer, ())
            if layer != self._view.layer and any(getattr(action, sign) in row for row in rows):
                return self._keyboard.key_for(Layer(layer))
        return None
