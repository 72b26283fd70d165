"""Where the on-screen keyboard stands: at the bottom of a screen, for all of its fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from trainer_app.ui.practice.keyboard.field_keyboard import Edit, FieldKeyboard
from trainer_app.ui.theme import current


class KeyboardShelf(QWidget):
    """Holds the keyboard at the bottom of a screen; the rest of the screen becomes lower."""

    def __init__(self, screen: QWidget, languages: tuple[str, ...]) -> None:
        super().__init__(screen)
        self.keyboard = FieldKeyboard(languages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.keyboard)
        self._screen = screen
        self._edit: Edit | None = None
        self._finish: Callable[[], None] | None = None
        self._below = screen.contentsMargins().bottom()
        self.hide()
        screen.installEventFilter(self)
        self.keyboard.hidden.connect(self.put_away)
        self.keyboard.entered.connect(self._entered)

    def serve(self, edit: Edit, language: str, finish: Callable[[], None]) -> None:
        """Come into sight and write into a field from now on; “Ready” calls `finish`."""
        self._edit, self._finish = edit, finish
        self.keyboard.speak((language,))
        if self.keyboard.edit is not edit:
            self.keyboard.bind(edit)
        self.show()
        self.raise_()
        self._settle()

    def put_away(self) -> None:
        """Go out of sight; the field has the focus again."""
        if self._edit is not None:
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._make_room(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._screen and self.isVisible():
            self._settle()
        return super().eventFilter(watched, event)

    def _entered(self) -> None:
        if self._finish is not None:
            self._finish()
        self.put_away()

    def _settle(self) -> None:
        least, best = self.keyboard.minimumSizeHint().height(), self.keyboard.sizeHint().height()
        # A low screen needs its room for the field.
        high = max(least, min(best, round(self._screen.height() * 0.6)))
        self.setGeometry(0, self._screen.height() - high, self._screen.width(), high)
        self._make_room(high)
        QTimer.singleShot(0, self, self._keep_in_sight)

    def _make_room(self, high: int) -> None:
        """As much as the screen can give without growing beyond the window."""
        layout = self._screen.layout()
        if layout is not None:
            margins = self._screen.contentsMargins()
            least = layout.minimumSize().height() - margins.bottom()
            margins.setBottom(self._below + min(high, max(0, self._screen.height() - least)))
            self._screen.setContentsMargins(margins)
            layout.activate()

    def _keep_in_sight(self) -> None:
        """Asked for a field with the focus, a scroll area would show the cursor's line only."""
        edit = self._edit
        parent = edit.parentWidget() if edit is not None and self.isVisible() else None
        while parent is not None and parent is not self._screen:
            page = parent.widget() if isinstance(parent, QScrollArea) else None
            if isinstance(parent, QScrollArea) and page is not None and edit is not None:
                box = QRect(edit.mapTo(page, QPoint()), edit.size())
                gap = current().space(12)
                for at in (box.bottomLeft(), box.topLeft()):
                    parent.ensureVisible(at.x(), at.y(), 0, gap)
            parent = parent.parentWidget()
