"""Keeps screen readers from the page behind a dialog or cover, as the keyboard is kept from it."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from trainer_app.ui.widgets.said_as import Role, describe_by

_IN_FRONT = "inFront"


def read_front_only(window: QWidget) -> None:
    """Have readers meet only what stands in front in a window; call it when the window is made.

    A reader that has met the window before keeps what it met.
    """
    describe_by(window, lambda met: _Window(met, Role.Window))


def stand_in_front(widget: QWidget) -> None:
    """While this child of a window is shown, its window's other children are behind it."""
    widget.setProperty(_IN_FRONT, True)


def is_covered(window: QWidget) -> bool:
    """Whether something stands in front in a window."""
    return any(
        isinstance(child, QWidget) and child.property(_IN_FRONT) and not child.isHidden()
        for child in window.children()
    )


class _Window(QAccessibleWidget):
    """A window of which only the front, and messages above it, can be met."""

    def _behind(self) -> int:
        """How many children lie behind the front; a child that is raised comes last."""
        for at in reversed(range(super().childCount())):
            child = cast(QWidget, super().child(at).object())
            if child.property(_IN_FRONT) and not child.isHidden():
                return at
        return 0

    def childCount(self) -> int:  # noqa: N802
        return super().childCount() - self._behind()

    def child(self, index: int) -> QAccessibleInterface:
        return super().child(index + self._behind())

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        return max(-1, super().indexOfChild(child) - self._behind())
