"""What is said before a stage, and while it rests: a few words and one large button."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.blocks import words_of
from trainer_app.domain.practice.scenario import StageWords
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import BlockView, Button, Card, FlowRow, Icon, Scroller, Text

_WIDEST = 820
_WHOLE_WIDTH_FROM = 1.5


class _Middle(QWidget):
    """A card in the middle of the room, which scrolls where letters are large."""

    def __init__(self) -> None:
        super().__init__()
        theme = current()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        column.setContentsMargins(*[theme.space(20)] * 4)
        self.card = Card(pad=28)
        if theme.scale < _WHOLE_WIDTH_FROM:
            self.card.setMaximumWidth(theme.space(_WIDEST))
        row = QHBoxLayout()
        row.addStretch(1)
        # It takes what it may have first, and the air beside it the rest.
        row.addWidget(self.card, 100)
        row.addStretch(1)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        whole.addWidget(Scroller(inside))


class IntroView(_Middle):
    """The words that begin stage `at` of those that are needed; past them it is an extra one.

    `before` are the stages that were done another time, where it goes on after them.
    Signals: started, beginning_wanted (to do those again first).
    """

    started = Signal()
    beginning_wanted = Signal()

    def __init__(
        self,
        words: StageWords,
        at: int,
        of: int,
        picture: Callable[[str], Path],
        before: int = 0,
    ) -> None:
        super().__init__()
        if of > 1 or at > of:
            part = _("Part {number} of {total}").format(number=number(at), total=number(of))
            part = _("More, if you like") if at > of else part
            self.card.add(Text(part, "small", "semibold", colour="muted"))
        self.card.add(Text(words.title, "headline", "bold"))
        if before:
            self.card.add(Text(_done(before), "body", colour="muted"))
        self.card.add(BlockView(words.intro, picture))
        self.start = Button(_("Start"), "primary", icon="play", size="large")
        self.start.clicked.connect(self.started)
        said = [words.title, _done(before) if before else "", *map(words_of, words.intro)]
        self.start.setAccessibleDescription("\n".join(filter(None, said)))
        if not before:
            self.card.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeading)
            return
        again = Button(_("Start from the beginning"), icon="refresh-cw", size="large")
        again.clicked.connect(self.beginning_wanted)
        self.card.add(_ways(self.start, again))


def _done(before: int) -> str:
    """That it goes on after parts that were done another time."""
    said = ngettext(
        "You did part {done} before. Here is part {now}.",
        "You did the first {done} parts before. Here is part {now}.",
        before,
    )
    return said.format(done=number(before), now=number(before + 1))


class RestView(_Middle):
    """Somebody stopped; nothing moves until they go on. Signals: went_on, left."""

    went_on = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.card.body.addWidget(Icon("moon", "primary", 64), 0, Qt.AlignmentFlag.AlignLeading)
        self.card.add(Text(_("You stopped. Nothing is lost."), "headline", "bold"))
        self.card.add(Text(_("Rest as long as you like. Then go on, or leave the practice.")))
        self.go_on = Button(_("Go on"), "primary", icon="play", size="large")
        self.go_on.clicked.connect(self.went_on)
        leave = Button(_("Leave practice"), icon="log-out", size="large")
        leave.clicked.connect(self.left)
        self.card.add(_ways(self.go_on, leave))


def _ways(*buttons: Button) -> QWidget:
    """Buttons side by side, or below each other where letters are large."""
    ways = QWidget()
    row = FlowRow(ways, 12)
    for button in buttons:
        row.addWidget(button)
    return ways
