"""Panels: a card, a figure, a notice, and a page with nothing on it yet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from trainer_app.ui.theme import Token, Tone, current, of_tone
from trainer_app.ui.theme.tokens import RADIUS, RADIUS_LARGE
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.drawn import panel
from trainer_app.ui.widgets.fields import Icon
from trainer_app.ui.widgets.pictures import SvgPicture
from trainer_app.ui.widgets.said_as import Role, announce, say_as
from trainer_app.ui.widgets.text import Text


class News(QObject):
    """Where panels say that they came up. Signals: `came`."""

    came = Signal()


news = News()
"""Of all panels with the Qt property "aloud" of "news"; who reads aloud listens."""


class Panel(QWidget):
    """A rounded ground for other widgets; the base of cards and notices."""

    def __init__(
        self,
        ground: Token,
        edge: Token | None,
        *,
        radius: int = RADIUS_LARGE,
        upright: bool = True,
        pad: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = current()
        self._ground, self._edge, self._radius = ground, edge, theme.space(radius)
        self.body: QBoxLayout = QVBoxLayout(self) if upright else QHBoxLayout(self)
        self.body.setContentsMargins(*[theme.space(pad)] * 4)
        self.body.setSpacing(theme.space(12))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.property("aloud") == "news":
            news.came.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.colour(self._edge) if self._edge else None
        width = 2 if theme.name == "contrast" else 1.2
        panel(painter, QRectF(self.rect()), self._radius, theme.colour(self._ground), edge, width)


class Card(Panel):
    """A white rounded panel; `add` puts widgets or layouts into it. Signals: none."""

    def __init__(
        self, *parts: QWidget | QLayout, pad: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__("card", "line", pad=pad, parent=parent)
        self.add(*parts)

    def add(self, *parts: QWidget | QLayout) -> None:
        """Add widgets or layouts at the bottom."""
        for part in parts:
            if isinstance(part, QWidget):
                self.body.addWidget(part)
            else:
                self.body.addLayout(part)


class Disc(QWidget):
    """An icon on a tinted circle."""

    def __init__(
        self, icon: str, tone: Tone, size: int = 48, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        ink, self._ground = of_tone(tone)
        self._edge: Token | None = ink if current().name == "contrast" else None
        side = current().px(size)
        self.setFixedSize(side, side)
        sign = Icon(icon, ink, round(size * 0.54), self)
        sign.move((side - sign.width()) // 2, (side - sign.height()) // 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.colour(self._edge) if self._edge else None
        box = QRectF(self.rect())
        panel(painter, box, box.width() / 2, theme.colour(self._ground), edge, 2)


class StatCard(Panel):
    """One figure that matters and what it counts; read as one sentence. Signals: none."""

    def __init__(
        self,
        icon: str,
        figure: str,
        caption: str,
        tone: Tone = "primary",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("card", "line", upright=False, pad=16, parent=parent)
        self._figure = Text(figure, "headline", "bold", tight=True)
        say_as(self._figure, Role.StaticText)
        self._caption = Text(caption, "small", colour="muted", tight=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._figure)
        words.addWidget(self._caption)
        words.addStretch(1)
        self.body.addWidget(Disc(icon, tone), 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(words, 1)
        self.setAccessibleName(f"{figure} {caption}")

    def set_figure(self, figure: str) -> None:
        """Show another figure."""
        self._figure.set_words(figure)
        self.setAccessibleName(f"{figure} {self._caption.text()}")


_SIGNS: dict[Tone, str] = {
    "plain": "info",
    "primary": "info",
    "accent": "hand",
    "ok": "circle-check",
    "warn": "triangle-alert",
    "danger": "circle-alert",
}


class Notice(Panel):
    """A strip that says something, with an icon and perhaps a button.

    What comes up on a page that is already there is said by a screen reader too.
    Signals: none; connect the button's own `clicked`.
    """

    def __init__(
        self,
        words: str,
        tone: Tone = "primary",
        *,
        title: str = "",
        icon: str | None = None,
        button: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        ink, ground = of_tone(tone)
        edge: Token | None = ink if current().name == "contrast" else None
        super().__init__(ground, edge, radius=RADIUS, upright=False, pad=14, parent=parent)
        self.setProperty("aloud", "news")
        self.body.addWidget(Icon(icon or _SIGNS[tone], ink, 26), 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(0)
        if title:
            column.addWidget(Text(title, "body", "semibold", colour=ink, tight=True))
        self._words = Text(words, "body", colour="ink", tight=True)
        column.addWidget(self._words)
        self.body.addLayout(column, 1)
        if button is not None:
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._title, self._told = title, ""
        self.setAccessibleName(f"{title} {words}".strip())
        # What comes together with its page is met there.
        self._is_news = False
        QTimer.singleShot(0, self, self._stand)

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words.set_words(words)
        self.setAccessibleName(f"{self._title} {words}".strip())
        self._tell()

    def _stand(self) -> None:
        self._is_news, self._told = True, self.accessibleName()

    def _tell(self) -> None:
        words = self.accessibleName()
        if self._is_news and self.isVisible() and words != self._told:
            self._told = words
            announce(self, words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._told = ""


class EmptyState(QWidget):
    """A page with nothing to show yet: a picture, a sentence, and what to do. Signals: none."""

    def __init__(
        self,
        picture: Path,
        alt: str,
        words: str,
        *,
        title: str = "",
        button: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = current()
        column = QVBoxLayout(self)
        column.setSpacing(theme.space(12))
        column.addStretch(1)
        column.addWidget(SvgPicture(picture, alt, most=220))
        if title:
            column.addWidget(Text(title, "title", "bold", align="center"))
        column.addWidget(Text(words, "body", colour="muted", align="center"))
        if button is not None:
            # Not by alignment: that forgets that a long word needs a second line.
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)
