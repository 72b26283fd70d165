"""The large pointer: over every control, also those that come later, and gone when it is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trainer_app.ui.theme import Theme, apply
from trainer_app.ui.theme.pointer import large_cursor
from trainer_app.ui.widgets import Button, Text, TextField

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
_SHAPE = Qt.CursorShape


@pytest.fixture(autouse=True)
def _plain(qapp: QApplication) -> Iterator[None]:
    apply(qapp, Theme())
    yield
    apply(qapp, Theme())


@pytest.fixture
def window(qtbot) -> QWidget:
    """An empty window in sight."""
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def fill(window: QWidget) -> dict[str, QWidget]:
    parts = {"words": Text("Amira"), "button": Button("Next"), "field": TextField("Name", "")}
    for part in parts.values():
        window.layout().addWidget(part)
    parts["field"] = parts["field"].control
    return parts


def sides(parts: dict[str, QWidget]) -> dict[str, int]:
    """How wide the pointer over each is, in pixels; 0 for the system's own."""
    return {
        name: 0
        if part.cursor().shape() != _SHAPE.BitmapCursor
        else round(part.cursor().pixmap().deviceIndependentSize().width())
        for name, part in parts.items()
    }


def test_every_control_has_the_large_one(qapp, window):
    apply(qapp, Theme(large_pointer=True))
    found = sides(fill(window))
    assert set(found) == {"words", "button", "field"}
    assert min(found.values()) >= 48


def test_a_control_that_changes_its_pointer_keeps_it_large(qapp, window):
    apply(qapp, Theme(large_pointer=True))
    button = fill(window)["button"]
    button.setCursor(_SHAPE.OpenHandCursor)
    assert button.cursor().shape() == _SHAPE.BitmapCursor
    button.setCursor(_SHAPE.BlankCursor)
    assert button.cursor().shape() == _SHAPE.BlankCursor


def test_what_is_built_afterwards_has_the_usual_one_again(qapp, window):
    apply(qapp, Theme(large_pointer=True))
    apply(qapp, Theme())
    assert set(sides(fill(window)).values()) == {0}


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_inside_and_outline_stand_apart(name):
    image = large_cursor(_SHAPE.ArrowCursor, Theme(name)).pixmap().toImage()
    seen = [
        image.pixelColor(x, y).lightness()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert min(seen) < 10
    assert max(seen) > 165
    assert len(seen) > 200


def test_each_look_has_its_own(qapp):
    """A pointer that is dark on light is light on dark."""
    pictures = [large_cursor(_SHAPE.IBeamCursor, Theme(name)) for name in ("light", "dark")]
    assert pictures[0].pixmap().toImage() != pictures[1].pixmap().toImage()
    assert large_cursor(_SHAPE.WaitCursor, Theme()) is None
