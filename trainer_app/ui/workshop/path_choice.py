"""The paths there are: those that come with the lessons, and the centre's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.paths import LearningPath, PathWords
from trainer_app.services.paths import Paths


@dataclass(frozen=True, slots=True)
class ShownPath:
    """A path with its words; an own one has nothing but a name."""

    path: LearningPath
    words: PathWords
    own: bool


def all_paths(paths: Paths, library: LessonLibrary, language: str) -> Sequence[ShownPath]:
    """The ready paths in their order, then the centre's own, the newest first.

    Ready paths that cannot be read are left out; `lessons check` says why.
    """
    own = [ShownPath(path, PathWords(path.title, ""), own=True) for path in paths.own()]
    return [*_ready(library, language), *own]


def _ready(library: LessonLibrary, language: str) -> list[ShownPath]:
    # The reader of words stays out of the program's start.
    from trainer_app.content.paths import folders_of, path_words, ready_paths

    found = []
    for folder in folders_of(library.lessons):
        try:
            words = path_words(folder, language)
            ready = ready_paths(folder)
        except UnreadableLesson:
            continue
        found += [ShownPath(path, words[path.id], own=False) for path in ready]
    return found
