"""A class vote: one answer for each laptop, which it may change until the right one is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_PEOPLE = 10
"""So many sit at one laptop at the most."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """The answers to one question, by laptop: what they chose there, and how many they are."""

    answers: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    def with_answer(self, laptop: str, choice: str, people: int) -> Ballot:
        """The same with what the people at a laptop chose now; at least one person did."""
        counted = max(1, min(people, MOST_PEOPLE))
        return Ballot({**self.answers, laptop: (choice, counted)})

    def counts(self) -> dict[str, int]:
        """How many people chose each."""
        found: dict[str, int] = {}
        for choice, people in self.answers.values():
            found[choice] = found.get(choice, 0) + people
        return found

    @property
    def laptops(self) -> int:
        """How many laptops answered."""
        return len(self.answers)
