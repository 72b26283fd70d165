"""How many are here: participants and others apart, and those who gave no name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.attendance import ATTENDED, CAME_LATE, Role, Status
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.heading import flow
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets import Card, Icon, IconButton, Text
from trainer_app.ui.workshop.attendance_row import Standing


@dataclass(frozen=True, slots=True)
class Counts:
    """Participants by mark; `others` are helpers, interpreters, children and trainers here."""

    here: int
    late: int
    absent: int
    excused: int
    unmarked: int
    others: int

    @classmethod
    def of(cls, people: Iterable[Standing]) -> Counts:
        """Count how everyone stands."""
        known = list(people)
        marks = [s.mark for s in known if s.mark is not None]
        mine = [mark for mark in marks if mark.role == Role.PARTICIPANT]
        return cls(
            here=sum(mark.status in ATTENDED for mark in mine),
            late=sum(mark.status in CAME_LATE for mark in mine),
            absent=sum(mark.status == Status.ABSENT for mark in mine),
            excused=sum(mark.status == Status.EXCUSED for mark in mine),
            unmarked=len(known) - len(marks),
            others=sum(m.status in ATTENDED and m.role != Role.PARTICIPANT for m in marks),
        )


class Figure(QWidget):
    """One number with what it counts, read as one. Signals: none."""

    def __init__(self, icon: str, colour: Token) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, current().space(8), 0)
        row.setSpacing(current().space(6))
        row.addWidget(Icon(icon, colour, 18), 0, Qt.AlignmentFlag.AlignVCenter)
        self._words = Text("", "small", "semibold", tight=True)
        row.addWidget(self._words, 1)

    def set_words(self, words: str) -> None:
        """Show another number with its words."""
        self._words.set_words(words)
        self.setAccessibleName(words)

    def text(self) -> str:
        """The words shown."""
        return self._words.text()


class CountStrip(Card):
    """All figures of a session in one line, and the people who give no name.

    Signals: `headcount_changed(int)`: one more or one less.
    """

    headcount_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__(pad=8)
        self.here = Figure("user-check", "ok")
        self.late = Figure("clock", "warn")
        self.absent = Figure("x", "danger")
        self.excused = Figure("message-circle", "primary")
        self.unmarked = Figure("circle", "muted")
        self.others = Figure("heart", "accent")
        self.nameless = Figure("users", "muted")
        self.fewer = IconButton("minus", _("One fewer without a name"), show_word=False)
        self.fewer.clicked.connect(lambda: self.headcount_changed.emit(-1))
        self.more = IconButton("plus", _("One more without a name"), show_word=False)
        self.more.clicked.connect(lambda: self.headcount_changed.emit(1))
        nameless = QWidget()
        row = QHBoxLayout(nameless)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.nameless)
        row.addWidget(self.fewer)
        row.addWidget(self.more)
        figures = (
            self.here, self.late, self.absent, self.excused, self.unmarked, self.others, nameless,
        )  # fmt: skip
        self.add(flow(*figures, gap=10))

    def show_counts(self, counts: Counts, headcount: int) -> None:
        """Show other figures; those that are often nothing stand only where there is something."""
        self.here.set_words(_("{count} here").format(count=number(counts.here)))
        self.late.set_words(_("{count} of them late").format(count=number(counts.late)))
        self.absent.set_words(_("{count} absent").format(count=number(counts.absent)))
        self.excused.set_words(_("{count} excused").format(count=number(counts.excused)))
        self.unmarked.set_words(_("{count} not marked").format(count=number(counts.unmarked)))
        self.others.set_words(
            ngettext(
                "{count} other person here", "{count} other people here", counts.others
            ).format(count=number(counts.others))
        )
        self.nameless.set_words(_("{count} without a name").format(count=number(headcount)))
        self.late.setVisible(counts.late > 0)
        self.excused.setVisible(counts.excused > 0)
        self.others.setVisible(counts.others > 0)
        self.fewer.setEnabled(headcount > 0)
