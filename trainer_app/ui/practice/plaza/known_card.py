"""What Plaza knows about me, in sight while a form is filled in: above it, or beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.practice.scenario import WordId
from trainer_app.i18n import _
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza.bits import line, words
from trainer_app.ui.practice.plaza.parts import Column
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.theme import current
from trainer_app.ui.widgets.flow import Scroller
from trainer_app.ui.widgets.panels import Card, Panel

KNOWN = ("knows", "knows-none")
"""The keys of a form's parts that say what is known, too."""

BESIDE = 760
"""How wide a place must be to have the card beside it, in design pixels."""

WITH_TITLE = 400
"""How high a place must be for the card to have its title above the form, in design pixels."""

MOST = 0.5
"""How much of a place's height the card takes at most, above the form."""


class KnownCard(QWidget):
    """A card that stays while the form scrolls, and marks what came last.

    Beside the form it shows all; above it, where room is dear, only what came last, as all of it
    stands at the end of the form. Signals: none.
    """

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene
        self._knew: tuple[WordId, ...] = ()
        self._newest: tuple[WordId, ...] = ()
        self.beside, self._titled = False, True
        self._column = Column(scene, gap=6, margin=0)
        self._scroller = Scroller(self._column)
        self._scroller.setMinimumHeight(1)
        self._card = Card(self._scroller, pad=10)
        self.setProperty("ground", "none")
        self.setAccessibleName(self._title())
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._card)

    def fit(self, width: int, height: int, most: int) -> None:
        """Show what is known now, in the shape for a place of this size; all in pixels.

        `most` is how wide a column of the place grows.
        """
        theme = current()
        self.beside = width >= theme.px(BESIDE)
        self._titled = self.beside or height >= theme.px(WITH_TITLE)
        self._learn()
        self._column.show_parts(self._parts())
        air = theme.space(10)
        # Without its title it is as low as it can be.
        rim = air if self._titled else theme.space(3)
        self._card.body.setContentsMargins(air, rim, air, rim)
        side = air if self.beside else max(air, (width - most) // 2)
        self._layout.setContentsMargins(side, rim, side, rim)
        if self.beside:
            self.setFixedSize(width * 2 // 5, height)
        else:
            needed = self._column.height_for(width - 2 * (side + air)) + 4 * rim
            self.setFixedSize(width, min(needed, round(height * MOST)))
        newest = self._column.widget(f"knows {self._newest[-1]}") if self._newest else None
        if newest is not None:
            self._scroller.ensureWidgetVisible(newest)

    def _learn(self) -> None:
        """Mark what was not known before."""
        knows = self._scene.view.knows
        if knows != self._knew:
            self._newest = tuple(each for each in knows if each not in self._knew)
            self._knew = knows

    def _title(self) -> str:
        return _("What Plaza now knows")

    def _parts(self) -> list[Part]:
        parts = [words("title", self._title(), "body", "bold")] if self._titled else []
        if not self._knew:
            nothing = _("Plaza knows nothing about you yet.")
            return [*parts, words("none", nothing, colour="muted")]
        shown = self._knew if self.beside else self._newest or self._knew[-1:]
        return parts + [self._line(each) for each in shown]

    def _line(self, word: WordId) -> Part:
        new = word in self._newest

        def make() -> QWidget:
            said = self._scene.text(word)
            if not new:
                return line("lightbulb", said, "ink", "body")
            box = Panel("primary_tint", "primary", pad=8)
            fresh = _("New: {words}").format(words=said)
            box.body.addWidget(line("lightbulb", fresh, "ink", "body"))
            return box

        return Part(f"knows {word}", new, make)
