"""The backups of this laptop: what each holds, taking one along, and going back to one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.domain.keeping import Snapshot
from trainer_app.i18n import _, isolate
from trainer_app.ui import backup_words
from trainer_app.ui.heading import Heading
from trainer_app.ui.page import Now, Page
from trainer_app.ui.settings.backups_row import BackupRow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Dialog, EmptyState, Notice, Scroller, Text


class BackupsPage(Page):
    """Newest first. `snapshots` is None while they are still being looked through.

    `folder` is where they lie. Signals: `back_requested()`, `backup_requested()`, and with
    a backup's name `copy_requested(str)`, and `restore_requested(str)` once confirmed.
    """

    guide = "backups"

    back_requested = Signal()
    backup_requested = Signal()
    copy_requested = Signal(str)
    restore_requested = Signal(str)

    def __init__(self, snapshots: Sequence[Snapshot] | None, folder: Path, *, now: Now) -> None:
        super().__init__()
        self.title = _("Backups")
        self.setAccessibleName(self.title)
        self._now = now
        self._rows: dict[str, BackupRow] = {}
        self.now_button = Button(_("Back up now"), "primary", icon="save")
        self.now_button.clicked.connect(lambda: self.backup_requested.emit())
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
        where = _("The backups lie in the folder {folder}. They are locked as the centre is.")
        column.addWidget(Text(where.format(folder=isolate(folder)), "small", colour="muted"))
        column.addWidget(self.now_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._list = QVBoxLayout()
        self._list.setSpacing(current().space(12))
        column.addLayout(self._list)
        column.addStretch(1)
        whole.addWidget(Scroller(page))
        self.show_snapshots(snapshots)

    def show_snapshots(self, snapshots: Sequence[Snapshot] | None) -> None:
        """Show what there is now; the keyboard stays at the backup where it was."""
        at = self._with_keyboard()
        self._empty()
        self.now_button.setEnabled(snapshots is not None)
        if snapshots is None:
            words = _("The backups are being looked through. One moment…")
            self._list.addWidget(Notice(words, icon="hourglass"))
            return
        for one in snapshots:
            self._rows[one.name] = self._row(one)
            self._list.addWidget(self._rows[one.name])
        if not snapshots:
            self._list.addWidget(_nothing_yet())
        if at in self._rows:
            target = next(iter(self._rows[at].buttons), self.now_button)
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            self.now_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty(self) -> None:
        self._rows = {}
        while (item := self._list.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()

    def _row(self, snapshot: Snapshot) -> BackupRow:
        row = BackupRow(snapshot, self._now())
        row.copy_pressed.connect(lambda: self.copy_requested.emit(snapshot.name))
        row.restore_pressed.connect(lambda: self._confirm(snapshot))
        return row

    def _with_keyboard(self) -> str | None:
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        held = [name for name, row in self._rows.items() if row.isAncestorOf(focused)]
        return next(iter(held), None)

    def _confirm(self, snapshot: Snapshot) -> None:
        keep = Button(_("Keep what is here now"))
        moment = backup_words.moment_of(snapshot, self._now())
        dialog = Dialog(
            self.window(),
            _("Put back the backup of {moment}?").format(moment=moment),
            _(
                "The centre will be as it was then. What was recorded later is not shown any "
                "more, but it is kept whole in the folder “{folder}”. Who was erased stays "
                "erased. Afterwards your passphrase opens the centre again."
            ).format(folder=isolate("replaced")),
            [("", keep), ("back", Button(_("Put it back"), "danger", icon="history"))],
            escape="",
            width=620,
        )
        dialog.answered.connect(
            lambda answer: self.restore_requested.emit(snapshot.name) if answer else None
        )
        dialog.open(keep)


def _what_for() -> str:
    return _(
        "The program makes backups by itself: when a session starts and ends, and every 15 "
        "minutes while something changes. A copy on a stick also helps when the laptop is lost."
    )


def _nothing_yet() -> EmptyState:
    return EmptyState(
        places.assets() / "scenes" / "empty-backups.svg",
        "",
        _("The first one is made when a session starts. Or make one now."),
        title=_("No backups yet"),
    )
