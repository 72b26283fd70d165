"""Makes a centre: its name, its first trainer, a picture and a passphrase."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.people import TRAINER_PICTURES
from trainer_app.i18n import _
from trainer_app.ui.keys_parts.new_passphrase import Judge, NewPassphrase
from trainer_app.ui.keys_parts.trainer_pictures import PicturePicker
from trainer_app.ui.theme import current
from trainer_app.ui.welcome.stage import Stage, back_button, column
from trainer_app.ui.widgets import Button, Card, FlowGrid, Text, TextField

_LONGEST_NAME = 80


class FoundPage(Stage):
    """One calm form. A passphrase that is too weak cannot go on, and hears why.

    Signals: `founding_requested(str, str, str, str)` with the centre's name, the trainer's name,
    the picture and the passphrase; `back_requested()`.
    """

    founding_requested = Signal(str, str, str, str)
    back_requested = Signal()

    def __init__(self, judge: Judge) -> None:
        super().__init__(_("Start your centre"))
        self.centre = TextField(
            _("Name of the centre"), longest=_LONGEST_NAME, hint=_("Such as: Library, Room 2")
        )
        self.trainer = TextField(_("Your name"), longest=_LONGEST_NAME)
        self.passphrase = NewPassphrase(_("Passphrase"), judge, self._names)
        self.pictures = PicturePicker(
            _("Choose your picture"),
            [(picture, picture) for picture in TRAINER_PICTURES],
            help_words=_("You will find your place by it. Your name is not shown there."),
            size=88,
            show_names=False,
        )
        self.go = Button(_("Make the centre"), "primary", icon="arrow-right", icon_last=True)
        fields = column(self.centre, self.trainer, self.passphrase, gap=20)
        sides = FlowGrid(440, 48, most=2)
        sides.add(fields, self.pictures)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        card = Card(sides, foot, pad=24)
        card.body.setSpacing(current().space(16))
        back = back_button()
        content = column(Text(self.title, "headline", "bold"), card, gap=12)
        self.lay_out(content, self.centre, width=1180, start=[back])
        back.clicked.connect(lambda: self.back_requested.emit())
        self.go.clicked.connect(self._go_on)
        self.centre.entered.connect(lambda: self.step_to(self.trainer))
        self.trainer.entered.connect(lambda: self.step_to(self.passphrase))
        self.passphrase.entered.connect(self._go_on)
        for field in (self.centre, self.trainer):
            field.changed.connect(lambda _text, field=field: self._name_typed(field))

    def remember(self) -> Any:
        return (
            self.centre.value(),
            self.trainer.value(),
            self.pictures.value(),
            self.passphrase.value(),
        )

    def recall(self, memory: Any) -> None:
        centre, trainer, picture, passphrase = memory
        self.centre.set_value(centre)
        self.trainer.set_value(trainer)
        if picture is not None:
            self.pictures.set_value(picture)
        self.passphrase.set_value(passphrase)

    def _names(self) -> tuple[str, str]:
        return self.centre.value(), self.trainer.value()

    def _name_typed(self, field: TextField) -> None:
        field.set_error(None)
        self.passphrase.look_again()

    def _go_on(self) -> None:
        wrong = self._what_is_missing()
        if wrong is not None:
            self.step_to(wrong)
            return
        self.founding_requested.emit(
            self.centre.value().strip(),
            self.trainer.value().strip(),
            self.pictures.value(),
            self.passphrase.value(),
        )

    def _what_is_missing(self) -> QWidget | None:
        """Say everything that is missing, each at its place; returns the first."""
        wrong: list[QWidget] = []
        for field, words in (
            (self.centre, _("Please give the centre a name.")),
            (self.trainer, _("Please write your name.")),
        ):
            if not field.value().strip():
                field.set_error(words)
                wrong.append(field)
        if not self.passphrase.is_enough():
            wrong.append(self.passphrase)
        if self.pictures.value() is None:
            self.pictures.set_error(_("Please choose one of the pictures."))
            wrong.append(self.pictures.first())
        return wrong[0] if wrong else None
