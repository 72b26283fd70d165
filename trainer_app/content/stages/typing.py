"""Reads a stage of typing: targets, keyboards, goals of targets, consequences of troubles."""

from __future__ import annotations

from typing import cast

from trainer_app.content.fields import Fields
from trainer_app.content.stages.parts import (
    consequence_tables,
    known_ids,
    read_goals,
    unique_ids,
)
from trainer_app.domain.practice.scenario import World
from trainer_app.domain.practice.typing_stage import (
    OWN,
    TROUBLES,
    Target,
    Trouble,
    TypingConsequence,
    TypingStage,
    known_keyboard,
)


def read_typing(fields: Fields, _world: World) -> TypingStage:
    """UnreadableLesson if something is missing, or names an unknown target or keyboard."""
    tables = fields.tables("targets")
    targets = unique_ids(fields, tables)
    keyboards = fields.texts("keyboards", (OWN,))
    if not keyboards or not all(map(known_keyboard, keyboards)):
        raise fields.broken("toml-fields", key="keyboards")
    return TypingStage(
        id=fields.id("id"),
        kind=fields.text("kind"),
        targets=tuple(_target(each) for each in tables),
        keyboards=keyboards,
        goals=read_goals(fields, targets),
        consequences=tuple(
            TypingConsequence(
                id=each.id("id"),
                of=known_ids(each, "of", targets),
                when=cast(Trouble, each.one_of("when", TROUBLES, "wrong-letter")),
            )
            for each in consequence_tables(fields)
        ),
    )


def _target(fields: Fields) -> Target:
    return Target(
        id=fields.id("id"),
        exact=fields.flag("exact", False),
        free=fields.flag("free", False),
        starts=fields.text("starts", ""),
        least=fields.count("least", 2),
    )
