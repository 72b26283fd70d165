"""Looks over the people of a project: whole records, days that fit, answers given freely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from trainer_app.domain.attendance import AttendanceRow
from trainer_app.domain.funding.answers import Consent
from trainer_app.domain.funding.asking import uses_of
from trainer_app.domain.funding.figuring import gaps_of
from trainer_app.domain.funding.findings import Finding, Where
from trainer_app.domain.funding.material import Material
from trainer_app.domain.funding.participation import Participation

OLDEST, GROWN_UP = 110, 18
"""Years."""


def of_people(material: Material) -> Iterator[Finding]:
    """Everything that is about single people; erased ones are only counts."""
    known = [one for one in material.participations if not one.erased]
    last: dict[str, date] = {}
    for row in material.rows:
        if row.counts:
            last[row.person_id] = max(row.date, last.get(row.person_id, row.date))
    for one in known:
        yield from _of_days(one, last)
        yield from _of_age(one)
        yield from _of_gaps(one, material)
        yield from _of_consent(one, material)
        yield from _of_leaving(one, material)
    yield from _in_two_places(material)
    there = {one.person_id for one in (*known, *material.below)}
    for person, other in material.alike:
        if person in there and other in there:
            yield Finding("same-person", Where(person=person, other=other))
    for one in material.below:
        if not one.erased:
            yield Finding("below-least", Where(person=one.person_id), {"minutes": one.minutes})


def _of_days(one: Participation, last: Mapping[str, date]) -> Iterator[Finding]:
    if one.exit is None:
        return
    where = Where(person=one.person_id)
    if one.exit < one.entry:
        yield Finding("exit-before-entry", where)
    elif last.get(one.person_id, one.exit) > one.exit:
        yield Finding("came-after-exit", where)


def _of_age(one: Participation) -> Iterator[Finding]:
    age = one.age_at_entry
    if age is not None and not 0 <= age <= OLDEST:
        yield Finding("impossible-age", Where(person=one.person_id), {"years": age})


def _of_gaps(one: Participation, material: Material) -> Iterator[Finding]:
    """What sets need and the record lacks; without any set, what every funder asks."""
    lacking = False
    for of in material.sets:
        gaps = gaps_of(of.set, one)
        if gaps:
            lacking = True
            what = ",".join(dict.fromkeys(gap.what for gap in gaps))
            where = Where(person=one.person_id, set=of.set.name)
            yield Finding("incomplete", where, {"what": what})
    missing = [
        name
        for name, value in (("gender", one.gender), ("birth-year", one.birth_year))
        if value is None
    ]
    if missing and not lacking:
        where = Where(person=one.person_id)
        yield Finding("register-incomplete", where, {"what": ",".join(missing)})


def _of_consent(one: Participation, material: Material) -> Iterator[Finding]:
    """Answers are kept with her word for it, a minor's with a guardian's."""
    of = {(question.id, question.stage): question for question in material.questions}
    uses: set[str] = set()
    for stage in (one.said.entry, one.said.exit, one.said.later):
        for answer in stage.values():
            question = of.get((answer.question, answer.stage))
            if question is not None:
                uses.update(uses_of(question))
    consents = material.consents.get(one.person_id, {})
    for use in sorted(uses):
        where = Where(person=one.person_id, project=material.project_id)
        consent = consents.get(use)
        if consent is None:
            yield Finding("no-consent", where, {"use": use})
        elif not consent.given:
            yield Finding("consent-withdrawn", where, {"use": use})
    if uses and _needs_guardian(one, consents.values()):
        yield Finding("no-guardian", Where(person=one.person_id))


def _needs_guardian(one: Participation, consents: Iterable[Consent]) -> bool:
    is_minor = one.age_at_entry is not None and 0 <= one.age_at_entry < GROWN_UP
    return is_minor and any(consent.given and not consent.guardian for consent in consents)


def _of_leaving(one: Participation, material: Material) -> Iterator[Finding]:
    """Who left is asked within the project's days; what was asked later may not count."""
    asked = [one for one in material.questions if one.stage == "exit" and not one.by_trainer]
    if one.exit is None or not asked:
        return
    until = one.exit + timedelta(days=material.rules.exit_days)
    where = Where(person=one.person_id, project=material.project_id)
    missing = sum(question.id not in one.said.exit for question in asked)
    if missing and material.today > until:
        days = (material.today - until).days
        yield Finding("exit-overdue", where, {"days": days, "questions": missing})
    late = max(((answer.on - until).days for answer in one.said.exit.values()), default=0)
    if late > 0:
        yield Finding("exit-asked-late", where, {"days": late})


def _in_two_places(material: Material) -> Iterator[Finding]:
    """Nobody is in two sessions at once: a slip of the hand, or two people under one name."""
    by_person: dict[str, list[AttendanceRow]] = {}
    for row in material.rows:
        if row.counts and row.started and row.ended and not row.erased:
            by_person.setdefault(row.person_id, []).append(row)
    for person, rows in by_person.items():
        rows.sort(key=lambda row: (row.started, row.session_id))
        for before, after in pairwise(rows):
            if after.started and before.ended and after.started < before.ended:
                where = Where(person=person, session=after.session_id, course=after.course_id)
                yield Finding("in-two-places", where)
