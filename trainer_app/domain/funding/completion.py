"""Whether somebody completed a course, by what a project calls that."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from trainer_app.domain.funding.projects import Rules


@dataclass(frozen=True, slots=True)
class Held:
    """What a course offered so far: its `lessons`, and its sessions that took place, in minutes."""

    lessons: tuple[str, ...] = ()
    sessions: Mapping[str, int] = field(default_factory=dict)


def completed(
    held: Held, attended: Mapping[str, int], passed: Collection[str], rules: Rules
) -> bool:
    """Whether a course is completed, as the rules of its project say.

    `attended`: real minutes by session that the person was there in. A course that plans no lessons
    goes by its sessions; one without sessions that took place is never completed.
    """
    if rules.completion == "lessons" and held.lessons:
        return set(held.lessons) <= set(passed)
    if not held.sessions:
        return False
    if rules.completion == "minutes":
        return _reaches(sum(attended.values()), sum(held.sessions.values()), rules)
    return _reaches(len(attended), len(held.sessions), rules)


def _reaches(part: int, whole: int, rules: Rules) -> bool:
    """Whole numbers only: a share is reached at it, not a rounding away from it."""
    return whole > 0 and 100 * part >= rules.completion_share * whole
