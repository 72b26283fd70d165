"""What free play has in the yellow strip, as it has no goals to show."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.practice.around.guide import Guide, GuideView
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import IconButton

_LARGE_LETTERS = 1.3


class FreeTools(Guide):
    """Another shape, begin again, and for a class larger letters.

    Signals: those of Guide; `shape_wanted` (str), `larger_wanted`.
    """

    in_strip = True

    shape_wanted = Signal(str)
    larger_wanted = Signal()

    def __init__(self, *, larger: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roomy = current().scale <= _LARGE_LETTERS
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(8))
        self.phone = self._tool("smartphone", _("Phone"))
        self.phone.clicked.connect(lambda: self._choose("phone"))
        self.browser = self._tool("laptop", _("Laptop"))
        self.browser.clicked.connect(lambda: self._choose("browser"))
        # Not exclusive by Qt's own means: Tab would pass by the one that is not chosen.
        for shape in (self.phone, self.browser):
            shape.setCheckable(True)
        afresh = self._tool("refresh-cw", _("Start again"))
        afresh.clicked.connect(self.afresh_wanted)
        tools = [self.phone, self.browser, afresh]
        if larger:
            size = self._tool("a-large-small", _("Text size"))
            size.clicked.connect(self.larger_wanted)
            tools.append(size)
        for each in tools:
            row.addWidget(each)

    def _tool(self, icon: str, word: str) -> IconButton:
        return IconButton(icon, word, under=False, show_word=self._roomy)

    def show_shape(self, shape: str) -> None:
        """Mark the shape that is in sight."""
        self.phone.setChecked(shape == "phone")
        self.browser.setChecked(shape != "phone")

    def _choose(self, shape: str) -> None:
        self.show_shape(shape)
        self.shape_wanted.emit(shape)

    def show_guide(self, view: GuideView) -> None:
        """There are no goals, so there is nothing to show."""
