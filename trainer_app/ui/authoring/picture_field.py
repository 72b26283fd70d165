"""The picture of a page, question or lesson, and what it shows in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.heading import flow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, SvgPicture, Text


class PictureField(Card):
    """A picture to choose. `path` is the picture in sight, `chosen` whether it is one.

    Signals: `wanted` (choose one), `left_out` (show none).
    """

    wanted = Signal()
    left_out = Signal()

    def __init__(self, label: str, path: Path, *, chosen: bool, under: QWidget | None) -> None:
        super().__init__(pad=12)
        theme = current()
        inside = QHBoxLayout()
        inside.setSpacing(theme.space(14))
        picture = SvgPicture(path, label if chosen else _("No picture yet"), most=104, least=72)
        picture.setFixedWidth(theme.space(150))
        inside.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.setSpacing(theme.space(8))
        beside.addWidget(Text(label, "body", "semibold", tight=True))
        word = _("Choose another picture") if chosen else _("Choose a picture")
        self.button = Button(word, icon="image-plus", size="small")
        self.button.clicked.connect(self.wanted)
        buttons = [self.button]
        if chosen:
            leave = Button(_("No picture"), "quiet", icon="x", size="small")
            leave.clicked.connect(self.left_out)
            buttons.append(leave)
        beside.addWidget(flow(*buttons))
        if under is not None:
            beside.addWidget(under)
        inside.addLayout(beside, 1)
        self.add(inside)
        self.setFocusProxy(self.button)
