"""The trainer's own screen while a lesson is on the projector."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from trainer_app.domain import presenting as show
from trainer_app.i18n import _
from trainer_app.ui.heading import is_roomy
from trainer_app.ui.page import Page
from trainer_app.ui.presenter.framed_slide import FramedSlide
from trainer_app.ui.presenter.hands_row import HandsRow
from trainer_app.ui.presenter.key_button import Controls
from trainer_app.ui.presenter.keys import listen_for_keys
from trainer_app.ui.presenter.notes_panel import NotesPanel
from trainer_app.ui.presenter.part_bar import PartBar
from trainer_app.ui.presenter.presentation import Presentation
from trainer_app.ui.presenter.time_words import late_words, left_words, place_words, session_words
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, FlowRow, Notice, Scroller, Text

_NAMES = (
    "black", "swap", "second", "read", "vote", "practice", "listen", "follow", "names",
)  # fmt: skip


class PresenterPage(Page):
    """The slide in sight and the next one, notes, minutes, votes, and all that can be done.

    Every button shows its key. Signals: none; it passes everything to the presentation.
    """

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self.title = presentation.material.notes.title
        self.now, self.next = FramedSlide(480, grows=is_roomy()), FramedSlide()
        self._bar, self._left = PartBar(), Text("", "title", "bold", tight=True)
        self._part = Text("", "small", "semibold", tight=True)
        self._session = Text("", "small", colour="muted", tight=True)
        self._place = Text("", "body", colour="muted", tight=True)
        self._what = Text("", "small", "semibold", colour="muted", tight=True)
        self._hands = HandsRow(presentation)
        self._notes = NotesPanel(presentation)
        self.controls = Controls(presentation, ("back", "on", *_NAMES, "end"))
        self._shorten = Button(_("Leave them out"), icon="skip-forward")
        self._shorten.clicked.connect(lambda: presentation.do("shorten"))
        self._late = Notice("", "warn", icon="timer", button=self._shorten)
        self._arrange()
        listen_for_keys(self, presentation.do)
        presentation.changed.connect(self._refresh)
        presentation.ticked.connect(self._show_time)
        self._refresh()

    def _arrange(self) -> None:
        theme = current()
        inside = QWidget()
        inside.setProperty("ground", "none")
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(*[theme.space(14)] * 4)
        whole.setSpacing(theme.space(10))
        whole.addLayout(self._head())
        if is_roomy():
            middle = QHBoxLayout()
            middle.setSpacing(theme.space(14))
            middle.addLayout(_column(10, self._late, (self.now, 1), self._foot()), 8)
            beside = _column(10, self._coming(), self._hands, (self._notes_card(), 1))
            middle.addLayout(beside, 5)
            whole.addLayout(middle, 1)
        else:
            # In large letters the slide and the time come first; the rest is scrolled to.
            middle = QHBoxLayout()
            middle.setSpacing(theme.space(14))
            middle.addWidget(self.now, 3)
            middle.addLayout(self._time(), 2)
            whole.addLayout(middle)
            whole.addLayout(_column(10, self._late, self._hands, self._foot()))
            self.next.hide()
            self.next.setParent(self)
            whole.addWidget(self._notes_card(), 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(Scroller(inside))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current().space(14))
        row.addWidget(self.controls.buttons["end"], 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(self.title, "large", "bold", tight=True))
        words.addWidget(self._place)
        row.addLayout(words, 3)
        row.addWidget(self._bar, 3, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = FlowRow(foot, 8)
        for name in ("back", "on", *_NAMES):
            row.addWidget(self.controls.buttons[name])
        return foot

    def _coming(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current().space(14))
        row.addWidget(self.next, 3)
        row.addLayout(self._time(), 3)
        return row

    def _time(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(current().space(2))
        for one in (self._left, self._part, self._session):
            words.addWidget(one)
        words.addStretch(1)
        words.addWidget(self._what)
        return words

    def _notes_card(self) -> Card:
        return Card(self._notes, pad=12)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Space and Enter go on, as a clicker does.
        QTimer.singleShot(0, self, lambda: self.controls.buttons["on"].setFocus())

    # Showing
    def _refresh(self) -> None:
        one = self._presentation
        self.now.show_face(one.face(), black=one.state.black)
        following = one.next_face()
        self.next.show_face(following)
        end = _("This is the last slide.")
        self._what.set_words(_("Next slide") if following is not None else end)
        self._what.setVisible(following is None or is_roomy())
        self.next.setVisible(following is not None and is_roomy())
        self._place.set_words(place_words(one.state.at, len(one.state.slides)))
        self._hands.refresh()
        self._hands.setVisible(one.state.slide.kind == "answers")
        self._notes.refresh()
        self.controls.refresh()
        self._show_time()

    def _show_time(self) -> None:
        one = self._presentation
        clock = one.clock()
        titles = {part.id: part.title for part in one.material.notes.plan}
        self._part.set_words(titles.get(clock.part, ""))
        left = left_words(clock)
        if left != self._left.text():
            self._left.set_words(left)
            self._left.set_colour("ink" if clock.left > 0 else "warn")
        self._session.set_words(session_words(clock))
        self._session.setVisible(bool(self._session.text()))
        said = f"{self._part.text()}: {left}"
        self._bar.show_state(one.state, said)
        late = late_words(clock, len(show.to_leave_out(one.state)))
        if late:
            self._late.set_words(late)
        self._late.setVisible(bool(late))

    def to_read(self) -> QWidget:
        return self.now

    def remember(self) -> Any:
        """Which notes are in sight."""
        return self._notes.part

    def recall(self, memory: Any) -> None:
        self._notes.choose(memory)


def _column(gap: int, *parts: QWidget | QLayout | tuple[QWidget, int]) -> QVBoxLayout:
    """Things below each other; one with a number takes the height that is left."""
    column = QVBoxLayout()
    column.setSpacing(current().space(gap))
    for part in parts:
        if isinstance(part, tuple):
            column.addWidget(*part)
        elif isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    return column
