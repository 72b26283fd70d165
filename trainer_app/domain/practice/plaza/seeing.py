"""What a person sees on the network: the learner, or whoever the learner becomes for a moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from trainer_app.domain.practice.engine import LEARNER
from trainer_app.domain.practice.network import ME, Post
from trainer_app.domain.practice.plaza.doing import AT_ONCE
from trainer_app.domain.practice.plaza.index import SETTINGS
from trainer_app.domain.practice.plaza.reach import Making, Reach, reach
from trainer_app.domain.practice.plaza.state import Plaza
from trainer_app.domain.practice.plaza.visibility import Ties
from trainer_app.domain.practice.scenario import PEOPLE, WordId
from trainer_app.domain.practice.writing import folded


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody on the network, and how the learner stands to them."""

    id: str
    name: WordId
    picture: str
    friend: bool = False
    asks: bool = False
    asked: bool = False
    muted: bool = False
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class PostView:
    """A post as it stands in the feed. `word` is its caption, unless `caption` was typed instead.

    Fields from `audience` on are the author's to see and to change; for others they are empty.
    """

    id: str
    author: str
    word: WordId
    caption: str = field(repr=False)
    alt: str = field(repr=False)
    picture: str
    place: bool
    ad: bool
    tags: tuple[str, ...]
    hashtags: tuple[WordId, ...]
    shared: str
    group: str
    reacted: bool
    comment: str = field(repr=False)
    report: str = ""
    taken_down: bool = False
    proof: bool = False
    audience: str = ""
    draft: bool = False
    insights: Reach | None = None


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
class Notice:
    """Something new for the learner: a request, a tag that waits, a message."""

    kind: str
    thing: str


