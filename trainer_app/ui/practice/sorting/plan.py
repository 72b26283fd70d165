"""Where cards and piles lie on the table: as large as they can be with everything in sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from trainer_app.ui.practice.sorting.parts import PlaceButton, Shape, SortCard
from trainer_app.ui.practice.sorting.piles import PileHead
from trainer_app.ui.theme import current

# How cards look in the hand and on piles, and how high their pictures are: the best look first.
_LOOKS: tuple[tuple[Shape, int, int], ...] = (
    ("tall", 170, 84),
    ("tall", 140, 72),
    ("tall", 112, 64),
    ("tall", 92, 64),
    ("tall", 112, 48),
    ("tall", 84, 48),
    ("wide", 104, 64),
    ("wide", 84, 56),
    ("wide", 64, 48),
    ("wide", 52, 40),
)
_GAP = 12
_MOST = 300


@dataclass(frozen=True, slots=True)
class Heap:
    """A pile as it is laid out: its head, then cards and places from the top."""

    head: PileHead
    parts: tuple[SortCard | PlaceButton, ...]


@dataclass(slots=True)
class Plan:
    """Where everything lies, in pixels. `boxes` by widget; `piles` are the grounds of the piles."""

    height: int = 0
    hand: QRect = field(default_factory=QRect)
    piles: list[QRect] = field(default_factory=list)
    boxes: dict[QWidget, QRect] = field(default_factory=dict)


def plan(hand: Sequence[SortCard | PlaceButton], heaps: Sequence[Heap], room: QRect) -> Plan:
    """The best look with which everything fits in the height of `room`; else the smallest.

    Widths always fit. Cards and heads are told their shape.
    """
    made = Plan()
    for shape, in_hand, on_pile in _LOOKS:
        made = _with(hand, heaps, room, (shape, in_hand, on_pile))
        if made.height <= room.height():
            spare = room.height() - made.height
            _stretch(made, spare)
            break
    if current().rtl:
        _mirror(made, room.width())
    return made


def _with(
    hand: Sequence[SortCard | PlaceButton],
    heaps: Sequence[Heap],
    room: QRect,
    look: tuple[Shape, int, int],
) -> Plan:
    theme = current()
    shape, in_hand, on_pile = look[0], theme.space(look[1]), theme.space(look[2])
    made = Plan()
    for card in hand:
        if isinstance(card, SortCard):
            card.set_shape(shape, in_hand)
    gap = theme.space(_GAP)
    least = max([theme.space(140), *(_least(each, shape, in_hand) for each in hand)])
    bottom = _grid(made.boxes, hand, room.width(), least, gap)
    made.hand = QRect(0, 0, room.width(), max(bottom, theme.target))
    top = made.hand.bottom() + 1 + gap
    for heap in heaps:
        heap.head.picture_px = on_pile
        for part in heap.parts:
            if isinstance(part, SortCard):
                part.set_shape("wide", on_pile)
    made.height = _piles(made, heaps, room.width(), top, on_pile)
    return made


def _least(part: SortCard | PlaceButton, shape: Shape, picture: int) -> float:
    return part.least(shape, picture) if isinstance(part, SortCard) else part.widths()[0]


def _grid(
    boxes: dict[QWidget, QRect],
    parts: Sequence[SortCard | PlaceButton],
    width: int,
    least: float,
    gap: int,
) -> int:
    """Rows of equal columns; gives back where they end."""
    if not parts:
        return 0
    columns = max(1, min(len(parts), int((width + gap) // (least + gap))))
    columns = ceil(len(parts) / ceil(len(parts) / columns))
    wide = min((width + gap) // columns - gap, max(ceil(least), current().px(_MOST)))
    top = 0
    for start in range(0, len(parts), columns):
        row = parts[start : start + columns]
        high = max(each.heightForWidth(wide) for each in row)
        for column, each in enumerate(row):
            boxes[each] = QRect(column * (wide + gap), top, wide, high)
        top += high + gap
    return top - gap


def _piles(made: Plan, heaps: Sequence[Heap], width: int, top: int, picture: int) -> int:
    """The piles side by side, in as many columns as fit; gives back where they end."""
    theme = current()
    gap, pad = theme.space(_GAP), theme.space(8)
    least = max(
        (
            *(heap.head.least() for heap in heaps),
            *(_least(part, "wide", picture) for heap in heaps for part in heap.parts),
            theme.space(150),
        )
    )
    columns = max(1, min(len(heaps), int((width + gap) // (least + 2 * pad + gap))))
    columns = ceil(len(heaps) / ceil(len(heaps) / columns))
    wide = (width + gap) // columns - gap
    for start in range(0, len(heaps), columns):
        bottoms = []
        for column, heap in enumerate(heaps[start : start + columns]):
            left, y = column * (wide + gap), top + pad
            for part in (heap.head, *heap.parts):
                high = part.heightForWidth(wide - 2 * pad)
                made.boxes[part] = QRect(left + pad, y, wide - 2 * pad, high)
                y += high + theme.space(6)
            made.piles.append(QRect(left, top, wide, 0))
            bottoms.append(y + pad)
        # An empty pile looks as if a card could lie there.
        bottom = max(*bottoms, top + theme.space(120))
        for pile in made.piles[start:]:
            pile.setBottom(bottom - 1)
        top = bottom + gap
    return top - gap


def _stretch(made: Plan, spare: int) -> None:
    """The last row of piles takes the height that is left."""
    last = made.piles[-1].top()
    for pile in made.piles:
        if pile.top() == last:
            pile.setBottom(pile.bottom() + spare)
    made.height += spare


def _mirror(made: Plan, width: int) -> None:
    boxes: Mapping[QWidget, QRect] = made.boxes
    for box in (*boxes.values(), *made.piles, made.hand):
        box.moveLeft(width - box.left() - box.width())
