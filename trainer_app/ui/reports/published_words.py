"""The words of published tables, and of the periods that they are made for."""

from __future__ import annotations

from collections.abc import Mapping

from trainer_app import __version__
from trainer_app.domain.funding.breakdowns import Table
from trainer_app.domain.funding.periods import Period
from trainer_app.i18n import _, current, isolate
from trainer_app.i18n.formats import clock, month_and_year, number, short_date
from trainer_app.services.funding.publication import Publication
from trainer_app.services.funding.published_files import PublishedWords
from trainer_app.ui.funding_words import column_titles, gender_groups, line_word, table_titles

_MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def period_word(period: Period) -> str:
    """A period as it is called, such as "November 2026" or "Quarter 4 of 2026"."""
    year = isolate(str(period.since.year))
    if period.kind == "month":
        return month_and_year(period.since)
    if period.kind == "quarter":
        quarter = number((period.since.month + 2) // 3)
        return _("Quarter {quarter} of {year}").format(quarter=quarter, year=year)
    return _("The year {year}").format(year=year)


def published_words(made: Publication, titles: Mapping[str, str]) -> PublishedWords:
    """All words of a file of published tables; `titles` are of courses, by id."""
    columns = column_titles()

    def line(table: Table, key: str) -> str:
        # In a file each word has a cell of its own: nothing needs to be kept apart.
        return line_word(table, key, titles).translate(_MARKS)

    return PublishedWords(
        name=_("Tables for everybody"),
        columns={
            "breakdown": _("Broken down"),
            "group": _("Group"),
            **{key: columns[key] for key in ("people", "attendances", "hours")},
        },
        tables=table_titles(),
        line=line,
        column=gender_groups(),
        both=lambda one, other: _("{one}, {other}").format(one=one, other=other),
        total=_("Total"),
        notes=_notes(made),
        notes_title=_("About this file"),
        apostrophe=_(
            "A text that starts with = + - @ or a tab has an apostrophe in front, "
            "so that no spreadsheet takes it for a formula."
        ),
        right_to_left=current().right_to_left,
    )


def _notes(made: Publication) -> tuple[tuple[str, str], ...]:
    period = made.period
    hidden = _("Fewer than {smallest} people, and what would give them away: left empty")
    return (
        (_("Project"), made.project.name),
        (_("Period"), period_word(period) if period else _("The whole project")),
        (_("People"), str(made.people)),
        (_("Attendances"), str(made.attendances)),
        (_("Participant-hours"), str(made.hours)),
        (_("Hidden"), hidden.format(smallest=number(made.smallest))),
        (_("Made on"), f"{short_date(made.made.date())} {clock(made.made)}"),
        (_("Made with"), f"trainer-app {__version__}"),
        (_("Head of the log"), made.head),
    )
