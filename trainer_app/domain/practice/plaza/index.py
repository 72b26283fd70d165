"""The things of a stage by id, worked out once, when the stage begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer_app.domain.practice.network import ME, Group, Post
from trainer_app.domain.practice.plaza.offers import (
    ACCOUNT,
    SETTINGS,
    SHARE,
    Things,
    deeds_of,
    options_of,
    texts_of,
    things_of,
)
from trainer_app.domain.practice.plaza.plaza_stage import Known, Note, PlazaStage


@dataclass(frozen=True, slots=True)
class Index:
    """Things by id, and what can be done, chosen and written for each.

    `posts` has the learner's own notes and shares too, `feed` and `ads` are those of others and
    what the learner posts, with `first` (what the task is about) before the rest. `near_deeds`
    and `near_options` are those with `first`; a feed of hundreds has many others. `option_of`
    names the form's field of an option; `by` a person's posts.
    """

    posts: Mapping[str, Post]
    feed: tuple[Post, ...]
    ads: tuple[Post, ...]
    of_stage: frozenset[str]
    first: frozenset[str]
    by: Mapping[str, tuple[str, ...]]
    in_group: Mapping[str, tuple[str, ...]]
    authors: Mapping[str, str]
    pages: frozenset[str]
    groups: Mapping[str, Group]
    members: Mapping[str, frozenset[str]]
    notes: Mapping[str, Note]
    known: Mapping[str, Known]
    option_of: Mapping[str, str]
    deeds: Mapping[str, frozenset[str]]
    options: Mapping[tuple[str, str], tuple[str, ...]]
    texts: frozenset[tuple[str, str]]
    near_deeds: tuple[tuple[str, str], ...]
    near_options: tuple[tuple[str, str], ...]


def index_of(stage: PlazaStage) -> Index:
    """What a stage offers."""
    near, things = _near(stage), things_of(stage)
    # The world's posts stand in their order in time, and the newest comes first.
    newest_first = (*stage.posts, *reversed(stage.world.posts))
    listed = sorted(newest_first, key=lambda post: post.id not in near)
    notes = [Post(each.id, ME, each.picture, draft=True) for each in stage.notes]
    topics = {post.id: post.topic for post in listed}
    shares = [Post(f"{SHARE}{each}", ME, shared=each, topic=topics[each]) for each in things.others]
    deeds, options = deeds_of(stage, things), options_of(stage, things)
    return Index(
        posts={post.id: post for post in (*listed, *notes, *shares)},
        feed=tuple(post for post in listed if not post.ad),
        ads=tuple(post for post in listed if post.ad),
        of_stage=frozenset(post.id for post in stage.posts),
        first=near | {post.id for post in listed if post.author == ME},
        by=_posts_by_author(listed),
        in_group={
            group.id: tuple(post.id for post in listed if post.group == group.id)
            for group in stage.world.groups
        },
        pages=frozenset(things.pages),
        authors=_authors(stage, listed, things),
        groups={group.id: group for group in stage.world.groups},
        members={group.id: frozenset(group.members) for group in stage.world.groups},
        notes={each.id: each for each in stage.notes},
        known={each.id: each for each in stage.known},
        option_of={option: each.id for each in stage.form for option in each.options},
        deeds=deeds,
        options=options,
        texts=texts_of(things),
        near_deeds=tuple(
            (deed, thing)
            for deed, found in sorted(deeds.items())
            for thing in sorted(found)
            if near.issuperset(thing.split("/"))
        ),
        near_options=tuple(each for each in options if near.issuperset(each[1].split("/"))),
    )


def _posts_by_author(posts: list[Post]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for post in posts:
        found[post.author] = (*found.get(post.author, ()), post.id)
    return found


def _authors(stage: PlazaStage, posts: list[Post], things: Things) -> dict[str, str]:
    return {
        **{each.id: each.author for each in posts},
        **{comment.id: comment.author for each in posts for comment in each.comments},
        **{each.id: each.author for each in stage.messages},
        **dict.fromkeys(things.shares, ME),
    }


def _near(stage: PlazaStage) -> frozenset[str]:
    """The stage's own things, and those that goals and consequences name."""
    named = [each for goal in stage.goals for each in goal.needs]
    named += [each for after in stage.consequences for each in after.when]
    near = {part for each in named for part in (*each.of.split("/"), each.by) if part}
    near |= {part for each in stage.known if each.id in near for part in each.since}
    near |= {post.id for post in stage.posts} | {each.id for each in stage.messages}
    near |= {comment.id for post in stage.posts for comment in post.comments}
    near |= {fact.id for fact in stage.facts} | {each.id for each in stage.form}
    near |= {each.id for each in stage.notes} | {f"{SHARE}{each}" for each in near}
    return frozenset(near | set(SETTINGS) | {ACCOUNT, *stage.devices, *stage.hashtags})
