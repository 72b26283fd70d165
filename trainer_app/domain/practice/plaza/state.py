"""How things are on the network: what stands done, chosen and written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer_app.domain.practice.network import ME
from trainer_app.domain.practice.plaza.index import ACCOUNT, AT_FIRST, Index
from trainer_app.domain.practice.plaza.plaza_stage import PlazaStage
from trainer_app.domain.practice.plaza.visibility import (
    Shown,
    Ties,
    may_see,
    may_see_shared,
)


@dataclass(frozen=True, slots=True)
class Do:
    """A deed of DEEDS is done with a thing; with two of them, `post/person`."""

    what: str
    thing: str


@dataclass(frozen=True, slots=True)
class Undo:
    """What stands done is taken back."""

    what: str
    thing: str


@dataclass(frozen=True, slots=True)
class Choose:
    """One of the values is chosen for a thing: an audience, a setting, a reason, a reply."""

    what: str
    thing: str
    to: str


@dataclass(frozen=True, slots=True)
class Write:
    """A text is written: a caption, an alt text, a passphrase. It is never kept."""

    what: str
    thing: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Scroll:
    """The person scrolls on in the feed, to where older posts are asked for."""

    what: str = "feed"
    thing: str = ACCOUNT


Action = Do | Undo | Choose | Write | Scroll


@dataclass(frozen=True, slots=True)
class Plaza:
    """The network now. `names` and `examples` are words that are compared or offered as text.

    `strength` is the level of the passphrase, judged once when it is written; `scrolled` counts
    how often more of the feed was asked for.
    """

    stage: PlazaStage
    seed: int
    index: Index
    friendships: Mapping[str, frozenset[str]]
    done: frozenset[tuple[str, str]]
    chosen: Mapping[tuple[str, str], str]
    texts: Mapping[tuple[str, str], str] = field(repr=False)
    names: Mapping[str, str] = field(repr=False)
    examples: Mapping[tuple[str, str], str] = field(repr=False)
    language: str = "en"
    strength: int = 0
    scrolled: int = 0
    tries: int = 0
    mistakes: int = 0
    consequence: str = ""

    def has(self, what: str, thing: str) -> bool:
        """Whether a deed stands."""
        return (what, thing) in self.done

    def choice(self, what: str, thing: str) -> str:
        """What is chosen for a thing now, by the person or from the start."""
        if (what, thing) in self.chosen:
            return self.chosen[what, thing]
        match what:
            case "setting":
                return dict(self.stage.settings).get(thing, AT_FIRST[thing])
            case "audience":
                return self._audience(thing)
            case "place":
                post = self.index.posts[thing]
                return "on" if post.place and self.choice("setting", "place") == "on" else "off"
            case "tag":
                return "removed" if self.choice("setting", "tag-review") == "on" else "shown"
            case "role":
                return "member"
            case "hour":
                return "evening"
            case "boost":
                return "0"
            case _:
                return ""

    def written(self, what: str, thing: str) -> str:
        """What was written for a thing."""
        return self.texts.get((what, thing), "")

    @property
    def ties(self) -> Ties:
        """Friendships and blocks as they are now."""
        mine = frozenset(thing for what, thing in self.done if what == "friend")
        friends = {
            each: others | {ME} if each in mine else others
            for each, others in self.friendships.items()
        }
        friends[ME] = mine
        blocks = frozenset((ME, thing) for what, thing in self.done if what == "block")
        return Ties(friends, blocks)

    def shown(self, thing: str) -> Shown:
        """A post or a line of my profile, as the visibility rule looks at it."""
        post = self.index.posts.get(thing)
        if post is None:
            return Shown(ME, self.choice("audience", thing))
        members = None
        for group in self.stage.world.groups:
            if group.id == post.group and group.closed:
                joined = frozenset({ME} if self.has("join", group.id) else ())
                members = frozenset(group.members) | joined
        if post.author != ME:
            agreed = (t for t in post.tags if t != ME or self.choice("tag", thing) == "shown")
            return Shown(post.author, post.audience, tagged=frozenset(agreed), members=members)
        return Shown(
            owner=ME,
            audience=self.choice("audience", thing),
            chosen=self._marked("choose", thing),
            tagged=frozenset(post.tags) | self._marked("tag", thing),
            members=members,
        )

    def sees(self, viewer: str, thing: str, ties: Ties) -> bool:
        """Whether a person sees a thing now: not what is deleted, nor another's draft."""
        if self.has("delete", thing):
            return False
        post = self.index.posts.get(thing)
        if post is None:
            return may_see(viewer, self.shown(thing), ties)
        if post.draft and not self.has("publish", thing) and viewer != post.author:
            return False
        if post.shared:
            return may_see_shared(viewer, self.shown(thing), self.shown(post.shared), ties)
        return may_see(viewer, self.shown(thing), ties)

    def _audience(self, thing: str) -> str:
        post = self.index.posts.get(thing)
        if post is not None:
            return self.choice("setting", "posts") if post.draft else post.audience
        return next(fact.audience for fact in self.stage.facts if fact.id == thing)

    def _marked(self, what: str, post: str) -> frozenset[str]:
        """The second half of `post/person` in what was done to a post."""
        start = f"{post}/"
        return frozenset(
            thing.removeprefix(start)
            for deed, thing in self.done
            if deed == what and thing.startswith(start)
        )

    def marked(self, what: str, post: str) -> tuple[str, ...]:
        """People or hashtags put on a post, in the order of their ids."""
        return tuple(sorted(self._marked(what, post)))

    @property
    def searched(self) -> str:
        """What is looked for."""
        return self.written("search", ACCOUNT)
