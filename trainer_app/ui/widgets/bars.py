"""The bar at the top of a screen, and the places at its side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n.formats import figures
from trainer_app.ui.theme import Token, current, draw_icon
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel, start_box
from trainer_app.ui.widgets.fields import Icon
from trainer_app.ui.widgets.flow import Scroller
from trainer_app.ui.widgets.lettering import Lettering
from trainer_app.ui.widgets.said_as import Role, say_as
from trainer_app.ui.widgets.text import Text

WIDE, NARROW = 232, 76
_LARGE_LETTERS = 1.5


class _Brand(QWidget):
    """The program's sign and the name of the place."""

    def __init__(self, icon: str, words: str, *, show_words: bool = True) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(10))
        row.addWidget(Icon(icon, "primary", 30))
        self.words = Text(words, "large", "bold", colour="primary_strong")
        say_as(self.words, Role.StaticText)
        row.addWidget(self.words, 1)
        self.words.setVisible(show_words)


class TopBar(QWidget):
    """A white bar: what is at the start, a title in the middle, what is at the end.

    `TopBar(start=[back], title="…", end=[read, language, help])`; with `brand=(icon, words)`
    the start shows the program's sign; `foot` is for a bar at the bottom, `slim` for one that
    is as low as what is on it. Signals: none.
    """

    def __init__(
        self,
        *,
        start: Sequence[QWidget] = (),
        title: str = "",
        end: Sequence[QWidget] = (),
        brand: tuple[str, str] | None = None,
        foot: bool = False,
        slim: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = current()
        self._foot = foot
        air = theme.space(3 if slim else 8)
        row = QHBoxLayout(self)
        side = theme.space(24)
        row.setContentsMargins(side, air, side, air)
        row.setSpacing(theme.space(12))
        if brand is not None:
            row.addWidget(_Brand(*brand), 0 if title else 1)
        for widget in start:
            row.addWidget(widget)
        if title:
            self.title = Text(title, "body", "semibold", align="center", tight=True)
            row.addWidget(self.title, 1)
        elif brand is None:
            row.addStretch(1)
        for widget in end:
            row.addWidget(widget)
        self.setMinimumHeight((0 if slim else theme.target) + 2 * air + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("card"))
        painter.setPen(QPen(theme.colour("line"), 1))
        y = 0 if self._foot else self.height() - 1
        painter.drawLine(0, y, self.width(), y)


@dataclass(frozen=True, slots=True)
class Place:
    """A place to go to in the side bar; `count` over 0 shows a small number beside it."""

    key: str
    word: str
    icon: str
    count: int = 0


class _PlaceButton(DrawnButton):
    """One place: an icon and its word, or the icon alone where room is short."""

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(place.word, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setToolTip(place.word)
        self._place = place
        self._words = Lettering(place.word, "body", tight=True)
        self._bold = Lettering(place.word, "body", "bold", tight=True)
        self._count = Lettering(figures(str(place.count)), "caption", "bold", tight=True)
        self.narrow = False

    def _room(self) -> tuple[int, int, int]:
        theme = current()
        return theme.space(14), theme.px(24), theme.px(26) if self._place.count else 0

    def widths(self) -> tuple[float, float]:
        pad, mark, _ = self._room()
        if self.narrow:
            # A little less where the places scroll and the bar takes of their width.
            return mark + 2.0 * current().space(6), mark + 2.0 * pad
        return mark + 2.0 * pad, self.with_words()

    def with_words(self) -> float:
        """The width in pixels that the icon and the word need side by side."""
        pad, mark, count = self._room()
        words = self._bold.balanced(current().px(220)).width()
        return words + mark + current().space(12) + count + 2 * pad

    def measure(self, width: float) -> float:
        theme = current()
        if self.narrow:
            return float(theme.target)
        pad, mark, count = self._room()
        words = self._bold.lay(width - mark - theme.space(12) - count - 2 * pad)
        return words + 2 * theme.space(8)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        on = self.isChecked()
        ground: Token | None = "primary_tint" if on else "sunk" if self.raised else None
        edge = theme.colour("primary") if on and theme.name == "contrast" else None
        if ground:
            panel(painter, box, theme.space(self.radius), theme.colour(ground), edge, 2)
        pad, mark, count = self._room()
        ink: Token = "primary_strong" if on else "ink"
        if self.narrow:
            draw_icon(painter, self._place.icon, theme.hex(ink), centred(box, mark))
        else:
            at, rest = start_box(box.adjusted(pad, 0, -pad, 0), mark, theme.space(12))
            draw_icon(painter, self._place.icon, theme.hex(ink), centred(at, mark))
            if count:
                rest.adjust(count if theme.rtl else 0, 0, 0 if theme.rtl else -count, 0)
            (self._bold if on else self._words).draw(painter, rest, theme.colour(ink))
        if count:
            self._draw_count(painter, box)

    def _draw_count(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        side = theme.px(24)
        pad = theme.space(4 if self.narrow else 12)
        x = box.left() + pad if theme.rtl else box.right() - pad - side
        y = box.top() + (2 if self.narrow else (box.height() - side) / 2)
        disc = QRectF(x, y, side, side)
        panel(painter, disc, side / 2, theme.colour("accent"), None)
        self._count.draw(painter, disc, theme.colour("card"), "center")


class SideNav(QWidget):
    """The trainer's places at the side; it narrows to icons where the window or text says so.

    `low` stands at the lower end of the places and scrolls with them; `foot` is always in sight.

    Signals: `chosen(str)` with the key of a place.
    """

    chosen = Signal(str)

    def __init__(
        self,
        brand: tuple[str, str],
        places: Sequence[Place],
        value: str,
        *,
        low: Sequence[QWidget] = (),
        foot: Sequence[QWidget] = (),
        narrow: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = current()
        self._fixed = narrow
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _PlaceButton] = {}
        column = QVBoxLayout(self)
        side = theme.space(12)
        # In large letters every place shall be in sight: room between them is what can be spared.
        self._large = theme.scale >= _LARGE_LETTERS
        above, below, gap = (4, 4, 4) if self._large else (16, 12, 12)
        column.setContentsMargins(side, theme.space(above), side, theme.space(below))
        column.setSpacing(theme.space(gap))
        self._brand = _Brand(*brand)
        column.addWidget(self._brand)
        scroller = Scroller()
        for place in places:
            button = _PlaceButton(place, self)
            button.clicked.connect(lambda _=False, key=place.key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[place.key] = button
            scroller.add(button)
        page = scroller.page.layout()
        assert page is not None
        page.setSpacing(theme.space(2 if self._large else 4))
        for widget in low:
            page.addWidget(widget)
        column.addWidget(scroller, 1)
        for widget in foot:
            column.addWidget(widget)
        self._foot = [one for one in foot if isinstance(one, DrawnButton)]
        self._narrow = False
        self._fit(1366)
        self.set_value(value)

    def value(self) -> str:
        """The key of the place in sight."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_value(self, key: str) -> None:
        """Show a place as the one in sight, without a signal; KeyError if there is none."""
        self._buttons[key].setChecked(True)

    @property
    def narrow(self) -> bool:
        """Whether only icons are shown."""
        return self._narrow

    def fit(self, window_width: int) -> None:
        """Choose words or icons for a window of this width; the screen calls it when resized."""
        self._fit(window_width)

    def _fit(self, window_width: int) -> None:
        theme = current()
        words = [one.with_words() for one in self._buttons.values()]
        words += [one.minimumSizeHint().width() for one in self._foot]
        wide = max(theme.space(WIDE), max(words, default=0) + 2 * theme.space(12))
        wide = ceil(min(wide, theme.px(280)))
        narrow = self._fixed if self._fixed is not None else window_width < wide * 4
        self._narrow = narrow
        self._brand.words.setVisible(not narrow)
        self._brand.setHidden(narrow and self._large)
        for button in self._buttons.values():
            button.narrow = narrow
            button.updateGeometry()
        self.setFixedWidth(theme.px(NARROW) if narrow else wide)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.window().width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("card"))
        painter.setPen(QPen(theme.colour("line"), 1))
        x = 0 if theme.rtl else self.width() - 1
        painter.drawLine(x, 0, x, self.height())
