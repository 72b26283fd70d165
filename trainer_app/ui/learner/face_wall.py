"""The faces to tap, as many at a time as fit, so that nobody has to scroll."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.domain.people import Person
from trainer_app.i18n import _
from trainer_app.ui.labels import person_label
from trainer_app.ui.learner.learner_page import LARGE_LETTERS
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, FaceButton

_NARROWEST = 148
_GAP = 12
# A whole group fits on one screen when its faces are a little smaller: (most people, side).
_SIDES = ((16, 88), (21, 72))
_SMALLEST = 56
_FEWEST_CELLS = 3


class FaceWall(QWidget):
    """Faces with names in rows; the last cell turns to more faces, the first one back.

    Two people of one name also show their numbers. `first` is the id of somebody to have in sight.
    Signals: `chosen(str)` with a person's id.
    """

    chosen = Signal(str)

    def __init__(
        self, people: Sequence[Person], first: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ids = [person.id for person in people]
        names = Counter(person.name for person in people)
        self._twice = {name for name, times in names.items() if name and times > 1}
        self._side = next((side for most, side in _SIDES if len(people) <= most), _SMALLEST)
        self._page = 0
        # Until it is known how many fit: the one page begins with whoever is wanted in sight.
        self._starts = [self._ids.index(first) if first in self._ids else 0]
        self.back = Button(_("Faces before"), icon="chevron-left", parent=self)
        self.faces = [self._button(person) for person in people]
        self.more = Button(_("More faces"), icon="chevron-right", icon_last=True, parent=self)
        # They stand in the wall like a face, as large as one.
        self.back.fills = self.more.fills = True
        self.back.clicked.connect(lambda: self._turn(-1))
        self.more.clicked.connect(lambda: self._turn(1))
        least = (one.minimumSizeHint().width() for one in (*self.faces, self.back, self.more))
        self._narrowest = max(current().space(_NARROWEST), *least)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def first_in_sight(self) -> str:
        """The id of the first one on the page that is shown."""
        return self._ids[self._starts[self._page]]

    def _button(self, person: Person) -> FaceButton:
        note = person.number if person.name in self._twice else ""
        label = person_label(person)
        face = FaceButton(person.face, label, note, size=self._side, parent=self)
        face.setCheckable(False)  # pressed, it leads on; readers would call it a tick box
        face.clicked.connect(lambda _=False: self.chosen.emit(person.id))
        return face

    def _columns(self, width: int) -> int:
        gap = current().space(_GAP)
        return max(1, (width + gap) // (self._narrowest + gap))

    def _tile(self, width: int) -> QSize:
        gap = current().space(_GAP)
        wide = (width + gap) // self._columns(width) - gap
        return QSize(wide, max((face.heightForWidth(wide) for face in self.faces), default=1))

    def _fewest_rows(self, width: int) -> int:
        """Rows that there must be at least; large letters scroll rather than show but a few."""
        fewest = 1 if current().scale <= LARGE_LETTERS else 3
        needed = min(_FEWEST_CELLS, len(self.faces))
        return min(max(fewest, -(-needed // self._columns(width))), self._all_rows(width))

    def _all_rows(self, width: int) -> int:
        return -(-len(self.faces) // self._columns(width))

    def whole_height(self, width: int) -> int:
        """The height in pixels in which all faces are in sight at once."""
        gap = current().space(_GAP)
        return self._all_rows(width) * (self._tile(width).height() + gap) - gap

    def _fit(self) -> None:
        """Find how many columns and rows fit, and lay the faces of this page out in them."""
        gap, tile = current().space(_GAP), self._tile(self.width())
        columns = self._columns(self.width())
        fitting = (self.height() + gap) // (tile.height() + gap)
        cells = columns * max(self._fewest_rows(self.width()), fitting)
        first = self._starts[self._page]
        self._starts = page_starts(len(self.faces), cells)
        self._page = max(page for page, start in enumerate(self._starts) if start <= first)
        shown = self._in_sight()
        for one in (self.back, *self.faces, self.more):
            one.setVisible(one in shown)
        for place, one in enumerate(shown):
            across, down = place % columns, place // columns
            if self.isRightToLeft():
                across = columns - 1 - across
            left, top = across * (tile.width() + gap), down * (tile.height() + gap)
            one.setGeometry(QRect(left, top, tile.width(), tile.height()))

    def _in_sight(self) -> list[Button | FaceButton]:
        is_last = self._page + 1 == len(self._starts)
        end = len(self.faces) if is_last else self._starts[self._page + 1]
        shown: list[Button | FaceButton] = [*self.faces[self._starts[self._page] : end]]
        if self._page:
            shown.insert(0, self.back)
        if not is_last:
            shown.append(self.more)
        return shown

    def _turn(self, by: int) -> None:
        self._page += by
        self._fit()
        self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focus_first(self) -> None:
        """Give the keyboard to the first face in sight."""
        if self.faces:
            self.faces[self._starts[self._page]].setFocus(Qt.FocusReason.OtherFocusReason)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        gap = current().space(_GAP)
        return self._fewest_rows(width) * (self._tile(width).height() + gap) - gap

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._narrowest, self._tile(self._narrowest).height())


def page_starts(count: int, cells: int) -> list[int]:
    """The index of the first face on each page of `cells` (at least 3).

    A page gives up its last cell where another follows, and its first where one goes before.
    """
    starts = [0]
    if count <= cells:
        return starts
    at = cells - 1
    while True:
        starts.append(at)
        if count - at <= cells - 1:
            return starts
        at += cells - 2
