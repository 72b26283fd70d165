"""Reads a stage of stories: threads, scenes, choices, goals of ends and of scenes seen."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, cast

from trainer_app.content.fields import Fields
from trainer_app.content.stages.parts import (
    consequence_tables,
    faces_of,
    goal_tables,
    known_id,
    known_ids,
    unique_ids,
)
from trainer_app.domain.practice.consequences_stage import (
    MOMENTS,
    TONES,
    Choice,
    ConsequencesStage,
    Moment,
    Scene,
    StoryConsequence,
    StoryGoal,
    Thread,
    Tone,
)
from trainer_app.domain.practice.scenario import World


def read_consequences(fields: Fields, world: World) -> ConsequencesStage:
    """UnreadableLesson if something is missing, names what is not there, or runs in a circle."""
    people = tuple(person.id for person in world.people)
    thread_tables, scene_tables = fields.tables("threads", ()), fields.tables("scenes", ())
    choice_tables = fields.tables("choices", ())
    if not thread_tables:
        raise fields.broken("toml-fields", key="threads")
    threads, scenes = unique_ids(fields, thread_tables), unique_ids(fields, scene_tables)
    choices = unique_ids(fields, choice_tables)
    stage = ConsequencesStage(
        id=fields.id("id"),
        kind=fields.text("kind"),
        threads=tuple(_thread(each, scenes) for each in thread_tables),
        scenes=tuple(_scene(each, scenes, people) for each in scene_tables),
        choices=tuple(_choice(each, scenes) for each in choice_tables),
        faces=faces_of(world),
        goals=tuple(
            StoryGoal(
                each.id("id"), known_ids(each, "of", threads), known_ids(each, "seen", scenes)
            )
            for each in goal_tables(fields)
        ),
        consequences=tuple(
            StoryConsequence(each.id("id"), known_ids(each, "of", choices))
            for each in consequence_tables(fields)
        ),
    )
    _require_end(fields, stage)
    return stage


def _thread(fields: Fields, scenes: Collection[str]) -> Thread:
    return Thread(
        id=fields.id("id"),
        starts=known_id(fields, "starts", scenes),
        picture=fields.picture("picture", ""),
        people=fields.count("people", 0, least=0),
    )


def _scene(fields: Fields, scenes: Collection[str], people: Collection[str]) -> Scene:
    return Scene(
        id=fields.id("id"),
        picture=fields.picture("picture", ""),
        person=known_id(fields, "person", people, ""),
        moment=cast(Moment, fields.one_of("moment", MOMENTS, "now")),
        then=known_id(fields, "then", scenes, ""),
        good=fields.flag("good", False),
    )


def _choice(fields: Fields, scenes: Collection[str]) -> Choice:
    """What harms cannot mend as well."""
    choice = Choice(
        id=fields.id("id"),
        at=known_id(fields, "at", scenes),
        to=known_id(fields, "to", scenes),
        picture=fields.picture("picture", ""),
        harm=fields.flag("harm", False),
        mends=fields.flag("mends", False),
        tone=cast("Tone | Literal['']", fields.one_of("tone", TONES, "")),
    )
    if choice.harm and choice.mends:
        raise fields.broken("toml-fields", key="mends")
    return choice


def _require_end(fields: Fields, stage: ConsequencesStage) -> None:
    """No scene leads back to itself: going back is what “Take it back” is for."""
    left = {
        scene.id: {scene.then, *(each.to for each in stage.choices_at(scene.id))} - {""}
        for scene in stage.scenes
    }
    while left:
        ends = {each for each, following in left.items() if not following & left.keys()}
        if not ends:
            raise fields.broken("toml-fields", key="to")
        left = {each: following for each, following in left.items() if each not in ends}
