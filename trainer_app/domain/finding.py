"""Finds things by the beginnings of their words, in any order, among ten thousand at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest

from trainer_app.domain.letters import fold


@dataclass(frozen=True, slots=True)
class Findable:
    """Something that can be opened: `kind` and `id` say what, `label` and `under` are its words.

    `words`: what it is found by beside its label, such as a number or a day in figures.
    """

    kind: str
    id: str
    label: str
    under: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Hits:
    """The best of a kind, and how many there are in all."""

    best: tuple[Findable, ...]
    all: int


class Index:
    """Things with their words folded beforehand, so that each letter typed is answered at once."""

    def __init__(self, things: Iterable[Findable]) -> None:
        self._kinds: dict[str, list[tuple[str, Findable]]] = {}
        for one in things:
            # A space before each word: what is typed has to begin one.
            folded = f" {fold(one.label)} {fold(one.words)}"
            self._kinds.setdefault(one.kind, []).append((folded, one))

    def find(self, typed: str, kind: str, most: int) -> Hits:
        """Those of a kind in which every word typed begins a word; at most `most` of them.

        First those that begin with what was typed, each part in the order of their letters.
        Nothing typed finds nothing.
        """
        wanted = [f" {word}" for word in fold(typed).split()]
        if not wanted:
            return Hits((), 0)
        first = "".join(wanted)
        hits = self._kinds.get(kind, ())
        for word in wanted:
            hits = [one for one in hits if word in one[0]]
        best = nsmallest(most, hits, key=lambda one: (not one[0].startswith(first), one[0]))
        return Hits(tuple(one for _folded, one in best), len(hits))
