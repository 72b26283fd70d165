"""In which order Tab goes through a page whose parts were not made in the order of reading."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget


def put_in_order(*parts: QWidget) -> None:
    """Have Tab go through all that is in the first part, then in the second, and so on.

    Parts with a list that opens stay as they are: Qt loses its way around the hidden window of one.
    """
    stops = dict.fromkeys(stop for part in parts for stop in _stops(part))
    if any(isinstance(stop, QComboBox) for stop in stops):
        return
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def put_behind(content: QWidget, *parts: QWidget) -> None:
    """Have Tab go on from the last thing in the content to these parts, made before it."""
    inside = _stops(content)
    if inside:
        stops = [inside[-1], *(stop for part in parts for stop in _stops(part))]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)


def _stops(part: QWidget) -> list[QWidget]:
    """What Tab can reach in a part, or the part itself, in the order until now."""
    found: list[QWidget] = []
    widget: QWidget | None = part
    while widget is not None:
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        inside = widget is part or part.isAncestorOf(widget)
        if takes_tab and inside and widget.focusProxy() is None:
            found.append(widget)
        widget = widget.nextInFocusChain()
        if widget is part:
            break
    return found
