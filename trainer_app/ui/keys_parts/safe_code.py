"""A recovery code, shown once: on the screen, on paper or in a PDF, then put in a safe place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.errors import TrainerError
from trainer_app.i18n import _, isolate, pgettext
from trainer_app.ui.keys_parts.code_panel import code_panel
from trainer_app.ui.messages import explain
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, CheckField, FlowRow, Notice


class SafeCode(QWidget):
    """The code, the ways to keep it, and `done`, which works once the box is ticked.

    `draw` writes a PDF file, `print_` is true when it went to a printer, `choose_file` asks where
    to save. Signals: `finished()`, `not_yet()` where the box was not ticked.
    """

    finished = Signal()
    not_yet = Signal()

    def __init__(
        self,
        code: str,
        done: Button,
        draw: Callable[[Path], None],
        print_: Callable[[], bool],
        choose_file: Callable[[str], Path | None],
    ) -> None:
        super().__init__()
        self._draw, self._print, self._choose_file = draw, print_, choose_file
        self.print_button = Button(_("Print"), icon="printer")
        self.save_button = Button(_("Save as PDF"), icon="file-down")
        self._said = _Said()
        self.safe = CheckField(_("I have put the code in a safe place"))
        ways = QWidget()
        row = FlowRow(ways, 12)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        foot = QHBoxLayout()
        foot.setSpacing(current().space(16))
        foot.addWidget(self.safe, 1)
        foot.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(20))
        panel = code_panel(code, _("Recovery code: {code}").format(code=isolate(code)))
        for part in (panel, ways, self._said):
            column.addWidget(part)
        column.addLayout(foot)
        self.print_button.clicked.connect(self._print_it)
        self.save_button.clicked.connect(self._save_it)
        self.safe.toggled.connect(lambda _on: self._said.hush())
        done.clicked.connect(self._finish)

    def said(self) -> str:
        """What was said last, if it is still in sight."""
        return self._said.words

    def _print_it(self) -> None:
        self._try(self._print, _("The code went to the printer. Look whether it came out."))

    def _save_it(self) -> None:
        name = pgettext("file name", "recovery code")
        path = self._choose_file(f"{name}.pdf")
        if path is None:
            return
        target = path if path.suffix else path.with_suffix(".pdf")
        words = _("Saved as {file}. Put it on a stick or print it, then delete it here.")
        self._try(lambda: self._write(target), words.format(file=isolate(target.name)))

    def _write(self, target: Path) -> bool:
        self._draw(target)
        return True

    def _try(self, action: Callable[[], bool], words: str) -> None:
        try:
            done = action()
        except TrainerError as error:
            message = explain(error)
            self._said.say("danger", message.text, message.what_to_do)
            return
        if done:
            self._said.say("ok", words)
        else:
            self._said.hush()

    def _finish(self) -> None:
        if self.safe.isChecked():
            self.finished.emit()
            return
        self._said.say("warn", _("First put the code in a safe place. Then tick the box."))
        self.safe.setFocus(Qt.FocusReason.TabFocusReason)
        self.not_yet.emit()


class _Said(QWidget):
    """The place for what happened last."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def say(self, tone: str, *sentences: str) -> None:
        self.hush()
        self.words = " ".join(sentences)
        self._row.addWidget(Notice(self.words, tone))  # type: ignore[arg-type]
        self.show()

    def hush(self) -> None:
        self.words = ""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()
