"""The trainer's hand on the shared wall: off, stickers and phrases, words too, or paused."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.rooms import PlazaMode
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.practice.shared import wall_words
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, ChoiceField, Dialog, SegmentField

MODES: tuple[PlazaMode, ...] = ("off", "set-phrases", "free-words", "paused")


class WallControl(QWidget):
    """How the wall is. Where something stands on it, "off" asks first, for then it is gone.

    `ask` tells how it is, and how many posts stand there. `compact`: in little room, with the way
    to the wall's own page. Signals: `mode_set(str)`, `opened`.
    """

    mode_set = Signal(str)
    opened = Signal()

    def __init__(self, ask: Callable[[], tuple[PlazaMode, int]], *, compact: bool) -> None:
        super().__init__()
        self._ask = ask
        self._mode, self._posts = mode, _count = ask()
        sayings = [(key, wall_words.mode(key)) for key in MODES]
        title = _("Plaza for all laptops")
        self.field: ChoiceField | SegmentField
        if compact:
            choices = [(key, said.word, said.icon) for key, said in sayings]
            self.field = ChoiceField(title, choices, mode)
        else:
            options = [(key, said.word, said.icon) for key, said in sayings]
            self.field = SegmentField(title, options, mode)
        self.field.changed.connect(self._chosen)
        self._open = Button("", icon="layout-grid", size="small")
        self._compact = compact
        self._open.clicked.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(6))
        column.addWidget(self.field)
        column.addWidget(self._open)
        self.show_now()

    def news(self, changed: frozenset[str]) -> None:
        """Somebody did something, or the wall was opened or paused elsewhere."""
        if changed & {"plaza", "room"}:
            self.show_now()

    def show_now(self) -> None:
        """Show how it is."""
        self._mode, self._posts = mode, posts = self._ask()
        if self.field.value() != mode:
            self.field.set_value(mode)
        words = ngettext("See the wall: {count} post", "See the wall: {count} posts", posts)
        self._open.set_word(words.format(count=number(posts)))
        self._open.setVisible(self._compact and mode != "off")

    def _chosen(self, key: str) -> None:
        if key == self._mode:
            return
        if key != "off" or not self._posts:
            self._set(key)
            return
        buttons = [
            ("stay", Button(_("Leave it up"))),
            ("off", Button(_("Take it down"), "primary", icon="x")),
        ]
        said = _("Everything on it is gone then, on all laptops. To rest for a while, pause it.")
        dialog = Dialog(self.window(), _("Take the wall down?"), said, buttons, escape="stay")
        dialog.answered.connect(self._answered)
        dialog.open(buttons[0][1])

    def _answered(self, answer: str) -> None:
        if answer == "off":
            self._set("off")
        else:
            self.field.set_value(self._mode)

    def _set(self, key: str) -> None:
        self._mode = cast("PlazaMode", key)
        self.mode_set.emit(key)
