"""What somebody can do after lessons: passed, or practised before the questions are answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trainer_app.domain.lessons import Lesson
from trainer_app.domain.sittings import Progress, State


def state_of(progress: Progress | None) -> State:
    """How far a lesson is, of which there may be no progress at all."""
    return "new" if progress is None else progress.state


def abilities_of(lesson: Lesson, progress: Progress | None) -> tuple[list[str], list[str]]:
    """Ids of objectives: those of a passed lesson, and those that were only practised so far.

    An objective is practised when every goal that practises it was reached, on whichever evening.
    """
    if progress is None:
        return [], []
    if progress.passed:
        return [each.id for each in lesson.objectives], []
    done = progress.goals_done
    return [], [
        each.id for each in lesson.objectives if each.practised and done.issuperset(each.practised)
    ]


def passed_of(lesson: str, group: Iterable[Mapping[str, Progress]]) -> tuple[int, int]:
    """How many of a group have passed a lesson (its id), of how many people."""
    found = [state_of(each.get(lesson)) == "passed" for each in group]
    return sum(found), len(found)


def lessons_of_group(
    lessons: Iterable[Lesson], planned: Iterable[str], group: Iterable[Mapping[str, Progress]]
) -> list[Lesson]:
    """The lessons to show of a group: those planned, else those that anybody has begun."""
    wanted = set(planned)
    if not wanted:
        wanted = {lesson for each in group for lesson, one in each.items() if one.state != "new"}
    return [lesson for lesson in lessons if lesson.id in wanted]
