"""What stands above the editor: the way back, what can be done, and whether all is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.i18n import _, pgettext
from trainer_app.ui.heading import is_roomy
from trainer_app.ui.theme import Size, current
from trainer_app.ui.widgets import Button, Icon, IconButton, Text


class EditorHead(QWidget):
    """Signals: `back_requested`, `undo_requested`, `redo_requested`, `try_requested`,
    `share_requested`, `recording_requested`, `preview_toggled(bool)`.
    """

    back_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    try_requested = Signal()
    share_requested = Signal()
    recording_requested = Signal()
    preview_toggled = Signal(bool)

    def __init__(self, back: str) -> None:
        super().__init__()
        theme = current()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(8))
        leave: Button | IconButton
        if is_roomy():
            leave = Button(back, "quiet", icon="arrow-left", size="small")
        else:
            leave = IconButton("arrow-left", back, show_word=False)
        leave.clicked.connect(self.back_requested)
        line.addWidget(leave)
        size: Size = "large" if theme.scale <= 1.5 else "body"
        self._title = Text("", size, "bold", tight=True)
        line.addWidget(self._title, 1)
        self._icon = Icon("circle-check", "ok", 20)
        self._state = Text("", "small", colour="muted", tight=True)
        line.addWidget(self._icon)
        line.addWidget(self._state)
        self.undo = IconButton("undo-2", _("Take back the last step"), show_word=False)
        self.undo.clicked.connect(self.undo_requested)
        self.redo = IconButton("redo-2", _("Do it again"), show_word=False)
        self.redo.clicked.connect(self.redo_requested)
        self.undo.show_keys("Ctrl+Z")
        self.redo.show_keys("Ctrl+Y")
        line.addWidget(self.undo)
        line.addWidget(self.redo)
        record = IconButton("mic", _("Record with your voice"), show_word=False)
        record.clicked.connect(self.recording_requested)
        line.addWidget(record)
        self.preview = IconButton("eye", _("As learners see it"), show_word=False)
        self.preview.setCheckable(True)
        self.preview.toggled.connect(self.preview_toggled)
        line.addWidget(self.preview)
        self.preview.setHidden(is_roomy())
        for word, sign, signal in (
            (pgettext("a lesson", "Try it"), "play", self.try_requested),
            (_("Share…"), "share-2", self.share_requested),
        ):
            if is_roomy():
                button: Button | IconButton = Button(word, icon=sign, size="small")
            else:
                button = IconButton(sign, word, show_word=False)
            button.clicked.connect(signal)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.say("saved")

    def show_title(self, title: str) -> None:
        """What the lesson is called now."""
        words = title or _("A lesson without a title")
        if words != self._title.text():
            self._title.set_words(words)

    def show_steps(self, *, undo: bool, redo: bool) -> None:
        """Whether a step can be taken back, or done again."""
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)

    def say(self, state: str) -> None:
        """Say whether all is on the disk: saved, typing or failed."""
        words = {"saved": _("Saved"), "typing": _("Saving …"), "failed": _("Not saved yet")}
        self._state.set_words(words[state])
        if state == "saved":
            self._icon.set_icon("circle-check", "ok")
        else:
            self._icon.set_icon("hourglass" if state == "typing" else "circle-alert", "warn")
