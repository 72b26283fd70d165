"""People of a centre: learners, those who help, and trainers."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

GENDERS = ("woman", "man", "nonbinary")
FACES = tuple(f"face-{number:02}" for number in range(1, 43))
_BY_CHANCE = 36
"""So many of them may be given to somebody who has chosen none yet."""
_MEN = frozenset({2, 4, 6, 8, 11, 13, 16, 18, 20, 21, 24, 25, 29, 31, 34, 36})
_EITHER = frozenset({8, 23, 27, 29})
SIGN_IN_PICTURES = (
    "sun", "fish", "tree", "house", "key", "cup",
    "bird", "umbrella", "apple", "boat", "bicycle", "flower",
)  # fmt: skip
TRAINER_PICTURES = (
    "mountain", "lighthouse", "kite", "teapot", "guitar", "compass",
    "leaf", "star", "drum", "lamp", "wheel", "shell",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in the register. `number` is printed on cards; `listed` is off for who hides."""

    id: str
    number: str
    name: str
    birth_year: int | None = None
    gender: str | None = None
    language: str | None = None
    phone: str | None = None
    note: str | None = None
    face: str = FACES[0]
    listed: bool = True

    @property
    def label(self) -> str:
        """The name, or the participant number of who gave none."""
        return self.name or self.number


@dataclass(frozen=True, slots=True)
class Trainer:
    """Someone who may unlock this centre; a substitute `until` her last day (ISO date)."""

    id: str
    name: str
    picture: str
    role: str = "trainer"
    until: str | None = None

    @property
    def is_substitute(self) -> bool:
        """Whether she marks and teaches only."""
        return self.role == "substitute"


def face_for(gender: str | None, counter: int) -> str:
    """A face to begin with, until the person chooses one.

    Nobody gets a beard by chance, nor a hearing aid or a wheelchair.
    """
    fitting = [
        face
        for number, face in enumerate(FACES[:_BY_CHANCE], 1)
        if number in _EITHER
        or gender not in ("woman", "man")
        or (number in _MEN) == (gender == "man")
    ]
    return fitting[counter % len(fitting)]


def pictures_match(chosen: tuple[str, ...], tapped: tuple[str, ...]) -> bool:
    """Whether the same three pictures were tapped; the order is not asked of anyone."""
    return len(tapped) == 3 and set(chosen) == set(tapped)


def nicknames(people: Iterable[Person]) -> dict[str, str]:
    """What each is called where others look on, by id: the first name, and no more than is needed.

    Two of the same first name get the first letter of the next word, or their number where that is
    the same too. Who gave no name has none here either.
    """
    words = {person.id: (person.name.split(), person.number) for person in people}
    first = {id: name[0] if name else "" for id, (name, _number) in words.items()}
    alike = Counter(_folded(one) for one in first.values())
    longer = {
        id: one if alike[_folded(one)] == 1 else _with_next(words[id][0])
        for id, one in first.items()
    }
    alike = Counter(_folded(one) for one in longer.values())
    return {
        id: one if not one or alike[_folded(one)] == 1 else f"{one} ({words[id][1]})"
        for id, one in longer.items()
    }


def _with_next(name: list[str]) -> str:
    if len(name) < 2:
        return " ".join(name)
    # Marks belong to their letter: é may be written as two signs.
    letter = unicodedata.normalize("NFC", name[1])[:1]
    return f"{name[0]} {letter}"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def number_of(code: str, counter: int) -> str:
    """A participant number: the laptop's letters and a counter, so two laptops never collide."""
    return f"{code}{counter}"
