"""Checks lesson folders against the written rules and says where each one is broken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trainer_app.content.library import lesson_folders
from trainer_app.content.markup import Markup
from trainer_app.content.path_checks import check_paths
from trainer_app.content.play_checks import check_play
from trainer_app.content.practice_checks import check_practice
from trainer_app.content.rules.markup import markup_findings, placing_findings
from trainer_app.content.rules.own import filled_findings, unchosen_findings
from trainer_app.content.rules.pictures import picture_findings
from trainer_app.content.rules.plainness import plainness_findings
from trainer_app.content.rules.structure import set_findings, structure_findings
from trainer_app.content.rules.table import RULES, Finding, finding_of
from trainer_app.content.rules.translation import matter_findings
from trainer_app.content.rules.wording import (
    card_findings,
    pages_findings,
    plan_findings,
    quiz_findings,
    words_findings,
)
from trainer_app.content.shelf_checks import check_shelf
from trainer_app.content.sources import Source, read_source
from trainer_app.content.starting import check_start
from trainer_app.content.structure import (
    WORD_FILES,
    language_folders,
    languages_to_check,
    read_structure,
)
from trainer_app.content.words import (
    read_card,
    read_pages,
    read_plan,
    read_quiz,
    read_words_to_know,
)
from trainer_app.content.world_checks import check_world
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import Lesson

__all__ = ["RULES", "Finding", "check_all", "check_lesson"]


def check_all(folder: Path) -> list[Finding]:
    """Checks every lesson in a folder, what lies beside them, and the lessons with each other."""
    beside = (check_world, check_play, check_shelf, check_start)
    findings = [finding for check in beside for finding in check(folder)]
    lessons: list[Lesson] = []
    for lesson_folder in lesson_folders(folder):
        findings += check_lesson(lesson_folder)
        try:
            lessons.append(read_structure(lesson_folder))
        except UnreadableLesson:
            continue  # check_lesson has said so
    findings += check_paths(folder, {lesson.id for lesson in lessons})
    return findings + list(set_findings(lessons))


def check_lesson(
    folder: Path, commons: Path | None = None, *, played: bool = True
) -> list[Finding]:
    """Checks one lesson's folder; an empty list means that it is whole.

    `commons` is the folder of the common world where that is not the one around the lesson.
    `played`: whether the practice is played to see what comes of it, which takes seconds.
    A structure that cannot be read is the only finding: the words have nothing to be held
    against. A file of words that cannot be read is reported for the first reason only.
    """
    try:
        lesson = read_structure(folder, commons)
    except UnreadableLesson as error:
        return [finding_of(error)]
    findings = [
        *structure_findings(lesson),
        *unchosen_findings(lesson),
        *picture_findings(lesson),
        *_language_findings(lesson),
        *plainness_findings(lesson),
        *check_practice(lesson, played=played),
    ]
    return sorted(findings, key=lambda each: (each.file != "lesson.toml", each.file, each.line))


def _language_findings(lesson: Lesson) -> Iterator[Finding]:
    if not lesson.has_pages:
        yield from _left_over_findings(lesson)
        return
    markup = Markup()
    languages = languages_to_check(lesson)
    english: dict[str, Source] = {}
    for language in languages:
        for name in WORD_FILES:
            path = lesson.folder / language / name
            if not path.is_file():
                yield Finding("files-complete", lesson.folder.name, f"{language}/{name}", 0)
                continue
            try:
                source = read_source(lesson.folder.name, path)
            except UnreadableLesson as error:
                yield finding_of(error)
                continue
            if language == lesson.source:
                english[name] = source
            yield from matter_findings(source, english.get(name), lesson)
            yield from markup_findings(source)
            yield from filled_findings(source)
            yield from word_findings(source, lesson, markup)


def _left_over_findings(lesson: Lesson) -> Iterator[Finding]:
    """Files of words that only a lesson with pages has."""
    for language in language_folders(lesson.folder):
        for name in WORD_FILES:
            if (lesson.folder / language / name).is_file():
                yield Finding("pages-whole", lesson.folder.name, f"{language}/{name}", 0)


def word_findings(source: Source, lesson: Lesson, markup: Markup) -> Iterator[Finding]:
    """What shows when one of the five files of words is read."""
    try:
        match source.name:
            case "pages.md":
                yield from pages_findings(source, read_pages(source, lesson, markup), lesson)
            case "quiz.md":
                yield from quiz_findings(source, read_quiz(source, lesson, markup), lesson)
            case "card.md":
                yield from card_findings(source, read_card(source, markup))
            case "words.md":
                yield from words_findings(source, read_words_to_know(source, markup))
            case "plan.md":
                yield from plan_findings(source, read_plan(source, markup), lesson)
    except UnreadableLesson as error:
        yield finding_of(error)
        return
    # Sections are known to be the right ones here, so each has a picture that it should have.
    yield from placing_findings(source, lesson)
