"""Looks over the sessions of a project: held, ended, within their hours, claimed once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from trainer_app.domain.attendance import AttendanceRow
from trainer_app.domain.funding.findings import Finding, Where
from trainer_app.domain.funding.material import Material, Meeting
from trainer_app.domain.funding.participation import counted_minutes
from trainer_app.domain.funding.projects import Project

LONGEST = timedelta(hours=8)
"""A session that took longer was hardly one: somebody forgot to press “End”."""


def of_sessions(material: Material) -> Iterator[Finding]:
    """Everything that is about single sessions and their rows."""
    rows: dict[str, list[AttendanceRow]] = {}
    for row in material.rows:
        rows.setdefault(row.session_id, []).append(row)
    elsewhere = _claimed_elsewhere(material)
    for meeting in material.meetings:
        there = rows.get(meeting.id, [])
        yield from _of_time(meeting, there, material)
        yield from _of_rows(meeting, there, material)
        if meeting.id in elsewhere and any(row.counts for row in there):
            claim, project, minutes = elsewhere[meeting.id]
            where = Where(session=meeting.id, project=project, claim=claim)
            yield Finding("claimed-elsewhere", where, {"minutes": minutes})


def _of_time(meeting: Meeting, there: list[AttendanceRow], material: Material) -> Iterator[Finding]:
    """Whether a session was held, and when."""
    where = Where(session=meeting.id, course=meeting.course)
    came = sum(row.counts for row in there)
    if meeting.cancelled:
        if came:
            yield Finding("cancelled-attended", where, {"people": came})
        return
    if meeting.started is None:
        # Today's may still begin.
        if meeting.day < material.today:
            yield Finding("not-held", where, {"people": came})
        return
    if meeting.ended is None:
        yield Finding("not-ended", where, {"people": came})
        return
    if not there:
        yield Finding("nobody-marked", where)
    if _is_unlikely(meeting, meeting.started, meeting.ended):
        minutes = (meeting.ended - meeting.started) // timedelta(minutes=1)
        yield Finding("unlikely-times", where, {"minutes": minutes})
    if came and meeting.id not in material.sheets:
        yield Finding("no-sheet", where)


def _is_unlikely(meeting: Meeting, started: datetime, ended: datetime) -> bool:
    """Another day than its own, no time at all, very long, or wholly beside its planned hours."""
    if started.date() != meeting.day or not started < ended <= started + LONGEST:
        return True
    plan = [
        datetime.combine(meeting.day, of) for of in (meeting.planned_start, meeting.planned_end)
    ]
    return ended <= plan[0] or started >= plan[1]


def _of_rows(meeting: Meeting, there: list[AttendanceRow], material: Material) -> Iterator[Finding]:
    """Rows that are not settled, that have no time, or that lie outside the project."""
    where = Where(session=meeting.id, course=meeting.course)
    project = material.project
    came = [row for row in there if row.counts]
    minutes = sum(counted_minutes(row, material.rules) or 0 for row in came)
    if project and came and not _is_within(meeting.day, project):
        yield Finding("outside-project", where, {"people": len(came), "minutes": minutes})
    for row in there:
        person = None if row.erased else row.person_id
        of_row = Where(person=person, session=meeting.id, course=meeting.course)
        if row.unsettled:
            yield Finding("unsettled", of_row)
        if row.counts and row.minutes == 0:
            yield Finding("no-minutes", of_row)


def _is_within(day: date, project: Project) -> bool:
    return not ((project.starts and day < project.starts) or (project.ends and project.ends < day))


def _claimed_elsewhere(material: Material) -> dict[str, tuple[str, str, int]]:
    """By session: a claim of another project with its hours, that project, and the minutes."""
    found: dict[str, tuple[str, str, int]] = {}
    if material.project is None:
        return found
    for claim in material.claims:
        if claim.project == material.project.id or claim.standing != "good":
            continue
        minutes: dict[str, int] = {}
        for row in claim.rows:
            if row.person not in claim.below and row.minutes:
                minutes[row.session] = minutes.get(row.session, 0) + row.minutes
        for session, sum_of in minutes.items():
            found.setdefault(session, (claim.id, claim.project, sum_of))
    return found
