"""What the pages of the way in share: a calm page with its words in the middle."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.i18n import current as spoken
from trainer_app.ui.page import Page
from trainer_app.ui.tab_order import put_in_order
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Scroller


class Stage(Page):
    """A page alone in the window; it scrolls up and down only where the words need it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        self._first: QWidget | None = None

    def lay_out(
        self,
        content: QWidget,
        first: QWidget,
        *,
        width: int,
        start: Sequence[QWidget] = (),
        end: Sequence[QWidget] = (),
    ) -> None:
        """Put `content` in the middle, at most `width` design pixels wide.

        `start` and `end` stand at the top; `first` has the keyboard when the page opens.
        """
        theme = current()
        # Not a focus proxy: Tab would then pass over what stands before it.
        self._first = first
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._top, self._tools_at = _top_row(start, end), len(start) + 1
        self._around = tuple(start), tuple(end)
        whole.addLayout(self._top)
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        side = theme.space(24)
        column.setContentsMargins(side, theme.space(8), side, side)
        content.setMaximumWidth(theme.space(width))
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(content, 1000)
        middle.addStretch(1)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2 if start or end else 1)
        self._scroller = Scroller(inside)
        whole.addWidget(self._scroller, 1)

    def put_tool(self, tool: QWidget) -> None:
        """Put something into the corner at the top where reading ends, as on every page."""
        self._top.insertWidget(self._tools_at, tool)
        before, after = self._around
        put_in_order(*before, tool, *after, self)

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
        first = self._first
        if first is not None and self.focusWidget() is None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            # With large letters it may stand below what fits.
            QTimer.singleShot(0, first, lambda: self._bring(first))


def _top_row(start: Sequence[QWidget], end: Sequence[QWidget]) -> QHBoxLayout:
    theme = current()
    row = QHBoxLayout()
    side = theme.space(24)
    row.setContentsMargins(side, theme.space(12), side, theme.space(4))
    row.setSpacing(theme.space(12))
    for widget in start:
        row.addWidget(widget)
    row.addStretch(1)
    for widget in end:
        row.addWidget(widget)
    return row


def back_button() -> Button:
    """The way back, at the same place on every page that has one."""
    return Button(_("Back"), "quiet", icon="arrow-left")


def language_button() -> Button:
    """The way to the languages; it says the one in use in its own script."""
    button = Button(spoken().own_name, "quiet", icon="languages")
    button.setAccessibleDescription(_("Choose another language"))
    return button


def column(*parts: QWidget, gap: int = 16) -> QWidget:
    """Widgets below each other, `gap` design pixels apart."""
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current().space(gap))
    for part in parts:
        layout.addWidget(part)
    # Spare height stays below, so that it does not part a label from its field.
    layout.addStretch(1)
    return whole
