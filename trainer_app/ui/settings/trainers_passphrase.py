"""A trainer changes her own passphrase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from trainer_app.i18n import _
from trainer_app.ui.keys_parts.new_passphrase import Judge, NewPassphrase
from trainer_app.ui.settings.form_page import FormPage
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, PassphraseField, Text


class PassphrasePage(FormPage):
    """The old passphrase and a new one. `names`: what a thief would try.

    Signals: `change_requested(str, str)` with the old and the new one, `back_requested()`.
    """

    change_requested = Signal(str, str)
    back_requested = Signal()

    def __init__(self, judge: Judge, names: Sequence[str]) -> None:
        super().__init__(_("Change my passphrase"))
        self.old = PassphraseField(_("Passphrase until now"), _("Show"), _("Hide"))
        self.new = NewPassphrase(_("New passphrase"), judge, lambda: names)
        self.go = Button(_("Change it"), "primary", icon="key-round")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        after = Text(
            _(
                "Your other laptops take the new one when they get the news and are unlocked "
                "once more, with the old one until then. "
                "Copies of the data folder from before still open with the old one."
            ),
            colour="muted",
        )
        card = Card(self.old, self.new, after, foot, pad=24)
        card.body.setSpacing(current().space(20))
        back = Button(_("Back"), "quiet", icon="arrow-left")
        self.lay_out(card, self.old, width=720, back=back)
        back.clicked.connect(lambda: self.back_requested.emit())
        self.go.clicked.connect(self._go_on)
        self.old.changed.connect(lambda _text: self.old.set_error(None))
        self.old.entered.connect(lambda: self.step_to(self.new))
        self.new.entered.connect(self._go_on)

    def say_wrong(self) -> None:
        """The old passphrase was not right: say so beside it."""
        self.old.set_error(_("That is not your passphrase. Nothing was changed."))
        cast("QLineEdit", self.old.control).selectAll()
        self.step_to(self.old)

    def remember(self) -> Any:
        return self.old.value(), self.new.value()

    def recall(self, memory: Any) -> None:
        old, new = memory
        cast("QLineEdit", self.old.control).setText(old)
        self.new.set_value(new)

    def _go_on(self) -> None:
        if not self.old.value():
            self.old.set_error(_("Please type your passphrase."))
            self.step_to(self.old)
        elif not self.new.is_enough():
            self.step_to(self.new)
        elif self.new.value() == self.old.value():
            self.new.field.set_error(_("This is the old one. Please choose another."))
            self.step_to(self.new)
        else:
            self.change_requested.emit(self.old.value(), self.new.value())
