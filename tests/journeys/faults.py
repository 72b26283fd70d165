"""Finds what is wrong with a screen by measuring it: cut, outside, too small, unnamed, unreachable.

Each function gives one sentence for each fault, and none for a sound window.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QTextEdit,
    QWidget,
)

from trainer_app.ui.widgets import Chip, Scroller, Text, Toast
from trainer_app.ui.widgets.drawn import DrawnButton
from trainer_app.ui.widgets.fields import Field

from .hand import Hand

Control = QAbstractButton | QLineEdit | QComboBox | QTextEdit | QTableView
CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QTextEdit, QTableView)
LEARNERS_TARGET, TRAINERS_TARGET = 48, 32
_MOST_TABS = 300


def name(widget: QWidget) -> str:
    """A widget as a finding calls it."""
    said = widget.accessibleName() or (widget.text() if isinstance(widget, Text) else "")
    return f"{type(widget).__name__} {said[:60]!r} {widget.width()}×{widget.height()}"


def in_sight(window: QWidget) -> list[QWidget]:
    """What is shown; while something lies over the whole window, only that."""
    return [one for one in Hand(window)._visible() if not _of_qt(one)]


def controls(window: QWidget) -> list[QWidget]:
    """What a person presses or fills in."""
    return [one for one in in_sight(window) if isinstance(one, CONTROLS)]


def cut(window: QWidget) -> Iterator[str]:
    """Words that have less room than they need."""
    for widget in in_sight(window):
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


def outside(window: QWidget) -> Iterator[str]:
    """What reaches over the edge of what holds it, and so cannot be seen whole."""
    for widget in in_sight(window):
        parent = widget.parentWidget()
        if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
            continue
        if not parent.rect().contains(widget.geometry()) and not widget.size().isEmpty():
            yield f"outside: {name(widget)} at {widget.pos().toTuple()} in {name(parent)}"


def sideways(window: QWidget) -> Iterator[str]:
    """What would have to be scrolled to the side."""
    for area in in_sight(window):
        if isinstance(area, Scroller):
            needs = max(area.widget().minimumSizeHint().width(), area.widget().width())
            if needs > area.viewport().width():
                yield f"sideways: {needs} in {area.viewport().width()}: {_holder(area)}"
        elif isinstance(area, QTableView) and area.property("sideways") == "meant":
            continue
        elif isinstance(area, QTableView) and area.horizontalScrollBar().maximum() > 0:
            yield f"sideways: {name(area)} by {area.horizontalScrollBar().maximum()}"


def scrolls(window: QWidget) -> Iterator[str]:
    """What has to be scrolled down."""
    for area in in_sight(window):
        if isinstance(area, Scroller) and area.verticalScrollBar().maximum() > 0:
            yield f"scrolls: by {area.verticalScrollBar().maximum()}: {_holder(area)}"


def small(window: QWidget, least: int) -> Iterator[str]:
    """What is too small to be hit with a finger or an unsteady hand; `least` in pixels."""
    for widget in controls(window):
        if min(widget.width(), widget.height()) < least:
            yield f"small: {name(widget)}, least {least}"


def overlapping(window: QWidget) -> Iterator[str]:
    """Two neighbours on the same ground."""
    by_parent: dict[QWidget, list[QWidget]] = {}
    for widget in in_sight(window):
        parent = widget.parentWidget()
        if parent is not None and parent is not window and not widget.size().isEmpty():
            by_parent.setdefault(parent, []).append(widget)
    for neighbours in by_parent.values():
        for one, other in combinations(neighbours, 2):
            common = one.geometry() & other.geometry()
            if common.width() > 1 and common.height() > 1:
                yield f"overlapping: {name(one)} and {name(other)}"


def unnamed(window: QWidget) -> Iterator[str]:
    """What a screen reader has no word for."""
    for widget in controls(window):
        if not widget.accessibleName().strip():
            yield f"unnamed: {name(widget)} in {_holder(widget)}"


def unreachable(window: QWidget) -> Iterator[str]:
    """What the Tab key, and then the arrow keys, never come to."""
    wanted = [one for one in controls(window) if one.isEnabled()]
    visited = _tabbed(window)
    groups = {one.group() for one in visited if isinstance(one, QAbstractButton)} - {None}
    for widget in wanted:
        if widget in visited or (isinstance(widget, QAbstractButton) and widget.group() in groups):
            continue
        if widget.focusProxy() in visited or _has_keys_of_its_own(widget, visited):
            continue
        yield f"unreachable: {name(widget)} in {_holder(widget)}"


def turned(window: QWidget, *, right_to_left: bool) -> Iterator[str]:
    """What is not laid out in the direction of the language, but for numbers' keys."""
    for widget in [window, *in_sight(window)]:
        if widget.isRightToLeft() != right_to_left and not _keeps_left_to_right(widget):
            yield f"turned: {name(widget)} in {_holder(widget)}"


def _tabbed(window: QWidget) -> set[QWidget]:
    """What gets the keyboard while Tab is pressed until it comes round."""
    before = QApplication.focusWidget()
    visited: set[QWidget] = set()
    for _press in range(_MOST_TABS):
        now = QApplication.focusWidget()
        if now in visited:
            break
        if now is not None:
            visited.add(now)
        QTest.keyClick(now or window, Qt.Key.Key_Tab)
    if before is not None:
        before.setFocus(Qt.FocusReason.OtherFocusReason)
    return visited


def _has_keys_of_its_own(widget: QWidget, visited: set[QWidget]) -> bool:
    """Whether keys pressed elsewhere do the same: in the field or the row that it belongs to."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return False
    parent = widget.parentWidget()
    while parent is not None:
        if parent in visited or (parent.focusPolicy() & Qt.FocusPolicy.ClickFocus):
            return True
        if isinstance(parent, Field):
            return parent.control in visited
        parent = parent.parentWidget()
    return False


def _keeps_left_to_right(widget: QWidget) -> bool:
    """Numbers' keys and Latin text run from left to right in every script."""
    one: QWidget | None = widget
    while one is not None and not one.isWindow():
        if one.testAttribute(Qt.WidgetAttribute.WA_SetLayoutDirection):
            return one.layoutDirection() is Qt.LayoutDirection.LeftToRight
        one = one.parentWidget()
    return False


def _of_qt(widget: QWidget) -> bool:
    """Parts inside Qt's own widgets, scroll bars, and messages that go by themselves."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QLineEdit | QComboBox | QAbstractSlider | Toast):
            return True
        if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, Scroller):
            return True
        parent = parent.parentWidget()
    return isinstance(widget, QAbstractSlider | Toast) or widget.objectName().startswith(
        "qt_scroll"
    )


def _room_of(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    option.initFrom(box)
    option.editable = False
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    icon = box.iconSize().width() + 4 if not box.itemIcon(box.currentIndex()).isNull() else 0
    return field.width() - icon


def _holder(widget: QWidget) -> str:
    """The nearest parts of the program around a widget."""
    around = []
    one = widget
    while one is not None and len(around) < 3:
        if type(one).__module__.startswith("trainer_app"):
            around.append(type(one).__name__)
        one = one.parentWidget()
    return " < ".join(around)
