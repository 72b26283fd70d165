"""The part that is being written, as learners will see it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.drafts import Draft
from trainer_app.i18n import _
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.heading import clear
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Dialog, Panel, Scroller, Text

Preview = Callable[[Draft, Place], QWidget]
"""Draws a part of a draft as the learner's own screens would."""

_MOMENT = 250  # milliseconds


class PreviewPane(Panel):
    """Follows what is typed, a moment later. Signals: none."""

    def __init__(self, preview: Preview) -> None:
        super().__init__("sunk", "line", pad=12)
        self._preview = preview
        self._asked: tuple[Draft, Place] | None = None
        self._later = QTimer(self, singleShot=True, interval=_MOMENT)
        self._later.timeout.connect(self._draw)
        head = QHBoxLayout()
        self._said = Text("", "small", "semibold", colour="muted")
        head.addWidget(self._said, 1)
        self.larger = Button(_("Large"), "quiet", icon="zoom-in", size="small")
        self.larger.setAccessibleName(_("Show it large, as learners see it"))
        self.larger.clicked.connect(self._show_large)
        head.addWidget(self.larger)
        self.body.addLayout(head)
        inside = QWidget()
        inside.setProperty("ground", "none")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, current().space(6), 0)
        self._scroller = Scroller(inside)
        self.body.addWidget(self._scroller, 1)

    def show_part(self, draft: Draft, place: Place, *, now: bool = False) -> None:
        """Show a part; while somebody types only after a moment."""
        if self._asked is not None and self._asked[1] != place:
            self._scroller.verticalScrollBar().setValue(0)
        self._asked = (draft, place)
        self._said.set_words(_title(place))
        if now:
            self._draw()
        else:
            self._later.start()

    def end(self) -> None:
        """Draw nothing any more: the page goes."""
        self._later.stop()

    def _draw(self) -> None:
        self._later.stop()
        # A pane out of sight is drawn when it comes into sight.
        if self._asked is None or self.isHidden():
            return
        at = self._scroller.verticalScrollBar().value()
        clear(self._column)
        self._column.addWidget(self._preview(*self._asked))
        self._column.addStretch(1)
        QTimer.singleShot(0, self, lambda: self._scroller.verticalScrollBar().setValue(at))

    def _show_large(self) -> None:
        if self._asked is None:
            return
        close = Button(_("OK"), "primary", icon="check")
        body = self._preview(*self._asked)
        Dialog(
            self.window(), _title(self._asked[1]), body, [("ok", close)], escape="ok", width=1300
        ).open(close)


def _title(place: Place) -> str:
    if place.section == "plan":
        return _("As trainers see it")
    return _("As learners see it")
