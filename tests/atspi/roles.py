"""In the program itself: what takes the keyboard has a role that says what it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

_NOTHING = {QAccessible.Role.Client, QAccessible.Role.Grouping, QAccessible.Role.NoRole}


def without_role(window: QWidget) -> list[str]:
    """What can be reached by Tab in a window, and is only "a widget" or "a group" to a reader."""
    found = []
    for widget in window.findChildren(QWidget):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        if reached and widget.focusProxy() is None:
            met = QAccessible.queryAccessibleInterface(widget)
            if met.role() in _NOTHING:
                found.append(f"{type(widget).__name__} “{widget.accessibleName()}”")
    return found
