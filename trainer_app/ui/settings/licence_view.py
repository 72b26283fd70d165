"""Reads out the licences, one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.settings.licences import licences
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import ChoiceField, Text

_LINES = 12


class LicenceView(QWidget):
    """A choice of licences and the whole text of the one chosen. Signals: none."""

    def __init__(self) -> None:
        super().__init__()
        found = licences()
        self._texts = {licence.key: licence.text for licence in found}
        self.choice = ChoiceField(
            _("Licence"), [(licence.key, licence.name) for licence in found], found[0].key
        )
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.words.setFont(current().font("small"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(round(current().text_px("small") * 1.5 * _LINES))
        # Licences are law in English only.
        self.words.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.words.setAccessibleName(_("Text of the licence"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(12))
        ours = _("Lessons and pictures: Creative Commons BY-SA 4.0.")
        column.addWidget(Text(ours, colour="muted"))
        column.addWidget(self.choice)
        column.addWidget(self.words)
        self.choice.changed.connect(self._show)
        self._show(found[0].key)

    def value(self) -> str:
        """The key of the licence in sight."""
        return self.choice.value() or ""

    def set_value(self, key: str) -> None:
        """Show another licence; ValueError for an unknown key."""
        self.choice.set_value(key)
        self._show(key)

    def _show(self, key: str) -> None:
        self.words.setPlainText(self._texts[key])
