"""Reads the world of a practice: people, posts, groups and pages, a lesson's own or the common one.

The common world lies beside the lessons, in the folder `_world`: `world.toml`, and its words in
`<language>/world.md`. A lesson joins it with `common = true` under `[world]`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from trainer_app.content.fields import Fields
from trainer_app.content.markup import Markup
from trainer_app.content.practice_words import read_practice_words
from trainer_app.content.sources import read_source
from trainer_app.content.stages.parts import known_id, known_ids, unique_ids
from trainer_app.domain.practice.network import ME, Group, Page, Post
from trainer_app.domain.practice.plaza.index import REASONS
from trainer_app.domain.practice.plaza.visibility import AUDIENCES
from trainer_app.domain.practice.scenario import Person, PracticeWords, Scenario, World

WORLD_FOLDER = "_world"
WORLD_FILE = "world.toml"
WORLD_WORDS = "world.md"
LEARNER_ID = "me"
"""How a file names the learner as author or among the tags."""


class Named(Protocol):
    """A thing with an id."""

    @property
    def id(self) -> str:
        """Its id, unique among things of its kind."""


def read_world(fields: Fields, folder: Path) -> World:
    """The world of a lesson's `practice.toml`; UnreadableLesson if it is broken.

    `folder` is the lesson's.
    """
    if not fields.flag("common", False):
        return world_in(fields, World())
    common = world_in(Fields.of_file(folder.parent / WORLD_FOLDER / WORLD_FILE), World())
    things: tuple[Named, ...] = (*common.people, *common.posts, *common.groups, *common.pages)
    return world_in(fields, replace(common, common=frozenset(each.id for each in things)))


def world_in(fields: Fields, joined: World) -> World:
    """The world that fields hold, added to one that is joined; UnreadableLesson if broken."""
    people_tables, posts = fields.tables("people", ()), fields.tables("posts", ())
    groups, pages = fields.tables("groups", ()), fields.tables("pages", ())
    for tables in (people_tables, posts, groups, pages):
        unique_ids(fields, tables)
    known = {each.id for each in joined.people} | {each.text("id") for each in people_tables}
    people = tuple(
        Person(each.id("id"), each.picture("picture", ""), known_ids(each, "friends", known))
        for each in people_tables
    )
    circles = tuple(
        Group(each.id("id"), known_ids(each, "members", known), each.flag("closed", False))
        for each in groups
    )
    all_groups = {each.id for each in (*joined.groups, *circles)}
    all_posts = {each.id for each in joined.posts} | {each.text("id") for each in posts}
    world = World(
        people=(*joined.people, *people),
        posts=(*joined.posts, *(read_post(each, known, all_groups, all_posts) for each in posts)),
        groups=(*joined.groups, *circles),
        pages=(*joined.pages, *(Page(e.id("id"), e.picture("picture", "")) for e in pages)),
        common=joined.common,
    )
    for things in (world.people, world.posts, world.groups, world.pages):
        fields.require_unique(each.id for each in things)
    return world


def read_post(
    fields: Fields, people: Collection[str], groups: Collection[str], posts: Collection[str]
) -> Post:
    """One post. Its author is the learner (`me`) unless somebody is named."""
    author = known_id(fields, "author", people, LEARNER_ID)
    tags = known_ids(fields, "tags", {*people, LEARNER_ID})
    return Post(
        id=fields.id("id"),
        author=ME if author == LEARNER_ID else author,
        picture=fields.picture("picture", ""),
        audience=fields.one_of("audience", AUDIENCES, "friends"),
        tags=tuple(ME if each == LEARNER_ID else each for each in tags),
        shared=known_id(fields, "shared", posts, ""),
        group=known_id(fields, "group", groups, ""),
        fitting=fields.texts("fitting", ()),
        wrong=fields.one_of("wrong", REASONS, ""),
        draft=fields.flag("draft", False),
        ad=fields.flag("ad", False),
        place=fields.flag("place", False),
    )


def with_common_words(words: PracticeWords, scenario: Scenario, folder: Path) -> PracticeWords:
    """The words of a practice and those of the common world, if it is joined.

    Raises UnreadableLesson if the common world has no good words in this language.
    """
    if not scenario.world.common:
        return words
    where = folder.parent / WORLD_FOLDER
    common = World(
        people=tuple(each for each in scenario.world.people if each.id in scenario.world.common),
        posts=tuple(each for each in scenario.world.posts if each.id in scenario.world.common),
        groups=tuple(each for each in scenario.world.groups if each.id in scenario.world.common),
        pages=tuple(each for each in scenario.world.pages if each.id in scenario.world.common),
    )
    source = read_source(where.name, where / words.language / WORLD_WORDS)
    alone = Scenario(scenario.lesson, scenario.version, scenario.minutes, (), common)
    said = read_practice_words(source, alone, Markup()).said
    return replace(words, said={**said, **words.said})
