"""The faces to tap, as many at a time as fit, so that nobody has to scroll."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.people import Person
from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.labels import person_label
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, FaceButton, Text

_NARROWEST = 148
_GAP = 12
# A whole group fits on one screen when its faces are a little smaller: (most people, side).
_SIDES = ((16, 88), (24, 72))
_SMALLEST = 56


class FaceWall(QWidget):
    """Faces with names in rows; buttons turn to the next ones where there are more than fit.

    Two people of one name also show their numbers. Signals: `chosen(str)` with a person's id.
    """

    chosen = Signal(str)

    def __init__(self, people: Sequence[Person], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = Counter(person.name for person in people)
        self._twice = {name for name, times in names.items() if name and times > 1}
        self._side = next((side for most, side in _SIDES if len(people) <= most), _SMALLEST)
        self._shape = (1, 1)
        self._first = 0
        self._board = QWidget()
        self.faces = [self._button(person) for person in people]
        self._widest = max((face.minimumSizeHint().width() for face in self.faces), default=0)
        self._pager = self._make_pager()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(_GAP))
        column.addWidget(self._board, 1)
        column.addWidget(self._pager)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _make_pager(self) -> QWidget:
        pager = QWidget()
        row = QHBoxLayout(pager)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(16))
        self.back = Button(_("Faces before"), icon="chevron-left")
        self.more = Button(_("More faces"), icon="chevron-right", icon_last=True)
        self._where = Text("", "body", colour="muted", align="center", tight=True)
        self.back.clicked.connect(lambda: self._turn(-1))
        self.more.clicked.connect(lambda: self._turn(1))
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self._where)
        row.addWidget(self.more)
        row.addStretch(1)
        pager.hide()
        return pager

    def _button(self, person: Person) -> FaceButton:
        note = person.number if person.name in self._twice else ""
        label = person_label(person)
        face = FaceButton(person.face, label, note, size=self._side, parent=self._board)
        face.clicked.connect(lambda _=False: self.chosen.emit(person.id))
        return face

    def _fit(self) -> None:
        """Find how many columns and rows fit, and lay the faces of this page out in them."""
        gap = current().space(_GAP)
        least = max(current().space(_NARROWEST), self._widest)
        columns = max(1, (self.width() + gap) // (least + gap))
        wide = (self.width() + gap) // columns - gap
        tall = max((face.heightForWidth(wide) for face in self.faces), default=1)
        rows = max(1, (self.height() + gap) // (tall + gap))
        if columns * rows < len(self.faces):
            room = self.height() - self._pager.sizeHint().height()
            rows = max(1, room // (tall + gap))
        self._shape = (columns, rows)
        self._first -= self._first % (columns * rows)
        self._place(QSize(wide, tall), gap)

    def _place(self, tile: QSize, gap: int) -> None:
        columns, rows = self._shape
        at_once = columns * rows
        for index, face in enumerate(self.faces):
            place = index - self._first
            shown = 0 <= place < at_once
            face.setVisible(shown)
            if shown:
                across = place % columns
                left = (columns - 1 - across if self.isRightToLeft() else across) * (
                    tile.width() + gap
                )
                top = place // columns * (tile.height() + gap)
                face.setGeometry(QRect(left, top, tile.width(), tile.height()))
        pages = max(1, -(-len(self.faces) // at_once))
        page = self._first // at_once
        said = _("{page} of {pages}").format(page=number(page + 1), pages=number(pages))
        self._where.set_words(said)
        self._pager.setVisible(pages > 1)
        self.back.setEnabled(page > 0)
        self.more.setEnabled(page + 1 < pages)

    def _turn(self, by: int) -> None:
        columns, rows = self._shape
        self._first = max(0, self._first + by * columns * rows)
        self._fit()
        self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focus_first(self) -> None:
        """Give the keyboard to the first face in sight."""
        if self.faces:
            self.faces[self._first].setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        theme = current()
        wide = max(theme.space(_NARROWEST), self._widest)
        tall = max((face.heightForWidth(wide) for face in self.faces), default=0)
        return QSize(wide, tall + theme.space(_GAP) + self._pager.sizeHint().height())
