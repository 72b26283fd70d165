"""A hand at a practice: does with the mouse, or with keys alone, what a touch says."""

from __future__ import annotations

from typing import Any, Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from shiboken6 import isValid

from trainer_app.ui.practice.keyboard.keycap import Keycap
from trainer_app.ui.practice.stage_screen import Touch

By = Literal["mouse", "keys"]
_NONE = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


class Hand:
    """Touches real widgets, and only such as are in sight and can be reached."""

    def __init__(self, qtbot: Any, by: By) -> None:
        self._qtbot, self._by = qtbot, by

    def do(self, touch: Touch) -> None:
        """One touch. Fails where a person could not do it."""
        if touch.widget.isWindow() is False:
            bring_into_sight(touch.widget)
        assert touch.widget.isVisible(), f"not in sight: {touch.widget}"
        assert touch.widget.isEnabled(), f"cannot be used: {touch.widget}"
        getattr(self, f"_{touch.does}")(touch)

    def _press(self, touch: Touch) -> None:
        self._press_widget(touch.widget)

    def _press_widget(self, widget: QWidget) -> None:
        if self._by == "keys":
            tab_to(widget)
            if widget.isVisible():
                QTest.keyClick(widget, Qt.Key.Key_Space)
            return
        at = widget.rect().center()
        window = widget.window()
        top = window.childAt(widget.mapTo(window, at)) if window is not widget else widget
        assert top is not None
        assert top is widget or widget.isAncestorOf(top), f"{top} lies over {widget}"
        QTest.mouseClick(top, _LEFT, _NONE, top.mapFrom(window, widget.mapTo(window, at)))

    def _type(self, touch: Touch) -> None:
        if self._by == "keys":
            tab_to(touch.widget)
        else:
            self._press_widget(touch.widget)
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit | QPlainTextEdit), f"no field to type in: {field}"
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        for sign in touch.text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, _NONE, sign))

    def _drag(self, touch: Touch) -> None:
        assert touch.to is not None
        if self._by == "keys":
            self._press_widget(touch.widget)
            bring_into_sight(touch.to)
            self._press_widget(touch.to)
            return
        self._pull(touch.widget, touch.to.mapToGlobal(touch.to.rect().center()))

    def _pull(self, widget: QWidget, end: QPoint) -> None:
        """Press, move in steps and let go. What is pulled may move with the hand."""
        start = widget.mapToGlobal(widget.rect().center())
        QTest.mousePress(widget, _LEFT, _NONE, widget.rect().center())
        for part in range(1, 6):
            QTest.mouseMove(widget, widget.mapFromGlobal(start + (end - start) * part / 5))
        QTest.mouseRelease(widget, _LEFT, _NONE, widget.mapFromGlobal(end))

    def _scroll(self, touch: Touch) -> None:
        if self._by == "keys":
            tab_to(touch.widget)
            QTest.keyClick(touch.widget, _ARROWS[touch.way])
            return
        down, right = _WHEEL[touch.way]
        at = QPointF(touch.widget.rect().center())
        wheel = QWheelEvent(
            at,
            QPointF(touch.widget.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(right, down),
            Qt.MouseButton.NoButton,
            _NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(touch.widget, wheel)

    def _swipe(self, touch: Touch) -> None:
        if self._by == "keys":
            self._scroll(touch)
            return
        dx, dy = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}[touch.way]
        start = touch.widget.mapToGlobal(touch.widget.rect().center())
        self._pull(touch.widget, start + QPoint(dx * 160, dy * 160))

    def _hold(self, touch: Touch) -> None:
        """A second and a little more; what is held may be gone before the hand lets go."""
        widget, middle = touch.widget, touch.widget.rect().center()
        if self._by == "keys":
            tab_to(widget)
            QTest.keyPress(widget, Qt.Key.Key_Space)
        else:
            QTest.mousePress(widget, _LEFT, _NONE, middle)
        self._qtbot.wait(1100)
        if not isValid(widget):
            return
        if self._by == "keys":
            QTest.keyRelease(widget, Qt.Key.Key_Space)
        else:
            QTest.mouseRelease(widget, _LEFT, _NONE, middle)


_ARROWS = {
    "up": Qt.Key.Key_Up,
    "down": Qt.Key.Key_Down,
    "left": Qt.Key.Key_Left,
    "right": Qt.Key.Key_Right,
}
_WHEEL = {"down": (-120, 0), "up": (120, 0), "left": (0, 120), "right": (0, -120)}


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever scrolls around a widget until it is in sight."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    QApplication.processEvents()


def tab_to(widget: QWidget, most: int = 300) -> None:
    """Press Tab until a widget has the focus; fails if Tab never comes there.

    To a key of the on-screen keyboard lead Tab and then arrows, as for a person. What goes away
    when the focus comes to it was reached.
    """
    window = widget.window()
    if not window.isActiveWindow():
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
    if QApplication.focusWidget() is None:
        window.setFocus()
    keyboard = widget.parentWidget() if isinstance(widget, Keycap) else None
    for _ in range(most):
        now = QApplication.focusWidget()
        if now is widget or (now is not None and now is widget.focusProxy()):
            return
        if not widget.isVisible():
            return
        if keyboard is not None and now is not None and keyboard.isAncestorOf(now):
            QTest.keyClick(now, _towards(now.geometry(), widget.geometry()))
        else:
            QTest.keyClick(now or window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {widget}")


def _towards(here: QRect, there: QRect) -> Qt.Key:
    """The arrow that leads on from one key to another: first to its row, then along it."""
    if there.top() > here.bottom():
        return Qt.Key.Key_Down
    if there.bottom() < here.top():
        return Qt.Key.Key_Up
    return Qt.Key.Key_Right if there.left() > here.right() else Qt.Key.Key_Left
