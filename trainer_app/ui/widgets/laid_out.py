"""What stands in a layout, in the order of reading."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import isValid


def laid_out(layout: QLayout) -> list[QObject]:
    """The widgets and the layouts directly in a layout, from its first place to its last.

    Asks for the places of what is there, not for the items of the places: Qt deletes an item with
    its widget, and Python may be left holding one that is no more.
    """
    owner = layout.parentWidget()
    near = [*layout.children(), *(owner.children() if owner is not None else ())]
    found: dict[int, QObject] = {}
    for each in near:
        # While a page goes, what is in it goes one by one.
        if isinstance(each, (QWidget, QLayout)) and isValid(each):
            found[layout.indexOf(each)] = each
    return [found[place] for place in sorted(found) if place >= 0]
