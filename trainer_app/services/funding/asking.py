"""What people say for a project: agreed to, answered, taken back; who left, and who came back.

Sensitive answers are sealed to the trainers' key. What is taken back or said anew leaves the log
for good.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from trainer_app.domain.errors import BadTimes, EmptyField, NotAgreed, UnknownThing
from trainer_app.domain.events import Draft
from trainer_app.domain.funding.answers import PREFER_NOT, STAGES, Question, Stage
from trainer_app.domain.funding.asking import REASONS, USES, uses_of
from trainer_app.services.funding.taking import PURPOSE, Questions, Taking, TakingPart
from trainer_app.services.funding.trainers_keys import TrainersKeys
from trainer_app.services.ledger import Ledger
from trainer_app.store import answers, keeping, registers


class Asking(TakingPart):
    """Asks on behalf of a project; only a full trainer may.

    `sweep` renews what else holds answers that were taken back: write-ahead log and backups.
    """

    def __init__(
        self,
        ledger: Ledger,
        keys: TrainersKeys,
        questions: Questions,
        sweep: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(ledger, keys, questions)
        self._sweep = sweep

    # Agreeing
    def agree(
        self,
        person_id: str,
        project_id: str,
        use: str,
        given: bool,
        *,
        how: str = "spoken",
        language: str | None = None,
        interpreter: bool = False,
        guardian: str | None = None,
    ) -> None:
        """Record a person's yes or no to one of USES; a no to what was agreed drops the answers.

        Raises UnknownThing, EmptyField (a minor without a guardian), NotAllowed,
        NotForSubstitutes, DiskFull.
        """
        self._ledger.require_full_trainer()
        taking = self.of(person_id, project_id)
        if use not in USES:
            raise UnknownThing(what="use", id=use)
        said_by = (guardian or "").strip() or None
        if given and taking.minor and said_by is None:
            raise EmptyField(field="guardian")
        body = {
            "project": taking.project.id,
            "use": use,
            "given": given,
            "on": self._ledger.now().date().isoformat(),
            "how": how,
            "language": language,
            "interpreter": interpreter,
            "guardian": said_by,
        }
        drafts = [self._ledger.edit("consent-given", body, taking.person.id)]
        if not given:
            drafts += self._dropping(self._agreed_to(taking, use))
        self._write_and_sweep(drafts)

    # Answering
    def give(
        self,
        person_id: str,
        project_id: str,
        stage: Stage,
        given: Mapping[str, str],
        *,
        language: str | None = None,
        interpreter: bool = False,
    ) -> None:
        """Keep answers, by question: a choice's id or PREFER_NOT. What she said before goes.

        Call `tidy` when she has finished.

        Raises UnknownThing (no such question or choice), NotAgreed, EmptyField (a minor's guardian
        did not agree), NotAllowed, NotForSubstitutes, DiskFull.
        """
        self._ledger.require_full_trainer()
        taking = self.of(person_id, project_id)
        known = {one.id: one for one in self._questions(taking.project, stage)}
        for question_id, value in given.items():
            self._check(taking, known.get(question_id), question_id, value)
        earlier = [
            row
            for row in self._rows(taking.person, taking.project)
            if row["stage"] == stage and row["question"] in given
        ]
        drafts = self._dropping(earlier)
        for question_id, value in given.items():
            question = known[question_id]
            drafts.append(self._answer(taking, question, stage, value, language, interpreter))
        if earlier:
            keeping.write_anew_later(self._store)
        if drafts:
            self._ledger.write(*drafts)

    def tidy(self) -> None:
        """Leave nothing of what was said before in free space of the file, where something was.

        It takes seconds in a large centre; one that is interrupted is finished at the next start.
        Raises DiskFull, ReadOnly, InUse.
        """
        keeping.finish_writing_anew(self._store)

    def take_back(
        self, person_id: str, project_id: str, stage: Stage, questions: Collection[str]
    ) -> None:
        """Drop answers for good; backups with them go too. Raises as `people`, and DiskFull."""
        self._ledger.require_full_trainer()
        taking = self.of(person_id, project_id)
        rows = self._rows(taking.person, taking.project)
        gone = [row for row in rows if row["stage"] == stage and row["question"] in questions]
        self._write_and_sweep(self._dropping(gone))

    # Leaving
    def leave(self, person_id: str, project_id: str, on: date, reason: str) -> None:
        """Record that somebody left a project for one of REASONS.

        Raises UnknownThing, BadTimes (a day to come), NotAllowed, NotForSubstitutes.
        """
        self._ledger.require_full_trainer()
        if on > self._ledger.now().date():
            raise BadTimes(field="left")
        if reason not in REASONS:
            raise UnknownThing(what="reason", id=reason)
        self._set_left(person_id, project_id, on.isoformat(), reason)

    def come_back(self, person_id: str, project_id: str) -> None:
        """Record that somebody who left takes part again. Raises as `leave`."""
        self._ledger.require_full_trainer()
        self._set_left(person_id, project_id, None, None)

    def _set_left(
        self, person_id: str, project_id: str, on: str | None, reason: str | None
    ) -> None:
        person = registers.person(self._store, person_id)
        project = self._project(project_id)
        left = answers.left(self._store, self._records(project)).get(person.id)
        # Under a second record of the same project it would go on standing.
        wanted = {project.id} | ({left[0]} if left else set())
        bodies = [{"project": one, "on": on, "reason": reason} for one in sorted(wanted)]
        self._ledger.write(*(self._ledger.edit("project-left", body, person.id) for body in bodies))

    # Parts
    def _agreed_to(self, taking: Taking, use: str) -> list[dict[str, Any]]:
        """The rows that stand on a person's yes to a use; what a trainer saw does not."""
        rows = self._rows(taking.person, taking.project)
        if use == "sensitive":
            return [row for row in rows if row["sealed"] is not None]
        seen = {
            (stage, one.id)
            for stage in STAGES
            for one in self._questions(taking.project, stage)
            if one.by_trainer
        }
        return [row for row in rows if (row["stage"], row["question"]) not in seen]

    def _check(
        self, taking: Taking, question: Question | None, question_id: str, value: str
    ) -> None:
        if question is None:
            raise UnknownThing(what="question", id=question_id)
        if value not in {PREFER_NOT, *(choice.id for choice in question.choices)}:
            raise UnknownThing(what="choice", id=value)
        for use in uses_of(question):
            if not taking.agreed(use):
                raise NotAgreed(use=use)
            # She said yes before the trainer knew her year of birth.
            if taking.minor and not taking.consents[use].guardian:
                raise EmptyField(field="guardian")

    def _answer(
        self,
        taking: Taking,
        question: Question,
        stage: Stage,
        value: str,
        language: str | None,
        interpreter: bool,
    ) -> Draft:
        body: dict[str, object] = {
            "answer": self._store.new_id(),
            "project": taking.project.id,
            "stage": stage,
            "question": question.id,
            "value": value,
            "on": self._ledger.now().date().isoformat(),
            "language": language,
            "interpreter": interpreter,
            "at": max(0, self._ledger.seconds()),
        }
        if question.sensitive:
            body["key"], body["sealed"] = self._keys.seal(PURPOSE, value)
            body["value"] = None
        return self._ledger.note("answer-given", body, taking.person.id)

    def _dropping(self, rows: Iterable[Mapping[str, Any]]) -> list[Draft]:
        """What drops some answers, each said under the id that it was given under."""
        at = max(0, self._ledger.seconds())
        return [
            self._ledger.note("answer-dropped", {"answer": row["id"], "at": at}, row["person"])
            for row in rows
        ]

    def _write_and_sweep(self, drafts: Sequence[Draft]) -> None:
        goes = any(draft.kind == "answer-dropped" for draft in drafts)
        if goes:
            keeping.write_anew_later(self._store)
        if drafts:
            self._ledger.write(*drafts)
        if goes:
            self._sweep()
