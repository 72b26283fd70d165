"""What the indicators of a project come to by now: one table for each of its sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.domain.funding.indicators import Figure, SetFigures, in_language
from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import _, current, isolate, ngettext
from trainer_app.i18n.formats import listed, number
from trainer_app.services.funding.indicators import Indicators
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.services.reporting import Scope
from trainer_app.ui.funding_words import gender_groups
from trainer_app.ui.heading import Heading, clear, flow, is_roomy, margins
from trainer_app.ui.page import Page
from trainer_app.ui.same_place import same_place
from trainer_app.ui.widgets import (
    Button,
    Card,
    Cell,
    Column,
    EmptyState,
    Notice,
    Row,
    Scroller,
    Table,
    Text,
)


class CountedPage(Page):
    """The figures of a project's sets, from its first day until today.

    Signals: `set_opened(str)` and `targets_requested(str)` with a set's name, `asking_requested`,
    `details_requested`, `back_requested`.
    """

    guide = "projects"

    set_opened = Signal(str)
    targets_requested = Signal(str)
    asking_requested = Signal()
    details_requested = Signal()
    back_requested = Signal()

    def __init__(
        self,
        projects: Projects,
        participating: Participating,
        indicators: Indicators,
        project_id: str,
    ) -> None:
        super().__init__()
        self._projects, self._participating = projects, participating
        self._indicators, self._id = indicators, project_id
        self.title = _("Indicators")
        self._whole = QVBoxLayout(self)
        margins(self._whole)
        self._show()

    def news(self, changed: frozenset[str]) -> None:
        if changed & {"projects", "courses", "sessions", "people", "attendance", "answers"}:
            with same_place(self):
                self._show()

    def _show(self) -> None:
        clear(self._whole)
        self.tables: dict[str, Table] = {}
        project = self._projects.project(self._id)
        heading = Heading(
            self.title, _("From the first day of the project until today"), back=project.name
        )
        heading.back_requested.connect(self.back_requested)
        scroller = Scroller()
        if is_roomy() or not project.sets:
            self._whole.addWidget(heading)
        else:
            scroller.add(heading)
        if not project.sets:
            self._whole.addWidget(Scroller(self._no_set_yet()), 1)
            return
        for part in self._parts(project):
            scroller.add(part)
        self._whole.addWidget(scroller, 1)

    def _no_set_yet(self) -> EmptyState:
        choose = Button(_("Choose in the details"), "primary", icon="pencil")
        choose.clicked.connect(self.details_requested)
        return EmptyState(
            places.assets() / "scenes" / "empty-papers.svg",
            "",
            _("A project chooses which indicator sets it counts by. This one has none yet."),
            title=_("No indicator set yet"),
            button=choose,
        )

    def _parts(self, project: Project) -> Iterator[QWidget]:
        if missing := self._indicators.missing(project):
            words = _(
                "These sets are not on this laptop: {sets}. Add them from their files, under "
                "“Indicator sets”."
            ).format(sets=listed([isolate(name) for name in missing]))
            yield Notice(words, "warn", icon="circle-alert")
        roll = self._participating.roll(Scope(project=project.id))
        for one in self._indicators.of_project(project):
            yield self._card(self._indicators.figures(roll, one.name), project.targets)

    def _card(self, found: SetFigures, targets: Mapping[str, int]) -> Card:
        set = found.set
        read = Button(_("What is counted and asked"), icon="book-open")
        read.clicked.connect(lambda: self.set_opened.emit(set.name))
        title = isolate(in_language(set.words, current().code))
        card = Card(Text(title, "title", "bold"), pad=16)
        for notice in self._notices(found):
            card.add(notice)
        aims = {
            key.removeprefix(f"{set.name}/"): target
            for key, target in targets.items()
            if key.startswith(f"{set.name}/")
        }
        columns = _columns(found.figures, bool(aims))
        rows = [_row(found, figure, aims, columns) for figure in found.figures]
        table = Table(columns, rows, title, full=True)
        self.tables[set.name] = table
        card.add(table)
        card.add(Text(_below(found), "small", colour="muted"))
        aim = Button(_("Targets"), icon="target")
        aim.clicked.connect(lambda: self.targets_requested.emit(set.name))
        card.add(flow(read, aim))
        return card

    def _notices(self, found: SetFigures) -> Iterator[QWidget]:
        if found.incomplete:
            ask = Button(_("People and questions"), "secondary", icon="message-circle")
            ask.clicked.connect(self.asking_requested)
            many = len(found.incomplete)
            words = ngettext(
                "{count} person is incomplete, and counted in none of these figures.",
                "{count} people are incomplete, and counted in none of these figures.",
                many,
            )
            yield Notice(words.format(count=number(many)), "warn", icon="user-search", button=ask)
        sealed = max((figure.sealed for figure in found.figures), default=0)
        if sealed:
            words = _("Some answers are locked away. Only a trainer of the centre can open them.")
            yield Notice(words, "plain", icon="lock")


def _below(found: SetFigures) -> str:
    """How many are complete, who is left of the erased, and how estimates are made."""
    said = [
        ngettext(
            "{count} person with complete data.", "{count} people with complete data.",
            found.counted,
        ).format(count=number(found.counted))
    ]  # fmt: skip
    if found.erased:
        words = ngettext(
            "{count} erased person cannot be broken down.",
            "{count} erased people cannot be broken down.",
            found.erased,
        )
        said.append(words.format(count=number(found.erased)))
    if found.estimates:
        said.append(
            _(
                "≈ is an estimate: the share of yes among those who answered, for each gender, "
                "put on all people of that gender."
            )
        )
    return " ".join(said)


def _columns(figures: Sequence[Figure], aims: bool) -> list[Column]:
    columns = [Column("label", _("Indicator"), stretch=1, sortable=False)]
    if is_roomy():
        groups = gender_groups()
        columns += [
            Column("women", groups["woman"], "end"),
            Column("men", groups["man"], "end"),
        ]
        if any(figure.nonbinary for figure in figures):
            columns.append(Column("nonbinary", groups["nonbinary"], "end"))
        if any(figure.unknown for figure in figures):
            columns.append(Column("unknown", groups["unknown"], "end"))
    columns.append(Column("total", _("All"), "end"))
    if aims:
        columns.append(Column("target", _("Target"), "end"))
    if is_roomy() and any(figure.not_asked for figure in figures):
        columns.append(Column("not_asked", _("Not asked yet"), "end"))
    if is_roomy() and any(figure.not_said for figure in figures):
        columns.append(Column("not_said", _("Prefer not to say"), "end"))
    return columns


def _row(
    found: SetFigures, figure: Figure, aims: Mapping[str, int], columns: Sequence[Column]
) -> Row:
    indicator = found.set.indicator(figure.code)
    assert indicator is not None
    label = in_language(indicator.words, current().code)
    cells = {
        "label": Cell(f"{isolate(figure.code)}  {isolate(label)}"),
        "women": _cell(figure.women, figure),
        "men": _cell(figure.men, figure),
        "nonbinary": _cell(figure.nonbinary, figure),
        "unknown": _cell(figure.unknown, figure),
        "total": _cell(figure.total, figure, strong=True),
        "target": _target(figure, aims.get(figure.code)),
        "not_asked": Cell(number(figure.not_asked), muted=True, sort=figure.not_asked),
        "not_said": Cell(number(figure.not_said), muted=True, sort=figure.not_said),
    }
    return Row(figure.code, tuple(cells[column.key] for column in columns))


def _cell(value: int, figure: Figure, *, strong: bool = False) -> Cell:
    if not figure.estimated:
        return Cell(number(value), sort=value, strong=strong)
    said = _("about {count}, an estimate").format(count=number(value))
    return Cell(f"≈ {number(value)}", sort=value, strong=strong, said=said)


def _target(figure: Figure, aim: int | None) -> Cell:
    if aim is None:
        return Cell("", sort=-1)
    met = figure.total >= aim
    said = _("{count}, reached").format(count=number(aim)) if met else ""
    return Cell(number(aim), sort=aim, icon="check" if met else None, said=said)
