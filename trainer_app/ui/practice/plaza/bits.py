"""Small pieces that many places of Plaza are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.practice.plaza.state import Choose, Do, Undo
from trainer_app.ui.practice.pieces.rows import RowButton
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.spots import Spot
from trainer_app.ui.theme import Size, Token, Weight, current
from trainer_app.ui.widgets.fields import Icon
from trainer_app.ui.widgets.panels import Card
from trainer_app.ui.widgets.text import Text


class Line(QWidget):
    """A sign and words beside it. Signals: none."""

    def __init__(
        self, icon: str, words: str, colour: Token = "muted", size: Size = "small"
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(8))
        self._words, sign = Text(words, size, colour=colour, tight=True), Icon(icon, colour, 20)
        # The sign stands in the middle of the first line, however many there are.
        column = QVBoxLayout()
        column.addSpacing(max(0, (self._words.minimumSizeHint().height() - sign.height()) // 2))
        column.addWidget(sign)
        column.addStretch(1)
        row.addLayout(column)
        row.addWidget(self._words, 1)

    def set_words(self, words: str) -> None:
        """Say something else."""
        if words != self._words.text():
            self._words.set_words(words)


def line(icon: str, words: str, colour: Token = "muted", size: Size = "small") -> QWidget:
    """A sign and words beside it."""
    return Line(icon, words, colour, size)


def words(
    key: str, said: str, size: Size = "body", weight: Weight = "regular", colour: Token = "ink"
) -> Part:
    """A part that is words alone."""
    return Part(key, (said, size), lambda: Text(said, size, weight, colour=colour))


def heading(key: str, said: str) -> Part:
    """A part that begins others."""
    return words(key, said, "large", "bold", "primary_strong")


def card(key: str, data: object, make: Callable[[], Sequence[QWidget]]) -> Part:
    """A white panel as a part."""
    return Part(key, data, lambda: Card(*make(), pad=14))


def row(scene: Scene, key: str, saying: Saying, spot: Spot) -> Part:
    """A large button that leads to a spot."""

    def make() -> QWidget:
        return scene.opens(RowButton(saying, sign="chevron-right", plain=True), spot)

    return Part(key, saying, make)


def deed(
    scene: Scene,
    what: str,
    thing: str,
    do: Saying,
    undo: Saying,
    *,
    danger: bool = False,
    leaves: bool = False,
) -> list[Part]:
    """A large button for a deed, or for taking it back; none if it is not possible now."""
    if thing not in scene.standing.deeds(what):
        return []
    stands = scene.standing.has(what, thing)
    action = Undo(what, thing) if stands else Do(what, thing)
    if not scene.can(action):
        return []
    saying = undo if stands else do

    def make() -> QWidget:
        button = RowButton(saying, danger=danger and not stands)
        return scene.does(button, action, leaves=leaves)

    return [Part(f"{what} {thing}", (saying, stands), make)]


def options(
    scene: Scene,
    what: str,
    thing: str,
    saying: Callable[[str], Saying],
    *,
    leaves: bool = False,
) -> list[Part]:
    """A large button for each value that can be chosen for a thing."""
    now = scene.standing.choice(what, thing)
    found: list[Part] = []
    for value in scene.standing.values(what, thing):
        if not value:
            continue
        action = Choose(what, thing, value)
        if value != now and not scene.can(action):
            continue
        said, chosen = saying(value), value == now

        def make(said: Saying = said, chosen: bool = chosen, action: Choose = action) -> QWidget:
            return scene.does(RowButton(said, chosen=chosen), action, leaves=leaves)

        found.append(Part(f"{what} {thing} {value}", (said, chosen), make))
    return found
