"""A list before it comes in: its columns, its doubtful pairs, and every row."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.roster import Field
from trainer_app.i18n import _, isolate, own_name
from trainer_app.i18n.formats import figures, number
from trainer_app.services.rostering import Pair, RosterDraft
from trainer_app.ui.heading import is_roomy
from trainer_app.ui.labels import doubt_words, genders
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Card,
    Cell,
    ChoiceField,
    Column,
    FlowGrid,
    Row,
    SegmentField,
    Table,
    Text,
)
from trainer_app.ui.workshop.roster_words import NOTHING, entry_words, fields

SAME, TWO = "same", "two"
_MOST_PAIRS = 100


class ColumnsCard(Card):
    """Which column is what, each to be changed by hand. Signals: `chosen(int, object)`."""

    chosen = Signal(int, object)

    def __init__(self, draft: RosterDraft) -> None:
        super().__init__()
        self.add(Text(_("Which column is what?"), "large", "bold"))
        grid = FlowGrid(280 if is_roomy() else 480, 12)
        self.fields: list[ChoiceField] = []
        for place, found in enumerate(draft.file.columns):
            count = _("Column {number}").format(number=number(place + 1))
            sample = ", ".join(isolate(text) for text in draft.samples(place))
            field = ChoiceField(
                isolate(found.header) if found.header else count,
                list(fields().items()),
                str(found.field or NOTHING),
                help_words=_("Such as {sample}").format(sample=sample) if sample else _("Empty"),
            )
            field.changed.connect(lambda key, place=place: self._choose(place, key))
            self.fields.append(field)
            grid.add(field)
        self.add(grid)

    def _choose(self, place: int, key: str) -> None:
        self.chosen.emit(place, Field(key) if key else None)


class PairsCard(Card):
    """Entries that may be one person, each to be answered. Signals: `decided(object, bool)`."""

    decided = Signal(object, bool)

    def __init__(self, draft: RosterDraft) -> None:
        super().__init__()
        self.add(Text(_("Is this one person, or are these two?"), "large", "bold"))
        pairs = draft.pairs()
        for pair in pairs[:_MOST_PAIRS]:
            self.add(self._question(draft, pair))
        if len(pairs) > _MOST_PAIRS:
            more = _("{count} more pairs come in as two people each.")
            self.add(Text(more.format(count=number(len(pairs) - _MOST_PAIRS)), colour="muted"))

    def _question(self, draft: RosterDraft, pair: Pair) -> QWidget:
        one, other = entry_words(draft.row(pair[0])), entry_words(draft.other(pair))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, current().space(8))
        column.setSpacing(current().space(4))
        column.addWidget(Text(one, "body", tight=True))
        column.addWidget(Text(other, "body", tight=True))
        answer = SegmentField(
            _("{one} and {other}").format(one=one, other=other),
            [(SAME, _("The same person"), "user-round"), (TWO, _("Two people"), "users")],
        )
        known = draft.decided.get(pair)
        if known is not None:
            answer.set_value(SAME if known else TWO)
        answer.changed.connect(lambda key: self.decided.emit(pair, key == SAME))
        column.addWidget(answer)
        return whole


def rows_table(draft: RosterDraft) -> Table:
    """Every row, those to look at first; each row's key is its line."""
    said = _("People in the list")
    return Table(_columns(), table_rows(draft), said, sort=("state", False), full=True)


def table_rows(draft: RosterDraft) -> list[Row]:
    """The rows as they would come in."""
    columns = _columns()
    return [_row(draft, row.line, columns) for row in draft.rows]


def _columns() -> list[Column]:
    columns = [
        Column("line", _("Line"), "end"),
        Column("name", _("Name"), stretch=3),
        Column("year", _("Born"), "end"),
        Column("state", _("Look at"), stretch=2),
    ]
    if is_roomy():
        columns[3:3] = [
            Column("gender", _("Gender")),
            Column("language", _("Language")),
            Column("note", _("Note"), stretch=1),
        ]
    return columns


def _row(draft: RosterDraft, line: int, columns: list[Column]) -> Row:
    row = draft.row(line)
    out = line in draft.left_out
    year = "" if row.birth_year is None else figures(str(row.birth_year))
    note = "; ".join(part for part in (row.phone, row.note) if part)
    cells = {
        "line": Cell(number(line), sort=line, muted=True),
        "name": Cell(row.name or _("No name"), strong=bool(row.name), muted=out or not row.name),
        "year": Cell(year, muted=out),
        "gender": Cell(genders().get(row.gender or "", ""), muted=out),
        "language": Cell(own_name(row.language) if row.language else "", muted=out),
        "note": Cell(note, muted=True),
        "state": _state(draft, line),
    }
    return Row(str(line), tuple(cells[column.key] for column in columns))


def _state(draft: RosterDraft, line: int) -> Cell:
    if line in draft.left_out:
        return Cell(_("Left out"), tone="plain", icon="x", sort=2)
    row, doubts = draft.row(line), draft.doubts(line)
    if doubts:
        words = " ".join(doubt_words(doubt, row) for doubt in doubts)
        return Cell(words, icon="triangle-alert", sort=0)
    if line in draft.settled:
        return Cell(_("Looked at"), tone="ok", icon="check", sort=1)
    return Cell("", sort=1, said=_("Nothing doubtful"))
