"""Taking back what was just done: by the button in its message, or by Ctrl+Z on the same page."""

from __future__ import annotations

from collections.abc import Callable
from weakref import ReferenceType, ref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _
from trainer_app.ui.bridge import Bridge, Undoable
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Button, Toast

_LONG = 12_000
"""How long a message with something to decide stays, in milliseconds."""


class Undoing(QObject):
    """Keeps what can be taken back for as long as its page is in sight. Signals: none.

    Nothing is edited: taking back is one more event that replaces the last.
    """

    def __init__(self, window: QWidget, page: Callable[[], Page], bridge: Bridge) -> None:
        super().__init__(window)
        self._window, self._page, self._bridge = window, page, bridge
        self._offers: list[Undoable] = []
        self._at: ReferenceType[Page] | None = None
        bridge.undoable.connect(self._offer)
        bridge.forgotten.connect(self.forget)

    def undo(self) -> None:
        """Take back the last of what was done on the page in sight; nothing where nothing was."""
        if self._offers and self._at is not None and self._at() is self._page():
            self._take_back(self._offers[-1])

    def forget(self) -> None:
        """Whoever did it is gone: it stays as it is."""
        self._offers.clear()

    def _offer(self, one: Undoable) -> None:
        page = self._page()
        if self._at is None or self._at() is not page:
            self._offers, self._at = [], ref(page)
        self._offers.append(one)
        button = Button(_("Undo"), icon="undo-2", size="small")
        button.clicked.connect(lambda: self._take_back(one))
        Toast.say(self._window, one.words, milliseconds=_LONG, button=button)

    def _take_back(self, one: Undoable) -> None:
        if one not in self._offers:
            return
        self._offers.remove(one)
        Toast.hush(self._window)

        def act() -> bool:
            one.action()
            return True

        if self._bridge.run(act, *one.changed):
            Toast.say(self._window, _("Undone."))
