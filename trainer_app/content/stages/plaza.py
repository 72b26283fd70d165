"""Reads a stage of the pretend network, and the conditions of its goals and consequences."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from trainer_app.content.fields import Fields
from trainer_app.content.stages.parts import (
    consequence_tables,
    goal_tables,
    known_id,
    known_ids,
)
from trainer_app.content.stages.plaza_things import read_known, read_things
from trainer_app.domain.practice.network import ME
from trainer_app.domain.practice.plaza.conditions import PLAZA, Condition, Kind
from trainer_app.domain.practice.plaza.index import Index, index_of
from trainer_app.domain.practice.plaza.plaza_stage import (
    PlazaConsequence,
    PlazaGoal,
    PlazaStage,
)
from trainer_app.domain.practice.scenario import World

KINDS: tuple[Kind, ...] = ("done", "choice", "written", "seen", "learned", "reach")
FIGURES = ("people", "views", "engaged")


def read_plaza(fields: Fields, world: World) -> PlazaStage:
    """UnreadableLesson if something is missing, or names something unknown.

    A stage that is `free` has no goals; only free play may have one (content/free_play.py).
    """
    stage = read_things(fields, world)
    stage = replace(stage, known=read_known(fields, stage))
    index = index_of(stage)
    for text in stage.texts:
        if (text.what, text.of) not in index.texts:
            raise fields.broken("practice-ids", id=text.of)
    tables = _goal_tables(fields)
    ids = [each.text("id") for each in tables]
    return replace(
        stage,
        goals=tuple(
            PlazaGoal(each.id("id"), needs=_conditions(each, "needs", stage, index))
            for each in tables
        ),
        consequences=tuple(
            PlazaConsequence(
                each.id("id"), known_ids(each, "of", ids), _conditions(each, "when", stage, index)
            )
            for each in consequence_tables(fields)
        ),
    )


def _goal_tables(fields: Fields) -> list[Fields]:
    """The goals; a stage that is free has none, every other one has."""
    if not fields.flag("free", False):
        return goal_tables(fields)
    if fields.tables("goals", ()):
        raise fields.broken("practice-goals")
    return []


def _conditions(fields: Fields, key: str, stage: PlazaStage, index: Index) -> tuple[Condition, ...]:
    """At least one condition; UnreadableLesson for one that can never be so."""
    tables = fields.tables(key, ())
    if not tables:
        raise fields.broken("toml-fields", key=key)
    return tuple(_condition(each, stage, index) for each in tables)


def _condition(fields: Fields, stage: PlazaStage, index: Index) -> Condition:
    """The kind is the key that is there: `done`, `choice`, `written`, `seen` and so on."""
    kinds = {each: fields.text(each, "") for each in KINDS}
    there = [each for each, value in kinds.items() if value]
    if len(there) != 1:
        raise fields.broken("toml-fields", key="done")
    kind = there[0]
    negated, named = fields.flag("not", False), kinds[kind]
    people = {person.id for person in stage.world.people}
    match kind:
        case "seen":
            of = known_id(fields, "seen", {*index.posts, *(fact.id for fact in stage.facts)})
            by = known_id(fields, "by", people)
            return Condition("seen", "audience", of, by=by, negated=negated)
        case "learned":
            of = known_id(fields, "learned", index.known)
            by = known_id(fields, "by", people, PLAZA)
            return Condition("learned", "known", of, by=by, negated=negated)
        case "reach":
            figure = fields.one_of("reach", FIGURES)
            of = known_id(fields, "of", index.by.get(ME, ()))
            least = fields.count("least")
            return Condition("reach", figure, of, least=least, negated=negated)
        case "choice":
            return _choice(fields, named, index, negated)
    return _deed_or_text(fields, kind, named, index, negated)


def _choice(fields: Fields, what: str, index: Index, negated: bool) -> Condition:
    of = fields.text("of")
    to = known_ids(fields, "to", index.options.get((what, of), ()))
    if not to:
        raise fields.broken("practice-ids", id=of)
    return Condition("choice", what, of, to=to, negated=negated)


def _deed_or_text(fields: Fields, kind: str, what: str, index: Index, negated: bool) -> Condition:
    of = fields.text("of")
    known = of in index.deeds.get(what, ()) if kind == "done" else (what, of) in index.texts
    if not known:
        raise fields.broken("practice-ids", id=of)
    least = fields.count("least", 1) if kind == "written" else 1
    return Condition(cast(Kind, kind), what, of, least=least, negated=negated)
