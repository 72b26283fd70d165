"""Reads a stage of pointing: targets, places, goals of targets, consequences of troubles."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from trainer_app.content.fields import Fields
from trainer_app.content.stages.parts import (
    consequence_tables,
    known_id,
    known_ids,
    read_goals,
    unique_ids,
)
from trainer_app.domain.practice.pointer_stage import (
    GESTURES,
    TROUBLES,
    WAYS,
    Does,
    Place,
    PointerConsequence,
    PointerStage,
    Target,
    Trouble,
    Way,
)
from trainer_app.domain.practice.scenario import World


def read_pointer(fields: Fields, _world: World) -> PointerStage:
    """UnreadableLesson if something is missing, or names an unknown target or place."""
    target_tables, place_tables = fields.tables("targets"), fields.tables("places", ())
    targets, places = unique_ids(fields, target_tables), unique_ids(fields, place_tables)
    return PointerStage(
        id=fields.id("id"),
        kind=fields.text("kind"),
        targets=tuple(_target(each, places) for each in target_tables),
        places=tuple(Place(each.id("id"), each.picture("picture", "")) for each in place_tables),
        moves=fields.flag("moves", False),
        goals=read_goals(fields, targets),
        consequences=tuple(
            PointerConsequence(
                id=each.id("id"),
                of=known_ids(each, "of", targets),
                when=cast(Trouble, each.one_of("when", TROUBLES, "other-gesture")),
            )
            for each in consequence_tables(fields)
        ),
    )


def _target(fields: Fields, places: Collection[str]) -> Target:
    """What is dragged needs a place, what is scrolled or swiped a way."""
    does = fields.one_of("does", GESTURES)
    pushed = does in ("scroll", "swipe")
    return Target(
        id=fields.id("id"),
        does=cast(Does, does),
        picture=fields.picture("picture", ""),
        to=known_id(fields, "to", places) if does == "drag" else "",
        way=cast(Way, fields.one_of("way", WAYS)) if pushed else "",
        times=fields.count("times", 1) if pushed else 1,
    )
