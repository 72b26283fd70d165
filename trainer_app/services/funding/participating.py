"""Who took part: the one query that reports, indicators, claims and files for funders share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from trainer_app.domain.attendance import AttendanceRow
from trainer_app.domain.competences import LEVELS
from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.funding.answers import STAGES, Answer, Said
from trainer_app.domain.funding.completion import Held, completed
from trainer_app.domain.funding.participation import (
    Participation,
    Passed,
    Times,
    enough,
    times_of,
)
from trainer_app.domain.funding.projects import Project, Rules
from trainer_app.domain.lessons import Competence
from trainer_app.domain.people import Person
from trainer_app.domain.sittings import Progress
from trainer_app.services.ledger import Ledger
from trainer_app.services.reporting import Reporting, Scope
from trainer_app.store import funding, learning, registers

Unseal = Callable[[str, str], str | None]
"""From the public half of a key (hex) and what is sealed to it (base64) to the words, or None
where nobody inside may open it."""


@dataclass(frozen=True, slots=True)
class Roll:
    """Who took part in a scope, by the rules of its project.

    `participations` are of those who count; `below`: people who were there for less than the
    project's least. `rows`: the attendance that all of it is made from. `rules`: a project's, or
    the plain ones.
    """

    scope: Scope
    project: Project | None
    rules: Rules
    participations: tuple[Participation, ...]
    below: tuple[Participation, ...]
    rows: tuple[AttendanceRow, ...]


class Participating:
    """Makes one record a person from attendance, register, lessons passed and answers.

    `competences`: what a lesson (its id) teaches. `unseal` opens sensitive answers.
    """

    def __init__(
        self,
        ledger: Ledger,
        competences: Callable[[str], Sequence[Competence]],
        unseal: Unseal = lambda _key, _sealed: None,
    ) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._competences = competences
        self._unseal = unseal
        self._reporting = Reporting(ledger)

    def roll(self, scope: Scope) -> Roll:
        """Everyone who took part within a scope. Raises UnknownThing, NotAllowed.

            Entry is of the whole project or course, also before the scope's days; completion and
        lessons passed are as they stood at the scope's end.
        """
        self._ledger.require_trainer()
        project = self._project(scope.project)
        rules = project.rules if project else Rules()
        rows = self._reporting.rows(scope)
        times = times_of(rows, rules)
        found = self._participations(scope, rules, times)
        count = {one.person_id for one in enough(found, rules)}
        return Roll(
            scope,
            project,
            rules,
            tuple(one for one in found if one.person_id in count),
            tuple(one for one in found if one.person_id not in count),
            rows,
        )

    def _project(self, project_id: str | None) -> Project | None:
        if project_id is None:
            return None
        for project in funding.Belonging(self._store).known([project_id]):
            return project
        raise UnknownThing(what="project", id=project_id)

    def _participations(
        self, scope: Scope, rules: Rules, times: Mapping[str, Times]
    ) -> list[Participation]:
        whole = Scope(course=scope.course, project=scope.project, until=scope.until)
        known = self._reporting.rows(whole)
        ever = times_of(known, rules)
        people = registers.everyone(self._store, list(times))
        progress = learning.progress_of_all(self._store, list(people))
        said = self._said(scope.project, list(people))
        left = funding.leavings(self._store, scope.project) if scope.project else {}
        there = _attended(known)
        held = self._held({course for of in there.values() for course in of}, scope.until)
        found = []
        for id, of in times.items():
            if id not in people:
                found.append(_erased(id, of, ever[id]))
                continue
            passed = self._passed(progress.get(id, {}), scope.until)
            found.append(
                replace(
                    _erased(id, of, ever[id]),
                    **_of_person(people[id]),
                    exit=left.get(id),
                    courses=tuple(there[id]),
                    completed=tuple(
                        course
                        for course, attended in there[id].items()
                        if completed(held[course], attended, {one.lesson for one in passed}, rules)
                    ),
                    passed=passed,
                    levels=self._levels(passed),
                    said=said.get(id, Said()),
                    erased=False,
                )
            )
        return sorted(found, key=lambda one: (one.erased, len(one.number), one.number, one.entry))

    def _held(self, courses: Iterable[str], until: date | None) -> dict[str, Held]:
        """What each course offered up to a day."""
        found = {}
        for id in courses:
            took_place = {
                session.id: (session.ended - session.started) // 60
                for session in registers.sessions(self._store, id)
                if session.started is not None
                and session.ended is not None
                and not session.cancelled
                and (until is None or session.date <= until)
            }
            found[id] = Held(registers.course(self._store, id).lessons, took_place)
        return found

    def _passed(self, progress: Mapping[str, Progress], until: date | None) -> tuple[Passed, ...]:
        """Lessons passed, with the day of the last work on them, up to a day."""
        zone = self._ledger.now().tzinfo
        found = (
            Passed(lesson, datetime.fromtimestamp(one.last_at, zone).date())
            for lesson, one in sorted(progress.items())
            if one.passed
        )
        return tuple(one for one in found if until is None or one.on <= until)

    def _levels(self, passed: Iterable[Passed]) -> dict[str, str]:
        """The highest level of each competence that the lessons passed teach."""
        found: dict[str, str] = {}
        for one in passed:
            for competence in self._competences(one.lesson):
                before = found.get(competence.code, competence.level)
                found[competence.code] = max(before, competence.level, key=LEVELS.index)
        return found

    def _said(self, project: str | None, people: Sequence[str]) -> dict[str, Said]:
        """What each person said for a project; of two answers to a question the later counts."""
        if project is None:
            return {}
        found: dict[str, dict[str, dict[str, Answer]]] = {}
        for row in funding.answers(self._store, people, project):
            of = found.setdefault(row["person"], {stage: {} for stage in STAGES})
            if row["stage"] in of:
                of[row["stage"]][row["question"]] = self._answer(row)
        return {person: Said(**stages) for person, stages in found.items()}

    def _answer(self, row: Mapping[str, Any]) -> Answer:
        value = row["value"]
        if row["sealed"] is not None:
            value = self._unseal(row["key"] or "", row["sealed"])
        return Answer(
            row["question"], row["stage"], value, date.fromisoformat(row["on"]), row["by"],
            row["language"], bool(row["interpreter"]),
        )  # fmt: skip


def _attended(rows: Iterable[AttendanceRow]) -> dict[str, dict[str, dict[str, int]]]:
    """Real minutes of each participant, by course and session."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for row in rows:
        if row.counts:
            of = found.setdefault(row.person_id, {}).setdefault(row.course_id, {})
            of[row.session_id] = row.minutes or 0
    return found


def _erased(id: str, of: Times, ever: Times) -> Participation:
    """What is left of somebody of whom only counts are left."""
    return Participation(
        id, "", None, ever.first, None, of.attendances, of.minutes, of.hours, erased=True
    )


def _of_person(person: Person) -> dict[str, Any]:
    return {
        name: getattr(person, name)
        for name in ("number", "name", "gender", "birth_year", "language")
    }
