"""A lesson cut into what is translated one by one, and how far a translation has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["title", "sentence", "list", "quote", "picture", "word", "sound"]
State = Literal["missing", "stale", "done"]
STATES: tuple[State, ...] = ("missing", "stale", "done")


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of a lesson that is translated by itself.

    `id` is made of file, section and field, such as `pages/lock/title`. `text` is what it says in
    the source: Markdown of one line. `needed`: without it the translation is not whole.
    `sentence_words`: how many words a sentence of it may have, 0 where that does not count.
    """

    id: str
    text: str
    kind: Kind
    needed: bool = True
    sentence_words: int = 0

    @property
    def file(self) -> str:
        """The file of words that it stands in, without its ending."""
        return self.id.split("/")[0]

    @property
    def section(self) -> str:
        """The page, question, part or stage that it stands in; "" for the lesson as a whole."""
        parts = self.id.split("/")
        return parts[1] if len(parts) > 2 else ""


@dataclass(frozen=True, slots=True)
class Translated:
    """A unit with its words in another language; "" while there are none.

    `made_from` is the source text that they were made from; None where nobody noted it, and then
    `fresh` says whether the whole file was made from the source as it is now.
    """

    unit: Unit
    words: str = ""
    made_from: str | None = None
    fresh: bool = True

    @property
    def state(self) -> State:
        """Whether it has words, made from what the source says now."""
        if not self.words:
            return "missing"
        if self.made_from is None:
            return "done" if self.fresh else "stale"
        return "done" if self.made_from == self.unit.text else "stale"

    @property
    def wanted(self) -> bool:
        """Whether there is still something to do that the whole cannot be without."""
        return self.state == "stale" or (self.state == "missing" and self.unit.needed)


@dataclass(frozen=True, slots=True)
class Translation:
    """A lesson's units in one language, in the order of reading.

    `source` is the language translated from. `by` are those who translated, `reviewed_by` who
    read it all (then `review` is "reviewed").
    """

    lesson: str
    language: str
    source: str
    units: tuple[Translated, ...]
    by: str = ""
    review: str = "draft"
    reviewed_by: str = ""

    @property
    def whole(self) -> bool:
        """Whether learners could be given it: every unit that is needed has words."""
        return not any(each.unit.needed and each.state == "missing" for each in self.units)

    def count(self, state: State) -> int:
        """How many units are in a state; of the missing ones those that are needed."""
        return sum(
            each.state == state and (each.unit.needed or state != "missing") for each in self.units
        )

    def unit(self, unit_id: str) -> Translated:
        """One unit by its id; KeyError if there is none."""
        return {each.unit.id: each for each in self.units}[unit_id]

    def with_words(self, words: Mapping[str, str], by: str = "") -> Translation:
        """With other words for some units, made from the source of now; "" takes them away.

        What was read over is a draft again. KeyError for a unit that there is not.
        """
        new = {
            unit_id: replace(self.unit(unit_id), words=text, made_from=self.unit(unit_id).unit.text)
            for unit_id, text in words.items()
        }
        return self._with(new, by)

    def with_units(self, units: Sequence[Translated], by: str = "") -> Translation:
        """With these units in the place of those of the same id."""
        return self._with({each.unit.id: each for each in units}, by)

    def still_right(self, unit_id: str) -> Translation:
        """The words of a unit fit what the source says now, though it was changed."""
        return self.with_words({unit_id: self.unit(unit_id).words})

    def read_over(self, name: str) -> Translation:
        """Somebody has read it all."""
        return replace(self, review="reviewed", reviewed_by=name)

    def next_wanted(self, after: str = "", *, state: State | None = None) -> str:
        """The id of the next unit with something to do, from the top after the last; "" if none.

        `state`: only of units that are in it.
        """
        ids = [each.unit.id for each in self.units]
        start = ids.index(after) + 1 if after in ids else 0
        for each in (*self.units[start:], *self.units[:start]):
            if each.wanted and each.unit.id != after and (state is None or each.state == state):
                return each.unit.id
        return ""

    def _with(self, new: Mapping[str, Translated], by: str) -> Translation:
        units = tuple(new.get(each.unit.id, each) for each in self.units)
        if units == self.units:
            return self
        names = [each.strip() for each in self.by.split(",") if each.strip()]
        if by and by not in names:
            names.append(by)
        return replace(self, units=units, by=", ".join(names), review="draft", reviewed_by="")


@dataclass(frozen=True, slots=True)
class Kept:
    """Words of a translation as they stand in its file, and the source text they were made from.

    `kind` is the unit's, to find its like again.
    """

    kind: Kind
    words: str
    made_from: str | None = None


def laid_out(sources: Sequence[Unit], kept: Sequence[Kept]) -> list[Kept | None]:
    """For each line of a section the words that belong to it, where lines have no ids.

    Lines may have been put in, taken out or changed since: then what was made from the same text
    goes with it. Where nobody noted the text, lines of one kind go together in order, and what
    is left over joins the line before, so that no words are lost.
    """
    if any(each.made_from is None for each in kept):
        return _by_kind(sources, kept)
    found: list[Kept | None] = [None] * len(sources)
    texts = [each.text for each in sources]
    match = SequenceMatcher(None, [each.made_from or "" for each in kept], texts, autojunk=False)
    for what, start, end, first, last in match.get_opcodes():
        if what in ("equal", "replace"):
            for old, new in zip(range(start, end), range(first, last), strict=False):
                found[new] = kept[old]
    return found


def _by_kind(sources: Sequence[Unit], kept: Sequence[Kept]) -> list[Kept | None]:
    kinds, there = [each.kind for each in sources], [each.kind for each in kept]
    if len(kinds) == len(there):
        return list(kept)
    found: list[Kept | None] = [None] * len(sources)
    if not sources:
        return found
    last = 0
    match = SequenceMatcher(None, there, kinds, autojunk=False)
    for _what, start, end, first, stop in match.get_opcodes():
        for at, each in enumerate(kept[start:end]):
            if stop > first:
                last = min(first + at, stop - 1)
            before = found[last]
            words = each.words if before is None else f"{before.words} {each.words}"
            found[last] = replace(each, words=words.strip())
    return found
