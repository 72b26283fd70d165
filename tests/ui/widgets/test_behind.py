"""What a screen reader meets while something stands in front of the page."""

from __future__ import annotations

import gallery
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.ui import widgets as w
from trainer_app.ui.widgets.behind import read_front_only

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Window(QWidget):
    """A window with a page of one button."""

    def __init__(self) -> None:
        super().__init__()
        read_front_only(self)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(w.Button("On the page"))
        whole = QVBoxLayout(self)
        whole.addWidget(page)


def told(widget: QWidget) -> list[str]:
    """The names that a reader meets when it walks through a widget."""
    return _walked(QAccessible.queryAccessibleInterface(widget))


def _walked(met: QAccessibleInterface) -> list[str]:
    names = [met.text(QAccessible.Text.Name)]
    for at in range(met.childCount()):
        child = met.child(at)
        assert met.indexOfChild(child) == at
        names += _walked(child)
    return names


@pytest.fixture
def window(shown):
    return shown(Window(), 900, 600)


def test_the_page_is_met_until_a_dialog_is_in_front_and_again_after_it(window):
    page = QAccessible.queryAccessibleInterface(window).child(0)
    assert "On the page" in told(window)
    dialog = gallery.ask(window)
    assert "On the page" in told(window)
    dialog.open()
    assert "On the page" not in told(window)
    assert {"Keep it", "Delete the draft"} <= set(told(window))
    assert QAccessible.queryAccessibleInterface(window).indexOfChild(page) == -1
    dialog.answer("keep")
    assert "On the page" in told(window)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "Keep it" not in told(window)


def test_a_message_above_a_dialog_is_met(window):
    dialog = gallery.ask(window)
    dialog.open()
    w.Toast.say(window, "Saved")
    names = told(window)
    assert {"Keep it", "Saved"} <= set(names)
    assert "On the page" not in names


def test_the_dialog_on_top_is_met_alone(window):
    for title in ("First", "Second"):
        buttons = [("ok", w.Button(f"Close {title}"))]
        w.Dialog(window, title, "Words.", buttons, escape="ok").open()
    names = told(window)
    assert "Close Second" in names
    assert "Close First" not in names


def test_what_is_pointed_at_is_the_front(window):
    dialog = gallery.ask(window)
    dialog.open()
    met = QAccessible.queryAccessibleInterface(window)
    middle = met.rect().center()
    assert met.childAt(middle.x(), middle.y()).object() is dialog
