"""Things to choose: an answer, a tick, one of a few, one of many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QWidget

from trainer_app.domain.blocks import Line, plain
from trainer_app.ui.theme import Token, current, draw_icon
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel, start_box
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.lettering import Lettering, marked_spans

ChoiceState = Literal["idle", "chosen", "right", "wrong"]
_LOOKS: dict[ChoiceState, tuple[str | None, Token, Token, Token]] = {
    "idle": (None, "edge", "card", "edge"),
    "chosen": (None, "primary", "primary_tint", "primary"),
    "right": ("circle-check", "ok", "ok_tint", "ok"),
    # Not red: nobody is told off for trying.
    "wrong": ("undo-2", "warn", "warn_tint", "warn"),
}


def radio(painter: QPainter, box: QRectF, colour: Token, on: bool) -> None:
    """Draw the round mark of a choice; one that is chosen has a full dot."""
    theme = current()
    ring = centred(box, box.width() * 0.86)
    panel(painter, ring, ring.width() / 2, theme.colour("card"), theme.colour(colour), theme.border)
    if on:
        dot = centred(box, box.width() * 0.44)
        panel(painter, dot, dot.width() / 2, theme.colour(colour))


class _Row(DrawnButton):
    """A mark and words beside it, as wide as there is room."""

    def __init__(self, words: str | Line, parent: QWidget | None) -> None:
        said = words if isinstance(words, str) else plain(words)
        super().__init__(said, parent)
        looks = [] if isinstance(words, str) else marked_spans(words, "body", "regular")
        self._words = Lettering(said, "body", marked=looks)

    def words_shown(self) -> Lettering:
        return self._words

    def _sides(self) -> tuple[int, int]:
        """The padding and the room of the mark."""
        theme = current()
        return theme.space(16), theme.px(26) + theme.space(12)

    def widths(self) -> tuple[float, float]:
        pad, mark = self._sides()
        best = self._words.balanced(current().px(640)).width()
        return min(best, self._words.longest_word()) + 2 * pad + mark, best + 2 * pad + mark

    def measure(self, width: float) -> float:
        pad, mark = self._sides()
        return self._words.lay(width - 2 * pad - mark) + 2 * current().space(10)

    def split(self, box: QRectF) -> tuple[QRectF, QRectF]:
        """The square of the mark, and the room of the words."""
        theme = current()
        pad, room = self._sides()
        gap = theme.space(12)
        at, rest = start_box(box.adjusted(pad, 0, -pad, 0), room - gap, gap)
        return centred(at, room - gap), rest


class ChoiceButton(_Row):
    """A big row with one answer. `set_state` shows what became of it, by icon and colour.

    Signals: `clicked`.
    """

    def __init__(self, words: str | Line, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.state: ChoiceState = "idle"

    def set_state(self, state: ChoiceState, said: str = "") -> None:
        """Show a state; `said` is that state in words, for a screen reader."""
        self.state = state
        self.setAccessibleDescription(said)
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        icon, mark, ground, edge = _LOOKS[self.state]
        if self.state == "idle" and self.raised:
            ground = "sunk"
        width = theme.border if self.state == "idle" else theme.border + 1
        panel(
            painter, box, theme.space(self.radius), theme.colour(ground), theme.colour(edge), width
        )
        at, rest = self.split(box)
        if icon:
            draw_icon(painter, icon, theme.hex(mark), at)
        else:
            radio(painter, at, mark, self.state == "chosen")
        ink: Token = "ink" if self.isEnabled() or self.state != "idle" else "muted"
        self._words.draw(painter, rest, theme.colour(ink))


class CheckField(_Row):
    """A big tick box with its words; the whole row can be pressed. Signals: `toggled(bool)`."""

    def __init__(
        self, words: str | Line, checked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self.setCheckable(True)
        self.setChecked(checked)

    def _sides(self) -> tuple[int, int]:
        theme = current()
        return theme.space(8), theme.px(28) + theme.space(12)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        if self.raised:
            panel(painter, box, theme.space(self.radius), theme.colour("sunk"))
        mark, rest = self.split(box)
        on = self.isChecked()
        fill = theme.colour("primary" if on else "card")
        edge = theme.colour("primary" if on else "edge")
        panel(painter, mark, theme.space(6), fill, edge, theme.border)
        if on:
            draw_icon(painter, "check", theme.hex("on_primary"), centred(mark, mark.width() - 6))
        ink: Token = "ink" if self.isEnabled() else "muted"
        self._words.draw(painter, rest, theme.colour(ink))


class _Segment(DrawnButton):
    """One of a few choices standing side by side."""

    def __init__(self, word: str, icon: str | None, parent: QWidget) -> None:
        super().__init__(word, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._icon = icon
        self._words = Lettering(word, "body", "semibold", tight=True)

    def words_shown(self) -> Lettering:
        return self._words

    def _room(self) -> tuple[int, int]:
        theme = current()
        return theme.space(14), (theme.px(22) + theme.space(8))

    def widths(self) -> tuple[float, float]:
        pad, mark = self._room()
        best = self._words.balanced(current().px(260)).width()
        return min(best, self._words.longest_word()) + 2 * pad + mark, best + 2 * pad + mark

    def measure(self, width: float) -> float:
        pad, mark = self._room()
        return self._words.lay(width - 2 * pad - mark) + 2 * current().space(6)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        on = self.isChecked()
        ground = theme.colour("primary_tint" if on else "sunk" if self.raised else "card")
        edge = theme.colour("primary" if on else "edge")
        width = theme.border + 1 if on else theme.border
        panel(painter, box, theme.space(self.radius), ground, edge, width)
        pad, room = self._room()
        gap = theme.space(8)
        at, rest = start_box(box.adjusted(pad, 0, -pad, 0), room - gap, gap)
        mark: Token = "primary" if on else "muted"
        if self._icon:
            draw_icon(painter, self._icon, theme.hex(mark), centred(at, room - gap))
        else:
            radio(painter, centred(at, room - gap), mark, on)
        self._words.draw(painter, rest, theme.colour("ink" if self.isEnabled() else "muted"))


class SegmentField(QWidget):
    """One of a few choices, all in sight, each `(key, word)` or `(key, word, icon)`.

    Signals: `changed(str)` with the key, when a person chooses.
    """

    changed = Signal(str)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str] | tuple[str, str, str]],
        value: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        row = FlowRow(self)
        for number, (key, word, *icon) in enumerate(options):
            segment = _Segment(word, icon[0] if icon else None, self)
            self._group.addButton(segment, number)
            self._keys.append(key)
            row.addWidget(segment)
        if value is not None:
            self.set_value(value)
        self._group.idClicked.connect(lambda number: self.changed.emit(self._keys[number]))

    def value(self) -> str | None:
        """The key chosen, or none."""
        number = self._group.checkedId()
        return self._keys[number] if number >= 0 else None

    def set_value(self, key: str) -> None:
        """Choose by key without a signal; ValueError for an unknown key."""
        self._group.button(self._keys.index(key)).setChecked(True)
