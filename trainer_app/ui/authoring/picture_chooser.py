"""Where an author chooses a picture: of this lesson, of the program's lessons, or from a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.services.picture_shelf import AtHand, PictureShelf
from trainer_app.ui.heading import flow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    ChoiceField,
    FlowGrid,
    Notice,
    PictureButton,
    SegmentField,
    Text,
)

_SIDE = 150


class PictureChooser(QWidget):
    """Pictures to choose from.

    `lesson` is the one that is made, `alts` what its pictures show, `titles` the names of the
    program's own lessons by id. Signals: `chosen(str)` with the name of a picture of this lesson;
    `wanted(AtHand)`: one of the program's; `file_wanted`.
    """

    chosen = Signal(str)
    wanted = Signal(object)
    file_wanted = Signal()

    def __init__(
        self,
        shelf: PictureShelf,
        lesson: str,
        language: str,
        *,
        alts: Mapping[str, str],
        titles: Mapping[str, str],
    ) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._shelf, self._lesson, self._language = shelf, lesson, language
        self._alts = alts
        there = shelf.here(lesson)
        options = [
            ("here", _("In this lesson"), "image"),
            ("others", _("In other lessons"), "book-open"),
            ("file", _("A file of mine"), "folder-open"),
        ]
        self.where = SegmentField(_("Where to choose from"), options, "here" if there else "others")
        self.where.changed.connect(self._show)
        self.other = ChoiceField(
            _("Lesson"), [(id, titles.get(id, id)) for id in shelf.elsewhere()]
        )
        self.other.changed.connect(lambda _id: self._show("others"))
        if ids := shelf.elsewhere():
            self.other.set_value(ids[0])
        self._grid = FlowGrid(170, 10)
        self._hint = Text("", "body", colour="muted", tight=True)
        self._file = QWidget()
        inside = QVBoxLayout(self._file)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(current().space(12))
        words = _(
            "PNG, JPEG or SVG. Place and date are taken out of a photo. Show nobody who did not "
            "say yes, and no learner."
        )
        opening = Button(_("Choose a picture file…"), "primary", icon="folder-open")
        opening.clicked.connect(self.file_wanted)
        inside.addWidget(Notice(words, "plain"))
        inside.addWidget(flow(opening))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(12))
        for part in (self.where, self.other, self._hint, self._file, self._grid):
            column.addWidget(part)
        # As high as it will be, so that the question in front of the page need not grow.
        self.setMinimumHeight(current().space(420))
        column.addStretch(1)
        self._show(self.where.value() or "here")

    def _show(self, where: str) -> None:
        self.other.setVisible(where == "others")
        self._file.setVisible(where == "file")
        tiles: list[QWidget] = []
        if where == "here":
            tiles = [self._own(name) for name in self._shelf.here(self._lesson)]
        elif where == "others" and (other := self.other.value()):
            pictures = self._shelf.of(other, self._language)
            tiles = [self._theirs(each, at) for at, each in enumerate(pictures, start=1)]
        self._grid.set_tiles(tiles)
        self._grid.setVisible(bool(tiles))
        self._hint.set_words(_("This lesson has no picture yet.") if where == "here" else "")
        self._hint.setVisible(where == "here" and not tiles)

    def _own(self, name: str) -> QWidget:
        path = self._shelf.path(self._lesson, name)
        button = PictureButton(path, self._alts.get(name) or name, show_name=False, size=_SIDE)
        return _once(button, lambda: self.chosen.emit(name))

    def _theirs(self, at_hand: AtHand, at: int) -> QWidget:
        shows = at_hand.shows or _("Picture {number}").format(number=at)
        button = PictureButton(at_hand.path, shows, show_name=False, size=_SIDE)
        return _once(button, lambda: self.wanted.emit(at_hand))


def _once(button: PictureButton, action: Callable[[], object]) -> PictureButton:
    button.setCheckable(False)
    button.clicked.connect(lambda: action())
    return button
