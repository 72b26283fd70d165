"""Reads the world of a practice: people, posts, groups and pages, a lesson's own or the common one.

The common world lies beside the lessons, in the folder `_world`: `world.toml`, and its words in
`<language>/world.md`. A lesson joins it with `common = true` under `[world]`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Self, cast

from trainer_app.content.fields import Fields
from trainer_app.content.markup import Markup
from trainer_app.content.practice_words import read_practice_words
from trainer_app.content.sources import read_source
from trainer_app.content.stages.parts import known_id, known_ids, unique_ids
from trainer_app.content.structure import WORLD_FOLDER, WORLD_WORDS
from trainer_app.domain.practice.network import ME, Comment, Group, Page, Post
from trainer_app.domain.practice.plaza.offers import REASONS
from trainer_app.domain.practice.plaza.visibility import AUDIENCES
from trainer_app.domain.practice.scenario import SINCE, Person, PracticeWords, Said, Scenario, World
from trainer_app.domain.speaking import Pitch

WORLD_FILE = "world.toml"
LEARNER_ID = "me"
"""How a file names the learner as author or among the tags."""


@dataclass(frozen=True, slots=True)
class Names:
    """The ids that a post, a person or a stage may name."""

    people: Collection[str]
    groups: Collection[str]
    pages: Collection[str]
    topics: Collection[str]
    posts: Collection[str]

    @classmethod
    def of(cls, world: World, posts: Iterable[str] = ()) -> Self:
        """Those of a world, with more posts."""
        return cls(
            people={each.id for each in world.people},
            groups={each.id for each in world.groups},
            pages={each.id for each in world.pages},
            topics=set(world.topics),
            posts={*posts, *(each.id for each in world.posts)},
        )


def read_world(fields: Fields, lessons: Path) -> World:
    """The world of a lesson's `practice.toml`; UnreadableLesson if it is broken.

    `lessons` is the folder that the common world lies in.
    """
    if not fields.flag("common", False):
        return world_in(fields, World())
    common = common_world(lessons)
    ids = (common.word(each.name, thing) for each in common.all_lists for thing in each.ids)
    return world_in(fields, replace(common, common=frozenset(ids)))


def common_world(lessons: Path) -> World:
    """The world that lies in a folder of lessons; UnreadableLesson if it is broken."""
    return _world(*_as_it_is(lessons / WORLD_FOLDER / WORLD_FILE))


def world_in(fields: Fields, joined: World) -> World:
    """The world that fields hold, added to one that is joined; UnreadableLesson if broken."""
    topics = unique_ids(fields, fields.tables("topics", ()))
    tables = {each: fields.tables(each, ()) for each in ("people", "posts", "groups", "pages")}
    ids = {name: unique_ids(fields, each) for name, each in tables.items()}
    before = Names.of(joined)
    names = Names(
        people={*before.people, *ids["people"]},
        groups={*before.groups, *ids["groups"]},
        pages={*before.pages, *ids["pages"]},
        topics={*before.topics, *topics},
        posts={*before.posts, *ids["posts"]},
    )
    people = _with_copies((*joined.people, *(_person(each, names) for each in tables["people"])))
    world = World(
        people=people,
        posts=(*joined.posts, *(read_post(each, names) for each in tables["posts"])),
        groups=(*joined.groups, *(_group(each, names) for each in tables["groups"])),
        pages=(*joined.pages, *(_page(each, names) for each in tables["pages"])),
        topics=(*joined.topics, *topics),
        common=joined.common,
    )
    fields.require_unique(world.topics)
    comments = (comment for post in world.posts for comment in post.comments)
    # A deed names a thing by its id alone: no two things of any kind may share one.
    things: list[Person | Post | Comment | Group | Page] = [*world.people, *world.posts, *comments]
    fields.require_unique(each.id for each in (*things, *world.groups, *world.pages))
    return world


def _person(fields: Fields, names: Names) -> Person:
    copied = known_id(fields, "copied", names.people, "")
    return Person(
        id=fields.id("id"),
        picture=fields.picture("picture", ""),
        friends=known_ids(fields, "friends", names.people),
        likes=known_ids(fields, "likes", names.topics),
        since=fields.one_of("since", SINCE, "years"),
        about=fields.flag("about", False),
        copied=copied,
        wrong=fields.one_of("wrong", REASONS, "false-name" if copied else ""),
        voice=cast(Pitch, fields.one_of("voice", ("high", "low"), "")),
    )


def _with_copies(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Who copied somebody has that person's picture."""
    pictures = {each.id: each.picture for each in people}
    return tuple(
        replace(each, picture=pictures[each.copied]) if each.copied and not each.picture else each
        for each in people
    )


