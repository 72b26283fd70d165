"""Lets somebody in: a trainer for good, or a substitute until a day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.people import TRAINER_PICTURES
from trainer_app.i18n import _
from trainer_app.ui.keys_parts.new_passphrase import Judge, NewPassphrase
from trainer_app.ui.keys_parts.trainer_pictures import PicturePicker
from trainer_app.ui.page import Now
from trainer_app.ui.settings.form_page import FormPage
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, DateField, FlowGrid, Notice, TextField

_LONGEST_NAME = 80
_DAYS = 14


class NewTrainerPage(FormPage):
    """The new person types the passphrase. `substitute`: ask for the last day as well.

    `taken`: pictures that others know their place by. Signals: `trainer_given(str, str, str)`
    with name, picture and passphrase, `pass_given(str, str, str, object)` with the last day as a
    `date` too, `back_requested()`.
    """

    trainer_given = Signal(str, str, str)
    pass_given = Signal(str, str, str, object)
    back_requested = Signal()

    def __init__(
        self, judge: Judge, taken: Collection[str], *, now: Now, substitute: bool = False
    ) -> None:
        super().__init__(_("Give a substitute’s pass") if substitute else _("Add a trainer"))
        self._now = now
        self.name = TextField(_("Name"), longest=_LONGEST_NAME)
        self.until: DateField | None = None
        if substitute:
            self.until = DateField(
                _("Last day of the pass"),
                now().date() + timedelta(days=_DAYS),
                lambda: now().date(),
                bad_words=_("This is no date."),
            )
        self.passphrase = NewPassphrase(
            _("Passphrase"),
            judge,
            lambda: (self.name.value(),),
            help_words=_("The new person chooses and types it. Please look away."),
        )
        free = [one for one in TRAINER_PICTURES if one not in taken] or list(TRAINER_PICTURES)
        self.pictures = PicturePicker(
            _("Picture"),
            [(picture, picture) for picture in free],
            help_words=_("The new person’s place is found by it. No name is shown there."),
            size=72,
            show_names=False,
        )
        word = _("Give the pass") if substitute else _("Add the trainer")
        self.go = Button(word, "primary", icon="user-plus")
        self._build(_about(substitute=substitute))
        self.go.clicked.connect(self._go_on)
        self.name.entered.connect(lambda: self.step_to(self.until or self.passphrase))
        self.name.changed.connect(lambda _text: self._name_typed())
        self.passphrase.entered.connect(self._go_on)

    def remember(self) -> Any:
        until = None if self.until is None else self.until.value()
        return self.name.value(), until, self.pictures.value(), self.passphrase.value()

    def recall(self, memory: Any) -> None:
        name, until, picture, passphrase = memory
        self.name.set_value(name)
        if self.until is not None:
            self.until.set_value(until)
        if picture is not None:
            self.pictures.set_value(picture)
        self.passphrase.set_value(passphrase)

    def _build(self, about: str) -> None:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(20))
        for field in (self.name, self.until, self.passphrase):
            if field is not None:
                column.addWidget(field)
        column.addStretch(1)
        sides = FlowGrid(420, 40, most=2)
        sides.add(fields, self.pictures)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        card = Card(Notice(about), sides, foot, pad=24)
        card.body.setSpacing(current().space(16))
        back = Button(_("Back"), "quiet", icon="arrow-left")
        back.clicked.connect(lambda: self.back_requested.emit())
        self.lay_out(card, self.name, width=1080, back=back)

    def _name_typed(self) -> None:
        self.name.set_error(None)
        self.passphrase.look_again()

    def _go_on(self) -> None:
        wrong = self._what_is_missing()
        if wrong is not None:
            self.step_to(wrong)
            return
        said = self.name.value().strip(), self.pictures.value(), self.passphrase.value()
        if self.until is None:
            self.trainer_given.emit(*said)
        else:
            self.pass_given.emit(*said, self.until.value())

    def _what_is_missing(self) -> QWidget | None:
        """Say everything that is missing, each at its place; returns the first."""
        wrong: list[QWidget] = []
        if not self.name.value().strip():
            self.name.set_error(_("Please write the name."))
            wrong.append(self.name)
        if self.until is not None:
            day = self.until.value()
            if day is None or day < self._now().date():
                self.until.set_error(_("Please give a day from today on."))
                wrong.append(self.until)
        if not self.passphrase.is_enough():
            wrong.append(self.passphrase)
        if self.pictures.value() is None:
            self.pictures.set_error(_("Please choose one of the pictures."))
            wrong.append(self.pictures.first())
        return wrong[0] if wrong else None


def _about(*, substitute: bool) -> str:
    if substitute:
        return _(
            "A substitute can mark and teach, but not export, erase or change keys. "
            "After the last day the program opens nothing with it any more. "
            "To take the keys away for good, remove the person then."
        )
    return _(
        "A trainer can do everything that you can do, also remove you. "
        "Other laptops follow when they get the news and one of you unlocks them."
    )
