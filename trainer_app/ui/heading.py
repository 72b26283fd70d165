"""What stands on top of every page of a trainer, and how things are arranged below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, FlowRow, Text

_ROOMY = 1.3


def is_roomy() -> bool:
    """Whether text is small enough for things to stand side by side."""
    return current().scale <= _ROOMY


def margins(layout: QLayout) -> None:
    """The empty edge of a page."""
    space = current().space
    layout.setContentsMargins(space(28), space(20), space(28), space(20))
    layout.setSpacing(space(16))


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, for other things to stand there."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            clear(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def flow(*parts: QWidget, gap: int = 8, at_end: bool = False) -> QWidget:
    """Things side by side that go on in the next line where there is no room."""
    whole = QWidget()
    row = FlowRow(whole, gap, at_end=at_end)
    for part in parts:
        row.addWidget(part)
    return whole


def column(*parts: QWidget, gap: int = 16, upwards: bool = False) -> QWidget:
    """Things below one another; `upwards` moves them to the top where there is more room."""
    whole = QWidget()
    whole.setProperty("ground", "none")
    inside = QVBoxLayout(whole)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(current().space(gap))
    for part in parts:
        inside.addWidget(part)
    if upwards:
        inside.addStretch(1)
    return whole


class Heading(QWidget):
    """The title of a page, a line under it, a way back and what can be done there.

    Signals: `back_requested`.
    """

    back_requested = Signal()

    def __init__(
        self,
        title: str,
        under: str = "",
        actions: Sequence[QWidget] = (),
        *,
        back: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(current().space(4))
        if back:
            button = Button(back, "quiet", icon="arrow-left", size="small")
            button.clicked.connect(self.back_requested)
            whole.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        side_by_side: QBoxLayout = QHBoxLayout() if is_roomy() else QVBoxLayout()
        side_by_side.setSpacing(current().space(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = Text(title, "headline", "bold")
        self._under = Text(under, "body", colour="muted", tight=True)
        if not under:
            self._under.hide()
        words.addWidget(self._title)
        words.addWidget(self._under)
        side_by_side.addLayout(words, 1)
        if actions:
            side_by_side.addWidget(flow(*actions, at_end=is_roomy()))
        whole.addLayout(side_by_side)

    def set_words(self, title: str, under: str) -> None:
        """Show another title and another line under it."""
        self._title.set_words(title)
        self._under.set_words(under)
        self._under.setVisible(bool(under))