def _group(fields: Fields, names: Names) -> Group:
    rules = fields.texts("rules", ())
    fields.require_unique(rules)
    members = known_ids(fields, "members", names.people)
    return Group(fields.id("id"), members, fields.flag("closed", False), rules)


def _page(fields: Fields, names: Names) -> Page:
    return Page(
        id=fields.id("id"),
        picture=fields.picture("picture", ""),
        topic=known_id(fields, "topic", names.topics, ""),
        wrong=fields.one_of("wrong", REASONS, ""),
    )


def read_post(fields: Fields, names: Names) -> Post:
    """One post. Its author is the learner (`me`) unless a person or a page is named."""
    author = known_id(fields, "author", {*names.people, *names.pages}, LEARNER_ID)
    tags = known_ids(fields, "tags", {*names.people, LEARNER_ID})
    group = known_id(fields, "group", names.groups, "")
    # A page is there for everyone; a post in a group is for all who can look in there.
    audience = "everyone" if group or author in names.pages else "friends"
    return Post(
        id=fields.id("id"),
        author=ME if author == LEARNER_ID else author,
        picture=fields.picture("picture", ""),
        audience=fields.one_of("audience", AUDIENCES, audience),
        tags=tuple(ME if each == LEARNER_ID else each for each in tags),
        shared=known_id(fields, "shared", names.posts, ""),
        group=group,
        topic=known_id(fields, "topic", names.topics, ""),
        fitting=fields.texts("fitting", ()),
        wrong=fields.one_of("wrong", REASONS, ""),
        draft=fields.flag("draft", False),
        ad=fields.flag("ad", False),
        place=fields.flag("place", False),
        described=fields.flag("described", False),
        fit=min(100, fields.count("fit", 50, least=0)),
        comments=tuple(
            Comment(
                each.id("id"),
                known_id(each, "author", names.people),
                each.one_of("wrong", REASONS, ""),
            )
            for each in fields.tables("comments", ())
        ),
    )


def with_common_words(
    words: PracticeWords, scenario: Scenario, lessons: Path, file: Path | None = None
) -> PracticeWords:
    """The words of a practice and those of the common world of `lessons`, if it is joined.

    `file`: where its words in this language lie, if not with the world itself. Raises
    UnreadableLesson if the common world has no good words in this language.
    """
    if not scenario.world.common:
        return words
    where = lessons / WORLD_FOLDER
    world, spoken = where / WORLD_FILE, file or where / words.language / WORLD_WORDS
    said = _said(*_as_it_is(world), *_as_it_is(spoken))
    return replace(words, said={**said, **words.said})


# Nearly every practice joins the common world, and reading it takes longer than the practice.
@lru_cache(maxsize=4)
def _world(file: Path, _content: bytes) -> World:
    return world_in(Fields.of_file(file), World())


@lru_cache(maxsize=16)
def _said(world: Path, content: bytes, file: Path, _words: bytes) -> Mapping[str, Said]:
    """Everything that a file of words says of a world."""
    alone = Scenario("", 1, 1, (), _world(world, content))
    return read_practice_words(read_source(WORLD_FOLDER, file), alone, Markup()).said


def _as_it_is(file: Path) -> tuple[Path, bytes]:
    """A file and what it holds now; nothing where it cannot be read, as reading it will say."""
    try:
        return file, file.read_bytes()
    except OSError:
        return file, b""
