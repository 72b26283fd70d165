"""The trainers of a centre: who may unlock, and every change to that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.colleagues import Colleague
from trainer_app.i18n import _, isolate
from trainer_app.ui.heading import Heading
from trainer_app.ui.page import Page
from trainer_app.ui.settings.trainers_row import TrainerRow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Dialog, FlowGrid, FlowRow, Notice, Scroller, Text


class TrainersPage(Page):
    """Who may unlock. `may_decide` is False for a substitute, who may only look.

    `code_due`: a recovery code was made and nobody said that it is in a safe place. Signals:
    `back_requested()`, `add_requested()`, `pass_requested()`, `passphrase_requested()`, and once
    confirmed `remove_requested(str)` with the id, `code_requested()`.
    """

    guide = "trainers"

    back_requested = Signal()
    add_requested = Signal()
    pass_requested = Signal()
    passphrase_requested = Signal()
    remove_requested = Signal(str)
    code_requested = Signal()

    def __init__(
        self,
        colleagues: Sequence[Colleague],
        *,
        today: date,
        may_decide: bool = True,
        code_due: bool = False,
    ) -> None:
        super().__init__()
        self.title = _("Trainers")
        self.setAccessibleName(self.title)
        self._today, self._may_decide = today, may_decide
        self.passphrase_button = Button(_("Change my passphrase"), icon="key-round")
        self.code_button = Button(_("Make a new recovery code"), icon="refresh-cw")
        self._add = Button(_("Add a trainer"), "primary", icon="user-plus")
        self.passphrase_button.clicked.connect(lambda: self.passphrase_requested.emit())
        self.code_button.clicked.connect(self._confirm_code)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        side, top = current().space(28), current().space(20)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(current().space(16))
        heading = Heading(self.title, back=_("Settings"))
        heading.back_requested.connect(self.back_requested)
        column.addWidget(heading)
        if code_due and may_decide:
            column.addWidget(Notice(_code_is_due(), "warn"))
        sides = FlowGrid(420, 16, most=2)
        sides.add(self._who(colleagues), self._own() if may_decide else _of_a_substitute())
        column.addWidget(sides)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroller(page))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            first = self._add if self._may_decide else self
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _who(self, colleagues: Sequence[Colleague]) -> QWidget:
        card = Card(Text(_("Who may unlock"), "large", "bold"))
        for one in sorted(colleagues, key=lambda one: (not one.me, one.until is not None)):
            row = TrainerRow(one, self._today, may_remove=self._may_decide and not one.me)
            row.remove_pressed.connect(lambda one=one: self._confirm_removing(one))
            card.add(row)
        if self._may_decide:
            give = Button(_("Give a substitute’s pass"), icon="calendar-plus")
            self._add.clicked.connect(lambda: self.add_requested.emit())
            give.clicked.connect(lambda: self.pass_requested.emit())
            ways = QWidget()
            line = FlowRow(ways, 12)
            line.addWidget(self._add)
            line.addWidget(give)
            card.add(ways)
        return _upwards(card)

    def _own(self) -> QWidget:
        mine = Card(Text(_("My passphrase"), "large", "bold"))
        mine.add(Text(_said_of_passphrase(), colour="muted"), _line(self.passphrase_button))
        code = Card(Text(_("Recovery code"), "large", "bold"))
        code.add(Text(_said_of_code(), colour="muted"), _line(self.code_button))
        return _upwards(mine, code)

    def _confirm_removing(self, one: Colleague) -> None:
        name = isolate(one.name)
        keep = Button(_("Do not remove"))
        dialog = Dialog(
            self.window(),
            _("Remove {name}?").format(name=name),
            _removal(one),
            [("", keep), ("out", Button(_("Remove"), "danger", icon="user-x"))],
            escape="",
            width=640,
        )
        dialog.answered.connect(
            lambda answer: self.remove_requested.emit(one.id) if answer else None
        )
        dialog.open(keep)

    def _confirm_code(self) -> None:
        keep = Button(_("Keep the old one"))
        dialog = Dialog(
            self.window(),
            _("Make a new recovery code?"),
            _(
                "The old code opens this laptop no more, so throw the old paper away. "
                "Other laptops follow when they get the news and one of you unlocks them. "
                "Have a pen or a printer ready: the new code is shown only once."
            ),
            [("", keep), ("new", Button(_("Make a new one"), "primary", icon="refresh-cw"))],
            escape="",
            width=640,
        )
        dialog.answered.connect(lambda answer: self.code_requested.emit() if answer else None)
        dialog.open(keep)


def _removal(one: Colleague) -> QWidget:
    """What a removal does and what it cannot do."""
    name = isolate(one.name)
    sentences = [
        _("{name} will not be able to open this laptop any more.").format(name=name),
        _("This laptop gets new keys, and you get a new recovery code to put away."),
        _(
            "Copies that {name} kept from before stay readable to {name}. "
            "Nobody can call them back."
        ).format(name=name),
        _("Other laptops follow when they get the news and one of you unlocks them."),
        _("What {name} marked and wrote down stays in the record.").format(name=name),
    ]
    whole = QWidget()
    whole.setProperty("ground", "none")
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().space(8))
    for words in sentences:
        column.addWidget(Text(words))
    return whole


def _of_a_substitute() -> QWidget:
    words = _(
        "You have a substitute’s pass: you can mark and teach. "
        "For another passphrase or a longer pass, ask a trainer for a new one."
    )
    return _upwards(Notice(words))


def _said_of_passphrase() -> str:
    return _(
        "Change it when somebody may have seen it. "
        "Copies of the data folder from before still open with the old one."
    )


def _said_of_code() -> str:
    return _(
        "It opens the centre when every passphrase is forgotten. "
        "Make a new one when the paper is lost or somebody else may have read it."
    )


def _code_is_due() -> str:
    return _(
        "Nobody has said that the newest recovery code is in a safe place. "
        "If you do not have it on paper, make a new one now."
    )


def _line(button: Button) -> QWidget:
    whole = QWidget()
    FlowRow(whole, 12).addWidget(button)
    return whole


def _upwards(*parts: QWidget) -> QWidget:
    whole = QWidget()
    whole.setProperty("ground", "none")
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().space(16))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return whole
