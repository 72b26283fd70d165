"""What stands in a conversation: what came, what was sent, a voice to hear."""

from __future__ import annotations

from pathlib import Path
from random import Random

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.blocks import Line
from trainer_app.ui.theme import Token, current, draw_icon
from trainer_app.ui.theme.tokens import RADIUS
from trainer_app.ui.widgets import Panel, SvgPicture, Text
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel, start_box
from trainer_app.ui.widgets.lettering import Lettering

_BARS = 26


class Bubble(QWidget):
    """Words that came, or that were sent: at the other side, in another colour. Signals: none."""

    def __init__(
        self,
        words: str | Line,
        *,
        sent: bool = False,
        picture: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        ground: Token = "primary_tint" if sent else "card"
        edge: Token = "primary" if sent else "line"
        body = Panel(ground, edge, pad=12)
        text = Text(words, "body")
        if picture is not None:
            body.body.addWidget(SvgPicture(picture, text.text(), most=200))
        body.body.addWidget(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if sent:
            row.addStretch(1)
        row.addWidget(body, 8)
        if not sent:
            row.addStretch(1)


class VoiceNote(DrawnButton):
    """A voice note to play, with the shape of its sound. Signals: `clicked`.

    Sound runs from left to right in every script, as on every player.
    """

    fills = False

    def __init__(self, word: str, seed: str, parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self._word = Lettering(word, "small", "semibold", tight=True)
        chance = Random(seed)
        self._heights = [0.25 + 0.75 * chance.random() for _bar in range(_BARS)]

    def widths(self) -> tuple[float, float]:
        theme = current()
        room = theme.px(44) + theme.space(12) + 2 * theme.space(12)
        return room + self._word.longest_word(), room + theme.px(240)

    def measure(self, width: float) -> float:
        theme = current()
        inner = width - theme.px(44) - theme.space(12) - 2 * theme.space(12)
        return max(theme.px(44), theme.px(28) + self._word.lay(inner)) + 2 * theme.space(10)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        ground: Token = "sunk" if self.raised else "card"
        panel(painter, box, theme.space(RADIUS), theme.colour(ground), theme.colour("edge"), 2)
        inner = box.adjusted(theme.space(12), theme.space(10), -theme.space(12), -theme.space(10))
        at, rest = start_box(inner, theme.px(44), theme.space(12))
        disc = centred(at, theme.px(44))
        panel(painter, disc, disc.width() / 2, theme.colour("primary"))
        draw_icon(painter, "play", theme.hex("on_primary"), centred(disc, disc.width() * 0.5))
        wave = QRectF(rest.left(), rest.top(), rest.width(), theme.px(28))
        pitch = wave.width() / _BARS
        for number, high in enumerate(self._heights):
            x = wave.left() + number * pitch
            bar = QRectF(x, wave.center().y() - wave.height() * high / 2, pitch * 0.55, 0)
            bar.setHeight(wave.height() * high)
            panel(painter, bar, bar.width() / 2, theme.colour("muted"))
        below = rest.adjusted(0, theme.px(28), 0, 0)
        self._word.draw(painter, below, theme.colour("ink"))
