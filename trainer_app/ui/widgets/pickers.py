"""Fields to pick from: one of many, and a number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSpinBox, QWidget

from trainer_app.ui.theme import current, icon
from trainer_app.ui.widgets.fields import Field


class _Combo(QComboBox):
    """A combo box that the wheel does not change while a page is scrolled."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Spin(QSpinBox):
    """A number box that the wheel does not change while a page is scrolled."""

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
        self._box.setFont(current().font("body"))
        self._box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(6)
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
    """A whole number between two bounds. Signals: `changed(int)`."""

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
        self._box = _Spin()
        self._box.setFont(current().font("body"))
        self._box.setRange(least, most)
        self._box.setSingleStep(step)
        self._box.setSuffix(f" {unit}" if unit else "")
        self._box.setMinimumWidth(current().px(110))
        super().__init__(label, self._box, help_words=help_words, parent=parent)
        self._box.setValue(value)
        self._box.valueChanged.connect(self.changed)

    def value(self) -> int:
        """The number."""
        return self._box.value()

    def set_value(self, value: int) -> None:
        """Put a number in, kept between the bounds."""
        self._box.setValue(value)
