"""Questions that come back: which two of earlier lessons a person is asked a session later."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

AT_ONCE = 2
LONGEST_WAIT = 8
"""Sessions that a question waits at most, however often it was remembered."""

Key = tuple[str, str]
"""A question: the lesson's id and its own."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that came back once. `session` counts the person's sessions from 0."""

    lesson: str
    question: str
    right: bool
    session: int


@dataclass(frozen=True, slots=True)
class Learner:
    """What is known of one person. `asked` is given from the oldest to the latest.

    `session` is the one of now, counted as in `Asked`; `passed` are the lessons passed before it.
    """

    session: int
    passed: frozenset[str]
    asked: tuple[Asked, ...] = ()

    def asked_now(self) -> frozenset[Key]:
        """The questions that came back in this session already."""
        now = (each for each in self.asked if each.session == self.session)
        return frozenset((each.lesson, each.question) for each in now)


def wait(streak: int) -> int:
    """How many sessions a question rests that was right `streak` times in a row: 1, 2, 4, 8."""
    return min(2 ** (streak - 1), LONGEST_WAIT) if streak > 0 else 0


def choose(
    group: Sequence[Learner],
    questions: Mapping[str, Sequence[str]],
    seed: str,
    *,
    leave_out: Collection[str] = (),
) -> list[Key]:
    """The questions for those at one laptop, at most two and each of another lesson.

    `questions`: ids by lesson; `leave_out`: lessons of this session. Only lessons that all have
    passed are asked. What was never asked comes first, then what was wrong the last time, then what
    was asked longest ago; what was right rests for some sessions. The same `seed` (who, and in
    which session) gives the same questions.
    """
    if not group:
        return []
    asked_now = frozenset[Key]().union(*(one.asked_now() for one in group))
    lessons = frozenset.intersection(*(one.passed for one in group))
    lessons -= {lesson for lesson, _ in asked_now} | set(leave_out)
    found: list[tuple[tuple[int, int, str], Key]] = []
    for lesson in lessons:
        for question in questions.get(lesson, ()):
            ranks = [_rank(one, (lesson, question)) for one in group]
            due = [rank for rank in ranks if rank is not None]
            if due:
                chance = hashlib.sha256(f"{seed}/{lesson}/{question}".encode()).hexdigest()
                found.append(((*min(due), chance), (lesson, question)))
    chosen: dict[str, Key] = {}
    for _worth, key in sorted(found):
        chosen.setdefault(key[0], key)
    return list(chosen.values())[: max(0, AT_ONCE - len(asked_now))]


def _rank(one: Learner, key: Key) -> tuple[int, int] | None:
    """How soon a question is due for a person, the smallest first; None while it rests."""
    times = [each for each in one.asked if (each.lesson, each.question) == key]
    if not times:
        return (0, 0)
    last = times[-1]
    if not last.right:
        return (1, last.session)
    streak = 0
    for each in reversed(times):
        if not each.right:
            break
        streak += 1
    return (2, last.session) if one.session - last.session > wait(streak) else None


def remembered(answers: Iterable[tuple[str, str, bool]]) -> tuple[int, int]:
    """Of how many questions the latest answer was right, and how many came back.

    `answers`: lesson, question and whether it was right, from the oldest to the latest.
    """
    latest = {(lesson, question): right for lesson, question, right in answers}
    return sum(latest.values()), len(latest)
