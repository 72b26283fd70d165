"""Practising: which goals were reached, how often tried; never what was typed or chosen.

Each person at the laptop gets the progress. A guest has no sitting, and nothing is written.
"""

from __future__ import annotations

from functools import partial

from trainer_app.domain.lessons import Lesson
from trainer_app.domain.practice.going_on import done_before, goals_of, stages_done
from trainer_app.domain.practice.playing import Result
from trainer_app.domain.practice.scenario import Scenario
from trainer_app.services.ledger import Ledger
from trainer_app.services.playing import seated, write_for_all
from trainer_app.services.room.guest_work import GuestWork
from trainer_app.store import learning


class Practising:
    """The practices of those who sit at this laptop.

    `ledger` is None for guests; what they do while the store is locked goes to `guest_work`.
    """

    def __init__(self, ledger: Ledger | None, guest_work: GuestWork | None = None) -> None:
        self._ledger = ledger
        self._guest_work = guest_work

    def begin(self, lesson: Lesson, scenario: Scenario) -> tuple[str, ...]:
        """Record that a practice is on the screen; the goals of stages done before, to go on after.

        In a group as far as whoever is least far; nothing where somebody was not there.
        """
        before = goals_of(done_before(scenario, self._done_by_all(scenario)))
        begun = Result(goals=before, of=scenario.goals, tries=0, hints=0, minutes=0)
        self.reach(lesson, scenario, begun)
        return before

    def reach(self, lesson: Lesson, scenario: Scenario, result: Result) -> None:
        """Record how far a practice is. Each result is whole: a later one says all that it did."""
        body = {
            "lesson": lesson.id,
            "version": scenario.version,
            "goals": list(result.goals),
            "of": result.of,
            "tries": result.tries,
            "hints": result.hints,
            "minutes": result.minutes,
            "done": result.done,
            "alone": not lesson.has_pages,
        }
        if self._ledger is not None:
            write_for_all(self._ledger, "practice-played", body)
        elif self._guest_work is not None:
            self._guest_work.note("practice-played", body)

    def _done_by_all(self, scenario: Scenario) -> frozenset[str]:
        """The goals of one time that this practice was played: the best of whoever is least far."""
        if self._ledger is None:
            return frozenset()
        people = [person for _, person in seated(self._ledger)]
        plays = learning.practised_by(self._ledger.store, people, scenario.lesson, scenario.version)
        far = partial(stages_done, scenario)
        best = (max(plays.get(person, ()), key=far, default=frozenset()) for person in people)
        return min(best, key=far, default=frozenset())
