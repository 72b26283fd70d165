"""Reads `lesson.toml`: the structure of a lesson, the same in every language."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from trainer_app.content.fields import Fields
from trainer_app.domain.lessons import SOURCE_LANGUAGE, Competence, Lesson, Question, Step

STRUCTURE_FILE = "lesson.toml"
WORD_FILES = ("pages.md", "quiz.md", "card.md", "words.md", "plan.md")
PRACTICE_FILE = "practice.toml"
PRACTICE_WORDS = "practice.md"

_FOLDER = re.compile(r"(\d{2})-(.+)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_structure(folder: Path) -> Lesson:
    """The lesson that a folder holds, without its words.

    A lesson with a practice may have no pages as yet: then neither objectives nor a quiz.
    Raises UnreadableLesson for a file that is missing or broken, or that the program could not
    follow: ids that stand twice, a right answer that is no choice, a picture outside the folder.
    """
    fields = Fields.of_file(folder / STRUCTURE_FILE)
    lesson_id = fields.id("id")
    named = _FOLDER.fullmatch(folder.name)
    if named is None or named[2] != lesson_id:
        raise fields.broken("folder-name", id=lesson_id)
    # Without anything to do in their place, pages cannot be left out.
    none = () if (folder / PRACTICE_FILE).is_file() else None
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
        objectives=tuple(each.id("id") for each in fields.tables("objectives", none)),
        steps=tuple(_step(each) for each in fields.tables("steps", none)),
        quiz=tuple(_question(each) for each in fields.tables("quiz", none)),
        languages=(),
        twin=fields.text("twin", ""),
    )
    there = {bool(lesson.objectives), bool(lesson.steps), bool(lesson.quiz)}
    if len(there) > 1 or (none is None and there == {False}):
        raise fields.broken("pages-whole")
    fields.require_unique(lesson.objectives)
    fields.require_unique(step.id for step in lesson.steps)
    fields.require_unique(question.id for question in lesson.quiz)
    return replace(lesson, languages=_languages_of(lesson))


def has_practice(lesson: Lesson) -> bool:
    """Whether there is something to practise in a lesson; without it the quiz alone passes."""
    return (lesson.folder / PRACTICE_FILE).is_file()


def practice_languages(lesson: Lesson) -> tuple[str, ...]:
    """The languages of a lesson that its practice has words in, the source first."""
    if not has_practice(lesson):
        return ()
    return tuple(
        language
        for language in lesson.languages
        if (lesson.folder / language / PRACTICE_WORDS).is_file()
    )


def language_folders(folder: Path) -> tuple[str, ...]:
    """The languages that a lesson's folder has sub-folders for, whole or not, the source first."""
    found = (path.name for path in folder.iterdir() if path.is_dir())
    languages = [name for name in found if _LANGUAGE.fullmatch(name)]
    return tuple(sorted(languages, key=lambda name: (name != SOURCE_LANGUAGE, name)))


def _languages_of(lesson: Lesson) -> tuple[str, ...]:
    """The languages that a lesson has all files of words in, the source first."""
    needed = set(WORD_FILES if lesson.has_pages else (PRACTICE_WORDS,))
    return tuple(
        language
        for language in language_folders(lesson.folder)
        if not needed - {path.name for path in (lesson.folder / language).iterdir()}
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
