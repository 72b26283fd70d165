"""A part of a lesson in the list beside the editor: its small picture or sign, and its title."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from trainer_app.ui.theme import Size, Token, current, draw_icon
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel, rounded, start_box
from trainer_app.ui.widgets.lettering import Lettering
from trainer_app.ui.widgets.pictures import dim, draw_picture

_WIDE, _HIGH = 52, 34


class PartButton(DrawnButton):
    """A part to open. `sign` is an icon where there is no picture. Signals: `clicked`."""

    def __init__(
        self, title: str, *, picture: Path | None = None, sign: str = "", size: Size = "body"
    ) -> None:
        super().__init__(title)
        self.setCheckable(True)
        self._picture, self._sign = picture, sign
        self._to_mend, self._size = False, size
        self._words = Lettering(title, size, "semibold", tight=True)

    def set_title(self, title: str, said: str) -> None:
        """Show another title; `said` tells a screen reader more."""
        if (title, said) == (self.accessibleName(), self.accessibleDescription()):
            return
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(said)
        self._to_mend = bool(said)
        self._words = Lettering(title, self._size, "semibold", tight=True)
        self.updateGeometry()
        # Other words may need another height in the same width.
        self.setMaximumHeight(self.heightForWidth(self.width()))
        self.update()

    def words_shown(self) -> Lettering:
        return self._words

    def _sides(self) -> tuple[int, int, int]:
        """The padding, the width of the picture or sign, and the room for the mark at the end."""
        theme = current()
        wide = theme.space(_WIDE) if self._picture is not None else theme.px(24)
        return theme.space(8), wide + theme.space(10), theme.px(20)

    def widths(self) -> tuple[float, float]:
        pad, picture, mark = self._sides()
        beside = 2 * pad + picture + mark
        longest = min(self._words.longest_word(), current().px(150))
        return longest + beside, current().px(160) + beside

    def measure(self, width: float) -> float:
        pad, picture, mark = self._sides()
        high = current().space(_HIGH) if self._picture is not None else 0
        return max(self._words.lay(width - 2 * pad - picture - mark), high) + 2 * current().space(4)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        pad, _picture, mark = self._sides()
        on = self.isChecked()
        ground: Token | None = "primary_tint" if on else "sunk" if self.raised else None
        edge = theme.colour("primary") if on else None
        fill = theme.colour(ground) if ground else None
        panel(painter, box, theme.space(self.radius), fill, edge, theme.border)
        inner = box.adjusted(pad, 0, -pad, 0)
        wide = theme.space(_WIDE) if self._picture is not None else theme.px(24)
        at, rest = start_box(inner, wide, theme.space(10))
        if self._picture is not None:
            frame = centred(at, wide, theme.space(_HIGH))
            painter.save()
            painter.setClipPath(rounded(frame, theme.space(5)))
            painter.fillRect(frame, theme.colour("sunk"))
            draw_picture(painter, self._picture, frame)
            dim(painter, frame)
            painter.restore()
        else:
            ink = theme.hex("primary" if on else "muted")
            draw_icon(painter, self._sign, ink, centred(at, theme.px(22)))
        words, end = start_box(rest, rest.width() - mark, 0)
        self._words.draw(painter, words, theme.colour("primary_strong" if on else "ink"))
        if self._to_mend:
            draw_icon(painter, "circle-alert", theme.hex("warn"), centred(end, theme.px(18)))
