"""Where the keyboard begins on a new page, and what a screen reader says of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app.ui.page import Page
from trainer_app.ui.widgets.focus_chain import next_of
from trainer_app.ui.widgets.said_as import announce


def mind_keyboard(window: QWidget, page: Page, frame: QWidget) -> None:
    """Give a page that asks for no place of its own the keyboard at its first control.

    Otherwise Qt hands it to the bar beside the page, wherever that begins.
    """
    # Before the window is active the program has no focus widget, but the window has.
    now = QApplication.focusWidget() or window.focusWidget()
    # Whatever stands in front of the frame keeps the keyboard.
    if now is not None and (page.isAncestorOf(now) or not frame.isAncestorOf(now)):
        return
    widget = next_of(page)
    while widget is not None and widget is not page:
        tabs = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tabs and page.isAncestorOf(widget) and widget.isEnabled() and widget.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        widget = next_of(widget)


def tell_page(page: Page) -> None:
    """Have a screen reader say which page has come: who sees nothing knows it from nothing else."""
    if not page.accessibleName():
        page.setAccessibleName(page.title)
    announce(page, page.title)
