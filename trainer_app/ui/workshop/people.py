"""Everyone in the register, to search and to open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app import places
from trainer_app.domain.people import Person
from trainer_app.i18n import _, isolate, ngettext, own_name
from trainer_app.i18n.formats import listed, number
from trainer_app.services.courses import Courses
from trainer_app.services.enrolling import Enrolling
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, is_roomy, margins
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import (
    Button,
    Card,
    Cell,
    ChoiceField,
    Column,
    EmptyState,
    FlowGrid,
    Row,
    Scroller,
    SearchField,
    Table,
    Text,
)
from trainer_app.ui.workshop.people_search import matching

_EVERYONE = "everyone"


class PeoplePage(Page):
    """All people of the centre, or those of one course.

    Signals: `person_opened(str)`, `picture_cards_requested(list)` with the ids of the people
    in sight, `new_person_requested`, `settling_requested`, `due_requested`.
    """

    guide = "people"

    person_opened = Signal(str)
    picture_cards_requested = Signal(list)
    new_person_requested = Signal()
    settling_requested = Signal()
    due_requested = Signal()

    shows_names = True

    def __init__(
        self,
        enrolling: Enrolling,
        courses: Courses,
        bridge: Bridge,
        *,
        may_be_same: Callable[[], int] | None = None,
        due: Callable[[], int] | None = None,
    ) -> None:
        """`may_be_same` counts the pairs to ask about; it may take seconds. `due` counts the
        people whose term is over; without it there is no way to them."""
        super().__init__()
        self._may_be_same, self._due = may_be_same, due
        self.title = _("People")
        self._enrolling, self._courses, self._bridge = enrolling, courses, bridge
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        self._column = QVBoxLayout(page)
        margins(self._column)
        self._add_heading()
        self._add_filters()
        self._count = Text("", "body", colour="muted", tight=True)
        self._column.addWidget(self._count)
        self._table = Table(_columns(), [], _("People"), sort=("name", False), full=True)
        self._table.chosen.connect(lambda person, _column: self.person_opened.emit(person))
        self._card = Card(self._table, pad=8)
        self._column.addWidget(self._card)
        self._add_empty()
        self._keep = Button(_("Keep or erase"), "quiet", icon="hourglass", size="small")
        self._keep.clicked.connect(self.due_requested)
        if due is None:
            self._keep.hide()
        self._column.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(1)
        whole.addWidget(Scroller(page))
        self.news(frozenset({"people"}))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_heading(self) -> None:
        self._cards = Button(_("Print picture cards"), "secondary", icon="printer")
        self._cards.clicked.connect(
            lambda: self.picture_cards_requested.emit([person.id for person in self._shown])
        )
        new = Button(_("New person"), "primary", icon="user-plus")
        new.clicked.connect(self.new_person_requested)
        self._twice = Button(_("The same person twice?"), "secondary", icon="users")
        self._twice.clicked.connect(self.settling_requested)
        twice = [self._twice] if self._may_be_same else []
        self._column.addWidget(Heading(_("People"), actions=[*twice, self._cards, new]))

    def _add_filters(self) -> None:
        self._search = SearchField(
            _("Search by name or number"), hint=_("For example: Amina, or A12"), show_label=True
        )
        self._search.changed.connect(lambda _typed: self._show())
        self._search.entered.connect(self._open_only)
        self._course = ChoiceField(_("Course"), [(_EVERYONE, _("All people"))], _EVERYONE)
        self._course.changed.connect(lambda _course: self._read())
        filters = FlowGrid(280, 16, most=2)
        filters.add(self._search, self._course)
        self._column.addWidget(filters)

    def _add_empty(self) -> None:
        add = Button(_("Add the first person"), "primary", icon="user-plus")
        add.clicked.connect(self.new_person_requested)
        self._empty = EmptyState(
            places.assets() / "scenes" / "empty-people.svg",
            _("Outlines of three people and a plus sign"),
            _("Add people here, bring in a list on the page of a course, or let them choose "
              "“I am new” on the learners’ screen."),
            title=_("Nobody is in the register yet"),
            button=add,
        )  # fmt: skip
        self._column.addWidget(self._empty)

    # Reading
    def news(self, changed: frozenset[str]) -> None:
        """Read again when people or courses changed."""
        if not changed & {"people", "courses"}:
            return
        chosen = self._course.value() or _EVERYONE
        courses = [(course.id, course.title) for course in self._courses.all()]
        known = {_EVERYONE, *(id for id, _title in courses)}
        options = [(_EVERYONE, _("All people")), *courses]
        self._course.set_options(options, chosen if chosen in known else _EVERYONE)
        self._read()
        if self._may_be_same is not None:
            self._bridge.work(self._may_be_same, self._say_twice)

    def _say_twice(self, pairs: int) -> None:
        if isValid(self):  # the page may have been built anew meanwhile
            words = _("May be the same person ({count})").format(count=number(pairs))
            self._twice.set_word(words if pairs else _("The same person twice?"))

    def _read(self) -> None:
        due = self._due() if self._due is not None else 0
        counted = _("Keep or erase ({count})").format(count=number(due))
        self._keep.set_word(counted if due else _("Keep or erase"))
        course = self._course.value()
        self._people = self._enrolling.people(None if course == _EVERYONE else course)
        self._titles: dict[str, list[str]] = {}
        for one in self._courses.all():
            for person in self._enrolling.people(one.id):
                self._titles.setdefault(person.id, []).append(isolate(one.title))
        self._show()

    def _show(self) -> None:
        self._shown = matching(self._people, self._search.value())
        nobody = not self._people and self._course.value() == _EVERYONE
        self._table.set_rows([self._row(person) for person in self._shown])
        self._card.setVisible(bool(self._shown))
        self._cards.setEnabled(bool(self._shown))
        self._empty.setVisible(nobody)
        self._count.setVisible(not nobody)
        self._count.set_words(self._counted())

    def _counted(self) -> str:
        if not self._people:
            return _("Nobody is registered on this course yet.")
        if not self._shown:
            return _("Nobody fits what you typed.")
        many = len(self._shown)
        return ngettext("{count} person", "{count} people", many).format(count=number(many))

    def _row(self, person: Person) -> Row:
        hidden = "" if person.listed else _("Not on the learners’ list")
        cells = [
            Cell(person_label(person), face=person.face, strong=True, sort=person.label),
            Cell(person.number),
        ]
        if is_roomy():
            cells += [
                Cell(own_name(person.language) if person.language else ""),
                Cell(listed(self._titles.get(person.id, [])), muted=True),
                Cell(hidden, icon="eye-off" if hidden else None, tone="plain" if hidden else None),
            ]
        return Row(person.id, tuple(cells))

    def _open_only(self) -> None:
        if len(self._shown) == 1:
            self.person_opened.emit(self._shown[0].id)

    # What was typed
    def remember(self) -> Any:
        """The search and the course."""
        return self._search.value(), self._course.value()

    def recall(self, memory: Any) -> None:
        """Search for the same again."""
        typed, course = memory
        if course in {_EVERYONE, *(one.id for one in self._courses.all())}:
            self._course.set_value(course)
        cast("QLineEdit", self._search.control).setText(typed)
        self._read()


def _columns() -> list[Column]:
    columns = [Column("name", _("Name"), stretch=3), Column("number", _("Number"))]
    if is_roomy():
        columns += [
            Column("language", _("Language")),
            Column("courses", _("Courses"), stretch=2),
            Column("listed", _("On the list"), stretch=1),
        ]
    return columns
