"""How it was: two questions with three faces, answered by nobody in particular."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Question = Literal["evening", "alone"]
"""How was it today? Can you do it alone now?"""

QUESTIONS: tuple[Question, ...] = ("evening", "alone")
FACES = (1, 2, 3)
"""From not good to good."""

FEWEST_SHOWN = 3
"""Fewer answers to a question are not shown: they would tell whose they are."""

ASKED_LATE = 15 * 60
"""Seconds before the planned end from which who leaves is asked, and after the real end."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered to one question: how many there are, and how many chose each face.

    `faces` is empty while there are too few to be shown.
    """

    count: int
    faces: Mapping[int, int]


def answers_of(faces: Iterable[int]) -> Answers:
    """The answers to one question; what is no face is left out."""
    known = [face for face in faces if face in FACES]
    if len(known) < FEWEST_SHOWN:
        return Answers(len(known), {})
    return Answers(len(known), {face: known.count(face) for face in FACES})


def is_time_to_ask(now: int, planned_end: int, ended: int | None) -> bool:
    """Whether somebody who leaves a session now is asked, all in UTC seconds."""
    if ended is not None:
        return 0 <= now - ended <= ASKED_LATE
    return now >= planned_end - ASKED_LATE
