"""The centre cannot be opened: what, where, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer_app import places
from trainer_app.domain.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.ui.messages import explain
from trainer_app.ui.theme import current
from trainer_app.ui.welcome.stage import Stage, column
from trainer_app.ui.widgets import Button, FlowRow, Notice, SvgPicture, Text


class TroublePage(Stage):
    """Calm words for a known trouble. Signals: `again_requested()`, `closing_requested()`."""

    again_requested = Signal()
    closing_requested = Signal()

    def __init__(self, error: TrainerError) -> None:
        message = explain(error)
        super().__init__(message.title)
        scene = SvgPicture(
            places.assets() / "scenes" / "problem.svg", _("Something is not as it should be"),
            # Large text needs the room more than the picture does.
            most=240 if current().scale < 1.5 else 110,
        )  # fmt: skip
        again = Button(_("Try again"), "primary", icon="refresh-cw")
        close = Button(_("Close the program"), icon="x")
        ways = QWidget()
        row = FlowRow(ways, 12)
        row.addWidget(again)
        row.addWidget(close)
        content = column(
            scene,
            Text(message.title, "headline", "bold", align="center"),
            Text(message.text, align="center"),
            Notice(message.what_to_do, "primary", icon="lightbulb"),
        )
        layout = content.layout()
        assert layout is not None
        layout.addWidget(ways)
        layout.setAlignment(ways, Qt.AlignmentFlag.AlignHCenter)
        self.lay_out(content, again, width=720)
        again.clicked.connect(lambda: self.again_requested.emit())
        close.clicked.connect(lambda: self.closing_requested.emit())
