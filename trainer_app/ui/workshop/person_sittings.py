"""The work that a person did at laptops, and putting right whose work it was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.courses import local_time
from trainer_app.domain.sittings import Sitting
from trainer_app.i18n import _
from trainer_app.i18n.formats import clock, hours, listed, short_date
from trainer_app.services.sitting import Seats
from trainer_app.ui.heading import clear, flow
from trainer_app.ui.page import Now
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Chip, Text
from trainer_app.ui.workshop.board_words import lesson_title

_AT_FIRST = 6


class SittingsCard(Card):
    """Each sitting with its time and lessons, the newest first.

    Signals: `move_requested(str)` ("that was not me": give the work to somebody else),
    `void_requested(str)` (do not count it), `count_requested(str)` (count it again), each with
    the sitting.
    """

    move_requested = Signal(str)
    void_requested = Signal(str)
    count_requested = Signal(str)

    def __init__(self, seats: Seats, lessons: LessonLibrary, person_id: str, now: Now) -> None:
        super().__init__()
        self._seats, self._lessons, self._person, self._now = seats, lessons, person_id, now
        self._most = _AT_FIRST
        self.add(Text(_("Work at laptops"), "large", "bold"))
        self._list = QVBoxLayout()
        self._list.setSpacing(current().space(12))
        self.add(self._list)
        self._all = Button(_("Show older work"), "quiet", icon="chevron-down", size="small")
        self._all.clicked.connect(self._show_all)
        self.body.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeading)
        self.read()

    def read(self) -> None:
        """Ask again."""
        clear(self._list)
        sittings = self._seats.history(self._person)
        for sitting in sittings[: self._most]:
            self._list.addWidget(self._entry(sitting))
        if not sittings:
            self._list.addWidget(Text(_("Nothing done at a laptop yet."), colour="muted"))
        self._all.setVisible(len(sittings) > self._most)

    def _show_all(self) -> None:
        self._most = len(self._seats.history(self._person))
        self.read()

    def _entry(self, sitting: Sitting) -> QWidget:
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(4))
        when = self._when(sitting)
        column.addWidget(Text(when, "body", "semibold", tight=True))
        column.addWidget(Text(self._what(sitting.id), "small", colour="muted", tight=True))
        column.addWidget(flow(*self._choices(sitting, when)))
        return entry

    def _when(self, sitting: Sitting) -> str:
        now = self._now()
        began, ended = local_time(sitting.began, now), local_time(sitting.ended, now)
        assert began is not None
        open_end = f"\u2066{clock(began)} – …\u2069"
        return _("{day}, {hours}").format(
            day=short_date(began.date()),
            hours=open_end if ended is None else hours(began, ended),
        )

    def _what(self, sitting_id: str) -> str:
        titles: Sequence[str] = [
            lesson_title(self._lessons, lesson) for lesson in self._seats.lessons_of(sitting_id)
        ]
        return listed(titles) if titles else _("No lesson was opened.")

    def _choices(self, sitting: Sitting, when: str) -> list[QWidget]:
        if sitting.void:
            again = Button(_("Count it again"), "secondary", icon="undo-2", size="small")
            again.setAccessibleDescription(when)
            again.clicked.connect(lambda: self.count_requested.emit(sitting.id))
            return [Chip(_("Does not count"), "warn", icon="circle-x"), again]
        other = Button(_("This was somebody else"), "quiet", icon="arrow-left-right", size="small")
        void = Button(_("Do not count"), "quiet", icon="x", size="small")
        for button, signal in ((other, self.move_requested), (void, self.void_requested)):
            button.setAccessibleDescription(when)
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(sitting.id))
        return [other, void]
