"""Escape: the same as the button that leads back, where one is in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Button
from trainer_app.ui.widgets.focus_chain import next_of


def go_back(page: Page) -> bool:
    """Press what leads back from a page; False where nothing does.

    What somebody has typed and not saved is not thrown away by one key.
    """
    if any(_has_typed(field) for field in page.findChildren(QWidget) if field.isVisible()):
        return False
    button = page.way_back() or _arrow_back(page)
    if button is None:
        return False
    button.click()
    return True


def _arrow_back(page: Page) -> QAbstractButton | None:
    """The first button with the arrow back, in the order of the keyboard."""
    widget = next_of(page)
    while widget is not None and widget is not page:
        if isinstance(widget, Button) and page.isAncestorOf(widget):
            usable = widget.isVisible() and widget.isEnabled()
            if usable and widget.leads_back and not widget.property("notByEscape"):
                return widget
        widget = next_of(widget)
    return None


def _has_typed(field: QWidget) -> bool:
    if isinstance(field, QLineEdit):
        return field.isModified() and bool(field.text()) and not field.isReadOnly()
    if isinstance(field, QPlainTextEdit):
        return field.document().isModified() and not field.isReadOnly()
    return False
