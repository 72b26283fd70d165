"""The words of reports and files for funders: what tables, their columns and lines are called."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from trainer_app.domain.funding.breakdowns import UNKNOWN, Table, Value
from trainer_app.i18n import _, current, isolate, own_name, pgettext
from trainer_app.i18n.formats import month_and_year, number, percent
from trainer_app.i18n.tongues import names_in
from trainer_app.ui.labels import roles


def table_titles() -> dict[str, str]:
    """What each table of a report is called, by its key."""
    return {
        "gender": _("By gender"),
        "age": _("By age"),
        "age_gender": _("By age and gender"),
        "language": _("By language"),
        "month": _("By month"),
        "place": _("By place"),
        "course": _("By course"),
        "apart": _("Not counted as participants"),
        "completion": _("Courses completed"),
        "lessons": _("What people can do now"),
        "retention": _("From session to session"),
    }


def column_titles() -> dict[str, str]:
    """What the columns of tables are called."""
    return {
        "people": _("People"),
        "attendances": _("Attendances"),
        "hours": _("Participant-hours"),
        "completed": _("Completed"),
        "there": _("Were there"),
        "went_on": _("Another session followed for"),
        "next": _("Came to the next session"),
        "again": _("Came again, then or later"),
        **gender_groups(),
    }


def gender_groups() -> dict[str, str]:
    """Genders as headings over people."""
    return {
        "woman": pgettext("gender", "Women"),
        "man": pgettext("gender", "Men"),
        "nonbinary": pgettext("gender", "Non-binary people"),
        UNKNOWN: pgettext("gender", "Not known"),
    }


def first_column(table: str) -> str:
    """The heading over the lines of a table."""
    titles = {
        "gender": _("Gender"),
        "age": _("Age"),
        "age_gender": _("Age"),
        "language": _("Language"),
        "month": _("Month"),
        "place": _("Place"),
        "course": _("Course"),
        "apart": _("Role"),
        "completion": _("Course"),
        "lessons": _("Lesson"),
        "retention": _("Session"),
    }
    return titles[table]


def line_word(table: Table, key: str, names: Mapping[str, str]) -> str:
    """What a line of a table is called. `names`: of courses and lessons, by id."""
    match table.key:
        case "gender":
            return gender_groups()[key]
        case "age" | "age_gender":
            return age_word(key)
        case "language":
            return language_word(key)
        case "month":
            return month_and_year(date.fromisoformat(f"{key}-01"))
        case "place":
            return _("Place not known") if key == UNKNOWN else isolate(key)
        case "apart":
            return _("People without a name") if key == "nameless" else roles()[key]
        case "retention":
            return _("Session {number}").format(number=number(int(key)))
        case _:
            return isolate(names.get(key, key))


def age_word(key: str) -> str:
    """A band of age such as "0-17", "18-29" or "55+" in words."""
    if key == UNKNOWN:
        return _("Age not known")
    if key.endswith("+"):
        return _("{age} and over").format(age=number(int(key[:-1])))
    first, _dash, last = key.partition("-")
    if first == "0":
        return _("Under {age}").format(age=number(int(last) + 1))
    return _("{first} to {last}").format(first=number(int(first)), last=number(int(last)))


def language_word(code: str) -> str:
    """A language in the reader's language, or what it calls itself."""
    if code == UNKNOWN:
        return _("Language not known")
    return isolate(names_in(current().code).get(code) or own_name(code))


def figure_word(value: Value) -> str:
    """A figure as the language writes it; a dash where there is none."""
    if value is None:
        return "–"
    return number(value, 2) if isinstance(value, Decimal) else number(value)


def share_word(part: int, whole: int) -> str:
    """A part in whole percent, half up, such as "40%"; a dash of nothing."""
    return percent((200 * part + whole) // (2 * whole)) if whole else "–"
