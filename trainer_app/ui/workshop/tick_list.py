"""The rows of a signed sheet below one another, as they stand on the paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.ticking import Tick
from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.theme import current, of_tone
from trainer_app.ui.widgets import Icon, Scroller, Text
from trainer_app.ui.widgets.drawn import panel
from trainer_app.ui.workshop.tick_words import look_of, tick_words


class Line(NamedTuple):
    """What a row shows: who it is (nobody on the empty one), and what stands."""

    name: str
    participant: str
    tick: Tick | None


class _LineView(QWidget):
    """One row. Signals: `pressed`."""

    pressed = Signal()

    def __init__(self, place: int, line: Line) -> None:
        super().__init__()
        theme = current()
        self._in_hand = False
        self._even = place % 2 == 1
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(8), theme.space(3), theme.space(8), theme.space(3))
        row.setSpacing(theme.space(8))
        figure = Text(number(place + 1), "small", colour="muted", align="end", tight=True)
        figure.setFixedWidth(theme.px(30))
        self._name = Text(line.name, "small", "semibold", tight=True)
        self._mark = Text("", "small", colour="muted", align="end", tight=True)
        self._sign = QHBoxLayout()
        row.addWidget(figure)
        row.addWidget(self._name, 3)
        row.addWidget(self._mark, 2)
        row.addLayout(self._sign)
        self._line: Line | None = None
        self.show_line(line)

    def show_line(self, line: Line) -> None:
        """Show what stands now."""
        if line == self._line:
            return
        self._line = line
        nobody = not line.participant
        icon, tone = look_of(line.tick)
        ink = of_tone(tone)[0]
        self._mark.set_words("" if nobody else tick_words(line.tick))
        while (item := self._sign.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if line.tick is not None:
            self._sign.addWidget(Icon(icon, ink, 16))
        self.setAccessibleName(" · ".join(part for part in (*line[:2], self._mark.text()) if part))

    def hold(self, in_hand: bool) -> None:
        """Show whether this is the row in hand."""
        if in_hand != self._in_hand:
            self._in_hand = in_hand
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._in_hand:
            edge = theme.colour("primary")
            panel(painter, box, theme.space(8), theme.colour("primary_tint"), edge, theme.border)
        elif self._even:
            panel(painter, box, theme.space(8), theme.colour("paper"))


class SheetRows(QWidget):
    """All rows and the first empty one. `scrolls`: by itself, not with the page around it.

    Signals: `chosen(int)`: the place of a row that was pressed, from 0.
    """

    chosen = Signal(int)

    def __init__(self, *, scrolls: bool) -> None:
        super().__init__()
        self._views: list[_LineView] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroller: Scroller | None = None
        if not scrolls:
            whole.addLayout(self._column)
            return
        page = QWidget()
        page.setProperty("ground", "none")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, current().space(6), 0)
        inside.addLayout(self._column)
        inside.addStretch(1)
        self._scroller = Scroller(page)
        whole.addWidget(self._scroller)

    def show_lines(self, lines: Sequence[Line], at: int) -> None:
        """Show the rows; `at` is the one in hand, `len(lines)` the empty one below them."""
        shown = [*lines, Line(_("Somebody else signed"), "", None)]
        names = [view._line[:2] if view._line else ("", "") for view in self._views]
        if [line[:2] for line in shown] != names:
            self._build(shown)
        for place, (view, line) in enumerate(zip(self._views, shown, strict=True)):
            view.show_line(line)
            view.hold(place == at)
        if self._scroller is not None:
            # The scroller learns of a new height only when waiting layouts are done.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            view = self._views[at]
            self._scroller.ensureWidgetVisible(view, 0, 3 * view.height())

    def _build(self, lines: Sequence[Line]) -> None:
        for view in self._views:
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._views = []
        for place, line in enumerate(lines):
            view = _LineView(place, line)
            view.setCursor(Qt.CursorShape.PointingHandCursor)
            view.pressed.connect(lambda place=place: self.chosen.emit(place))
            self._views.append(view)
            self._column.addWidget(view)
