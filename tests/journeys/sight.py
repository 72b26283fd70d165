"""What a person has in front of her in a window, found once for all that looks at it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from trainer_app.ui.widgets import Scroller, Text, Toast

from .hand import Hand

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QTextEdit, QTableView)
_CLOSED = (QLineEdit, QComboBox)


class Sight:
    """The widgets of a window that can be seen, in the order in which they were made.

    While something lies over the whole window, only that. Parts inside Qt's own widgets, scroll
    bars, and messages that go by themselves are left out. `controls` are pressed or filled in.
    """

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.root = Hand(window).front()
        self.widgets = list(_shown_in(self.root))
        self.controls = [one for one in self.widgets if isinstance(one, CONTROLS)]


def _shown_in(parent: QWidget) -> Iterator[QWidget]:
    for child in parent.children():
        if not isinstance(child, QWidget) or not child.isVisible():
            continue
        if isinstance(child, QAbstractSlider | Toast):
            continue
        if not child.objectName().startswith("qt_scroll"):
            yield child
        whole = isinstance(child, QAbstractScrollArea) and not isinstance(child, Scroller)
        if not whole and not isinstance(child, _CLOSED):
            yield from _shown_in(child)


def name(widget: QWidget) -> str:
    """A widget as a finding calls it."""
    said = widget.accessibleName() or (widget.text() if isinstance(widget, Text) else "")
    return f"{type(widget).__name__} {said[:60]!r} {widget.width()}×{widget.height()}"


def holder(widget: QWidget) -> str:
    """The nearest parts of the program around a widget."""
    around = []
    one: QWidget | None = widget
    while one is not None and len(around) < 3:
        if type(one).__module__.startswith("trainer_app"):
            around.append(type(one).__name__)
        one = one.parentWidget()
    return " < ".join(around)
