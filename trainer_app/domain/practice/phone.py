"""A pretend phone: calls, voice notes, messages, groups, codes, accounts, linked devices.

What was done with a thing stands until it is taken back; a wrong deed keeps its goal open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice.engine import Progress
from trainer_app.domain.practice.phone_acts import Action, Do, Home, Open, Phone, Undo
from trainer_app.domain.practice.phone_rules import (
    arriving,
    chooses_phrase,
    is_right,
    met,
    offered,
    wrong,
)
from trainer_app.domain.practice.phone_stage import DEEDS, PhoneStage, Thing
from trainer_app.domain.practice.phone_steps import following
from trainer_app.domain.practice.phone_thief import after_turn, without
from trainer_app.domain.practice.phone_view import PhoneView, see
from trainer_app.domain.practice.scenario import PracticeWords


def start(stage: PhoneStage, _seed: int, _words: PracticeWords) -> Phone:
    """The phone with what is there from the beginning, nothing looked at."""
    brought = stage.brought
    there = (thing.id for thing in stage.items if not thing.after and thing.id not in brought)
    return Phone(stage, frozenset(there))


def act(state: Phone, action: Action) -> Phone:
    """The phone after an action.

    Raises UnknownThing(what="thing", "deed", "phrase" or "person").
    """
    if isinstance(action, Home):
        return replace(state, at="", thief="", consequence="") if state.at else state
    thing = state.stage.thing(action.thing)
    if isinstance(action, Open):
        if thing.id == state.at or thing.id not in state.arrived:
            return state
        opened = state.opened | {thing.id}
        return arriving(replace(state, at=thing.id, opened=opened, thief="", consequence=""))
    _require_known(state.stage, thing, action)
    if isinstance(action, Undo):
        return _undo(state, thing, Do(thing.id, action.deed, action.what))
    if state.at != thing.id or action not in offered(state, thing):
        return state
    return _do(state, action)


def view(state: Phone, viewer: str) -> PhoneView:
    """The learner sees the phone; a person sees what was said or sent on to them."""
    return see(state, viewer)


def progress(state: Phone) -> Progress:
    """The last goal stays open while anything is to mend."""
    stage = state.stage
    mending = wrong(state)
    reached = [goal.id for goal in stage.goals if met(state, goal)]
    if mending and stage.goals[-1].id in reached:
        reached.remove(stage.goals[-1].id)
    to_mend = (stage.following(each.thing, each.deed) for each in mending)
    return Progress(
        goals=tuple(goal.id for goal in stage.goals),
        met=tuple(reached),
        tries=state.tries,
        mistakes=state.mistakes,
        consequence=state.consequence,
        to_mend=tuple(dict.fromkeys(each for each in to_mend if each)),
    )


def next_step(state: Phone) -> Action | None:
    """What is wrong is taken back first, the last first; then what the next goal needs."""
    return following(state)


def actions(state: Phone) -> Sequence[Action]:
    """Every thing that has come, what the open one offers, and what can be taken back.

    What was heard was heard, and is never wrong.
    """
    stage = state.stage
    arrived = [each for each in stage.items if each.id in state.arrived]
    here = offered(state, stage.thing(state.at)) if state.at else ()
    return (
        *(Open(each.id) for each in arrived if each.id != state.at),
        *((Home(),) if state.at else ()),
        *here,
        *(Undo(each.thing, each.deed, each.what) for each in state.done if each.deed != "listen"),
    )


def _require_known(stage: PhoneStage, thing: Thing, action: Do | Undo) -> None:
    if action.deed not in DEEDS:
        raise UnknownThing(what="deed", id=action.deed)
    if chooses_phrase(stage, thing, action.deed):
        stage.phrase(action.what)
    elif action.what and (action.deed != "forward" or action.what not in stage.people):
        raise UnknownThing(what="person", id=action.what)


def _do(state: Phone, deed: Do) -> Phone:
    """A deed, what follows it, and the thief's turn; to listen only takes no turn."""
    moved = replace(
        state, done=(*state.done, deed), tries=state.tries + 1, thief="", consequence=""
    )
    if not is_right(moved, deed):
        after = state.stage.following(deed.thing, deed.deed)
        moved = replace(moved, mistakes=state.mistakes + 1, consequence=after)
    return arriving(moved if deed.deed == "listen" else after_turn(moved))


def _undo(state: Phone, thing: Thing, deed: Do) -> Phone:
    """What needs the deed before it goes with it; a thing taken back is no try."""
    if deed not in state.done:
        return state
    left = without(state.done, thing, deed)
    return arriving(replace(state, done=left, thief="", consequence=""))
