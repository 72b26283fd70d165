"""The pictures that trainers know their place by: a picture says who may unlock, never a name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.i18n import pgettext
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import FlowRow, Icon, PictureButton, Text


def picture_words() -> dict[str, str]:
    """What each trainer's picture shows."""
    return {
        "mountain": pgettext("picture", "Mountain"),
        "lighthouse": pgettext("picture", "Lighthouse"),
        "kite": pgettext("picture", "Kite"),
        "teapot": pgettext("picture", "Teapot"),
        "guitar": pgettext("picture", "Guitar"),
        "compass": pgettext("picture", "Compass"),
        "leaf": pgettext("picture", "Leaf"),
        "star": pgettext("picture", "Star"),
        "drum": pgettext("picture", "Drum"),
        "lamp": pgettext("picture", "Lamp"),
        "wheel": pgettext("picture", "Wheel"),
        "shell": pgettext("picture", "Shell"),
    }


def picture_path(picture: str) -> Path:
    """Where a trainer's picture lies."""
    return places.assets() / "trainer" / f"{picture}.svg"


class PicturePicker(QWidget):
    """One of several pictures, each `(key, picture)`, under a question.

    Signals: `changed(str)` with the key, when a person chooses.
    """

    changed = Signal(str)

    def __init__(
        self,
        question: str,
        options: Sequence[tuple[str, str]],
        *,
        help_words: str = "",
        size: int = 64,
        show_names: bool = True,
    ) -> None:
        super().__init__()
        theme = current()
        self.setAccessibleName(question)
        self._keys = [key for key, _picture in options]
        self._group = QButtonGroup(self)
        words = picture_words()
        pictures = QWidget()
        row = FlowRow(pictures, 10)
        for number, (_key, picture) in enumerate(options):
            button = PictureButton(
                picture_path(picture), words[picture], show_name=show_names, size=size
            )
            self._group.addButton(button, number)
            row.addWidget(button)
        self._error = Text("", "small", "semibold", colour="danger", tight=True)
        self._error_row = QWidget()
        line = QHBoxLayout(self._error_row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(6))
        line.addWidget(Icon("circle-alert", "danger", 20), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._error, 1)
        self._error_row.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(6))
        column.addWidget(Text(question, "body", "semibold", tight=True))
        if help_words:
            column.addWidget(Text(help_words, "small", colour="muted", tight=True))
        column.addWidget(pictures)
        column.addWidget(self._error_row)
        column.addStretch(1)
        self._group.idClicked.connect(self._clicked)

    def value(self) -> str | None:
        """The key chosen, or none."""
        number = self._group.checkedId()
        return self._keys[number] if number >= 0 else None

    def set_value(self, key: str) -> None:
        """Choose by key without a signal; ValueError for an unknown key."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def first(self) -> QWidget:
        """The button that has the keyboard first."""
        return self._group.checkedButton() or self._group.button(0)

    def set_error(self, words: str | None) -> None:
        """Say what is wrong under the pictures, or that nothing is."""
        self._error.set_words(words or "")
        self._error_row.setVisible(bool(words))

    def error(self) -> str | None:
        """The error in sight, if any."""
        return self._error.text() or None

    def _clicked(self, number: int) -> None:
        self.set_error(None)
        self.changed.emit(self._keys[number])
