"""Reads a stage on the pretend phone: things, phrases, a thief's moves, goals, consequences."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from trainer_app.content.fields import Fields
from trainer_app.content.stages.parts import (
    consequence_tables,
    faces_of,
    goal_tables,
    known_id,
    known_ids,
    unique_ids,
)
from trainer_app.domain.practice.phone_rules import fits, ways
from trainer_app.domain.practice.phone_stage import (
    ASKS,
    DEEDS,
    OF_ACCOUNT,
    THING_KINDS,
    Asks,
    DeedName,
    Move,
    PhoneConsequence,
    PhoneGoal,
    PhoneStage,
    Phrase,
    Standing,
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
    move_tables = fields.tables("thief", ())
    unique_ids(fields, move_tables)
    goals = goal_tables(fields)
    stage = PhoneStage(
        id=fields.id("id"),
        kind=fields.text("kind"),
        people=known_ids(fields, "people", people),
        # A thing waits only for things above it, so that nothing waits for itself.
        items=tuple(_thing(each, people, ids[:at]) for at, each in enumerate(tables)),
        phrases=tuple(_phrase(each, ids) for each in phrase_tables),
        thief=tuple(_move(each, ids) for each in move_tables),
        faces=faces_of(world),
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
    for move, table in zip(stage.thief, move_tables, strict=True):
        _require_doable(stage, move, table)
    for goal, table in zip(stage.goals, goals, strict=True):
        _require_needed(stage, goal, table)
    return stage


def _thing(fields: Fields, people: Collection[str], above: Collection[str]) -> Thing:
    kind = cast(ThingKind, fields.one_of("kind", THING_KINDS))
    # Only these have what the two fields speak of; elsewhere nobody asks for them.
    offers = known_ids(fields, "offers", OF_ACCOUNT) if kind == "account" else ()
    return Thing(
        id=fields.id("id"),
        kind=kind,
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
        number=fields.flag("number", False) if kind in ("contact", "message") else False,
        offers=cast(tuple[DeedName, ...], offers or OF_ACCOUNT) if kind == "account" else (),
    )


def _phrase(fields: Fields, things: Collection[str]) -> Phrase:
    to = known_ids(fields, "to", things)
    return Phrase(
        id=fields.id("id"),
        to=to,
        right=known_ids(fields, "right", to),
        voice=fields.flag("voice", False),
    )


def _move(fields: Fields, things: Collection[str]) -> Move:
    return Move(
        id=fields.id("id"),
        unless=_standings(fields, "unless", things),
        undoes=_standings(fields, "undoes", things),
        brings=known_ids(fields, "brings", things),
    )


def _standings(fields: Fields, key: str, things: Collection[str]) -> tuple[Standing, ...]:
    """Deeds with things, each as `thing/deed`."""
    known = [f"{thing}/{deed}" for thing in things for deed in DEEDS]
    pairs = (each.partition("/") for each in known_ids(fields, key, known))
    return tuple(Standing(thing, cast(DeedName, deed)) for thing, _, deed in pairs)


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
    return any(fits(stage, thing, each) for each in ways(stage, thing, deed))


def _require_doable(stage: PhoneStage, move: Move, fields: Fields) -> None:
    """A thief's move names deeds that are offered, and brings what does not come by itself."""
    for key, pairs in (("unless", move.unless), ("undoes", move.undoes)):
        for pair in pairs:
            if pair.deed not in stage.deeds(stage.thing(pair.thing)):
                raise fields.broken("toml-fields", key=key)
    if any(stage.thing(each).after for each in move.brings):
        raise fields.broken("toml-fields", key="brings")


def _require_needed(stage: PhoneStage, goal: PhoneGoal, fields: Fields) -> None:
    """`done` of a goal names deeds that each of its things needs, so that no two goals quarrel."""
    for thing in stage.items:
        about = not goal.of or thing.id in goal.of
        if about and not set(goal.done) <= set(thing.needs):
            raise fields.broken("toml-fields", key="done")
