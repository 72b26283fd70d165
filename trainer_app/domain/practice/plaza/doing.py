"""What an action changes on the network, and what must be so before it can be done."""

from __future__ import annotations

from dataclasses import replace

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.passphrase import judge
from trainer_app.domain.practice.network import ME
from trainer_app.domain.practice.plaza.offers import ACCOUNT, SHARE
from trainer_app.domain.practice.plaza.state import Action, Choose, Do, Plaza, Scroll, Undo, Write

MOST_LETTERS = 300
LOOKING = frozenset({"look-as", "open", "play", "search", "feed"})
"""What is no try: the person only looks. What follows from it can still be a mistake."""

AT_ONCE = 20
"""Posts of the feed that are shown, and added with each scroll."""

# Deeds that make friends or show something to somebody; not with a person who is blocked.
_TOGETHER = frozenset({"friend", "ask", "tag", "choose"})
_ON_POSTS = frozenset({"react", "share", "tag", "choose", "hashtag", "publish", "comment"})


def changed(state: Plaza, action: Action) -> Plaza:
    """The network after an action; the same state if it is not possible now.

    Raises UnknownThing for a thing that the stage does not have, or cannot do this with.
    """
    known(state, action)
    if before(state, action) is not None:
        return state
    match action:
        case Do(what, thing):
            if state.has(what, thing):
                return state
            gone = _ended_by(state, what, thing)
            return replace(state, done=(state.done - gone) | {(what, thing)})
        case Undo(what, thing):
            return (
                replace(state, done=state.done - {(what, thing)})
                if state.has(what, thing)
                else state
            )
        case Choose(what, thing, to):
            if state.choice(what, thing) == to:
                return state
            return replace(state, chosen={**state.chosen, (what, thing): to})
        case Scroll():
            if (state.scrolled + 1) * AT_ONCE >= len(state.index.feed) + len(state.index.ads):
                return state
            return replace(state, scrolled=state.scrolled + 1)
        case Write(what, thing, text):
            text = text[:MOST_LETTERS]
            if state.written(what, thing) == text:
                return state
            written = replace(state, texts={**state.texts, (what, thing): text})
            if what != "passphrase":
                return written
            return replace(written, strength=judge(text).level if text.strip() else 0)


def known(state: Plaza, action: Action) -> None:
    """Raises UnknownThing unless the stage has such a thing to do this with."""
    index = state.index
    match action:
        case Do(what, thing) | Undo(what, thing):
            there = thing in index.deeds.get(what, ())
        case Choose(what, thing, to):
            there = to in index.options.get((what, thing), ())
        case Scroll():
            there = True
        case Write(what, thing, _):
            there = (what, thing) in index.texts
    if not there:
        raise UnknownThing(what=action.what, id=action.thing)


def before(state: Plaza, action: Action) -> Action | None:
    """What has to be done first, so that an action becomes possible; None if it is."""
    what, thing = action.what, action.thing
    if isinstance(action, Undo):
        return _before_undoing(state, action)
    if isinstance(action, Choose):
        return _before_choosing(state, action)
    first, _, second = thing.partition("/")
    if what in _TOGETHER:
        person = second or first
        if state.has("block", person):
            return Undo("block", person)
    if what in _ON_POSTS:
        return _before_posting(state, first)
    if what == "open-account":
        return _before_opening(state)
    if what == "caption" and thing.startswith(SHARE):
        return _before_sharing(state, thing)
    return None


def _before_undoing(state: Plaza, action: Undo) -> Action | None:
    """What an account needs stays given while there is the account."""
    needed = (each.id for each in state.stage.form if each.needed)
    if action.what == "give" and action.thing in needed and state.has("open-account", ACCOUNT):
        return Undo("open-account", ACCOUNT)
    return None


def _before_opening(state: Plaza) -> Action | None:
    """The first field that an account needs and that is empty."""
    for each in state.stage.form:
        if each.needed and not state.given(each.id):
            if each.options:
                return Choose("form", each.id, each.options[0])
            return Do("give", each.id)
    return None


def _before_sharing(state: Plaza, share: str) -> Action | None:
    """A post must be passed on before words or an audience go with it."""
    original = share.removeprefix(SHARE)
    if state.has("share", original):
        return None
    share_it = Do("share", original)
    return before(state, share_it) or share_it


def _before_posting(state: Plaza, post: str) -> Action | None:
    author = state.index.authors.get(post, ME)
    if state.has("delete", post):
        return Undo("delete", post)
    if author != ME and state.has("block", author):
        return Undo("block", author)
    return None


def _before_choosing(state: Plaza, action: Choose) -> Action | None:
    codes = (action.thing, action.to) == ("backup-codes", "on")
    if codes and state.choice("setting", "two-step") == "off":
        return Choose("setting", "two-step", "on")
    if action.what == "reply" and action.to and state.has("delete", action.thing):
        return Undo("delete", action.thing)
    if action.what == "boost":
        return _before_paying(state, action)
    if action.what == "audience" and action.thing.startswith(SHARE):
        return _before_sharing(state, action.thing)
    if action.what == "send":
        return _before_sending(state, action.to)
    needed = (each.id for each in state.stage.form if each.needed)
    if action.what == "form" and not action.to and action.thing in needed:
        opened = state.has("open-account", ACCOUNT)
        return Undo("open-account", ACCOUNT) if opened else None
    return None


def _before_sending(state: Plaza, way: str) -> Action | None:
    if way in state.index.groups and not state.has("join", way):
        return Do("join", way)
    if state.has("block", way):
        return Undo("block", way)
    return None


def _before_paying(state: Plaza, action: Choose) -> Action | None:
    """What was given to other posts is given back where the budget is not enough."""
    others = {
        thing: int(to)
        for (what, thing), to in state.chosen.items()
        if what == "boost" and thing != action.thing and to != "0"
    }
    if int(action.to) + sum(others.values()) <= state.stage.budget:
        return None
    return Choose("boost", next(iter(others), action.thing), "0")


def _ended_by(state: Plaza, what: str, thing: str) -> frozenset[tuple[str, str]]:
    """What no longer stands after a deed: a block ends a friendship and takes names off posts."""
    if what == "block":
        ended = {("friend", thing), ("ask", thing)}
        ended |= {
            each
            for each in state.done
            if each[0] in ("tag", "choose") and each[1].endswith(f"/{thing}")
        }
        return frozenset(ended)
    if what in ("friend", "decline"):
        return frozenset({("decline" if what == "friend" else "friend", thing)})
    return frozenset()
