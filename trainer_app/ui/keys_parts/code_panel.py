"""A code that is shown once: its groups, large, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Text
from trainer_app.ui.widgets.panels import Panel

_IN_A_ROW = 3


def code_panel(code: str, said: str) -> QWidget:
    """The groups of a code, from the left in every language; `said` is what is read aloud."""
    panel = Panel("primary_tint", "primary", pad=20)
    panel.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    panel.setAccessibleName(said)
    groups = QWidget()
    grid = QGridLayout(groups)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current().space(40))
    for number, group in enumerate(code.split("-")):
        text = Text(group, "display", "bold", colour="primary_strong", align="center")
        grid.addWidget(text, number // _IN_A_ROW, number % _IN_A_ROW)
    panel.body.addWidget(groups, 0, Qt.AlignmentFlag.AlignHCenter)
    return panel
