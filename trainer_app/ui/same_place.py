"""Keeps the keyboard and the scroll where they were while a page in sight is filled anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


@contextmanager
def same_place(page: QWidget) -> Iterator[None]:
    """Whoever reads or types on `page` finds the same button and the same line afterwards.

    News from other laptops fill a page anew at any moment: without this, the keyboard would be
    gone in the middle of a movement. A widget is the same where it has the same name and place
    among those of that name.
    """
    now = QApplication.focusWidget()
    kept = _address(page, now) if now is not None and page.isAncestorOf(now) else None
    scrolls = [area.verticalScrollBar().value() for area in _scrollers(page)]
    yield

    def restore() -> None:
        if kept is not None:
            _focus(page, *kept)
        _scroll(page, scrolls)

    # What a layout has just been given is shown, and so can have the keyboard, in a moment.
    QTimer.singleShot(0, page, restore)


def bring_into_sight(scroller: QScrollArea, part: QWidget) -> None:
    """Scroll to what was just put on a page, in a moment, when it is laid out."""

    def scroll() -> None:
        # The scroller learns of the new height only when waiting layouts are done.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        scroller.ensureWidgetVisible(part)

    QTimer.singleShot(0, part, scroll)


def _address(page: QWidget, widget: QWidget) -> tuple[type[QWidget], str, int]:
    name = widget.accessibleName()
    same = _named(page, type(widget), name)
    return type(widget), name, same.index(widget) if widget in same else 0


def _named(page: QWidget, kind: type[QWidget], name: str) -> list[QWidget]:
    """Those in sight: what was taken away is hidden before it is deleted."""
    found = page.findChildren(kind)
    return [one for one in found if one.accessibleName() == name and one.isVisibleTo(page)]


def _focus(page: QWidget, kind: type[QWidget], name: str, place: int) -> None:
    shown = _named(page, kind, name)
    if shown:
        shown[min(place, len(shown) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)


def _scrollers(page: QWidget) -> list[QScrollArea]:
    return [area for area in page.findChildren(QScrollArea) if area.isVisibleTo(page)]


def _scroll(page: QWidget, values: list[int]) -> None:
    for area, value in zip(_scrollers(page), values, strict=False):
        area.verticalScrollBar().setValue(value)
