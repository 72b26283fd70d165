"""Large buttons of a sheet or a list: an icon, a word, a sentence, and whether it is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.theme import Token, current, draw_icon
from trainer_app.ui.widgets.choices import radio
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel, start_box
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.lettering import Lettering


class RowButton(DrawnButton):
    """An icon, a word, perhaps a sentence under it. Signals: `clicked`.

    `chosen` (None where nothing is chosen among several) shows and says whether it is the one;
    `sign` is an icon at its end; `danger` marks what takes something away; `about` is read to who
    does not see what it belongs to.
    """

    def __init__(
        self,
        saying: Saying,
        *,
        chosen: bool | None = None,
        sign: str = "",
        danger: bool = False,
        plain: bool = False,
        about: str = "",
    ) -> None:
        super().__init__(saying.word)
        self._icon, self._chosen, self._sign = saying.icon, chosen, sign
        self._ink: Token = "danger" if danger else "ink"
        self._plain = plain
        self._word = Lettering(saying.word, "body", "semibold", tight=True)
        self._more = Lettering(saying.more, "small", tight=True) if saying.more else None
        said = [about, saying.more, _("Chosen") if chosen else ""]
        self.setAccessibleDescription(" ".join(each for each in said if each))

    def _room(self) -> tuple[int, int, int]:
        """Padding, the room of the icon, the room at the end."""
        theme = current()
        end = theme.px(32) if self._sign or self._chosen is not None else 0
        return theme.space(14), theme.px(26) + theme.space(12), end

    def widths(self) -> tuple[float, float]:
        pad, mark, end = self._room()
        letterings = [each for each in (self._word, self._more) if each]
        room = 2 * pad + mark + end
        least = max(min(each.longest_word(), each.natural_width()) for each in letterings)
        best = max(each.natural_width() for each in letterings)
        return least + room, min(best, current().px(520)) + room

    def measure(self, width: float) -> float:
        pad, mark, end = self._room()
        inner = width - 2 * pad - mark - end
        words = self._word.lay(inner) + (self._more.lay(inner) if self._more else 0.0)
        return max(words, current().px(26)) + 2 * current().space(9)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        chosen = bool(self._chosen)
        ground: Token = "primary_tint" if chosen else "card"
        if self.raised or self.isDown():
            ground = "sunk"
        edge: Token = "primary" if chosen else "line" if self._plain else "edge"
        width = theme.border if not self._plain or chosen else 1.2
        radius = theme.space(self.radius)
        panel(painter, box, radius, theme.colour(ground), theme.colour(edge), width)
        pad, _, end = self._room()
        inner = box.adjusted(pad, 0, -pad, 0)
        at, rest = start_box(inner, theme.px(26), theme.space(12))
        ink: Token = "primary_strong" if chosen else self._ink
        draw_icon(painter, self._icon, theme.hex(ink), centred(at, theme.px(26)))
        if end:
            rest, last = start_box(rest, rest.width() - end, 0)
            self._draw_end(painter, last)
        word = self._word.lay(rest.width())
        more = self._more.lay(rest.width()) if self._more else 0.0
        group = centred(rest, rest.width(), word + more)
        self._word.draw(painter, group, theme.colour(ink), middle=False)
        if self._more:
            below = group.adjusted(0, word, 0, 0)
            self._more.draw(painter, below, theme.colour("muted"), middle=False)

    def _draw_end(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        if self._chosen is None:
            draw_icon(painter, self._sign, theme.hex("muted"), centred(box, theme.px(24)))
            return
        radio(
            painter, centred(box, theme.px(26)), "primary" if self._chosen else "edge", self._chosen
        )


class Wrapping(QWidget):
    """Widgets beside each other that go on in the next line. Signals: none."""

    def __init__(self, widgets: Sequence[QWidget], gap: int = 8) -> None:
        super().__init__()
        row = FlowRow(self, gap)
        for widget in widgets:
            row.addWidget(widget)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
