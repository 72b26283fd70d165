"""How a post looks to somebody, in which order posts come, and what the learner's own reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from trainer_app.domain.practice.engine import LEARNER
from trainer_app.domain.practice.network import ME, Post
from trainer_app.domain.practice.plaza.feed import (
    Taste,
    mixed,
    ranked,
    ranked_ads,
    topic_points,
    why,
)
from trainer_app.domain.practice.plaza.offers import SHARE
from trainer_app.domain.practice.plaza.reach import Making, Reach, reach
from trainer_app.domain.practice.plaza.state import Plaza
from trainer_app.domain.practice.plaza.views import CommentView, PostView
from trainer_app.domain.practice.plaza.visibility import AUDIENCES, Ties
from trainer_app.domain.practice.scenario import WordId

_TOUCHED = frozenset({"react", "share"})


@dataclass(frozen=True, slots=True)
class Eyes:
    """Who looks at what: one look, in which each post is made ready once."""

    state: Plaza
    viewer: str
    ties: Ties
    taste: Taste
    drawn: dict[str, PostView] = field(default_factory=dict)

    def sees(self, thing: str) -> bool:
        """Whether the rule lets this person see a thing."""
        return self.state.sees(self.viewer, thing, self.ties)


def taste_of(state: Plaza, viewer: str, ties: Ties) -> Taste:
    """What the order of a person's feed follows; the learner's changes with every deed."""
    close = set(ties.friends_of(viewer))
    if viewer != LEARNER:
        likes = next(each.likes for each in state.stage.world.people if each.id == viewer)
        close |= {each for each in state.index.groups if state.member(viewer, each)}
        return Taste(topic_points(likes), frozenset(close))
    posts = state.index.posts
    close |= {thing for what, thing in state.done if what in ("follow", "join")}
    touched = [thing for what, thing in state.done if what in _TOUCHED]
    touched += [thing for (what, thing), text in state.texts.items() if what == "comment" and text]
    hidden = (thing for what, thing in state.done if what == "hide" and thing in posts)
    return Taste(
        topic_points(
            state.stage.likes,
            (posts[each].topic for each in touched),
            (posts[each].topic for each in hidden),
        ),
        frozenset(close),
        state.choice("setting", "ads") == "on",
    )


def eyes_of(state: Plaza, viewer: str) -> Eyes:
    """How a person looks at the network now."""
    ties = state.ties
    return Eyes(state, viewer, ties, taste_of(state, viewer, ties))


def feed_of(eyes: Eyes) -> Iterator[Post]:
    """The posts and ads that a person finds, in their order. Nothing that the rule hides."""
    state, index = eyes.state, eyes.state.index
    # What was sent to one person stands among the messages.
    sent = (
        each
        for each in index.notes
        if (way := state.choice("send", each)) in AUDIENCES or way in index.groups
    )
    shared = sorted(f"{SHARE}{thing}" for what, thing in state.done if what == "share")
    newest = [index.posts[each] for each in (*sent, *shared)]
    first = index.first.union(post.id for post in newest)
    posts = ranked((*newest, *index.feed), eyes.taste, first)
    ads = ranked_ads(index.ads, eyes.taste, first)
    seen_ads = [ad for ad in ads if _found_by(eyes, ad)]
    return mixed((each for each in posts if _found_by(eyes, each)), seen_ads, first)


def posts_seen(eyes: Eyes, posts: Iterable[str]) -> Iterator[PostView]:
    """Those of some posts that a person may see, ready to be drawn."""
    for each in posts:
        if eyes.sees(each):
            yield post_view(eyes, eyes.state.index.posts[each])


def post_view(eyes: Eyes, post: Post) -> PostView:
    """A post as this person sees it, with the post that it passes on."""
    if post.id not in eyes.drawn:
        eyes.drawn[post.id] = _post(eyes, post)
    return eyes.drawn[post.id]


def _post(eyes: Eyes, post: Post) -> PostView:
    state, viewer = eyes.state, eyes.viewer
    mine, own, index = viewer == LEARNER, post.author == ME, state.index
    world = state.stage.world
    said = state.stage if post.id in index.of_stage else world
    report = state.choice("report", post.id) if mine and not own else ""
    hashtags = state.marked("hashtag", post.id) if own else ()
    return PostView(
        id=post.id,
        author=post.author,
        word=_words_of(state, post.id),
        caption=state.written("caption", post.id),
        alt=state.written("alt", post.id),
        alt_word=said.word("alts", post.id) if post.described else None,
        picture=post.picture,
        place=post.place and state.choice("place", post.id) == "on",
        ad=post.ad,
        tags=_tags(state, post),
        hashtags=tuple(state.stage.word("hashtags", each) for each in hashtags),
        shared=post.shared,
        group=_group_of(state, post),
        topic=world.word("topics", post.topic) if post.topic else None,
        why=why(post, eyes.taste, viewer, index.pages),
        reacted=mine and state.has("react", post.id),
        shared_by_me=mine and state.has("share", post.id),
        comment=state.written("comment", post.id),
        comments=tuple(_comments(eyes, post)) if post.comments else (),
        original=post_view(eyes, index.posts[post.shared]) if post.shared else None,
        report=report,
        taken_down=(bool(report) and report == post.wrong) or _cleared(state, post),
        proof=mine and state.has("prove", post.id),
        note=post.id in index.notes,
        audience=_audience(state, post) if own and mine else "",
        draft=_hidden_draft(state, post),
        insights=insights(state, post) if own and mine else None,
    )


def _tags(state: Plaza, post: Post) -> tuple[str, ...]:
    """The names on a post; the learner's on another's post as the learner allows."""
    if post.author == ME:
        return (*post.tags, *state.marked("tag", post.id))
    if ME not in post.tags or state.choice("tag", post.id) == "shown":
        return post.tags
    return tuple(each for each in post.tags if each != ME)


def _audience(state: Plaza, post: Post) -> str:
    return "" if _is_note(state, post) else state.choice("audience", post.id)


def insights(state: Plaza, post: Post) -> Reach | None:
    """What a post of the learner's reaches; None while it is a draft, and for notes."""
    if _is_note(state, post) or _hidden_draft(state, post):
        return None
    hashtags = state.marked("hashtag", post.id)
    fitting = sum(each in post.fitting for each in hashtags)
    making = Making(
        audience=state.choice("audience", post.id),
        hour=state.choice("hour", post.id),
        fit=post.fit,
        caption=not post.draft or bool(state.written("caption", post.id)),
        alt=bool(state.written("alt", post.id)),
        fitting=fitting,
        other=len(hashtags) - fitting,
        budget=int(state.choice("boost", post.id)),
    )
    return reach(making, state.seed)


