"""In which language each reader gets a paper, and how many of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Readers:
    """`copies` by language, the most asked for first. `instead`: how many people get another
    language than theirs, by the language that they would read.
    """

    copies: Mapping[str, int]
    instead: Mapping[str, int]

    @property
    def count(self) -> int:
        """How many copies in all."""
        return sum(self.copies.values())


def readers_of(learners: Iterable[str | None], have: Collection[str], centre: str) -> Readers:
    """Share learners out over the languages that a paper has.

    `learners`: a language for each, None where nobody asked; these get the `centre`'s, as those
    do whose language the paper has not. Where it lacks the centre's too, its first.
    """
    instead: Counter[str] = Counter()
    copies: Counter[str] = Counter()
    other = centre if centre in have or not have else next(iter(have))
    for wanted in learners:
        if wanted is not None and wanted not in have:
            instead[wanted] += 1
        copies[wanted if wanted in have and wanted is not None else other] += 1
    return Readers(_ordered(copies), _ordered(instead))


def _ordered(counted: Counter[str]) -> dict[str, int]:
    return dict(sorted(counted.items(), key=lambda each: (-each[1], each[0])))
