"""Looks a project over before a claim: gathers what the checks need, from this laptop's records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from trainer_app.domain.courses import Session, local_time
from trainer_app.domain.errors import BadTimes, UnknownThing
from trainer_app.domain.funding.answers import STAGES, Question, Stage
from trainer_app.domain.funding.checks import check
from trainer_app.domain.funding.findings import Finding
from trainer_app.domain.funding.indicators import SetFigures
from trainer_app.domain.funding.material import Material, Meeting
from trainer_app.domain.funding.projects import Project
from trainer_app.services.funding.claims import Claims, Figures
from trainer_app.services.funding.participating import Participating, Roll
from trainer_app.services.ledger import Ledger
from trainer_app.services.likenesses import Likenesses
from trainer_app.services.reporting import Scope
from trainer_app.store import claims as reading
from trainer_app.store import funding, registers

Questions = Callable[[Project, Stage], Sequence[Question]]
"""The questions of a project's sets at a stage, each once."""


class Checking:
    """The checker before every claim. Full trainers only: NotAllowed, NotForSubstitutes."""

    def __init__(
        self,
        ledger: Ledger,
        participating: Participating,
        claims: Claims,
        figures: Figures,
        questions: Questions,
    ) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._participating = participating
        self._claims = claims
        self._figures = figures
        self._questions = questions
        self._likenesses = Likenesses(ledger.store)

    def check(
        self, project_id: str | None, since: date | None = None, until: date | None = None
    ) -> tuple[Finding, ...]:
        """Everything to mend or to look at, the weightiest first; seconds for a large register.

        Without a project: the whole centre, by plain rules. Raises UnknownThing, BadTimes.
        """
        self._ledger.require_full_trainer()
        if since and until and until < since:
            raise BadTimes(field="period")
        roll = self._participating.roll(Scope(project=project_id, since=since, until=until))
        return check(self._material(roll))

    def _material(self, roll: Roll) -> Material:
        courses = self._courses(roll.scope)
        sets, unknown = self._sets(roll)
        material = Material(
            today=self._ledger.now().date(),
            rules=roll.rules,
            project=roll.project,
            since=roll.scope.since,
            until=roll.scope.until,
            participations=roll.participations,
            below=roll.below,
            rows=roll.rows,
            meetings=self._meetings(roll.scope, frozenset(courses)),
            sets=sets,
            unknown_sets=unknown,
            alike=self._alike(),
            courses=courses,
            sheets=reading.sessions_with_sheets(self._store),
        )
        return material if roll.project is None else self._of_project(material, roll.project)

    def _of_project(self, material: Material, project: Project) -> Material:
        """What only a project has: its questions, consents, and claims that name its hours."""
        people = [one.person_id for one in material.participations]
        return replace(
            material,
            questions=tuple(
                question for stage in STAGES for question in self._questions(project, stage)
            ),
            consents=reading.consents_of(self._store, project.id, people),
            claims=self._claims.list(),
        )

    def _courses(self, scope: Scope) -> dict[str, tuple[str, ...]]:
        """The scope's courses, each with the ids of all its projects."""
        every = funding.project_ids(self._store)
        return {
            course: ids
            for course, ids in every.items()
            if scope.project is None or scope.project in ids
        }

    def _meetings(self, scope: Scope, courses: frozenset[str]) -> tuple[Meeting, ...]:
        return tuple(
            self._meeting(session)
            for session in registers.sessions(self._store)
            if session.course in courses
            and (scope.since is None or scope.since <= session.date)
            and (scope.until is None or session.date <= scope.until)
        )

    def _meeting(self, session: Session) -> Meeting:
        now = self._ledger.now()
        return Meeting(
            id=session.id,
            course=session.course,
            day=session.date,
            planned_start=session.planned_start,
            planned_end=session.planned_end,
            started=local_time(session.started, now),
            ended=local_time(session.ended, now),
            cancelled=session.cancelled,
        )

    def _sets(self, roll: Roll) -> tuple[tuple[SetFigures, ...], tuple[str, ...]]:
        """The figures of the project's sets, and the names of those that are not here."""
        found, unknown = [], []
        for name in roll.project.sets if roll.project else ():
            try:
                found.append(self._figures(roll, name))
            except UnknownThing:
                unknown.append(name)
        return tuple(found), tuple(unknown)

    def _alike(self) -> tuple[tuple[str, str], ...]:
        return tuple((one.one, one.other) for one in self._likenesses.suggestions())
