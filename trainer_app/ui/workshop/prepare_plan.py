"""The evening in clock times, what to leave out where it is too full, and what if it runs late."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from trainer_app.domain.evening import Slot
from trainer_app.domain.evening_fitting import Saving
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import clock
from trainer_app.services.preparing import Tonight
from trainer_app.ui.heading import flow, is_roomy
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, CheckField, Chip, Notice, Text
from trainer_app.ui.workshop.path_words import minutes_said, title_of
from trainer_app.ui.workshop.prepare_words import (
    Titles,
    clock_time,
    length_words,
    saving_words,
    slot_words,
)


class EveningCard(Card):
    """The plan of a session. Signals: `short_chosen(str, bool)`: a lesson in short or whole;
    `course_requested`: to plan its lessons.
    """

    short_chosen = Signal(str, bool)
    course_requested = Signal()

    def __init__(self, tonight: Tonight, titles: Titles) -> None:
        super().__init__(pad=16)
        self._tonight, self._titles = tonight, titles
        self.shorts: dict[str, CheckField] = {}
        self.body.setSpacing(current().space(8))
        self.add(flow(Text(_("The plan"), "large", "bold"), self._length(), gap=12))
        if tonight.unknown:
            self.add(self._unknown())
        if not tonight.evening.lessons:
            self.add(self._empty())
            return
        if tonight.to_fit:
            self.add(self._advice())
        self.add(self._timeline())
        if tonight.if_late:
            self.add(Text(_("If time runs short"), "body", "bold", tight=True))
            for saving in tonight.if_late:
                words = saving_words(saving, titles)
                self.add(Text(words, "small", colour="muted", tight=True))

    def _length(self) -> Chip:
        words, good = length_words(self._tonight)
        return Chip(words, "ok" if good else "warn", icon="clock")

    def _unknown(self) -> Notice:
        names = "\n".join(title_of(one, self._titles) for one in self._tonight.unknown)
        return Notice(names, "warn")

    def _empty(self) -> QWidget:
        plan = Button(_("Plan the course"), icon="calendar")
        plan.clicked.connect(self.course_requested)
        words = _("No lesson is planned for this session yet.")
        return flow(Text(words, "body", colour="muted"), plan)

    def _advice(self) -> Notice:
        """What makes it fit; a lesson is taught in short with one press."""
        lines = [saving_words(one, self._titles) for one in self._tonight.to_fit]
        words = "\n".join([_("To make it fit:"), *lines])
        shorts = [one for one in self._tonight.to_fit if one.what == "short"]
        return Notice(words, "warn", icon="timer", button=self._all_short(shorts))

    def _all_short(self, shorts: Sequence[Saving]) -> Button | None:
        if not shorts:
            return None
        first = shorts[0].lesson
        button = Button(_("Teach it in short"), icon="timer", size="small")
        lesson = title_of(first, self._titles)
        button.setAccessibleName(_("Teach {lesson} in short").format(lesson=lesson))
        button.clicked.connect(lambda: self.short_chosen.emit(first, True))
        return button

    # The timeline
    def _timeline(self) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().space(12))
        grid.setVerticalSpacing(current().space(2))
        grid.setColumnStretch(1, 4)
        grid.setColumnStretch(2, 1)
        shown = ""
        for slot in self._tonight.evening.slots:
            if slot.kind == "part" and slot.lesson != shown:
                shown = slot.lesson
                row = grid.rowCount()
                grid.addWidget(self._lesson(shown), row, 0, 1, 3)
            self._slot(grid, slot)
        return whole

    def _lesson(self, lesson: str) -> QWidget:
        """A lesson's line, with whether it is taught in short."""
        one = next(each for each in self._tonight.evening.lessons if each.lesson == lesson)
        title = title_of(lesson, self._titles)
        if one.done:
            title = _("{lesson} (goes on)").format(lesson=title)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, current().space(6), 0, 0)
        row.addWidget(Text(title, "body", "bold", tight=True), 1)
        if not one.done and not one.goes_on:
            short = CheckField(_("Short form"), one.core)
            short.setAccessibleName(_("Short form of {lesson}").format(lesson=title))
            short.toggled.connect(lambda on: self.short_chosen.emit(lesson, on))
            self.shorts[lesson] = short
            row.addWidget(short, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _slot(self, grid: QGridLayout, slot: Slot) -> None:
        row = grid.rowCount()
        late = slot.end > self._tonight.evening.end
        at = Text(isolate(clock(clock_time(slot.start))), "body", "semibold", tight=True)
        words = Text(
            slot_words(slot, self._tonight.plans),
            "body",
            colour="ink" if slot.kind == "part" else "muted",
            tight=True,
        )
        minutes = minutes_said(slot.minutes)
        if late:
            minutes = _("{minutes}, after the end").format(minutes=minutes)
        said = Text(minutes, "body", colour="warn" if late else "muted", tight=True)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(at, row, 0, top)
        if is_roomy():
            grid.addWidget(words, row, 1)
            grid.addWidget(said, row, 2, top)
        else:
            grid.addWidget(words, row, 1, 1, 2)
            grid.addWidget(said, row + 1, 1, 1, 2)
