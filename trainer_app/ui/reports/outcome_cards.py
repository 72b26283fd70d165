"""What came of it, as cards: targets, who stayed, what was completed and learnt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from trainer_app.domain.funding.breakdowns import Table as Breakdown
from trainer_app.domain.funding.outcomes import Target
from trainer_app.domain.funding.projects import Rules
from trainer_app.i18n import _, isolate, ngettext, pgettext
from trainer_app.i18n.formats import number, percent
from trainer_app.services.funding.figures import FigureReport
from trainer_app.ui.funding_words import (
    column_titles,
    figure_word,
    line_word,
    share_word,
    table_titles,
)
from trainer_app.ui.reports.breakdown_cards import figures_table, in_words
from trainer_app.ui.widgets import Cell, Column, Row, Table
from trainer_app.ui.widgets.chart_bars import Bar, BarChart
from trainer_app.ui.widgets.chart_card import ChartCard
from trainer_app.ui.widgets.chart_lines import LineChart, Track
from trainer_app.ui.widgets.chart_marks import Legend

_MOST_SHOWN = 150
_LESSONS_SHOWN = 12


# Against what was promised
def targets_card(targets: Sequence[Target]) -> ChartCard:
    """How far each target is reached, in percent of it."""
    title = _("What the project wants to reach")
    bars = [
        Bar(target_word(one.key), (min(one.percent, _MOST_SHOWN),), _reached(one), wanted=100)
        for one in targets
    ]
    done = sum(one.reached >= one.wanted for one in targets)
    words = ngettext("{done} of {count} target is reached.",
                     "{done} of {count} targets are reached.", len(targets))  # fmt: skip
    return ChartCard(
        title,
        words.format(done=number(done), count=number(len(targets))),
        BarChart(bars, title, in_words(bars)),
        _targets_table(title, targets),
        note=_("The mark across each bar is the target."),
    )


def target_word(key: str) -> str:
    """What a target is about: one of the plain figures, or an indicator by its code and set."""
    titles = {
        "people": _("People"),
        "attendances": _("Attendances"),
        "hours": _("Participant-hours"),
        "completed": _("People who completed a course"),
    }
    name, _slash, code = key.partition("/")
    words = _("{code}, from {set}")
    return titles.get(key) or words.format(code=isolate(code), set=isolate(name))


def _reached(one: Target) -> str:
    return _("{reached} of {wanted} ({share})").format(
        reached=figure_word(one.reached), wanted=number(one.wanted), share=percent(one.percent)
    )


def _targets_table(title: str, targets: Sequence[Target]) -> Table:
    columns = [
        Column("target", _("Target"), stretch=1, sortable=False),
        Column("reached", _("Reached"), align="end", sortable=False),
        Column("wanted", _("Wanted"), align="end", sortable=False),
        Column("share", pgettext("target", "Share"), align="end", sortable=False),
    ]
    rows = [
        Row(
            one.key,
            (
                Cell(target_word(one.key), strong=True),
                Cell(figure_word(one.reached)),
                Cell(number(one.wanted)),
                Cell(percent(one.percent)),
            ),
        )
        for one in targets
    ]
    return Table(columns, rows, title, full=True)


# Who stayed
def retention_card(table: Breakdown) -> ChartCard:
    """From session to session: a line of who was there, another of who came to the next one."""
    title, titles = table_titles()["retention"], column_titles()
    steps = [number(int(line.key)) for line in table.lines]
    tracks = [Track(titles[key], _whole_numbers(table, key)) for key in ("there", "next")]
    said = "; ".join(
        _("{session}: {there} were there, {next} came to the next session").format(
            session=line_word(table, line.key, {}),
            there=figure_word(line.cells[0]),
            next=figure_word(line.cells[2]),
        )
        for line in table.lines
    )
    return ChartCard(
        title,
        _stayed(table),
        LineChart(steps, tracks, title, said, number),
        figures_table(table, {}),
        legend=Legend([titles["there"], titles["next"]], as_lines=True),
        note=_(
            "Session 1 is the first one of each course. Everyone who came is counted here, course "
            "by course, also who was there only shortly."
        ),
    )


def _whole_numbers(table: Breakdown, key: str) -> tuple[int | None, ...]:
    return tuple(value if isinstance(value, int) else None for value in table.column(key))


def _stayed(table: Breakdown) -> str:
    _there, went_on, after, again = table.total
    if not (isinstance(went_on, int) and isinstance(after, int) and isinstance(again, int)):
        return _("There has been one session so far, so nobody could come again yet.")
    return _(
        "Where another session followed, {next} of {all} times people came to it ({share}). "
        "{again} of {all} times they came again, then or later ({later})."
    ).format(
        next=number(after),
        again=number(again),
        all=number(went_on),
        share=share_word(after, went_on),
        later=share_word(again, went_on),
    )


def completion_card(report: FigureReport) -> ChartCard:
    """Of those who came to each course, how many completed it."""
    table = report.tables["completion"]
    title = table_titles()["completion"]
    bars = []
    for line in table.lines:
        came, done = (value if isinstance(value, int) else 0 for value in line.cells)
        words = _("{done} of {all}").format(done=number(done), all=number(came))
        bars.append(
            Bar(line_word(table, line.key, report.courses), (done, 0, 0, came - done), words)
        )
    done = report.sums.completed
    words = ngettext(
        "{count} of {all} people completed a course.",
        "{count} of {all} people completed a course.",
        done,
    )
    # What is not done stands in the muted look, the fourth one.
    series = [_("Completed"), "", "", _("Not completed, or not yet")]
    return ChartCard(
        title,
        words.format(count=number(done), all=number(report.sums.people)),
        BarChart(bars, title, in_words(bars, series)),
        figures_table(table, report.courses),
        legend=Legend(series),
        note=_(
            "What completes a course is a rule of its project. Without a project, it is to pass "
            "all its lessons; where it has none, to come to {share} of its sessions."
        ).format(share=percent(Rules().completion_share)),
    )


# What people can do
def lessons_card(table: Breakdown, titles: Mapping[str, str]) -> ChartCard:
    """How many people passed each lesson."""
    title = _("Lessons that people passed")
    rows = [
        (line_word(table, line.key, titles), value)
        for line, value in zip(table.lines, table.column("people"), strict=True)
        if isinstance(value, int)
    ]
    bars = [Bar(word, (count,), number(count)) for word, count in rows[:_LESSONS_SHOWN]]
    passed = int(table.total[0] or Decimal(0))
    words = ngettext("{count} person passed a lesson.", "{count} people passed a lesson.", passed)
    more = _("The table has all {count} lessons.").format(count=number(len(rows)))
    return ChartCard(
        title,
        words.format(count=number(passed)),
        BarChart(bars, title, in_words(bars)),
        figures_table(table, titles, with_total=False),
        note=more if len(rows) > _LESSONS_SHOWN else "",
    )
