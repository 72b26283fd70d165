"""Reads a stage of the pretend network, and the conditions of its goals and consequences."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import cast

from trainer_app.content.fields import Fields
from trainer_app.content.stages.parts import (
    consequence_tables,
    known_id,
    known_ids,
    unique_ids,
)
from trainer_app.content.worlds import read_post
from trainer_app.domain.practice.network import Post
from trainer_app.domain.practice.plaza.conditions import Condition, Kind
from trainer_app.domain.practice.plaza.index import (
    AT_FIRST,
    REASONS,
    SETTINGS,
    TEXTS,
    Index,
    index_of,
)
from trainer_app.domain.practice.plaza.plaza_stage import (
    CARRIES,
    Carries,
    Fact,
    Message,
    PlazaConsequence,
    PlazaGoal,
    PlazaStage,
    Reply,
    Text,
)
from trainer_app.domain.practice.plaza.visibility import AUDIENCES
from trainer_app.domain.practice.scenario import World

SHAPES = ("phone", "browser")


def read_plaza(fields: Fields, world: World) -> PlazaStage:
    """UnreadableLesson if something is missing, or names something unknown."""
    stage = _things(fields, world)
    index = index_of(stage)
    for text in stage.texts:
        if (text.what, text.of) not in index.texts:
            raise fields.broken("practice-ids", id=text.of)
    tables = fields.tables("goals", ())
    if not tables:
        raise fields.broken("practice-goals")
    ids = unique_ids(fields, tables)
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


def _things(fields: Fields, world: World) -> PlazaStage:
    people = {each.id for each in world.people}
    groups = {each.id for each in world.groups}
    tables = fields.tables("posts", ())
    own = unique_ids(fields, tables)
    posts = {*own, *(each.id for each in world.posts)}
    fields.require_unique((*own, *(each.id for each in world.posts)))
    messages = fields.tables("messages", ())
    message_ids = unique_ids(fields, messages)
    replies, texts = fields.tables("replies", ()), fields.tables("texts", ())
    facts, devices = fields.tables("facts", ()), fields.tables("devices", ())
    hashtags = fields.tables("hashtags", ())
    tags = unique_ids(fields, hashtags)
    for each in (replies, texts, facts):
        unique_ids(fields, each)
    fields.require_unique((*posts, *message_ids, *(each.text("id") for each in facts)))
    return PlazaStage(
        id=fields.id("id"),
        kind=fields.text("kind"),
        goals=(),
        world=world,
        shape=fields.one_of("shape", SHAPES, "phone"),
        friends=known_ids(fields, "friends", people),
        requests=known_ids(fields, "requests", people),
        groups=known_ids(fields, "groups", groups),
        leads=known_ids(fields, "leads", groups),
        posts=tuple(_post(each, people, groups, posts, tags) for each in tables),
        messages=tuple(_message(each, people) for each in messages),
        replies=tuple(Reply(e.id("id"), known_id(e, "to", message_ids)) for e in replies),
        facts=tuple(
            Fact(each.id("id"), each.one_of("audience", AUDIENCES, "everyone")) for each in facts
        ),
        devices=unique_ids(fields, devices),
        hashtags=tags,
        texts=tuple(Text(e.id("id"), e.one_of("what", TEXTS), e.id("of")) for e in texts),
        settings=_settings(fields.table("settings")),
        budget=fields.count("budget", 0, least=0),
    )


def _post(
    fields: Fields,
    people: Collection[str],
    groups: Collection[str],
    posts: Collection[str],
    hashtags: Collection[str],
) -> Post:
    """A post of the stage: hashtags that fit it are among the stage's."""
    known_ids(fields, "fitting", hashtags)
    return read_post(fields, people, groups, posts)


def _message(fields: Fields, people: Collection[str]) -> Message:
    return Message(
        id=fields.id("id"),
        author=known_id(fields, "author", people),
        carries=cast(Carries, fields.one_of("carries", CARRIES, "nothing")),
        wrong=fields.one_of("wrong", REASONS, ""),
    )


def _settings(fields: Fields) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, fields.one_of(name, values, AT_FIRST[name])) for name, values in SETTINGS.items()
    )


def _conditions(fields: Fields, key: str, stage: PlazaStage, index: Index) -> tuple[Condition, ...]:
    """At least one condition; UnreadableLesson for one that can never be so."""
    tables = fields.tables(key, ())
    if not tables:
        raise fields.broken("toml-fields", key=key)
    return tuple(_condition(each, stage, index) for each in tables)


def _condition(fields: Fields, stage: PlazaStage, index: Index) -> Condition:
    """The kind is the key that is there: `done`, `choice`, `written` or `seen`."""
    kinds = {each: fields.text(each, "") for each in ("done", "choice", "written", "seen")}
    there = [each for each, value in kinds.items() if value]
    if len(there) != 1:
        raise fields.broken("toml-fields", key="done")
    kind = cast(Kind, there[0])
    negated, named = fields.flag("not", False), kinds[kind]
    if kind == "seen":
        things = {*(p.id for p in stage.posts), *index.posts, *(f.id for f in stage.facts)}
        of = known_id(fields, "seen", things)
        by = known_id(fields, "by", {person.id for person in stage.world.people})
        return Condition("seen", "audience", of, by=by, negated=negated)
    of = fields.text("of")
    if kind == "choice":
        to = known_ids(fields, "to", index.options.get((named, of), ()))
        if not to:
            raise fields.broken("practice-ids", id=of)
        return Condition("choice", named, of, to=to, negated=negated)
    known = of in index.deeds.get(named, ()) if kind == "done" else (named, of) in index.texts
    if not known:
        raise fields.broken("practice-ids", id=of)
    least = fields.count("least", 1) if kind == "written" else 1
    return Condition(kind, named, of, least=least, negated=negated)
