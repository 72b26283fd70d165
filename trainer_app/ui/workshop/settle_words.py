"""What is said of values that compete, and of two people who may be one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from trainer_app.domain.conflicts import COMPARED
from trainer_app.domain.courses import local_time
from trainer_app.domain.sameness import Reason
from trainer_app.i18n import _, isolate, ngettext, own_name, pgettext
from trainer_app.i18n.formats import clock, figures, listed, long_date, number, short_date
from trainer_app.services.settling import Conflict, Said, Side
from trainer_app.ui.labels import genders, person_label, roles
from trainer_app.ui.workshop.attendance_words import (
    SEPARATOR,
    mark_words,
    real_words,
    session_title,
)
from trainer_app.ui.workshop.settle_project import project_fields, project_values

AGAINST = frozenset(
    {
        Reason.SINGLE_NAME,
        Reason.OTHER_ORDER,
        Reason.BIRTH_YEAR_UNKNOWN,
        Reason.BIRTH_YEAR_DIFFERS,
    }
)
"""Reasons to look twice."""


# Values that compete
def headline(conflict: Conflict) -> str:
    """What laptops say different things of."""
    person = person_label(conflict.person) if conflict.person else _("Somebody not known here yet")
    match conflict.kind:
        case "attendance" | "enrolment":
            return person
        case "person":
            return _("What is known of {person}").format(person=person)
        case "times":
            return _("When the session really ran")
        case "session":
            return _("The plan of a session")
        case "course":
            return _("What is known of a course")
        case _:
            return _("What is known of a project")


def under(conflict: Conflict) -> str:
    """Which session or course it belongs to; nothing where that is not known."""
    if conflict.session is not None and conflict.course is not None:
        title = session_title(conflict.course, conflict.session)
        return SEPARATOR.join([title, long_date(conflict.session.date)])
    if conflict.kind == "project":
        return isolate(conflict.values[-1].words["name"])
    return isolate(conflict.course.title) if conflict.course is not None else ""


def who_said(said: Said) -> str:
    """Who said it, on which laptop, and when by that laptop's clock."""
    parts = [isolate(said.by)] if said.by else []
    if said.letters:
        parts.append(_("Laptop {letters}").format(letters=isolate(said.letters)))
    when = _("{day}, {time}").format(day=short_date(said.at.date()), time=clock(said.at))
    return SEPARATOR.join([*parts, when])


def value_lines(conflict: Conflict, said: Said, titles: Mapping[str, str]) -> list[str]:
    """A value as lines: all of a mark, of anything else what is not the same everywhere.

    `titles`: what lessons are called, by id.
    """
    words, titles = said.words, {**titles, **conflict.projects}
    match conflict.kind:
        case "attendance":
            return [_mark(words, said.at)]
        case "times":
            times = (local_time(words[name], said.at) for name in ("started", "ended"))
            return [real_words(*times)]
        case "enrolment" if words["active"]:
            return [_("Is on the course")]
        case "enrolment":
            return [_("Is not on the course")]
    fields = [name for name in COMPARED[conflict.kind] if _differs(conflict, name)]
    if conflict.kind == "course" and "projects" in fields and conflict.projects:
        # How the first of them is called is no news beside them.
        fields = [name for name in fields if name not in ("project", "funder")]
    return [
        _("{field}: {value}").format(
            field=_fields()[name], value=_field_value(name, words.get(name), titles)
        )
        for name in fields
    ]


def _mark(words: Mapping[str, Any], moment: datetime) -> str:
    said = mark_words(words["status"], words["late"], words["early"])
    if words["status"] is None:
        return said
    if words.get("left_at") is not None:
        left = _("left at {time}").format(time=clock(local_time(words["left_at"], moment)))
        said = SEPARATOR.join([said, left])
    if words["role"] != "participant":
        said = _("{role}: {mark}").format(role=roles()[words["role"]], mark=said)
    return said


def _differs(conflict: Conflict, name: str) -> bool:
    first = conflict.values[0].words.get(name)
    return any(said.words.get(name) != first for said in conflict.values)


def _fields() -> dict[str, str]:
    return {
        "name": _("Name"),
        "birth_year": _("Year of birth"),
        "gender": _("Gender"),
        "language": _("Language"),
        "phone": _("Phone"),
        "note": _("Note"),
        "title": _("Title"),
        "project": _("Project"),
        "funder": _("Funder"),
        "place": _("Place"),
        "lessons": _("Lessons"),
        "number": _("Number"),
        "date": _("Date"),
        "planned_start": _("Planned start"),
        "planned_end": _("Planned end"),
        "cancelled": _("Cancelled"),
        "projects": _("Projects"),
        **project_fields(),
    }


def _field_value(name: str, value: Any, titles: Mapping[str, str]) -> str:
    if value in (None, "", (), []):
        return pgettext("value", "nothing")
    written: dict[str, Callable[[Any], str]] = {
        "gender": lambda gender: genders()[gender],
        "language": own_name,
        "birth_year": lambda year: figures(str(year)),
        "lessons": lambda lessons: listed([titles.get(one, one) for one in lessons]),
        "number": number,
        "date": lambda day: short_date(date.fromisoformat(day)),
        "projects": lambda ids: listed([isolate(titles.get(one, one)) for one in ids]),
        **project_values(),
    }
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return written.get(name, lambda text: isolate(str(text)))(value)


def place_words(conflict: Conflict) -> str:
    """The button that opens the screen where this can be changed later; none for a project."""
    match conflict.kind:
        case "attendance" | "times" if conflict.session is not None:
            return _("Open the attendance list")
        case "person" | "enrolment" if conflict.person is not None:
            return _("Open the person")
        case "session" | "course" if conflict.course is not None:
            return _("Open the course")
        case _:
            return ""


# The same person twice
def reason_words() -> dict[Reason, str]:
    """Why two may be one, or what speaks against it."""
    return {
        Reason.SAME_NAME: _("The same name"),
        Reason.LIKE_NAME: _("The names sound alike"),
        Reason.PART_OF_NAME: _("One has a part of the other’s name"),
        Reason.LONG_NAME: _("Three or more parts of the name fit"),
        Reason.SINGLE_NAME: _("A single name only"),
        Reason.OTHER_ORDER: _("The parts of the name stand in another order"),
        Reason.SAME_BIRTH_YEAR: _("Born in the same year"),
        Reason.BIRTH_YEAR_UNKNOWN: _("A year of birth is not known"),
        Reason.BIRTH_YEAR_DIFFERS: _("Other years of birth; one may be a slip"),
        Reason.SAME_COURSE: _("On the same course"),
    }


def side_lines(side: Side) -> list[str]:
    """What is known of one of two people, a line each."""
    year = side.person.birth_year
    courses: Sequence[str] = [isolate(course.title) for course in side.courses]
    born = (
        _("Born in {year}").format(year=figures(str(year)))
        if year
        else _("Year of birth not known")
    )
    seen = _("Not seen in a session yet")
    if side.last_seen is not None:
        seen = _("Last seen: {day}").format(day=short_date(side.last_seen))
    return [
        _("Participant number {number}").format(number=isolate(side.person.number)),
        born,
        listed(courses) if courses else _("On no course"),
        seen,
    ]


def together_words(sessions: int) -> str:
    """What speaks loudest against one person."""
    words = ngettext(
        "Both were there in {count} session at the same time.",
        "Both were there in {count} sessions at the same time.",
        sessions,
    )
    return words.format(count=number(sessions))
