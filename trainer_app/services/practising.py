"""Practising: which goals were reached, how often tried; never what was typed or chosen.

Each person at the laptop gets the progress. A guest has no sitting, and nothing is recorded.
"""

from __future__ import annotations

from trainer_app.domain.lessons import Lesson
from trainer_app.domain.practice.playing import Result
from trainer_app.domain.practice.scenario import Scenario
from trainer_app.services.ledger import Ledger
from trainer_app.services.playing import write_for_all


class Practising:
    """The practices of those who sit at this laptop. `ledger` is None while it is locked."""

    def __init__(self, ledger: Ledger | None) -> None:
        self._ledger = ledger

    def begin(self, lesson: Lesson, scenario: Scenario) -> None:
        """Record that a practice is on the screen, with nothing reached in it yet."""
        nothing = Result(goals=(), of=scenario.goals, tries=0, hints=0, minutes=0)
        self.reach(lesson, scenario, nothing)

    def reach(self, lesson: Lesson, scenario: Scenario, result: Result) -> None:
        """Record how far a practice is. Each result is whole: a later one says all that it did."""
        if self._ledger is None:
            return
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
        write_for_all(self._ledger, "practice-played", body)