def _words_of(state: Plaza, post: str) -> WordId | None:
    if post.startswith(SHARE):
        return None
    if post in state.index.notes:
        return state.stage.word("notes", post)
    said = state.stage if post in state.index.of_stage else state.stage.world
    return said.word("posts", post)


def _group_of(state: Plaza, post: Post) -> str:
    """Where a post stands; a note stands in the group that it was sent to."""
    to = state.choice("send", post.id) if post.id in state.index.notes else ""
    return to if to in state.index.groups else post.group


def _is_note(state: Plaza, post: Post) -> bool:
    return post.id in state.index.notes


def _hidden_draft(state: Plaza, post: Post) -> bool:
    if _is_note(state, post):
        return not state.choice("send", post.id)
    return post.draft and not state.has("publish", post.id)


def _cleared(state: Plaza, post: Post) -> bool:
    """Whether a moderator took it down: in a group that has one, what breaks the rules goes."""
    return bool(post.group and post.wrong) and state.moderated(post.group)


def _found_by(eyes: Eyes, post: Post) -> bool:
    """Whether it is in somebody's feed: seen, of a group only by members, and not put away."""
    state, viewer = eyes.state, eyes.viewer
    if post.group and post.author != viewer and not state.member(viewer, post.group):
        return False
    put_away = ("mute", post.author) in state.done or ("hide", post.id) in state.done
    if put_away and viewer == LEARNER:
        return False
    return eyes.sees(post.id)


def _comments(eyes: Eyes, post: Post) -> Iterator[CommentView]:
    state, learner = eyes.state, eyes.viewer == LEARNER
    said = state.stage if post.id in state.index.of_stage else state.stage.world
    for each in post.comments:
        if state.has("delete", each.id) or eyes.ties.apart(eyes.viewer, each.author):
            continue
        if learner and (state.has("hide", each.id) or state.has("mute", each.author)):
            continue
        report = state.choice("report", each.id) if learner else ""
        yield CommentView(
            id=each.id,
            author=each.author,
            word=said.word("comments", each.id),
            report=report,
            taken_down=bool(report) and report == each.wrong,
            proof=learner and state.has("prove", each.id),
            mine_to_delete=post.author == eyes.viewer,
        )
