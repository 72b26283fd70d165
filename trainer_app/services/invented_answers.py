"""What invented people said for the project that pays for their course, as its sets ask it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from trainer_app.content.indicator_sets import bundled_sets
from trainer_app.domain.events import Draft
from trainer_app.domain.funding.answers import PREFER_NOT, Question, Stage
from trainer_app.domain.funding.asking import is_minor
from trainer_app.domain.funding.indicators import each_question
from trainer_app.domain.people import Person
from trainer_app.services.ledger import Ledger

_NOT_ASKED, _SAID_NO, _SIGNED = 6, 11, 3
"""Each so-manieth person was not asked yet, wants no questions, or signed on paper."""


class InventedAnswers:
    """Consents and plain answers. What is sensitive stays to be asked: it takes trainers' keys."""

    def __init__(self, ledger: Ledger, project: str, sets: Sequence[str], seed: int) -> None:
        self._ledger, self._project = ledger, project
        self._chance = random.Random(seed)
        self._sets = [one for one in bundled_sets() if one.name in sets]

    def drafts(self, people: Sequence[Person], on: date) -> Iterator[Draft]:
        """What they said on a day; one of them left yesterday and was asked again."""
        today = self._ledger.now().date()
        for number, person in enumerate(people, 1):
            if number % _NOT_ASKED == 0:
                continue
            given = number % _SAID_NO != 0
            yield self._consent(person, "answers", number, given, on)
            if not given:
                continue
            if number % 2:
                yield self._consent(person, "sensitive", number, False, on)
            yield from self._said(person, "entry", on)
            if number == 1 and on < today:
                left = {"on": (today - timedelta(days=1)).isoformat(), "reason": "work"}
                yield self._note("project-left", left, person)
                yield from self._said(person, "exit", today)

    def _consent(self, person: Person, use: str, number: int, given: bool, on: date) -> Draft:
        minor = is_minor(person.birth_year, on)
        body = {
            "use": use,
            "given": given,
            "on": on.isoformat(),
            "how": "spoken" if number % _SIGNED else "signed",
            "language": person.language,
            "interpreter": number % 5 == 0,
            "guardian": "Noor" if given and minor else None,
        }
        return self._note("consent-given", body, person)

    def _said(self, person: Person, stage: Stage, on: date) -> Iterator[Draft]:
        for question in each_question(self._sets, stage):
            if not (question.sensitive or question.by_trainer):
                yield self._note("answer-given", self._answer(person, question, on), person)

    def _answer(self, person: Person, question: Question, on: date) -> dict[str, object]:
        ids = [choice.id for choice in question.choices]
        silent = self._chance.random() < 0.08
        return {
            "answer": self._ledger.store.new_id(),
            "stage": question.stage,
            "question": question.id,
            "value": PREFER_NOT if silent else self._chance.choice(ids),
            "on": on.isoformat(),
            "language": person.language,
            "interpreter": False,
            "at": max(0, self._ledger.seconds()),
        }

    def _note(self, kind: str, body: Mapping[str, object], person: Person) -> Draft:
        return self._ledger.note(kind, {"project": self._project, **body}, person.id)
