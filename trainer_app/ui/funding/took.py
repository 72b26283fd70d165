"""What a project took: hours by person, costs and partners, and what an hour cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import duration, listed, money
from trainer_app.services.funding.projects import Projects
from trainer_app.services.funding.spending import WHOLE, Spending, Took
from trainer_app.ui.funding.took_form import undo_notice
from trainer_app.ui.funding.took_lists import TookLists
from trainer_app.ui.heading import Heading, clear, margins
from trainer_app.ui.page import Now, Page
from trainer_app.ui.period_fields import PeriodFields
from trainer_app.ui.scope_fields import fields_card
from trainer_app.ui.theme import Tone, current
from trainer_app.ui.widgets import (
    Button,
    FlowGrid,
    Notice,
    Scroller,
    SegmentField,
    StatCard,
)


@dataclass(frozen=True, slots=True)
class TookView:
    """What somebody looks at: which table, between which days (both included, None for any)."""

    part: str = "hours"
    since: date | None = None
    until: date | None = None


class TookPage(Page):
    """Three figures of cost, and below them one of three tables.

    Signals: those of `TookLists`; `paper_requested` for the project on one page, and
    `back_requested`.
    """

    guide = "projects"

    person_opened = Signal(str)
    hours_requested = Signal()
    sheets_requested = Signal()
    cost_opened = Signal(str)
    partner_opened = Signal(str)
    paper_requested = Signal()
    back_requested = Signal()

    shows_names = True

    def __init__(
        self, spending: Spending, projects: Projects, project_id: str, view: TookView, *, now: Now
    ) -> None:
        super().__init__()
        self.title = _("What it took")
        self._spending, self._projects, self._project = spending, projects, project_id
        self._undo: Callable[[], object] | None = None
        self._make_fields(view, now)
        self._lists = TookLists()
        for signal, told in (
            (self._lists.person_opened, self.person_opened),
            (self._lists.hours_requested, self.hours_requested),
            (self._lists.sheets_requested, self.sheets_requested),
            (self._lists.cost_opened, self.cost_opened),
            (self._lists.partner_opened, self.partner_opened),
        ):
            signal.connect(told)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        margins(column)
        column.addWidget(self._heading())
        column.addWidget(self._figures())
        self._notices = QVBoxLayout()
        self._notices.setSpacing(current().space(8))
        column.addLayout(self._notices)
        column.addWidget(fields_card(*self.period.fields()))
        column.addWidget(self.part)
        column.addWidget(self._lists)
        column.addStretch(1)
        whole.addWidget(Scroller(page))
        self.period.show_days(view.since, view.until)
        self._read()

    def view(self) -> TookView:
        """What is chosen."""
        return TookView(self.part.value() or "hours", *self.period.days())

    def offer_undo(self, undo: Callable[[], object]) -> None:
        """Something was just taken off: offer to put it back."""
        self._undo = undo
        self._read()

    def _put_back(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()
        self._read()

    def news(self, changed: frozenset[str]) -> None:
        if changed & {"projects", "sessions", "attendance", "people", "courses"}:
            self._read()

    def remember(self) -> TookView:
        return self.view()

    def recall(self, memory: TookView) -> None:
        self.part.set_value(memory.part)
        self.period.show_days(memory.since, memory.until)
        self._read()

    def _make_fields(self, view: TookView, now: Now) -> None:
        self.period = PeriodFields(lambda: now().date(), self)
        self.part = SegmentField(
            _("What to show"),
            [
                ("hours", _("Hours"), "clock"),
                ("costs", _("Costs"), "coins"),
                ("partners", _("Partners"), "users-round"),
            ],
            view.part,
        )
        self.part.changed.connect(lambda part: self._lists.show_part(part, self._took))
        self.period.changed.connect(self._days_changed)

    def _heading(self) -> Heading:
        paper = Button(_("The project on one page"), icon="printer")
        paper.clicked.connect(self.paper_requested)
        name = self._projects.project(self._project).name
        heading = Heading(self.title, isolate(name), [paper], back=_("Back to the project"))
        heading.back_requested.connect(self.back_requested)
        return heading

    def _figures(self) -> FlowGrid:
        self._paid = StatCard("coins", "", _("paid"), "primary")
        self._given = StatCard("hand-helping", "", _("worth of hours without pay"), "primary")
        self._each = StatCard("clock", "", _("paid for one participant-hour"), "primary")
        figures = FlowGrid(240, 12, most=3)
        figures.add(self._paid, self._given, self._each)
        return figures

    def _days_changed(self) -> None:
        if self.period.makes_sense():
            self._read()

    def _read(self) -> None:
        view = self.view()
        # Much is read for this: another table is shown without reading again.
        took = self._took = self._spending.of(self._project, view.since, view.until)
        currency = took.project.currency
        self._paid.set_figure(money(took.cost_cents, currency))
        given = "–" if took.project.rate is None else money(took.in_kind_cents, currency)
        self._given.set_figure(given)
        each = took.cost_per_hour
        self._each.set_figure("–" if each is None else money(each, currency))
        clear(self._notices)
        if self._undo is not None:
            self._notices.addWidget(undo_notice(self._put_back))
        for words, tone in self._remarks(took):
            self._notices.addWidget(Notice(words, tone))
        self._lists.show_part(view.part, took)

    def _remarks(self, took: Took) -> list[tuple[str, Tone]]:
        """What stands under the figures, the most pressing first; each with its tone."""
        found: list[tuple[str, Tone]] = []
        if took.unsaid:
            words = _(
                "Of {hours} hours nobody has said whether they were paid. They have no worth until "
                "then. Choose the person and say it."
            )
            found.append((words.format(hours=duration(took.unsaid)), "warn"))
        if took.also:
            known = {one.id: one.name for one in self._projects.all()}
            names = listed([isolate(known.get(id, id)) for id in took.also])
            words = _(
                "Some of these hours belong to another project too: {names}. The same hours may "
                "not be claimed twice."
            )
            found.append((words.format(names=names), "warn"))
        if took.shared > WHOLE:
            words = _("Together the partners’ shares are more than 100 %.")
            found.append((words, "warn"))
        if took.project.rate is None and any(one.unpaid for one in took.people):
            words = _(
                "The project does not say yet what an hour without pay is worth. Write it in the "
                "project’s details."
            )
            found.append((words, "primary"))
        if took.in_kind_cents and took.cost_per_hour_all is not None:
            words = _(
                "With the hours without pay counted as if they were paid, one participant-hour "
                "comes to {amount}."
            )
            amount = money(took.cost_per_hour_all, took.project.currency)
            found.append((words.format(amount=amount), "plain"))
        return found
