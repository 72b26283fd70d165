"""Checks a lesson's practice against the written rules, by reading it and by playing it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
from trainer_app.content.rules.structure import practised_findings
from trainer_app.content.rules.table import Finding, finding_of
from trainer_app.content.rules.translation import matter_findings
from trainer_app.content.rules.wording import (
    plan_practice_findings,
    practice_findings,
    title_findings,
)
from trainer_app.content.sources import Source, read_source
from trainer_app.content.structure import languages_to_check, world_words
from trainer_app.content.words import read_plan
from trainer_app.content.worlds import with_common_words
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.practice.scenario import Practice, Scenario


def check_practice(lesson: Lesson, *, played: bool = True) -> Iterator[Finding]:
    """Everything about a lesson's practice; nothing if it has none.

    `played`: whether to look at what comes of it when it is played, too.
    A structure that cannot be read is the only finding, as with lessons.
    """
    languages = languages_to_check(lesson)
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
    yield from practised_findings(lesson, scenario)
    yield from practice_picture_findings(lesson, scenario)
    if lesson.has_pages:
        yield from _plan_findings(lesson, scenario, languages)
    english: Source | None = None
    for language in (each for each in languages if each in there):
        try:
            source = read_source(lesson.folder.name, lesson.folder / language / PRACTICE_WORDS)
        except UnreadableLesson as error:
            yield finding_of(error)
            continue
        english = source if language == lesson.source else english
        yield from matter_findings(source, english, lesson)
        yield from markup_findings(source)
        if not lesson.has_pages:
            yield from title_findings(source)
        yield from practice_word_findings(source, lesson, scenario, fields if played else None)


def _plan_findings(
    lesson: Lesson, scenario: Scenario, languages: Sequence[str]
) -> Iterator[Finding]:
    """Plans without time for the practice; one that cannot be read is found elsewhere."""
    if any(stage.extra for stage in scenario.stages):
        return  # Its minutes are those of all stages, and not all need be played.
    for language in languages:
        path = lesson.folder / language / "plan.md"
        try:
            source = read_source(lesson.folder.name, path)
            plan = read_plan(source, Markup())
        except UnreadableLesson:
            continue
        yield from plan_practice_findings(source, plan, scenario.minutes)


def practice_word_findings(
    source: Source, lesson: Lesson, scenario: Scenario, fields: Fields | None
) -> Iterator[Finding]:
    """What shows when `practice.md` is read.

    Words that are not whole are not played: the engine would ask for the missing ones.

    Without `fields` nothing is played.
    """
    try:
        words, troubles = parse_practice_words(source, scenario, Markup())
    except UnreadableLesson as error:
        yield finding_of(error)
        return
    yield from (finding_of(error) for error in troubles)
    yield from practice_findings(source, words)
    yield from placing_findings(source, lesson)
    if troubles or fields is None:
        return
    try:
        world = world_words(lesson, words.language)
        whole = with_common_words(words, scenario, lesson.common_folder, world)
    except UnreadableLesson as error:
        yield finding_of(error)
        return
    yield from play_findings(lesson, Practice(scenario, whole), fields)
