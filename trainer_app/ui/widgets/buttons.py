"""Buttons with an icon and a word."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.ui.theme import Size, Token, current, draw_icon
from trainer_app.ui.widgets.drawn import DrawnButton, centred, end_box, panel, start_box
from trainer_app.ui.widgets.lettering import Align, Lettering

Role = Literal["primary", "secondary", "quiet", "danger"]
_FILLED: dict[Role, tuple[Token, Token, Token]] = {
    "primary": ("on_primary", "primary", "primary_strong"),
    "danger": ("on_danger", "danger", "danger"),
}
_MOST_WORDS = 360


class Button(DrawnButton):
    """A word to press, with an icon; long words wrap and the button grows.

    `icon_last` puts the icon behind the word, as on "Next". Signals: `clicked`.
    """

    once = True

    def __init__(
        self,
        word: str,
        role: Role = "secondary",
        *,
        icon: str | None = None,
        icon_last: bool = False,
        size: Size = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(word, parent)
        self.role: Role = role
        self._icon, self._icon_last, self._size = icon, icon_last, size
        self._lettering = Lettering(word, size, "semibold", tight=True)

    def set_word(self, word: str, icon: str | None = None) -> None:
        """Show another word, and another icon if one is given."""
        self.setText(word.replace("&", "&&"))
        self.setAccessibleName(word)
        self._icon = icon or self._icon
        self._lettering = Lettering(word, self._size, "semibold", tight=True)
        self.updateGeometry()
        self.update()

    @property
    def leads_back(self) -> bool:
        """Whether its sign is the arrow back."""
        return self._icon == "arrow-left"

    def words_shown(self) -> Lettering:
        return self._lettering

    def _insides(self) -> tuple[float, float, float]:
        theme = current()
        mark = theme.px(24 if theme.text_px(self._size) >= theme.px(20) else 22)
        pad = theme.space(12 if self.role == "quiet" else 18)
        return pad, theme.space(8), (mark + theme.space(10)) if self._icon else 0.0

    def widths(self) -> tuple[float, float]:
        pad, _, mark = self._insides()
        best = self._lettering.balanced(current().px(_MOST_WORDS)).width()
        least = min(best, self._lettering.longest_word())
        return least + 2 * pad + mark, best + 2 * pad + mark

    def measure(self, width: float) -> float:
        pad, above, mark = self._insides()
        return self._lettering.lay(width - 2 * pad - mark) + 2 * above

    def colours(self) -> tuple[Token, Token | None, Token | None]:
        """The tokens of its words, its ground and its edge at this moment."""
        if not self.isEnabled():
            return "muted", "sunk", "line"
        filled = _FILLED.get(self.role)
        if filled:
            ink, ground, over = filled
            return ink, over if self.raised or self.isDown() else ground, None
        lifted: Token | None = "sunk" if self.raised or self.isDown() else None
        if self.role == "quiet":
            return "ink", lifted, None
        return "ink", lifted or "card", "edge"

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        ink, ground, edge = self.colours()
        panel(
            painter,
            box,
            theme.space(self.radius),
            theme.colour(ground) if ground else None,
            theme.colour(edge) if edge else None,
            theme.border,
            # Where no colour is paler than another, the edge says that it cannot be pressed.
            dashed=theme.name == "contrast" and not self.isEnabled(),
        )
        pad, above, mark = self._insides()
        inner = box.adjusted(pad, above, -pad, -above)
        align: Align = "center"
        if self._icon:
            gap = theme.space(10)
            words = self._lettering.balanced(inner.width() - mark).width()
            group = centred(inner, min(inner.width(), words + mark), inner.height())
            cut = end_box if self._icon_last else start_box
            at, inner = cut(group, mark - gap, gap)
            draw_icon(painter, self._icon, theme.hex(ink), centred(at, mark - gap))
            align = "start"
        self._lettering.draw(painter, inner, theme.colour(ink), align)


class IconButton(DrawnButton):
    """An icon with its word under it or beside it; `show_word=False` only where the place is known.

    The word is always the accessible name and the tool tip. Signals: `clicked`, `toggled`.
    """

    def __init__(
        self,
        icon: str,
        word: str,
        *,
        under: bool = True,
        show_word: bool = True,
        tone: Token = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(word, parent)
        self._icon, self._under, self._show, self._tone = icon, under, show_word, tone
        self._lettering = Lettering(word, "small", "semibold", tight=True)
        if not show_word:
            self.setToolTip(word)

    def set_word(self, word: str, shown: str = "") -> None:
        """Say another word; `shown` is what stands under or beside the icon, where it is less."""
        self.setText(word.replace("&", "&&"))
        self.setAccessibleName(word)
        if shown or not self._show:
            self.setToolTip(word)
        self._lettering = Lettering(shown or word, "small", "semibold", tight=True)
        self.updateGeometry()
        self.update()

    def words_shown(self) -> Lettering | None:
        return self._lettering if self._show else None

    def _mark(self) -> int:
        return current().px(26)

    def widths(self) -> tuple[float, float]:
        theme = current()
        pad = theme.space(10)
        if not self._show:
            return float(theme.target), float(theme.target)
        best = self._lettering.snug(theme.px(150))
        least = min(best, self._lettering.longest_word())
        beside = 0 if self._under else self._mark() + theme.space(8)
        return least + 2 * pad + beside, best + 2 * pad + beside

    def measure(self, width: float) -> float:
        theme = current()
        pad = theme.space(10)
        if not self._show:
            return self._mark()
        if self._under:
            words = self._lettering.lay(width - 2 * pad)
            return self._mark() + words + theme.space(2 + 6 + 6)
        return self._lettering.lay(
            width - 2 * pad - self._mark() - theme.space(8)
        ) + 2 * theme.space(8)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        ink: Token = self._tone if self.isEnabled() else "muted"
        chosen = self.isCheckable() and self.isChecked()
        ground: Token | None = "primary_tint" if chosen else None
        if self.raised or self.isDown():
            ground = "sunk"
        edge = theme.colour("primary") if chosen else None
        fill = theme.colour(ground) if ground else None
        panel(painter, box, theme.space(self.radius), fill, edge, theme.border)
        mark, pad = self._mark(), theme.space(10)
        if not self._show:
            draw_icon(painter, self._icon, theme.hex(ink), centred(box, mark))
            return
        inner = box.adjusted(pad, 0, -pad, 0)
        if not self._under:
            at, rest = start_box(inner, mark, theme.space(8))
            draw_icon(painter, self._icon, theme.hex(ink), centred(at, mark))
            self._lettering.draw(painter, rest, theme.colour(ink))
            return
        words = self._lettering.lay(inner.width())
        group = centred(inner, inner.width(), mark + words + theme.space(2))
        top = QRectF(group.left(), group.top(), group.width(), mark)
        draw_icon(painter, self._icon, theme.hex(ink), centred(top, mark))
        below = group.adjusted(0, mark + theme.space(2), 0, 0)
        self._lettering.draw(painter, below, theme.colour(ink), "center", middle=False)
