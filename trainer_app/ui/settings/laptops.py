"""The laptops of a centre: who is one, what each brought, and who is kept out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trainer_app.domain.laptops import Laptop
from trainer_app.i18n import _, isolate
from trainer_app.ui.heading import Heading
from trainer_app.ui.page import Now, Page
from trainer_app.ui.settings.laptops_row import LaptopRow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Dialog, FlowRow, Notice, Scroller, Text


class LaptopsPage(Page):
    """This laptop and the others. `can_invite`: False for a substitute, who decides nothing here.

    Signals: `back_requested()`, `merge_requested()`, `invite_requested()`, `write_requested()`, and
    with a laptop's id `shut_out_requested(str)` once confirmed, `readmit_requested(str)`,
    `settle_fork_requested(str)`.
    """

    guide = "laptops"

    back_requested = Signal()
    merge_requested = Signal()
    invite_requested = Signal()
    write_requested = Signal()
    shut_out_requested = Signal(str)
    readmit_requested = Signal(str)
    settle_fork_requested = Signal(str)

    def __init__(self, laptops: Sequence[Laptop], *, now: Now, can_invite: bool = True) -> None:
        super().__init__()
        self.title = _("Laptops")
        self.setAccessibleName(self.title)
        self._now, self._can_invite = now, can_invite
        self._rows: dict[str, LaptopRow] = {}
        self._merge = Button(_("Merge news"), "primary", icon="merge")
        self._merge.clicked.connect(lambda: self.merge_requested.emit())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        side, top = current().space(28), current().space(20)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(current().space(16))
        heading = Heading(self.title, back=_("Settings"))
        heading.back_requested.connect(self.back_requested)
        column.addWidget(heading)
        column.addWidget(Text(_what_for(), colour="muted"))
        column.addWidget(self._ways())
        self._list = QVBoxLayout()
        self._list.setSpacing(current().space(12))
        column.addLayout(self._list)
        column.addStretch(1)
        self._scroller = Scroller(page)
        whole.addWidget(self._scroller)
        self.show_laptops(laptops)

    def show_laptops(self, laptops: Sequence[Laptop]) -> None:
        """Show how they stand now; the keyboard stays at the laptop where it was."""
        at = self._with_keyboard()
        while (item := self._list.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._rows = {one.id: self._row(one) for one in sorted(laptops, key=_place)}
        for row in self._rows.values():
            self._list.addWidget(row)
        if len(laptops) < 2:
            self._list.addWidget(Notice(_("This is the only laptop of the centre so far.")))
        if at in self._rows:
            self._give_keyboard(at)

    def remember(self) -> Any:
        """The laptop where the keyboard is: something may have been decided about it."""
        return self._with_keyboard()

    def recall(self, memory: Any) -> None:
        """Go on at that laptop."""
        if memory in self._rows:
            self._give_keyboard(memory)
            # Only once the page is laid out is it known where the laptop stands.
            row = self._rows[memory]
            QTimer.singleShot(0, row, lambda: self._scroller.ensureWidgetVisible(row))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            self._merge.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ways(self) -> QWidget:
        ways = QWidget()
        row = FlowRow(ways, 12)
        row.addWidget(self._merge)
        if self._can_invite:
            invite = Button(_("Invite another laptop"), icon="plus")
            invite.clicked.connect(lambda: self.invite_requested.emit())
            row.addWidget(invite)
        write = Button(_("Write news to a file…"), icon="file-down")
        write.clicked.connect(lambda: self.write_requested.emit())
        row.addWidget(write)
        return ways

    def _row(self, laptop: Laptop) -> LaptopRow:
        row = LaptopRow(laptop, self._now(), may_decide=self._can_invite)
        row.shut_out_pressed.connect(lambda: self._confirm_shutting_out(laptop))
        row.readmit_pressed.connect(lambda: self.readmit_requested.emit(laptop.id))
        row.settle_pressed.connect(lambda: self.settle_fork_requested.emit(laptop.id))
        return row

    def _give_keyboard(self, laptop: str) -> None:
        buttons = list(self._rows[laptop].buttons.values())
        target = buttons[0] if buttons else self._merge
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _with_keyboard(self) -> str | None:
        now = QApplication.focusWidget()
        if now is None:
            return None
        held = [id for id, row in self._rows.items() if row.isAncestorOf(now)]
        return next(iter(held), None)

    def _confirm_shutting_out(self, laptop: Laptop) -> None:
        keep = Button(_("Do not shut it out"))
        dialog = Dialog(
            self.window(),
            _("Shut out laptop {letters}?").format(letters=isolate(laptop.letters)),
            _(
                "What comes from it from now on is kept aside and not counted, until a trainer "
                "lets it in again. What it brought before stays. Nothing is deleted on that "
                "laptop: who knows a passphrase can still open it there."
            ),
            [("", keep), ("out", Button(_("Shut out"), "danger", icon="lock"))],
            escape="",
        )
        dialog.answered.connect(
            lambda answer: self.shut_out_requested.emit(laptop.id) if answer else None
        )
        dialog.open(keep)


def _what_for() -> str:
    return _(
        "Each laptop writes down what happens at it. When their news is merged, "
        "all laptops know the same."
    )


def _place(laptop: Laptop) -> tuple[bool, int, str, str]:
    """This one first, then A to Z, AA after Z."""
    return not laptop.here, len(laptop.letters), laptop.letters, laptop.id
