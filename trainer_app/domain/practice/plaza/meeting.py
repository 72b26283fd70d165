"""Whether a condition holds, and which actions make it hold or not."""

from __future__ import annotations

from collections.abc import Iterator

from trainer_app.domain.practice.plaza.conditions import Condition
from trainer_app.domain.practice.plaza.doing import before, changed
from trainer_app.domain.practice.plaza.state import Action, Choose, Do, Plaza, Undo, Write
from trainer_app.domain.practice.plaza.visibility import AUDIENCES


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
        for _ in range(len(AUDIENCES)):
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
            yield from _showing(state, condition, wanted)


def _showing(state: Plaza, condition: Condition, wanted: bool) -> Iterator[Action]:
    """As narrow as can be to show something to a person, as wide as can be to hide it.

    Before that goes what stands in the way of any audience: a block, a name that lets them in.
    """
    of, by = condition.of, condition.by
    yield from _in_the_way(state, of, by) if wanted else _letting_in(state, of, by)
    for audience in AUDIENCES if wanted else reversed(AUDIENCES):
        choice = Choose("audience", of, audience)
        if audience not in state.index.options.get(("audience", of), ()):
            return
        after = changed(state, choice)
        if after.sees(by, of, after.ties) == wanted:
            yield choice


def _in_the_way(state: Plaza, of: str, by: str) -> Iterator[Action]:
    needed = (Undo("delete", of), Undo("block", by), Do("friend", by), Do("publish", of))
    for action in needed:
        there = action.thing in state.index.deeds.get(action.what, ())
        if there and state.has(action.what, action.thing) == isinstance(action, Undo):
            yield action


def _letting_in(state: Plaza, of: str, by: str) -> Iterator[Action]:
    """Names on a post through which this person sees it."""
    ties = state.ties
    for person in state.marked("tag", of):
        if person == by or by in ties.friends_of(person):
            yield Undo("tag", f"{of}/{person}")
