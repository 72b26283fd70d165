"""The recovery code in place of a forgotten passphrase, and a new passphrase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.keys_parts.new_passphrase import Judge, NewPassphrase
from trainer_app.ui.keys_parts.trainer_pictures import PicturePicker
from trainer_app.ui.theme import current
from trainer_app.ui.welcome.stage import Stage, back_button, column
from trainer_app.ui.widgets import Button, Card, Text, TextField

_LONGEST_CODE = 60


class ForgotPage(Stage):
    """Opens the centre with the code from the paper.

    `slots`: each trainer's slot and picture. Signals: `recovery_requested(str, str, str)` with
    the code, the slot and the new passphrase; `back_requested()`.
    """

    recovery_requested = Signal(str, str, str)
    back_requested = Signal()

    def __init__(self, slots: Sequence[tuple[str, str]], judge: Judge) -> None:
        super().__init__(_("Open with the recovery code"))
        self._slots = slots
        self.code = TextField(
            _("Recovery code"),
            latin=True,
            longest=_LONGEST_CODE,
            hint="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX",
            help_words=_("It is on the paper from the first day: six groups of four signs."),
        )
        self.pictures: PicturePicker | None = None
        if len(slots) > 1:
            self.pictures = PicturePicker(_("Which picture is yours?"), slots, size=56)
        self.passphrase = NewPassphrase(_("Your new passphrase"), judge, tuple)
        self.go = Button(_("Open the centre"), "primary", icon="lock-open")
        card = Card(self.code, pad=28)
        card.body.setSpacing(current().space(20))
        if self.pictures is not None:
            card.add(self.pictures)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        card.add(self.passphrase, foot)
        back = back_button()
        content = column(Text(self.title, "headline", "bold"), card, gap=12)
        self.lay_out(content, self.code, width=760, start=[back])
        back.clicked.connect(lambda: self.back_requested.emit())
        self.go.clicked.connect(self._go_on)
        self.code.changed.connect(lambda _text: self.code.set_error(None))
        self.code.entered.connect(lambda: self.step_to(self.passphrase))
        self.passphrase.entered.connect(self._go_on)

    def say_wrong(self) -> None:
        """The code does not open this centre: say so beside it."""
        self.code.set_error(
            _("This code does not open the centre. Compare it with the paper, group by group.")
        )
        self.step_to(self.code)

    def remember(self) -> Any:
        picture = None if self.pictures is None else self.pictures.value()
        return self.code.value(), picture, self.passphrase.value()

    def recall(self, memory: Any) -> None:
        code, picture, passphrase = memory
        self.code.set_value(code)
        if self.pictures is not None and picture is not None:
            self.pictures.set_value(picture)
        self.passphrase.set_value(passphrase)

    def _go_on(self) -> None:
        wrong: list[QWidget] = []
        if not self.code.value().strip():
            self.code.set_error(_("Please type the code from the paper."))
            wrong.append(self.code)
        slot = self._slots[0][0] if self.pictures is None else self.pictures.value()
        if slot is None:
            assert self.pictures is not None
            self.pictures.set_error(_("Please choose your picture."))
            wrong.append(self.pictures.first())
        if not self.passphrase.is_enough():
            wrong.append(self.passphrase)
        if wrong:
            self.step_to(wrong[0])
        else:
            self.recovery_requested.emit(self.code.value(), slot, self.passphrase.value())
