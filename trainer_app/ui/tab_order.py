"""In which order Tab goes through a page whose parts were not made in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shiboken6 import delete

from trainer_app.ui.widgets.focus_chain import next_of, proxy_of


def put_in_order(*parts: QWidget) -> None:
    """Have Tab go through all that is in the first part, then in the second, and so on.

    Together they stay where the first of them came until now.
    """
    stops = _stops_of(parts)
    if stops:
        _put(_first(stops), stops)


def put_behind(content: QWidget, *parts: QWidget) -> None:
    """Have Tab go on from the last thing in the content to these parts, made before it."""
    inside = _stops(content)
    if inside:
        _put(inside[-1], _stops_of(parts))


def _put(place: QWidget, stops: Sequence[QWidget]) -> None:
    """Have Tab come to these behind a place, which may be one of them.

    Behind the last thing in a window Qt takes the first to be in its place already: that it never
    is the last, each is moved in between two widgets that are there for just that.
    """
    here, end = QWidget(place.window()), QWidget(place.window())
    with _moved_whole([place, *stops]):
        for one in (here, end):
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QWidget.setTabOrder(place, here)
        for stop in reversed(stops):
            QWidget.setTabOrder(here, stop)
    for one in (here, end):
        delete(one)


def _first(stops: Sequence[QWidget]) -> QWidget:
    """The one of these that comes first in its window until now."""
    return next(one for one in _chain(stops[0].window()) if one in stops)


@contextmanager
def _moved_whole(stops: Sequence[QWidget]) -> Iterator[None]:
    """Let the fields among the stops move together with the control that they stand for.

    Tab goes to a field's control from wherever the field is, but Qt moves only what takes Tab
    itself. A control that went alone would let Tab run in a circle.
    """
    fields = [stop for stop in stops if proxy_of(stop) is not None]
    policies = {one: one.focusPolicy() for field in fields for one in _line(field)}
    for field in fields:
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    yield
    # A field hands its own policy down: what stands behind it comes after it.
    for one, policy in policies.items():
        one.setFocusPolicy(policy)


def _line(field: QWidget) -> Iterator[QWidget]:
    """A field, and what it stands for, as far as that goes."""
    one: QWidget | None = field
    while one is not None:
        yield one
        one = proxy_of(one)


def _stops_of(parts: Sequence[QWidget]) -> list[QWidget]:
    return list(dict.fromkeys(stop for part in parts for stop in _stops(part)))


def _stops(part: QWidget) -> list[QWidget]:
    """What the keyboard can come to in a part, or the part itself, in the order until now.

    A field counts once, for all that is in it. What Tab passes over may be what it stops at next.
    What Qt itself puts into a table or a text is left alone.
    """
    found: list[QWidget] = []
    fields: list[QWidget] = []
    for widget in _chain(part.window()):
        inside = widget is part or part.isAncestorOf(widget)
        if inside and not isinstance(widget.parentWidget(), QAbstractScrollArea):
            control = proxy_of(widget)
            stands_for = control is not None and widget.isAncestorOf(control)
            takes = control is None and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            if (stands_for or takes) and not any(each.isAncestorOf(widget) for each in fields):
                found.append(widget)
                fields += [widget] if stands_for else []
    return found


def _chain(window: QWidget) -> Iterator[QWidget]:
    """A window and all that is in it, in the order of Tab."""
    yield window
    widget = next_of(window)
    while widget is not None and widget is not window:
        yield widget
        widget = next_of(widget)
