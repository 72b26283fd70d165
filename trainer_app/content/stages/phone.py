"""Reads a stage on the pretend phone: things, phrases, goals of things, consequences of deeds."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from trainer_app.content.fields import Fields
from trainer_app.content.stages.parts import (
    consequence_tables,
    goal_tables,
    known_id,
    known_ids,
    unique_ids,
)
from trainer_app.domain.practice.phone_stage import (
    ASKS,
    DEEDS,
    THING_KINDS,
    Asks,
    DeedName,
    PhoneConsequence,
    PhoneGoal,
    PhoneStage,
    Phrase,
    Thing,
    ThingKind,
)
from trainer_app.domain.practice.scenario import World


def read_phone(fields: Fields, world: World) -> PhoneStage:
    """UnreadableLesson if something is missing, unknown, or asks for what cannot be."""
    people = tuple(person.id for person in world.people)
    tables, phrase_tables = fields.tables("things"), fields.tables("phrases", ())
    ids = unique_ids(fields, tables)
    unique_ids(fields, phrase_tables)
    goals = goal_tables(fields)
    stage = PhoneStage(
        id=fields.id("id"),
        kind=fields.text("kind"),
        people=known_ids(fields, "people", people),
        # A thing waits only for things above it, so that nothing waits for itself.
        items=tuple(_thing(each, people, ids[:at]) for at, each in enumerate(tables)),
        phrases=tuple(_phrase(each, ids) for each in phrase_tables),
        goals=tuple(_goal(each, ids) for each in goals),
        consequences=tuple(
            PhoneConsequence(
                id=each.id("id"),
                of=known_ids(each, "of", ids),
                when=cast(DeedName, each.one_of("when", DEEDS, "")),
            )
            for each in consequence_tables(fields)
        ),
    )
    for thing, table in zip(stage.items, tables, strict=True):
        _require_possible(stage, thing, table)
    for goal, table in zip(stage.goals, goals, strict=True):
        _require_needed(stage, goal, table)
    return stage


def _thing(fields: Fields, people: Collection[str], above: Collection[str]) -> Thing:
    return Thing(
        id=fields.id("id"),
        kind=cast(ThingKind, fields.one_of("kind", THING_KINDS)),
        person=known_id(fields, "person", people, ""),
        picture=fields.picture("picture", ""),
        voice=fields.flag("voice", False),
        link=fields.flag("link", False),
        asks=cast(tuple[Asks, ...], known_ids(fields, "asks", ASKS)),
        needs=_deeds(fields, "needs"),
        one_of=_deeds(fields, "one_of"),
        fine=_deeds(fields, "fine"),
        forwards=known_ids(fields, "forwards", people),
        after=known_ids(fields, "after", above),
    )


def _phrase(fields: Fields, things: Collection[str]) -> Phrase:
    to = known_ids(fields, "to", things)
    return Phrase(
        id=fields.id("id"),
        to=to,
        right=known_ids(fields, "right", to),
        voice=fields.flag("voice", False),
    )


def _goal(fields: Fields, things: Collection[str]) -> PhoneGoal:
    return PhoneGoal(fields.id("id"), known_ids(fields, "of", things), _deeds(fields, "done"))


def _deeds(fields: Fields, key: str) -> tuple[DeedName, ...]:
    return cast(tuple[DeedName, ...], known_ids(fields, key, DEEDS))


def _require_possible(stage: PhoneStage, thing: Thing, fields: Fields) -> None:
    """What a thing names must be offered with it, in a way that is right, and fit together."""
    offered = stage.deeds(thing)
    for key, deeds in (("needs", thing.needs), ("one_of", thing.one_of), ("fine", thing.fine)):
        for deed in deeds:
            if deed not in offered or not _has_right_way(stage, thing, deed):
                raise fields.broken("toml-fields", key=key)
    if thing.contradicts:
        raise fields.broken("toml-fields", key="needs")
    for person in thing.forwards:
        if person not in stage.people:
            raise fields.broken("practice-ids", id=person)


def _has_right_way(stage: PhoneStage, thing: Thing, deed: DeedName) -> bool:
    """A phrase that is right there, a person whom it may go to."""
    if deed == "say":
        return any(thing.id in phrase.right for phrase in stage.phrases)
    return deed != "forward" or bool(thing.forwards)


def _require_needed(stage: PhoneStage, goal: PhoneGoal, fields: Fields) -> None:
    """`done` of a goal names deeds that each of its things needs, so that no two goals quarrel."""
    for thing in stage.items:
        about = not goal.of or thing.id in goal.of
        if about and not set(goal.done) <= set(thing.needs):
            raise fields.broken("toml-fields", key="done")
