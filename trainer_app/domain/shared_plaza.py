"""A wall that all laptops of a room share for an evening: posts, answers and hearts.

Every laptop plays one person of the pretend world, and none another's; so `who` stands for the
laptop in everything that goes over the network. Nothing of it is ever stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Self

from trainer_app.domain.rooms import PlazaMode
from trainer_app.domain.wall_acts import (
    MOST_LETTERS,
    TRAINER,
    Refusal,
    WallAct,
    WallThings,
    is_whole,
)

MOST_POSTS = 100
"""On the wall at once; the oldest makes room for the newest."""
MOST_COMMENTS = 30
MOST_IN_A_MINUTE = 20
"""Acts of one laptop: more than several people at it do by hand."""
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class WallComment:
    """An answer under a post: a phrase, a sticker, or words."""

    number: int
    who: str
    phrase: str = ""
    sticker: str = ""
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class WallPost:
    """A post with all that stands under it; `likes` are people."""

    number: int
    who: str
    picture: str = ""
    phrase: str = ""
    sticker: str = ""
    words: str = field(default="", repr=False)
    likes: tuple[str, ...] = ()
    comments: tuple[WallComment, ...] = ()


class PlazaRefused(ValueError):
    """An act that cannot be; `reason` is one of REFUSALS."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason)
        self.reason: Refusal = reason


@dataclass(frozen=True)
class SharedPlaza:
    """The wall. It is the acts that still stand, so that who comes late gets nothing else.

    What was taken away is not among them any more, and nobody is sent it again. `last`: the highest
    number there was. The same acts in the same order give the same wall everywhere.
    """

    acts: tuple[WallAct, ...] = ()
    last: int = 0
    _paces: Mapping[str, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, acts: Iterable[WallAct], last: int) -> Self:
        """A wall from the acts that stand on another laptop's; what fits nothing is left out."""
        standing: list[WallAct] = []
        posts: set[int] = set()
        for act in sorted(acts, key=lambda one: one.number):
            if act.kind == "post":
                posts.add(act.number)
            under_one = act.kind in ("comment", "like") and act.of in posts
            if act.kind in ("post", "set-phrases") or under_one:
                standing.append(act)
        return cls(tuple(standing), max([last, *(act.number for act in standing)]))

    def after(self, act: WallAct, mode: PlazaMode, things: WallThings) -> SharedPlaza:
        """The wall after an act of now. Raises PlazaRefused."""
        refusal = self.refusal(act, mode, things)
        if refusal:
            raise PlazaRefused(refusal)
        recent = (*(at for at in self._paces.get(act.who, ()) if at > act.at - _MINUTE), act.at)
        found = self.with_act(act)
        return (
            found if act.who == TRAINER else replace(found, _paces={**self._paces, act.who: recent})
        )

    def refusal(self, act: WallAct, mode: PlazaMode, things: WallThings) -> Refusal:
        """Why an act cannot be now; "" if it can."""
        if act.number != self.last + 1 or not is_whole(act, things):
            return "malformed"
        if act.who == TRAINER:
            return "" if act.kind != "take-down" or self._has(act.of) else "gone"
        if mode not in ("set-phrases", "free-words"):
            return "paused"
        if act.words and (mode != "free-words" or act.who in self.held_back):
            return "words"
        if len(act.words) > MOST_LETTERS:
            return "too-long"
        recent = [at for at in self._paces.get(act.who, ()) if at > act.at - _MINUTE]
        if len(recent) >= MOST_IN_A_MINUTE:
            return "too-many"
        return self._misplaced(act)

    def with_act(self, act: WallAct) -> SharedPlaza:
        """The wall with an act that the host let through; one that fits nothing changes nothing."""
        if act.number <= self.last:
            return self
        return replace(self, acts=self._standing(act), last=act.number)

    # What stands on it
    @cached_property
    def posts(self) -> tuple[WallPost, ...]:
        """The newest first."""
        hearts: dict[int, list[str]] = {}
        answers: dict[int, list[WallComment]] = {}
        for act in self.acts:
            if act.kind == "like":
                hearts.setdefault(act.of, []).append(act.who)
            elif act.kind == "comment":
                comment = WallComment(act.number, act.who, act.phrase, act.sticker, act.words)
                answers.setdefault(act.of, []).append(comment)
        return tuple(
            WallPost(
                number=act.number,
                who=act.who,
                picture=act.picture,
                phrase=act.phrase,
                sticker=act.sticker,
                words=act.words,
                likes=tuple(hearts.get(act.number, ())),
                comments=tuple(answers.get(act.number, ())),
            )
            for act in reversed(self.acts)
            if act.kind == "post"
        )

    @cached_property
    def held_back(self) -> frozenset[str]:
        """Whom the trainer set back to phrases and stickers."""
        return frozenset(act.whom for act in self.acts if act.kind == "set-phrases")

    def post(self, number: int) -> WallPost | None:
        """One of the posts, if it still stands."""
        return next((post for post in self.posts if post.number == number), None)

    def author(self, number: int) -> str | None:
        """Who made a post or a comment that still stands."""
        made = ("post", "comment")
        return next((a.who for a in self.acts if a.number == number and a.kind in made), None)

    def _has(self, number: int) -> bool:
        return self.author(number) is not None

    def _misplaced(self, act: WallAct) -> Refusal:
        """Whether what it is about is there, and may be used so."""
        if act.kind == "post":
            return ""
        if act.kind == "take-back":
            author = self.author(act.of)
            return "gone" if author is None else "" if author == act.who else "not-yours"
        post = self.post(act.of)
        if post is None:
            return "gone"
        if act.kind == "comment" and len(post.comments) >= MOST_COMMENTS:
            return "full"
        return ""

    def _standing(self, act: WallAct) -> tuple[WallAct, ...]:
        """The acts that stand once this one is done."""
        if act.kind in ("take-back", "take-down"):
            own = act.kind == "take-down" or self.author(act.of) == act.who
            return _without(self.acts, act.of) if own else self.acts
        if act.kind == "post":
            before = self.acts
            if len(self.posts) >= MOST_POSTS:
                before = _without(before, self.posts[-1].number)
            return (*before, act)
        if act.kind == "comment":
            post = self.post(act.of)
            fits = post is not None and len(post.comments) < MOST_COMMENTS
            return (*self.acts, act) if fits else self.acts
        if act.kind in ("like", "unlike"):
            others = tuple(one for one in self.acts if not _same_heart(one, act))
            liked = act.kind == "like" and self.post(act.of) is not None
            return (*others, act) if liked else others
        others = tuple(a for a in self.acts if a.kind != "set-phrases" or a.whom != act.whom)
        return (*others, act) if act.kind == "set-phrases" else others


def _without(acts: tuple[WallAct, ...], number: int) -> tuple[WallAct, ...]:
    """Take away a post with all that is about it, or a comment."""
    return tuple(act for act in acts if act.number != number and act.of != number)


def _same_heart(one: WallAct, other: WallAct) -> bool:
    return one.kind == "like" and (one.who, one.of) == (other.who, other.of)
