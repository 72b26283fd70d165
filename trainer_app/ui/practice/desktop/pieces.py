"""Pieces that several pages of the pretend laptop are made of."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.practice.desktop_acts import Action
from trainer_app.ui.practice.desktop.tiles import Tile
from trainer_app.ui.practice.pieces.shelf import GOES_BACK
from trainer_app.ui.theme import Token, Tone, current, of_tone
from trainer_app.ui.theme.tokens import RADIUS
from trainer_app.ui.widgets import Button, FlowGrid, FlowRow, Icon, Panel, Text
from trainer_app.ui.widgets.buttons import Role

Act = Callable[[Action], None]


@dataclass(frozen=True, slots=True)
class Press:
    """A button to be: its words, its sign, what it does; `back`: it ends or undoes something."""

    words: str
    icon: str
    action: Action
    role: Role = "secondary"
    back: bool = False


def button_for(press: Press, act: Act) -> Button:
    """A button that does an action."""
    button = Button(press.words, press.role, icon=press.icon)
    button.clicked.connect(lambda: act(press.action))
    return button


class Strip(Panel):
    """Words with a sign, and buttons that have to do with them: what is so, and what to do.

    A tone of `warn` says gently that it is to be put right; its buttons are not pressed by
    accident. Signals: none; `controls` has the buttons under their actions.
    """

    def __init__(
        self,
        words: str,
        icon: str,
        tone: Tone,
        presses: Sequence[Press],
        act: Act,
        *,
        quote: str = "",
        parent: QWidget | None = None,
    ) -> None:
        ink, ground = of_tone(tone)
        edge: Token | None = ink if current().name == "contrast" else None
        super().__init__(ground, edge, radius=RADIUS, pad=12, parent=parent)
        side_by_side = QWidget()
        row = FlowRow(side_by_side, 16)
        row.addWidget(_Saying(words, quote, icon, ink))
        self.controls: dict[Hashable, QWidget] = {}
        # Buttons stay together where there is no room for them beside the words.
        buttons = QWidget()
        together = FlowRow(buttons)
        for each in presses:
            button = button_for(each, act)
            button.setAccessibleDescription(words)
            button.setProperty(GOES_BACK, each.back or tone == "warn")
            self.controls[each.action] = button
            together.addWidget(button)
        if presses:
            row.addWidget(buttons)
        self.body.addWidget(side_by_side)
        self.setAccessibleName(f"{words} {quote}".strip())


class _Saying(QWidget):
    def __init__(self, words: str, quote: str, icon: str, ink: Token) -> None:
        super().__init__()
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(Text(words, "body", "semibold", colour="ink", tight=True))
        if quote:
            said.addWidget(Text(quote, "body", tight=True))
        said.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(10))
        row.addWidget(Icon(icon, ink, 26))
        row.addLayout(said, 1)
        self.setMinimumHeight(current().target)


class Tiles(FlowGrid):
    """Tiles to choose from, side by side.

    Signals: none; `controls` has the tiles under their actions.
    """

    def __init__(
        self, tiles: Sequence[tuple[Tile, Action]], act: Act, parent: QWidget | None = None
    ) -> None:
        super().__init__(150, 12, most=6, parent=parent)
        self.controls: dict[Hashable, QWidget] = {}
        for tile, action in tiles:
            self.controls[action] = tile
            _press(tile, action, act)
            self.add(tile)


def _press(tile: Tile, action: Action, act: Act) -> None:
    # `clicked` says whether it is checked, which no action takes.
    tile.clicked.connect(lambda: act(action))
