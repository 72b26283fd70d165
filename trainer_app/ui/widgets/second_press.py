"""A press that comes again too soon at the same place: a trembling hand, or a habit of two clicks.

What was pressed may have led on, so that something else lies under the pointer already. Keys that
repeat while they are held down, and a switch that bounces, are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from weakref import ReferenceType, ref

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from trainer_app.ui.theme import current

USUAL_MS = 500
_NEAR = 16
"""How far a hand may move between two presses at the same place, in design pixels."""


@dataclass(frozen=True, slots=True)
class _Press:
    """What was pressed last, when by the system’s clock, and where or by which key."""

    what: ReferenceType[QWidget]
    when: int
    at: QPoint
    key: int = 0


_patience = USUAL_MS
_pointer: _Press | None = None
_key: _Press | None = None


def be_patient(milliseconds: int) -> None:
    """From now on a press counts again only after this time."""
    global _patience
    _patience = milliseconds


def unhurried(milliseconds: int) -> int:
    """As long as this, and longer for whoever needs time."""
    return milliseconds * max(1, _patience // USUAL_MS)


def comes_again(widget: QWidget, event: QMouseEvent, *, once: bool) -> bool:
    """Whether a press of the pointer is the last one again; `once`: also on the same control."""
    if _pointer is None or not _is_soon(_pointer, event.timestamp()):
        return False
    near = (event.globalPosition().toPoint() - _pointer.at).manhattanLength() <= current().px(_NEAR)
    return near and (once or _pointer.what() is not widget)


def note_press(widget: QWidget, event: QMouseEvent) -> None:
    """The pointer was let go on this control, which may lead on now."""
    global _pointer
    _pointer = _Press(ref(widget), event.timestamp(), event.globalPosition().toPoint())


def key_comes_again(widget: QWidget, event: QKeyEvent, *, once: bool) -> bool:
    """Whether a pressing key is the last one again, or is still held down."""
    if event.isAutoRepeat():
        return True
    if _key is None or _key.key != event.key() or not _is_soon(_key, event.timestamp()):
        return False
    return once or _key.what() is not widget


def note_key(widget: QWidget, event: QKeyEvent) -> None:
    """A key presses this control."""
    global _key
    _key = _Press(ref(widget), event.timestamp(), QPoint(), event.key())


def note_tab() -> None:
    """The person went on to another control, so that the next press is meant."""
    global _key
    _key = None


def _is_soon(last: _Press, now: int) -> bool:
    # What a program makes itself, such as a screen reader's press, has no time.
    return now > 0 and last.when > 0 and 0 <= now - last.when < _patience
