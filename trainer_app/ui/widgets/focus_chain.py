"""The chain that Tab goes along, asked so that Python loses nothing by it.

To Python, whatever a widget answers when it is asked for the next one in the chain, or for the one
that stands for it, is a part of that widget from then on, and is lost with it: the first control of
a page with the last one of the page before. Qt knows better, and is asked whose part it is.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def next_of(widget: QWidget) -> QWidget | None:
    """The next widget in the chain, of any kind."""
    return _at_its_place(widget.nextInFocusChain())


def previous_of(widget: QWidget) -> QWidget | None:
    """The widget before it in the chain, of any kind."""
    return _at_its_place(widget.previousInFocusChain())


def proxy_of(widget: QWidget) -> QWidget | None:
    """What the keyboard goes to instead of a widget."""
    return _at_its_place(widget.focusProxy())


def _at_its_place(found: QWidget | None) -> QWidget | None:
    """Tell Python again where Qt has it; to Qt this is no change."""
    if found is not None:
        found.setParent(found.parentWidget())
    return found
