"""What the rules of a project come to, said by an example that is reckoned, not written."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from trainer_app.domain.attendance import AttendanceRow, Role, Status
from trainer_app.domain.funding.participation import counted_hours, counted_minutes
from trainer_app.domain.funding.projects import Rules
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number

_DAY = date(2026, 1, 6)
_BEGAN = datetime.combine(_DAY, time(10))
_LENGTH = timedelta(hours=2, minutes=5)
_LATE = 20
_SESSIONS = 10
_HOURS = 20


def sitting_example(rules: Rules) -> str:
    """What one attendance counts as."""
    values = {"hours": number(_hours(rules, late=0)), "minutes": number(rules.break_minutes)}
    if rules.break_minutes:
        words = _(
            "A session of 2 h 5 min with a break of {minutes} min counts as {hours} hours for "
            "each person."
        )
    else:
        words = _("A session of 2 h 5 min counts as {hours} hours for each person.")
    return words.format(**values)


def late_example(rules: Rules) -> str:
    """What the attendance of somebody late counts as."""
    return _("Who comes {minutes} min late to that session counts for {hours} hours.").format(
        minutes=number(_LATE), hours=number(_hours(rules, late=_LATE))
    )


def least_example(rules: Rules) -> str:
    """Who is a participant."""
    if not rules.least_minutes:
        return _("Who was there once is a participant.")
    words = ngettext(
        "Who was there for less than {count} minute in all is shown apart, as no participant.",
        "Who was there for less than {count} minutes in all is shown apart, as no participant.",
        rules.least_minutes,
    )
    return words.format(count=number(rules.least_minutes))


def completion_example(rules: Rules) -> str:
    """Who completed a course."""
    if rules.completion == "minutes":
        return _(
            "Where a course was held for {all} hours, {part} of them must have been attended."
        ).format(all=number(_HOURS), part=number(Decimal(_HOURS * rules.completion_share) / 100))
    part = -(-_SESSIONS * rules.completion_share // 100)
    if rules.completion == "sessions":
        words = _("Where {all} sessions took place, somebody must have come to {part}.")
    else:
        words = _(
            "Who passed every lesson planned in the course completed it. In a course without "
            "lessons, somebody must have come to {part} of {all} sessions."
        )
    return words.format(all=number(_SESSIONS), part=number(part))


def cells_example(rules: Rules) -> str:
    """Which figures are hidden."""
    return _(
        "A table to publish hides figures from 1 to {most}. Files for the funder stay exact."
    ).format(most=number(rules.smallest_cell - 1))


def _hours(rules: Rules, *, late: int) -> Decimal:
    minutes = counted_minutes(_example(late), rules)
    assert minutes is not None
    return counted_hours(minutes, rules).normalize() + 0


def _example(late: int) -> AttendanceRow:
    whole = int(_LENGTH.total_seconds()) // 60
    return AttendanceRow(
        session_id="",
        person_id="",
        project=None,
        funder=None,
        course="",
        session_number=1,
        date=_DAY,
        planned_start=time(10),
        planned_end=time(12),
        started=_BEGAN,
        ended=_BEGAN + _LENGTH,
        place=None,
        number="",
        name=None,
        role=Role.PARTICIPANT,
        status=Status.LATE if late else Status.PRESENT,
        late=late,
        early=0,
        minutes=whole - late,
        hours=None,
    )
