"""The projector's window: the slide and nothing else, or the practice that a class plays."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QStackedLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.page import Page
from trainer_app.ui.presenter.keys import listen_for_keys
from trainer_app.ui.presenter.presentation import Presentation
from trainer_app.ui.presenter.slide_view import SlideView
from trainer_app.ui.widgets.said_as import Role, say_as


class BlackScreen(QWidget):
    """Nothing to look at, so that everyone looks up. Signals: none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Black screen"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor("#000000"))


class SlideStage(QWidget):
    """The slide in sight, or black. Signals: none."""

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self.view, self._black = SlideView(), BlackScreen()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._black)
        presentation.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.view.show_face(self._presentation.face())
        self._stack.setCurrentWidget(self._black if self._presentation.state.black else self.view)


class SlideWindow(QWidget):
    """Fills one screen; its keys are those of a clicker.

    Signals: `closed`: somebody closed it by the system's means.
    """

    closed = Signal()

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        # No name of a person or a centre: the system's task list is seen by everyone.
        self.setWindowTitle("trainer-app")
        self.stage = SlideStage(presentation)
        self._hosted: Page | None = None
        self._going = False
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.stage)
        self.stage.setCursor(Qt.CursorShape.BlankCursor)
        self.stage.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        say_as(self.stage, Role.Document)
        listen_for_keys(self.stage, presentation.do, space=True)

    def fill(self, screen: QScreen) -> None:
        """Show on a screen, filling it."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.setGeometry(screen.geometry())
        if self._hosted is None:
            self.stage.setFocus()

    def host(self, page: Page) -> None:
        """Show a practice in place of the slide."""
        self.release()
        self._hosted = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def release(self) -> None:
        """Back to the slide."""
        if self._hosted is not None:
            page, self._hosted = self._hosted, None
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._stack.setCurrentWidget(self.stage)

    @property
    def hosted(self) -> Page | None:
        """The practice in sight, if there is one."""
        return self._hosted

    def leave(self) -> None:
        """Go away without a word."""
        self._going = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._going:
            self.closed.emit()
        event.accept()
