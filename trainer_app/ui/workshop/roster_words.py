"""What columns and doubts of a list are called."""

from __future__ import annotations

from trainer_app.domain.people import Person
from trainer_app.domain.roster import Field, RosterRow
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import number
from trainer_app.ui.workshop.attendance_words import SEPARATOR

NOTHING = ""


def fields() -> dict[str, str]:
    """What a column can be taken for; the empty key keeps it in the note."""
    return {
        NOTHING: _("Keep it in the note"),
        Field.NAME: _("Name"),
        Field.FIRST_NAME: _("First name"),
        Field.INFIX: _("Word between first name and family name"),
        Field.LAST_NAME: _("Family name"),
        Field.BIRTH_YEAR: _("Year of birth"),
        Field.BIRTH_DATE: _("Date of birth"),
        Field.GENDER: _("Gender"),
        Field.LANGUAGE: _("Language"),
        Field.PHONE: _("Phone"),
        Field.NOTE: _("Note"),
        Field.NUMBER: _("Number in the list"),
    }


def entry_words(entry: RosterRow | Person) -> str:
    """One side of a pair: the name, the year, and where it stands."""
    year = _("born {year}").format(year=entry.birth_year) if entry.birth_year else _("no year")
    if isinstance(entry, Person):
        where = _("in the centre, number {number}").format(number=entry.number)
        name = entry.label
    else:
        where = _("line {line} of the list").format(line=number(entry.line))
        name = entry.name or _("no name")
    return SEPARATOR.join((isolate(name), year, where))
