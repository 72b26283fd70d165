"""Reads `lesson.toml`: the structure of a lesson, the same in every language."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from trainer_app.content.fields import Fields
from trainer_app.content.own import read_own
from trainer_app.domain.lessons import (
    SOURCE_LANGUAGE,
    Competence,
    Lesson,
    Objective,
    Question,
    Step,
)

STRUCTURE_FILE = "lesson.toml"
WORD_FILES = ("pages.md", "quiz.md", "card.md", "words.md", "plan.md")
PRACTICE_FILE = "practice.toml"
PRACTICE_WORDS = "practice.md"
WORLD_FOLDER = "_world"
WORLD_WORDS = "world.md"
"""The common world lies beside the lessons, in a folder of its own."""

NOT_WHOLE = "whole: no"
"""Stands in the front matter of a translation that is not to be given to learners yet."""

_FOLDER = re.compile(r"(\d{2})-(.+)")
_JOINS_WORLD = re.compile(r"^common[ \t]*=[ \t]*true", re.MULTILINE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_structure(folder: Path, commons: Path | None = None) -> Lesson:
    """The lesson that a folder holds, without its words.

    `commons` is the folder of the common world where that is not the one around the lesson.
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
        objectives=tuple(
            Objective(each.id("id"), each.texts("practised", ()))
            for each in fields.tables("objectives", none)
        ),
        steps=tuple(_step(each) for each in fields.tables("steps", none)),
        quiz=tuple(_question(each) for each in fields.tables("quiz", none)),
        languages=(),
        twin=fields.text("twin", ""),
        source=_language(fields, "source"),
        own=read_own(folder),
        commons=commons,
    )
    there = {bool(lesson.objectives), bool(lesson.steps), bool(lesson.quiz)}
    if len(there) > 1 or (none is None and there == {False}):
        raise fields.broken("pages-whole")
    fields.require_unique(each.id for each in lesson.objectives)
    fields.require_unique(step.id for step in lesson.steps)
    fields.require_unique(question.id for question in lesson.quiz)
    return replace(lesson, languages=_languages_of(lesson))


def known_structure(folder: Path, commons: Path | None = None) -> Lesson:
    """The same for a lesson of the program, read anew only where something in it changed.

    Not for lessons that people write: on their sticks, times are too coarse to tell. Raises
    UnreadableLesson.
    """
    with os.scandir(folder) as inside:
        times = frozenset((one.name, one.stat().st_mtime_ns, one.stat().st_size) for one in inside)
    return _structure(folder, commons, times)


@lru_cache(maxsize=200)
def _structure(
    folder: Path, commons: Path | None, _times: frozenset[tuple[str, int, int]]
) -> Lesson:
    return read_structure(folder, commons)


def has_practice(lesson: Lesson) -> bool:
    """Whether there is something to practise in a lesson; without it the quiz alone passes."""
    return (lesson.folder / PRACTICE_FILE).is_file()


def practice_languages(lesson: Lesson) -> tuple[str, ...]:
    """The languages of a lesson that its practice has words in, the source first.

    Where it joins the common world, this has to have words in the language, too.
    """
    if not has_practice(lesson):
        return ()
    joins = joins_world(lesson)
    return tuple(
        language
        for language in lesson.languages
        if lesson.words_file(language, PRACTICE_WORDS).is_file()
        and not (joins and not world_words(lesson, language).is_file())
    )


def joins_world(lesson: Lesson) -> bool:
    """Whether a lesson's practice takes place in the common world; a look at the text only."""
    try:
        text = (lesson.folder / PRACTICE_FILE).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    return _JOINS_WORLD.search(text) is not None


def world_words(lesson: Lesson, language: str) -> Path:
    """Where the words of the common world lie in a language: the program's, or a translation's."""
    own = dict(lesson.joined).get(f"{language}/{WORLD_WORDS}")
    return own or lesson.common_folder / WORLD_FOLDER / language / WORLD_WORDS


def language_folders(folder: Path, source: str = SOURCE_LANGUAGE) -> tuple[str, ...]:
    """The languages that a lesson's folder has sub-folders for, whole or not, the source first."""
    found = (path.name for path in folder.iterdir() if path.is_dir())
    languages = [name for name in found if is_language(name)]
    return tuple(sorted(languages, key=lambda name: (name != source, name)))


def languages_to_check(lesson: Lesson) -> tuple[str, ...]:
    """The languages that a lesson has anything of, and its source, whose files must be there.

    A translation in the making is not looked at yet.
    """
    there = language_folders(lesson.folder, lesson.source)
    whole = (each for each in there if not is_in_the_making(lesson.folder / each))
    return tuple(dict.fromkeys((lesson.source, *whole)))


def is_in_the_making(folder: Path) -> bool:
    """Whether a language's files of words say of themselves that they are not whole."""
    for name in (*WORD_FILES, PRACTICE_WORDS, WORLD_WORDS):
        try:
            text = (folder / name).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue
        if f"\n{NOT_WHOLE}\n" in text.split("\n---", 1)[0] + "\n":
            return True
    return False


def is_language(name: str) -> bool:
    """Whether this can be the code of a language, such as `nl` or `pt-BR`."""
    return _LANGUAGE.fullmatch(name) is not None


def needed_files(lesson: Lesson) -> tuple[str, ...]:
    """The files of words without which a language is not whole."""
    return WORD_FILES if lesson.has_pages else (PRACTICE_WORDS,)


def _languages_of(lesson: Lesson) -> tuple[str, ...]:
    """The languages that a lesson has all files of words in, the source first."""
    needed = set(needed_files(lesson))
    return tuple(
        language
        for language in language_folders(lesson.folder, lesson.source)
        if not needed - {path.name for path in (lesson.folder / language).iterdir()}
    )


def _language(fields: Fields, key: str) -> str:
    value = fields.text(key, SOURCE_LANGUAGE)
    if not is_language(value):
        raise fields.broken("toml-fields", key=key)
    return value


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
