"""What can be done with which thing of a stage: worked out once, when the stage begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from trainer_app.domain.practice.network import ME, Post
from trainer_app.domain.practice.plaza.plaza_stage import PlazaStage
from trainer_app.domain.practice.plaza.reach import HOURS
from trainer_app.domain.practice.plaza.visibility import AUDIENCES

YES_NO = ("on", "off")
SETTINGS: Mapping[str, tuple[str, ...]] = {
    "posts": ("only-me", "friends", "friends-of-friends", "everyone"),
    "find": ("friends", "friends-of-friends", "everyone"),
    "tag-review": YES_NO,
    "place": YES_NO,
    "ads": YES_NO,
    "two-step": YES_NO,
    "backup-codes": YES_NO,
}
"""The settings and their values. `place`: whether posts show it; `ads`: chosen by what I do."""

AT_FIRST = {
    **{"posts": "everyone", "find": "everyone", "tag-review": "off", "place": "on"},
    **{"ads": "on", "two-step": "off", "backup-codes": "off"},
}
REASONS = ("scam", "harassment", "false-name", "hateful", "untrue", "not-for-me")
ROLES = ("member", "moderator", "out")
BUDGETS = ("0", "5", "10", "20")
TEXTS = ("caption", "alt", "comment", "message", "passphrase", "search", "about")
ACCOUNT = "me"


@dataclass(frozen=True, slots=True)
class Index:
    """Things by id, and what can be done, chosen and written for each.

    `near_deeds` and `near_options` are those with the things that the task is about; a feed of
    hundreds has many others.
    """

    posts: Mapping[str, Post]
    authors: Mapping[str, str]
    deeds: Mapping[str, frozenset[str]]
    options: Mapping[tuple[str, str], tuple[str, ...]]
    texts: frozenset[tuple[str, str]]
    near_deeds: tuple[tuple[str, str], ...]
    near_options: tuple[tuple[str, str], ...]


def index_of(stage: PlazaStage) -> Index:
    """What a stage offers."""
    near = _near(stage)
    # What the task is about stands first in the feed.
    feed = sorted(stage.world.posts, key=lambda post: post.id not in near)
    posts = {post.id: post for post in (*stage.posts, *feed)}
    people = [person.id for person in stage.world.people]
    messages = {each.id: each.author for each in stage.messages}
    authors = {**{each.id: each.author for each in posts.values()}, **messages}
    mine = [each.id for each in posts.values() if each.author == ME]
    others = [each.id for each in posts.values() if each.author != ME]
    deeds = _deeds(stage, people, mine, others)
    options = _options(stage, people, mine, others)
    return Index(
        posts=posts,
        authors=authors,
        deeds=deeds,
        options=options,
        texts=frozenset(
            {
                *product(("caption", "alt"), mine),
                *product(("comment",), posts),
                *product(("message",), (*people, *messages)),
                *product(("passphrase", "search", "about"), (ACCOUNT,)),
            }
        ),
        near_deeds=tuple(
            (deed, thing)
            for deed, things in sorted(deeds.items())
            for thing in sorted(things)
            if near.issuperset(thing.split("/"))
        ),
        near_options=tuple(each for each in options if near.issuperset(each[1].split("/"))),
    )


def _deeds(
    stage: PlazaStage, people: list[str], mine: list[str], others: list[str]
) -> dict[str, frozenset[str]]:
    messages = [each.id for each in stage.messages]
    linked = [each.id for each in stage.messages if each.carries in ("link", "file")]
    heard = [each.id for each in stage.messages if each.carries in ("voice", "picture")]
    on_people = dict.fromkeys(("block", "mute", "ask", "decline", "tell", "look-as"), people)
    found = {
        **on_people,
        "friend": [*stage.requests, *stage.friends],
        "follow": [page.id for page in stage.world.pages],
        "join": [group.id for group in stage.world.groups],
        "react": others,
        "share": others,
        "hide": others,
        "publish": [post.id for post in stage.posts if post.draft],
        "delete": [*mine, *messages],
        "prove": [*others, *messages],
        "open": linked,
        "play": heard,
        "sign-out": stage.devices,
        "tag": [f"{post}/{person}" for post, person in product(mine, people)],
        "choose": [f"{post}/{person}" for post, person in product(mine, people)],
        "hashtag": [f"{post}/{tag}" for post, tag in product(mine, stage.hashtags)],
    }
    return {deed: frozenset(things) for deed, things in found.items()}


def _options(
    stage: PlazaStage, people: list[str], mine: list[str], others: list[str]
) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    facts = [fact.id for fact in stage.facts]
    messages = [each.id for each in stage.messages]
    found |= {("audience", each): AUDIENCES for each in (*mine, *facts)}
    found |= {("setting", each): values for each, values in SETTINGS.items()}
    found |= {("report", each): ("", *REASONS) for each in (*others, *messages, *people)}
    found |= {("hour", each): HOURS for each in mine}
    found |= {("place", each): YES_NO for each in mine}
    if stage.budget:
        found |= {("boost", each): BUDGETS for each in mine}
    me = ((each.id, "shown", "removed") for each in stage.world.posts if ME in each.tags)
    found |= {("tag", post): (shown, removed) for post, shown, removed in me}
    for message in messages:
        replies = tuple(each.id for each in stage.replies if each.to == message)
        if replies:
            found["reply", message] = ("", *replies)
    for group in stage.world.groups:
        if group.id in stage.leads:
            found |= {("role", f"{group.id}/{each}"): ROLES for each in group.members}
    return found


def _near(stage: PlazaStage) -> frozenset[str]:
    """The stage's own things, and those that goals and consequences name."""
    named = [each for goal in stage.goals for each in goal.needs]
    named += [each for after in stage.consequences for each in after.when]
    near = {part for each in named for part in (*each.of.split("/"), each.by) if part}
    near |= {post.id for post in stage.posts} | {each.id for each in stage.messages}
    near |= {fact.id for fact in stage.facts}
    return frozenset(near | set(SETTINGS) | {ACCOUNT, *stage.devices, *stage.hashtags})
