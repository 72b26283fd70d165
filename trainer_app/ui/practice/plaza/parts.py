"""A column of parts that draws anew only what has changed, and keeps the keyboard where it was."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.stacking import Stacking
from trainer_app.ui.theme import current
from trainer_app.ui.widgets.focus_chain import proxy_of

_TABS = (Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus, Qt.FocusPolicy.TabFocus)


@runtime_checkable
class Renewing(Protocol):
    """A part's widget that can show some changes without being made anew."""

    def renew(self, data: Any) -> bool:
        """Show other data; False if it has to be made anew for it."""


class Column(QWidget):
    """Parts under each other. Signals: none."""

    def __init__(self, scene: Scene, gap: int = 12, margin: int = 12) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._scene = scene
        self._shown: dict[Hashable, tuple[Hashable, QWidget]] = {}
        self._column = Stacking(self, current().space(gap))
        side = current().space(margin)
        self._column.setContentsMargins(side, side, side, side)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these parts in this order; the others go."""
        wanted = {part.key for part in parts}
        focus = self._focus_key()
        # One arrangement at the end, instead of one for each part.
        self._column.setEnabled(False)
        gone = [key for key in self._shown if key not in wanted]
        for key in gone:
            self._drop(self._shown.pop(key)[1])
        placed = [self._place(at, part) for at, part in enumerate(parts)]
        self._column.setEnabled(True)
        if gone or any(placed):
            self._column.invalidate()
            # At once, so that who looks for a part finds it where it will stay.
            QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        if focus is not None:
            self._refocus(*focus)

    def parts_shown(self) -> list[QWidget]:
        """The widgets of the parts, from above to below."""
        return self._column.widgets()

    def set_sides(self, side: int) -> None:
        """Leave so many pixels free at both sides."""
        margins = self._column.contentsMargins()
        if margins.left() != side:
            self._column.setContentsMargins(side, margins.top(), side, margins.bottom())

    def height_for(self, width: int) -> int:
        """The height in pixels that the parts need in a width."""
        return self._column.heightForWidth(width)

    def widget(self, key: Hashable) -> QWidget | None:
        """What draws a part now."""
        found = self._shown.get(key)
        return found[1] if found else None

    def _place(self, at: int, part: Part) -> bool:
        """Have a part stand at its place; whether it is new there."""
        data, widget = self._shown.get(part.key, (None, None))
        size = widget.size() if widget is not None else None
        if widget is not None and data != part.shows:
            if isinstance(widget, Renewing) and widget.renew(part.shows):
                self._shown[part.key] = (part.shows, widget)
            else:
                self._drop(widget)
                widget = None
        there = self._column.widgets()
        if widget is not None and at < len(there) and there[at] is widget:
            return False
        new = widget is None
        if widget is None:
            widget = part.make()
            self._shown[part.key] = (part.shows, widget)
            if size is not None:
                widget.resize(size)
        self._column.put(at, widget)
        if new:
            # A layout shows it only later, and until then no key would find it.
            widget.show()
        # What is made last comes last by itself.
        if at < len(there):
            _after_the_one_before(self._column.widgets(), at)
        return True

    def _drop(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _focus_key(self) -> tuple[Hashable, tuple[object, ...], int] | None:
        """Which part has the keyboard, on which of its controls, and where that stands."""
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now):
            return None
        for key, (_, widget) in self._shown.items():
            if widget is now or widget.isAncestorOf(now):
                reach = reachable(widget)
                return key, self._scene.what(now), reach.index(now) if now in reach else 0
        return None

    def _refocus(self, key: Hashable, does: tuple[object, ...], at: int) -> None:
        """Back to the same control of the part, or to what stands in its place."""
        now = QApplication.focusWidget()
        if now is not None and self.isAncestorOf(now) and now.isVisible():
            return
        widget = self.widget(key)
        if widget is None:
            return
        same = self._scene.control(widget, *does) if does else None
        reach = reachable(widget)
        target = same or (reach[min(at, len(reach) - 1)] if reach else None)
        if target is not None:
            self._scene.focus(target)


def reachable(within: QWidget) -> list[QWidget]:
    """What Tab can reach inside a widget and with it, from above to below."""
    if not within.isEnabled() or within.isHidden():
        return []
    here = within.focusPolicy() in _TABS and proxy_of(within) is None
    found = [within] if here else []
    inner = within.parts_shown() if isinstance(within, Column) else within.children()
    for child in inner:
        if isinstance(child, QWidget):
            found += reachable(child)
    return found


def _after_the_one_before(widgets: list[QWidget], at: int) -> None:
    """Have Tab come to a part after the part above it, not after all that was there before."""
    above = [each for widget in widgets[:at] for each in reachable(widget)[-1:]]
    if not above:
        return
    last = above[-1]
    for each in reachable(widgets[at]):
        QWidget.setTabOrder(last, each)
        last = each
