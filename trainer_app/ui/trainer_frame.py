"""What stands around a trainer's page: the places at its side, search, help and taking back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.page import Page
from trainer_app.ui.room_signs import RoomSign
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    IconButton,
    Notice,
    Place,
    SideNav,
)
from trainer_app.ui.widgets.behind import is_covered

BRAND_ICON = "sprout"
SEARCH_KEYS, HELP_KEYS = "Ctrl+K", "F1"
_USUAL_WIDTH = 1366


class TrainerFrame(QWidget):
    """The places of the trainer beside a page.

    Signals: `place_chosen(str)`; `learners_requested`: give the laptop to learners;
    `room_requested`, from the sign that a room is open; `search_requested`; `help_requested`:
    what this screen is for; `undo_requested`: Ctrl+Z that no page and no field took.
    """

    place_chosen = Signal(str)
    learners_requested = Signal()
    room_requested = Signal()
    search_requested = Signal()
    help_requested = Signal()
    undo_requested = Signal()

    def __init__(self, page: Page, place: str, centre: str, *, invented: bool) -> None:
        super().__init__()
        self.page = page
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        words = _("Learners’ screen")
        self._wide = Button(words, "primary", icon="users")
        self._narrow = IconButton("users", words, show_word=False, tone="primary")
        for hand_over in (self._wide, self._narrow):
            hand_over.clicked.connect(self.learners_requested)
        self._room = RoomSign()
        self._room.clicked.connect(self.room_requested)
        self._tools = _Tools(self.search_requested.emit, self.help_requested.emit)
        self._nav = SideNav(
            (BRAND_ICON, centre),
            places_of_trainers(),
            place,
            low=[self._tools],
            foot=[self._room, self._wide, self._narrow],
            narrow=True if page.wants_width else None,
        )
        self._nav.chosen.connect(self.place_chosen)
        self._beside: QWidget | None = None
        self._beside_wide = 0
        self._fit(_USUAL_WIDTH)
        row.addWidget(self._nav)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        if invented:
            words = _("These people are invented. Look around: nothing here is real.")
            self._column.addWidget(Notice(words, "warn"))
        self._column.addWidget(page, 1)
        row.addLayout(self._column, 1)
        for keys, signal in (
            (SEARCH_KEYS, self.search_requested),
            (HELP_KEYS, self.help_requested),
        ):
            # Also where nothing has the keyboard for a moment.
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(partial(self._ask, signal))

    def _ask(self, signal: SignalInstance) -> None:
        """Not while something stands in front of the frame and asks for an answer."""
        if not is_covered(self.window()):
            signal.emit()

    def put_notice(self, notice: QWidget | None) -> None:
        """Show a notice over the page, if there is one."""
        if notice is not None:
            self._column.insertWidget(0, notice)

    def show_beside(self, panel: QWidget | None, wide: int = 0) -> None:
        """Show a panel on top of the end side, `wide` design pixels; None takes it away."""
        old, self._beside, self._beside_wide = self._beside, panel, wide
        if old is not None:
            old.hide()
            old.deleteLater()
        if panel is not None:
            panel.setParent(self)
            panel.show()
            panel.raise_()
        self._lay_beside()

    @property
    def beside(self) -> QWidget | None:
        """The panel on top of the end side."""
        return self._beside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.width())
        self._lay_beside()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        else:
            super().keyPressEvent(event)

    def show_room(self, laptops: int | None) -> None:
        """Show that the room is open, and with how many laptops; None: it is closed."""
        self._room.show_laptops(laptops)

    def _lay_beside(self) -> None:
        rtl = current().rtl
        wide = min(current().px(self._beside_wide), self.width() - self._nav.width())
        if self._beside is not None:
            self._beside.setGeometry(0 if rtl else self.width() - wide, 0, wide, self.height())
        # The page makes room where it can; otherwise the panel lies on top of it.
        spare = self.width() - self._nav.width() - self.page.minimumSizeHint().width()
        kept = wide if self._beside is not None and spare >= wide else 0
        self._row.setContentsMargins(kept if rtl else 0, 0, 0 if rtl else kept, 0)

    def _fit(self, width: int) -> None:
        self._nav.fit(width)
        self._room.set_narrow(self._nav.narrow)
        self._tools.set_narrow(self._nav.narrow)
        self._wide.setHidden(self._nav.narrow)
        self._narrow.setHidden(not self._nav.narrow)


class _Tools(QWidget):
    """Search and help: words under their icons, or icons below one another. Signals: none."""

    def __init__(self, search: Callable[[], None], help_: Callable[[], None]) -> None:
        super().__init__()
        self._row: QBoxLayout = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().space(4))
        offered = [("search", _("Search"), SEARCH_KEYS, search)]
        offered.append(("circle-help", _("Help"), HELP_KEYS, help_))
        self._forms: dict[bool, list[IconButton]] = {False: [], True: []}
        for narrow, buttons in self._forms.items():
            for icon, word, keys, act in offered:
                button = IconButton(icon, word, show_word=not narrow)
                button.setToolTip(f"{word} (\u2066{keys}\u2069)")
                button.clicked.connect(act)
                buttons.append(button)
                self._row.addWidget(button, 1)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, below one another."""
        side = QBoxLayout.Direction
        self._row.setDirection(side.TopToBottom if narrow else side.LeftToRight)
        for form, buttons in self._forms.items():
            for button in buttons:
                button.setHidden(form != narrow)


def places_of_trainers() -> list[Place]:
    """The six places, in words."""
    return [
        Place("today", _("Today"), "calendar-check"),
        Place("courses", _("Courses"), "calendar"),
        Place("people", _("People"), "users"),
        Place("lessons", _("Lessons"), "book-open"),
        Place("reports", _("Reports"), "chart-column"),
        Place("settings", _("Settings"), "settings"),
    ]
