"""A card to press, a picture and words: side by side in a list, one over the other in a grid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.domain.blocks import Line, plain
from trainer_app.i18n import _
from trainer_app.ui.theme import Token, current, draw_icon
from trainer_app.ui.widgets.drawn import DrawnButton, centred, end_box, panel, start_box
from trainer_app.ui.widgets.lettering import Align, Lettering, marked_spans
from trainer_app.ui.widgets.pictures import dim, draw_picture

_WIDE, _HIGH, _TALL, _MARK = 120, 80, 112, 26


@dataclass(frozen=True, slots=True)
class CardLook:
    """What a card shows. `picture` may be None; `sign` is an icon for it then, "" for none.

    `note` stands small under the words, `label` over them with the icon `label_icon`. `chosen` is
    None where nothing is chosen; `to_mend` marks it gently; `end` is an icon at its end.
    """

    words: Line
    picture: Path | None = None
    sign: str = ""
    note: str = ""
    label: str = ""
    label_icon: str = "info"
    chosen: bool | None = None
    to_mend: bool = False
    end: str = ""

    @property
    def foot(self) -> str:
        """What is said below the words."""
        return " ".join(
            each for each in (self.note, _("Look again") if self.to_mend else "") if each
        )


class PictureCard(DrawnButton):
    """A picture and words to press. With `tall` the picture stands over the words.

    Signals: `clicked`.
    """

    def __init__(
        self, look: CardLook, *, tall: bool = False, parent: QWidget | None = None
    ) -> None:
        words = plain(look.words)
        super().__init__(words, parent)
        self.fills = tall
        self.look, self._tall = look, tall
        looks = marked_spans(look.words, "body", "semibold")
        self._words = Lettering(words, "body", "semibold", marked=looks, tight=True)
        self._foot = Lettering(look.foot, "small", tight=True) if look.foot else None
        self._label = Lettering(look.label, "small", "bold", tight=True) if look.label else None
        said = (look.label, look.foot, _("Chosen") if look.chosen else "")
        self.setAccessibleDescription(". ".join(each for each in said if each))

    def words_shown(self) -> Lettering:
        return self._words

    def widths(self) -> tuple[float, float]:
        theme = current()
        letterings = [each for each in (self._words, self._foot, self._label) if each]
        least = max(min(each.longest_word(), each.natural_width()) for each in letterings)
        least += self._label_mark()
        if self._tall:
            pad = 2 * theme.space(12)
            return least + pad, max(least + pad, theme.space(220))
        room = self._picture_room() + self._end_room() + 2 * theme.space(12)
        return least + room, max(least + room, theme.px(460))

    def measure(self, width: float) -> float:
        theme = current()
        pad = theme.space(10)
        words = self._words_high(width - 2 * theme.space(12) - self._sides())
        if self._tall:
            return self._picture_high() + words + 2 * pad + self._mark_high()
        return max(words, self._picture_high()) + 2 * pad

    def _has_picture(self) -> bool:
        return self.look.picture is not None or bool(self.look.sign)

    def _picture_room(self) -> float:
        if not self._has_picture() or self._tall:
            return 0.0
        wide = _WIDE if self.look.picture is not None else _MARK + 12
        return current().space(wide) + current().space(14)

    def _picture_high(self) -> float:
        theme = current()
        if self.look.picture is not None:
            return theme.space(_TALL) + theme.space(8) if self._tall else float(theme.space(_HIGH))
        return float(theme.px(_MARK)) if self.look.sign else 0.0

    def _mark_high(self) -> float:
        """The room of the tick above a tall card without a picture."""
        bare = self._tall and self.look.chosen is not None and not self._has_picture()
        return current().px(_MARK) + current().space(4) if bare else 0.0

    def _end_room(self) -> float:
        marked = self.look.chosen is not None or bool(self.look.end)
        return current().px(_MARK) + current().space(12) if marked and not self._tall else 0.0

    def _sides(self) -> float:
        return self._picture_room() + self._end_room()

    def _label_mark(self) -> float:
        return current().px(20) + current().space(6) if self._label else 0.0

    def _words_high(self, width: float) -> float:
        high = self._words.lay(width)
        if self._label:
            high += self._label.lay(width - self._label_mark())
        return high + (self._foot.lay(width) if self._foot else 0.0)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        ground, edge = self._colours()
        width = theme.border + 1 if self.look.chosen or self.look.to_mend else theme.border
        radius = theme.space(self.radius)
        panel(painter, box, radius, theme.colour(ground), theme.colour(edge), width)
        pad = theme.space(10)
        inner = box.adjusted(theme.space(12), pad, -theme.space(12), -pad)
        if self._tall:
            self._draw_tall(painter, inner)
        else:
            self._draw_wide(painter, inner)

    def _colours(self) -> tuple[Token, Token]:
        if self.look.to_mend:
            return "warn_tint", "warn"
        if self.look.chosen:
            return "primary_tint", "primary"
        return "sunk" if self.raised or self.isDown() else "card", "edge"

    def _draw_wide(self, painter: QPainter, inner: QRectF) -> None:
        theme = current()
        if self._end_room():
            end, inner = end_box(inner, theme.px(_MARK), theme.space(12))
            self._draw_mark(painter, centred(end, theme.px(_MARK)))
        if self._has_picture():
            gap = theme.space(14)
            at, inner = start_box(inner, self._picture_room() - gap, gap)
            self._draw_picture(painter, centred(at, at.width(), self._picture_high()))
        group = centred(inner, inner.width(), self._words_high(inner.width()))
        self._draw_words(painter, group, "start")

    def _draw_tall(self, painter: QPainter, inner: QRectF) -> None:
        theme = current()
        high = self._picture_high()
        if high:
            picture = QRectF(inner.left(), inner.top(), inner.width(), high - theme.space(8))
            self._draw_picture(painter, picture)
        if self.look.chosen is not None:
            corner, _rest = end_box(inner, theme.px(_MARK), 0)
            self._draw_mark(painter, QRectF(corner.left(), inner.top(), *[theme.px(_MARK)] * 2))
        rest = inner.adjusted(0, high + self._mark_high(), 0, 0)
        group = centred(rest, rest.width(), self._words_high(rest.width()))
        self._draw_words(painter, group, "center")

    def _draw_picture(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        if self.look.picture is None:
            draw_icon(painter, self.look.sign, theme.hex("primary"), centred(box, theme.px(_MARK)))
            return
        draw_picture(painter, self.look.picture, box)
        dim(painter, box)

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        if self.look.chosen is None:
            draw_icon(painter, self.look.end, theme.hex("muted"), box)
            return
        on: Token = "warn" if self.look.to_mend else "primary"
        fill = theme.colour(on if self.look.chosen else "card")
        edge = theme.colour(on if self.look.chosen else "edge")
        panel(painter, box, box.width() / 2, fill, edge, theme.border)
        if self.look.chosen:
            sign = "eye" if self.look.to_mend else "check"
            draw_icon(painter, sign, theme.hex("on_primary"), centred(box, box.width() * 0.7))

    def _draw_words(self, painter: QPainter, box: QRectF, align: Align) -> None:
        theme = current()
        if self._label:
            high = self._label.lay(box.width() - self._label_mark())
            line = QRectF(box.left(), box.top(), box.width(), high)
            if align == "center":
                wide = min(line.width(), self._label.natural_width() + self._label_mark())
                line = centred(line, wide, high)
            at, rest = start_box(line, theme.px(20), theme.space(6))
            draw_icon(painter, self.look.label_icon, theme.hex("accent"), centred(at, theme.px(20)))
            self._label.draw(painter, rest, theme.colour("accent"))
            box = box.adjusted(0, high, 0, 0)
        words = self._words.lay(box.width())
        self._words.draw(painter, box, theme.colour("ink"), align, middle=False)
        if self._foot:
            ink = theme.colour("warn" if self.look.to_mend else "muted")
            self._foot.draw(painter, box.adjusted(0, words, 0, 0), ink, align, middle=False)


def pressing(card: PictureCard, act: Callable[[], None]) -> PictureCard:
    """The card, which does this when it is pressed."""
    card.clicked.connect(lambda: act())
    return card
