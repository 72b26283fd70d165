"""Reads free play: the pretend network without a task, in the folder `_play` beside the lessons.

It has the files of a practice, and its one stage is `free`: it has no goals.
"""

from __future__ import annotations

from pathlib import Path

from trainer_app.content.fields import Fields
from trainer_app.content.markup import Markup
from trainer_app.content.practice_words import read_practice_words
from trainer_app.content.sources import read_source
from trainer_app.content.stages import read_stage
from trainer_app.content.structure import PRACTICE_FILE, PRACTICE_WORDS, WORLD_FOLDER
from trainer_app.content.worlds import read_world, with_common_words
from trainer_app.domain.errors import MissingLanguage
from trainer_app.domain.practice.scenario import Practice, Scenario

PLAY_FOLDER = "_play"
FREE_PLAY = "free-play"
"""What free play is called where a lesson's id stands."""


def free_play_languages(lessons: Path) -> tuple[str, ...]:
    """The languages that free play has words in, beside these lessons; none if it is not there."""
    words = (lessons / PLAY_FOLDER).glob(f"*/{PRACTICE_WORDS}")
    return tuple(sorted(path.parent.name for path in words))


def read_free_play(lessons: Path, language: str) -> Practice:
    """Free play with its words in one language; `lessons` is the folder that `_play` lies in.

    Raises UnreadableLesson if a file is broken, MissingLanguage if there are no such words.
    """
    if language not in free_play_languages(lessons):
        raise MissingLanguage(lesson=FREE_PLAY, language=language)
    folder = lessons / PLAY_FOLDER
    fields = Fields.of_file(folder / PRACTICE_FILE)
    world = read_world(fields.table("world"), lessons)
    scenario = Scenario(
        lesson=FREE_PLAY,
        version=fields.count("version"),
        minutes=fields.count("minutes"),
        stages=tuple(read_stage(each, world) for each in fields.tables("stages")),
        world=world,
    )
    source = read_source(folder.name, folder / language / PRACTICE_WORDS)
    words = read_practice_words(source, scenario, Markup())
    return Practice(scenario, with_common_words(words, scenario, lessons))


def free_play_picture(lessons: Path, name: str) -> Path:
    """Where a picture of free play lies: with it, or else in the common world."""
    own = lessons / PLAY_FOLDER / "images" / name
    return own if own.is_file() else lessons / WORLD_FOLDER / "images" / name
