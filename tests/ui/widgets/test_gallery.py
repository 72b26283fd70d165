"""Every widget in every look: nothing cut off, nothing too small, nothing beside the page."""

from __future__ import annotations

from itertools import product

import gallery
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QWidget

from trainer_app.ui.theme import Theme
from trainer_app.ui.widgets import Scroller, Text, TextField
from trainer_app.ui.widgets.drawn import DrawnButton

# The offscreen platform says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


# Themes change colours, not sizes; all twelve are slow.
SHORT = {("en", "light", 2.0), ("ar", "light", 2.0), ("en", "dark", 1.0), ("ar", "contrast", 1.0)}
LOOKS = [
    pytest.param(*look, marks=() if look in SHORT else pytest.mark.slow)
    for look in product(("en", "ar"), ("light", "dark", "contrast"), (1.0, 2.0))
]


def cut_off(page: QWidget) -> list[str]:
    """What gets less room than its words need."""
    found = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, QAbstractScrollArea):
            continue
        name = f"{type(widget).__name__} {widget.accessibleName()!r} {widget.size().toTuple()}"
        if isinstance(widget, Text | DrawnButton):
            if widget.heightForWidth(widget.width()) > widget.height():
                found.append(f"{name} too low")
            if widget.minimumSizeHint().width() > widget.width():
                found.append(f"{name} too narrow")
        if isinstance(widget, QLineEdit) and widget.fontMetrics().height() > widget.height():
            found.append(f"{name} letters cut")
    return found


def outside(page: QWidget) -> list[str]:
    """What reaches over the side of the widget that holds it."""
    return [
        f"{type(widget).__name__} {widget.accessibleName()!r}"
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and isinstance(widget.parent(), QWidget)
        and not isinstance(widget.parent().parent(), QAbstractScrollArea)
        and (widget.x() < 0 or widget.geometry().right() > widget.parent().width())
    ]


def test_what_is_cut_off_or_outside_is_found(shown):
    page = shown(gallery.buttons(), 1000, 600)
    button = page.findChildren(DrawnButton)[0]
    button.setGeometry(980, 0, 200, 20)
    assert len(cut_off(page)) == 1
    assert len(outside(page)) == 1


@pytest.mark.parametrize(("language", "name", "scale"), LOOKS)
def test_nothing_is_cut_off(dress, shown, language, name, scale):
    dress(Theme(name, scale, language))
    page = gallery.build()
    assert page.minimumSizeHint().width() <= 1366
    shown(page, 1366, page.heightForWidth(1366))
    assert cut_off(page) == []
    assert outside(page) == []
    if scale == 1.0:
        assert not page.grab().isNull()


class Windows(QObject):
    """Counts what is shown as a window of its own: it flashes, and takes the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


def test_no_part_flashes_as_a_window_of_its_own(qapp: QApplication):
    windows = Windows()
    qapp.installEventFilter(windows)
    try:
        made = [gallery.build(), gallery.side(), TextField("Name", help_words="As people say it.")]
        assert windows.names == []
        made[0].show()
        assert windows.names == ["QWidget"]
    finally:
        qapp.removeEventFilter(windows)


# The real screens are measured in tests/journeys/test_layout.py at these sizes.
@pytest.mark.slow
@pytest.mark.parametrize("screen", ["home", "lesson", "trainer"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_screens_fit_an_old_laptop(dress, shown, screen, language, scale):
    dress(Theme("light", scale, language, dense=screen == "trainer"))
    page = shown(getattr(gallery, screen)(), 1366, 768)
    assert page.size().toTuple() == (1366, 768)
    assert cut_off(page) == []
    assert outside(page) == []
    for scroller in page.findChildren(Scroller):
        assert scroller.page.minimumSizeHint().width() <= scroller.viewport().width()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_targets_of_learners_are_large(dress, shown, scale):
    dress(Theme(scale=scale))
    page = shown(gallery.home(), 1366, 768)
    for button in page.findChildren(DrawnButton):
        assert min(button.width(), button.height()) >= 48 * scale
