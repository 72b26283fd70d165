"""Large keys on the screen, for a code or an address: no keyboard is needed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button

_ROWS = ("123", "456", "789")
_WIDE, _HIGH = 92, 60


class CodePad(QWidget):
    """Keys in their usual places; `signs` stand left and right of the zero, such as ".:".

    Signals: `pressed(str)` with what stands on a key, `rubbed_out`.
    """

    pressed = Signal(str)
    rubbed_out = Signal()

    def __init__(self) -> None:
        super().__init__()
        # Numbers, and so their keys, run from left to right in every script.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(current().space(8))
        for line, row in enumerate(_ROWS):
            for column, key in enumerate(row):
                self._add(key, line, column)
        stop, self.first, colon = (self._add(key, 3, at) for at, key in enumerate(".0:"))
        self._signs = [stop, colon]
        rub = Button(_("Take away the last one"), icon="delete")
        rub.clicked.connect(self.rubbed_out)
        self._grid.addWidget(rub, 4, 0, 1, 3)
        self.show_signs(False)

    def show_signs(self, shown: bool) -> None:
        """Show the full stop and the colon of an address, or only digits."""
        for sign in self._signs:
            sign.setVisible(shown)

    def _add(self, key: str, line: int, column: int) -> Button:
        button = _Key(key)
        button.clicked.connect(lambda _=False: self.pressed.emit(key))
        self._grid.addWidget(button, line, column)
        return button


class _Key(Button):
    """A key of the pad: all of one size, whatever stands on it."""

    fills = True
    once = False

    def __init__(self, key: str) -> None:
        super().__init__(key, size="title")
        theme = current()
        # The pad keeps out of the way of Tab: who has a keyboard types on it.
        self.setFixedSize(theme.px(_WIDE), theme.px(_HIGH))
