"""A calm message that comes, is read aloud by a screen reader, and goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from trainer_app.ui.theme import Token, Tone, current
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.fields import Icon
from trainer_app.ui.widgets.panels import Panel
from trainer_app.ui.widgets.second_press import unhurried
from trainer_app.ui.widgets.text import Text

_SIGNS: dict[Tone, tuple[str, Token]] = {
    "plain": ("info", "card"),
    "primary": ("info", "card"),
    "accent": ("hand", "card"),
    "ok": ("circle-check", "card"),
    "warn": ("triangle-alert", "card"),
    "danger": ("circle-alert", "card"),
}


class Toast(Panel):
    """One message at the foot of the window; a new one takes the place of the last.

    `Toast.say(window, "Saved", "ok")`. Signals: none.
    """

    def __init__(
        self,
        window: QWidget,
        words: str,
        tone: Tone,
        milliseconds: int,
        button: Button | None = None,
    ) -> None:
        super().__init__("ink", None, upright=False, pad=14, parent=window)
        icon, colour = _SIGNS[tone]
        self.words = words
        self._under = window
        self.body.addWidget(Icon(icon, colour, 24), 0, Qt.AlignmentFlag.AlignVCenter)
        self._text = Text(words, "body", "semibold", colour="card", tight=True)
        self.body.addWidget(self._text, 1)
        self.setAccessibleName(words)
        self._button = button
        if button is None:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            button.clicked.connect(self.leave)
        window.installEventFilter(self)
        self._clock = QTimer(self, singleShot=True, interval=unhurried(milliseconds))
        self._clock.timeout.connect(self.leave)
        self._place()
        self.show()
        self.raise_()
        self._clock.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @classmethod
    def say(
        cls,
        window: QWidget,
        words: str,
        tone: Tone = "ok",
        *,
        milliseconds: int = 6000,
        button: Button | None = None,
    ) -> Toast:
        """Show a message on a window for some milliseconds, for slow hands for longer.

        `button` stands in it and takes it away when it is pressed.
        """
        cls.hush(window)
        return cls(window, words, tone, milliseconds, button)

    @classmethod
    def hush(cls, window: QWidget) -> None:
        """Take away what a window still says."""
        for old in window.findChildren(cls, options=Qt.FindChildOption.FindDirectChildrenOnly):
            old.leave()

    def leave(self) -> None:
        """Go away now."""
        self._clock.stop()
        self._under.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._under:
            self._place()
        return False

    def _place(self) -> None:
        theme = current()
        window = self._under.rect()
        most = window.width() - 2 * theme.space(24)
        room = 2 * theme.space(14) + theme.px(24) + theme.space(12)
        high = 0
        if self._button is not None:
            room += self._button.sizeHint().width() + theme.space(12)
            high = self._button.sizeHint().height()
        width = min(most, self._text.sizeHint().width() + room)
        height = max(high, self._text.heightForWidth(width - room)) + 2 * theme.space(14)
        left = (window.width() - width) // 2
        self.setGeometry(left, window.height() - height - theme.space(88), width, height)
