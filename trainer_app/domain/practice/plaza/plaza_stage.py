"""What a stage of the pretend network is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from trainer_app.domain.practice.network import Post
from trainer_app.domain.practice.plaza.conditions import Condition
from trainer_app.domain.practice.scenario import Consequence, Goal, Stage, WordList, World

Carries = Literal["nothing", "link", "file", "voice", "picture"]
CARRIES: tuple[Carries, ...] = ("nothing", "link", "file", "voice", "picture")


@dataclass(frozen=True, slots=True)
class PlazaGoal(Goal):
    """Met when every one of `needs` holds, and no consequence keeps it open."""

    needs: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class PlazaConsequence(Consequence):
    """Follows when all of `when` have come to hold; keeps the goals in `of` open until mended.

    The last condition that can be broken is what puts it right.
    """

    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """Something that came for the learner. `wrong` is the reason for which a report is right."""

    id: str
    author: str
    carries: Carries = "nothing"
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that can be sent to a message."""

    id: str
    to: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the learner's profile, and who sees it at first."""

    id: str
    audience: str = "everyone"


@dataclass(frozen=True, slots=True)
class Text:
    """An example of what can be written: `what` it is (an alt text, a passphrase), for `of`."""

    id: str
    what: str
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlazaStage(Stage):
    """The network as the learner meets it. `shape` is a phone's or a browser's.

    `friends`, `requests` (who asks to be a friend) and `groups` are the learner's at first;
    `settings` are pairs of name and value; `budget` is pretend euros for boosts.
    """

    goals: tuple[PlazaGoal, ...]
    consequences: tuple[PlazaConsequence, ...] = ()
    world: World = field(default_factory=World)
    shape: str = "phone"
    friends: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    messages: tuple[Message, ...] = ()
    replies: tuple[Reply, ...] = ()
    facts: tuple[Fact, ...] = ()
    devices: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    texts: tuple[Text, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    budget: int = 0

    @property
    def things(self) -> tuple[WordList, ...]:
        """Everything of the stage that has words; people, groups and pages are the world's."""
        return (
            WordList("posts", tuple(each.id for each in self.posts)),
            WordList("messages", tuple(each.id for each in self.messages)),
            WordList("replies", tuple(each.id for each in self.replies)),
            WordList("facts", tuple(each.id for each in self.facts)),
            WordList("devices", self.devices),
            WordList("hashtags", self.hashtags),
            WordList("texts", tuple(each.id for each in self.texts)),
        )

    @property
    def pictures(self) -> tuple[str, ...]:
        """Those of the stage's own posts."""
        return tuple(each.picture for each in self.posts)
