"""Breakdowns as cards: a sentence that sums each up, bars, and the same figures as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from trainer_app.domain.funding.breakdowns import UNKNOWN, Line
from trainer_app.domain.funding.breakdowns import Table as Breakdown
from trainer_app.i18n import _
from trainer_app.i18n.formats import listed, number
from trainer_app.ui.funding_words import (
    column_titles,
    figure_word,
    first_column,
    line_word,
    share_word,
    table_titles,
)
from trainer_app.ui.widgets import Card, Cell, Column, Row, Table, Text
from trainer_app.ui.widgets.chart_bars import Bar, BarChart
from trainer_app.ui.widgets.chart_card import ChartCard
from trainer_app.ui.widgets.chart_marks import Legend

Names = Mapping[str, str]
"""Titles of courses and lessons, by id."""

_TOTAL = "total"


def titled_card(title: str, *parts: QWidget) -> Card:
    """A card that stands beside others which may be higher: its words stay at the top."""
    card = Card(Text(title, "large", "bold", tight=True), *parts, pad=16)
    card.body.addStretch(1)
    return card


def figures_table(table: Breakdown, names: Names, *, with_total: bool = True) -> Table:
    """All figures of a breakdown as rows and columns, with a line for the total."""
    titles = column_titles()
    columns = [Column("line", first_column(table.key), stretch=1, sortable=False)]
    columns += [Column(key, titles[key], align="end", sortable=False) for key in table.columns]
    rows = [_row(line.key, line_word(table, line.key, names), line) for line in table.lines]
    if with_total:
        rows.append(_row(_TOTAL, _("Total"), Line(_TOTAL, table.total), strong=True))
    return Table(columns, rows, table_titles()[table.key], full=True)


def _row(key: str, word: str, line: Line, *, strong: bool = False) -> Row:
    cells = (Cell(figure_word(value), strong=strong) for value in line.cells)
    return Row(key, (Cell(word, strong=True), *cells))


def people_card(
    table: Breakdown, names: Names, *, note: str = "", column: str = "people", compare: bool = True
) -> ChartCard:
    """Bars of one column, such as unique people, with shares where these add up.

    Without `compare` nothing is said of which is the most, nor of shares.
    """
    title, whole = table_titles()[table.key], _count(table.total[table.columns.index(column)])
    shares = compare and column in table.adds_up
    bars = [
        Bar(
            line_word(table, line.key, names),
            (count,),
            _words(count, whole) if shares else number(count),
        )
        for line, count in _lines(table, column)
    ]
    return ChartCard(
        title,
        _largest(bars, whole) if compare else "",
        BarChart(bars, title, in_words(bars)),
        figures_table(table, names),
        note=note,
    )


def _lines(table: Breakdown, column: str) -> list[tuple[Line, int]]:
    """The lines with their figures, without "not known" where it is known of everybody."""
    pairs = zip(table.lines, table.column(column), strict=True)
    return [(line, _count(value)) for line, value in pairs if line.key != UNKNOWN or _count(value)]


def _largest(bars: Sequence[Bar], whole: int) -> str:
    if len(bars) < 2 or not whole:
        return ""
    first = max(bars, key=lambda bar: bar.whole)
    return _("Most: {group}, {count} of {whole}.").format(
        group=first.label, count=number(first.whole), whole=number(whole)
    )


def stacked_card(table: Breakdown, names: Names, *, note: str = "") -> ChartCard:
    """A breakdown both ways: a bar a line, a piece of it for each column."""
    title, titles = table_titles()[table.key], column_titles()
    *parts, _whole = table.columns
    legend = [
        titles[key] if _count(total) else "" for key, total in zip(parts, table.total, strict=False)
    ]
    bars = [
        Bar(
            line_word(table, line.key, names),
            tuple(_count(value) for value in line.cells[:-1]),
            number(_count(line.cells[-1])),
        )
        for line in table.lines
        if line.key != UNKNOWN or _count(line.cells[-1])
    ]
    said = in_words(bars, [titles[key] for key in parts])
    return ChartCard(
        title,
        _largest(bars, _count(table.total[-1])),
        BarChart(bars, title, said),
        figures_table(table, names),
        legend=Legend(legend),
        note=note,
    )


def in_words(bars: Sequence[Bar], series: Sequence[str] = ()) -> str:
    """Every figure of a chart, for who does not see it."""
    return "; ".join(f"{bar.label}: {bar.words}{_pieces(bar, series)}" for bar in bars)


def _pieces(bar: Bar, series: Sequence[str]) -> str:
    if not series:
        return ""
    pieces = [
        _("{group} {count}").format(group=word, count=number(part))
        for word, part in zip(series, bar.parts, strict=True)
        if part
    ]
    return f" ({listed(pieces)})" if pieces else ""


def _words(count: int, whole: int) -> str:
    return _("{count} ({share})").format(count=number(count), share=share_word(count, whole))


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0
