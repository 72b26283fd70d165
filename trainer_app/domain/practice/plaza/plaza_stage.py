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


@dataclass(frozen=True, slots=True)
class FormField:
    """A line of the form that opens an account: given or not, or one of its options is chosen."""

    id: str
    needed: bool = False
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """Something that can be learned about the learner once all the things in `since` are known.

    Those are fields and options of the form, lines of the profile, portraits, posts.
    """

    id: str
    since: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Something ready to send. `ways` are persons, groups and audiences that it can go to."""

    id: str
    ways: tuple[str, ...]
    picture: str = ""
    voice: bool = False


@dataclass(frozen=True, slots=True)
class Portrait:
    """A picture that the learner can have beside the name."""

    id: str
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlazaStage(Stage):
    """The network as the learner meets it. `shape` is a phone's or a browser's.

    `friends`, `requests` (who asks to be a friend) and `groups` are the learner's at first;
    `settings` are pairs of name and value; `budget` is pretend euros for boosts; `likes` are
    topics that the learner liked before, `portrait` is the picture beside the name at first.
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
    likes: tuple[str, ...] = ()
    form: tuple[FormField, ...] = ()
    known: tuple[Known, ...] = ()
    notes: tuple[Note, ...] = ()
    portraits: tuple[Portrait, ...] = ()
    portrait: str = ""

    @property
    def things(self) -> tuple[WordList, ...]:
        """Everything of the stage that has words; people, groups and pages are the world's."""
        comments = (comment.id for post in self.posts for comment in post.comments)
        options = dict.fromkeys(option for each in self.form for option in each.options)
        return (
            WordList("posts", tuple(each.id for each in self.posts)),
            WordList("alts", tuple(each.id for each in self.posts if each.described)),
            WordList("comments", tuple(comments)),
            WordList("messages", tuple(each.id for each in self.messages)),
            WordList("replies", tuple(each.id for each in self.replies)),
            WordList("notes", tuple(each.id for each in self.notes)),
            WordList("facts", tuple(each.id for each in self.facts)),
            WordList("portraits", tuple(each.id for each in self.portraits)),
            WordList("form", tuple(each.id for each in self.form)),
            WordList("options", tuple(options)),
            WordList("known", tuple(each.id for each in self.known)),
            WordList("devices", self.devices),
            WordList("hashtags", self.hashtags),
            WordList("texts", tuple(each.id for each in self.texts)),
        )

    @property
    def pictures(self) -> tuple[str, ...]:
        """Those of the stage's own posts, notes and portraits."""
        named: tuple[Post | Note | Portrait, ...] = (*self.posts, *self.notes, *self.portraits)
        return tuple(each.picture for each in named)
