"""People of a centre: learners, those who help, and trainers."""

from __future__ import annotations

from dataclasses import dataclass

GENDERS = ("woman", "man", "nonbinary")
FACES = tuple(f"face-{number:02}" for number in range(1, 37))
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
    """A face to begin with, until the person chooses one; nobody gets a beard by chance."""
    fitting = [
        face
        for number, face in enumerate(FACES, 1)
        if number in _EITHER
        or gender not in ("woman", "man")
        or (number in _MEN) == (gender == "man")
    ]
    return fitting[counter % len(fitting)]


def pictures_match(chosen: tuple[str, ...], tapped: tuple[str, ...]) -> bool:
    """Whether the same three pictures were tapped; the order is not asked of anyone."""
    return len(tapped) == 3 and set(chosen) == set(tapped)


def number_of(code: str, counter: int) -> str:
    """A participant number: the laptop's letters and a counter, so two laptops never collide."""
    return f"{code}{counter}"
