"""Who came, who stayed and what they can do: figures of a project, a course, a place, some days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.funding.breakdowns import AGE_BANDS, AgeBands, age_bands
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import figures, number
from trainer_app.services.courses import Courses
from trainer_app.services.exporting import Exporting
from trainer_app.services.funding.figures import Figures
from trainer_app.services.funding.projects import Projects
from trainer_app.services.reporting import Reporting, Scope
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, margins
from trainer_app.ui.page import Page
from trainer_app.ui.reports.rows_section import RowsSection
from trainer_app.ui.reports.sections import Section, cards, section_names
from trainer_app.ui.scope_fields import ScopeFields
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    ChoiceField,
    EmptyState,
    FlowGrid,
    Scroller,
    SegmentField,
    StatCard,
    Text,
)
from trainer_app.ui.widgets.chart_card import ChartCard

ChooseFile = Callable[[str], Path | None]

_READ = frozenset({"people", "courses", "sessions", "attendance", "headcount", "projects"})


class ReportsPage(Page):
    """Chooses a scope, and shows its figures in parts, as charts or as tables.

    `choose_file` asks where to save, given a suggested name. Signals: `exported(object)` with
    the list of files written, `projects_requested`, `files_requested`.
    """

    guide = "reports"

    exported = Signal(object)
    projects_requested = Signal()
    files_requested = Signal()

    shows_names = True

    def __init__(
        self,
        reporting: Reporting,
        courses: Courses,
        exporting: Exporting,
        bridge: Bridge,
        choose_file: ChooseFile,
        scope: Scope | None = None,
        *,
        figures: Figures,
        projects: Projects,
        lessons: LessonLibrary,
    ) -> None:
        super().__init__()
        self.title = _("Reports")
        self._reporting, self._figures, self._lessons = reporting, figures, lessons
        start = scope or Scope()
        # Who comes from a session wants its rows.
        self._section: Section = "rows" if start.session else "overview"
        self._as_table = False
        self._bands: AgeBands = "esf"
        self._shown = figures.of(start, self._bands)
        self._scope = ScopeFields(
            courses,
            projects,
            start,
            lambda: self._shown.made.date(),
            places=reporting.places,
            sessions=True,
        )
        self._scope.changed.connect(lambda _scope: self._read())
        self._rows = RowsSection(courses, exporting, bridge, choose_file)
        self._rows.exported.connect(self.exported)
        self._build()
        self._show()

    # Building
    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        margins(column)
        projects = Button(_("Projects"), icon="coins")
        projects.clicked.connect(self.projects_requested)
        self._switch = Button("", "secondary", icon="list")
        self._switch.clicked.connect(self._turn)
        files = Button(_("Files for funders"), icon="file-down")
        files.clicked.connect(self.files_requested)
        column.addWidget(Heading(_("Reports"), "", [self._switch, files, projects]))
        column.addWidget(self._scope)
        self._people = StatCard("users", "", _("people who came"), "primary")
        self._times = StatCard("calendar-check", "", _("attendances"), "primary")
        self._hours = StatCard("clock", "", _("participant-hours"), "primary")
        three = FlowGrid(260, 12, most=3)
        three.add(self._people, self._times, self._hours)
        column.addWidget(three)
        self._meaning = Text("", "small", colour="muted", tight=True)
        column.addWidget(self._meaning)
        self._parts = self._build_parts()
        column.addWidget(self._parts)
        self._empty = EmptyState(
            places.assets() / "scenes" / "empty-sessions.svg",
            _("An empty calendar"),
            _("Mark who is there in a session, or choose another course or other days."),
            title=_("No attendance here yet"),
        )
        column.addWidget(self._empty, 1)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(current().space(16))
        column.addLayout(self._cards)
        column.addWidget(self._rows)
        column.addStretch(1)
        whole.addWidget(Scroller(page))

    def _build_parts(self) -> QWidget:
        self._sections = SegmentField(_("Part of the report"), section_names(), self._section)
        self._sections.changed.connect(self._section_chosen)
        self._ages = ChoiceField(_("Groups of age"), _age_groups(), self._bands)
        self._ages.changed.connect(self._bands_chosen)
        whole = QWidget()
        whole.setProperty("ground", "none")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(12))
        column.addWidget(self._sections)
        self._ages.setMaximumWidth(current().px(360))
        column.addWidget(self._ages)
        return whole

    # Reading
    def _read(self) -> None:
        self._shown = self._figures.of(self._scope.scope(), self._bands)
        self._show()

    def _show(self) -> None:
        report = self._shown
        self._people.set_figure(number(report.sums.people))
        self._times.set_figure(number(report.sums.attendances))
        self._hours.set_figure(number(report.sums.hours, 2))
        self._meaning.set_words(_meaning(report.headcount))
        there = bool(report.roll.rows)
        self._empty.setVisible(not there)
        self._parts.setVisible(there)
        self._show_section(there)

    def _show_section(self, there: bool) -> None:
        clear(self._cards)
        in_rows = self._section == "rows"
        self._rows.setVisible(there and in_rows)
        self._switch.setVisible(there and not in_rows)
        self._ages.setVisible(there and self._section == "who")
        if there and in_rows:
            rows = self._reporting.attendance(self._scope.scope())
            self._rows.show_report(rows, self._shown.sums.hours)
        elif there:
            grid = FlowGrid(420, 16, most=1 if self._as_table else 2)
            grid.add(*cards(self._section, self._shown, self._lessons))
            self._cards.addWidget(grid)
            self._show_as(grid)

    def _show_as(self, grid: FlowGrid) -> None:
        for card in grid.tiles():
            if isinstance(card, ChartCard):
                card.show_table(self._as_table)
        if self._as_table:
            self._switch.set_word(_("Show charts"), "chart-column")
        else:
            self._switch.set_word(_("Show tables"), "list")

    def news(self, changed: frozenset[str]) -> None:
        """Read again what the figures are made of."""
        if changed & {"courses", "sessions", "projects"}:
            self._scope.read()
        # Work comes with every answer of everybody, so only who looks at it reads it again.
        learnt = {"work", "helpings", "experiments"} if self._section == "learnt" else set()
        if changed & (_READ | learnt):
            self._read()

    # What a person chooses
    def _section_chosen(self, key: str) -> None:
        self._section = cast("Section", key)
        self._show_section(True)

    def _turn(self) -> None:
        self._as_table = not self._as_table
        self._show_section(True)

    def _bands_chosen(self, key: str) -> None:
        self._bands = cast("AgeBands", key)
        self._read()

    def remember(self) -> Any:
        """The scope, the part, and how it is shown."""
        return (self._scope.scope(), self._section, self._as_table, self._bands)

    def recall(self, memory: Any) -> None:
        """Choose the same again."""
        scope, self._section, self._as_table, self._bands = memory
        self._scope.show_scope(scope)
        self._sections.set_value(self._section)
        self._ages.set_value(self._bands)
        self._read()


def _meaning(nameless: int) -> str:
    """What the three figures count, and what not."""
    words = _(
        "Only registered participants count. One person who came three times is one person and "
        "three attendances. Sessions that have not ended have no hours yet."
    )
    if not nameless:
        return words
    apart = ngettext(
        "{count} person gave no name. This is counted apart, in none of the figures above.",
        "{count} people gave no name. They are counted apart, in none of the figures above.",
        nameless,
    )
    return f"{words} {apart.format(count=number(nameless))}"


def _age_groups() -> list[tuple[str, str]]:
    ten = AGE_BANDS["ten"]
    return [
        ("esf", _in_short(AGE_BANDS["esf"])),
        ("sixty", _in_short(AGE_BANDS["sixty"])),
        ("ten", _("{count} groups").format(count=number(len(ten) + 1))),
    ]


def _in_short(starts: Sequence[int]) -> str:
    """Bands of age in figures, which every language reads: 0–17 · 18–60 · 61+."""
    bands = (key.replace("-", "–") for key, _least in age_bands(starts))
    return isolate(figures(" · ".join(bands)))
