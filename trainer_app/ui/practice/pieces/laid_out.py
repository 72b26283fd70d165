"""Small arrangements of words and signs that several kinds of practice are made of."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.blocks import Line, Span
from trainer_app.ui.practice.pieces.rows import RowButton
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets import FlowGrid, Text

LARGE_TEXT = 1.5
"""Above this scale what else stays in sight scrolls with the page."""


def line_of(words: str) -> Line:
    """The program's own words as a line."""
    return (Span(words),)


def beside(first: QWidget, second: QWidget, *, top: bool = False) -> QWidget:
    """A sign or a face, and what stands beside it; `top`: both begin at the same height."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current().space(12))
    flag = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter
    row.addWidget(first, 0, flag)
    row.addWidget(second, 1, flag)
    return box


def stacked(*widgets: QWidget, gap: int = 0) -> QWidget:
    """Widgets under each other."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().space(gap))
    for widget in widgets:
        column.addWidget(widget)
    return box


def heading(words: str, colour: Token = "primary_strong") -> Part:
    """Words that begin a group of others."""
    make = partial(Text, words, "body", "bold", colour=colour, tight=True)
    return Part(("heading", words), None, make)


def row(
    key: Hashable,
    saying: Saying,
    act: Callable[[], None],
    *,
    chosen: bool | None = None,
    sign: str = "",
    note: str = "",
) -> Part:
    """A large button with a sign and words; `note` is read with it."""

    def make() -> QWidget:
        button = RowButton(saying, chosen=chosen, sign=sign)
        if note:
            said = button.accessibleDescription()
            button.setAccessibleDescription(f"{said} {note}".strip())
        button.clicked.connect(lambda: act())
        return button

    return Part(key, (saying, chosen, note), make)


class Grid(FlowGrid):
    """Parts side by side in as many columns as fit; `controls` finds their buttons.

    Signals: none.
    """

    def __init__(self, parts: Sequence[Part], narrowest: int, most: int, gap: int) -> None:
        super().__init__(narrowest, gap, most=most)
        self.controls: Mapping[Hashable, QWidget] = {part.key: part.make() for part in parts}
        self.add(*self.controls.values())
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def grid(
    key: Hashable, parts: Sequence[Part], narrowest: int = 220, most: int = 3, *, gap: int = 10
) -> Part:
    """Parts side by side, as one part; sizes in design pixels."""
    shows = tuple((part.key, part.shows) for part in parts)
    return Part(key, shows, lambda: Grid(parts, narrowest, most, gap))
