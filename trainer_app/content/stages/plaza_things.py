"""Reads what a stage of the pretend network is made of: posts, messages, notes, the form."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol, cast

from trainer_app.content.fields import Fields
from trainer_app.content.stages.parts import known_id, known_ids, unique_ids
from trainer_app.content.worlds import Names, read_post
from trainer_app.domain.practice.network import Post
from trainer_app.domain.practice.plaza.offers import AT_FIRST, REASONS, SETTINGS, TEXTS
from trainer_app.domain.practice.plaza.plaza_stage import (
    CARRIES,
    Carries,
    Fact,
    FormField,
    Known,
    Message,
    Note,
    PlazaStage,
    Portrait,
    Reply,
    Text,
)
from trainer_app.domain.practice.plaza.visibility import AUDIENCES
from trainer_app.domain.practice.scenario import World

SHAPES = ("phone", "browser")


class Named(Protocol):
    """A thing with an id."""

    @property
    def id(self) -> str:
        """Its id, unique among things of its kind."""


def read_things(fields: Fields, world: World) -> PlazaStage:
    """A stage without goals; UnreadableLesson if a thing is missing something, or not known."""
    posts = fields.tables("posts", ())
    names = Names.of(world, posts=unique_ids(fields, posts))
    messages = fields.tables("messages", ())
    message_ids = unique_ids(fields, messages)
    hashtags = unique_ids(fields, fields.tables("hashtags", ()))
    replies, texts = fields.tables("replies", ()), fields.tables("texts", ())
    for each in (replies, texts):
        unique_ids(fields, each)
    portraits = tuple(
        Portrait(each.id("id"), each.picture("picture", ""))
        for each in fields.tables("portraits", ())
    )
    stage = PlazaStage(
        id=fields.id("id"),
        kind=fields.text("kind"),
        goals=(),
        world=world,
        shape=fields.one_of("shape", SHAPES, "phone"),
        friends=known_ids(fields, "friends", names.people),
        requests=known_ids(fields, "requests", names.people),
        groups=known_ids(fields, "groups", names.groups),
        leads=known_ids(fields, "leads", names.groups),
        likes=known_ids(fields, "likes", names.topics),
        posts=tuple(_post(each, names, hashtags) for each in posts),
        messages=tuple(_message(each, names.people) for each in messages),
        replies=tuple(Reply(e.id("id"), known_id(e, "to", message_ids)) for e in replies),
        notes=tuple(_note(each, names) for each in fields.tables("notes", ())),
        facts=tuple(
            Fact(each.id("id"), each.one_of("audience", AUDIENCES, "everyone"))
            for each in fields.tables("facts", ())
        ),
        form=tuple(_form_field(each) for each in fields.tables("form", ())),
        portraits=portraits,
        portrait=known_id(fields, "portrait", {each.id for each in portraits}, ""),
        devices=unique_ids(fields, fields.tables("devices", ())),
        hashtags=hashtags,
        texts=tuple(Text(e.id("id"), e.one_of("what", TEXTS), e.id("of")) for e in texts),
        settings=_settings(fields.table("settings")),
        budget=fields.count("budget", 0, least=0),
    )
    fields.require_unique((*_ids(stage), *AUDIENCES))
    return stage


def read_known(fields: Fields, stage: PlazaStage) -> tuple[Known, ...]:
    """What can be learned about the learner; UnreadableLesson if it is from nothing that is."""
    options = {option for each in stage.form for option in each.options}
    own = (stage.form, stage.facts, stage.portraits, stage.posts, stage.notes)
    things = {*(each for named in own for each in _named(named)), *options}
    tables = fields.tables("known", ())
    unique_ids(fields, tables)
    found = tuple(Known(each.id("id"), known_ids(each, "since", things)) for each in tables)
    for each, table in zip(found, tables, strict=True):
        if not each.since:
            raise table.broken("toml-fields", key="since")
    return found


def _ids(stage: PlazaStage) -> tuple[str, ...]:
    """The ids that must differ, for deeds and choices name things by them alone."""
    world = stage.world
    posts = (*stage.posts, *world.posts)
    things: tuple[Sequence[Named], ...] = (
        *(world.people, world.groups, world.pages, posts),
        *(stage.messages, stage.notes, stage.facts, stage.form, stage.portraits),
        *(post.comments for post in posts),
    )
    options = {option for each in stage.form for option in each.options}
    return (*(each for named in things for each in _named(named)), *options)


def _named(things: Sequence[Named]) -> Iterator[str]:
    return (each.id for each in things)


def _post(fields: Fields, names: Names, hashtags: Collection[str]) -> Post:
    """A post of the stage: hashtags that fit it are among the stage's."""
    known_ids(fields, "fitting", hashtags)
    return read_post(fields, names)


def _message(fields: Fields, people: Collection[str]) -> Message:
    return Message(
        id=fields.id("id"),
        author=known_id(fields, "author", people),
        carries=cast(Carries, fields.one_of("carries", CARRIES, "nothing")),
        wrong=fields.one_of("wrong", REASONS, ""),
    )


def _note(fields: Fields, names: Names) -> Note:
    """At least one way to send it; UnreadableLesson without."""
    ways = known_ids(fields, "ways", {*names.people, *names.groups, *AUDIENCES})
    if not ways:
        raise fields.broken("toml-fields", key="ways")
    fields.require_unique(ways)
    return Note(fields.id("id"), ways, fields.picture("picture", ""), fields.flag("voice", False))


def _form_field(fields: Fields) -> FormField:
    options = fields.texts("options", ())
    fields.require_unique(options)
    return FormField(fields.id("id"), fields.flag("needed", False), options)


def _settings(fields: Fields) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, fields.one_of(name, values, AT_FIRST[name])) for name, values in SETTINGS.items()
    )
