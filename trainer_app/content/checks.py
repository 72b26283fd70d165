"""Checks lesson folders against the written rules and says where each one is broken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trainer_app.content.fields import Fields
from trainer_app.content.library import lesson_folders
from trainer_app.content.markup import Markup
from trainer_app.content.practice import (
    PRACTICE_FILE,
    PRACTICE_WORDS,
    has_practice,
    scenario_in,
)
from trainer_app.content.practice_words import parse_practice_words
from trainer_app.content.rules.markup import markup_findings, placing_findings
from trainer_app.content.rules.pictures import named_findings, picture_findings
from trainer_app.content.rules.practice import play_findings, scenario_findings
from trainer_app.content.rules.structure import set_findings, structure_findings
from trainer_app.content.rules.table import RULES, Finding, finding_of
from trainer_app.content.rules.translation import matter_findings
from trainer_app.content.rules.wording import (
    card_findings,
    pages_findings,
    plan_findings,
    practice_findings,
    quiz_findings,
    words_findings,
)
from trainer_app.content.sources import Source, read_source
from trainer_app.content.structure import WORD_FILES, language_folders, read_structure
from trainer_app.content.words import (
    read_card,
    read_pages,
    read_plan,
    read_quiz,
    read_words_to_know,
)
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import SOURCE_LANGUAGE, Lesson
from trainer_app.domain.practice.scenario import Practice, Scenario

__all__ = ["RULES", "Finding", "check_all", "check_lesson"]


def check_all(folder: Path) -> list[Finding]:
    """Checks every lesson in a folder, and the lessons against each other."""
    findings: list[Finding] = []
    lessons: list[Lesson] = []
    for lesson_folder in lesson_folders(folder):
        findings += check_lesson(lesson_folder)
        try:
            lessons.append(read_structure(lesson_folder))
        except UnreadableLesson:
            continue  # check_lesson has said so
    return findings + list(set_findings(lessons))


def check_lesson(folder: Path) -> list[Finding]:
    """Checks one lesson's folder; an empty list means that it is whole.

    A structure that cannot be read is the only finding: the words have nothing to be held
    against. A file of words that cannot be read is reported for the first reason only.
    """
    try:
        lesson = read_structure(folder)
    except UnreadableLesson as error:
        return [finding_of(error)]
    findings = [
        *structure_findings(lesson),
        *picture_findings(lesson),
        *_language_findings(lesson),
        *_practice_findings(lesson),
    ]
    return sorted(findings, key=lambda each: (each.file != "lesson.toml", each.file, each.line))


def _language_findings(lesson: Lesson) -> Iterator[Finding]:
    markup = Markup()
    languages = dict.fromkeys((SOURCE_LANGUAGE, *language_folders(lesson.folder)))
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
            if language == SOURCE_LANGUAGE:
                english[name] = source
            yield from matter_findings(source, english.get(name), lesson)
            yield from markup_findings(source)
            yield from _word_findings(source, lesson, markup)


def _practice_findings(lesson: Lesson) -> Iterator[Finding]:
    """A structure that cannot be read is the only finding here too."""
    languages = dict.fromkeys((SOURCE_LANGUAGE, *language_folders(lesson.folder)))
    there = {each for each in languages if (lesson.folder / each / PRACTICE_WORDS).is_file()}
    wanted = set(languages) if has_practice(lesson) else set()
    for language in sorted(there ^ wanted):
        yield Finding("practice-complete", lesson.folder.name, f"{language}/{PRACTICE_WORDS}", 0)
    if not wanted:
        return
    try:
        fields = Fields.of_file(lesson.folder / PRACTICE_FILE)
        scenario = scenario_in(fields, lesson)
    except UnreadableLesson as error:
        yield finding_of(error)
        return
    yield from scenario_findings(lesson, scenario, fields)
    yield from named_findings(lesson, PRACTICE_FILE, scenario.pictures)
    english: Source | None = None
    for language in (each for each in languages if each in there):
        try:
            source = read_source(lesson.folder.name, lesson.folder / language / PRACTICE_WORDS)
        except UnreadableLesson as error:
            yield finding_of(error)
            continue
        english = source if language == SOURCE_LANGUAGE else english
        yield from matter_findings(source, english, lesson)
        yield from markup_findings(source)
        yield from _practice_word_findings(source, lesson, scenario, fields)


def _practice_word_findings(
    source: Source, lesson: Lesson, scenario: Scenario, fields: Fields
) -> Iterator[Finding]:
    """Words that are not whole are not played: the engine would ask for the missing ones."""
    try:
        words, troubles = parse_practice_words(source, scenario, Markup())
    except UnreadableLesson as error:
        yield finding_of(error)
        return
    yield from (finding_of(error) for error in troubles)
    yield from practice_findings(source, words)
    yield from placing_findings(source, lesson)
    if not troubles:
        yield from play_findings(lesson, Practice(scenario, words), fields)


def _word_findings(source: Source, lesson: Lesson, markup: Markup) -> Iterator[Finding]:
    try:
        match source.name:
            case "pages.md":
                yield from pages_findings(source, read_pages(source, lesson, markup))
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
