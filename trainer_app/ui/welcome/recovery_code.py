"""Shows the recovery code once, and asks to put it in a safe place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from trainer_app.i18n import _, isolate
from trainer_app.ui.keys_parts.safe_code import SafeCode
from trainer_app.ui.keys_parts.trainer_pictures import picture_path, picture_words
from trainer_app.ui.theme import current
from trainer_app.ui.welcome.stage import Stage, column
from trainer_app.ui.widgets import Button, Card, SvgPicture, Text


class RecoveryCodePage(Stage):
    """The code on the screen, on paper, or in a PDF file; nowhere else, and never again.

    `draw` writes a PDF file, `print_` is true when it went to a printer, `choose_file` asks where
    to save. Signals: `finished()`.
    """

    finished = Signal()

    def __init__(
        self,
        centre: str,
        code: str,
        picture: str,
        draw: Callable[[Path], None],
        print_: Callable[[], bool],
        choose_file: Callable[[str], Path | None],
    ) -> None:
        super().__init__(_("Your recovery code"))
        self.open_button = Button(
            _("Open the centre"), "primary", icon="arrow-right", icon_last=True
        )
        self.code = SafeCode(code, self.open_button, draw, print_, choose_file)
        why = _(
            "This code opens {centre} when every passphrase is forgotten. "
            "It is shown only now. Keep it on paper, not with this laptop."
        ).format(centre=isolate(centre))
        card = Card(_heading(self.title, why, picture), self.code, pad=28)
        card.body.setSpacing(current().space(20))
        self.lay_out(card, self.code.print_button, width=960)
        self.code.not_yet.connect(lambda: self.step_to(self.code.safe))
        self.code.finished.connect(self.finished)

    def remember(self) -> Any:
        return self.code.safe.isChecked()

    def recall(self, memory: Any) -> None:
        self.code.safe.setChecked(memory)

    def said(self) -> str:
        """What the page said last, if it is still in sight."""
        return self.code.said()


def _heading(title: str, why: str, picture: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current().space(20))
    shown = SvgPicture(picture_path(picture), picture_words()[picture], most=96)
    shown.setFixedSize(current().space(96), current().space(96))
    row.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(column(Text(title, "headline", "bold"), Text(why), gap=4), 1)
    return row
