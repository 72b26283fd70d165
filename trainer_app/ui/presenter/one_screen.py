"""A lesson shown where there is one picture only: mirrored on a projector, or in the hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui.heading import is_roomy
from trainer_app.ui.page import Page
from trainer_app.ui.presenter.hands_row import HandsRow
from trainer_app.ui.presenter.key_button import Controls
from trainer_app.ui.presenter.keys import listen_for_keys
from trainer_app.ui.presenter.notes_panel import NotesPanel
from trainer_app.ui.presenter.presentation import Presentation
from trainer_app.ui.presenter.slide_window import SlideStage
from trainer_app.ui.presenter.time_words import left_words
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Card, FlowRow, Text
from trainer_app.ui.widgets.said_as import Role, say_as

_STRIP = (
    "back", "on", "black", "notes", "second", "read", "vote", "practice", "listen", "follow",
    "names", "walk", "end",
)  # fmt: skip
_WALK = ("back", "on", "black", "follow", "listen", "notes", "second", "vote", "walk", "end")
_HIDES_AFTER_MS = 5000
_SEEN = (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class OneScreenPage(Page):
    """The slide fills the screen. On a projector the strip of buttons hides until the pointer
    moves or a key asks for it; `walking` round with the laptop it stays, for fingers.

    Signals: none; it passes everything to the presentation.
    """

    def __init__(self, presentation: Presentation, *, walking: bool) -> None:
        super().__init__()
        self._presentation, self.walking = presentation, walking
        self.title = presentation.material.notes.title
        self.stage = SlideStage(presentation)
        # Large letters are for the class: the slide gets the room, the trainer knows the keys.
        names = _WALK if walking else _STRIP
        self.controls = Controls(presentation, names, brief=not is_roomy())
        self._left = Text("", "body", "semibold", tight=True)
        self._hands = HandsRow(presentation, show_words=False)
        words = _("The laptops can show this page too: press “Follow me”.")
        self._hint = Text(words, "small", colour="muted", tight=True)
        self._strip = self._make_strip()
        self._notes: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.stage, 1)
        if walking:
            self._column.addWidget(self._strip)
        else:
            self._strip.setParent(self)
        self._hide = QTimer(self, singleShot=True, interval=_HIDES_AFTER_MS)
        self._hide.timeout.connect(self._hide_strip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        say_as(self, Role.Document)
        listen_for_keys(self, self._key, space=not walking)
        presentation.changed.connect(self._refresh)
        presentation.ticked.connect(self._show_time)
        if walking:
            word = _("Show on a projector")
            self.controls.buttons["walk"].set_word(word, "presentation")
        self._refresh()

    def _make_strip(self) -> QWidget:
        theme = current()
        strip = Card(pad=10)
        top = QWidget()
        row = FlowRow(top, 8)
        for button in self.controls.buttons.values():
            row.addWidget(button)
        row.addWidget(self._left)
        strip.add(self._hands, self._hint, top)
        strip.body.setSpacing(theme.space(6))
        return strip

    # Doing
    def toggle_notes(self) -> None:
        """Show the notes over the slide, or take them away."""
        if self._notes is not None:
            self._notes.hide()
            self._notes.deleteLater()
            self._notes = None
            self.setFocus()
            return
        self._notes = Card(NotesPanel(self._presentation), pad=14, parent=self)
        self._place()
        self._notes.show()
        self._notes.raise_()
        self._strip.raise_()

    def _key(self, name: str) -> None:
        now = QApplication.focusWidget()
        if name == "press" and isinstance(now, QAbstractButton) and now.isVisible():
            now.click()
        elif name == "end" and self._notes is not None:
            self.toggle_notes()
        elif name == "end" and not self.walking and not self._strip.isVisible():
            # The first Escape shows what there is; the second one asks whether to end.
            self._show_strip()
        else:
            self._presentation.do(name)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """In the hand, a touch on the far side of the slide goes on, on the near side back."""
        if self.walking and self.stage.geometry().contains(event.position().toPoint()):
            far = event.position().x() > self.width() / 3
            if current().rtl:
                far = event.position().x() < self.width() * 2 / 3
            self._presentation.do("on" if far else "back")

    # Showing
    def _refresh(self) -> None:
        one = self._presentation
        self.controls.refresh()
        self._hands.refresh()
        self._hands.setVisible(one.state.slide.kind == "answers")
        can_follow = self.walking and one.room is not None and not one.state.following
        self._hint.setVisible(can_follow)
        if one.state.slide.kind == "answers" and one.counts() is not None and not self.walking:
            self._show_strip()
        if self._notes is not None:
            for panel in self._notes.findChildren(NotesPanel):
                panel.refresh()
        self._show_time()
        self._place()

    def _show_time(self) -> None:
        words = left_words(self._presentation.clock())
        if words != self._left.text():
            self._left.set_words(words)

    def _show_strip(self) -> None:
        self._strip.show()
        self._strip.raise_()
        self._place()
        self._hide.start()

    def _hide_strip(self) -> None:
        inside = self._strip.isAncestorOf(QApplication.focusWidget() or self)
        if self.walking or self._strip.underMouse() or inside:
            return
        self._strip.hide()
        self._place()

    def _place(self) -> None:
        if not self.walking:
            layout = self._strip.layout()
            high = layout.heightForWidth(self.width()) if layout is not None else 0
            self._strip.setGeometry(0, self.height() - high, self.width(), high)
            # While hands are counted no answer may lie behind the strip.
            counts = self._hands.isVisibleTo(self) and self._strip.isVisibleTo(self)
            self._column.setContentsMargins(0, 0, 0, high if counts else 0)
        if self._notes is not None:
            low = self._strip.height() if self._strip.isVisible() else 0
            wide = min(self.width(), current().px(620))
            left = 0 if current().rtl else self.width() - wide
            self._notes.setGeometry(left, 0, wide, self.height() - low)

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_mine = isinstance(watched, QWidget) and watched.window() is self.window()
        if event.type() in _SEEN and is_mine and not self.walking:
            self._show_strip()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        running = QApplication.instance()
        assert running is not None
        running.installEventFilter(self)
        self.stage.setMouseTracking(True)
        self._place()
        if self.walking:
            self.controls.buttons["on"].setFocus()
        else:
            self.setFocus()
            self._show_strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def leaving(self) -> None:
        running = QApplication.instance()
        if running is not None:
            running.removeEventFilter(self)

    def to_read(self) -> QWidget:
        return self.stage

    def remember(self) -> Any:
        """Whether the notes were open."""
        return self._notes is not None

    def recall(self, memory: Any) -> None:
        if memory:
            self.toggle_notes()
