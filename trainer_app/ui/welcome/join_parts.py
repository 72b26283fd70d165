"""The two steps of joining: the invitation's file and code, then who joins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from trainer_app.i18n import _, isolate
from trainer_app.ui.keys_parts.trainer_pictures import PicturePicker
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    Card,
    FlowRow,
    Icon,
    PassphraseField,
    Text,
    TextField,
)

_LONGEST_CODE = 60


class InvitationCard(Card):
    """Which file, and the code that opens it. Signals: `filled(Path, str)` with both."""

    filled = Signal(Path, str)

    def __init__(self, choose_file: Callable[[], Path | None]) -> None:
        super().__init__(pad=28)
        self.body.setSpacing(current().space(20))
        self._choose_file = choose_file
        self.file: Path | None = None
        self._choose = Button(_("Choose the invitation file"), icon="folder-open")
        self._named = Text("", "body", "semibold", tight=True)
        self._file_error = _ErrorLine()
        self.code = TextField(
            _("Code of the invitation"),
            latin=True,
            longest=_LONGEST_CODE,
            hint="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX",
            help_words=_("It was shown on the other laptop: six groups of four signs."),
        )
        self.go = Button(_("Go on"), "primary", icon="arrow-right", icon_last=True)
        chosen = QWidget()
        row = FlowRow(chosen, 12)
        row.addWidget(self._choose)
        row.addWidget(self._named)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        self.add(Text(_what_is_needed(), colour="muted"), chosen, self._file_error, self.code, foot)
        self._named.hide()
        self._choose.clicked.connect(self._ask)
        self.go.clicked.connect(self._go_on)
        self.code.entered.connect(self._go_on)
        self.code.changed.connect(lambda _text: self.code.set_error(None))

    def first(self) -> QWidget:
        """What has the keyboard first."""
        return self._choose if self.file is None else self.code

    def say_wrong_code(self) -> QWidget:
        """The code does not open the file; returns where to type it again."""
        self.code.set_error(
            _("This code does not open the invitation. Compare it, group by group.")
        )
        return self.code

    def say_no_invitation(self) -> QWidget:
        """The file is no whole invitation; returns where to choose another."""
        self._file_error.say(
            _("This file is no invitation, or not a whole one. Choose another file.")
        )
        return self._choose

    def remember(self) -> Any:
        """File and code, as far as they are there."""
        return self.file, self.code.value()

    def recall(self, memory: Any) -> None:
        """Put them back."""
        file, code = memory
        if file is not None:
            self._show_file(file)
        self.code.set_value(code)

    def _ask(self) -> None:
        file = self._choose_file()
        if file is not None:
            self._show_file(file)
            self.code.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_file(self, file: Path) -> None:
        self.file = file
        self._file_error.say("")
        self._choose.set_word(_("Choose another file"))
        self._named.set_words(isolate(file.name))
        self._named.show()

    def _go_on(self) -> None:
        wrong: list[QWidget] = []
        if self.file is None:
            self._file_error.say(_("Please choose the file of the invitation."))
            wrong.append(self._choose)
        if not self.code.value().strip():
            self.code.set_error(_("Please type the code of the invitation."))
            wrong.append(self.code)
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            assert self.file is not None
            self.filled.emit(self.file, self.code.value())


class TrainerCard(Card):
    """Whose passphrase, and the passphrase. `slots`: each trainer's slot and picture.

    Signals: `filled(str, str)` with the slot and the passphrase.
    """

    filled = Signal(str, str)

    def __init__(self, slots: Sequence[tuple[str, str]]) -> None:
        super().__init__(pad=28)
        self.body.setSpacing(current().space(20))
        self.pictures = PicturePicker(_("Who are you?"), slots, size=72)
        self.passphrase = PassphraseField(
            _("Passphrase"),
            _("Show"),
            _("Hide"),
            help_words=_("The one that you type on the other laptop."),
        )
        self.join = Button(_("Join the centre"), "primary", icon="log-in")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.join)
        self.add(self.pictures, self.passphrase, foot)
        if len(slots) == 1:
            self.pictures.set_value(slots[0][0])
        self.pictures.changed.connect(lambda _slot: self._picture_chosen())
        self.passphrase.changed.connect(lambda _text: self.passphrase.set_error(None))
        self.passphrase.entered.connect(self._go_on)
        self.join.clicked.connect(self._go_on)

    def first(self) -> QWidget:
        """What has the keyboard first: the pictures, unless there is only one."""
        return self.pictures.first() if self.pictures.value() is None else self.passphrase

    def say_wrong(self) -> QWidget:
        """The passphrase did not open it; returns where to type it again."""
        self.passphrase.set_error(
            _("That did not open it. Look at capital letters and at the keyboard’s language.")
        )
        edit = self.passphrase.control
        assert isinstance(edit, QLineEdit)
        edit.selectAll()
        return self.passphrase

    def remember(self) -> Any:
        """The picture chosen; what was typed of a secret is typed again."""
        return (self.pictures.value(),)

    def recall(self, memory: Any) -> None:
        """Choose the same picture."""
        (slot,) = memory
        if slot is not None:
            self.pictures.set_value(slot)

    def _picture_chosen(self) -> None:
        self.passphrase.set_error(None)
        self.passphrase.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_on(self) -> None:
        slot = self.pictures.value()
        if slot is None:
            self.pictures.set_error(_("Please choose your picture first."))
            self.pictures.first().setFocus(Qt.FocusReason.TabFocusReason)
        elif not self.passphrase.value():
            self.passphrase.set_error(_("Please type your passphrase."))
            self.passphrase.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.filled.emit(slot, self.passphrase.value())


class _ErrorLine(QWidget):
    """The place for what is wrong with a file."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(6))
        self._words = Text("", "small", "semibold", colour="danger", tight=True)
        row.addWidget(Icon("circle-alert", "danger", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Say it, or nothing any more."""
        self._words.set_words(words)
        self.setVisible(bool(words))


def _what_is_needed() -> str:
    return _(
        "A trainer makes an invitation on a laptop of the centre, under “Laptops”. "
        "It is a file on a stick, and a code."
    )
