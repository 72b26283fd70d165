"""Reads a lesson's practice: `practice.toml`, and `practice.md` in each language."""

from __future__ import annotations

from pathlib import Path

from trainer_app.content.fields import Fields
from trainer_app.content.markup import Markup
from trainer_app.content.practice_words import read_practice_words
from trainer_app.content.sources import read_source
from trainer_app.content.stages import read_stage
from trainer_app.content.structure import (
    PRACTICE_FILE,
    PRACTICE_WORDS,
    WORLD_FOLDER,
    has_practice,
    practice_languages,
    world_words,
)
from trainer_app.content.worlds import read_world, with_common_words
from trainer_app.domain.errors import MissingLanguage
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.practice.scenario import Practice, Scenario

__all__ = [
    "PRACTICE_FILE",
    "PRACTICE_WORDS",
    "has_practice",
    "practice_languages",
    "practice_picture",
    "read_practice",
    "read_scenario",
    "scenario_in",
]


def read_practice(lesson: Lesson, language: str) -> Practice:
    """A lesson's practice with its words in one language.

    Raises UnreadableLesson if a file is broken, MissingLanguage if there are no such words.
    """
    if language not in practice_languages(lesson):
        raise MissingLanguage(lesson=lesson.id, language=language)
    scenario = read_scenario(lesson)
    source = read_source(lesson.folder.name, lesson.words_file(language, PRACTICE_WORDS))
    words = read_practice_words(source, scenario, Markup())
    world = world_words(lesson, language)
    return Practice(scenario, with_common_words(words, scenario, lesson.common_folder, world))


def read_scenario(lesson: Lesson) -> Scenario:
    """The structure of a lesson's practice; UnreadableLesson if it is missing or broken."""
    return scenario_in(Fields.of_file(lesson.folder / PRACTICE_FILE), lesson)


def scenario_in(fields: Fields, lesson: Lesson) -> Scenario:
    """The structure that the fields of `practice.toml` hold; UnreadableLesson if broken."""
    world = read_world(fields.table("world"), lesson.common_folder)
    stages = tuple(read_stage(each, world) for each in fields.tables("stages"))
    if not all(stage.goals for stage in stages) or not stages:
        raise fields.broken("practice-goals")
    extra = [stage.extra for stage in stages]
    if extra[0] or extra != sorted(extra):
        raise fields.broken("practice-extra")
    fields.require_unique(stage.id for stage in stages)
    return Scenario(
        lesson=lesson.id,
        version=fields.count("version"),
        minutes=fields.count("minutes"),
        stages=stages,
        world=world,
    )


def practice_picture(lesson: Lesson, name: str) -> Path:
    """Where a picture of a practice lies: with the lesson, or else in the common world."""
    own = lesson.image(name)
    return own if own.is_file() else lesson.common_folder / WORLD_FOLDER / "images" / name
