"""How far somebody is with a lesson, in words and for the tile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trainer_app.domain.abilities import state_of
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.sittings import Progress, State
from trainer_app.i18n import _, pgettext
from trainer_app.i18n.formats import number
from trainer_app.ui.progress_words import state_look
from trainer_app.ui.widgets.tiles import TileState

_TILES: Mapping[State, TileState] = {
    "new": "new",
    "begun": "going",
    "practised": "practised",
    "passed": "done",
}


def tile_state(progress: Progress | None) -> TileState:
    """What the tile's sign says."""
    return _TILES[state_of(progress)]


def state_word(progress: Progress | None) -> str:
    """The state of a lesson in one word, to stand under its title."""
    state = state_of(progress)
    return pgettext("a lesson", "New") if state == "new" else state_look(state).word


def state_said(lesson: Lesson, progress: Progress | None) -> str:
    """The state of a lesson in words, for who hears the tile."""
    if progress is None or state_of(progress) in ("new", "passed"):
        return state_word(progress)
    return _going_said(lesson, progress)


def _going_said(lesson: Lesson, progress: Progress) -> str:
    if not lesson.has_pages:
        return _("You reached {done} of {total} goals").format(
            done=number(progress.goals_met), total=number(progress.goals)
        )
    said = _("You are at page {page} of {pages}").format(
        page=number(min(progress.page, len(lesson.steps))), pages=number(len(lesson.steps))
    )
    return ". ".join((said, _("You did the practice."))) if progress.practised else said


def share_of(lesson: Lesson, progress: Progress | None) -> tuple[int, int]:
    """How much of a lesson has been seen, of how much: pages and quiz, or goals."""
    if lesson.has_pages:
        return (progress.furthest if progress else 0), len(lesson.steps) + 1
    return (progress.goals_met, progress.goals) if progress else (0, 1)


def next_lesson(
    lessons: Sequence[Lesson], progress: Mapping[str, Progress], start: str | None = None
) -> tuple[Lesson, bool] | None:
    """Where to go on, and whether it was begun: the latest one begun, else the first new one.

    The first new one from `start` on, where small tasks pointed to that lesson.
    """
    going = ("begun", "practised")
    begun = [one for one in lessons if state_of(progress.get(one.id)) in going]
    if begun:
        return max(begun, key=lambda lesson: progress[lesson.id].last_at), True
    fresh = [one for one in lessons if state_of(progress.get(one.id)) == "new"]
    at = next((place for place, one in enumerate(lessons) if one.id == start), 0)
    later = [one for one in lessons[at:] if one in fresh]
    return ((later or fresh)[0], False) if fresh else None
