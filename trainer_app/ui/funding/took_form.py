"""A form of what a project took: fields below each other, saved, left or taken off the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, flow, margins
from trainer_app.ui.page import Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Notice, Scroller, Toast
from trainer_app.ui.widgets.fields import Field


def bad_day() -> str:
    """What is said of a day that cannot be read."""
    return _("This is no date. Write it like 24-11-2026.")


class TookForm(Page):
    """What three forms share. `back` is what the way back is called.

    A form makes its fields, calls `lay_out`, and says what is its own below.
    Signals: `saved`, `left`; `removed(object)` with a function that puts it back.
    """

    guide = "projects"

    saved = Signal()
    removed = Signal(object)
    left = Signal()

    def __init__(self, title: str, bridge: Bridge, *, back: str) -> None:
        super().__init__()
        self.title = title
        self._bridge, self._back = bridge, back
        self._first: QWidget | None = None
        self._is_changed = False

    def lay_out(
        self, fields: Sequence[QWidget], first: QWidget, *, under: str = "", remove: str = ""
    ) -> None:
        """Show the fields; `first` has the keyboard. `remove`: words of what takes it off."""
        self._first = first
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        margins(column)
        heading = Heading(self.title, under, back=self._back)
        heading.back_requested.connect(self.left)
        column.addWidget(heading)
        card = Card(pad=16)
        card.body.setSpacing(current().space(14))
        card.add(*fields, self._buttons(remove))
        column.addWidget(card)
        column.addStretch(1)
        self._scroller = Scroller(page)
        whole.addWidget(self._scroller)

    def _buttons(self, remove: str) -> QWidget:
        self.save = Button(_("Save"), "primary", icon="check")
        self.save.clicked.connect(self._save)
        leave = Button(_("Cancel"), "quiet")
        leave.clicked.connect(self.left)
        parts = [self.save, leave]
        if remove:
            self.remove = Button(remove, "danger", icon="trash-2")
            self.remove.clicked.connect(self._remove)
            parts.append(self.remove)
        return flow(*parts)

    # What a form says of itself
    def typed(self) -> Any:
        """What stands in the fields."""
        raise NotImplementedError

    def put(self, memory: Any) -> None:
        """Fill the fields."""
        raise NotImplementedError

    def trouble(self) -> tuple[Field, str] | None:
        """The first field that is not good yet, and what to say there."""
        raise NotImplementedError

    def saving(self) -> Callable[[], object]:
        """What saving does."""
        raise NotImplementedError

    def removing(self) -> Callable[[], object]:
        """What taking it off the list does."""
        raise NotImplementedError

    def restoring(self) -> Callable[[], object]:
        """What puts it back as it was."""
        raise NotImplementedError

    # What is common
    def touched(self, field: Field | None = None) -> None:
        """Something was typed or chosen."""
        self._is_changed = True
        if field is not None:
            field.set_error(None)

    def remember(self) -> Any:
        return self.typed() if self._is_changed else None

    def recall(self, memory: Any) -> None:
        self.put(memory)
        self._is_changed = True

    def _save(self) -> None:
        trouble = self.trouble()
        if trouble is not None:
            field, words = trouble
            field.set_error(words)
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroller.ensureWidgetVisible(field)
        elif self._bridge.run(lambda: (self.saving()(), True), "projects"):
            Toast.say(self.window(), _("Saved"))
            self.saved.emit()

    def _remove(self) -> None:
        if self._bridge.run(lambda: (self.removing()(), True), "projects"):
            self.removed.emit(self.restoring())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self._first
        if first is not None and self.focusWidget() is None:
            QTimer.singleShot(0, first, lambda: first.setFocus(Qt.FocusReason.OtherFocusReason))


def undo_notice(undo: Callable[[], object]) -> Notice:
    """Says that something was taken off, and offers to put it back."""
    button = Button(_("Undo"), icon="undo-2")
    button.clicked.connect(undo)
    return Notice(_("It is no longer on the list."), "plain", icon="trash-2", button=button)
