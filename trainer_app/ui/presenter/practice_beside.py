"""The trainer's own screen while the class plays a practice on the projector."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.i18n import _
from trainer_app.ui.heading import margins
from trainer_app.ui.page import Page
from trainer_app.ui.presenter.key_button import KeyButton
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import EmptyState, Scroller


class PracticeBesidePage(Page):
    """Steps through the practice that stands on the projector.

    Signals: `step_requested`: show the next step, or do it; `slides_requested`: back to the slides.
    """

    step_requested = Signal()
    slides_requested = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        back = KeyButton("presentation", _("Back to the slides"), "Esc")
        back.clicked.connect(self.slides_requested)
        step = KeyButton("arrow-right", _("Next step"), "→", first=True)
        step.clicked.connect(self.step_requested)
        words = _(
            "Everyone sees it. Somebody says what to do, and you show the next step, or do it"
            " with the mouse on that screen."
        )
        state = EmptyState(
            places.assets() / "scenes" / "welcome.svg",
            "",
            words,
            title=_("The practice is on the projector"),
        )
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        margins(column)
        column.addWidget(state, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(step)
        row.addStretch(1)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroller(inside))
        on = Qt.Key.Key_Left if current().rtl else Qt.Key.Key_Right
        for key in (on, Qt.Key.Key_PageDown):
            self._listen(key, self.step_requested.emit)
        self._listen(Qt.Key.Key_Escape, self.slides_requested.emit)

    def _listen(self, key: Qt.Key, do: object) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(do)
