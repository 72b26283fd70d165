"""Shows the recovery code once, and asks to put it in a safe place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from trainer_app.domain.errors import TrainerError
from trainer_app.i18n import _, isolate, pgettext
from trainer_app.ui.messages import explain
from trainer_app.ui.theme import current
from trainer_app.ui.welcome.stage import Stage, column
from trainer_app.ui.welcome.trainer_pictures import picture_path, picture_words
from trainer_app.ui.widgets import Button, Card, CheckField, FlowRow, Notice, SvgPicture, Text
from trainer_app.ui.widgets.panels import Panel

_IN_A_ROW = 3


class RecoveryCodePage(Stage):
    """The code on the screen, on paper, or in a PDF file; nowhere else, and never again.

    `draw` writes a PDF file, `print_` is true when it went to a printer, `choose_file` asks where
    to save. Signals: `finished()`.
    """

    finished = Signal()

    def __init__(
        self,
        centre: str,
        code: str,
        picture: str,
        draw: Callable[[Path], None],
        print_: Callable[[], bool],
        choose_file: Callable[[str], Path | None],
    ) -> None:
        super().__init__(_("Your recovery code"))
        self._draw, self._print, self._choose_file = draw, print_, choose_file
        self.print_button = Button(_("Print"), icon="printer")
        self.save_button = Button(_("Save as PDF"), icon="file-down")
        self._said = _Said()
        self.safe = CheckField(_("I have put the code in a safe place"))
        self.open_button = Button(
            _("Open the centre"), "primary", icon="arrow-right", icon_last=True
        )
        why = _(
            "This code opens {centre} when every passphrase is forgotten. "
            "It is shown only now. Keep it on paper, not with this laptop."
        ).format(centre=isolate(centre))
        ways = QWidget()
        row = FlowRow(ways, 12)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        foot = QHBoxLayout()
        foot.setSpacing(current().space(16))
        foot.addWidget(self.safe, 1)
        foot.addWidget(self.open_button)
        card = Card(_heading(self.title, why, picture), _code_panel(code), ways, self._said, pad=28)
        card.body.setSpacing(current().space(20))
        card.add(foot)
        self.lay_out(card, self.print_button, width=960)
        self.print_button.clicked.connect(self._print_it)
        self.save_button.clicked.connect(self._save_it)
        self.safe.toggled.connect(lambda _on: self._said.hush())
        self.open_button.clicked.connect(self._open)

    def remember(self) -> Any:
        return self.safe.isChecked()

    def recall(self, memory: Any) -> None:
        self.safe.setChecked(memory)

    def said(self) -> str:
        """What the page said last, if it is still in sight."""
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

    def _open(self) -> None:
        if self.safe.isChecked():
            self.finished.emit()
            return
        self._said.say("warn", _("First put the code in a safe place. Then tick the box."))
        self.step_to(self.safe)


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


def _heading(title: str, why: str, picture: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current().space(20))
    shown = SvgPicture(picture_path(picture), picture_words()[picture], most=96)
    shown.setFixedSize(current().space(96), current().space(96))
    row.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(column(Text(title, "headline", "bold"), Text(why), gap=4), 1)
    return row


def _code_panel(code: str) -> QWidget:
    """The groups of the code side by side, from the left in every language."""
    panel = Panel("primary_tint", "primary", pad=20)
    panel.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    panel.setAccessibleName(_("Recovery code: {code}").format(code=isolate(code)))
    groups = QWidget()
    grid = QGridLayout(groups)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current().space(40))
    for number, group in enumerate(code.split("-")):
        text = Text(group, "display", "bold", colour="primary_strong", align="center")
        grid.addWidget(text, number // _IN_A_ROW, number % _IN_A_ROW)
    panel.body.addWidget(groups, 0, Qt.AlignmentFlag.AlignHCenter)
    return panel
