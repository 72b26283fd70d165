"""Walks a screen by Tab alone: what is never reached, holds fast, comes out of order, is not shown.

Each function gives one sentence for each fault, and none for a sound window.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from trainer_app.ui.widgets.fields import Field
from trainer_app.ui.widgets.focus_chain import next_of

from .sight import Sight, holder, name

_MOST_TABS = 300
_AROUND = 6


@dataclass(slots=True)
class Walk:
    """What got the keyboard, in turn; `unseen` looks the same with the keyboard as without."""

    stops: list[QWidget] = field(default_factory=list)
    unseen: list[QWidget] = field(default_factory=list)
    comes_round: bool = True


def walk(sight: Sight) -> Walk:
    """Press Tab until it comes round, and look at each stop with the keyboard and without."""
    before = QApplication.focusWidget()
    found = Walk()
    # Where a mouse put the keyboard shows no ring: each stop is looked at once Tab came to it.
    last: tuple[QWidget, QImage] | None = None
    for _press in range(_MOST_TABS):
        QTest.keyClick(QApplication.focusWidget() or sight.window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if last is not None and now is not last[0] and _picture(last[0]) == last[1]:
            found.unseen.append(last[0])
        if now in found.stops:
            found.comes_round = now is found.stops[0]
            break
        if now is not None:
            found.stops.append(now)
            last = (now, _picture(now))
    if before is not None:
        before.setFocus(Qt.FocusReason.OtherFocusReason)
    return found


def unreachable(sight: Sight, walked: Walk) -> Iterator[str]:
    """What the Tab key, and then the arrow keys, never come to."""
    visited = set(walked.stops)
    groups = {one.group() for one in visited if isinstance(one, QAbstractButton)} - {None}
    for widget in sight.controls:
        if not widget.isEnabled() or widget in visited:
            continue
        if isinstance(widget, QAbstractButton) and widget.group() in groups:
            continue
        if widget.focusProxy() in visited or _has_keys_of_its_own(widget, visited):
            continue
        yield f"unreachable: {name(widget)} in {holder(widget)}"


def trapped(sight: Sight, walked: Walk) -> Iterator[str]:
    """What the Tab key does not lead out of."""
    if not walked.stops:
        return
    first, last, tab = walked.stops[0], walked.stops[-1], Qt.FocusPolicy.TabFocus
    others = (one for one in sight.controls if one is not last and one.isEnabled())
    if not walked.comes_round:
        yield f"trap: Tab leads from {name(first)} to {name(last)}, and never back"
    elif first is last and any(one.focusPolicy() & tab for one in others):
        yield f"trap: Tab stays at {name(last)} in {holder(last)}"


def unseen(walked: Walk) -> Iterator[str]:
    """What does not show that it has the keyboard."""
    for widget in walked.unseen:
        yield f"unseen: the keyboard at {name(widget)} in {holder(widget)}"


def disorder(sight: Sight, walked: Walk) -> Iterator[str]:
    """Where Tab goes against the way of reading: up, or back within a row.

    Once it has to, where it comes round; nobody can tell where that is if it does no more.
    """
    stops = _from_the_start(sight, walked.stops)
    found = [
        f"order: from {name(one)} {way} to {name(other)} in {holder(other)}"
        for one, other in pairwise([*stops, *stops[:1]])
        if (way := _against_reading(one, other))
    ]
    yield from found[:-1]


def _picture(widget: QWidget) -> QImage:
    """A widget and a little of what is around it: its ring may be drawn there."""
    ground = widget.parentWidget() or widget
    place = widget.geometry() if ground is not widget else widget.rect()
    near = place.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND) & ground.rect()
    return ground.grab(near).toImage()


def _from_the_start(sight: Sight, stops: list[QWidget]) -> list[QWidget]:
    """The stops from the one on that Tab comes to first; the keyboard may have been elsewhere."""
    if not stops:
        return stops
    wanted = {one: at for at, one in enumerate(stops)}
    one = next_of(sight.window)
    while one is not sight.window:
        if one in wanted:
            return stops[wanted[one] :] + stops[: wanted[one]]
        one = next_of(one)
    return stops


def _against_reading(one: QWidget, other: QWidget) -> str:
    """How the second stands before the first in what holds both; "" where it does not."""
    lines = [_line_of(one), _line_of(other)]
    common = next((each for each in reversed(lines[0]) if each in lines[1]), None)
    if common is None or common in (one, other):
        return ""
    a, b = (line[line.index(common) + 1].geometry() for line in lines)
    if _same_row(a, b):
        back = b.right() < a.left() if not common.isRightToLeft() else b.left() > a.right()
        return "back" if back else ""
    return "up" if b.bottom() < a.top() else ""


def _line_of(widget: QWidget) -> list[QWidget]:
    """A widget's holders from the outermost to itself."""
    line = [widget]
    while not line[-1].isWindow() and (parent := line[-1].parentWidget()) is not None:
        line.append(parent)
    return line[::-1]


def _same_row(a: QRect, b: QRect) -> bool:
    common = min(a.bottom(), b.bottom()) - max(a.top(), b.top())
    return 2 * common > min(a.height(), b.height())


def _has_keys_of_its_own(widget: QWidget, visited: set[QWidget]) -> bool:
    """Whether keys pressed elsewhere do the same: in the field or the row that it belongs to."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return False
    parent = widget.parentWidget()
    while parent is not None:
        if parent in visited or (parent.focusPolicy() & Qt.FocusPolicy.ClickFocus):
            return True
        if isinstance(parent, Field):
            return parent.control in visited
        parent = parent.parentWidget()
    return False
