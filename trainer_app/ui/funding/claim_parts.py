"""What a claim shows, before it is handed in and after: its figures, and those of its sets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from trainer_app.domain.funding.claims import ClaimSet
from trainer_app.domain.funding.indicators import IndicatorSet, in_language
from trainer_app.domain.funding.participation import Sums
from trainer_app.i18n import _, current, ngettext, pgettext
from trainer_app.i18n.formats import number
from trainer_app.ui.funding.claim_words import figure_of, figure_words
from trainer_app.ui.heading import is_roomy
from trainer_app.ui.widgets import Card, Cell, Column, FlowGrid, Row, StatCard, Table, Text

SetOf = Callable[[str], IndicatorSet | None]
"""An indicator set by its name; None where it is not on this laptop any more."""

_SIGNS = {
    "people": "users",
    "attendances": "calendar-check",
    "hours": "clock",
    "completed": "award",
}


def figure_cards(figures: Sums) -> FlowGrid:
    """The figures side by side, never added into one."""
    grid = FlowGrid(220, 12, most=4)
    for name, words in figure_words().items():
        grid.add(StatCard(_SIGNS[name], figure_of(figures, name), words, "primary"))
    return grid


def set_card(claimed: ClaimSet, of: IndicatorSet | None, now: ClaimSet | None = None) -> Card:
    """The figures of one set; with `now` beside them what they are today."""
    language = current().code
    title = in_language(of.words, language) if of else claimed.name
    card = Card(Text(title, "large", "bold"), pad=16)
    card.add(Text(_counted(claimed), "small", colour="muted", tight=True))
    columns = [Column("what", _("Counted"), stretch=3, sortable=False)]
    if is_roomy() and now is None:
        columns += [
            Column("women", _("Women"), align="end", sortable=False),
            Column("men", _("Men"), align="end", sortable=False),
            Column("nonbinary", _("Non-binary"), align="end", sortable=False),
        ]
    columns.append(Column("total", _("Total"), align="end", sortable=False))
    if now is not None:
        columns[-1] = Column("total", pgettext("claim", "Then"), align="end", sortable=False)
        columns.append(Column("now", pgettext("claim", "Now"), align="end", sortable=False))
    keys = [column.key for column in columns[1:]]
    rows = [
        Row(code, (Cell(_label(code, of, language)), *_cells(code, claimed, now, keys)))
        for code in claimed.figures
    ]
    card.add(Table(columns, rows, title, full=True))
    return card


def compared_card(then: Sums, now: Sums) -> Card:
    """The figures of a claim beside those of today."""
    columns = [
        Column("what", _("Counted"), stretch=2, sortable=False),
        Column("then", pgettext("claim", "Then"), align="end", sortable=False),
        Column("now", pgettext("claim", "Now"), align="end", sortable=False),
    ]
    rows = [
        Row(name, (Cell(words), Cell(figure_of(then, name)), _now(then, now, name)))
        for name, words in figure_words().items()
    ]
    title = _("Figures then and now")
    return Card(Text(title, "large", "bold"), Table(columns, rows, title, full=True), pad=16)


def _now(then: Sums, now: Sums, name: str) -> Cell:
    words = figure_of(now, name)
    differs = words != figure_of(then, name)
    return Cell(words, strong=differs, icon="pencil" if differs else None)


def _cells(code: str, claimed: ClaimSet, now: ClaimSet | None, keys: Sequence[str]) -> list[Cell]:
    figure = claimed.figures[code]
    today: Mapping[str, int] = now.figures.get(code, {}) if now else {}
    found = []
    for key in keys:
        value = today.get("total", 0) if key == "now" else figure.get(key, 0)
        differs = key == "now" and value != figure.get("total", 0)
        found.append(
            Cell(number(value), sort=value, strong=differs, icon="pencil" if differs else None)
        )
    return found


def _label(code: str, of: IndicatorSet | None, language: str) -> str:
    indicator = of.indicator(code) if of else None
    return f"{code} · {in_language(indicator.words, language)}" if indicator else code


def _counted(claimed: ClaimSet) -> str:
    people = ngettext("{count} person", "{count} people", claimed.counted)
    words = people.format(count=number(claimed.counted))
    if not claimed.incomplete:
        return words
    incomplete = ngettext(
        "{count} incomplete record, which counts in none of them",
        "{count} incomplete records, which count in none of them",
        claimed.incomplete,
    )
    return f"{words} · {incomplete.format(count=number(claimed.incomplete))}"
