"""Whether a condition holds, and which actions make it hold or not."""

from __future__ import annotations

from collections.abc import Iterator

from trainer_app.domain.practice.network import ME
from trainer_app.domain.practice.plaza.conditions import Condition
from trainer_app.domain.practice.plaza.doing import before, changed
from trainer_app.domain.practice.plaza.offers import ACCOUNT, SHARE
from trainer_app.domain.practice.plaza.posting import insights
from trainer_app.domain.practice.plaza.state import Action, Choose, Do, Plaza, Undo, Write

_MOST_BEFORE = 8
"""So many things at most have to be done before an action becomes possible."""


def holds(state: Plaza, condition: Condition) -> bool:
    """Whether it is so now."""
    return _so(state, condition) != condition.negated


def ways(state: Plaza, condition: Condition, wanted: bool) -> Iterator[Action]:
    """Actions after which it holds (or not, as wanted), or that make such an action possible."""
    for action in _direct(state, condition, wanted != condition.negated):
        first = before(state, action)
        if first is None:
            yield action
            continue
        for _ in range(_MOST_BEFORE):
            following = before(state, first)
            if following is None:
                yield first
                break
            first = following


def _so(state: Plaza, condition: Condition) -> bool:
    match condition.kind:
        case "done":
            return state.has(condition.what, condition.of)
        case "choice":
            return state.choice(condition.what, condition.of) in condition.to
        case "written":
            text = state.written(condition.what, condition.of).strip()
            if condition.what == "passphrase":
                return bool(text) and state.strength >= condition.least
            return len(text) >= condition.least
        case "seen":
            return state.sees(condition.by, condition.of, state.ties)
        case "learned":
            return state.can_know(condition.by, condition.of, state.ties)
        case "reach":
            return _figure(state, condition) >= condition.least


def _direct(state: Plaza, condition: Condition, wanted: bool) -> Iterator[Action]:
    what, of = condition.what, condition.of
    match condition.kind:
        case "done":
            yield Do(what, of) if wanted else Undo(what, of)
        case "choice":
            for each in state.index.options[what, of]:
                if (each in condition.to) == wanted:
                    yield Choose(what, of, each)
        case "written":
            yield Write(what, of, state.examples.get((what, of), "") if wanted else "")
        case "seen":
            yield from _showing(state, of, condition.by, wanted)
        case "learned":
            for each in state.index.known[of].since:
                yield from _telling(state, each, condition.by, wanted)
        case "reach":
            yield from _reaching(state, condition, wanted)


def _showing(state: Plaza, of: str, by: str, wanted: bool) -> Iterator[Action]:
    """As narrow as can be to show something to a person, as wide as can be to hide it.

    Before that goes what stands in the way of any audience: a block, a name that lets them in.
    """
    yield from _in_the_way(state, of, by) if wanted else _letting_in(state, of, by)
    for way in state.index.options.get(("send", of), ()):
        sent = Choose("send", of, way)
        after = changed(state, sent)
        # A group that must be joined first changes nothing yet; `ways` puts that before it.
        if after is state or after.sees(by, of, after.ties) == wanted:
            yield sent
    audiences = state.index.options.get(("audience", of), ())
    for audience in audiences if wanted else reversed(audiences):
        choice = Choose("audience", of, audience)
        after = changed(state, choice)
        if after.sees(by, of, after.ties) == wanted:
            yield choice
    if wanted:
        yield from _between(state, by)


def _between(state: Plaza, by: str) -> Iterator[Action]:
    """Friends whom the learner could have, through whom this person would be one of theirs."""
    circle = state.ties.friends_of(by)
    for person in sorted(circle & state.index.deeds["friend"]):
        if not state.has("friend", person):
            yield Do("friend", person)


def _in_the_way(state: Plaza, of: str, by: str) -> Iterator[Action]:
    post = state.index.posts.get(of)
    needed: list[Do | Undo] = [Undo("delete", of), Undo("block", by), Do("friend", by)]
    needed.append(Do("publish", of))
    if post is not None and of.startswith(SHARE):
        needed.append(Do("share", post.shared))
    for action in needed:
        there = action.thing in state.index.deeds.get(action.what, ())
        if there and state.has(action.what, action.thing) == isinstance(action, Undo):
            yield action


def _letting_in(state: Plaza, of: str, by: str) -> Iterator[Action]:
    """Names on a post, or among those chosen for it, through which this person sees it."""
    ties = state.ties
    if state.has("choose", f"{of}/{by}"):
        yield Undo("choose", f"{of}/{by}")
    for person in state.marked("tag", of):
        if person == by or by in ties.friends_of(person):
            yield Undo("tag", f"{of}/{person}")


def _telling(state: Plaza, thing: str, by: str, wanted: bool) -> Iterator[Action]:
    """What makes one of the things known from which something is learned, or keeps it back."""
    field_of = state.index.option_of.get(thing)
    options = state.index.options
    if field_of is not None:
        for each in options["form", field_of]:
            if (each == thing) == wanted:
                yield Choose("form", field_of, each)
    elif ("form", thing) in options:
        for each in options["form", thing]:
            if bool(each) == wanted:
                yield Choose("form", thing, each)
    elif thing in state.index.deeds["give"]:
        yield Do("give", thing) if wanted else Undo("give", thing)
    elif thing in options.get(("portrait", ACCOUNT), ()):
        for each in options["portrait", ACCOUNT]:
            if (each == thing) == wanted:
                yield Choose("portrait", ACCOUNT, each)
    elif by != ME:
        yield from _showing(state, thing, by, wanted)


def _figure(state: Plaza, condition: Condition) -> int:
    """People, views or engaged people of a post; 0 while nobody can see it."""
    found = None
    if not state.has("delete", condition.of):
        found = insights(state, state.index.posts[condition.of])
    return 0 if found is None else int(getattr(found, condition.what))


def _reaching(state: Plaza, condition: Condition, wanted: bool) -> Iterator[Action]:
    """What raises the figure (or lowers it): first what is free, then money, then the audience."""
    now, of = _figure(state, condition), condition.of
    for action in _of_the_making(state, of):
        if before(state, action) is not None:
            continue
        figure = _figure(changed(state, action), condition)
        if figure > now if wanted else figure < now:
            yield action


def _of_the_making(state: Plaza, of: str) -> Iterator[Action]:
    """Everything that changes how a post was made."""
    index = state.index
    if of in index.deeds["publish"]:
        yield Do("publish", of) if not state.has("publish", of) else Undo("publish", of)
    if state.has("delete", of):
        yield Undo("delete", of)
    for what in ("caption", "alt"):
        if (what, of) in state.examples:
            yield Write(what, of, state.examples[what, of])
            yield Write(what, of, "")
    for tag in state.stage.hashtags:
        thing = f"{of}/{tag}"
        yield Undo("hashtag", thing) if state.has("hashtag", thing) else Do("hashtag", thing)
    for what in ("hour", "boost", "audience"):
        for each in index.options.get((what, of), ()):
            yield Choose(what, of, each)
