"""One trainer in the list of who may unlock."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.colleagues import Colleague
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import long_date
from trainer_app.ui.keys_parts.trainer_pictures import picture_path, picture_words
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Chip, FlowRow, SvgPicture, Text


class TrainerRow(QWidget):
    """Picture, name, what the person may do, and for others a way to take them out.

    Signals: `remove_pressed()`.
    """

    remove_pressed = Signal()

    def __init__(self, one: Colleague, today: date, *, may_remove: bool) -> None:
        super().__init__()
        theme = current()
        picture = SvgPicture(
            picture_path(one.picture), picture_words().get(one.picture, ""), most=56
        )
        picture.setFixedSize(theme.space(56), theme.space(56))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(Text(isolate(one.name), "body", "semibold", tight=True))
        for line in _about(one, today):
            column.addWidget(Text(line, "small", colour="muted", tight=True))
        if one.me:
            chips = QWidget()
            FlowRow(chips, 8).addWidget(Chip(_("You"), "primary", icon="user-check"))
            column.addWidget(chips)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(12))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        if may_remove:
            remove = Button(_("Remove…"), "quiet", icon="user-x", size="small")
            remove.setAccessibleName(_("Remove {name}…").format(name=isolate(one.name)))
            remove.clicked.connect(lambda: self.remove_pressed.emit())
            row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)


def _about(one: Colleague, today: date) -> list[str]:
    lines = []
    if one.until is not None:
        day = long_date(one.until)
        if one.until < today:
            lines.append(_("Substitute; the pass ended on {day}").format(day=day))
        else:
            lines.append(_("Substitute, until {day}").format(day=day))
    if not one.here:
        lines.append(_("Added on another laptop; opens this one after the next unlocking"))
    return lines
