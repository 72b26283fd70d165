"""The centre is locked: a trainer opens it, and a guest may learn meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from trainer_app import places
from trainer_app.i18n import _
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.keys_parts.trainer_pictures import PicturePicker, picture_path, picture_words
from trainer_app.ui.theme import current
from trainer_app.ui.welcome.stage import Stage, back_button, column, language_button
from trainer_app.ui.welcome.waiting import WaitingLine, WaitsFor
from trainer_app.ui.widgets import Button, Card, FlowGrid, PassphraseField, SvgPicture, Text

_TRIES = 3


class UnlockPage(Stage):
    """Who unlocks is chosen by picture; with one trainer there is nothing to choose.

    `slots`: each trainer's slot and picture. While learners use the laptop (`in_use`) there is a
    way back to their work, and none to a guest's, which would end it. Signals:
    `unlock_requested(str, str)` with the slot and the passphrase, `guest_requested()`,
    `forgot_requested()`, `language_requested()`, `back_requested()`; `room_requested()`: a guest
    joins a room; `opening_requested()`: the trainer's room may open this laptop again.
    """

    unlock_requested = Signal(str, str)
    guest_requested = Signal()
    room_requested = Signal()
    opening_requested = Signal()
    forgot_requested = Signal()
    language_requested = Signal()
    back_requested = Signal()

    def __init__(
        self, slots: Sequence[tuple[str, str]], bridge: Bridge, *, in_use: bool = False
    ) -> None:
        super().__init__(_("For the trainer") if in_use else _("This laptop is locked"))
        self._slots = slots
        self._in_use = in_use
        self._wrong = 0
        self.pictures: PicturePicker | None = None
        if len(slots) > 1:
            self.pictures = PicturePicker(_("Who are you?"), slots)
            self.pictures.changed.connect(lambda _slot: self._picture_chosen())
        self.passphrase = PassphraseField(_("Passphrase"), _("Show"), _("Hide"))
        self.unlock_button = Button(_("Unlock"), "primary", icon="lock-open")
        self.forgot_button = Button(_("I forgot my passphrase"), "quiet", icon="key-round")
        self.guest_button = Button(_("Learn as a guest"), icon="book-open")
        self.room_button = Button(_("Learn in a room"), "quiet", icon="wifi")
        language = language_button()
        back = back_button()
        ways = FlowGrid(380, 24, most=1 if in_use else 2)
        ways.add(self._trainer_card())
        if not in_use:
            ways.add(self._guest_card())
        self._waiting = WaitingLine()
        head = [] if in_use else [Text(self.title, "headline", "bold", align="center")]
        content = column(*head, self._waiting, ways, gap=20)
        first: QWidget = self.passphrase if self.pictures is None else self.pictures.first()
        width = 520 if in_use else 1080
        self.lay_out(content, first, width=width, start=[back] if in_use else [], end=[language])
        self.unlock_button.clicked.connect(self._unlock)
        self.passphrase.entered.connect(self._unlock)
        self.passphrase.changed.connect(lambda _text: self.passphrase.set_error(None))
        self.guest_button.clicked.connect(lambda: self.guest_requested.emit())
        self.room_button.clicked.connect(lambda: self.room_requested.emit())
        self._waiting.ask_requested.connect(lambda: self.opening_requested.emit())
        self.forgot_button.clicked.connect(lambda: self.forgot_requested.emit())
        language.clicked.connect(lambda: self.language_requested.emit())
        back.clicked.connect(lambda: self.back_requested.emit())
        bridge.busy.connect(self._busy)

    def show_waiting(self, waits_for: WaitsFor, *, may_ask: bool = False) -> None:
        """Say what else opens this laptop, and how far that is; not while it is in use."""
        self._waiting.show_waiting("" if self._in_use else waits_for, may_ask=may_ask)

    def say_wrong(self) -> None:
        """The passphrase did not open the slot: say so, and let it be typed again."""
        self._wrong += 1
        words = _("That did not open it. Look at capital letters and at the keyboard’s language.")
        if self._wrong >= _TRIES:
            words = _("That did not open it either. Do you need the recovery code?")
        self.passphrase.set_error(words)
        edit = self.passphrase.control
        assert isinstance(edit, QLineEdit)
        edit.selectAll()
        self.step_to(self.passphrase)

    def remember(self) -> Any:
        return None if self.pictures is None else self.pictures.value()

    def recall(self, memory: Any) -> None:
        if self.pictures is not None:
            self.pictures.set_value(memory)
            self.step_to(self.passphrase)

    def _trainer_card(self) -> Card:
        who = Text(_("For trainers"), "large", "bold")
        card = Card(pad=24)
        if self.pictures is None:
            row = QHBoxLayout()
            row.setSpacing(current().space(16))
            for _slot, picture in self._slots:
                row.addWidget(_portrait(picture))
            row.addWidget(who, 1)
            card.add(row)
        else:
            card.add(self.pictures)
        foot = QHBoxLayout()
        foot.addWidget(self.unlock_button, 1)
        card.add(self.passphrase, foot, self.forgot_button)
        card.body.addStretch(1)
        return card

    def _guest_card(self) -> Card:
        scene = SvgPicture(
            places.assets() / "scenes" / "guest.svg", _("Somebody sits at a laptop"), most=196
        )
        card = Card(Text(_("For everyone"), "large", "bold"), scene, pad=24)
        card.add(
            Text(_("Look at the lessons. Nothing is kept unless you ask for it."), colour="muted"),
            self.guest_button,
            self.room_button,
        )
        card.body.addStretch(1)
        return card

    def _picture_chosen(self) -> None:
        self._wrong = 0
        self.passphrase.set_error(None)
        self.step_to(self.passphrase)

    def _unlock(self) -> None:
        slot = self._slots[0][0] if self.pictures is None else self.pictures.value()
        if slot is None:
            assert self.pictures is not None
            self.pictures.set_error(_("Please choose your picture first."))
            self.step_to(self.pictures.first())
        elif not self.passphrase.value():
            self.passphrase.set_error(_("Please type your passphrase."))
            self.step_to(self.passphrase)
        else:
            self.unlock_requested.emit(slot, self.passphrase.value())

    def _busy(self, busy: bool) -> None:
        self.unlock_button.setEnabled(not busy)


def _portrait(picture: str) -> SvgPicture:
    shown = SvgPicture(picture_path(picture), picture_words()[picture], most=72)
    shown.setFixedSize(current().space(72), current().space(72))
    return shown
