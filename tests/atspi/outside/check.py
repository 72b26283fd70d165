"""What must hold of everything that a reader meets on any page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from outside.reader import Met

_PRESSED = ("push button", "check box", "radio button", "toggle button", "combo box", "link")
_WRITTEN = ("text", "password text", "spin button", "entry")
_HELD = ("table", "tree table", "list item", "table cell", "list", "column header", "canvas")


def faults(met: Sequence[Met], *, rtl: bool, first: str = "") -> list[str]:
    """What is wrong with what is in sight, in words; empty where all is well.

    `first` is the name of what is met before its neighbours wherever it stands.
    """
    found = []
    for one in met:
        if "focusable" in one.states and one.role not in _PRESSED + _WRITTEN + _HELD:
            found.append(f"{one} takes the keyboard, but nobody knows what it is")
        if one.role in _PRESSED + _WRITTEN + _HELD and not one.name:
            found.append(f"{one} has no name")
        if one.role in ("label", "heading", "image") and not one.name:
            found.append(f"{one} says nothing")
    return found + _out_of_order(met, rtl, first)


def _out_of_order(met: Sequence[Met], rtl: bool, first: str) -> list[str]:
    """Neighbours that are met the other way round than they stand; one may come `first`."""
    found = []
    before: list[Met] = []
    for one in met:
        before = before[: one.deep + 1]
        if len(before) == one.deep + 1:
            last = before.pop()
            told_first = bool(first) and last.name == first
            if not told_first and _stands_before(one, last, rtl=rtl):
                found.append(f"{one} is met after {last}, but stands before it")
        before.append(one)
    return found


def _stands_before(one: Met, other: Met, *, rtl: bool) -> bool:
    """Whether it stands above the other, or in its line nearer to where reading begins."""
    if {one.role, other.role} & {"scroll bar", "frame", "alert", "notification"}:
        return False
    (x, y, wide, high), (left, top, width, height) = one.box(), other.box()
    if min(wide, high, width, height) <= 0:
        return False
    beside = x + wide <= left or left + width <= x
    if not beside:
        return y + high <= top
    same_line = y < top + height and top < y + high
    return same_line and (x >= left + width if rtl else x + wide <= left)
