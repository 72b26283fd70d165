"""Calm covers over the whole window: everyone listens, and: still you?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app import places
from trainer_app.domain.people import Person
from trainer_app.i18n import _, ngettext
from trainer_app.ui.labels import person_label
from trainer_app.ui.learner.learner_page import LARGE_LETTERS, foot_row
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets import Avatar, Button, Icon, Scroller, SvgPicture, Text, second_press
from trainer_app.ui.widgets.behind import stand_in_front
from trainer_app.ui.widgets.drawn import DrawnButton
from trainer_app.ui.widgets.said_as import Role, say_as


class Cover(QWidget):
    """Lies over its parent, keeps its size, and lets no key or click through.

    `lift` takes it away and gives the keyboard back. Signals: those of the subclass.
    """

    ground: Token = "paper"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        self._before = QApplication.focusWidget()
        stand_in_front(self)
        say_as(self, Role.Dialog)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        inside = QWidget()
        inside.setProperty("ground", "none")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(*[theme.space(32)] * 4)
        self.column.setSpacing(theme.space(16))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroller(inside))
        self._follow()

    def _follow(self) -> None:
        """Keep the size of what lies under it."""
        under = self.parentWidget()
        if under is not None:
            under.installEventFilter(self)
            self.setGeometry(under.rect())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange:
            self._follow()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.isWindow():
            self.raise_()

    def lift(self) -> None:
        """Take the cover away."""
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def announce(self, words: str) -> None:
        """Have a screen reader say something."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        under = self.parentWidget()
        if event.type() == QEvent.Type.Resize and under is not None and watched is under:
            self.setGeometry(under.rect())
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the keyboard on the cover."""
        buttons = self.findChildren(DrawnButton)
        reachable = [b for b in buttons if b.isVisibleTo(self) and b.isEnabled()]
        if reachable:
            now = QApplication.focusWidget()
            at = reachable.index(now) if now in reachable else (-1 if forward else 0)
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            reachable[(at + (1 if forward else -1)) % len(reachable)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current().colour(self.ground))


class ListenOverlay(Cover):
    """Everyone listens: screens rest, and nothing is lost.

    Signals: trainer_requested, from a small button for who stopped everyone at this laptop.
    """

    trainer_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _("Everyone listens now")
        self.setAccessibleName(self._title)
        scene = places.assets() / "scenes" / "listen.svg"
        trainer = Button(_("Trainer"), "quiet", icon="lock", size="small")
        trainer.clicked.connect(self.trainer_requested)
        self.column.addStretch(1)
        self.column.addWidget(SvgPicture(scene, _("People look at their trainer."), most=340))
        self.column.addWidget(Text(self._title, "display", "bold", align="center"))
        words = _("Your work is kept. You go on in a moment.")
        self.column.addWidget(Text(words, "large", colour="muted", align="center"))
        self.column.addStretch(1)
        self.column.addLayout(foot_row([], [trainer]))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(self._title)


class StillYouOverlay(Cover):
    """Rests the screen while nobody touches it; the first touch asks who is there.

    Signals: yes, no.
    """

    yes = Signal()
    no = Signal()

    def __init__(self, people: Sequence[Person], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = list(people)
        self._asking = False
        self._rest = self._resting()
        self._question = self._asked()
        self._question.hide()
        self.column.addStretch(1)
        self.column.addWidget(self._rest)
        self.column.addWidget(self._question)
        self.column.addStretch(1)
        self.setAccessibleName(self._words())

    def _words(self) -> str:
        return ngettext("Still you?", "Still you?", len(self._people))

    def _resting(self) -> QWidget:
        rest = QWidget()
        column = QVBoxLayout(rest)
        column.setSpacing(current().space(16))
        rest.setProperty("ground", "none")
        # A resting screen is dark in every theme: it dazzles nobody and saves a battery.
        darker = current().colour("ink").lightness() < current().colour("paper").lightness()
        words: Token = "paper" if darker else "ink"
        self.ground = "ink" if darker else "paper"
        column.addWidget(Icon("moon", words, 96), 0, Qt.AlignmentFlag.AlignHCenter)
        title = Text(_("The screen rests"), "headline", "bold", colour=words, align="center")
        column.addWidget(title)
        hint = _("Press a key or the mouse to go on.")
        column.addWidget(Text(hint, "large", colour=words, align="center"))
        return rest

    def _asked(self) -> QWidget:
        theme = current()
        question = QWidget()
        column = QVBoxLayout(question)
        column.setSpacing(theme.space(20))
        faces = QHBoxLayout()
        faces.setSpacing(theme.space(20))
        faces.addStretch(1)
        side = 120 if theme.scale <= LARGE_LETTERS else 72
        for person in self._people:
            one = QVBoxLayout()
            name = person_label(person)
            one.addWidget(Avatar(person.face, name, side), 0, Qt.AlignmentFlag.AlignHCenter)
            one.addWidget(Text(name, "large", "semibold", align="center"))
            faces.addLayout(one)
        faces.addStretch(1)
        column.addWidget(Text(self._words(), "display", "bold", align="center"))
        column.addLayout(faces)
        yes = ngettext("Yes, I go on", "Yes, we go on", len(self._people))
        self._yes = Button(yes, "primary", icon="check", size="large")
        self._no = Button(_("No, somebody else"), icon="arrow-left-right", size="large")
        self._yes.clicked.connect(self.yes)
        self._no.clicked.connect(self.no)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(16))
        buttons.addStretch(1)
        buttons.addWidget(self._yes)
        buttons.addWidget(self._no)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return question

    def ask(self) -> None:
        """Ask now, without waiting for a touch."""
        if not self._asking:
            self._asking = True
            self.ground = "paper"
            self._rest.hide()
            self._question.show()
            self._yes.setFocus(Qt.FocusReason.OtherFocusReason)
            self.announce(self._words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.ask()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        second_press.note_press(self, event)
        self.ask()
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asking:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
