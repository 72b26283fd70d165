"""Reads `lesson.toml`: the structure of a lesson, the same in every language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import SOURCE_LANGUAGE, Competence, Lesson, Question, Step

STRUCTURE_FILE = "lesson.toml"
WORD_FILES = ("pages.md", "quiz.md", "card.md", "words.md", "plan.md")

_FOLDER = re.compile(r"(\d{2})-(.+)")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PICTURE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.svg")


def read_structure(folder: Path) -> Lesson:
    """The lesson that a folder holds, without its words.

    Raises UnreadableLesson for a file that is missing or broken, or that the program could not
    follow: ids that stand twice, a right answer that is no choice, a picture outside the folder.
    """
    text = _text_of(folder)
    fields = _Fields(folder.name, text, _tables_of(folder, text))
    lesson_id = fields.id("id")
    named = _FOLDER.fullmatch(folder.name)
    if named is None or named[2] != lesson_id:
        raise _broken(folder.name, "folder-name", fields.line, id=lesson_id)
    lesson = Lesson(
        id=lesson_id,
        number=int(named[1]),
        version=fields.count("version"),
        folder=folder,
        minutes=fields.count("minutes"),
        core_minutes=fields.count("core_minutes"),
        needs=fields.texts("needs", ()),
        hue=fields.text("hue"),
        tile=fields.picture("tile"),
        caution=fields.flag("caution", False),
        competences=tuple(
            Competence(each.text("code"), each.text("level"))
            for each in fields.tables("competences", ())
        ),
        objectives=tuple(each.id("id") for each in fields.tables("objectives")),
        steps=tuple(_step(each) for each in fields.tables("steps")),
        quiz=tuple(_question(each) for each in fields.tables("quiz")),
        languages=languages_in(folder),
    )
    fields.require_unique(lesson.objectives)
    fields.require_unique(step.id for step in lesson.steps)
    fields.require_unique(question.id for question in lesson.quiz)
    return lesson


def language_folders(folder: Path) -> tuple[str, ...]:
    """The languages that a lesson's folder has sub-folders for, whole or not, the source first."""
    found = (path.name for path in folder.iterdir() if path.is_dir())
    languages = [name for name in found if _LANGUAGE.fullmatch(name)]
    return tuple(sorted(languages, key=lambda name: (name != SOURCE_LANGUAGE, name)))


def languages_in(folder: Path) -> tuple[str, ...]:
    """The languages that a lesson has all files of words in, the source first."""
    return tuple(
        language
        for language in language_folders(folder)
        if not set(WORD_FILES) - {path.name for path in (folder / language).iterdir()}
    )


def is_plain_picture(name: str) -> bool:
    """Whether this names a picture in the lesson's own folder, and nothing outside it."""
    return _PICTURE.fullmatch(name) is not None


def line_with(text: str, needle: str) -> int:
    """The number of the first line that holds the needle, counted from 1; 1 if none does."""
    for number, line in enumerate(text.split("\n"), start=1):
        if needle in line:
            return number
    return 1


def _text_of(folder: Path) -> str:
    try:
        return (folder / STRUCTURE_FILE).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise _broken(folder.name, "file-readable", 0) from None


def _tables_of(folder: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        number = int(line[1]) if line else text.count("\n") + 1
        raise _broken(folder.name, "toml-readable", number) from None


def _broken(lesson: str, rule: str, line: int, **facts: str | int) -> UnreadableLesson:
    return UnreadableLesson(lesson=lesson, file=STRUCTURE_FILE, line=line, rule=rule, **facts)


def _step(fields: _Fields) -> Step:
    return Step(
        id=fields.id("id"),
        picture=fields.picture("picture"),
        core=fields.flag("core", False),
        objectives=fields.texts("objectives"),
    )


def _question(fields: _Fields) -> Question:
    question = Question(
        id=fields.id("id"),
        picture=fields.picture("picture"),
        objective=fields.text("objective"),
        choices=fields.texts("choices"),
        right=fields.text("right"),
    )
    fields.require_unique(question.choices)
    if question.right not in question.choices:
        raise fields.broken("right-is-a-choice", question=question.id)
    return question


class _Fields:
    """One table of the file, read field by field with the kind that each must have."""

    def __init__(self, lesson: str, text: str, table: Mapping[str, Any]) -> None:
        self._lesson = lesson
        self._text = text
        self._table = table

    @property
    def line(self) -> int:
        """The line of this table's id, or the first line."""
        return line_with(self._text, f'"{self._table.get("id", "")}"')

    def broken(self, rule: str, **facts: str | int) -> UnreadableLesson:
        return _broken(self._lesson, rule, self.line, **facts)

    def text(self, key: str) -> str:
        value = self._table.get(key)
        if not isinstance(value, str) or not value:
            raise self.broken("toml-fields", key=key)
        return value

    def id(self, key: str) -> str:
        value = self.text(key)
        if not _ID.fullmatch(value):
            raise self.broken("id-form", id=value)
        return value

    def picture(self, key: str) -> str:
        value = self.text(key)
        if not is_plain_picture(value):
            raise self.broken("picture-name", picture=value)
        return value

    def count(self, key: str) -> int:
        value = self._table.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.broken("toml-fields", key=key)
        return value

    def flag(self, key: str, default: bool) -> bool:
        value = self._table.get(key, default)
        if not isinstance(value, bool):
            raise self.broken("toml-fields", key=key)
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        value = self._table.get(key, default)
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise self.broken("toml-fields", key=key)
        return tuple(value)

    def tables(self, key: str, default: tuple[()] | None = None) -> list[_Fields]:
        value = self._table.get(key, default)
        if not isinstance(value, list | tuple) or not all(isinstance(item, dict) for item in value):
            raise self.broken("toml-fields", key=key)
        return [_Fields(self._lesson, self._text, item) for item in value]

    def require_unique(self, ids: Iterable[str]) -> None:
        """Raises UnreadableLesson if an id stands twice."""
        seen: set[str] = set()
        for each in ids:
            if each in seen:
                raise self.broken("ids-unique", id=each)
            seen.add(each)
