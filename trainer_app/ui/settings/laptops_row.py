"""One laptop of the centre: its letters, how it stands, and what a trainer can do about it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.laptops import Laptop
from trainer_app.i18n import _, isolate
from trainer_app.ui.settings import laptops_words as words
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Chip, FlowRow, Panel, Text

_ROOMY = 1.3


class LaptopRow(Card):
    """A laptop as a strip. `may_decide`: with the buttons that take a trainer of the centre.

    Signals: `shut_out_pressed()`, `readmit_pressed()`, `settle_pressed()`.
    """

    shut_out_pressed = Signal()
    readmit_pressed = Signal()
    settle_pressed = Signal()

    def __init__(self, laptop: Laptop, now: datetime, *, may_decide: bool) -> None:
        super().__init__(pad=16)
        self.laptop = laptop
        self.setAccessibleName(words.name(laptop))
        roomy = current().scale <= _ROOMY
        whole: QBoxLayout = QHBoxLayout() if roomy else QVBoxLayout()
        whole.setSpacing(current().space(16))
        who = QHBoxLayout()
        who.setSpacing(current().space(16))
        who.addWidget(_letters(laptop), 0, Qt.AlignmentFlag.AlignTop)
        who.addLayout(self._words(now), 1)
        whole.addLayout(who, 1)
        self.buttons = self._buttons() if may_decide else {}
        if self.buttons:
            whole.addWidget(_flow(*self.buttons.values()), 0, Qt.AlignmentFlag.AlignVCenter)
        self.add(whole)

    def _words(self, now: datetime) -> QVBoxLayout:
        laptop = self.laptop
        lines = QVBoxLayout()
        lines.setSpacing(current().space(4))
        title = _("This laptop") if laptop.here else words.name(laptop)
        lines.addWidget(Text(title, "large", "semibold", tight=True))
        said = " · ".join((words.news(laptop, now), words.entries(laptop)))
        lines.addWidget(Text(said, colour="muted", tight=True))
        badges = words.badges(laptop)
        if badges:
            lines.addWidget(_flow(*(Chip(one, tone, icon=icon) for one, tone, icon in badges)))
        meaning = words.meaning(laptop)
        if meaning:
            lines.addWidget(Text(meaning, "small", tight=True))
        lines.addStretch(1)
        return lines

    def _buttons(self) -> dict[str, Button]:
        standing = self.laptop.standing
        found: dict[str, Button] = {}
        if standing == "forked":
            settle = Button(_("Settle…"), "primary", icon="split", size="small")
            settle.clicked.connect(lambda: self.settle_pressed.emit())
            found["settle"] = settle
        if standing in ("shut-out", "second-use"):
            word = _("Let in again") if standing == "shut-out" else _("Let in")
            readmit = Button(word, icon="log-in", size="small")
            readmit.clicked.connect(lambda: self.readmit_pressed.emit())
            found["readmit"] = readmit
        if standing != "shut-out" and not self.laptop.here:
            out = Button(_("Shut out…"), "quiet", icon="lock", size="small")
            out.clicked.connect(lambda: self.shut_out_pressed.emit())
            found["shut-out"] = out
        for button in found.values():
            button.setAccessibleDescription(words.name(self.laptop))
        return found


def _letters(laptop: Laptop) -> Panel:
    """The letters that its participant numbers start with, large."""
    chip = Panel("primary_tint", "primary" if laptop.here else None, pad=8)
    chip.setMinimumWidth(current().px(84))
    chip.setAccessibleName(_("Letters {letters}").format(letters=isolate(laptop.letters)))
    text = Text(laptop.letters, "headline", "bold", colour="primary_strong", align="center")
    chip.body.addWidget(text)
    return chip


def _flow(*parts: QWidget) -> QWidget:
    whole = QWidget()
    row = FlowRow(whole, 8)
    for part in parts:
        row.addWidget(part)
    return whole
