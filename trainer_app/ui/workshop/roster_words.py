"""What columns and doubts of a list are called."""

from __future__ import annotations

from trainer_app.domain.people import Person
from trainer_app.domain.roster import Doubt, DoubtCode, Field, RosterRow
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


def doubt_words(doubt: Doubt, row: RosterRow) -> str:
    """Why a person should look at a row, in a sentence."""
    raw = isolate(doubt.raw)
    year = "" if row.birth_year is None else str(row.birth_year)
    match doubt.code:
        case DoubtCode.NO_NAME if doubt.raw:
            return _("“{raw}” is no name. This person gets a number only.").format(raw=raw)
        case DoubtCode.NO_NAME:
            return _("No name stands here. This person gets a number only.")
        case DoubtCode.FORMULA_LIKE:
            return _("This looks like a formula, not a name. It is kept as plain text.")
        case DoubtCode.SEPARATOR_IN_NAME:
            return _("A sign that parts columns stands in the name. Is it one person?")
        case DoubtCode.TWO_DIGIT_YEAR:
            return _("The year has two figures, “{raw}”. We read {year}.").format(
                raw=raw, year=year
            )
        case DoubtCode.IMPOSSIBLE_YEAR:
            return _("“{raw}” cannot be a year of birth. It goes to the note.").format(raw=raw)
        case DoubtCode.UNREADABLE_YEAR:
            return _("“{raw}” is no year that we can read. It goes to the note.").format(raw=raw)
        case DoubtCode.MINOR:
            return _("Under 18 years old.")
        case DoubtCode.UNKNOWN_GENDER:
            return _("“{raw}” is no gender that we know. It goes to the note.").format(raw=raw)
        case DoubtCode.UNKNOWN_LANGUAGE:
            return _("“{raw}” is no language that we know. It goes to the note.").format(raw=raw)
        case DoubtCode.SAME_PERSON:
            return _("May be the same person as {name} on line {line}.").format(
                name=raw, line=number(doubt.line or 0)
            )


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
