"""What stands on the form that somebody signs before she is asked for a project."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trainer_app.domain.funding.answers import STAGES, Question
from trainer_app.domain.funding.projects import Partner
from trainer_app.services.funding.asking import Asking
from trainer_app.services.funding.taking import Taking
from trainer_app.ui.printing import ConsentSheet, backing_of


def consent_sheet(
    asking: Asking, taking: Taking, partners: Sequence[Partner], centre: str
) -> ConsentSheet:
    """One person's form, with every question that the project may put to her."""
    project = taking.project
    asked = [
        one for stage in STAGES for one in asking.questions(project.id, stage) if not one.by_trainer
    ]
    return ConsentSheet(
        centre=centre,
        project=project,
        name=taking.person.name,
        number=taking.person.number,
        language=taking.person.language or "",
        plain=_once(one for one in asked if not one.sensitive),
        private=_once(one for one in asked if one.sensitive),
        again=any(one.stage != "entry" for one in asked),
        minor=taking.minor,
        backing=backing_of(project, partners),
    )


def _once(questions: Iterable[Question]) -> tuple[Question, ...]:
    """What is asked again at leaving stands here once."""
    return tuple({one.id: one for one in reversed(list(questions))}.values())[::-1]
