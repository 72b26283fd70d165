"""Who takes part in a project, and what is still to be asked of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.funding.answers import STAGES, Answer, Consent, Question, Said, Stage
from trainer_app.domain.funding.asking import Open, is_minor, newest, still_open
from trainer_app.domain.funding.projects import Project
from trainer_app.domain.people import Person
from trainer_app.services.funding.trainers_keys import TrainersKeys
from trainer_app.services.ledger import Ledger
from trainer_app.store import answers, funding, registers

PURPOSE = "sensitive"
"""Of the trainers' key that sensitive answers are sealed to."""

_FEW = 50
"""Of so many people answers are looked up one by one, of more all at once."""

Questions = Callable[[Project, Stage], Sequence[Question]]


@dataclass(frozen=True, slots=True)
class Taking:
    """One person in one project. `left`: the day that she left, None while she takes part.

    `consents`: her last word by use. `open`: what is due now. `answered`: how many questions have
    an answer. `minor`: a guardian has to agree.
    """

    person: Person
    project: Project
    left: date | None = None
    consents: Mapping[str, Consent] = field(default_factory=dict)
    open: tuple[Open, ...] = ()
    answered: int = 0
    minor: bool = False

    def agreed(self, use: str) -> bool | None:
        """Yes, no, or None where nobody asked yet."""
        return self.consents[use].given if use in self.consents else None

    def at(self, stage: Stage) -> Open | None:
        """What is due of a stage."""
        return next((one for one in self.open if one.stage == stage), None)


@dataclass(frozen=True, slots=True)
class Before:
    """An answer to the same question that she gave for another project: offered, never taken."""

    value: str
    project: str
    on: date


class TakingPart:
    """Looks at people in projects; only a full trainer may.

    `questions`: those that a project needs at a stage, each once.
    """

    def __init__(self, ledger: Ledger, keys: TrainersKeys, questions: Questions) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._keys = keys
        self._questions = questions

    def people(self, project_id: str) -> list[Taking]:
        """Everyone who takes part in a project or left it, but who is kept for a funder only.

        Raises UnknownThing, NotAllowed, NotForSubstitutes.
        """
        self._ledger.require_full_trainer()
        project = self._project(project_id)
        courses = funding.courses_of(self._store, project.id)
        ids = answers.people_of(self._store, courses)
        ids |= answers.left(self._store, self._records(project)).keys()
        return self._taking(project, [p for p in registers.people(self._store) if p.id in ids])

    def of(self, person_id: str, project_id: str) -> Taking:
        """One person in a project. Raises as `people`."""
        self._ledger.require_full_trainer()
        project = self._project(project_id)
        return self._taking(project, [registers.person(self._store, person_id)])[0]

    def projects_of(self, person_id: str) -> list[Taking]:
        """One person in each project that she takes or took part in. Raises as `people`."""
        self._ledger.require_full_trainer()
        person = registers.person(self._store, person_id)
        ids = answers.left_by(self._store, person.id)
        of_course = funding.project_ids(self._store)
        for course in answers.courses_of(self._store, person.id):
            ids |= set(of_course.get(course, ()))
        found = []
        for project in funding.projects(self._store):
            if ids.intersection(self._records(project)):
                found += self._taking(project, [person])
        return found

    def said(self, person_id: str, project_id: str) -> Said:
        """What somebody said for a project, opened where the trainer inside may. As `people`."""
        self._ledger.require_full_trainer()
        person = registers.person(self._store, person_id)
        rows = funding.answers(self._store, [person.id], self._project(project_id).id)
        return self._said(rows, opened=True)

    def questions(self, project_id: str, stage: Stage) -> tuple[Question, ...]:
        """Every question of a project at a stage. Raises UnknownThing."""
        return tuple(self._questions(self._project(project_id), stage))

    def said_before(self, person_id: str, project_id: str, stage: Stage) -> dict[str, Before]:
        """By question: what she said for another project at the same stage, if it is not sealed."""
        self._ledger.require_full_trainer()
        person = registers.person(self._store, person_id)
        project = self._project(project_id)
        here = self._records(project)
        names = {one.id: one.name for one in funding.projects(self._store)}
        known = {one.id: one for one in self._questions(project, stage) if not one.sensitive}
        found = {}
        for row in answers.said_by(self._store, person.id):
            question = known.get(row["question"])
            if row["stage"] != stage or row["project"] in here or question is None:
                continue
            if row["value"] in {choice.id for choice in question.choices}:
                on = date.fromisoformat(row["on"])
                name = names.get(row["project"], "")
                found[question.id] = Before(row["value"], name, on)
        return found

    # Parts
    def _project(self, project_id: str) -> Project:
        for project in funding.projects(self._store):
            if project.id == project_id:
                return project
        raise UnknownThing(what="project", id=project_id)

    def _records(self, project: Project) -> list[str]:
        return funding.all_records(self._store, project.id)

    def _rows(self, person: Person, project: Project) -> list[dict[str, Any]]:
        return funding.answers(self._store, [person.id], project.id)

    def _taking(self, project: Project, people: Sequence[Person]) -> list[Taking]:
        """Some people in a project, in their order."""
        records, today = self._records(project), self._ledger.now().date()
        left = answers.left(self._store, records)
        consents = answers.consents_for(self._store, records)
        rows: dict[str, list[dict[str, Any]]] = {}
        few = len(people) <= _FEW
        ids = [person.id for person in people]
        for row in (
            funding.answers(self._store, ids, project.id)
            if few
            else answers.said_for(self._store, records)
        ):
            rows.setdefault(row["person"], []).append(row)
        questions = {stage: tuple(self._questions(project, stage)) for stage in STAGES}
        found = []
        for person in people:
            said = self._said(rows.get(person.id, []), opened=False)
            last = newest(consents.get(person.id, []))
            agreed = {use: one.given for use, one in last.items()}
            day = left[person.id][1] if person.id in left else None
            exit_days = project.rules.exit_days
            found.append(
                Taking(
                    person,
                    project,
                    day,
                    last,
                    still_open(questions, said, agreed, day, today, exit_days),
                    sum(len(said.at(stage)) for stage in STAGES),
                    is_minor(person.birth_year, today),
                )
            )
        return found

    def _said(self, rows: Iterable[Mapping[str, Any]], *, opened: bool) -> Said:
        """Rows as answers, of two to one question the later."""
        found: dict[str, dict[str, Answer]] = {stage: {} for stage in STAGES}
        for row in rows:
            if row["stage"] not in found:
                continue
            value = row["value"]
            if row["sealed"] is not None:
                value = unsealing(self._keys)(row["key"] or "", row["sealed"]) if opened else None
            found[row["stage"]][row["question"]] = Answer(
                row["question"], row["stage"], value, date.fromisoformat(row["on"]), row["by"],
                row["language"], bool(row["interpreter"]),
            )  # fmt: skip
        return Said(**found)


def unsealing(keys: TrainersKeys) -> Callable[[str, str], str | None]:
    """Opens a sensitive answer (key, what was sealed); None where nobody inside may."""
    return lambda key, sealed: keys.unseal(PURPOSE, key, sealed)
