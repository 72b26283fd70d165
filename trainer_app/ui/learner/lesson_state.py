"""How far somebody is with a lesson, in words and for the tile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trainer_app.domain.lessons import Lesson
from trainer_app.domain.sittings import Progress
from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.widgets.tiles import TileState


def state_of(progress: Progress | None) -> TileState:
    """New, going on, or done."""
    if progress is None or not (progress.furthest or progress.goals or progress.passed):
        return "new"
    return "done" if progress.passed else "going"


def state_said(lesson: Lesson, progress: Progress | None) -> str:
    """The state of a lesson in words, for who hears the tile."""
    match state_of(progress):
        case "done":
            return _("Done")
        case "new":
            return _("New")
        case _going:
            assert progress is not None
            return _going_said(lesson, progress)


def _going_said(lesson: Lesson, progress: Progress) -> str:
    if not lesson.has_pages:
        return _("You reached {done} of {total} goals").format(
            done=number(progress.goals_met), total=number(progress.goals)
        )
    said = _("You are at page {page} of {pages}").format(
        page=number(min(progress.page, len(lesson.steps))), pages=number(len(lesson.steps))
    )
    return f"{said}. {_('You did the practice.')}" if progress.practised else said


def share_of(lesson: Lesson, progress: Progress | None) -> tuple[int, int]:
    """How much of a lesson has been seen, of how much: pages and quiz, or goals."""
    if lesson.has_pages:
        return (progress.furthest if progress else 0), len(lesson.steps) + 1
    return (progress.goals_met, progress.goals) if progress else (0, 1)


def next_lesson(
    lessons: Sequence[Lesson], progress: Mapping[str, Progress]
) -> tuple[Lesson, bool] | None:
    """Where to go on, and whether it was begun: the latest one begun, else the first new one."""
    begun = [one for one in lessons if state_of(progress.get(one.id)) == "going"]
    if begun:
        return max(begun, key=lambda lesson: progress[lesson.id].last_at), True
    fresh = [one for one in lessons if state_of(progress.get(one.id)) == "new"]
    return (fresh[0], False) if fresh else None
