"""Reads the stages of a practice: one module for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from trainer_app.content.fields import Fields
from trainer_app.content.stages.consequences import read_consequences
from trainer_app.content.stages.desktop import read_desktop
from trainer_app.content.stages.phone import read_phone
from trainer_app.content.stages.planner import read_planner
from trainer_app.content.stages.plaza import read_plaza
from trainer_app.content.stages.pointer import read_pointer
from trainer_app.content.stages.sorting import read_sorting
from trainer_app.content.stages.typing import read_typing
from trainer_app.content.stages.web import read_web
from trainer_app.domain.practice.scenario import Stage, World

ReadStage = Callable[[Fields, World], Stage]

# One line a kind, as in trainer_app/domain/practice/kinds.py.
READERS: Mapping[str, ReadStage] = MappingProxyType(
    {
        "consequences": read_consequences,
        "desktop": read_desktop,
        "phone": read_phone,
        "planner": read_planner,
        "plaza": read_plaza,
        "pointer": read_pointer,
        "sorting": read_sorting,
        "typing": read_typing,
        "web": read_web,
    }
)


def read_stage(fields: Fields, world: World) -> Stage:
    """One stage of any kind; UnreadableLesson if it is broken or its kind cannot be played."""
    kind = fields.text("kind")
    if kind not in READERS:
        raise fields.broken("practice-kind", kind=kind)
    extra = fields.flag("extra", False)
    return replace(READERS[kind](fields, world), extra=extra)
