"""One laptop of the room: its letters, how it stands, and what a trainer can do about it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.rooms import RoomLaptop
from trainer_app.i18n import _
from trainer_app.ui.heading import clear, flow, is_roomy
from trainer_app.ui.room import room_words as words
from trainer_app.ui.room.room_words import Title
from trainer_app.ui.theme import Size, Token, current
from trainer_app.ui.widgets import Button, Chip, IconButton, Panel, Text

_MOST_BADGES = 4


class RoomRow(Panel):
    """A laptop as a strip; `show_laptop` draws it anew only where something can be seen of it.

    Signals: `let_in_pressed`, `away_pressed`.
    """

    let_in_pressed = Signal()
    away_pressed = Signal()

    def __init__(self, laptop: RoomLaptop, now: datetime, title: Title) -> None:
        super().__init__("card", "line", radius=12, upright=False, pad=6)
        self._title = title
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.body.setDirection(across if is_roomy() else down)
        self._seen: tuple[object, ...] = ()
        self.show_laptop(laptop, now)

    def show_laptop(self, laptop: RoomLaptop, now: datetime) -> None:
        """Show how it stands now; the keyboard stays in this row if it was here."""
        first = words.SEPARATOR.join(
            part for part in (words.standing(laptop, now), words.people(laptop)) if part
        )
        lesson = words.lesson(laptop, self._title)
        seen = (laptop.kind, words.name(laptop), first, lesson, *words.badges(laptop))
        if seen == self._seen:
            return
        self._seen = seen
        now_at = QApplication.focusWidget()
        had_keyboard = now_at is not None and self.isAncestorOf(now_at)
        clear(self.body)
        self._draw(laptop, first, lesson)
        if had_keyboard:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self, laptop: RoomLaptop, first: str, second: str) -> None:
        self.setAccessibleName(words.name(laptop))
        self.buttons = self._buttons(laptop)
        badges = [Chip(said, tone, icon=icon) for said, tone, icon in words.badges(laptop)]
        who = QWidget()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, who)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(12))
        row.addWidget(_letters(laptop))
        row.addWidget(_lines(first, second, faint=not laptop.here), 1)
        signs = flow(*badges[:_MOST_BADGES], gap=6, at_end=is_roomy())
        if is_roomy():
            policy = QSizePolicy.Policy
            for part, share in ((who, 1), (signs, 1)):
                # The columns of all rows stand in line, whatever their words are.
                part.setSizePolicy(policy.Ignored, policy.Preferred)
                self.body.addWidget(part, share, Qt.AlignmentFlag.AlignVCenter)
        else:
            self.body.addWidget(who)
            if badges:
                self.body.addWidget(signs)
        self.body.addWidget(flow(*self.buttons), 0, Qt.AlignmentFlag.AlignVCenter)

    def _buttons(self, laptop: RoomLaptop) -> list[Button | IconButton]:
        found: list[Button | IconButton] = []
        if words.is_waiting(laptop):
            let_in = Button(_("Let in"), "primary", icon="lock-open", size="small")
            let_in.setAccessibleDescription(words.name(laptop))
            let_in.clicked.connect(self.let_in_pressed)
            found.append(let_in)
        said = _("Send away: {laptop}").format(laptop=words.name(laptop))
        away = IconButton("log-out", said, under=False, show_word=False)
        away.clicked.connect(self.away_pressed)
        away.setEnabled(laptop.here)
        found.append(away)
        return found


def _letters(laptop: RoomLaptop) -> Panel:
    """Its letters, large; of a guest the number."""
    guest = not laptop.letters
    strong = laptop.here and not guest
    chip = Panel("primary_tint" if strong else "sunk", None, radius=8, pad=4)
    chip.setFixedWidth(current().px(72))
    ink: Token = "primary_strong" if strong else "muted"
    said = words.name(laptop) if guest else words.sign(laptop)
    size: Size = "small" if guest else "title"
    text = Text(said, size, "bold", colour=ink, align="center", tight=True)
    text.setAccessibleName(words.name(laptop))
    chip.body.setSpacing(0)
    chip.body.addWidget(text)
    return chip


def _lines(first: str, second: str, *, faint: bool) -> QWidget:
    whole = QWidget()
    lines = QVBoxLayout(whole)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    colour: Token = "muted" if faint else "ink"
    lines.addWidget(Text(first, "body", "semibold", colour=colour, tight=True))
    if second:
        lines.addWidget(Text(second, "small", colour="muted", tight=True))
    return whole
