"""What may be published of a project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from trainer_app.domain.funding.breakdowns import Table, Value
from trainer_app.domain.funding.periods import Period
from trainer_app.domain.funding.projects import Project


@dataclass(frozen=True, slots=True)
class Publication:
    """What may be published of a project for a period, None for the project's whole.

    Figures are None where they are hidden. `tables`: unique people by gender, age, both, language,
    place and course; then by month the three figures. Empty where too few people took part, or
    where this period would give a smaller one away.
    """

    project: Project
    period: Period | None
    people: Value
    attendances: Value
    hours: Value
    tables: tuple[Table, ...]
    smallest: int
    made: datetime
    head: str
