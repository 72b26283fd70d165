"""Files for funders: each kind of table in each format, from the one roll that screens show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from trainer_app.domain.courses import Session
from trainer_app.domain.errors import NotPublishable, UnknownThing
from trainer_app.domain.funding.counts import Counts, counts_of, hidden_counts
from trainer_app.domain.funding.indicators import SetFigures
from trainer_app.domain.funding.participation import Participation
from trainer_app.domain.funding.periods import calendar_period
from trainer_app.domain.funding.projects import Partner
from trainer_app.exports.csv_file import write_csv
from trainer_app.exports.datapackage import write_datapackage, write_description
from trainer_app.exports.table import Table
from trainer_app.exports.xapi import centre_iri, statement, write_statements
from trainer_app.exports.xlsx_file import write_xlsx
from trainer_app.services.funding import tables
from trainer_app.services.funding.indicator_tables import Hidden, hidden_cells, indicators_table
from trainer_app.services.funding.indicators import Indicators
from trainer_app.services.funding.participating import Participating, Roll
from trainer_app.services.funding.research import (
    kept_ids,
    random_ids,
    research_people,
    research_table,
)
from trainer_app.services.funding.standing import head_of
from trainer_app.services.funding.statements import Happenings, name_of_centre
from trainer_app.services.funding.tables import FileWords
from trainer_app.services.ledger import Ledger
from trainer_app.services.reporting import Reporting, Scope
from trainer_app.store import funding, keeping, registers

FileKind = Literal[
    "attendance", "participants", "register", "indicators", "narrative", "xapi", "research"
]
FileFormat = Literal["xlsx", "csv", "pdf", "jsonl", "json"]

_TABLE: tuple[FileFormat, ...] = ("xlsx", "csv", "pdf")
FORMATS_OF: Mapping[FileKind, tuple[FileFormat, ...]] = {
    "attendance": _TABLE,
    "participants": _TABLE,
    "register": _TABLE,
    "indicators": _TABLE,
    "narrative": _TABLE,
    "xapi": ("jsonl", "json"),
    "research": ("csv",),
}
"""What each kind can be written as, the most usual first."""

PUBLISHED: frozenset[FileKind] = frozenset({"indicators", "narrative"})
"""Kinds that there is a form for everybody of, with small cells hidden."""


@dataclass(frozen=True, slots=True)
class Order:
    """Which file is wanted. `set`: the name of an indicator set, else the project's first.

    `published`: with small cells hidden. `keep_ids`: a research file with the same ids as the
    last of this laptop. `centre`: the name that the centre goes by in xAPI statements.
    """

    kind: FileKind
    format: FileFormat
    scope: Scope = field(default_factory=Scope)
    set: str | None = None
    published: bool = False
    keep_ids: bool = False
    centre: str | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """All that a file is made from, for its words. `head`: see `standing.head_of`.

    `sessions`: those that somebody who counts came to, in order. `shown`: who may be in a research
    file. `hidden`, `hidden_counts`: what a published file leaves out. `statements`: how many, once
    they are written.
    """

    order: Order
    roll: Roll
    counts: Counts
    made: datetime
    head: str
    centre: str
    sessions: tuple[Session, ...]
    courses: Mapping[str, str]
    shown: tuple[Participation, ...]
    figures: SetFigures | None = None
    hidden: Hidden | None = None
    hidden_counts: frozenset[str] = frozenset()
    statements: int = 0
    partners: tuple[Partner, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and how many rows or statements it holds."""

    ground: Ground
    files: tuple[Path, ...]
    rows: int


WordsOf = Callable[[Ground], FileWords]
Tell = Callable[[int, int], None]
"""Hears how many steps of how many are done."""
STEPS = 3
DrawPdf = Callable[[Table, FileWords, Path, FileKind], None]


