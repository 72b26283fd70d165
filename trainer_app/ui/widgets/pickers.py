"""Fields to pick from: one of many, and a number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from trainer_app.i18n.formats import figures
from trainer_app.ui.theme import current, icon
from trainer_app.ui.widgets.buttons import IconButton
from trainer_app.ui.widgets.fields import Field, LineEdit
from trainer_app.ui.widgets.text import Text
from trainer_app.ui.widgets.typed_dates import latin_digits

_WIDEST = 280


class _Combo(QComboBox):
    """As wide as its words where that can be; the wheel does not change it while a page scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(current().font("body"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(6)
        self.setIconSize(QSize(current().px(22), current().px(22)))

    def sizeHint(self) -> QSize:
        wanted = super().sizeHint()
        least = super().minimumSizeHint().width()
        return QSize(max(least, min(wanted.width(), current().px(_WIDEST))), wanted.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(Field):
    """One of many, each `(key, word)` or `(key, word, icon)`; SegmentField suits two to five.

    Signals: `changed(str)` with the key, when a person chooses.
    """

    changed = Signal(str)

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[str, str] | tuple[str, str, str]],
        value: str | None = None,
        *,
        help_words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._box = _Combo()
        super().__init__(label, self._box, help_words=help_words, parent=parent)
        self.set_options(options, value)
        self._box.activated.connect(lambda _at: self.changed.emit(self.value()))

    def set_options(
        self, options: Sequence[tuple[str, str] | tuple[str, str, str]], value: str | None = None
    ) -> None:
        """Offer other choices; without `value` none is chosen."""
        self._box.clear()
        for key, word, *sign in options:
            if sign:
                self._box.addItem(icon(sign[0], "muted", 22), word, key)
            else:
                self._box.addItem(word, key)
        self._box.setCurrentIndex(-1)
        if value is not None:
            self.set_value(value)

    def value(self) -> str | None:
        """The key chosen, or none."""
        key = self._box.currentData()
        return None if key is None else str(key)

    def set_value(self, key: str) -> None:
        """Choose by key without a signal; ValueError for an unknown key."""
        at = self._box.findData(key)
        if at < 0:
            raise ValueError(key)
        self._box.setCurrentIndex(at)


class SpinField(Field):
    """A whole number between two bounds, typed, with minus and plus, or with up and down.

    `unit` stands behind it. Signals: `changed(int)`.
    """

    changed = Signal(int)

    def __init__(
        self,
        label: str,
        value: int = 0,
        *,
        least: int = 0,
        most: int = 999,
        step: int = 1,
        unit: str = "",
        help_words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._line = LineEdit()
        self._line.setFont(current().font("body"))
        self._line.setFixedWidth(current().px(104))
        self._line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        super().__init__(label, self._line, help_words=help_words, parent=parent)
        self._least, self._most, self._step, self._value = least, most, step, value
        self.control.setAccessibleName(f"{label} {unit}".strip())
        for sign, icon_name, move in (("−", "minus", -1), ("+", "plus", 1)):
            button = IconButton(icon_name, sign, show_word=False)
            # The up and down keys do the same, so the keyboard needs no stop here.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, move=move: self._move(move))
            self.row.addWidget(button)
        if unit:
            self.row.addWidget(Text(unit, colour="muted", tight=True))
        self.row.addStretch(1)
        self.set_value(value)
        self._line.textEdited.connect(self._typed)
        self._line.editingFinished.connect(lambda: self.set_value(self._value))
        self._line.stepped.connect(self._move)

    def value(self) -> int:
        """The number; while something else is typed, the last one that was right."""
        return self._value

    def set_value(self, value: int) -> None:
        """Put a number in without a signal, kept between the bounds."""
        self._value = max(self._least, min(self._most, value))
        self._line.setText(figures(str(self._value)))

    def _typed(self, text: str) -> None:
        typed = latin_digits(text).strip()
        if typed.isdecimal() and self._least <= int(typed) <= self._most:
            self._value = int(typed)
            self.changed.emit(self._value)

    def _move(self, steps: int) -> None:
        before = self._value
        self.set_value(before + steps * self._step)
        if self._value != before:
            self.changed.emit(self._value)
