"""Reads the ready paths: `_paths` beside the lessons, ids in TOML and words by language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from trainer_app.content.fields import Fields
from trainer_app.content.sections import require_ids, sections
from trainer_app.content.sources import Source, read_source
from trainer_app.content.structure import language_folders
from trainer_app.domain.lessons import SOURCE_LANGUAGE, Lesson
from trainer_app.domain.paths import LearningPath, PathPart, PathWords

PATHS_FOLDER = "_paths"
PATHS_FILE = "paths.toml"
PATHS_WORDS = "paths.md"


def folders_of(lessons: Iterable[Lesson]) -> list[Path]:
    """The folders that these lessons lie in and that ready paths come with, each once."""
    folders = dict.fromkeys(lesson.folder.parent for lesson in lessons)
    return [folder for folder in folders if (folder / PATHS_FOLDER / PATHS_FILE).is_file()]


def ready_paths(lessons: Path) -> tuple[LearningPath, ...]:
    """The ready paths beside these lessons, in order; none if there are none.

    Raises UnreadableLesson if the file is broken.
    """
    file = lessons / PATHS_FOLDER / PATHS_FILE
    if not file.is_file():
        return ()
    fields = Fields.of_file(file)
    return paths_in(fields)


def paths_in(fields: Fields) -> tuple[LearningPath, ...]:
    """The paths of a file. Raises UnreadableLesson."""
    tables = fields.tables("paths")
    found = tuple(_path(each) for each in tables)
    fields.require_unique(path.id for path in found)
    return found


def _path(fields: Fields) -> LearningPath:
    core = fields.texts("core", ())
    lessons = fields.texts("lessons")
    fields.require_unique(lessons)
    if not lessons or set(core) - set(lessons):
        raise fields.broken("path-lessons")
    return LearningPath(fields.id("id"), tuple(PathPart(one, one in core) for one in lessons))


def path_words(lessons: Path, language: str) -> Mapping[str, PathWords]:
    """By path id, what each is called: in the language asked for, else in English.

    Raises UnreadableLesson if the file is broken.
    """
    folder = lessons / PATHS_FOLDER
    chosen = language if language in language_folders(folder) else SOURCE_LANGUAGE
    source = read_source(folder.name, folder / chosen / PATHS_WORDS)
    return words_in(source, [path.id for path in ready_paths(lessons)])


def words_in(source: Source, ids: list[str]) -> dict[str, PathWords]:
    """The words of a file, which has these paths in this order. Raises UnreadableLesson."""
    found = sections(source, 1)
    require_ids(source, found, ids, "path-words")
    words = {}
    for section in found:
        about = " ".join(section.text.split())
        if not (section.title and about):
            raise source.broken("path-words", section.line, found=section.id, expected=section.id)
        words[section.id] = PathWords(section.title, about)
    return words
