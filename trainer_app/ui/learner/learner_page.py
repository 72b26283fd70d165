"""The room that every learner's screen has: a heading, one thing to decide, a foot to go on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.ui.page import Page
from trainer_app.ui.tab_order import put_in_order
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, FlowRow, Scroller, Text
from trainer_app.ui.widgets.said_as import announce

LARGE_LETTERS = 1.3


class LearnerPage(Page):
    """A screen of one decision. Subclasses put widgets into `column` and set `first`.

    `first` gets the keyboard when the page comes into sight. Signals: those of the subclass.
    """

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        theme = current()
        self.title = title
        self.first: QWidget | None = None
        inside = QWidget()
        inside.setProperty("ground", "none")
        self.column = QVBoxLayout(inside)
        side = theme.space(32)
        self.column.setContentsMargins(side, theme.space(20), side, theme.space(20))
        self.column.setSpacing(theme.space(16))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroller(inside))
        self.heading = Text(title, "headline", "bold", tight=True)
        self.hint = Text(hint, "body", colour="muted", tight=True)
        if not hint:
            self.hint.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.heading)
        words.addWidget(self.hint)
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.space(12))
        self.head.addLayout(words, 1)
        # Large letters need the whole width; what stands beside the heading goes below it.
        beside = theme.scale <= LARGE_LETTERS
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.top = QBoxLayout(across if beside else down)
        self.top.setSpacing(theme.space(24 if beside else 8))
        self.top.addLayout(self.head, 1)
        self.column.addLayout(self.top)

    def put_tool(self, tool: QWidget) -> None:
        """Put something into the corner at the top where reading ends, as on every page."""
        beside = current().scale <= LARGE_LETTERS
        (self.top if beside else self.head).addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        put_in_order(tool, self)

    def say_hint(self, words: str) -> None:
        """Show another sentence under the heading."""
        if words != self.hint.text() and self.isVisible():
            announce(self.hint, words)
        self.hint.set_words(words)
        self.hint.setVisible(bool(words))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)


def foot_row(start: list[Button], end: list[Button]) -> QHBoxLayout:
    """Buttons at the foot of a page: some where reading starts, some where it ends."""
    theme = current()
    row = QHBoxLayout()
    row.setSpacing(theme.space(12))
    for buttons, at_end in ((start, False), (end, True)):
        if buttons:
            side = QWidget()
            flow = FlowRow(side, 12, at_end=at_end)
            for button in buttons:
                flow.addWidget(button)
            row.addWidget(side, 1)
    return row


def in_the_middle(widget: QWidget, *, grows: bool = True) -> QHBoxLayout:
    """A row with something in its middle, as wide as it may become, or as it likes to be."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 100 if grows else 0)
    row.addStretch(1)
    return row
