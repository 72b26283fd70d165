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
    """Always in the same place. Its buttons: `back`, `next`, `again`, `all`, `practise`.

    Signals: those of its buttons.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        self.back = Button(_("Back"), icon="arrow-left")
        self.practise = Button(_("Practise"), "primary", icon="play")
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
        # Three long words in large letters need what lies between them.
        row.setSpacing(theme.space(16 if theme.scale <= 1.5 else 8))
        row.addWidget(self.back)
        row.addWidget(self.again)
        row.addWidget(self.practise)
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
        # Who has not passed the quiz comes to the practice by way of the pages.
        to_practise = walk.part == "end" and bool(walk.quiz_passed) and not walk.passed
        self.again.setVisible(ending and not to_practise)
        self.practise.setVisible(to_practise)
        self.next.setVisible(walk.part != "card")
        self.next.setEnabled(walk.may_go_on)
        self.next.set_word(_("My card") if walk.part == "end" else _("Next"))
        self.all.setVisible(walk.part == "card")
        # Who has not passed is led to the practice or the pages, and may still see the card. At
        # the practice its own large button comes first, and Next passes it by.
        try_again = walk.part == "end" and not walk.quiz_passed
        self.practise.role = "secondary" if try_again else "primary"
        self.again.role = "primary" if try_again else "secondary"
        aside = try_again or to_practise or (walk.part == "practice" and not walk.practised)
        self.next.role = "secondary" if aside else "primary"
        lead = self.again if try_again else self.practise if to_practise else self.next
        self._first = self.all if walk.part == "card" else lead
        for button in (self.again, self.next, self.practise):
            button.update()
        on, back = ("←", "→") if current().rtl else ("→", "←")
        self.next.show_keys(on)
        self.back.show_keys(back)

    @staticmethod
    def _said(walk: Walk) -> str:
        if walk.part == "page":
            words = _("Page {page} of {pages}")
            return words.format(page=number(walk.at + 1), pages=number(walk.pages))
        if walk.part == "practice":
            return _("Practice")
        if walk.part == "question":
            words = _("Question {question} of {questions}")
            return words.format(
                question=number(walk.at - walk.first_question + 1),
                questions=number(walk.steps - walk.first_question),
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
