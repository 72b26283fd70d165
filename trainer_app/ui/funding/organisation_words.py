"""What a file of many centres says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from trainer_app import __version__
from trainer_app.domain.funding.indicators import IndicatorSet, in_language
from trainer_app.i18n import _, current
from trainer_app.i18n.formats import clock, number, short_date
from trainer_app.services.funding.tables import FileWords
from trainer_app.ui.funding.file_words import columns
from trainer_app.ui.labels import period

_Days = tuple[date | None, date | None]


def organisation_words(
    set: IndicatorSet,
    *,
    project: str | None,
    everyone: bool,
    days: _Days,
    totals: Mapping[str, Any],
    head: str,
    made: datetime,
) -> FileWords:
    """All words of the file of a set's figures. `totals`: by name, as the report has them."""
    title = in_language(set.words, current().code)
    about = project or (_("Everyone") if everyone else _("All projects that count by this set"))
    return FileWords(
        name=_("{kind}: {set}").format(kind=_("Many centres"), set=title),
        columns=columns(),
        values={"yes": _("Yes"), "no": _("No")},
        erased="",
        notes=tuple(_notes(set, about, days, totals, head, made)),
        notes_title=_("About this file"),
        total=_("Total"),
        apostrophe=_(
            "A text that starts with = + - @ or a tab has an apostrophe in front, "
            "so that no spreadsheet takes it for a formula."
        ),
        right_to_left=current().right_to_left,
        labels={one.code: in_language(one.words, current().code) for one in set.indicators},
    )


def _notes(
    set: IndicatorSet,
    about: str,
    days: _Days,
    totals: Mapping[str, Any],
    head: str,
    made: datetime,
) -> Iterator[tuple[str, str]]:
    yield _("Project"), about
    yield _("Period"), period(*days)
    yield _("Source"), set.source
    yield _("Centres"), number(totals["centres"])
    yield _("People"), number(totals["people"])
    yield _("Attendances"), number(totals["attendances"])
    yield _("Participant-hours"), number(totals["hours"], 2)
    yield (
        _("Who came to two centres"),
        _("counts in each of them: no centre tells who its people are."),
    )
    yield (
        _("Sensitive answers"),
        _("stay closed in the centres; their figures are in the centres’ own claims."),
    )
    yield _("Made on"), f"{short_date(made.date())} {clock(made)}"
    yield _("Made with"), f"trainer-app {__version__}"
    yield _("Head of the log"), head
