"""Makes this laptop part of a centre: an invitation and its code, then a trainer's passphrase."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain import errors
from trainer_app.i18n import _
from trainer_app.ui.messages import explain
from trainer_app.ui.welcome.join_parts import InvitationCard, TrainerCard
from trainer_app.ui.welcome.stage import Stage, back_button, column
from trainer_app.ui.widgets import Notice, Text

Slots = Sequence[tuple[str, str]]


class JoinPage(Stage):
    """Two steps: `code_given` is answered by `show_slots` or `say`, `join_requested` by `say`.

    `choose_file` asks which file to open. Signals: `code_given(Path, str)`,
    `join_requested(str, str)` with the slot and the passphrase, `back_requested()`.
    """

    code_given = Signal(Path, str)
    join_requested = Signal(str, str)
    back_requested = Signal()

    def __init__(self, choose_file: Callable[[], Path | None]) -> None:
        super().__init__(_("Join a centre"))
        self.invitation = InvitationCard(choose_file)
        self.trainer: TrainerCard | None = None
        self._slots: list[tuple[str, str]] = []
        self._busy = False
        self._step = Text("", "body", colour="muted")
        self._trouble = Notice("", "danger")
        self._trouble.hide()
        self._cards = QWidget()
        self._held = QVBoxLayout(self._cards)
        self._held.setContentsMargins(0, 0, 0, 0)
        self._held.addWidget(self.invitation)
        back = back_button()
        head = column(Text(self.title, "headline", "bold"), self._step, gap=2)
        content = column(head, self._trouble, self._cards, gap=12)
        self.lay_out(content, self.invitation.first(), width=760, start=[back])
        back.clicked.connect(self._back)
        self.invitation.filled.connect(self._code_filled)
        self._say_step()

    def show_slots(self, slots: Slots) -> None:
        """The code has opened the invitation: `slots` are its trainers, each with a picture."""
        self._forget_trainer()
        self._slots = list(slots)
        self.trainer = TrainerCard(self._slots)
        self.trainer.filled.connect(self._passphrase_filled)
        self.invitation.hide()
        self._held.addWidget(self.trainer)
        self._trouble.hide()
        self._say_step()
        if self.isVisible():
            self.step_to(self.trainer.first())

    def say(self, error: errors.TrainerError) -> None:
        """Say what went wrong, at the place where it can be put right."""
        self._trouble.hide()
        if isinstance(error, errors.WrongInvitationCode | errors.UnreadableInvitation):
            self._forget_trainer()
        match error:
            case errors.WrongInvitationCode():
                self.step_to(self.invitation.say_wrong_code())
            case errors.UnreadableInvitation():
                self.step_to(self.invitation.say_no_invitation())
            case errors.WrongPassphrase() if self.trainer is not None:
                self.step_to(self.trainer.say_wrong())
            case _:
                message = explain(error)
                self._trouble.set_words(f"{message.text} {message.what_to_do}")
                self._trouble.show()
                self._scroller.ensureWidgetVisible(self._trouble)

    def remember(self) -> Any:
        typed = None if self.trainer is None else self.trainer.remember()
        return self.invitation.remember(), self._slots, typed

    def recall(self, memory: Any) -> None:
        invitation, slots, typed = memory
        self.invitation.recall(invitation)
        if typed is not None:
            self.show_slots(slots)
            assert self.trainer is not None
            self.trainer.recall(typed)

    def set_busy(self, busy: bool) -> None:
        """While an answer is being worked out nothing can be asked a second time."""
        self._busy = busy
        self.invitation.go.setEnabled(not busy)
        if self.trainer is not None:
            self.trainer.join.setEnabled(not busy)

    def _code_filled(self, file: Path, code: str) -> None:
        if not self._busy:
            self._trouble.hide()
            self.code_given.emit(file, code)

    def _passphrase_filled(self, slot: str, passphrase: str) -> None:
        if not self._busy:
            self._trouble.hide()
            self.join_requested.emit(slot, passphrase)

    def _back(self) -> None:
        """From the trainer to the invitation, from there out of the page."""
        if self.trainer is None:
            self.back_requested.emit()
            return
        self._trouble.hide()
        self._forget_trainer()
        self.step_to(self.invitation.first())

    def _forget_trainer(self) -> None:
        if self.trainer is not None:
            self._held.removeWidget(self.trainer)
            self.trainer.hide()
            self.trainer.deleteLater()
            self.trainer = None
            self._slots = []
        self.invitation.show()
        self._say_step()

    def _say_step(self) -> None:
        first = self.trainer is None
        self._step.set_words(
            _("Step 1 of 2: the invitation") if first else _("Step 2 of 2: a trainer of the centre")
        )
