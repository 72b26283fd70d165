"""How things are on the network: what stands done, chosen and written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer_app.domain.practice.network import ME
from trainer_app.domain.practice.plaza.index import Index
from trainer_app.domain.practice.plaza.offers import ACCOUNT, AT_FIRST, SHARE
from trainer_app.domain.practice.plaza.plaza_stage import PlazaStage
from trainer_app.domain.practice.plaza.visibility import (
    AUDIENCES,
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


_CHOSEN_AT_FIRST = {"role": "member", "hour": "evening", "boost": "0"}

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
            case "portrait":
                return self.stage.portrait
            case _:
                return _CHOSEN_AT_FIRST.get(what, "")

    def written(self, what: str, thing: str) -> str:
        """What was written for a thing."""
        return self.texts.get((what, thing), "")

    def given(self, thing: str) -> bool:
        """Whether a field of the form is filled in, in whichever way."""
        return self.has("give", thing) or bool(self.choice("form", thing))

    @property
    def ties(self) -> Ties:
        """Friendships and blocks as they are now."""
        mine = frozenset(thing for what, thing in self.done if what == "friend")
        friends = {
            **self.friendships,
            **{each: self.friendships[each] | {ME} for each in mine},
            ME: mine,
        }
        blocks = frozenset((ME, thing) for what, thing in self.done if what == "block")
        return Ties(friends, blocks)

    def member(self, person: str, group: str) -> bool:
        """Whether a person is in a group now; the learner sends people out where they lead."""
        if person == ME:
            return self.has("join", group)
        return person in self.index.members[group] and not self.sent_out(person, group)

    def sent_out(self, person: str, group: str) -> bool:
        """Whether the learner has taken a person out of a group."""
        return self.chosen.get(("role", f"{group}/{person}")) == "out"

    def moderated(self, group: str) -> bool:
        """Whether somebody helps the learner to keep a group's rules."""
        roles = (self.chosen.get(("role", f"{group}/{each}")) for each in self.index.members[group])
        return group in self.stage.leads and "moderator" in roles

    def shown(self, thing: str) -> Shown:
        """A post, a share or a line of my profile, as the visibility rule looks at it."""
        post = self.index.posts.get(thing)
        if post is None:
            return Shown(ME, self.choice("audience", thing))
        if thing in self.index.notes:
            return self._sent(thing)
        members = self._insiders(post.group) if post.group else None
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
        if ("delete", thing) in self.done:
            return False
        post = self.index.posts.get(thing)
        if post is None:
            return may_see(viewer, self.shown(thing), ties)
        if post.draft and viewer != post.author and not self._is_out(thing):
            return False
        if post.group and viewer != post.author and self.sent_out(post.author, post.group):
            return False
        if not post.shared:
            return may_see(viewer, self.shown(thing), ties)
        if thing.startswith(SHARE) and ("share", post.shared) not in self.done:
            return False
        return may_see_shared(viewer, self.shown(thing), self.shown(post.shared), ties)

    def can_know(self, viewer: str, known: str, ties: Ties) -> bool:
        """Whether somebody, or Plaza itself (""), can know something, by all that it takes."""
        return all(self._tells(viewer, each, ties) for each in self.index.known[known].since)

    def _tells(self, viewer: str, thing: str, ties: Ties) -> bool:
        """Whether a thing is known: what the form has, to Plaza alone; else by who sees it."""
        field_of = self.index.option_of.get(thing)
        if field_of is not None:
            return viewer == ME and self.choice("form", field_of) == thing
        if any(each.id == thing for each in self.stage.form):
            return viewer == ME and self.given(thing)
        if any(each.id == thing for each in self.stage.portraits):
            return self.choice("portrait", ACCOUNT) == thing
        post = self.index.posts.get(thing)
        if viewer == ME and post is not None and post.draft:
            return self._is_out(thing)
        return self.sees(viewer, thing, ties)

    def _is_out(self, thing: str) -> bool:
        """Whether a draft is published, or a note sent."""
        return ("publish", thing) in self.done or bool(self.chosen.get(("send", thing)))

    def _sent(self, note: str) -> Shown:
        """A note, by where it was sent: to one person, into a group, or on my wall."""
        way = self.choice("send", note)
        if way in AUDIENCES:
            return Shown(ME, way)
        if way in self.index.groups:
            return Shown(ME, "everyone", members=self._insiders(way, always=True))
        return Shown(ME, "everyone", members=frozenset({way}))

    def _insiders(self, group: str, *, always: bool = False) -> frozenset[str] | None:
        """The members now, of a closed group or in any case; None where all can look in."""
        if not (always or self.index.groups[group].closed):
            return None
        out = {each for each in self.index.members[group] if self.sent_out(each, group)}
        joined = {ME} if self.has("join", group) else set()
        return (self.index.members[group] - out) | joined

    def _audience(self, thing: str) -> str:
        post = self.index.posts.get(thing)
        if post is not None:
            by_setting = post.draft or thing.startswith(SHARE)
            return self.choice("setting", "posts") if by_setting else post.audience
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
