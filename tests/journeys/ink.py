"""Finds words that are hard to tell from their ground, cut off, or painted over each other.

Contrast is that of the pixels on the screen (WCAG 2.2): the colour that most of a stretch of words
lies on, and the colour in it that stands farthest from that one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QAbstractButton, QTableView, QWidget

from trainer_app.ui.theme import ThemeName
from trainer_app.ui.theme.tokens import contrast

from .painted import Painting, Stretch
from .sight import holder, name

LARGE, LARGE_BOLD = 24, 18.66
_MARKS = 3.0
_FEW_PIXELS = 2
_NEAR = 1.5


def faint(painting: Painting, theme: ThemeName) -> Iterator[str]:
    """Words and signs that do not stand out enough; what cannot be pressed now is let be."""
    worded: set[QWidget] = set()
    for one in painting.stretches:
        widget = _owner(painting, one)
        if widget is None:
            continue
        worded.add(widget)
        needed = _needed(one, theme)
        if (
            _to_read(one)
            and widget.isEnabled()
            and (found := _too_little(painting, _seen(one), needed))
        ):
            yield f"faint: {one.words!r} {found:.2f}, least {needed}, in {holder(widget)}"
    for button in painting.sight.controls:
        if not isinstance(button, QAbstractButton) or button in worded or not button.isEnabled():
            continue
        if found := _too_little(painting, _inside(painting, button), _MARKS):
            yield f"faint: the sign of {name(button)} {found:.2f}, least {_MARKS}"


def _too_little(painting: Painting, box: QRect, needed: float) -> float:
    """How far ink and ground of a box stand apart if that is less than needed, else 0."""
    found = _stands_out(painting.colours(box))
    if 0 < found < needed:
        found = _stands_out(painting.closer(box))
    return found if found < needed else 0.0


def clipped(painting: Painting) -> Iterator[str]:
    """Words that begin or end beyond what their part of the screen shows, or end in dots."""
    for one in painting.stretches:
        widget = _owner(painting, one)
        if not _to_read(one) or widget is None or _moves_sideways(widget):
            continue
        over = max(one.clip.left() - one.box.left(), one.box.right() - one.clip.right())
        if over > _NEAR + one.pixels / 8:
            yield f"clipped: {one.words!r} by {over:.0f} in {holder(widget)}"


def written_over(painting: Painting) -> Iterator[str]:
    """Words painted on other words."""
    told = [one for one in painting.stretches if _to_read(one) and one.clip.contains(one.core)]
    told.sort(key=lambda one: one.core.top())
    for at, one in enumerate(told):
        below = one.core.bottom() - _NEAR
        for other in takewhile(lambda each, below=below: each.core.top() < below, told[at + 1 :]):
            common = one.core & other.core
            if one.words != other.words and common.width() > _NEAR and common.height() > _NEAR:
                yield f"over: {one.words!r} and {other.words!r} in {_whose(painting, other)}"


def _moves_sideways(widget: QWidget) -> bool:
    """Whether this is in a table that is wider than its room: what is cut there can be moved."""
    one: QWidget | None = widget
    while one is not None:
        if isinstance(one, QTableView):
            return one.horizontalScrollBar().maximum() > 0
        one = one.parentWidget()
    return False


def _owner(painting: Painting, one: Stretch) -> QWidget | None:
    """Whose words these are, as far as they can be seen."""
    if not one.clip.intersects(one.core):
        return None
    if one.widget is not None:
        return one.widget
    return painting.sight.window.childAt((one.clip & one.core).center().toPoint())


def _whose(painting: Painting, one: Stretch) -> str:
    widget = _owner(painting, one)
    return holder(widget) if widget is not None else "nothing"


def _to_read(one: Stretch) -> bool:
    return any(letter.isalnum() for letter in one.words)


def _seen(one: Stretch) -> QRect:
    """The part of the letters that can be seen, in whole pixels; none where it is a sliver."""
    part: QRectF = one.core & one.clip
    if part.height() < one.core.height() * 0.9:
        return QRect()
    return part.toAlignedRect()


def _inside(painting: Painting, button: QWidget) -> QRect:
    """The middle of a button, without its edge, if it is all in sight."""
    window = painting.sight.window
    if button.visibleRegion().boundingRect() != button.rect():
        return QRect()
    edge = min(button.width(), button.height()) // 6
    place = QRect(button.mapTo(window, button.rect().topLeft()), button.size())
    return place.adjusted(edge, edge, -edge, -edge)


def _needed(one: Stretch, theme: ThemeName) -> float:
    large = one.pixels >= LARGE or (one.bold and one.pixels >= LARGE_BOLD)
    if theme == "contrast":
        return 4.5 if large else 7.0
    return 3.0 if large else 4.5


def _stands_out(colours: Counter[int]) -> float:
    """The contrast between the ground and the ink of a box; 0 where there is no box."""
    if not colours:
        return 0.0
    ((ground, _count),) = colours.most_common(1)
    inks = (colour for colour, count in colours.items() if count >= _FEW_PIXELS)
    return max(_apart(ground, ink) for ink in inks) if len(colours) > 1 else 1.0


@cache
def _apart(one: int, other: int) -> float:
    return contrast(f"#{one:06X}", f"#{other:06X}")
