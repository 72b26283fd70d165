"""The marks as small buttons and as keys of the keyboard."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.domain.attendance import Status
from trainer_app.ui.labels import statuses
from trainer_app.ui.theme import Tone, current, draw_icon, of_tone
from trainer_app.ui.theme.tokens import RADIUS_SMALL, TABLE_TARGET
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel, start_box
from trainer_app.ui.widgets.lettering import Lettering
from trainer_app.ui.workshop.attendance_words import early_words, late_words


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to mark: its status, its sign and its keys (a letter and a figure)."""

    status: Status
    icon: str
    tone: Tone
    letter: Qt.Key
    figure: str = ""


KINDS = (
    Kind(Status.PRESENT, "check", "ok", Qt.Key.Key_P, "1"),
    Kind(Status.LATE, "clock", "warn", Qt.Key.Key_L, "2"),
    Kind(Status.LEFT_EARLY, "log-out", "warn", Qt.Key.Key_E, "3"),
    Kind(Status.ABSENT, "x", "danger", Qt.Key.Key_A, "4"),
    Kind(Status.EXCUSED, "message-circle", "primary", Qt.Key.Key_X, "5"),
)
_LETTERS: Mapping[int, Kind] = {kind.letter: kind for kind in KINDS}
_FIGURES: Mapping[str, Kind] = {kind.figure: kind for kind in KINDS}
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def kind_of_key(event: QKeyEvent) -> Kind | None:
    """The mark that a key stands for; figures of every script count."""
    if event.modifiers() & _MODIFIERS:
        return None
    if event.key() in _LETTERS:
        return _LETTERS[event.key()]
    text = event.text()
    if len(text) == 1 and text.isdecimal():
        return _FIGURES.get(str(unicodedata.decimal(text)))
    return None


class MarkButton(DrawnButton):
    """A small button for one mark of one person, lit where it stands, with its minutes.

    The keyboard marks on the row itself, so Tab passes over it. Signals: `clicked`.
    """

    radius = RADIUS_SMALL

    def __init__(self, kind: Kind, person: str, parent: QWidget | None = None) -> None:
        self._word = statuses()[kind.status]
        super().__init__(self._word, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCheckable(True)
        self._kind, self._person = kind, person
        self._letters = self._set(self._word)
        self._wide = max(self._set(word).natural_width() for word in self._widest())

    def nextCheckState(self) -> None:  # noqa: N802
        """Only `show_mark` lights it: what is written decides, not the press."""

    def show_mark(self, lit: bool, minutes: int) -> None:
        """Light it or not; `minutes` stand in the words where the mark has some."""
        word = self._with_minutes(minutes) if lit else self._word
        if word != self._letters.words:
            self._letters = self._set(word)
        self.setChecked(lit)
        self.setAccessibleName(word)
        self.setAccessibleDescription(self._person)
        self.update()

    def _with_minutes(self, minutes: int) -> str:
        if self._kind.status is Status.LATE:
            return late_words(minutes)
        if self._kind.status is Status.LEFT_EARLY:
            return early_words(minutes)
        return self._word

    def _widest(self) -> list[str]:
        return [self._word, self._with_minutes(888)]

    @staticmethod
    def _set(word: str) -> Lettering:
        return Lettering(word, "caption", "semibold", tight=True)

    def _room(self) -> tuple[int, int, int]:
        theme = current()
        return theme.space(8), theme.px(16), theme.space(5)

    def widths(self) -> tuple[float, float]:
        pad, mark, gap = self._room()
        width = self._wide + 2 * pad + mark + gap
        return width, width

    def measure(self, width: float) -> float:
        del width
        return float(current().px(TABLE_TARGET))

    def sizeHint(self) -> QSize:
        return QSize(ceil(self.widths()[1]), current().px(TABLE_TARGET))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        del width
        return current().px(TABLE_TARGET)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        ink, ground = of_tone(self._kind.tone)
        lit = self.isChecked()
        fill = theme.colour(ground if lit else "sunk" if self.raised else "card")
        edge = theme.colour(ink if lit else "line")
        panel(painter, box, theme.space(self.radius), fill, edge, theme.border if lit else 1.2)
        pad, mark, gap = self._room()
        inner = box.adjusted(pad, 0, -pad, 0)
        used = min(inner.width(), self._letters.natural_width() + mark + gap)
        inner = centred(inner, used, inner.height())
        at, words = start_box(inner, mark, gap)
        shade = ink if lit else "muted"
        draw_icon(painter, self._kind.icon, theme.hex(shade), centred(at, mark))
        self._letters.draw(painter, words, theme.colour(shade))
