"""Arrow keys among buttons that stand in rows and columns: up and down go to the row beside."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

_UPRIGHT = (Qt.Key.Key_Up, Qt.Key.Key_Down)


def neighbour(button: QAbstractButton, key: int) -> QAbstractButton | None:
    """The button above or below among those with the same parent; None where there is none."""
    parent = button.parentWidget()
    if key not in _UPRIGHT or parent is None:
        return None
    here = button.geometry()
    children = Qt.FindChildOption.FindDirectChildrenOnly
    found = [
        (_distance(here, one.geometry()), number, one)
        for number, one in enumerate(parent.findChildren(QAbstractButton, options=children))
        if one is not button and _takes_keyboard(one) and _is_beyond(here, one.geometry(), key)
    ]
    return min(found)[2] if found else None


def _takes_keyboard(widget: QWidget) -> bool:
    tabs = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tabs) and widget.isVisible() and widget.isEnabled()


def _is_beyond(here: QRect, there: QRect, key: int) -> bool:
    """Whether a box lies wholly above or below another."""
    return there.top() > here.bottom() if key == Qt.Key.Key_Down else there.bottom() < here.top()


def _distance(here: QRect, there: QRect) -> int:
    """The row beside first, and in it the one straight above or below."""
    down = abs(there.center().y() - here.center().y())
    return down * 100 + abs(there.center().x() - here.center().x())
