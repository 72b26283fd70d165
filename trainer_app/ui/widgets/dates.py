"""Fields for a date and for a time, typed freely or moved with the arrow keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import current as spoken
from trainer_app.i18n.formats import clock, figures
from trainer_app.ui.theme import current
from trainer_app.ui.widgets.fields import Field, LineEdit
from trainer_app.ui.widgets.typed_dates import Order, read_date, read_time, write_date


def order_of(language: str) -> Order:
    """The order in which a language's readers write day, month and year."""
    shape = QLocale(language).dateFormat(QLocale.FormatType.ShortFormat).lower()
    # Plain "en" would be the order of the United States; our English readers are in Europe.
    if language == "en":
        return "dmy"
    first = min("dmy", key=lambda letter: shape.find(letter) % 1000)
    orders: dict[str, Order] = {"d": "dmy", "m": "mdy", "y": "ymd"}
    return orders[first]


def sign_of(language: str) -> str:
    """The sign that a language's readers write between day, month and year."""
    return "." if "." in QLocale(language).dateFormat(QLocale.FormatType.ShortFormat) else "/"


def _line(sign: str) -> LineEdit:
    line = LineEdit(sign)
    line.setFont(current().font("body"))
    # Figures alone would stand at the left even where reading starts at the right.
    side = Qt.AlignmentFlag.AlignRight if current().rtl else Qt.AlignmentFlag.AlignLeft
    line.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    line.setMinimumWidth(current().px(180))
    return line


class DateField(Field):
    """A date, typed in any usual form; up and down move by a day. `today` fills what is left out.

    `bad_words` is said when what was typed is no date. Signals: `changed(object)` with a
    `date`, or None while it is empty or not yet a date.
    """

    changed = Signal(object)

    def __init__(
        self,
        label: str,
        value: date | None,
        today: Callable[[], date],
        *,
        bad_words: str,
        help_words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._line = _line("calendar")
        super().__init__(label, self._line, help_words=help_words, parent=parent)
        self._today, self._bad_words = today, bad_words
        self._order = order_of(current().language)
        self._sign = sign_of(current().language)
        self._solar = spoken().calendar == "solar"
        self.set_value(value)
        self._line.textEdited.connect(lambda _text: self.changed.emit(self.value()))
        self._line.editingFinished.connect(self._settle)
        self._line.stepped.connect(self._step)

    def value(self) -> date | None:
        """The date typed, or None."""
        return read_date(self._line.text(), self._order, self._today(), solar=self._solar)

    def set_value(self, value: date | None) -> None:
        """Put a date in without a signal."""
        words = write_date(value, self._order, self._sign, solar=self._solar) if value else ""
        self._line.setText(figures(words))
        self.set_error(None)

    def _settle(self) -> None:
        found = self.value()
        if found is not None:
            self.set_value(found)
        else:
            self.set_error(self._bad_words if self._line.text().strip() else None)

    def _step(self, days: int) -> None:
        found = self.value()
        start = found or self._today()
        if found is not None and date(1900, 1, 2) <= found <= date(2199, 12, 30):
            start += timedelta(days=days)
        self.set_value(start)
        self.changed.emit(start)


class TimeField(Field):
    """A time of day, typed in any usual form; up and down move by five minutes.

    Signals: `changed(object)` with a `time`, or None while it is empty or not yet a time.
    """

    changed = Signal(object)
    _STEP = 5

    def __init__(
        self,
        label: str,
        value: time | None,
        *,
        bad_words: str,
        help_words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._line = _line("clock")
        super().__init__(label, self._line, help_words=help_words, parent=parent)
        self._bad_words = bad_words
        self.set_value(value)
        self._line.textEdited.connect(lambda _text: self.changed.emit(self.value()))
        self._line.editingFinished.connect(self._settle)
        self._line.stepped.connect(self._step)

    def value(self) -> time | None:
        """The time typed, or None."""
        return read_time(self._line.text())

    def set_value(self, value: time | None) -> None:
        """Put a time in without a signal."""
        self._line.setText(clock(value) if value else "")
        self.set_error(None)

    def _settle(self) -> None:
        found = self.value()
        if found is not None:
            self.set_value(found)
        else:
            self.set_error(self._bad_words if self._line.text().strip() else None)

    def _step(self, steps: int) -> None:
        found = self.value() or time(9, 0)
        minutes = (found.hour * 60 + found.minute + steps * self._STEP) % (24 * 60)
        moved = time(minutes // 60, minutes % 60)
        self.set_value(moved)
        self.changed.emit(moved)
