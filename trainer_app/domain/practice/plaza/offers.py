"""What can be done, chosen and written with the things of a stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from trainer_app.domain.practice.network import ME, Comment, Post
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
SHARE = "share:"
"""Before the id of a post stands this in the id of the learner's own post that passes it on."""


@dataclass(frozen=True, slots=True)
class Things:
    """The ids of a stage by what they are: `mine` are posts of the learner, `shares` passed on."""

    people: tuple[str, ...]
    pages: tuple[str, ...]
    mine: tuple[str, ...]
    others: tuple[str, ...]
    shares: tuple[str, ...]
    comments: tuple[str, ...]
    on_mine: tuple[str, ...]
    messages: tuple[str, ...]


def things_of(stage: PlazaStage) -> Things:
    """The things of a stage and of its world."""
    posts = (*stage.posts, *stage.world.posts)
    others = tuple(post.id for post in posts if post.author != ME)
    return Things(
        people=tuple(person.id for person in stage.world.people),
        pages=tuple(page.id for page in stage.world.pages),
        mine=tuple(post.id for post in posts if post.author == ME),
        others=others,
        shares=tuple(f"{SHARE}{each}" for each in others),
        comments=tuple(each.id for each in _comments(posts)),
        on_mine=tuple(each.id for each in _comments(p for p in posts if p.author == ME)),
        messages=tuple(each.id for each in stage.messages),
    )


def deeds_of(stage: PlazaStage, of: Things) -> dict[str, frozenset[str]]:
    """Which things each deed can be done with."""
    linked = [each.id for each in stage.messages if each.carries in ("link", "file")]
    heard = [each.id for each in stage.messages if each.carries in ("voice", "picture")]
    found: dict[str, Iterable[str]] = {
        **dict.fromkeys(("block", "mute", "ask", "decline", "tell", "look-as"), of.people),
        "friend": [*stage.requests, *stage.friends],
        "follow": of.pages,
        "join": [group.id for group in stage.world.groups],
        "react": of.others,
        "share": of.others,
        "hide": [*of.others, *of.comments],
        "publish": [post.id for post in stage.posts if post.draft],
        "delete": [*of.mine, *of.messages, *of.on_mine],
        "prove": [*of.others, *of.messages, *of.comments, *of.people, *of.pages],
        "open": linked,
        "play": heard,
        "sign-out": stage.devices,
        "tag": [f"{post}/{person}" for post, person in product(of.mine, of.people)],
        "choose": [f"{post}/{person}" for post, person in product(of.mine, of.people)],
        "hashtag": [f"{post}/{tag}" for post, tag in product(of.mine, stage.hashtags)],
        "give": [each.id for each in stage.form if not each.options],
        "open-account": [ACCOUNT] if stage.form else [],
    }
    return {deed: frozenset(things) for deed, things in found.items()}


def options_of(stage: PlazaStage, of: Things) -> dict[tuple[str, str], tuple[str, ...]]:
    """Which values can be chosen, by what is chosen and for which thing."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    facts = tuple(fact.id for fact in stage.facts)
    found |= {("audience", each): AUDIENCES for each in (*of.mine, *of.shares, *facts)}
    found |= {("setting", each): values for each, values in SETTINGS.items()}
    wrong = (*of.others, *of.comments, *of.messages, *of.people, *of.pages)
    found |= {("report", each): ("", *REASONS) for each in wrong}
    found |= {("hour", each): HOURS for each in of.mine}
    found |= {("place", each): YES_NO for each in of.mine}
    if stage.budget:
        found |= {("boost", each): BUDGETS for each in of.mine}
    named = (post.id for post in (*stage.posts, *stage.world.posts) if ME in post.tags)
    found |= {("tag", each): ("shown", "removed") for each in named}
    for message in of.messages:
        replies = tuple(each.id for each in stage.replies if each.to == message)
        if replies:
            found["reply", message] = ("", *replies)
    for group in stage.world.groups:
        if group.id in stage.leads:
            found |= {("role", f"{group.id}/{each}"): ROLES for each in group.members}
    found |= {("form", each.id): ("", *each.options) for each in stage.form if each.options}
    found |= {("send", each.id): ("", *each.ways) for each in stage.notes}
    if stage.portraits:
        found["portrait", ACCOUNT] = ("", *(each.id for each in stage.portraits))
    return found


def texts_of(of: Things) -> frozenset[tuple[str, str]]:
    """What can be written, and for which thing."""
    posts = (*of.mine, *of.others)
    return frozenset(
        {
            *product(("caption",), (*of.mine, *of.shares)),
            *product(("alt",), of.mine),
            *product(("comment",), posts),
            *product(("message",), (*of.people, *of.messages)),
            *product(("passphrase", "search", "about"), (ACCOUNT,)),
        }
    )


def _comments(posts: Iterable[Post]) -> list[Comment]:
    return [comment for post in posts for comment in post.comments]
