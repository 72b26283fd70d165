"""What is possible on the pretend phone, what is right there, and when a thing is settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from trainer_app.domain.practice.phone_acts import Do, Phone
from trainer_app.domain.practice.phone_stage import DeedName, PhoneGoal, PhoneStage, Thing


def offered(state: Phone, thing: Thing) -> tuple[Do, ...]:
    """What can be done with a thing now."""
    standing, names = state.standing(thing), state.names(thing)
    found = (
        each
        for deed in state.stage.deeds(thing)
        if names.isdisjoint(thing.closers(deed)) and names.issuperset(thing.before(deed))
        for each in ways(state.stage, thing, deed)
    )
    return tuple(each for each in found if each not in standing)


def ways(stage: PhoneStage, thing: Thing, deed: DeedName) -> Iterator[Do]:
    """A deed with each phrase or person that it can go with."""
    if chooses_phrase(stage, thing, deed):
        yield from (Do(thing.id, deed, each.id) for each in stage.phrases if thing.id in each.to)
    elif deed == "forward":
        yield from (Do(thing.id, deed, each) for each in stage.people)
    else:
        yield Do(thing.id, deed)


def chooses_phrase(stage: PhoneStage, thing: Thing, deed: DeedName) -> bool:
    """Whether a deed goes with a phrase: words to say, or a passphrase from several."""
    if deed == "change-passphrase":
        return any(thing.id in each.to for each in stage.phrases)
    return deed == "say"


def fits(stage: PhoneStage, thing: Thing, deed: Do) -> bool:
    """Whether a deed is right with a thing, if what must be checked before was checked."""
    if deed.deed not in thing.allowed:
        return False
    if chooses_phrase(stage, thing, deed.deed):
        return thing.id in stage.phrase(deed.what).right
    return deed.deed != "forward" or deed.what in thing.forwards


def is_right(state: Phone, deed: Do) -> bool:
    """Whether a deed is no mistake as things are now."""
    thing = state.stage.thing(deed.thing)
    return fits(state.stage, thing, deed) and state.names(thing).issuperset(thing.checks(deed.deed))


def wrong(state: Phone) -> tuple[Do, ...]:
    """The deeds that stand and are to be taken back."""
    return tuple(each for each in state.done if not is_right(state, each))


def settled(state: Phone, thing: Thing, wanted: tuple[DeedName, ...] = ()) -> bool:
    """Whether a thing was looked at and is as it should be; or only has the deeds wanted.

    What never comes, for its person is rightly blocked or the thief did not bring it, is settled.
    """
    if thing.id not in state.arrived and _stays_away(state, thing):
        return True
    if thing.id not in state.opened:
        return False
    if not all(is_right(state, each) for each in state.standing(thing)):
        return False
    names = state.names(thing)
    if wanted:
        return names.issuperset(wanted)
    return names.issuperset(thing.needs) and (
        not thing.one_of or not names.isdisjoint(thing.one_of)
    )


def met(state: Phone, goal: PhoneGoal) -> bool:
    """Whether the things of a goal are settled, or have the deeds that it wants."""
    return all(settled(state, each, goal.done) for each in things_of(state.stage, goal))


def things_of(stage: PhoneStage, goal: PhoneGoal) -> tuple[Thing, ...]:
    """The things that a goal is about."""
    return tuple(each for each in stage.items if not goal.of or each.id in goal.of)


def arriving(state: Phone) -> Phone:
    """With everything that comes once what it waits for is settled; it does not go again.

    A person who is blocked sends nothing new, until they are not blocked any more.
    """
    brought = state.stage.brought
    come = state.arrived | {
        thing.id
        for thing in state.stage.items
        if thing.id not in brought
        and not blocks(state, thing)
        and all(settled(state, state.stage.thing(each)) for each in thing.after)
    }
    return state if come == state.arrived else replace(state, arrived=come)


def blocks(state: Phone, thing: Thing) -> tuple[Do, ...]:
    """The deeds with other things by which the person of this one is blocked."""
    if not thing.person:
        return ()
    return tuple(
        each
        for each in state.done
        if each.deed == "block" and state.stage.thing(each.thing).person == thing.person
    )


def _stays_away(state: Phone, thing: Thing) -> bool:
    if thing.id in state.stage.brought:
        return True
    return any(is_right(state, each) for each in blocks(state, thing))
