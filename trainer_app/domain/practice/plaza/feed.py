"""In which order a person finds posts and ads. docs/feed.md says the rule in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from trainer_app.domain.practice.network import Post

FOR_LIKED, FOR_CLOSE, FOR_TOUCHED, AGAINST_HIDDEN = 3, 2, 1, 2
MOST = 3
"""Points: for a topic that somebody likes, for who is close, for each post of a topic that was
reacted to; against a topic for each post of it that was hidden. A topic has between -3 and 3."""

AD_AFTER = 4
"""After so many posts stands one ad."""

Why = Literal["mine", "friend", "group", "page", "topic", "everyone", "ad", "ad-topic"]
"""Why somebody finds a post in the feed."""


@dataclass(frozen=True, slots=True)
class Taste:
    """What the order follows: points by topic, and authors, pages and groups that are close.

    `ads_by_topic`: ads are chosen by the topics too.
    """

    topics: Mapping[str, int]
    close: frozenset[str]
    ads_by_topic: bool = True


def topic_points(
    likes: Iterable[str], touched: Iterable[str] = (), hidden: Iterable[str] = ()
) -> dict[str, int]:
    """The points of each topic; `touched` and `hidden` have a topic once for each post."""
    found = dict.fromkeys(likes, FOR_LIKED)
    for topic in touched:
        found[topic] = found.get(topic, 0) + FOR_TOUCHED
    found = {topic: min(MOST, points) for topic, points in found.items()}
    for topic in hidden:
        found[topic] = max(-MOST, found.get(topic, 0) - AGAINST_HIDDEN)
    return {topic: points for topic, points in found.items() if topic}


def ranked(posts: Iterable[Post], taste: Taste, first: frozenset[str]) -> list[Post]:
    """The same posts: those in `first` before the others, then by points, then as they came."""
    topics, close = taste.topics, taste.close

    def place(post: Post) -> tuple[bool, int]:
        near = post.author in close or post.group in close
        return (post.id not in first, -topics.get(post.topic, 0) - FOR_CLOSE * near)

    return sorted(posts, key=place)


def ranked_ads(ads: Iterable[Post], taste: Taste, first: frozenset[str]) -> list[Post]:
    """The same ads: by topic if that is allowed, else as they came."""
    return ranked(ads, taste if taste.ads_by_topic else Taste({}, frozenset()), first)


def mixed(posts: Iterable[Post], ads: Sequence[Post], first: frozenset[str]) -> Iterator[Post]:
    """Posts with one ad after every four, and at least one; no ad in `first` is left out."""
    waiting = list(ads)
    for number, post in enumerate(posts, start=1):
        yield post
        if number % AD_AFTER == 0 and waiting:
            yield waiting.pop(0)
    if len(waiting) == len(ads):
        yield from waiting[:1]
        waiting = waiting[1:]
    yield from (ad for ad in waiting if ad.id in first)


def why(post: Post, taste: Taste, viewer: str, pages: frozenset[str]) -> Why:
    """The strongest reason for which this person finds a post."""
    liked = taste.topics.get(post.topic, 0) > 0
    if post.ad:
        return "ad-topic" if liked and taste.ads_by_topic else "ad"
    if post.author == viewer:
        return "mine"
    if post.group and post.group in taste.close:
        return "group"
    if post.author in taste.close:
        return "page" if post.author in pages else "friend"
    return "topic" if liked else "everyone"
