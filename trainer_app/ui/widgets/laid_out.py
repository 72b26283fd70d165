"""What stands in a layout, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget
from shiboken6 import isValid

_BACKWARDS = (QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.BottomToTop)


def laid_out(layout: QLayout) -> list[QObject]:
    """The widgets and the layouts directly in a layout, from its first place to its last.

    A row that was turned round is read from its end. Asks for the places of what is there, not for
    the items of the places: Qt deletes an item with its widget, and Python may be left holding one
    that is no more.
    """
    owner = layout.parentWidget()
    near = [*layout.children(), *(owner.children() if owner is not None else ())]
    found: dict[int, QObject] = {}
    for each in near:
        # While a page goes, what is in it goes one by one.
        if isinstance(each, (QWidget, QLayout)) and isValid(each):
            found[layout.indexOf(each)] = each
    backwards = isinstance(layout, QBoxLayout) and layout.direction() in _BACKWARDS
    return [found[place] for place in sorted(found, reverse=backwards) if place >= 0]


def all_laid_out(layout: QLayout) -> Iterator[QObject]:
    """The widgets of a layout and of the layouts in it, one after the other."""
    for each in laid_out(layout):
        if isinstance(each, QLayout):
            yield from all_laid_out(each)
        else:
            yield each
