"""Who completed a course or a lesson, and what each takes home: tick, print, save."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.courses import Course
from trainer_app.domain.funding.awards import Award, Candidate
from trainer_app.i18n import _, current, isolate, ngettext, pgettext
from trainer_app.i18n.formats import number, short_date
from trainer_app.services.funding.awarding import Awarding
from trainer_app.ui.award_words import badge_saying, completion_words, lesson_name
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, flow, is_roomy, margins
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import (
    Button,
    Card,
    Cell,
    ChoiceField,
    Column,
    Dialog,
    FlowGrid,
    Row,
    Scroller,
    Table,
    Text,
)

_WHOLE = ""
_GIVEN = "given"
_NEWS = {"awards", "attendance", "sessions", "courses", "people", "work", "projects"}


class AwardsPage(Page):
    """Certificates and badges of one of some courses; who completed is ticked to begin with.

    Signals: `print_requested(list)` and `save_requested(list)` with ids of awards, given by then;
    `check_requested` (look at a badge's file), `back_requested`.
    """

    guide = "files"

    print_requested = Signal(list)
    save_requested = Signal(list)
    check_requested = Signal()
    back_requested = Signal()

    shows_names = True

    def __init__(
        self,
        awarding: Awarding,
        courses: Sequence[Course],
        lessons: LessonLibrary,
        bridge: Bridge,
        *,
        back: str,
    ) -> None:
        super().__init__()
        self.title = _("Certificates and badges")
        self._awarding, self._lessons, self._bridge = awarding, lessons, bridge
        self._courses = {course.id: course for course in courses}
        self._course = next(iter(self._courses), "")
        self._lesson = _WHOLE
        self._chosen: set[str] = set()
        self._found: dict[str, Candidate] = {}
        self._taught: tuple[str, ...] = ()
        self._arrange(back)
        self._choose_course(self._course)

    # Building
    def _arrange(self, back: str) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        rows = QVBoxLayout(page)
        margins(rows)
        check = Button(_("Check a badge"), icon="shield-check")
        check.clicked.connect(self.check_requested)
        heading = Heading(self.title, self._under(), (check,), back=back)
        heading.back_requested.connect(self.back_requested)
        rows.addWidget(heading)
        rows.addWidget(self._card() if self._courses else self._no_course())
        rows.addStretch(1)
        whole.addWidget(Scroller(page))

    def _no_course(self) -> Card:
        words = _("No course belongs to this project yet. A course chooses it in its details.")
        return Card(Text(words, "body", colour="muted"))

    def _card(self) -> Card:
        self.course = ChoiceField(
            _("Course"), [(one.id, one.title) for one in self._courses.values()], self._course
        )
        self.course.changed.connect(self._choose_course)
        self.what = ChoiceField(_("For completing"), [])
        self.what.changed.connect(self._choose_what)
        self._count = Text("", colour="muted")
        self.printing = Button(_("Print certificates"), "primary", icon="printer")
        self.printing.clicked.connect(lambda: self._give(self.print_requested))
        self.saving = Button(_("Save badges"), icon="badge-check")
        self.saving.clicked.connect(lambda: self._give(self.save_requested))
        self.table = Table(_columns(), [], _("Who completed it"), full=True)
        self.table.chosen.connect(self._pressed)
        fields = FlowGrid(380, 16, most=2)
        if len(self._courses) > 1:
            fields.add(self.course)
        fields.add(self.what)
        words = _(
            "A certificate is a page to print. A badge is a signed file that anybody with this "
            "program can check. It holds no name."
        )
        return Card(
            fields,
            Text(words, "small", colour="muted"),
            flow(self.printing, self.saving),
            self._count,
            self.table,
        )

    def _under(self) -> str:
        """The course where there is no choice of one."""
        titles = [course.title for course in self._courses.values()]
        return isolate(titles[0]) if len(titles) == 1 else ""

    # Choosing
    def _choose_course(self, course_id: str) -> None:
        if not course_id:
            return
        self._course, self._lesson = course_id, _WHOLE
        self._taught = self._awarding.lessons_of(course_id)
        names = [
            (lesson, lesson_name(self._lessons, lesson, current().code)) for lesson in self._taught
        ]
        self.what.set_options([(_WHOLE, _("The whole course")), *names], _WHOLE)
        self._choose_what(_WHOLE)

    def _choose_what(self, lesson: str) -> None:
        self._lesson = lesson
        self._read()
        self._chosen = {id for id, one in self._found.items() if one.earned}
        self._show_rows()

    def _pressed(self, person: str, column: str) -> None:
        one = self._found[person]
        if column == _GIVEN and one.award is not None:
            self._ask_back(one.award)
        elif one.earned:
            self._chosen ^= {person}
            self._show_rows()

    # Reading
    def news(self, changed: frozenset[str]) -> None:
        """Read again; what is ticked stays ticked."""
        if changed & _NEWS and self._course:
            self._read()
            self._chosen &= {id for id, one in self._found.items() if one.earned}
            self._show_rows()

    def _read(self) -> None:
        found = self._awarding.candidates(self._course, self._lesson or None)
        self._found = {one.person.id: one for one in found}

    def _show_rows(self) -> None:
        of = len(self._taught)
        self.table.set_rows(
            [_row(one, of, one.person.id in self._chosen) for one in self._found.values()]
        )
        done = sum(one.earned for one in self._found.values())
        completed = ngettext(
            "{done} of {count} person completed it.",
            "{done} of {count} people completed it.",
            len(self._found),
        ).format(done=number(done), count=number(len(self._found)))
        ticked = ngettext("{count} is ticked.", "{count} are ticked.", len(self._chosen))
        meaning = completion_words(
            self._awarding.rules(self._course),
            bool(self._courses[self._course].lessons),
            bool(self._lesson),
        )
        ticked = ticked.format(count=number(len(self._chosen)))
        self._count.set_words(f"{meaning} {completed} {ticked}")
        for button in (self.printing, self.saving):
            button.setEnabled(bool(self._chosen))

    def remember(self) -> Any:
        """Which course and lesson, and who is ticked."""
        return self._course, self._lesson, sorted(self._chosen)

    def recall(self, memory: Any) -> None:
        """Put that back."""
        course, lesson, chosen = memory
        if course in self._courses:
            self.course.set_value(course)
            self._choose_course(course)
            if lesson in self._taught:
                self.what.set_value(lesson)
                self._choose_what(lesson)
            self._chosen = {id for id in chosen if id in self._found and self._found[id].earned}
            self._show_rows()

    # Giving
    def _give(self, then: Any) -> None:
        """Give what is not given yet, then print it or save it."""
        people = [id for id in self._found if id in self._chosen]
        course, lesson = self._courses[self._course], self._lesson or None
        saying = badge_saying(self._lessons, course.title, lesson)
        given = self._bridge.run(
            lambda: self._awarding.give(course.id, lesson, people, saying), "awards"
        )
        if given:
            then.emit([award.id for award in given])

    def _ask_back(self, award: Award) -> None:
        person = person_label(self._found[award.person].person)
        take = Button(pgettext("award", "Take it back"), "danger", icon="undo-2")
        dialog = Dialog(
            self.window(),
            _("Take back what {name} got?").format(name=person),
            _(
                "This centre’s list then says that it was taken back. A paper or a file that "
                "somebody has already stays as it is: elsewhere it still looks valid."
            ),
            [("", Button(_("Cancel"), "secondary")), ("take", take)],
            escape="",
        )
        dialog.answered.connect(lambda answer: self._take_back(award) if answer else None)
        dialog.open()

    def _take_back(self, award: Award) -> None:
        def act() -> bool:
            self._awarding.revoke(award.id)
            return True

        self._bridge.run(act, "awards")


def _columns() -> list[Column]:
    """In very large letters without the figures, which the course's other pages show too."""
    figures = [
        Column("hours", _("Hours"), "end"),
        Column("lessons", _("Lessons passed"), "end"),
    ]
    return [
        Column("tick", _("Take home"), sortable=False),
        Column("name", _("Name"), stretch=1),
        *(figures if is_roomy() else ()),
        Column(_GIVEN, _("Given"), sortable=False),
    ]


def _row(one: Candidate, of: int, ticked: bool) -> Row:
    person = one.person
    lessons = _("{count} of {of}").format(count=number(len(one.passed)), of=number(of))
    figures = (
        Cell(number(one.hours, 2), sort=float(one.hours)),
        Cell(lessons, sort=len(one.passed)),
    )
    given = Cell("–", muted=True, said=_("not given yet"))
    if one.award is not None:
        given = Cell(short_date(one.award.on), icon="undo-2", said=_said(one.award))
    return Row(
        person.id,
        (
            _tick(one, ticked),
            Cell(person_label(person), face=person.face, strong=True),
            *(figures if is_roomy() else ()),
            given,
        ),
    )


def _said(award: Award) -> str:
    return _("given on {day}, press to take it back").format(day=short_date(award.on))


def _tick(one: Candidate, ticked: bool) -> Cell:
    if not one.earned:
        return Cell(_("Not yet"), muted=True)
    if ticked:
        return Cell(_("Ticked"), icon="circle-check", tone="ok")
    return Cell(_("Not ticked"), icon="circle")
