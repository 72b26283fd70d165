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
    doubles: Mapping[str, int] | None,
    head: str,
    made: datetime,
) -> FileWords:
    """All words of the file of a set's figures. `totals`: by name, as the report has them.

    `doubles`: the estimate of people in several centres, by name; None where there is none.
    """
    title = in_language(set.words, current().code)
    about = project or (_("Everyone") if everyone else _("All projects that count by this set"))
    return FileWords(
        name=_("{kind}: {set}").format(kind=_("Many centres"), set=title),
        columns=columns(),
        values={"yes": _("Yes"), "no": _("No")},
        erased="",
        notes=tuple(_notes(set, about, days, totals, doubles, head, made)),
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
    doubles: Mapping[str, int] | None,
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
    yield from _of_doubles(doubles, totals["people"])
    yield (
        _("Sensitive answers"),
        _("stay closed in the centres; their figures are in the centres’ own claims."),
    )
    yield _("Made on"), f"{short_date(made.date())} {clock(made)}"
    yield _("Made with"), f"trainer-app {__version__}"
    yield _("Head of the log"), head


def _of_doubles(found: Mapping[str, int] | None, people: int) -> Iterator[tuple[str, str]]:
    if found is None:
        yield (
            _("Who came to two centres"),
            _("counts in each of them: no centre tells who its people are."),
        )
        return
    yield _("People in more than one centre (estimate)"), number(found["several"])
    yield _("Different people over all centres (estimate)"), number(found["people"])
    yield (
        _("How people were compared"),
        _(
            "By prints of name and year of birth, of {compared} people out of {people}. Who spells "
            "a name differently is missed; two people of one name and year count as one. Whoever "
            "holds the key of the prints can guess names."
        ).format(compared=number(found["compared"]), people=number(people)),
    )
    yield (
        _("In the figures of this file"),
        _("who came to two centres counts in each of them."),
    )
