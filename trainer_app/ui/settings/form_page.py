"""A page of the trainer's part with one form on it: the way back, a title, and a card."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.ui.page import Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Card, Scroller, Text


class FormPage(Page):
    """Words and fields below each other; it scrolls up and down only."""

    guide = "trainers"

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        self._first: QWidget | None = None

    def lay_out(
        self, card: Card, first: QWidget, *, width: int, back: QWidget | None = None
    ) -> None:
        """Show the card, at most `width` design pixels wide; `first` has the keyboard."""
        theme = current()
        self._first = first
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        side, top = theme.space(28), theme.space(20)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(theme.space(12))
        if back is not None:
            line = QHBoxLayout()
            line.addWidget(back)
            line.addStretch(1)
            column.addLayout(line)
        column.addWidget(Text(self.title, "headline", "bold"))
        card.setMaximumWidth(theme.space(width))
        beside = QHBoxLayout()
        beside.addWidget(card, 1000)
        beside.addStretch(1)
        column.addLayout(beside)
        column.addStretch(1)
        self._scroller = Scroller(inside)
        whole.addWidget(self._scroller)

    def step_to(self, widget: QWidget) -> None:
        """Give the keyboard to a widget and bring it into sight."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self._bring(widget)
        # Only once what was just said has its room does everything stand where it stays.
        QTimer.singleShot(0, widget, lambda: self._bring(widget))

    def _bring(self, widget: QWidget) -> None:
        self._scroller.ensureWidgetVisible(widget, 0, current().px(100))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._first is not None and self.focusWidget() is None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)
