"""How the room of a pointer stage is shared out: free ground, places, and a phone around both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect

from trainer_app.ui.practice.pointer.places import PlaceCard
from trainer_app.ui.theme import current

_EDGE, _GAP, _BEZEL = 14, 12, 18
"""Design pixels. Along the edges no target stands: a press there meets nothing."""


@dataclass(frozen=True, slots=True)
class Ground:
    """In pixels: a phone's `outer` side, the `screen`, where targets may stand, and the places."""

    outer: QRect
    screen: QRect
    free: QRect
    places: tuple[QRect, ...]


def lying_px() -> int:
    """How large things are that lie in a place, in pixels, where there is room."""
    return max(current().target, current().space(76))


def ground(room: QRect, cards: Sequence[PlaceCard], size: int, *, touch: bool) -> Ground:
    """Places lie below the free ground, or beside it where that would leave too little height.

    `size` is a target's side in pixels. A phone stands upright, or lies where height is short.
    """
    theme = current()
    bezel = theme.space(_BEZEL) if touch else 0
    high = room.height() - 2 * bezel
    side = max((card.minimumSizeHint().width() for card in cards), default=0) + theme.space(_GAP)
    least = len(cards) * side + theme.space(_GAP)
    upright = max(round(room.height() * 0.6), round(size * 1.9), least + bezel) if touch else 0
    wide = min(room.width(), upright or room.width())
    beside = bool(cards) and high - _high(cards, wide) < size * 1.15 + 2 * theme.space(_EDGE)
    if touch and beside:
        wide = min(room.width(), least + round(size * 2) + bezel)
    outer = QRect(room.left() + (room.width() - wide) // 2, room.top(), wide, room.height())
    screen = outer.adjusted(bezel // 2, bezel, -bezel // 2, -bezel)
    free, places = _shared(screen, cards, least, beside=beside)
    edge = theme.space(_EDGE)
    return Ground(outer, screen, free.adjusted(edge, edge, -edge, -edge), places)


def _high(cards: Sequence[PlaceCard], width: int) -> int:
    """How high places are below the free ground, with room for what lies there."""
    if not cards:
        return 0
    theme = current()
    wide = (width - theme.space(_GAP)) // len(cards) - theme.space(_GAP)
    heads = (ceil(card.measure(wide)) for card in cards)
    return max(heads) + lying_px() + theme.space(16)


def _shared(
    screen: QRect, cards: Sequence[PlaceCard], least: int, *, beside: bool
) -> tuple[QRect, tuple[QRect, ...]]:
    """The free ground, and a box for each place."""
    if not cards:
        return screen, ()
    theme = current()
    gap = theme.space(_GAP)
    whole = QRect(screen)
    free = QRect(screen)
    if beside:
        whole.setWidth(min(max(least, screen.width() // 2), round(screen.width() * 0.76)))
        if not theme.rtl:
            whole.moveRight(screen.right())
            free.setRight(whole.left() - 1)
        else:
            free.setLeft(whole.right() + 1)
        whole.adjust(0, gap // 2, 0, -gap // 2)
    else:
        whole.setTop(screen.bottom() - _high(cards, screen.width()) - gap // 2)
        free.setBottom(whole.top() - 1)
        whole.adjust(0, 0, 0, -gap // 2)
    wide = (whole.width() - gap) // len(cards)
    boxes = [
        QRect(whole.left() + gap + number * wide, whole.top(), wide - gap, whole.height())
        for number in range(len(cards))
    ]
    return free, tuple(reversed(boxes) if theme.rtl else boxes)
