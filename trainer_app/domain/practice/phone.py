"""A pretend phone: calls, voice notes, messages, groups, codes, linked devices.

What was done with a thing stands until it is taken back; a wrong deed keeps its goal open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice.engine import LEARNER, Progress
from trainer_app.domain.practice.phone_stage import (
    DEEDS,
    DeedName,
    PhoneGoal,
    PhoneStage,
    Thing,
)
from trainer_app.domain.practice.phone_view import DeedView, PhoneView, ThingView
from trainer_app.domain.practice.scenario import PEOPLE, PracticeWords, WordId, World


@dataclass(frozen=True, slots=True)
class Open:
    """A thing fills the screen."""

    thing: str


@dataclass(frozen=True, slots=True)
class Home:
    """Back to everything that is on the phone."""


@dataclass(frozen=True, slots=True)
class Do:
    """A deed with the open thing. `what`: the phrase for `say`, the person for `forward`."""

    thing: str
    deed: DeedName
    what: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """A deed is taken back: unsent, unblocked, called again, the bank told to hold the money."""

    thing: str
    deed: DeedName
    what: str = ""


Action = Open | Home | Do | Undo


@dataclass(frozen=True, slots=True)
class Phone:
    """What has come, what was looked at, and the deeds that stand, in their order."""

    stage: PhoneStage
    arrived: frozenset[str]
    opened: frozenset[str] = frozenset()
    at: str = ""
    done: tuple[Do, ...] = ()
    tries: int = 0
    mistakes: int = 0
    consequence: str = ""


def start(stage: PhoneStage, _seed: int, _words: PracticeWords) -> Phone:
    """The phone with what is there from the beginning, nothing looked at."""
    return Phone(stage, frozenset(thing.id for thing in stage.items if not thing.after))


def act(state: Phone, action: Action) -> Phone:
    """The phone after an action.

    Raises UnknownThing(what="thing", "deed", "phrase" or "person").
    """
    if isinstance(action, Home):
        return replace(state, at="", consequence="") if state.at else state
    thing = state.stage.thing(action.thing)
    if isinstance(action, Open):
        if thing.id == state.at or thing.id not in state.arrived:
            return state
        opened = state.opened | {thing.id}
        return _arriving(replace(state, at=thing.id, opened=opened, consequence=""))
    _require_known(state.stage, action)
    if isinstance(action, Undo):
        return _undo(state, thing, Do(thing.id, action.deed, action.what))
    if state.at != thing.id or action not in _offered(state, thing):
        return state
    moved = replace(state, done=(*state.done, action), tries=state.tries + 1, consequence="")
    if _is_right(state.stage, thing, action):
        return _arriving(moved)
    after = _consequence(state.stage, action)
    return replace(moved, mistakes=state.mistakes + 1, consequence=after)


def view(state: Phone, viewer: str) -> PhoneView:
    """The learner sees the phone; a person sees what was said or sent on to them."""
    stage = state.stage
    if viewer != LEARNER:
        return PhoneView((), None, received=tuple(_received(state, viewer)))
    things = tuple(_seen(state, each) for each in stage.items if each.id in state.arrived)
    here = next((each for each in things if each.id == state.at), None)
    return PhoneView(things, here, tuple(_name(person) for person in stage.people))


def progress(state: Phone) -> Progress:
    """The last goal stays open while anything is to mend."""
    stage = state.stage
    wrong = [each for each in state.done if not _is_right(stage, stage.thing(each.thing), each)]
    met = [goal.id for goal in stage.goals if _met(state, goal)]
    if wrong and stage.goals[-1].id in met:
        met.remove(stage.goals[-1].id)
    to_mend = (_consequence(stage, each) for each in wrong)
    return Progress(
        goals=tuple(goal.id for goal in stage.goals),
        met=tuple(met),
        tries=state.tries,
        mistakes=state.mistakes,
        consequence=state.consequence,
        to_mend=tuple(dict.fromkeys(each for each in to_mend if each)),
    )


def next_step(state: Phone) -> Action | None:
    """What is wrong is taken back first, the last first; then what the next goal needs."""
    stage = state.stage
    for each in reversed(state.done):
        if not _is_right(stage, stage.thing(each.thing), each):
            return Undo(each.thing, each.deed, each.what)
    aim = progress(state).next_goal
    if not aim:
        return None
    goal = next(goal for goal in stage.goals if goal.id == aim)
    steps = (_towards(state, thing, goal.done) for thing in _of(stage, goal))
    return next((step for step in steps if step is not None), None)


def actions(state: Phone) -> Sequence[Action]:
    """Every thing that has come, what the open one offers, and what can be taken back."""
    stage = state.stage
    arrived = [each for each in stage.items if each.id in state.arrived]
    here = _offered(state, stage.thing(state.at)) if state.at else ()
    return (
        *(Open(each.id) for each in arrived if each.id != state.at),
        *((Home(),) if state.at else ()),
        *here,
        *(Undo(each.thing, each.deed, each.what) for each in state.done),
    )


def _require_known(stage: PhoneStage, action: Do | Undo) -> None:
    if action.deed not in DEEDS:
        raise UnknownThing(what="deed", id=action.deed)
    if action.deed == "say":
        stage.phrase(action.what)
    elif action.what and (action.deed != "forward" or action.what not in stage.people):
        raise UnknownThing(what="person", id=action.what)


def _undo(state: Phone, thing: Thing, deed: Do) -> Phone:
    """What needs the deed before it goes with it; a thing taken back is no try."""
    if deed not in state.done:
        return state
    left = tuple(
        each
        for each in state.done
        if each != deed and not (each.thing == thing.id and deed.deed in thing.before(each.deed))
    )
    return replace(state, done=left, consequence="")


def _arriving(state: Phone) -> Phone:
    """With everything that comes once what it waits for is settled; it does not go again."""
    come = state.arrived | {
        thing.id
        for thing in state.stage.items
        if all(_settled(state, state.stage.thing(each)) for each in thing.after)
    }
    return state if come == state.arrived else replace(state, arrived=come)


def _standing(state: Phone, thing: Thing) -> tuple[Do, ...]:
    return tuple(each for each in state.done if each.thing == thing.id)


def _offered(state: Phone, thing: Thing) -> tuple[Do, ...]:
    """What can be done with a thing now."""
    standing = _standing(state, thing)
    names = {each.deed for each in standing}
    found = (
        each
        for deed in state.stage.deeds(thing)
        if names.isdisjoint(thing.closers(deed)) and names.issuperset(thing.before(deed))
        for each in _ways(state.stage, thing, deed)
    )
    return tuple(each for each in found if each not in standing)


def _ways(stage: PhoneStage, thing: Thing, deed: DeedName) -> Iterator[Do]:
    """A deed with each phrase or person that it can go with."""
    if deed == "say":
        yield from (Do(thing.id, deed, each.id) for each in stage.phrases if thing.id in each.to)
    elif deed == "forward":
        yield from (Do(thing.id, deed, each) for each in stage.people)
    else:
        yield Do(thing.id, deed)


def _is_right(stage: PhoneStage, thing: Thing, deed: Do) -> bool:
    if deed.deed not in thing.allowed:
        return False
    if deed.deed == "say":
        return thing.id in stage.phrase(deed.what).right
    return deed.deed != "forward" or deed.what in thing.forwards


def _settled(state: Phone, thing: Thing, wanted: tuple[DeedName, ...] = ()) -> bool:
    """Whether a thing was looked at and is as it should be; or only has the deeds wanted."""
    if thing.id not in state.opened:
        return False
    standing = _standing(state, thing)
    names = {each.deed for each in standing}
    if not all(_is_right(state.stage, thing, each) for each in standing):
        return False
    if wanted:
        return names.issuperset(wanted)
    return names.issuperset(thing.needs) and (
        not thing.one_of or not names.isdisjoint(thing.one_of)
    )


def _of(stage: PhoneStage, goal: PhoneGoal) -> tuple[Thing, ...]:
    return tuple(each for each in stage.items if not goal.of or each.id in goal.of)


def _met(state: Phone, goal: PhoneGoal) -> bool:
    return all(_settled(state, each, goal.done) for each in _of(state.stage, goal))


def _towards(state: Phone, thing: Thing, wanted: tuple[DeedName, ...]) -> Action | None:
    """The next step until a thing is settled; None if it is. Nothing wrong stands any more."""
    if _settled(state, thing, wanted):
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
    names = {each.deed for each in _standing(state, thing)}
    wanted = {each for each in thing.needs if each not in names}
    if names.isdisjoint(thing.one_of):
        wanted.update([each for each in DEEDS if each in thing.one_of][:1])
    return next(each for each in DEEDS if each in wanted)


def _clear(state: Phone, thing: Thing, deed: DeedName) -> Action:
    """The deed, or first what stands in its way or must come before it."""
    standing = _standing(state, thing)
    closers = thing.closers(deed)
    for each in reversed(standing):
        if each.deed in closers:
            return Undo(each.thing, each.deed, each.what)
    names = {each.deed for each in standing}
    for before in thing.before(deed):
        if before not in names:
            return _clear(state, thing, before)
    ways = _ways(state.stage, thing, deed)
    return next(each for each in ways if _is_right(state.stage, thing, each))


def _consequence(stage: PhoneStage, deed: Do) -> str:
    """The first consequence that follows a wrong deed; "" if there is none."""
    for each in stage.consequences:
        if each.when in ("", deed.deed) and each.follows(deed.thing):
            return each.id
    return ""


def _name(person: str) -> WordId:
    return World().word(PEOPLE, person)


def _received(state: Phone, viewer: str) -> Iterator[WordId]:
    for each in state.done:
        if each.deed == "say" and state.stage.thing(each.thing).person == viewer:
            yield state.stage.word("phrases", each.what)
        elif each.deed == "forward" and each.what == viewer:
            yield state.stage.word("things", each.thing)


def _seen(state: Phone, thing: Thing) -> ThingView:
    return ThingView(
        id=thing.id,
        kind=thing.kind,
        word=state.stage.word("things", thing.id),
        person=_name(thing.person) if thing.person else None,
        picture=thing.picture,
        voice=thing.voice,
        link=thing.link,
        new=thing.id not in state.opened,
        done=tuple(_deed_seen(state, thing, each) for each in _standing(state, thing)),
        offered=tuple(
            _deed_seen(state, thing, each, offered=True) for each in _offered(state, thing)
        ),
    )


def _deed_seen(state: Phone, thing: Thing, deed: Do, *, offered: bool = False) -> DeedView:
    """Only a deed that stands shows whether it is right."""
    stage = state.stage
    word: WordId | None = None
    if deed.deed == "say":
        word = stage.word("phrases", deed.what)
    elif deed.deed == "forward":
        word = _name(deed.what)
    return DeedView(
        deed=deed.deed,
        what=deed.what,
        word=word,
        voice=deed.deed == "say" and stage.phrase(deed.what).voice,
        to_mend=not offered and not _is_right(stage, thing, deed),
    )
