"""The screen of a stage of stories: the threads, and the one that is open, step by step."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.practice.consequences import Action, TakeBack
from trainer_app.domain.practice.consequences_view import StoryView
from trainer_app.i18n import _
from trainer_app.ui.practice.consequences.parts import NOW, story_parts, thread_parts
from trainer_app.ui.practice.pieces.laid_out import LARGE_TEXT
from trainer_app.ui.practice.pieces.shelf import KeptFocus, Shelf, controls_in
from trainer_app.ui.practice.stage_screen import Material, StageScreen, Touch
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Scroller

SETTLED_MS = 200


class ConsequencesScreen(StageScreen):
    """A story in steps of time; below its last step stands what can be done, and the way back.

    Signals: those of StageScreen.
    """

    def __init__(self, material: Material, parent: QWidget | None = None) -> None:
        super().__init__(material, parent)
        theme = current()
        self._at: object = None
        self._threads, self._story = Shelf(0), Shelf(12)
        page = QWidget()
        page.setProperty("ground", "none")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, theme.space(8), theme.space(16))
        inner.setSpacing(theme.space(12))
        inner.addWidget(self._threads)
        inner.addWidget(self._story, 1)
        self._room = Scroller(page)
        self._turning = False
        # Words that wrap anew make the story longer after it was shown.
        self._room.verticalScrollBar().rangeChanged.connect(self._keep_now_in_sight)
        self._back = Button(_("Go back and think again"), icon="undo-2")
        self._back.clicked.connect(lambda: self.acted.emit(TakeBack()))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(8)] * 4)
        column.setSpacing(theme.space(8))
        column.addWidget(self._room, 1)
        # With large text the room is low: there the way back comes after the story.
        (inner if theme.scale > LARGE_TEXT else column).addWidget(self._back)

    def show_view(self, view: StoryView) -> None:
        """Show how things are now; what has not changed is not drawn anew."""
        at = (view.thread, tuple(step.id for step in view.steps))
        turned, self._at = self._at is not None and self._at != at, at
        self._back.setEnabled(view.may_take_back)
        with KeptFocus(self, self._back):
            self._threads.put(thread_parts(view, self.material, self.acted.emit))
            self._story.put(story_parts(view, self.material, self.acted.emit))
        self._threads.setVisible(len(view.threads) > 1)
        if turned and self.isVisible():
            self.focus_first()
            self._turning = True
            QTimer.singleShot(0, self, self._show_now)
            QTimer.singleShot(SETTLED_MS, self, self._settled)

    def touch(self, action: Action) -> Touch | None:
        """The button of an action; everything that can be done is in sight."""
        if isinstance(action, TakeBack):
            return Touch(self._back)
        found = self._threads.control(action) or self._story.control(action)
        return Touch(found) if found is not None else None

    def focus_first(self) -> None:
        """The first thing that can be done in the story."""
        first = next(iter(controls_in(self._story)), self._back)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_now_in_sight(self) -> None:
        if self._turning:
            self._show_now()

    def _settled(self) -> None:
        self._turning = False

    def _show_now(self) -> None:
        """What happens now begins at the top, so that it is read before anything is chosen."""
        scene = self._story.control(NOW)
        if scene is not None:
            top = scene.mapTo(self._room.page, scene.rect().topLeft()).y()
            self._room.verticalScrollBar().setValue(max(0, top - current().space(8)))
