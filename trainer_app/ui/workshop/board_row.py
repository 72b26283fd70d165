"""One person on the live board: who, where, what is needed, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import _
from trainer_app.i18n.formats import listed
from trainer_app.services.watching import BoardRow
from trainer_app.ui.heading import clear, flow, is_roomy
from trainer_app.ui.labels import person_label
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Avatar, Button, Chip, Icon, IconButton, ProgressBar, Text
from trainer_app.ui.widgets.panels import Panel
from trainer_app.ui.workshop.board_helping import RowHelp, help_parts
from trainer_app.ui.workshop.board_words import here_words, lesson_title, need_words, page_words

_SHARES = (15, 20, 10, 20)
"""How the width is shared: who, where, what they can do, what is needed."""


class BoardRowView(Panel):
    """A strip of the board. `show_row` draws it anew only where something has changed.

    Signals: `hand_lowered`, `marked_present`, `more_requested`; `help_asked(Suggestion)`,
    `helpers_requested` (all who can help), `helping_ended`.
    """

    hand_lowered = Signal()
    marked_present = Signal()
    more_requested = Signal()
    help_asked = Signal(object)
    helpers_requested = Signal()
    helping_ended = Signal()

    def __init__(
        self, row: BoardRow, since: str, lessons: LessonLibrary, help: RowHelp | None = None
    ) -> None:
        super().__init__("card", "line", radius=12, upright=False, pad=10)
        self._lessons, self._since = lessons, since
        direction = (
            QBoxLayout.Direction.LeftToRight if is_roomy() else QBoxLayout.Direction.TopToBottom
        )
        self.body.setDirection(direction)
        self.body.setSpacing(current().space(16 if is_roomy() else 8))
        self._draw(row, help or RowHelp())

    @property
    def help(self) -> RowHelp:
        """What is shown of helping."""
        return self._help

    @property
    def row(self) -> BoardRow:
        """What is shown."""
        return self._row

    def show_row(self, row: BoardRow, help: RowHelp | None = None) -> None:
        """Show what is so now; the keyboard stays in this row if it was here."""
        help = help or RowHelp()
        if (_seen(row), help) == (_seen(self._row), self._help):
            return
        now = QApplication.focusWidget()
        had_keyboard = now is not None and self.isAncestorOf(now)
        clear(self.body)
        self._draw(row, help)
        if had_keyboard:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self, row: BoardRow, help: RowHelp) -> None:
        self._row, self._help = row, help
        self.setAccessibleName(person_label(row.person))
        said = _("More about {name}").format(name=person_label(row.person))
        self.more = IconButton("ellipsis", said, under=False, show_word=False)
        self.more.clicked.connect(self.more_requested)
        parts = [self._who(), self._where(), self._can(), self._needs()]
        for part, share in zip(parts, _SHARES, strict=True):
            if is_roomy():
                # The columns of all rows stand in line, whatever their words are.
                part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                self.body.addWidget(part, share, Qt.AlignmentFlag.AlignVCenter)
            elif part.findChild(QWidget) is not None:
                self.body.addWidget(part)
        if is_roomy():
            self.body.addWidget(self.more)

    def _who(self) -> QWidget:
        whole = QWidget()
        side = QHBoxLayout(whole)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(current().space(12))
        side.addWidget(Avatar(self._row.person.face, person_label(self._row.person), 44))
        words = _lines()
        words.addStretch(1)
        words.addWidget(Text(person_label(self._row.person), "body", "semibold", tight=True))
        here = here_words(self._row, self._since)
        words.addWidget(Text(here, "small", colour="muted", tight=True))
        words.addStretch(1)
        side.addLayout(words, 1)
        if not is_roomy():
            side.addWidget(self.more)
        return whole

    def _where(self) -> QWidget:
        whole = QWidget()
        words = _lines(whole)
        words.addStretch(1)
        if self._row.sitting is None:
            words.addWidget(Text(_("At no laptop"), "body", colour="muted", tight=True))
        elif self._row.lesson is None:
            words.addWidget(Text(_("No lesson opened yet"), "body", colour="muted", tight=True))
        else:
            title = lesson_title(self._lessons, self._row.lesson)
            said = page_words(self._row)
            words.addWidget(Text(title, "body", tight=True))
            words.addWidget(Text(said, "small", colour="muted", tight=True))
            words.addWidget(ProgressBar(*_how_far(self._row), said, high=6))
        words.addStretch(1)
        return whole

    def _can(self) -> QWidget:
        whole = QWidget()
        side = QHBoxLayout(whole)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(current().space(6))
        if self._row.passed:
            titles = listed([lesson_title(self._lessons, id) for id in self._row.passed])
            side.addWidget(Icon("circle-check", "ok", 20), 0, Qt.AlignmentFlag.AlignVCenter)
            text = Text(titles, "small", tight=True)
            text.setAccessibleName(_("Finished: {lessons}").format(lessons=titles))
            side.addWidget(text, 1)
        return whole

    def _needs(self) -> QWidget:
        parts: list[QWidget] = []
        name = person_label(self._row.person)
        need = need_words(self._row)
        if need is not None:
            words, icon, tone = need
            parts.append(Chip(words, tone, icon=icon))
        if self._row.need == "hand":
            there = Button(_("I was there"), "secondary", icon="check", size="small")
            there.setAccessibleDescription(_("Lower the hand of {name}").format(name=name))
            there.clicked.connect(self.hand_lowered)
            parts.append(there)
        parts += help_parts(
            self._help,
            name,
            ask=self.help_asked.emit,
            more=self.helpers_requested.emit,
            end=self.helping_ended.emit,
        )
        if self._row.mark is None:
            present = Button(_("Mark present"), "primary", icon="user-check", size="small")
            present.setAccessibleDescription(_("{name} has no mark yet").format(name=name))
            present.clicked.connect(self.marked_present)
            parts.append(present)
        return flow(*parts, at_end=is_roomy())


def _how_far(row: BoardRow) -> tuple[int, int]:
    return (row.page, row.pages + 1) if row.pages else (row.goals_met, max(1, row.goals))


def _lines(parent: QWidget | None = None) -> QVBoxLayout:
    lines = QVBoxLayout(parent) if parent else QVBoxLayout()
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(current().space(2))
    return lines


def _seen(row: BoardRow) -> tuple[object, ...]:
    """What of a row can be read on the screen: a second more of quiet cannot."""
    minutes = (row.seconds_still or 0) // 60 if row.need == "still" else 0
    return (
        row.person, row.sitting, row.mark, row.lesson, row.page, row.pages, row.passed, row.need,
        row.goals_met, minutes,
    )  # fmt: skip
