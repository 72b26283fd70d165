"""The browser's bar above a window, and the laptop's own bar below the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.practice.desktop_acts import Action, Lock, SitDown, StandUp, Unlock
from trainer_app.domain.practice.desktop_view import DesktopView, SiteView
from trainer_app.i18n import _
from trainer_app.ui.practice.desktop.pieces import Act
from trainer_app.ui.practice.stage_screen import Material
from trainer_app.ui.theme import current
from trainer_app.ui.theme.tokens import RADIUS
from trainer_app.ui.widgets import Button, FlowRow, Icon, Panel, Text


class AddressBar(QWidget):
    """Which site the window shows, its address, and a button that closes it. Signals: none."""

    def __init__(self, close: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        self._name = Text("", "body", "semibold", tight=True)
        self._where = Text("", "body", colour="muted", tight=True)
        line = Panel("sunk", "line", radius=RADIUS, upright=False, pad=6)
        line.body.addWidget(Icon("lock", "muted", 20))
        line.body.addWidget(self._where, 1)
        self.closing = Button(_("Close"), "quiet", icon="x")
        self.closing.setAccessibleName(_("Close the window"))
        self.closing.clicked.connect(lambda: close())
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.space(8)] * 4)
        row.setSpacing(theme.space(10))
        row.addWidget(Icon("globe", "primary", 26))
        row.addWidget(self._name, 1)
        row.addWidget(line, 2)
        row.addWidget(self.closing)

    def show_site(self, site: SiteView, material: Material) -> None:
        """Show another site's name and its invented address."""
        name, where = material.text(site.word), f"{site.id}.example"
        if self._name.text() != name:
            self._name.set_words(name)
            self._where.set_words(where)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        box = QRectF(self.rect())
        foot = QRectF(box.left(), box.bottom() - 2, box.width(), 2)
        painter.fillRect(foot, theme.colour("line"))


class TaskBar(QWidget):
    """Lock, unlock, go away, come back: what can be done at this seat. Signals: none.

    `anchor` is always there, shown or not.
    """

    def __init__(self, act: Act, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        self._buttons: dict[Action, Button] = {
            SitDown(): Button(_("Go back to the laptop"), "primary", icon="laptop"),
            Unlock(): Button(_("Unlock the screen"), "primary", icon="lock-open"),
            Lock(): Button(_("Lock the screen"), icon="lock"),
            StandUp(): Button(_("Stand up and go"), icon="footprints"),
        }
        row = FlowRow(self)
        row.setContentsMargins(*[theme.space(10)] * 4)
        for action, button in self._buttons.items():
            _press(button, action, act)
            row.addWidget(button)
        self.anchor: QWidget = self._buttons[StandUp()]
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "sunk")

    def show_seat(self, view: DesktopView) -> None:
        """Show what can be done from where the learner is."""
        possible: dict[str, tuple[Action, ...]] = {
            "sitting": (Lock(), StandUp()),
            "locked": (Unlock(), StandUp()),
            "away": (SitDown(),),
        }
        for action, button in self._buttons.items():
            button.setVisible(action in possible[view.seat])

    def control(self, action: Action) -> QWidget | None:
        """The button of an action; None if it is not possible from here."""
        button = self._buttons.get(action)
        return button if button is not None and not button.isHidden() else None


def _press(button: Button, action: Action, act: Act) -> None:
    # `clicked` says whether it is checked, which no action takes.
    button.clicked.connect(lambda: act(action))
