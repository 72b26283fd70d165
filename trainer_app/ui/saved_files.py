"""Says where files went that were just written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import listed, number
from trainer_app.ui.widgets import Button, Notice
from trainer_app.ui.widgets.said_as import announce


def saved_notice(files: Sequence[Path], rows: int) -> Notice:
    """Where files went and how many rows they hold, with a way to the folder."""
    folder = files[0].parent
    words = ngettext("{rows} row in {files}, in the folder {folder}",
                     "{rows} rows in {files}, in the folder {folder}", rows)  # fmt: skip
    opening = Button(_("Open the folder"), "secondary", icon="folder-open")
    opening.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
    notice = Notice(
        words.format(
            rows=number(rows),
            files=listed([isolate(file.name) for file in files]),
            folder=isolate(folder),
        ),
        "ok",
        title=_("Saved"),
        button=opening,
    )
    QTimer.singleShot(0, notice, lambda: announce(notice, notice.accessibleName()))
    return notice
