"""What a trainer has under a pretend world that a class plays together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.blocks import Line, plain
from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.practice.around.guide import Guide, GuideView
from trainer_app.ui.practice.around.help_row import HelpButton
from trainer_app.ui.practice.around.notices import done_words, hint_words, mend_words, mistake_words
from trainer_app.ui.theme import Size, current
from trainer_app.ui.widgets import Button, IconButton, Text

_LARGE_LETTERS = 1.5


class ClassBar(Guide):
    """The goal in large words, its hint openly, and a step at a time.

    Signals: those of Guide; `step_wanted` (show where the next step is), `larger_wanted`.
    """

    step_wanted = Signal()
    larger_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        self._shown: GuideView | None = None
        self._pointing = False
        # Large letters are for the class: the words get the room, the trainer knows the buttons.
        roomy = theme.scale < _LARGE_LETTERS
        self.step: QAbstractButton = (
            Button(_("Next step"), "primary", icon="arrow-right", icon_last=True)
            if roomy
            else IconButton("arrow-right", _("Next step"), under=False, show_word=False)
        )
        self.step.clicked.connect(self.step_wanted)
        self.do_it = HelpButton("check", _("Do it"), show_word=roomy)
        self.do_it.clicked.connect(self.show_wanted)
        self.afresh = HelpButton("refresh-cw", _("Start again"), show_word=roomy)
        self.afresh.clicked.connect(self.afresh_wanted)
        larger = IconButton("a-large-small", _("Text size"), under=False, show_word=False)
        larger.clicked.connect(self.larger_wanted)
        self.next = Button(_("Next"), "primary", icon="arrow-right", icon_last=True, size="large")
        self.next.clicked.connect(self.next_wanted)
        self.more = Button(_("More, if you like"), icon="plus")
        self.more.clicked.connect(self.more_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(16), theme.space(6), theme.space(16), theme.space(6))
        row.setSpacing(theme.space(12))
        self._said = QVBoxLayout()
        self._said.setSpacing(theme.space(4))
        row.addLayout(self._said, 1)
        for button in (larger, self.afresh, self.do_it, self.step, self.more, self.next):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_guide(self, view: GuideView) -> None:
        if view == self._shown:
            return
        if self._shown is None or self._shown.at != view.at:
            self._pointing = False
        self._shown = view
        self.next.setVisible(view.all_met)
        self.next.set_word(view.next_word, "check" if view.last else "arrow-right")
        self.more.setVisible(view.offers_more)
        for button in (self.step, self.do_it):
            button.setVisible(bool(view.goals) and not view.all_met)
        self._fill(view)

    def show_pointing(self, pointing: bool) -> None:
        """Say which goal the ringed step serves, or say it no more."""
        if pointing != self._pointing and self._shown is not None:
            self._pointing = pointing
            self._fill(self._shown)

    def _fill(self, view: GuideView) -> None:
        while (item := self._said.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in self._parts(view):
            self._said.addWidget(part)

    def _parts(self, view: GuideView) -> list[QWidget]:
        if view.notice is not None:
            return [mistake_words(view.notice, self.notice_closed)]
        if view.done:
            return [done_words(view.done)]
        parts: list[QWidget] = []
        if view.at < len(view.goals):
            parts.append(_goal(view, pointing=self._pointing))
        if view.mend:
            parts.append(mend_words(view.mend))
        elif view.hint:
            parts.append(hint_words(view.hint))
        return parts

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("card"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())


def _goal(view: GuideView, *, pointing: bool) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    place = (
        _("The marked step is for goal {number} of {total}")
        if pointing
        else _("Goal {number} of {total}")
    )
    said = place.format(number=number(view.at + 1), total=number(len(view.goals)))
    column.addWidget(Text(said, "small", colour="muted", tight=True))
    line: Line = view.goals[view.at].line
    size: Size = "large" if current().scale < _LARGE_LETTERS else "body"
    words = Text(line, size, "bold", tight=True)
    words.setAccessibleName(f"{said}: {plain(line)}")
    column.addWidget(words)
    return whole
