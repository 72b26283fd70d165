"""Checks a lesson's practice against the written rules, by reading it and by playing it."""

from __future__ import annotations

from collections.abc import Iterator

from trainer_app.content.fields import Fields
from trainer_app.content.markup import Markup
from trainer_app.content.practice import (
    PRACTICE_FILE,
    PRACTICE_WORDS,
    has_practice,
    scenario_in,
)
from trainer_app.content.practice_words import parse_practice_words
from trainer_app.content.rules.markup import markup_findings, placing_findings
from trainer_app.content.rules.pictures import practice_picture_findings
from trainer_app.content.rules.practice import play_findings, scenario_findings
from trainer_app.content.rules.table import Finding, finding_of
from trainer_app.content.rules.translation import matter_findings
from trainer_app.content.rules.wording import practice_findings, title_findings
from trainer_app.content.sources import Source, read_source
from trainer_app.content.structure import language_folders
from trainer_app.content.worlds import with_common_words
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import SOURCE_LANGUAGE, Lesson
from trainer_app.domain.practice.scenario import Practice, Scenario


def check_practice(lesson: Lesson) -> Iterator[Finding]:
    """Everything about a lesson's practice; nothing if it has none.

    A structure that cannot be read is the only finding, as with lessons.
    """
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
    yield from practice_picture_findings(lesson, scenario)
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
        if not lesson.has_pages:
            yield from title_findings(source)
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
    if troubles:
        return
    try:
        whole = with_common_words(words, scenario, lesson.folder)
    except UnreadableLesson as error:
        yield finding_of(error)
        return
    yield from play_findings(lesson, Practice(scenario, whole), fields)
