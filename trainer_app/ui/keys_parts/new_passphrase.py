"""Choosing a passphrase: typed, or five words drawn by lot, with its strength beside it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.domain.passphrase import MINIMUM_LEVEL, Judgement, suggest
from trainer_app.i18n import _
from trainer_app.i18n import current as spoken
from trainer_app.ui.keys_parts.strength import StrengthMeter, advice
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, PassphraseField

Judge = Callable[[str, Sequence[str]], Judgement]

_WORDS = Path(__file__).with_name("words")
_RANDOM_BYTES = 16


class NewPassphrase(QWidget):
    """A passphrase to invent. `avoid` gives the names that a thief would try.

    Signals: `changed()` at every letter, `entered()` at Enter.
    """

    changed = Signal()
    entered = Signal()

    def __init__(
        self,
        label: str,
        judge: Judge,
        avoid: Callable[[], Sequence[str]],
        *,
        help_words: str = "",
    ) -> None:
        super().__init__()
        self._judge, self._avoid = judge, avoid
        self.field = PassphraseField(label, _("Show"), _("Hide"), help_words=help_words)
        self._edit = cast("QLineEdit", self.field.control)
        self._meter = StrengthMeter()
        self.suggest_button = Button(_("Suggest one"), icon="lightbulb", size="small")
        self.suggest_button.setAccessibleDescription(_("Puts in five words drawn by lot"))
        below = QHBoxLayout()
        below.setSpacing(current().space(12))
        below.addWidget(self._meter, 1)
        below.addWidget(self.suggest_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(8))
        column.addWidget(self.field)
        column.addLayout(below)
        self.setFocusProxy(self.field)
        self.field.changed.connect(lambda _text: self.look_again())
        self.field.entered.connect(self.entered)
        self.suggest_button.clicked.connect(self._suggest)

    def value(self) -> str:
        """The passphrase as typed."""
        return self.field.value()

    def set_value(self, passphrase: str) -> None:
        """Put a passphrase in."""
        self._edit.setText(passphrase)
        self.look_again()

    def judgement(self) -> Judgement:
        """How strong it is now."""
        return self._judge(self.value(), self._avoid())

    def is_enough(self) -> bool:
        """Whether it may be used; where not, the field says why."""
        if not self.value().strip():
            self.field.set_error(_("Please choose a passphrase."))
            return False
        found = self.judgement()
        if found.level < MINIMUM_LEVEL:
            self.field.set_error(advice(found))
            return False
        return True

    def look_again(self) -> None:
        """Show the strength anew: a letter was typed, or a name to avoid has changed."""
        self.field.set_error(None)
        self._meter.show_judgement(self.judgement() if self.value() else None)
        self.changed.emit()

    def strength_words(self) -> str:
        """What is said about its strength."""
        return self._meter.words()

    def _suggest(self) -> None:
        words = words_of(spoken().code)
        while True:
            found = suggest(words, secrets.token_bytes(_RANDOM_BYTES))
            # Drawn anew in the rare case that a name of the place is among the words.
            if self._judge(found, self._avoid()).level >= MINIMUM_LEVEL:
                break
        self.set_value(found)
        self.field.show_letters(True)
        self._edit.setCursorPosition(0)


@cache
def words_of(language: str) -> tuple[str, ...]:
    """Short, plain words to draw a passphrase from; the English ones where there are no others."""
    file = _WORDS / f"{language}.txt"
    if not file.exists():
        file = _WORDS / "en.txt"
    return tuple(file.read_text(encoding="utf-8").split())
