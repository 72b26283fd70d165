"""A strip under the learner's bar: one calm sentence, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent

from trainer_app.ui.learner.learner_page import LARGE_LETTERS
from trainer_app.ui.theme import Size, current
from trainer_app.ui.widgets import Button, Icon, Panel, Text


class Strip(Panel):
    """Takes no keyboard and covers nothing; a screen reader says it when it comes.

    `short` stands there where letters are large: the page below needs the height.
    Signals: none; connect the `clicked` of its buttons.
    """

    def __init__(
        self, icon: str, words: str, buttons: Sequence[Button] = (), *, short: str = ""
    ) -> None:
        super().__init__("primary_tint", None, radius=0, upright=False, pad=8)
        theme = current()
        self.words = words
        self.setAccessibleName(words)
        side = theme.space(24)
        large = theme.scale > LARGE_LETTERS
        high = 0 if large else theme.space(8)
        self.body.setContentsMargins(side, high, side, high)
        if not large:
            sign = Icon(icon, "primary_strong", 28)
            self.body.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        shown = (short or words) if large else words
        size: Size = "caption" if large else "body"
        self.body.addWidget(Text(shown, size, "semibold", tight=True), 1)
        for button in buttons:
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words))