class Files:
    """Writes files for funders. `draw_pdf` draws a table on pages; it needs Qt, so it comes in."""

    def __init__(
        self,
        ledger: Ledger,
        participating: Participating,
        indicators: Indicators,
        draw_pdf: DrawPdf,
    ) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._participating = participating
        self._indicators = indicators
        self._draw_pdf = draw_pdf
        self._reporting = Reporting(ledger)

    def counts(self, scope: Scope) -> Counts:
        """The figures of a scope, before anything is written. Raises UnknownThing, NotAllowed."""
        return self._counts(self._participating.roll(scope))

    def unpublishable(self, order: Order) -> str | None:
        """Why an order cannot be published now; see `unpublishable`."""
        known = {one.id: one.ends for one in funding.projects(self._store)}
        ends = known.get(order.scope.project or "")
        return unpublishable(order, ends, self._ledger.now().date())

    def write(
        self,
        order: Order,
        words_of: WordsOf,
        file: Path,
        tell: Tell = lambda _done, _of: None,
    ) -> Written:
        """Write what is ordered; `words_of` is asked once all that the file says is known.

        Raises CannotWriteFile, UnknownThing (project, indicator set), NotPublishable, NotAllowed,
        NotForSubstitutes.
        """
        self._ledger.require_full_trainer()
        reason = self.unpublishable(order) if order.published else None
        if reason is not None:
            raise NotPublishable(reason=reason)
        tell(0, STEPS)
        ground = self._ground(order)
        tell(1, STEPS)
        if order.kind == "xapi":
            return self._write_statements(ground, words_of, file)
        words = words_of(ground)
        table = self._table(ground, words)
        tell(2, STEPS)
        return Written(ground, self._write_table(table, words, order, file), len(table.rows))

    # What a file is made from
    def _ground(self, order: Order) -> Ground:
        roll = self._participating.roll(order.scope)
        counts = self._counts(roll)
        counting = {one.person_id for one in roll.participations}
        came_to = {row.session_id for row in roll.rows if row.counts and row.person_id in counting}
        restricted = keeping.restrictions(self._store)
        ground = Ground(
            order,
            roll,
            counts,
            self._ledger.now(),
            head_of(self._store),
            registers.centre_name(self._store),
            tuple(one for one in registers.sessions(self._store) if one.id in came_to),
            {one.id: one.title for one in registers.courses(self._store)},
            tuple(research_people(roll, restricted)),
            partners=tuple(funding.partners(self._store, roll.project.id)) if roll.project else (),
        )
        smallest = roll.rules.smallest_cell
        if order.kind == "indicators":
            figures = self._indicators.figures(roll, self._set_of(order, roll))
            hidden = hidden_cells(figures.figures, smallest) if order.published else None
            return replace(ground, figures=figures, hidden=hidden)
        if order.published:
            return replace(ground, hidden_counts=hidden_counts(counts, smallest))
        return ground

    def _counts(self, roll: Roll) -> Counts:
        return counts_of(
            roll.participations,
            roll.rows,
            below=len(roll.below),
            nameless=self._reporting.headcount(roll.scope),
            since=roll.scope.since,
        )

    def _set_of(self, order: Order, roll: Roll) -> str:
        of_project = roll.project.sets if roll.project else ()
        for name in (order.set, *of_project):
            if name:
                return name
        raise UnknownThing(what="indicator set", id="")

    # Writing
    def _table(self, ground: Ground, words: FileWords) -> Table:
        roll, order = ground.roll, ground.order
        if order.kind == "attendance":
            return tables.attendance_table(roll, words)
        if order.kind == "participants":
            return tables.participants_table(roll, words)
        if order.kind == "register":
            return tables.register_table(roll, ground.sessions, words)
        if ground.figures is not None:
            return indicators_table(ground.figures, ground.hidden, words)
        if order.kind == "narrative":
            return tables.narrative_table(words)
        new_id = kept_ids(self._store) if order.keep_ids else random_ids()
        return research_table(ground.shown, roll.rules.smallest_cell, new_id, words)

    def _write_table(
        self, table: Table, words: FileWords, order: Order, file: Path
    ) -> tuple[Path, ...]:
        if order.format == "csv":
            write_csv(table, file)
            return (file, write_datapackage(table, file, guard_description=words.apostrophe))
        if order.format == "xlsx":
            write_xlsx(table, file, total_label=words.total, notes_title=words.notes_title)
        else:
            self._draw_pdf(table, words, file, order.kind)
        return (file,)

    def _write_statements(self, ground: Ground, words_of: WordsOf, file: Path) -> Written:
        restricted = keeping.restrictions(self._store)
        found = Happenings(self._store, ground.roll, restricted, ground.made)
        centre = centre_iri(ground.order.centre or name_of_centre(self._store))
        count = write_statements(
            (statement(one, centre) for one in found.all()),
            file,
            array=ground.order.format == "json",
        )
        told = replace(ground, statements=count)
        words = words_of(told)
        about = write_description(file, words.name, count, words.notes)
        return Written(told, (file, about), count)


def unpublishable(order: Order, ends: date | None, today: date) -> str | None:
    """Why a file cannot be given to everybody: kind, part, days or running; None where it can.

    Published figures stand in fixed periods and breakdowns of one project (which `ends`), and what
    still changes is none, so that no two of them can be subtracted.
    """
    scope = order.scope
    if order.kind not in PUBLISHED:
        return "kind"
    if scope != Scope(project=scope.project or "", since=scope.since, until=scope.until):
        return "part"
    if (scope.since, scope.until) == (None, None):
        return None if ends is not None and ends < today else "running"
    period = calendar_period(scope.since, scope.until)
    if period is None:
        return "days"
    return None if period.until < today else "running"
