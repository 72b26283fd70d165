"""The buttons that help: a hint, one step shown, beginning again; or, at the end, the way on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.practice.around.guide import GuideView
from trainer_app.ui.theme import Token, current, of_tone
from trainer_app.ui.widgets import Button, IconButton
from trainer_app.ui.widgets.drawn import panel
from trainer_app.ui.widgets.lettering import Lettering


class HelpRow(QWidget):
    """`hint`, `show_me`, `afresh` while there is something to do; `next` when all is done.

    `more` leads to a stage that nobody needs.

    Signals: those of its buttons.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = HintButton()
        self.show_me = HelpButton("play", _("Show me"))
        self.afresh = HelpButton("refresh-cw", _("Start again"))
        self.next = Button(_("Next"), "primary", icon="arrow-right", icon_last=True, size="large")
        for button in (self.hint, self.show_me, self.afresh):
            button.setProperty("aloud", "never")
        self.more = Button(_("More, if you like"), icon="plus")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(8))
        for each in (self.hint, self.show_me, self.afresh):
            # Not in equal shares: the longest word would wrap where the others have room to spare.
            row.addWidget(each)
        self._ways_on = QWidget()
        ways_on = QVBoxLayout(self._ways_on)
        ways_on.setContentsMargins(0, 0, 0, 0)
        ways_on.setSpacing(current().space(8))
        ways_on.addWidget(self.next)
        ways_on.addWidget(self.more)
        row.addWidget(self._ways_on, 1)

    def show_guide(self, view: GuideView) -> None:
        """Offer what is possible now."""
        now = QApplication.focusWidget()
        had_keyboard = now is not None and self.isAncestorOf(now)
        going = bool(view.goals) and not view.all_met
        self.hint.setVisible(going)
        self.show_me.setVisible(going)
        self.afresh.setVisible(not view.all_met)
        self.next.setVisible(view.all_met)
        self.next.set_word(view.next_word, "check" if view.last else "arrow-right")
        self.more.setVisible(view.offers_more)
        # An empty column would still take its share of the row.
        self._ways_on.setVisible(view.all_met or view.offers_more)
        self.hint.offer(view.hint_due)
        if had_keyboard and view.all_met:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)


class HelpButton(IconButton):
    """An icon and a word with an edge, so that it is seen to be a button. Signals: `clicked`."""

    fills = True

    def grounds(self) -> tuple[Token, Token]:
        """The colours of its ground and its edge."""
        return "card", "edge"

    def draw(self, painter: QPainter, box: QRectF) -> None:
        if not self.raised and not self.isDown():
            theme = current()
            ground, edge = (theme.colour(each) for each in self.grounds())
            panel(painter, box, theme.space(self.radius), ground, edge, theme.border)
        super().draw(painter, box)


class HintButton(HelpButton):
    """Quiet, until a hint might help: then it asks, on a tint. Signals: `clicked`."""

    def __init__(self) -> None:
        super().__init__("lightbulb", _("Hint"))
        self._due = False

    def offer(self, due: bool) -> None:
        """Say gently that a hint is there, or be quiet again."""
        if due == self._due:
            return
        self._due = due
        word = _("Need a hint?") if due else _("Hint")
        self.setText(word)
        self.setAccessibleName(word)
        self._lettering = Lettering(word, "small", "semibold", tight=True)
        self.updateGeometry()
        self.update()

    def grounds(self) -> tuple[Token, Token]:
        if not self._due:
            return super().grounds()
        ink, ground = of_tone("accent")
        return ground, ink
