"""How far a false post and its correction spread in a pretend week: figures and simple bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.domain.practice.spreading import Day
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import figures
from trainer_app.ui.practice.pieces.laid_out import beside
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Card, FlowGrid, Text
from trainer_app.ui.widgets.drawn import panel, start_box

_HIGH = 110
What = Literal["false", "correction", "without"]


class Spread(Card):
    """A week among `people`; `without` is the same week if nobody answers. Signals: none."""

    def __init__(
        self,
        people: int,
        days: Sequence[Day],
        without: Sequence[Day],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(pad=14, parent=parent)
        last = days[-1]
        many = ngettext(
            "A pretend week among {count} person", "A pretend week among {count} people", people
        ).format(count=people)
        self.add(Text(many, "body", "bold", tight=True))
        bars = Bars(people, days, without)
        legend = FlowGrid(220, 8, most=2)
        false = _("See the false post: {count}").format(count=last.false)
        correction = _("See what is true: {count}").format(count=last.correction)
        legend.add(beside(Swatch("false"), Text(false, "small", "semibold", tight=True)))
        legend.add(beside(Swatch("correction"), Text(correction, "small", "semibold", tight=True)))
        alone = _("If nobody answers, {count} see the false post.").format(
            count=isolate(str(without[-1].false))
        )
        words = Text(alone, "small", colour="muted", tight=True)
        self.add(bars, legend, beside(Swatch("without"), words))
        self.setAccessibleName(many)
        self.setAccessibleDescription(f"{false}. {correction}. {alone}")


class Swatch(QWidget):
    """The pattern of one kind of bar, beside its words. Signals: none."""

    def __init__(self, what: What, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what: What = what
        self.setFixedSize(*[current().px(22)] * 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_bar(painter, QRectF(self.rect()), self._what)


class Bars(QWidget):
    """Two bars for each day; days run from the side where reading starts. Signals: none.

    Behind them stands how high the first would be if nobody answered.
    """

    def __init__(
        self,
        people: int,
        days: Sequence[Day],
        without: Sequence[Day],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._people, self._days = people, tuple(days)
        self._without = {day.number: day.false for day in without}
        theme = current()
        self.setFixedHeight(theme.space(_HIGH) + self._foot())
        self.setMinimumWidth(theme.space(240))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = (
            _("Day {number}: {false} see the false post, {correction} see what is true").format(
                number=day.number, false=day.false, correction=day.correction
            )
            for day in days
        )
        self.setAccessibleName(". ".join(said))

    def sizeHint(self) -> QSize:
        return QSize(current().px(560), self.height())

    def _foot(self) -> int:
        return round(current().text_px("small") * 1.5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0, 0, 0, -self._foot())
        painter.setPen(QPen(theme.colour("edge"), theme.border))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        rest = QRectF(self.rect())
        wide = rest.width() / len(self._days)
        painter.setFont(theme.font("small"))
        for day in self._days:
            cell, rest = start_box(rest, wide, 0)
            self._draw_day(painter, cell, day, room.height())

    def _draw_day(self, painter: QPainter, cell: QRectF, day: Day, high: float) -> None:
        gap = cell.width() * 0.12
        both, _rest = start_box(cell.adjusted(gap, 0, -gap, 0), cell.width() - 2 * gap, 0)
        false, correction = start_box(both, both.width() / 2, 0)
        counts: tuple[tuple[QRectF, int, What], ...] = (
            (false, self._without.get(day.number, 0), "without"),
            (false, day.false, "false"),
            (correction, day.correction, "correction"),
        )
        for box, count, what in counts:
            tall = high * count / max(1, self._people)
            bar = QRectF(box.left(), cell.top() + high - tall, box.width() - 2, tall)
            if count:
                _draw_bar(painter, bar, what)
        foot = cell.adjusted(0, high, 0, 0)
        painter.setPen(current().colour("muted"))
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, figures(str(day.number)))


def _draw_bar(painter: QPainter, box: QRectF, what: What) -> None:
    """Filled for the false post, striped for what is true, empty for what might have been."""
    theme = current()
    if what == "without":
        panel(painter, box, 3, theme.colour("sunk"), theme.colour("edge"), 1.5)
        return
    colour = theme.colour("accent" if what == "false" else "ok")
    if what == "false":
        panel(painter, box, 3, colour)
        return
    panel(painter, box, 3, theme.colour("card"), colour, 2)
    painter.setPen(QPen(colour, 2))
    painter.fillRect(box, QBrush(colour, Qt.BrushStyle.BDiagPattern))
