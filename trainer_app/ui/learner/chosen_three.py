"""Three empty places that fill with the pictures one taps: how many are still to come, wordless."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _
from trainer_app.i18n.formats import listed
from trainer_app.ui.learner.learner_page import LARGE_LETTERS
from trainer_app.ui.learner.picture_choice import WANTED, PictureChoice
from trainer_app.ui.picture_names import sign_in_names, sign_in_path
from trainer_app.ui.theme import current
from trainer_app.ui.theme.tokens import RADIUS
from trainer_app.ui.widgets.drawn import centred, panel, start_box
from trainer_app.ui.widgets.pictures import draw_picture
from trainer_app.ui.widgets.said_as import Role, say_as

_SIDE, _GAP = 72, 14


class ChosenThree(QWidget):
    """Shows what is chosen of a `choice`; large letters leave no room for it. Signals: none."""

    def __init__(self, choice: PictureChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        theme = current()
        side, gap = theme.px(_SIDE), theme.space(_GAP)
        self.setFixedSize(WANTED * side + (WANTED - 1) * gap, side)
        self.setVisible(theme.scale <= LARGE_LETTERS)
        say_as(self, Role.Graphic)
        choice.changed.connect(self._changed)
        self._changed()

    def _changed(self) -> None:
        names = sign_in_names()
        chosen = [names[key] for key in self._choice.value()]
        self.setAccessibleName(listed(chosen) if chosen else _("Tap your three pictures."))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._choice.value()
        rest, side = QRectF(self.rect()), float(self.height())
        for place in range(WANTED):
            box, rest = start_box(rest, side, theme.space(_GAP))
            full = place < len(chosen)
            ground = theme.colour("primary_tint" if full else "sunk")
            edge = theme.colour("primary" if full else "edge")
            panel(painter, box, theme.space(RADIUS), ground, edge, theme.border, dashed=not full)
            if full:
                draw_picture(painter, sign_in_path(chosen[place]), centred(box, side * 0.82))
