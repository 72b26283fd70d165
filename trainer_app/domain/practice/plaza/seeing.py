"""What a person sees on the network: the learner, or whoever the learner becomes for a moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from trainer_app.domain.practice.engine import LEARNER
from trainer_app.domain.practice.network import ME, Page
from trainer_app.domain.practice.plaza.doing import AT_ONCE
from trainer_app.domain.practice.plaza.offers import ACCOUNT, SETTINGS
from trainer_app.domain.practice.plaza.posting import (
    Eyes,
    eyes_of,
    feed_of,
    post_view,
    posts_seen,
)
from trainer_app.domain.practice.plaza.standing import Standing
from trainer_app.domain.practice.plaza.state import Plaza
from trainer_app.domain.practice.plaza.views import (
    FactView,
    FormFieldView,
    GroupView,
    MessageView,
    NoteView,
    Notice,
    PageView,
    PersonView,
    PlazaView,
    PortraitView,
    PostView,
)
from trainer_app.domain.practice.plaza.visibility import Ties
from trainer_app.domain.practice.scenario import PEOPLE, Person, WordId
from trainer_app.domain.practice.writing import folded

_OF_A_PERSON = 3
"""Posts that are shown with a person."""


def view(state: Plaza, viewer: str) -> PlazaView:
    """What the viewer sees: never more than the visibility rule lets through."""
    eyes = eyes_of(state, viewer)
    shown = (state.scrolled + 1) * AT_ONCE
    posts = list(islice(feed_of(eyes), shown + 1))
    mine = viewer == LEARNER
    found = PlazaView(
        shape=state.stage.shape,
        viewer=viewer,
        feed=tuple(post_view(eyes, each) for each in posts[:shown]),
        facts=tuple(_facts(eyes)),
        finds_me=mine or _finds_me(state, viewer, eyes.ties),
        more=len(posts) > shown,
        standing=Standing(state),
        knows=tuple(_knows(eyes)),
        portraits=tuple(each for each in _portraits(state) if mine or each.chosen),
    )
    return _with_mine(found, eyes) if mine else found


def _with_mine(view: PlazaView, eyes: Eyes) -> PlazaView:
    """What only the learner has: the form, people, messages, settings and places to go."""
    state, stage = eyes.state, eyes.state.stage
    return replace(
        view,
        form=tuple(_form(state)),
        account_open=not stage.form or state.has("open-account", ACCOUNT),
        people=tuple(_people(eyes)),
        found=tuple(_found(state)),
        messages=tuple(_messages(state)),
        notes=tuple(_notes(state)),
        notices=tuple(_notices(state)),
        settings=tuple((each, state.choice("setting", each)) for each in SETTINGS),
        devices=tuple(
            (each, stage.word("devices", each), not state.has("sign-out", each))
            for each in stage.devices
        ),
        groups=tuple(_group(eyes, each) for each in state.index.groups),
        pages=tuple(_page(eyes, each) for each in stage.world.pages),
        budget=stage.budget,
        away=tuple(_away(eyes)),
    )


def _away(eyes: Eyes) -> Iterator[PostView]:
    """Posts that the learner hid or deleted, and a few of whom the learner mutes."""
    state, posts = eyes.state, eyes.state.index.posts
    hidden = sorted(thing for what, thing in state.done if what == "hide" and thing in posts)
    muted = sorted(thing for what, thing in state.done if what == "mute")
    few = (each for author in muted for each in state.index.by.get(author, ())[:_OF_A_PERSON])
    yield from posts_seen(eyes, dict.fromkeys((*hidden, *few)))
    for post in sorted(thing for what, thing in state.done if what == "delete" and thing in posts):
        yield post_view(eyes, posts[post])


def _facts(eyes: Eyes) -> Iterator[FactView]:
    state = eyes.state
    for each in state.stage.facts:
        if eyes.sees(each.id):
            audience = state.choice("audience", each.id) if eyes.viewer == LEARNER else ""
            yield FactView(each.id, state.stage.word("facts", each.id), audience)


def _knows(eyes: Eyes) -> Iterator[WordId]:
    state = eyes.state
    for each in state.stage.known:
        if state.can_know(eyes.viewer, each.id, eyes.ties):
            yield state.stage.word("known", each.id)


def _portraits(state: Plaza) -> Iterator[PortraitView]:
    chosen = state.choice("portrait", ACCOUNT)
    for each in state.stage.portraits:
        word = state.stage.word("portraits", each.id)
        yield PortraitView(each.id, word, each.picture, each.id == chosen)


def _form(state: Plaza) -> Iterator[FormFieldView]:
    for each in state.stage.form:
        yield FormFieldView(
            id=each.id,
            word=state.stage.word("form", each.id),
            needed=each.needed,
            given=state.given(each.id),
            options=tuple((one, state.stage.word("options", one)) for one in each.options),
            chosen=state.choice("form", each.id),
        )


def _people(eyes: Eyes) -> Iterator[PersonView]:
    """Everybody; of a whole town most are neither near nor was anything done about them."""
    state = eyes.state
    touched = {thing for _, thing in state.done} | {thing for _, thing in state.chosen}
    touched |= state.index.first
    touched.update(state.stage.requests)
    mine = eyes.ties.friends_of(ME)
    for each in state.stage.world.people:
        world = state.stage.world
        common = eyes.ties.friends_of(each.id) & mine
        plain = PersonView(
            id=each.id,
            name=world.word(PEOPLE, each.id),
            picture=each.picture,
            since=each.since,
            about=world.word("about", each.id) if each.about else None,
            mutual=tuple(sorted(common)) if common else (),
        )
        yield _near_person(eyes, each, plain) if each.id in touched else plain


def _near_person(eyes: Eyes, person: Person, plain: PersonView) -> PersonView:
    """With how the learner stands to them, and a few of their posts."""
    state, known = eyes.state, person.id
    report = state.choice("report", known)
    return replace(
        plain,
        friend=state.has("friend", known),
        asks=_asks(state, known),
        asked=state.has("ask", known),
        muted=state.has("mute", known),
        blocked=state.has("block", known),
        told=state.has("tell", known),
        report=report,
        taken_down=bool(report) and report == person.wrong,
        proof=state.has("prove", known),
        posts=_few_posts(eyes, known),
    )


def _few_posts(eyes: Eyes, author: str) -> tuple[PostView, ...]:
    posts = eyes.state.index.by.get(author, ())
    return tuple(islice(posts_seen(eyes, posts), _OF_A_PERSON))


def _group(eyes: Eyes, group: str) -> GroupView:
    state, found = eyes.state, eyes.state.index.groups[group]
    leads = group in state.stage.leads
    roles = ((each, state.choice("role", f"{group}/{each}")) for each in found.members)
    sent = (each for each in state.index.notes if state.choice("send", each) == group)
    posts = posts_seen(eyes, (*sent, *state.index.in_group[group]))
    return GroupView(
        id=group,
        word=state.stage.world.word("groups", group),
        joined=state.has("join", group),
        closed=found.closed,
        leads=leads,
        moderated=state.moderated(group),
        rules=tuple(state.stage.world.word("rules", each) for each in found.rules),
        members=tuple(each for each in found.members if state.member(each, group)),
        roles=tuple(roles) if leads else (),
        posts=tuple(islice(posts, AT_ONCE)),
    )


def _page(eyes: Eyes, page: Page) -> PageView:
    state, world = eyes.state, eyes.state.stage.world
    report = state.choice("report", page.id)
    return PageView(
        id=page.id,
        word=world.word("pages", page.id),
        picture=page.picture,
        followed=state.has("follow", page.id),
        topic=world.word("topics", page.topic) if page.topic else None,
        report=report,
        taken_down=bool(report) and report == page.wrong,
        proof=state.has("prove", page.id),
        posts=_few_posts(eyes, page.id),
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
    for thing, name in state.names.items():
        if wanted and wanted in folded(name, state.language, exact=False):
            yield thing


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


def _notes(state: Plaza) -> Iterator[NoteView]:
    for each in state.stage.notes:
        word = state.stage.word("notes", each.id)
        to = state.choice("send", each.id)
        yield NoteView(each.id, word, each.picture, each.voice, each.ways, to)


def _notices(state: Plaza) -> Iterator[Notice]:
    yield from (Notice("request", each) for each in state.stage.requests if _asks(state, each))
    for post in state.index.feed:
        if ME in post.tags and state.choice("tag", post.id) == "removed":
            yield Notice("tag", post.id)
    for each in state.stage.messages:
        if not state.choice("reply", each.id) and not state.has("delete", each.id):
            yield Notice("message", each.id)
