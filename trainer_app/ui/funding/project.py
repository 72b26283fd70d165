"""One project: what it is, how far it came, and what it leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.funding.participation import sums_of
from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import listed, number
from trainer_app.services.courses import Courses
from trainer_app.services.funding.participating import Participating, Roll
from trainer_app.services.funding.projects import Projects
from trainer_app.services.reporting import Scope
from trainer_app.ui.funding.project_links import Link, links
from trainer_app.ui.funding.project_words import facts, figure
from trainer_app.ui.heading import Heading, clear, is_roomy, margins
from trainer_app.ui.page import Page
from trainer_app.ui.same_place import same_place
from trainer_app.ui.widgets import (
    Button,
    Card,
    Cell,
    Column,
    FlowGrid,
    Notice,
    Row,
    Scroller,
    StatCard,
    Table,
    Text,
)

_SEPARATOR = " · "


class ProjectPage(Page):
    """Facts and figures of a project, and below them the cards of `project_links`.

    Signals: `opened(str)` with the key of a card, `details_requested`, `course_opened(str)`,
    `back_requested`.
    """

    guide = "projects"

    opened = Signal(str)
    details_requested = Signal()
    course_opened = Signal(str)
    back_requested = Signal()

    def __init__(
        self, projects: Projects, participating: Participating, courses: Courses, project_id: str
    ) -> None:
        super().__init__()
        self._projects, self._participating, self._courses = projects, participating, courses
        self._id = project_id
        self._whole = QVBoxLayout(self)
        margins(self._whole)
        self._show()

    def news(self, changed: frozenset[str]) -> None:
        if changed & {"projects", "courses", "sessions", "people", "attendance", "work"}:
            with same_place(self):
                self._show()

    def _show(self) -> None:
        clear(self._whole)
        project = self._projects.project(self._id)
        roll = self._participating.roll(Scope(project=project.id))
        courses = self._projects.courses(project.id)
        self.title = project.name
        change = Button(_("Change details"), icon="pencil")
        change.clicked.connect(self.details_requested)
        words = _SEPARATOR.join(isolate(fact) for fact in facts(project))
        heading = Heading(project.name, words, [change], back=_("All projects"))
        heading.back_requested.connect(self.back_requested)
        scroller = Scroller()
        if is_roomy():
            self._whole.addWidget(heading)
        else:
            scroller.add(heading)
        scroller.add(_figures(project, roll))
        if roll.below:
            scroller.add(Text(_below_words(len(roll.below)), "small", colour="muted"))
        shared = [id for id, others in courses.items() if others]
        if shared:
            scroller.add(Notice(self._shared_words(shared), "warn", icon="split"))
        scroller.add(self._links())
        scroller.add(self._courses_card(courses))
        self._whole.addWidget(scroller, 1)

    def _shared_words(self, shared: Sequence[str]) -> str:
        titles = listed([isolate(self._courses.course(id).title) for id in shared])
        words = ngettext(
            "This course belongs to another project too: {courses}. Its hours may be claimed for "
            "one of them only.",
            "These courses belong to other projects too: {courses}. Their hours may be claimed "
            "for one of them only.",
            len(shared),
        )
        return words.format(courses=titles)

    def _links(self) -> QWidget:
        grid = FlowGrid(240, 12, most=4)
        grid.add(*(self._card(link) for link in links()))
        return grid

    def _card(self, link: Link) -> Card:
        button = Button(link.title, "secondary", icon=link.icon, size="small")
        button.setAccessibleDescription(link.words)
        button.clicked.connect(lambda: self.opened.emit(link.key))
        card = Card(button, Text(link.words, "small", colour="muted"), pad=14)
        card.body.addStretch(1)
        return card

    def _courses_card(self, courses: Mapping[str, tuple[Project, ...]]) -> Card:
        card = Card(Text(_("Courses"), "title", "bold"))
        if not courses:
            words = _("No course belongs to this project yet. A course chooses it in its details.")
            card.add(Text(words, "body", colour="muted"))
            return card
        columns = [Column("title", _("Course"), stretch=2)]
        if any(courses.values()):
            columns.append(Column("others", _("Also belongs to"), stretch=2))
        rows = [
            Row(
                id,
                (
                    Cell(self._courses.course(id).title, strong=True),
                    Cell(listed([isolate(one.name) for one in others]) if others else ""),
                )[: len(columns)],
            )
            for id, others in courses.items()
        ]
        self.table = Table(columns, rows, _("Courses"), full=True)
        self.table.chosen.connect(lambda course, _column: self.course_opened.emit(course))
        card.add(self.table)
        return card


def _figures(project: Project, roll: Roll) -> FlowGrid:
    """What was reached, beside what is wanted."""
    signs = {
        "people": ("users", _("people who came")),
        "attendances": ("calendar-check", _("attendances")),
        "hours": ("clock", _("participant-hours")),
        "completed": ("award", _("people who completed a course")),
    }
    cards = []
    sums = sums_of(roll.participations)
    for key, (icon, words) in signs.items():
        value = getattr(sums, key)
        target = project.targets.get(key)
        if key == "completed" and not target:
            continue
        if target:
            words = _("{what}, target {target}").format(what=words, target=number(target))
        met = target is not None and value >= target
        cards.append(StatCard(icon, figure(value), words, "ok" if met else "primary"))
    grid = FlowGrid(240, 12, most=len(cards))
    grid.add(*cards)
    return grid


def _below_words(people: int) -> str:
    words = ngettext(
        "{count} person was there for less than the project asks, and is in none of the figures.",
        "{count} people were there for less than the project asks, and are in none of the figures.",
        people,
    )
    return words.format(count=number(people))
