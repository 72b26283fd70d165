"""The field's terms in the person's language, for screens and files alike."""

from __future__ import annotations

from datetime import date

from trainer_app import __version__
from trainer_app.domain.people import Person
from trainer_app.domain.roster import Doubt, DoubtCode, RosterRow
from trainer_app.i18n import _, current, isolate, pgettext
from trainer_app.i18n.formats import clock, figures, number, short_date
from trainer_app.services.courses import Courses
from trainer_app.services.exporting import Words
from trainer_app.services.reporting import Report, Scope


def statuses() -> dict[str, str]:
    """What a mark is called."""
    return {
        "present": pgettext("attendance", "Present"),
        "late": pgettext("attendance", "Late"),
        "left-early": pgettext("attendance", "Left early"),
        "late-left-early": pgettext("attendance", "Late and left early"),
        "absent": pgettext("attendance", "Absent"),
        "excused": pgettext("attendance", "Excused"),
    }


def roles() -> dict[str, str]:
    """What somebody is in a session."""
    return {
        "participant": pgettext("role", "Participant"),
        "helper": pgettext("role", "Helper"),
        "interpreter": pgettext("role", "Interpreter"),
        "companion-child": pgettext("role", "Companion child"),
        "trainer": pgettext("role", "Trainer"),
    }


def genders() -> dict[str, str]:
    """How a person's gender is named in the register."""
    return {
        "woman": pgettext("gender", "Woman"),
        "man": pgettext("gender", "Man"),
        "nonbinary": pgettext("gender", "Non-binary"),
    }


def doubt_words(doubt: Doubt, row: RosterRow) -> str:
    """Why a person should look at a row, in a sentence."""
    raw = isolate(doubt.raw)
    year = "" if row.birth_year is None else figures(str(row.birth_year))
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
        case DoubtCode.SAME_PERSON if doubt.line is None:
            return _("May be the same person as {name}, who is in the centre.").format(name=raw)
        case DoubtCode.SAME_PERSON:
            return _("May be the same person as {name} on line {line}.").format(
                name=raw, line=number(doubt.line or 0)
            )


def attendance_columns() -> dict[str, str]:
    """The headings of attendance, by column."""
    return {
        "project": _("Project"),
        "course": _("Course"),
        "session_number": _("Session"),
        "date": _("Date"),
        "planned_start": _("Planned start"),
        "planned_end": _("Planned end"),
        "started": _("Real start"),
        "ended": _("Real end"),
        "place": _("Place"),
        "number": _("Participant number"),
        "name": _("Name"),
        "role": _("Role"),
        "status": _("Status"),
        "minutes": _("Minutes present"),
        "hours": _("Participant-hours"),
    }


def attendance_words(report: Report, scope_label: str) -> Words:
    """All words of an attendance file. `scope_label` says what it is about, such as a course."""
    totals = report.totals
    return Words(
        name=_("Attendance"),
        columns=attendance_columns(),
        roles=roles(),
        statuses=statuses(),
        erased=_("Erased person"),
        notes=(
            (_("About"), scope_label),
            (_("Period"), period(report.scope.since, report.scope.until)),
            (_("Rows"), number(totals.rows)),
            (_("People"), number(totals.people)),
            (_("Attendances"), number(totals.attendances)),
            (_("Participant-hours"), number(totals.hours, 2)),
            (_("People without a name, not counted above"), number(report.headcount)),
            *_unsettled(report),
            (_("Made on"), f"{short_date(report.made.date())} {clock(report.made)}"),
            (_("Made with"), f"trainer-app {__version__}"),
        ),
        notes_title=_("About this file"),
        total=_("Total"),
        apostrophe=_(
            "A text that starts with = + - @ or a tab has an apostrophe in front, "
            "so that no spreadsheet takes it for a formula."
        ),
        right_to_left=current().right_to_left,
        head=_("Head of the log"),
    )


def _unsettled(report: Report) -> tuple[tuple[str, str], ...]:
    if not report.unsettled:
        return ()
    return ((_("Rows not settled yet: laptops say different things"), number(report.unsettled)),)


def scope_label(scope: Scope, courses: Courses) -> str:
    """What a report is about, in words: a session, a course, or the whole centre."""
    if scope.session is not None:
        session = courses.session(scope.session)
        return _("{course}, session {number}, {day}").format(
            course=isolate(courses.course(session.course).title),
            number=number(session.number),
            day=short_date(session.date),
        )
    if scope.course is not None:
        return courses.course(scope.course).title
    return _("All courses")


def period(since: date | None, until: date | None) -> str:
    """A stretch of days in words."""
    if since is None and until is None:
        return _("All sessions")
    if since is None:
        return _("Until {day}").format(day=short_date(until or date.min))
    if until is None:
        return _("From {day}").format(day=short_date(since))
    return _("{first} to {last}").format(first=short_date(since), last=short_date(until))


def person_label(person: Person) -> str:
    """A name that keeps its own direction in any sentence, or the number of who gave none."""
    return isolate(person.label)
