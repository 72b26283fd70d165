"""The invitation of another laptop: where its file lies, and its code, shown once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _, isolate, pgettext
from trainer_app.ui.keys_parts.code_panel import code_panel
from trainer_app.ui.page import Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    Card,
    CheckField,
    Icon,
    Notice,
    Scroller,
    Text,
)

_WIDTH = 860


class InvitationPage(Page):
    """The code of an invitation on the screen, and what to do with file and code.

    Signals: `finished()`, once somebody says that the code is written down.
    """

    guide = "laptops"

    finished = Signal()

    def __init__(self, file: Path, code: str) -> None:
        super().__init__()
        self.title = _("The invitation is ready")
        self.setAccessibleName(self.title)
        self.written = CheckField(_("I have written down the code"))
        self._first = Notice(_("First write down the code. Then tick the box."), "warn")
        self._first.hide()
        done = Button(pgettext("button", "Done"), "primary", icon="check")
        foot = QHBoxLayout()
        foot.setSpacing(current().space(16))
        foot.addWidget(self.written, 1)
        foot.addWidget(done)
        panel = code_panel(code, _("Code of the invitation: {code}").format(code=isolate(code)))
        once = Text(_("This code is shown only now. Write it on paper."), "body", "semibold")
        card = Card(*_steps(file), once, panel, self._first, foot, pad=24)
        self._lay_out(card)
        self.written.toggled.connect(lambda _on: self._first.hide())
        done.clicked.connect(self._finish)

    def remember(self) -> Any:
        return self.written.isChecked()

    def recall(self, memory: Any) -> None:
        self.written.setChecked(memory)

    def _lay_out(self, card: Card) -> None:
        theme = current()
        card.setMaximumWidth(theme.px(_WIDTH))
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        side, top = theme.space(28), theme.space(20)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(theme.space(16))
        column.addWidget(Text(self.title, "headline", "bold"))
        row = QHBoxLayout()
        row.addWidget(card, 1000)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self._scroller = Scroller(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroller)

    def _finish(self) -> None:
        if self.written.isChecked():
            self.finished.emit()
            return
        self._first.show()
        self.written.setFocus(Qt.FocusReason.TabFocusReason)
        # Only once the notice has its room is it known where the box stands.
        QTimer.singleShot(0, self, lambda: self._scroller.ensureWidgetVisible(self.written))


def _steps(file: Path) -> list[QWidget]:
    saved = _("The file {file} is in the folder {folder}.").format(
        file=isolate(file.name), folder=isolate(file.parent)
    )
    return [
        _step("file-down", saved),
        _step("split", _("File and code travel apart: the file on a stick, the code on paper.")),
        _step(
            "log-in",
            _(
                "On the other laptop choose “Join a centre”. It takes the file, the code and "
                "the passphrase of a trainer."
            ),
        ),
        _step("info", _("The invitation is for one laptop. A second use waits for a trainer.")),
    ]


def _step(icon: str, words: str) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current().space(12))
    row.addWidget(Icon(icon, "primary", 24), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, tight=True), 1)
    return whole
