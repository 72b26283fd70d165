"""What to do next on the pretend phone until every goal is met, mending first."""

from __future__ import annotations

from trainer_app.domain.practice.phone_acts import Action, Open, Phone, Undo
from trainer_app.domain.practice.phone_rules import fits, met, settled, things_of, ways, wrong
from trainer_app.domain.practice.phone_stage import DEEDS, DeedName, Thing


def following(state: Phone) -> Action | None:
    """The next right step; None when every goal is met and nothing is to mend."""
    for each in reversed(wrong(state)):
        return Undo(each.thing, each.deed, each.what)
    goal = next((goal for goal in state.stage.goals if not met(state, goal)), None)
    if goal is None:
        return None
    steps = (_towards(state, thing, goal.done) for thing in things_of(state.stage, goal))
    return next((step for step in steps if step is not None), None)


def _towards(state: Phone, thing: Thing, wanted: tuple[DeedName, ...]) -> Action | None:
    """The next step until a thing is settled; None if it is. Nothing wrong stands any more."""
    if settled(state, thing, wanted):
        return None
    if thing.id not in state.arrived:
        steps = (_towards(state, state.stage.thing(each), ()) for each in thing.after)
        return next((step for step in steps if step is not None), None)
    if state.at != thing.id:
        return Open(thing.id)
    return _clear(state, thing, _missing(state, thing))


def _missing(state: Phone, thing: Thing) -> DeedName:
    """The first deed that a thing still needs, in the order in which nothing closes another.

    All its deeds count, not only those that a goal wants: else one that closes others could be
    done too early.
    """
    names = state.names(thing)
    wanted = {each for each in thing.needs if each not in names}
    if names.isdisjoint(thing.one_of):
        wanted.update([each for each in DEEDS if each in thing.one_of][:1])
    return next(each for each in DEEDS if each in wanted)


def _clear(state: Phone, thing: Thing, deed: DeedName) -> Action:
    """The deed, or first what stands in its way or must come before it."""
    closers = thing.closers(deed)
    for each in reversed(state.standing(thing)):
        if each.deed in closers:
            return Undo(each.thing, each.deed, each.what)
    names = state.names(thing)
    for before in (*thing.before(deed), *thing.checks(deed)):
        if before not in names:
            return _clear(state, thing, before)
    found = ways(state.stage, thing, deed)
    return next(each for each in found if fits(state.stage, thing, each))
