"""Finds what is wrong with a screen by measuring it: cut, outside, too small, unnamed, turned.

Each function gives one sentence for each fault, and none for a sound window.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QWidget,
)

from trainer_app.ui.widgets import Chip, Scroller, Text
from trainer_app.ui.widgets.drawn import DrawnButton

from .sight import Sight, holder, name

LEARNERS_TARGET, TRAINERS_TARGET = 48, 32


def cut(sight: Sight) -> Iterator[str]:
    """Words that have less room than they need."""
    for widget in sight.widgets:
        if isinstance(widget, Text | DrawnButton | Chip) and widget.hasHeightForWidth():
            if widget.heightForWidth(widget.width()) > widget.height():
                yield f"cut: {name(widget)} needs {widget.heightForWidth(widget.width())} high"
            if widget.minimumSizeHint().width() > widget.width():
                yield f"cut: {name(widget)} needs {widget.minimumSizeHint().width()} wide"
        elif isinstance(widget, QLineEdit):
            if widget.fontMetrics().height() > widget.height():
                yield f"cut: {name(widget)} is lower than its letters"
        elif isinstance(widget, QComboBox):
            room = _room_of(widget)
            needs = widget.fontMetrics().horizontalAdvance(widget.currentText())
            if needs > room:
                yield f"cut: {name(widget)} has {room} for {needs} of {widget.currentText()!r}"


def outside(sight: Sight) -> Iterator[str]:
    """What reaches over the edge of what holds it, and so cannot be seen whole."""
    for widget in sight.widgets:
        parent = widget.parentWidget()
        if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
            continue
        if not parent.rect().contains(widget.geometry()) and not widget.size().isEmpty():
            yield f"outside: {name(widget)} at {widget.pos().toTuple()} in {name(parent)}"


def sideways(sight: Sight) -> Iterator[str]:
    """What would have to be scrolled to the side."""
    for area in sight.widgets:
        if isinstance(area, Scroller):
            needs = max(area.widget().minimumSizeHint().width(), area.widget().width())
            if needs > area.viewport().width():
                yield f"sideways: {needs} in {area.viewport().width()}: {holder(area)}"
        elif isinstance(area, QTableView) and area.property("sideways") == "meant":
            continue
        elif isinstance(area, QTableView) and area.horizontalScrollBar().maximum() > 0:
            yield f"sideways: {name(area)} by {area.horizontalScrollBar().maximum()}"


def scrolls(sight: Sight) -> Iterator[str]:
    """What has to be scrolled down."""
    for area in sight.widgets:
        if isinstance(area, Scroller) and area.verticalScrollBar().maximum() > 0:
            yield f"scrolls: by {area.verticalScrollBar().maximum()}: {holder(area)}"


def small(sight: Sight, least: int) -> Iterator[str]:
    """What is too small to be hit with a finger or an unsteady hand; `least` in pixels."""
    for widget in sight.controls:
        if min(widget.width(), widget.height()) < least:
            yield f"small: {name(widget)}, least {least}"


def overlapping(sight: Sight) -> Iterator[str]:
    """Two neighbours on the same ground."""
    by_parent: dict[QWidget, list[tuple[QWidget, tuple[int, int, int, int]]]] = {}
    for widget in sight.widgets:
        parent = widget.parentWidget()
        left, top, wide, high = widget.geometry().getRect()
        if parent is not None and parent is not sight.window and wide > 0 and high > 0:
            place = (left, top, left + wide, top + high)
            by_parent.setdefault(parent, []).append((widget, place))
    for neighbours in by_parent.values():
        for (one, a), (other, b) in combinations(neighbours, 2):
            if min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 1:
                yield f"overlapping: {name(one)} and {name(other)}"


def unnamed(sight: Sight) -> Iterator[str]:
    """What a screen reader has no word for."""
    for widget in sight.controls:
        if not widget.accessibleName().strip():
            yield f"unnamed: {name(widget)} in {holder(widget)}"


def turned(sight: Sight, *, right_to_left: bool) -> Iterator[str]:
    """What is not laid out in the direction of the language, but for numbers' keys."""
    for widget in [sight.window, *sight.widgets]:
        if widget.isRightToLeft() != right_to_left and not _keeps_left_to_right(widget):
            yield f"turned: {name(widget)} in {holder(widget)}"


def _keeps_left_to_right(widget: QWidget) -> bool:
    """Numbers' keys and Latin text run from left to right in every script."""
    one: QWidget | None = widget
    while one is not None and not one.isWindow():
        if one.testAttribute(Qt.WidgetAttribute.WA_SetLayoutDirection):
            return one.layoutDirection() is Qt.LayoutDirection.LeftToRight
        one = one.parentWidget()
    return False


def _room_of(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    option.initFrom(box)
    option.editable = False
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    icon = box.iconSize().width() + 4 if not box.itemIcon(box.currentIndex()).isNull() else 0
    return field.width() - icon
