"""How far a group is: its people, its lessons, and where each one is with each."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.abilities import lessons_of_group, passed_of, state_of
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.sittings import State
from trainer_app.i18n import _, isolate, pgettext
from trainer_app.i18n.formats import number
from trainer_app.i18n.ordering import name_key
from trainer_app.services.courses import Courses
from trainer_app.services.reviewing import Reviewing, Standing
from trainer_app.ui.heading import Heading, flow, is_roomy, margins
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Page
from trainer_app.ui.progress_words import remembered_words, state_look
from trainer_app.ui.widgets import Cell, Chip, Column, EmptyState, Row, Scroller, Table, Text
from trainer_app.ui.workshop.board_words import lesson_title

TOGETHER = ""
"""The key of the row that sums up."""
_STATES: tuple[State, ...] = ("passed", "practised", "begun", "new")
_WORDS_UP_TO = 4
_SHOWS = frozenset({"work", "sittings", "people", "courses", "sessions"})


class GroupProgressPage(Page):
    """Learners by lessons of one course, with sums; words where there is room, else letters.

    Signals: `person_opened(str)`, `lesson_opened(str)` (who has not done it yet),
    `back_requested`.
    """

    guide = "courses"

    person_opened = Signal(str)
    lesson_opened = Signal(str)
    back_requested = Signal()

    shows_names = True

    def __init__(
        self, reviewing: Reviewing, courses: Courses, lessons: LessonLibrary, course_id: str
    ) -> None:
        super().__init__()
        self._reviewing, self._courses, self._library = reviewing, courses, lessons
        self._id = course_id
        self.title = _("How far everyone is")
        self.table: Table | None = None
        whole = QVBoxLayout(self)
        margins(whole)
        self._heading = Heading(self.title, "", back=courses.course(course_id).title)
        self._heading.back_requested.connect(self.back_requested)
        # Where there is room the headings of the table stay in sight, else the whole page scrolls.
        self._full = not is_roomy()
        self._room = whole
        self._middle: QWidget | None = None
        self._shown: list[Lesson] = []
        if self._full:
            inside = QWidget()
            inside.setProperty("ground", "none")
            self._room = QVBoxLayout(inside)
            self._room.setContentsMargins(0, 0, 0, 0)
            whole.addWidget(Scroller(inside), 1)
        self._room.addWidget(self._heading)
        self._show()

    def news(self, changed: frozenset[str]) -> None:
        if changed & _SHOWS:
            self._show()

    def _show(self) -> None:
        group = self._reviewing.course(self._id)
        lessons = group_lessons(self._courses, self._library, self._id, group)
        self._heading.set_words(self.title, _sums(group))
        if group and lessons and self.table is not None and self._shown == lessons:
            self.table.set_rows(self._rows(group, lessons))
            return
        if self._middle is not None:
            self._middle.hide()
            self._middle.deleteLater()
        self._shown = lessons
        self._middle = self._filled(group, lessons) if group and lessons else _nothing_yet()
        self._room.addWidget(self._middle, 1)

    def _filled(self, group: list[Standing], lessons: list[Lesson]) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_legend(words=len(lessons) <= _WORDS_UP_TO))
        rows = self._rows(group, lessons)
        self.table = Table(
            self._columns(group, lessons), rows, self.title, full=self._full, keeps_first=True
        )
        self.table.chosen.connect(self._chosen)
        column.addWidget(self.table, 1)
        hint = _("Press a name to see the person, or a sum to see who has not done the lesson yet.")
        column.addWidget(Text(hint, "small", colour="muted"))
        return inside

    # The table
    def _columns(self, group: list[Standing], lessons: list[Lesson]) -> list[Column]:
        columns = [Column("", _("Name"), stretch=1, sortable=False)]
        columns += [
            Column(one.id, lesson_title(self._library, one.id), sortable=False) for one in lessons
        ]
        columns.append(Column("done", _("Done"), sortable=False))
        if _anybody_recalled(group):
            columns.append(Column("recall", pgettext("questions", "Recalled"), sortable=False))
        if _anybody_placed(group):
            columns.append(Column("start", pgettext("a lesson", "Could start"), sortable=False))
        return columns

    def _rows(self, group: list[Standing], lessons: list[Lesson]) -> list[Row]:
        ordered = sorted(
            group, key=lambda one: (not one.person.name, name_key(person_label(one.person)))
        )
        return [self._together(group, lessons), *(self._row(o, group, lessons) for o in ordered)]

    def _together(self, group: list[Standing], lessons: list[Lesson]) -> Row:
        by_person = [one.progress for one in group]
        cells = [Cell(_("Together"), strong=True)]
        for lesson in lessons:
            done, of = passed_of(lesson.id, by_person)
            cells.append(self._sum(isolate(lesson_title(self._library, lesson.id)), done, of))
        cells.append(Cell(""))
        if _anybody_recalled(group):
            right, of = (sum(one.remembered for one in group), sum(one.recalled for one in group))
            cells.append(Cell(_of(right, of), strong=True, said=remembered_words(right, of)))
        if _anybody_placed(group):
            cells.append(Cell(""))
        return Row(TOGETHER, tuple(cells))

    @staticmethod
    def _sum(title: str, done: int, of: int) -> Cell:
        said = _("{what}: {done} of {total} passed")
        said = said.format(what=title, done=number(done), total=number(of))
        return Cell(_of(done, of), strong=True, said=said)

    def _row(self, one: Standing, group: list[Standing], lessons: list[Lesson]) -> Row:
        name = person_label(one.person)
        cells = [Cell(name, face=one.person.face)]
        for lesson in lessons:
            look = state_look(state_of(one.progress.get(lesson.id)))
            title = lesson_title(self._library, lesson.id)
            said = _("{name}, {lesson}: {state}").format(
                name=name, lesson=isolate(title), state=look.word
            )
            shown = look.word if len(lessons) <= _WORDS_UP_TO else look.letter
            cells.append(Cell(shown, icon=look.icon, tone=look.tone, said=said))
        done = sum(state_of(one.progress.get(lesson.id)) == "passed" for lesson in lessons)
        cells.append(self._sum(name, done, len(lessons)))
        if _anybody_recalled(group):
            said = remembered_words(one.remembered, one.recalled)
            cells.append(Cell(_of(one.remembered, one.recalled) if said else "", said=said))
        if _anybody_placed(group):
            cells.append(self._start(one))
        return Row(one.person.id, tuple(cells))

    def _start(self, one: Standing) -> Cell:
        found = {lesson.id: lesson for lesson in self._library.lessons}.get(one.start or "")
        if found is None:
            return Cell("")
        title = lesson_title(self._library, found.id)
        words = _("Could start with “{title}”").format(title=isolate(title))
        return Cell(_("No. {number}").format(number=number(found.number)), said=words)

    def _chosen(self, person_id: str, column: str) -> None:
        if person_id != TOGETHER:
            self.person_opened.emit(person_id)
        elif column in {lesson.id for lesson in self._library.lessons}:
            self.lesson_opened.emit(column)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._take_keyboard)

    def _take_keyboard(self) -> None:
        if self.table is not None:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.selectRow(0)


def group_lessons(
    courses: Courses, library: LessonLibrary, course_id: str, group: list[Standing]
) -> list[Lesson]:
    """The lessons that a course plans, in all or for its sessions; else those that were begun."""
    planned = [*courses.course(course_id).lessons]
    for session in courses.sessions(course_id):
        planned += () if session.cancelled else session.lessons
    return lessons_of_group(library.lessons, planned, [one.progress for one in group])


def _sums(group: list[Standing]) -> str:
    right, of = sum(one.remembered for one in group), sum(one.recalled for one in group)
    people = _("{count} people").format(count=number(len(group)))
    return " · ".join(words for words in (people, remembered_words(right, of)) if words)


def _of(part: int, whole: int) -> str:
    # What is read of it in words stands in the cell too; more would not fit eight times.
    return _("{part}/{whole}").format(part=number(part), whole=number(whole))


def _anybody_recalled(group: list[Standing]) -> bool:
    return any(one.recalled for one in group)


def _anybody_placed(group: list[Standing]) -> bool:
    return any(one.start is not None for one in group)


def _legend(*, words: bool) -> QWidget:
    looks = [state_look(state) for state in _STATES]
    return flow(
        *(
            Chip(look.word if words else f"{look.letter} = {look.word}", look.tone, icon=look.icon)
            for look in looks
        )
    )


def _nothing_yet() -> QWidget:
    return EmptyState(
        places.assets() / "scenes" / "empty-people.svg",
        _("Empty chairs that wait for people."),
        _("Put people and lessons into the course. What they do then stands here."),
        title=_("Nobody has begun a lesson yet"),
    )
