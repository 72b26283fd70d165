"""What is said before a stage, and while it rests: a few words and one large button."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.blocks import Picture, words_of
from trainer_app.domain.practice.scenario import StageWords
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    BlockView,
    Button,
    Card,
    FlowRow,
    Icon,
    Scroller,
    SvgPicture,
    Text,
)

_WIDEST, _WIDEST_WITH_PICTURE = 820, 1040
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
        self._beside = QHBoxLayout()
        self._beside.setSpacing(theme.space(28))
        self.words = QVBoxLayout()
        self.words.setSpacing(self.card.body.spacing())
        self._beside.addLayout(self.words, 4)
        self.card.add(self._beside)
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

    def put_beside(self, picture: SvgPicture) -> None:
        """Stand a picture before the words, where letters leave room for it."""
        theme = current()
        if theme.scale < _WHOLE_WIDTH_FROM:
            self.card.setMaximumWidth(theme.space(_WIDEST_WITH_PICTURE))
            self._beside.insertWidget(0, picture, 3, Qt.AlignmentFlag.AlignVCenter)


class IntroView(_Middle):
    """The words that begin stage `at` of those that are needed; past them it is an extra one.

    `before` are the stages that were done another time, where it goes on after them. `scene` stands
    beside words that have no picture of their own, as long as letters leave room for it.
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
        scene: Path | None = None,
    ) -> None:
        super().__init__()
        if scene is not None and not any(isinstance(block, Picture) for block in words.intro):
            self.put_beside(SvgPicture(scene, "", most=240))
        if of > 1 or at > of:
            part = _("Part {number} of {total}").format(number=number(at), total=number(of))
            part = _("More, if you like") if at > of else part
            self.words.addWidget(Text(part, "small", "semibold", colour="muted"))
        self.words.addWidget(Text(words.title, "headline", "bold"))
        if before:
            self.words.addWidget(Text(_done(before), "body", colour="muted"))
        self.words.addWidget(BlockView(words.intro, picture))
        self.words.addSpacing(current().space(8))
        self.start = Button(_("Start"), "primary", icon="play", size="large")
        self.start.clicked.connect(self.started)
        said = [words.title, _done(before) if before else "", *map(words_of, words.intro)]
        self.start.setAccessibleDescription("\n".join(filter(None, said)))
        if not before:
            self.words.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeading)
            return
        again = Button(_("Start from the beginning"), icon="refresh-cw", size="large")
        again.clicked.connect(self.beginning_wanted)
        self.words.addWidget(_ways(self.start, again))


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
        self.words.addWidget(Icon("moon", "primary", 64), 0, Qt.AlignmentFlag.AlignLeading)
        self.words.addWidget(Text(_("You stopped. Nothing is lost."), "headline", "bold"))
        self.words.addWidget(
            Text(_("Rest as long as you like. Then go on, or leave the practice."))
        )
        self.go_on = Button(_("Go on"), "primary", icon="play", size="large")
        self.go_on.clicked.connect(self.went_on)
        leave = Button(_("Leave practice"), icon="log-out", size="large")
        leave.clicked.connect(self.left)
        self.words.addWidget(_ways(self.go_on, leave))


def _ways(*buttons: Button) -> QWidget:
    """Buttons side by side, or below each other where letters are large."""
    ways = QWidget()
    row = FlowRow(ways, 12)
    for button in buttons:
        row.addWidget(button)
    return ways
