"""Keeps the feed as it lies in front of a person, while the network would order it anew."""

from __future__ import annotations

from dataclasses import replace

from trainer_app.domain.practice.plaza.standing import Standing
from trainer_app.domain.practice.plaza.views import PlazaView, PostView


class Lying:
    """Otherwise a post would run away from under the finger that liked it."""

    def __init__(self) -> None:
        self._shown: dict[str, PostView] = {}

    def afresh(self) -> None:
        """The next feed may come in another order."""
        self._shown = {}

    def feed(self, view: PlazaView) -> list[PostView]:
        """What was there stays where it was; what is new fills what is free below."""
        there = {each.id: each for each in view.feed}
        kept = {
            key: there.get(key) or _as_it_stands(post, view.standing)
            for key, post in self._shown.items()
            if key in there or _stays(post, view.standing)
        }
        free = len(there) - len(kept) if view.more else len(there)
        for key in [key for key in there if key not in kept][: max(0, free)]:
            kept[key] = there[key]
        self._shown = kept
        return list(kept.values())


def _stays(post: PostView, standing: Standing) -> bool:
    """Whether a post is gone only because others took its place."""
    if not post.author:
        return False
    put_away = standing.has("hide", post.id) or standing.has("mute", post.author)
    left = bool(post.group) and not standing.has("join", post.group)
    return not (put_away or left or standing.has("block", post.author))


def _as_it_stands(post: PostView, standing: Standing) -> PostView:
    return replace(
        post,
        reacted=standing.has("react", post.id),
        shared_by_me=standing.has("share", post.id),
        proof=standing.has("prove", post.id),
        report=standing.choice("report", post.id),
        comment=standing.written("comment", post.id),
    )
