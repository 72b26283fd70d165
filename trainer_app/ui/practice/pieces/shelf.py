"""A column that is shown anew again and again, and keeps every part that still says the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QVBoxLayout, QWidget

from trainer_app.ui.theme import current
from trainer_app.ui.widgets.laid_out import laid_out

GOES_BACK = "goes_back"
"""A property of a control that takes something back: the keyboard never comes there by itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a column: while `shows`, all that it shows, is the same, its widget stays.

    `key` says which part it is; no two of one column have the same. A widget with several controls
    has them in `controls`, by key.
    """

    key: Hashable
    shows: Hashable
    make: Callable[[], QWidget]


class Shelf(QWidget):
    """A column of parts. Signals: none."""

    def __init__(self, gap: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(gap))
        self._column.addStretch(1)
        self._shown: dict[Hashable, tuple[Hashable, QWidget]] = {}

    def put(self, parts: Sequence[Part]) -> None:
        """Show these parts in this order; only what is new or says something else is made."""
        wanted = {part.key: part.shows for part in parts}
        for key, (shows, widget) in list(self._shown.items()):
            if key not in wanted or wanted[key] != shows:
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
                del self._shown[key]
        for at, part in enumerate(parts):
            if part.key not in self._shown:
                self._shown[part.key] = (part.shows, part.make())
            widget = self._shown[part.key][1]
            if self._column.indexOf(widget) != at:
                self._column.removeWidget(widget)
                self._column.insertWidget(at, widget)
                # Else it counts as hidden until the next turn of the loop, and has no focus yet.
                widget.show()

    def parts(self) -> list[tuple[Hashable, QWidget]]:
        """The keys and widgets of the parts, from the top."""
        found = [(key, widget) for key, (_, widget) in self._shown.items()]
        return sorted(found, key=lambda part: self._column.indexOf(part[1]))

    def control(self, key: Hashable) -> QWidget | None:
        """The control under a key, alone or within a part; None if it is not there."""
        for own, (_, widget) in self._shown.items():
            controls: Mapping[Hashable, QWidget] = getattr(widget, "controls", {})
            if key in controls:
                return controls[key]
            if own == key:
                return widget
        return None


def controls_in(widget: QWidget) -> Iterator[QWidget]:
    """Everything in a widget that takes the keyboard and is not hidden, in the order of reading."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from controls_in(inner)
    layout = widget.layout()
    if layout is not None:
        yield from _controls_of(layout)


def _controls_of(layout: QLayout) -> Iterator[QWidget]:
    for each in laid_out(layout):
        if isinstance(each, QLayout):
            yield from _controls_of(each)
        elif isinstance(each, QWidget) and not each.isHidden():
            yield from controls_in(each)


def give_focus(order: Iterable[QWidget]) -> None:
    """Give the keyboard to the first control that takes nothing back, if there is any.

    Who presses Space twice shall not undo what the first press did.
    """
    controls = list(order)
    first = next((each for each in controls if not each.property(GOES_BACK)), None)
    for each in [first] if first is not None else controls[:1]:
        each.setFocus(Qt.FocusReason.OtherFocusReason)


def in_reading_order(page: QWidget, anchor: QWidget) -> list[QWidget]:
    """Have Tab go from `anchor`, which always stays, to the page's controls as they are read."""
    order = list(controls_in(page))
    last = anchor
    for each in order:
        if each is not last:
            QWidget.setTabOrder(last, each)
            last = each
    return order


def settle() -> None:
    """Lay everything out now, so that nothing moves under a hand that is already on its way.

    A scroll bar that comes makes words wrap anew, so it takes more than one round.
    """
    for _round in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


class KeptFocus:
    """Keeps the keyboard where it was while a page changes, or gives it to what came there.

    `anchor` always stays, so that Tab comes to the page's controls where it came to it.
    """

    def __init__(self, page: QWidget, anchor: QWidget) -> None:
        self._page, self._anchor = page, anchor
        self._had: QWidget | None = None
        self._at = 0

    def __enter__(self) -> KeptFocus:
        now = QApplication.focusWidget()
        inside = now is not None and self._page.isAncestorOf(now)
        order = list(controls_in(self._page))
        self._had = now if inside else None
        self._at = order.index(now) if inside and now in order else 0
        return self

    def __exit__(self, *_: object) -> None:
        settle()
        order = in_reading_order(self._page, self._anchor)
        if self._had is None or self._had in order or not order:
            return
        # Who presses Space twice shall not take back what the first press did.
        onward = [
            each for each in (*order[self._at :], *order[::-1]) if not each.property(GOES_BACK)
        ]
        (onward or order)[0].setFocus(Qt.FocusReason.OtherFocusReason)
