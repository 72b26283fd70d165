"""How far people are: what each began, practised, passed and remembered, and where to start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer_app.domain.people import Person
from trainer_app.domain.recall import remembered
from trainer_app.domain.sittings import Progress
from trainer_app.services.ledger import Ledger
from trainer_app.store import helpings, learning, registers


@dataclass(frozen=True, slots=True)
class Standing:
    """One person. `remembered` of `recalled` questions that came back were right the last time.

    `start` is the lesson that the small tasks pointed to, None before anybody tried them.
    `helped`: minutes that the person helped others, over all sessions.
    """

    person: Person
    progress: Mapping[str, Progress]
    remembered: int = 0
    recalled: int = 0
    start: str | None = None
    helped: int = 0

    @property
    def passed(self) -> int:
        """How many lessons are passed."""
        return sum(one.passed for one in self.progress.values())


class Reviewing:
    """What a trainer sees of people's progress. Who is erased or restricted is in no group."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    def person(self, person_id: str) -> Standing:
        """One person. Raises NotAllowed, UnknownThing."""
        self._ledger.require_trainer()
        return self._standings([registers.person(self._store, person_id)])[0]

    def course(self, course_id: str) -> list[Standing]:
        """Everyone enrolled in a course, in the order they came in. Raises NotAllowed."""
        self._ledger.require_trainer()
        return self._standings(registers.people(self._store, course_id))

    def _standings(self, people: Sequence[Person]) -> list[Standing]:
        ids = [person.id for person in people]
        progress = learning.progress_of_all(self._store, ids)
        asked = learning.recalls_of(self._store, ids)
        starts = {row["person"]: row["lesson"] for row in learning.placings_of(self._store, ids)}
        helped = helpings.minutes_of(self._store, ids, self._ledger.seconds())
        found = []
        for person in people:
            right, of = remembered(
                (row["lesson"], row["question"], bool(row["right"]))
                for row in asked
                if row["person"] == person.id
            )
            known = progress.get(person.id, {})
            found.append(
                Standing(person, known, right, of, starts.get(person.id), helped.get(person.id, 0))
            )
        return found
