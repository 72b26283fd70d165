"""Where do I start? Small tasks in the folder `_start` beside the lessons.

They are read like a lesson that is its practice: the same files, but without a lesson.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from trainer_app.content.rules.table import Finding
from trainer_app.content.structure import (
    PRACTICE_FILE,
    PRACTICE_WORDS,
    language_folders,
    line_with,
)
from trainer_app.domain.errors import MissingLanguage, UnreadableLesson
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.placement import unit_of
from trainer_app.domain.practice.scenario import Practice

START_FOLDER = "_start"
START = "start"
"""What the small tasks are called where a lesson's id stands."""

_MORE_MINUTES_THAN_THEY_TAKE = 10


class Starting:
    """The small tasks of the first of some lesson folders that brings any."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._read: dict[str, Practice] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that there are words in; none where there are no tasks."""
        return self._found.languages if self._found is not None else ()

    def practice(self, language: str) -> Practice:
        """The tasks in one language. Raises MissingLanguage, UnreadableLesson."""
        if self._found is None or language not in self._found.languages:
            raise MissingLanguage(lesson=START, language=language)
        if language not in self._read:
            # Loading the Markdown reader here keeps it out of the program's start.
            from trainer_app.content.practice import read_practice

            self._read[language] = read_practice(self._found, language)
        return self._read[language]

    def picture(self, name: str) -> Path:
        """Where a picture of the tasks lies, also one of the common world."""
        from trainer_app.content.practice import practice_picture

        return Path(name) if self._found is None else practice_picture(self._found, name)

    @cached_property
    def _found(self) -> Lesson | None:
        return next((one for one in map(start_in, self._folders) if one is not None), None)


def start_in(lessons: Path) -> Lesson | None:
    """The small tasks beside some lessons, as a lesson that is its practice; None without any."""
    folder = lessons / START_FOLDER
    if not (folder / PRACTICE_FILE).is_file():
        return None
    languages = language_folders(folder)
    return Lesson(
        id=START,
        number=0,
        version=1,
        folder=folder,
        minutes=_MORE_MINUTES_THAN_THEY_TAKE,
        core_minutes=0,
        needs=(),
        hue="teal",
        tile="",
        caution=False,
        competences=(),
        objectives=(),
        steps=(),
        quiz=(),
        languages=tuple(one for one in languages if (folder / one / PRACTICE_WORDS).is_file()),
    )


def check_start(lessons: Path) -> Iterator[Finding]:
    """Everything about the small tasks beside these lessons; nothing if there are none."""
    found = start_in(lessons)
    if found is None:
        return
    from trainer_app.content.practice import read_scenario
    from trainer_app.content.practice_checks import check_practice

    yield from check_practice(found)
    try:
        scenario = read_scenario(found)
    except UnreadableLesson:
        return  # check_practice has said so
    text = (found.folder / PRACTICE_FILE).read_text(encoding="utf-8-sig")
    for stage in scenario.stages:
        if not unit_of(stage.id):
            line = line_with(text, f'"{stage.id}"')
            yield Finding("start-part", START_FOLDER, PRACTICE_FILE, line, {"stage": stage.id})
