"""How strong a passphrase is, in words and in bars, and what makes it stronger."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.passphrase import MINIMUM_LEVEL, Judgement
from trainer_app.i18n import _, pgettext
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets import Text
from trainer_app.ui.widgets.drawn import panel

_BARS = 4


def level_word(level: int) -> str:
    """What a level of 0 to 4 is called."""
    return (
        pgettext("strength of a passphrase", "Too easy"),
        pgettext("strength of a passphrase", "Weak"),
        pgettext("strength of a passphrase", "Good"),
        pgettext("strength of a passphrase", "Strong"),
        pgettext("strength of a passphrase", "Very strong"),
    )[level]


def advice(found: Judgement) -> str:
    """The one thing that helps most now."""
    if found.level > MINIMUM_LEVEL:
        return _("Keep it in your head or on paper, not on this laptop.")
    if found.level == MINIMUM_LEVEL:
        return _("You can go on. One more word makes it stronger.")
    by_fault = {
        "common": _("Many people use a part of this. Choose other words."),
        "contains-name": _("Leave out the names of people and places here."),
        "repeated": _("The same part comes again. Choose another one."),
        "one-word": _("One word is not enough. Put some others behind it."),
        "short": _("Make it longer: 10 letters or more."),
    }
    for fault, words in by_fault.items():
        if fault in found.faults:
            return words
    return _("Add one or two more words.")


class StrengthMeter(QWidget):
    """Four bars, a word and a sentence that follow what is typed. Signals: none."""

    def __init__(self) -> None:
        super().__init__()
        theme = current()
        self._bars = _Bars()
        self._word = Text("", "small", "bold", tight=True)
        self._advice = Text("", "small", colour="muted", tight=True)
        row = QHBoxLayout()
        row.setSpacing(theme.space(12))
        row.addWidget(self._bars, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._word, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addLayout(row)
        column.addWidget(self._advice)
        self.show_judgement(None)

    def show_judgement(self, found: Judgement | None) -> None:
        """Show how strong it is; None while nothing is typed."""
        if found is None:
            word, said = "", _("Four or five words that have nothing to do with each other.")
            self._bars.show_level(0, "edge")
        else:
            word, said = level_word(found.level), advice(found)
            enough = found.level >= MINIMUM_LEVEL
            self._bars.show_level(max(1, found.level), "ok" if enough else "danger")
            self._word.set_colour("ok" if enough else "danger")
        self._word.set_words(word)
        self._advice.set_words(said)
        self.setAccessibleName(f"{word} {said}".strip())

    def words(self) -> str:
        """The word and the sentence in sight."""
        return self.accessibleName()


class _Bars(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._level = 0
        self._colour: Token = "edge"
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        theme = current()
        return QSize(_BARS * theme.px(36) + (_BARS - 1) * theme.space(4), theme.px(10))

    def show_level(self, level: int, colour: Token) -> None:
        self._level, self._colour = level, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, gap = theme.px(36), theme.space(4)
        for number in range(_BARS):
            place = _BARS - 1 - number if theme.rtl else number
            box = QRectF(place * (wide + gap), 0, wide, self.height())
            on = number < self._level
            fill = theme.colour(self._colour if on else "sunk")
            panel(painter, box, box.height() / 2, fill, None if on else theme.colour("edge"), 1)
