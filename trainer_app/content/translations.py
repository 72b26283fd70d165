"""Joins translations that a centre made of other people's lessons to these lessons.

They lie in a folder of their own, `<lesson's id>/<language>/*.md`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from trainer_app.content.sources import read_source
from trainer_app.content.structure import (
    PRACTICE_WORDS,
    WORD_FILES,
    WORLD_FOLDER,
    WORLD_WORDS,
    has_practice,
    is_in_the_making,
    is_language,
    needed_files,
)
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import Lesson

_HEADING = re.compile(r"^#[ \t].*\{#([a-z0-9-]+)\}[ \t]*$", re.MULTILINE)
_CHOICE = re.compile(r"^ {0,1}[-*+][ \t]+\{#([a-z0-9-]+)\}", re.MULTILINE)
_ABILITY = re.compile(r"^can\.([a-z0-9-]+):[ \t]*\S", re.MULTILINE)


def with_translations(lesson: Lesson, translations: Path | None) -> Lesson:
    """The lesson in every language that can be taught now.

    Of a centre's own lesson, languages whose words are of other pages or questions are left out.
    A translation of the centre's joins where the lesson has none in that language, or where it
    was made from the words as they are now.
    """
    if lesson.own is not None:
        whole = tuple(each for each in lesson.languages if fits(lesson, lesson.folder / each))
        lesson = replace(lesson, languages=whole)
    if translations is None or not translations.is_dir():
        return lesson
    joined: dict[str, Path] = {}
    languages = list(lesson.languages)
    where = translations / lesson.id
    folders = where.iterdir() if where.is_dir() else ()
    for folder in sorted(path for path in folders if path.is_dir()):
        if _joins(lesson, folder):
            names = (*needed_files(lesson), PRACTICE_WORDS)
            there = (folder / name for name in names)
            joined |= {f"{folder.name}/{path.name}": path for path in there if path.is_file()}
            languages += [folder.name] if folder.name not in languages else []
    for language in languages:
        world = translations / WORLD_FOLDER / language / WORLD_WORDS
        if world.is_file() and not is_in_the_making(world.parent):
            joined[f"{language}/{WORLD_WORDS}"] = world
    ordered = sorted(languages, key=lambda name: (name != lesson.source, name))
    return replace(lesson, languages=tuple(ordered), joined=tuple(joined.items()))


def fits(lesson: Lesson, folder: Path) -> bool:
    """Whether a folder has every file of words, whole, for the pages and questions of this lesson.

    A look at headings and choices only, so that finding lessons needs no reader of Markdown.
    """
    if any(not (folder / name).is_file() for name in needed_files(lesson)):
        return False
    if is_in_the_making(folder):
        return False
    if not lesson.has_pages:
        return True
    pages, quiz = (_text(folder / name) for name in ("pages.md", "quiz.md"))
    choices = [choice for question in lesson.quiz for choice in question.choices]
    return (
        _HEADING.findall(pages) == [step.id for step in lesson.steps]
        and _HEADING.findall(quiz) == [question.id for question in lesson.quiz]
        and _CHOICE.findall(quiz) == choices
        and {each.id for each in lesson.objectives} <= set(_ABILITY.findall(pages))
    )


def is_fresh(lesson: Lesson, folder: Path) -> bool:
    """Whether a translation was made from the words of the lesson's source as they are now."""
    names = WORD_FILES if lesson.has_pages else ()
    names = (*names, PRACTICE_WORDS) if has_practice(lesson) else names
    try:
        for name in names:
            made_from = read_source(lesson.folder.name, folder / name).matter.get("translated_from")
            source = read_source(lesson.folder.name, lesson.words_file(lesson.source, name))
            if made_from != source.hash:
                return False
    except UnreadableLesson:
        return False
    return True


def _joins(lesson: Lesson, folder: Path) -> bool:
    language = folder.name
    if not is_language(language) or language == lesson.source or not fits(lesson, folder):
        return False
    return language not in lesson.languages or is_fresh(lesson, folder)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""
