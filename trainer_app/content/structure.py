"""Reads `lesson.toml`: the structure of a lesson, the same in every language."""

from __future__ import annotations

import re
from pathlib import Path

from trainer_app.content.fields import Fields
from trainer_app.domain.lessons import SOURCE_LANGUAGE, Competence, Lesson, Question, Step

STRUCTURE_FILE = "lesson.toml"
WORD_FILES = ("pages.md", "quiz.md", "card.md", "words.md", "plan.md")

_FOLDER = re.compile(r"(\d{2})-(.+)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_structure(folder: Path) -> Lesson:
    """The lesson that a folder holds, without its words.

    Raises UnreadableLesson for a file that is missing or broken, or that the program could not
    follow: ids that stand twice, a right answer that is no choice, a picture outside the folder.
    """
    fields = Fields.of_file(folder / STRUCTURE_FILE)
    lesson_id = fields.id("id")
    named = _FOLDER.fullmatch(folder.name)
    if named is None or named[2] != lesson_id:
        raise fields.broken("folder-name", id=lesson_id)
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


def line_with(text: str, needle: str) -> int:
    """The number of the first line that holds the needle, counted from 1; 1 if none does."""
    for number, line in enumerate(text.split("\n"), start=1):
        if needle in line:
            return number
    return 1


def _step(fields: Fields) -> Step:
    return Step(
        id=fields.id("id"),
        picture=fields.picture("picture"),
        core=fields.flag("core", False),
        objectives=fields.texts("objectives"),
    )


def _question(fields: Fields) -> Question:
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
