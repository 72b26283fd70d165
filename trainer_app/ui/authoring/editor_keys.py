"""The keys of the editor, and which of them a field answers itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


class EditorKeys(QObject):
    """Keys such as `Ctrl+Z` and what they do anywhere on a page. Signals: none."""

    def __init__(self, page: QWidget, ways: Mapping[str, Callable[[], None]]) -> None:
        super().__init__(page)
        for keys, action in ways.items():
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def watch(self, form: QWidget) -> None:
        """Let the fields of a form take back their own letters first."""
        for field in (*form.findChildren(QLineEdit), *form.findChildren(QPlainTextEdit)):
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """With no letters left to take back, undo and redo are the page's."""
        if event.type() == QEvent.Type.ShortcutOverride and not _has_own(watched, event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _has_own(watched: QObject, event: QEvent) -> bool:
    """Whether a field answers these keys itself; True for all that are not undo or redo."""
    assert isinstance(event, QKeyEvent)
    undo = event.matches(QKeySequence.StandardKey.Undo)
    if not undo and not event.matches(QKeySequence.StandardKey.Redo):
        return True
    if isinstance(watched, QPlainTextEdit):
        document = watched.document()
        return document.isUndoAvailable() if undo else document.isRedoAvailable()
    assert isinstance(watched, QLineEdit)
    return watched.isUndoAvailable() if undo else watched.isRedoAvailable()