@dataclass(frozen=True, slots=True)
class PlazaView:
    """One person's screen; `more` of the feed comes with a `Scroll`.

    For others than the learner only the feed, the profile and `finds_me` count.
    """

    shape: str
    viewer: str
    feed: tuple[PostView, ...]
    facts: tuple[FactView, ...]
    finds_me: bool
    more: bool
    people: tuple[PersonView, ...] = ()
    found: tuple[str, ...] = ()
    messages: tuple[MessageView, ...] = ()
    notices: tuple[Notice, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    devices: tuple[tuple[str, WordId, bool], ...] = ()
    groups: tuple[tuple[str, WordId, bool], ...] = ()
    pages: tuple[tuple[str, WordId, bool], ...] = ()
    budget: int = 0


def view(state: Plaza, viewer: str) -> PlazaView:
    """What the viewer sees: never more than the visibility rule lets through."""
    ties = state.ties
    shown = (state.scrolled + 1) * AT_ONCE
    posts = list(islice(_feed(state, viewer, ties), shown + 1))
    feed = tuple(_post(state, each, viewer) for each in posts[:shown])
    mine = viewer == LEARNER
    facts = tuple(
        FactView(
            id=each.id,
            word=state.stage.word("facts", each.id),
            audience=state.choice("audience", each.id) if mine else "",
        )
        for each in state.stage.facts
        if state.sees(viewer, each.id, ties)
    )
    if not mine:
        found = _finds_me(state, viewer, ties)
        return PlazaView(state.stage.shape, viewer, feed, facts, found, len(posts) > shown)
    world = state.stage.world
    return PlazaView(
        shape=state.stage.shape,
        viewer=viewer,
        feed=feed,
        facts=facts,
        finds_me=True,
        more=len(posts) > shown,
        people=tuple(_person(state, each.id, each.picture) for each in world.people),
        found=tuple(_found(state)),
        messages=tuple(_messages(state)),
        notices=tuple(_notices(state)),
        settings=tuple((each, state.choice("setting", each)) for each in SETTINGS),
        devices=tuple(
            (each, state.stage.word("devices", each), not state.has("sign-out", each))
            for each in state.stage.devices
        ),
        groups=tuple(
            (each.id, world.word("groups", each.id), state.has("join", each.id))
            for each in world.groups
        ),
        pages=tuple(
            (each.id, world.word("pages", each.id), state.has("follow", each.id))
            for each in world.pages
        ),
        budget=state.stage.budget,
    )


def _feed(state: Plaza, viewer: str, ties: Ties) -> Iterator[Post]:
    for post in state.index.posts.values():
        if not state.sees(viewer, post.id, ties):
            continue
        put_away = state.has("mute", post.author) or state.has("hide", post.id)
        if viewer != LEARNER or not put_away:
            yield post


def _post(state: Plaza, post: Post, viewer: str) -> PostView:
    mine = viewer == LEARNER
    own = post.author == ME
    in_stage = any(post.id == each.id for each in state.stage.posts)
    tags = (*post.tags, *state.marked("tag", post.id)) if own else post.tags
    report = state.choice("report", post.id) if mine and not own else ""
    return PostView(
        id=post.id,
        author=post.author,
        word=(state.stage if in_stage else state.stage.world).word("posts", post.id),
        caption=state.written("caption", post.id),
        alt=state.written("alt", post.id),
        picture=post.picture,
        place=state.choice("place", post.id) == "on",
        ad=post.ad,
        tags=tuple(each for each in tags if each != ME or state.choice("tag", post.id) == "shown"),
        hashtags=tuple(
            state.stage.word("hashtags", each) for each in state.marked("hashtag", post.id)
        ),
        shared=post.shared,
        group=post.group,
        reacted=mine and state.has("react", post.id),
        comment=state.written("comment", post.id),
        report=report,
        taken_down=bool(report) and report == post.wrong,
        proof=mine and state.has("prove", post.id),
        audience=state.choice("audience", post.id) if own and mine else "",
        draft=post.draft and not state.has("publish", post.id),
        insights=insights(state, post) if own and mine else None,
    )


def insights(state: Plaza, post: Post) -> Reach | None:
    """What a post of the learner's reaches; None while it is a draft."""
    if post.draft and not state.has("publish", post.id):
        return None
    hashtags = state.marked("hashtag", post.id)
    fitting = sum(each in post.fitting for each in hashtags)
    making = Making(
        audience=state.choice("audience", post.id),
        hour=state.choice("hour", post.id),
        caption=not post.draft or bool(state.written("caption", post.id)),
        alt=bool(state.written("alt", post.id)),
        fitting=fitting,
        other=len(hashtags) - fitting,
        budget=int(state.choice("boost", post.id)),
    )
    return reach(making, state.seed)


def _person(state: Plaza, person: str, picture: str) -> PersonView:
    return PersonView(
        id=person,
        name=state.stage.world.word(PEOPLE, person),
        picture=picture,
        friend=state.has("friend", person),
        asks=_asks(state, person),
        asked=state.has("ask", person),
        muted=state.has("mute", person),
        blocked=state.has("block", person),
    )


def _asks(state: Plaza, person: str) -> bool:
    answered = any(state.has(each, person) for each in ("friend", "decline", "block"))
    return person in state.stage.requests and not answered


def _finds_me(state: Plaza, viewer: str, ties: Ties) -> bool:
    """Whether a person who looks for me finds me: never who is blocked, else by the setting."""
    near = ties.friends_of(ME)
    if ties.apart(viewer, ME):
        return False
    if viewer in near:
        return True
    match state.choice("setting", "find"):
        case "everyone":
            return True
        case "friends-of-friends":
            return not near.isdisjoint(ties.friends_of(viewer))
        case _:
            return False


def _found(state: Plaza) -> Iterator[str]:
    wanted = folded(state.searched.strip(), state.language, exact=False)
    for person, name in state.names.items():
        if wanted and wanted in folded(name, state.language, exact=False):
            yield person


def _messages(state: Plaza) -> Iterator[MessageView]:
    for each in state.stage.messages:
        hidden = state.has("block", each.author) and not state.has("prove", each.id)
        if hidden or state.has("delete", each.id):
            continue
        replies = (
            (reply.id, state.stage.word("replies", reply.id))
            for reply in state.stage.replies
            if reply.to == each.id
        )
        yield MessageView(
            id=each.id,
            author=each.author,
            word=state.stage.word("messages", each.id),
            carries=each.carries,
            opened=state.has("open", each.id) or state.has("play", each.id),
            replies=tuple(replies),
            replied=state.choice("reply", each.id),
            report=state.choice("report", each.id),
            proof=state.has("prove", each.id),
        )


def _notices(state: Plaza) -> Iterator[Notice]:
    yield from (Notice("request", each) for each in state.stage.requests if _asks(state, each))
    for post in state.stage.world.posts:
        if ME in post.tags and state.choice("tag", post.id) == "removed":
            yield Notice("tag", post.id)
    for each in state.stage.messages:
        if not state.choice("reply", each.id) and not state.has("delete", each.id):
            yield Notice("message", each.id)
