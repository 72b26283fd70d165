"""The centre's file is damaged: what happened, what can be had back, and putting it right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.i18n import _
from trainer_app.services.rescuing import Offer, Rescued
from trainer_app.ui.page import Now
from trainer_app.ui.theme import current
from trainer_app.ui.welcome import rescue_words
from trainer_app.ui.welcome.stage import Stage
from trainer_app.ui.widgets import (
    Button,
    Card,
    FlowRow,
    Notice,
    ProgressBar,
    SvgPicture,
    Text,
)

_LARGE = 1.5


class RescuePage(Stage):
    """Four states: the file is looked at, an offer, being put right, and how it went.

    It opens looking; `show_offer`, `show_working` and `show_done` go on from there. Signals:
    `restore_requested()`, `finished()` once all is right, `again_requested()`,
    `closing_requested()`.
    """

    restore_requested = Signal()
    finished = Signal()
    again_requested = Signal()
    closing_requested = Signal()

    def __init__(self, now: Now) -> None:
        super().__init__(_("A file of this centre is damaged"))
        self._now = now
        self._state: Offer | Rescued | None = None
        self._working = False
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(16))
        self.lay_out(content, content, width=840)
        self._show_looking()

    def remember(self) -> Any:
        return self._state, self._working

    def recall(self, memory: Any) -> None:
        state, working = memory
        if isinstance(state, Rescued):
            self.show_done(state)
        elif state is not None:
            self.show_offer(state)
            if working:
                self.show_working()

    def show_offer(self, offer: Offer) -> None:
        """Say what is wrong with the file and what can be had back."""
        self._state, self._working = offer, False
        kept = _(
            "Nothing was deleted or overwritten, and the damaged file is kept. A failing disk or "
            "a power cut can do this."
        )
        about = Text(f"{rescue_words.what_happened(offer)} {kept}")
        said = rescue_words.what_is_offered(offer, self._now())
        close = Button(_("Close the program"), icon="x")
        close.clicked.connect(lambda: self.closing_requested.emit())
        if not said:
            again = Button(_("Try again"), "primary", icon="refresh-cw")
            again.clicked.connect(lambda: self.again_requested.emit())
            help_words = Notice(rescue_words.what_to_do(), "warn", icon="lightbulb")
            self._fill("problem", self.title, [about, help_words], [again, close])
            return
        go = Button(_("Put it right"), "primary", icon="check")
        go.clicked.connect(lambda: self.restore_requested.emit())
        self._fill("problem", self.title, [about, Card(_lines(said))], [go, close])

    def show_working(self) -> None:
        """It is being put right; nothing can be pressed meanwhile."""
        self._working = True
        self._show_wait(_("The centre is being put right. Please leave the laptop on."))

    def show_done(self, done: Rescued) -> None:
        """Say how the centre stands now."""
        self._state, self._working = done, False
        go = Button(_("Open the centre"), "primary", icon="arrow-right", icon_last=True)
        go.clicked.connect(lambda: self.finished.emit())
        self._fill(
            "done", _("It is put right"), [Card(_lines(rescue_words.what_was_done(done)))], [go]
        )

    def _show_looking(self) -> None:
        self._show_wait(
            _("The file is being read part by part to see what can be had back. One moment…")
        )

    def _show_wait(self, words: str) -> None:
        self._fill(
            "problem", self.title, [Text(words, align="center"), ProgressBar(0, 0, words)], []
        )

    def _fill(
        self, scene: str, title: str, parts: Sequence[QWidget], buttons: Sequence[Button]
    ) -> None:
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.setAccessibleName(title)
        # Large text needs the room more than the picture does.
        large = current().scale >= _LARGE
        picture = [] if large else [_picture(scene)]
        head = Text(title, "title" if large else "headline", "bold", align="center")
        for part in (*picture, head, *parts):
            self._column.addWidget(part)
        if buttons:
            ways = QWidget()
            row = FlowRow(ways, 12)
            for button in buttons:
                row.addWidget(button)
            self._column.addWidget(ways, 0, Qt.AlignmentFlag.AlignHCenter)
            self._first = buttons[0]
            if self.isVisible():
                ways.show()
                self.step_to(buttons[0])


def _picture(scene: str) -> SvgPicture:
    return SvgPicture(places.assets() / "scenes" / f"{scene}.svg", "", most=180)


def _lines(sentences: Sequence[str]) -> QWidget:
    if current().scale >= _LARGE:
        return Text(" ".join(sentences))
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().space(8))
    for one in sentences:
        column.addWidget(Text(one))
    return whole
