"""A new recovery code, shown once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal

from trainer_app.i18n import _, isolate, pgettext
from trainer_app.ui.keys_parts.safe_code import SafeCode
from trainer_app.ui.settings.form_page import FormPage
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Text


class NewCodePage(FormPage):
    """The code that is good from now on; `removed` names who was taken out just before, if so.

    `draw` writes a PDF file, `print_` is true when it went to a printer, `choose_file` asks where
    to save. Signals: `finished()` once the code is put away.
    """

    finished = Signal()

    def __init__(
        self,
        centre: str,
        code: str,
        draw: Callable[[Path], None],
        print_: Callable[[], bool],
        choose_file: Callable[[str], Path | None],
        *,
        removed: str = "",
    ) -> None:
        super().__init__(_("The new recovery code"))
        self.done = Button(pgettext("button", "Done"), "primary", icon="check")
        self.code = SafeCode(code, self.done, draw, print_, choose_file)
        card = Card(pad=24)
        card.body.setSpacing(current().space(16))
        if removed:
            words = _("{name} was removed, and this laptop has new keys.")
            card.add(Text(words.format(name=isolate(removed)), "body", "semibold"))
        why = _(
            "This code opens {centre} when every passphrase is forgotten. The old one is no "
            "longer good. It is shown only now. Keep it on paper, not with this laptop."
        )
        card.add(Text(why.format(centre=isolate(centre))), self.code)
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
