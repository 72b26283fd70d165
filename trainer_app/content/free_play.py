"""Reads free play: the pretend network without a task, in the folder `_play` beside the lessons.

It has the files of a practice, and its one stage is `free`: it has no goals. Its `wall` is what
laptops of one room share.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from trainer_app.content.fields import Fields
from trainer_app.content.markup import Markup
from trainer_app.content.practice_words import read_practice_words
from trainer_app.content.sources import read_source
from trainer_app.content.stages import read_stage
from trainer_app.content.stages.parts import known_ids, unique_ids
from trainer_app.content.structure import PRACTICE_FILE, PRACTICE_WORDS, WORLD_FOLDER
from trainer_app.content.worlds import read_world, with_common_words
from trainer_app.domain.errors import MissingLanguage
from trainer_app.domain.practice.scenario import Practice, PracticeWords, Scenario, World
from trainer_app.domain.practice.wall_stage import WALL, WallPicture, WallStage, WallWords

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
    read = read_play(lessons, language)
    words = with_common_words(read.words, read.scenario, lessons)
    return Practice(read.alone, words)


def read_shared_wall(lessons: Path, language: str) -> WallWords | None:
    """The wall that laptops of a room share, in one language; None where there is none.

    Raises as `read_free_play` does.
    """
    read = read_play(lessons, language)
    if read.wall is None:
        return None
    words = with_common_words(read.words, read.scenario, lessons)
    return WallWords(read.wall, read.scenario.world, words)


@dataclass(frozen=True, slots=True)
class Play:
    """What the folder holds: `scenario` with the wall as its last stage, `words` of its own."""

    scenario: Scenario
    words: PracticeWords
    wall: WallStage | None

    @property
    def alone(self) -> Scenario:
        """What one person plays."""
        stages = tuple(each for each in self.scenario.stages if each is not self.wall)
        return replace(self.scenario, stages=stages)


def read_play(lessons: Path, language: str) -> Play:
    """Everything of free play in one language. Raises as `read_free_play` does."""
    if language not in free_play_languages(lessons):
        raise MissingLanguage(lesson=FREE_PLAY, language=language)
    folder = lessons / PLAY_FOLDER
    scenario = play_scenario(Fields.of_file(folder / PRACTICE_FILE), lessons)
    source = read_source(folder.name, folder / language / PRACTICE_WORDS)
    walls = (each for each in scenario.stages if isinstance(each, WallStage))
    return Play(scenario, read_practice_words(source, scenario, Markup()), next(walls, None))


def play_scenario(fields: Fields, lessons: Path) -> Scenario:
    """What can happen, the shared wall as the last stage; UnreadableLesson if it is broken."""
    world = read_world(fields.table("world"), lessons)
    wall = fields.table("wall")
    return Scenario(
        lesson=FREE_PLAY,
        version=fields.count("version"),
        minutes=fields.count("minutes"),
        stages=(
            *(read_stage(each, world) for each in fields.tables("stages")),
            *([_read_wall(wall, world)] if wall.texts("people", ()) else []),
        ),
        world=world,
    )


def _read_wall(fields: Fields, world: World) -> WallStage:
    phrases = unique_ids(fields, fields.tables("phrases"))
    shown = [
        tuple(WallPicture(each.id("id"), each.picture("picture")) for each in fields.tables(name))
        for name in ("stickers", "pictures")
    ]
    fields.require_unique(each.id for pictures in shown for each in pictures)
    people = known_ids(fields, "people", {each.id for each in world.people})
    fields.require_unique(people)
    stickers, scenes = shown
    return WallStage(
        id=WALL,
        kind=WALL,
        goals=(),
        people=people,
        phrases=phrases,
        stickers=stickers,
        scenes=scenes,
    )


def free_play_picture(lessons: Path, name: str) -> Path:
    """Where a picture of free play lies: with it, or else in the common world."""
    own = lessons / PLAY_FOLDER / "images" / name
    return own if own.is_file() else lessons / WORLD_FOLDER / "images" / name
