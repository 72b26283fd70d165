"""The foot of a lesson: Back, where one is, and Next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.player.walk import Walk
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Stepper, Text


class Foot(QWidget):
    """Always in the same place. `back`, `next`, `again` and `all` are its buttons.

    Signals: those of its buttons.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        self.back = Button(_("Back"), icon="arrow-left")
        self.again = Button(_("Again"), icon="refresh-cw")
        self.next = Button(_("Next"), "primary", icon="arrow-right", icon_last=True)
        self.all = Button(_("All lessons"), "primary", icon="layout-grid")
        self._stepper = Stepper(0, 1, "")
        self._where = Text("", "small", colour="muted", align="center", tight=True)
        self._first = self.next
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._stepper, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(self._where)
        row = QHBoxLayout(self)
        side = theme.space(40)
        row.setContentsMargins(side, theme.space(8), side, theme.space(8))
        row.setSpacing(theme.space(16))
        row.addWidget(self.back)
        row.addWidget(self.again)
        row.addLayout(middle, 1)
        row.addWidget(self.next)
        row.addWidget(self.all)

    def show_walk(self, walk: Walk) -> None:
        """Show where somebody is, and which ways are open."""
        ending = walk.part in ("end", "card")
        said = self._said(walk)
        self._stepper.show_step(min(walk.at, walk.steps), walk.steps, said)
        self._where.set_words(said)
        self.back.setEnabled(walk.at > 0)
        self.again.setVisible(ending)
        self.next.setVisible(walk.part != "card")
        self.next.setEnabled(walk.may_go_on)
        self.next.set_word(_("My card") if walk.part == "end" else _("Next"))
        self.all.setVisible(walk.part == "card")
        # Who has not passed is led to the pages again, and may still see the card.
        try_again = walk.part == "end" and not walk.passed
        self.again.role = "primary" if try_again else "secondary"
        self.next.role = "secondary" if try_again else "primary"
        self._first = self.all if walk.part == "card" else self.again if try_again else self.next
        for button in (self.again, self.next):
            button.update()

    @staticmethod
    def _said(walk: Walk) -> str:
        if walk.part == "page":
            words = _("Page {page} of {pages}")
            return words.format(page=number(walk.at + 1), pages=number(walk.pages))
        if walk.part == "question":
            words = _("Question {question} of {questions}")
            return words.format(
                question=number(walk.at - walk.pages + 1),
                questions=number(walk.steps - walk.pages),
            )
        return _("The end") if walk.part == "end" else _("Your card")

    def focus_first(self) -> None:
        """Give the keyboard to what leads on."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("card"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
