"""What stands on a person's screen of the network, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass, field

from trainer_app.domain.practice.plaza.feed import Why
from trainer_app.domain.practice.plaza.reach import Reach
from trainer_app.domain.practice.plaza.standing import Standing
from trainer_app.domain.practice.scenario import WordId


@dataclass(frozen=True, slots=True)
class CommentView:
    """What somebody wrote under a post. `mine_to_delete`: it stands under the viewer's own post."""

    id: str
    author: str
    word: WordId
    report: str = ""
    taken_down: bool = False
    proof: bool = False
    mine_to_delete: bool = False


@dataclass(frozen=True, slots=True)
class PostView:
    """A post as it stands in the feed. `word` is its caption, unless `caption` was typed instead.

    A share of the learner's own has no word. `author` is a person, a page, or "" for the learner.
    `alt` was typed, `alt_word` came with the post; both say what is in the picture. `original` is
    the post that is passed on. `topic` and `why` say what it is about and why it is in the feed;
    `taken_down`: after a report, or by a moderator. Fields from `audience` on are the author's to
    see and to change; for others they are empty. `note`: it was sent from among the notes.
    """

    id: str
    author: str
    word: WordId | None
    caption: str = field(repr=False)
    alt: str = field(repr=False)
    alt_word: WordId | None
    picture: str
    place: bool
    ad: bool
    tags: tuple[str, ...]
    hashtags: tuple[WordId, ...]
    shared: str
    group: str
    topic: WordId | None
    why: Why
    reacted: bool
    shared_by_me: bool
    comment: str = field(repr=False)
    comments: tuple[CommentView, ...] = ()
    original: PostView | None = None
    report: str = ""
    taken_down: bool = False
    proof: bool = False
    note: bool = False
    audience: str = ""
    draft: bool = False
    insights: Reach | None = None


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody on the network, and how the learner stands to them.

    `since` says how old the account is, `mutual` are friends of both. `posts` are a few of what
    the learner sees of this person, for people whom the task is about and for friends.
    """

    id: str
    name: WordId
    picture: str
    friend: bool = False
    asks: bool = False
    asked: bool = False
    muted: bool = False
    blocked: bool = False
    since: str = "years"
    about: WordId | None = None
    mutual: tuple[str, ...] = ()
    told: bool = False
    report: str = ""
    taken_down: bool = False
    proof: bool = False
    posts: tuple[PostView, ...] = ()


@dataclass(frozen=True, slots=True)
class FactView:
    """A line of the learner's profile; its audience is the learner's own to see."""

    id: str
    word: WordId
    audience: str = ""


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message to the learner, what could be answered, and what was."""

    id: str
    author: str
    word: WordId
    carries: str
    opened: bool
    replies: tuple[tuple[str, WordId], ...]
    replied: str
    report: str
    proof: bool


@dataclass(frozen=True, slots=True)
class NoteView:
    """Something ready to send. `ways` are persons, groups and audiences, `to` the one chosen."""

    id: str
    word: WordId
    picture: str
    voice: bool
    ways: tuple[str, ...]
    to: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group: `roles` can be changed where the learner leads it.

    `posts` are those that the learner may see; `moderated`: somebody helps to keep the rules.
    """

    id: str
    word: WordId
    joined: bool
    closed: bool
    leads: bool
    moderated: bool
    rules: tuple[WordId, ...]
    members: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]
    posts: tuple[PostView, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """A page, and what it posted."""

    id: str
    word: WordId
    picture: str
    followed: bool
    topic: WordId | None
    report: str
    taken_down: bool
    proof: bool
    posts: tuple[PostView, ...]


@dataclass(frozen=True, slots=True)
class FormFieldView:
    """A line of the form: with `options` one is `chosen`, else it is `given` or not."""

    id: str
    word: WordId
    needed: bool
    given: bool
    options: tuple[tuple[str, WordId], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class PortraitView:
    """A picture that can stand beside the learner's name."""

    id: str
    word: WordId
    picture: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """Something new for the learner: a request, a tag that waits, a message."""

    kind: str
    thing: str


@dataclass(frozen=True, slots=True)
class PlazaView:
    """One person's screen; `more` of the feed comes with a `Scroll`.

    `form` stands before everything else until `account_open`. `knows` is what Plaza knows about
    the learner; on others' screens it is what they can learn, and only the feed, the profile,
    `portraits`, `knows` and `finds_me` count. `found` are people, groups and pages. `standing` says
    what stands done and chosen for the learner; `away` are posts that the learner put out of sight.
    """

    shape: str
    viewer: str
    feed: tuple[PostView, ...]
    facts: tuple[FactView, ...]
    finds_me: bool
    more: bool
    standing: Standing = field(repr=False, compare=False)
    knows: tuple[WordId, ...] = ()
    portraits: tuple[PortraitView, ...] = ()
    form: tuple[FormFieldView, ...] = ()
    account_open: bool = True
    people: tuple[PersonView, ...] = ()
    found: tuple[str, ...] = ()
    messages: tuple[MessageView, ...] = ()
    notes: tuple[NoteView, ...] = ()
    notices: tuple[Notice, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    devices: tuple[tuple[str, WordId, bool], ...] = ()
    groups: tuple[GroupView, ...] = ()
    pages: tuple[PageView, ...] = ()
    budget: int = 0
    away: tuple[PostView, ...] = ()
