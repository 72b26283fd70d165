"""Where the people come from: a file, chosen or dropped, or names typed or pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.i18n import _
from trainer_app.ui.heading import flow, is_roomy
from trainer_app.ui.theme import current
from trainer_app.ui.theme.tokens import RADIUS_LARGE
from trainer_app.ui.widgets import Button, Card, SegmentField, SvgPicture, Text, TextField

FILE, TYPING = "file", "typing"


class DropPlace(QWidget):
    """A place to drop a file on, with a button to choose one. Signals: `dropped(Path)`, `asked`."""

    dropped = Signal(object)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        theme = current()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(24)] * 4)
        column.setSpacing(theme.space(12))
        column.addStretch(1)
        if is_roomy():
            picture = places.assets() / "scenes" / "empty-people.svg"
            column.addWidget(SvgPicture(picture, _("A list of people"), most=180))
        words = _(
            "Drop a list here, or choose it: CSV or Excel (XLSX), in any language. "
            "You see every row before anybody comes in."
        )
        column.addWidget(Text(words, "body", align="center"))
        self.button = Button(_("Choose a file"), "primary", icon="folder-open")
        self.button.clicked.connect(self.asked)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _path_of(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _path_of(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), theme.border, Qt.PenStyle.DashLine))
        painter.setBrush(theme.colour("card"))
        radius = theme.space(RADIUS_LARGE)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), radius, radius)


def _path_of(event: QDropEvent) -> Path | None:
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None


class RosterSource(QWidget):
    """Choose between a file and typing. Signals: `dropped(Path)`, `asked`, `typed(str)`."""

    dropped = Signal(object)
    asked = Signal()
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.way = SegmentField(
            _("How do the people come in?"),
            [(FILE, _("From a file"), "upload"), (TYPING, _("By typing"), "pencil")],
            FILE,
        )
        self.drop = DropPlace()
        self.drop.dropped.connect(self.dropped)
        self.drop.asked.connect(self.asked)
        self.names = TextField(
            _("Names"),
            help_words=_("One person on each line. You can paste from a spreadsheet too."),
            lines=8 if is_roomy() else 4,
        )
        look = Button(_("Look at the list"), "primary", icon="list")
        look.clicked.connect(self._look)
        self.names.changed.connect(lambda _text: self.names.set_error(None))
        self._typing = Card(self.names, flow(look))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(16))
        column.addWidget(self.way)
        column.addWidget(self.drop, 1)
        column.addWidget(self._typing)
        column.addStretch(0)
        self.way.changed.connect(self.show_way)
        self.show_way(FILE)

    def show_way(self, way: str) -> None:
        """Show one of the two ways in."""
        self.way.set_value(way)
        self.drop.setVisible(way == FILE)
        self._typing.setVisible(way == TYPING)
        (self.drop.button if way == FILE else self.names).setFocus()

    def _look(self) -> None:
        if not self.names.value().strip():
            self.names.set_error(_("Write at least one name."))
            self.names.setFocus()
            return
        self.typed.emit(self.names.value())
