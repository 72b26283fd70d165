"""What a check of a project looks at: gathered by a service, looked over by pure rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from trainer_app.domain.attendance import AttendanceRow
from trainer_app.domain.funding.answers import Consent, Question
from trainer_app.domain.funding.claims import Claim
from trainer_app.domain.funding.indicators import SetFigures
from trainer_app.domain.funding.participation import Participation
from trainer_app.domain.funding.projects import Project, Rules


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session as a check needs it; `started` and `ended` are local times without a zone."""

    id: str
    course: str
    day: date
    planned_start: time
    planned_end: time
    started: datetime | None = None
    ended: datetime | None = None
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Material:
    """All that a check looks at.

    `participations` are those who count, `below` those who were there for too little. `alike`:
    pairs of people who may be one. `claims`: of all projects, as they read. `courses`: each course
    of the scope to the ids of all its projects. `sheets`: sessions with a photo of their sheet.
    `consents`: by person and use. `questions`: those of the project's sets. `unknown_sets`: sets
    that the project names and that are not here.
    """

    today: date
    rules: Rules = field(default_factory=Rules)
    project: Project | None = None
    since: date | None = None
    until: date | None = None
    participations: tuple[Participation, ...] = ()
    below: tuple[Participation, ...] = ()
    rows: tuple[AttendanceRow, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    sets: tuple[SetFigures, ...] = ()
    unknown_sets: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    consents: Mapping[str, Mapping[str, Consent]] = field(default_factory=dict)
    alike: tuple[tuple[str, str], ...] = ()
    claims: tuple[Claim, ...] = ()
    courses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sheets: frozenset[str] = frozenset()

    @property
    def project_id(self) -> str | None:
        """The id of the project, where there is one."""
        return None if self.project is None else self.project.id
