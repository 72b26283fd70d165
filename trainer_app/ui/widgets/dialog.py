"""A question in front of the page, inside the window, that has to be answered first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.ui.theme import current
from trainer_app.ui.widgets.behind import stand_in_front
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.flow import FlowRow, Scroller
from trainer_app.ui.widgets.focus_chain import next_of, proxy_of
from trainer_app.ui.widgets.panels import Panel
from trainer_app.ui.widgets.said_as import Role, say_as
from trainer_app.ui.widgets.text import Text


class Dialog(QWidget):
    """A panel over the dimmed window: title, body, buttons `(key, Button)`.

    `open()` shows it; a button or Escape (which answers `escape`) closes and deletes it and
    gives the keyboard back to where it was. `width` is in design pixels.
    Signals: `answered(str)` with the key of the button.
    """

    answered = Signal(str)

    def __init__(
        self,
        window: QWidget,
        title: str,
        body: str | QWidget,
        buttons: Sequence[tuple[str, Button]],
        *,
        escape: str,
        width: int = 560,
    ) -> None:
        super().__init__(window)
        theme = current()
        self._escape, self._wide = escape, theme.px(width)
        self._under = window
        self._before = QApplication.focusWidget()
        self._done = False
        say_as(self, Role.Dialog)
        self.setAccessibleName(title)
        stand_in_front(self)
        self._panel = Panel("card", "line", pad=24, parent=self)
        self._panel.setAccessibleName(title)
        self._title = Text(title, "title", "bold")
        self._panel.body.addWidget(self._title)
        self._page = QWidget()
        self._page.setProperty("ground", "none")
        inside = QVBoxLayout(self._page)
        inside.setContentsMargins(0, 0, theme.space(4), 0)
        inside.addWidget(Text(body) if isinstance(body, str) else body)
        scroller = Scroller(self._page)
        # A scroll area asks for some 70 pixels otherwise, at the cost of the buttons.
        scroller.setMinimumHeight(1)
        self._panel.body.addWidget(scroller, 1)
        self._foot = QWidget()
        row = FlowRow(self._foot, 12, at_end=True)
        self._buttons = [button for _, button in buttons]
        for key, button in buttons:
            row.addWidget(button)
            button.clicked.connect(lambda _=False, key=key: self.answer(key))
        self._panel.body.addWidget(self._foot)
        window.installEventFilter(self)
        self.hide()

    def open(self, first: QWidget | None = None) -> None:
        """Show the dialog; `first` gets the keyboard, otherwise the first thing in the body."""
        self._cover()
        self.show()
        self.raise_()
        reachable = self._reachable()
        target = first or (reachable[0] if reachable else self)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def answer(self, key: str) -> None:
        """Close with an answer."""
        if self._done:
            return
        self._done = True
        self._under.removeEventFilter(self)
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit(key)
        self.deleteLater()

    def _reachable(self) -> list[QWidget]:
        found: list[QWidget] = []
        widget = next_of(self)
        while widget is not None and widget is not self:
            tabs = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            fit = self.isAncestorOf(widget) and widget.isEnabled() and widget.isVisibleTo(self)
            if tabs and fit and proxy_of(widget) is None:
                found.append(widget)
            widget = next_of(widget)
        return found

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the keyboard inside."""
        reachable = self._reachable()
        if not reachable:
            return True
        now = QApplication.focusWidget()
        at = reachable.index(now) if now in reachable else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        reachable[(at + (1 if forward else -1)) % len(reachable)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.answer(self._escape)
        event.accept()

    def mousePressEvent(self, event: QEvent) -> None:
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._under:
            self._cover()
        return False

    def _cover(self) -> None:
        window = self._under.rect()
        self.setGeometry(window)
        margin = current().space(24)
        width = min(self._wide, window.width() - 2 * margin)
        body = self._panel.body
        margins = body.contentsMargins()
        inner = width - margins.left() - margins.right()
        page, foot = self._page.layout(), self._foot.layout()
        assert page is not None
        assert foot is not None
        # The scroller may take a strip for its bar; measure as if it did, so it never must.
        bar = current().space(12)
        words = page.heightForWidth(inner - bar)
        needed = self._title.heightForWidth(inner)
        # An empty body still has the least height of its scroller.
        needed += max(1, words if words >= 0 else page.sizeHint().height())
        needed += foot.heightForWidth(inner) + 2 * body.spacing()
        needed += margins.top() + margins.bottom()
        height = min(needed, window.height() - 2 * margin)
        left, top = (window.width() - width) // 2, (window.height() - height) // 2
        self._panel.setGeometry(QRect(left, top, width, height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), scrim())


def scrim() -> QColor:
    """What dims a window behind something that stands in front."""
    light = current().name == "light"
    colour = QColor("#10201D" if light else "#000000")
    colour.setAlpha(150 if light else 190)
    return colour
