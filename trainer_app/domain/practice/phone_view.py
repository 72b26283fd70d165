"""What is drawn of the pretend phone: things, the deeds that stand, the deeds that it offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trainer_app.domain.practice.engine import LEARNER
from trainer_app.domain.practice.phone_acts import Do, Phone, Thief
from trainer_app.domain.practice.phone_rules import chooses_phrase, is_right, offered
from trainer_app.domain.practice.phone_stage import DeedName, Thing, ThingKind
from trainer_app.domain.practice.scenario import PEOPLE, WordId, World


@dataclass(frozen=True, slots=True)
class DeedView:
    """A deed that stands or is offered. `word` is the phrase or the person that goes with it."""

    deed: DeedName
    what: str = ""
    word: WordId | None = None
    voice: bool = False
    to_mend: bool = False


@dataclass(frozen=True, slots=True)
class ThingView:
    """A thing as it is drawn. `person` is None for a number that the phone does not know.

    `face` is the person's picture, `picture` one that came with the thing; "" for none.
    """

    id: str
    kind: ThingKind
    word: WordId
    person: WordId | None
    face: str
    picture: str
    voice: bool
    link: bool
    new: bool
    done: tuple[DeedView, ...]
    offered: tuple[DeedView, ...]


@dataclass(frozen=True, slots=True)
class PhoneView:
    """The phone; `open` is the thing that fills the screen.

    `moves` is all that a thief has done, the last one last; `thief` what came of their last turn.
    Another viewer sees an empty phone and what they got: `received`.
    """

    things: tuple[ThingView, ...]
    open: ThingView | None
    people: tuple[WordId, ...] = ()
    received: tuple[WordId, ...] = ()
    moves: tuple[WordId, ...] = ()
    thief: Thief = ""


def see(state: Phone, viewer: str) -> PhoneView:
    """The learner sees the phone; a person sees what was said or sent on to them."""
    stage = state.stage
    if viewer != LEARNER:
        return PhoneView((), None, received=tuple(_received(state, viewer)))
    things = tuple(_seen(state, each) for each in stage.items if each.id in state.arrived)
    return PhoneView(
        things=things,
        open=next((each for each in things if each.id == state.at), None),
        people=tuple(_name(person) for person in stage.people),
        moves=tuple(stage.word("thief", each) for each in state.moves),
        thief=state.thief,
    )


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
        face=state.stage.faces.get(thing.person, ""),
        picture=thing.picture,
        voice=thing.voice,
        link=thing.link,
        new=thing.id not in state.opened,
        done=tuple(_deed_seen(state, thing, each) for each in state.standing(thing)),
        offered=tuple(_deed_seen(state, thing, each, offer=True) for each in offered(state, thing)),
    )


def _deed_seen(state: Phone, thing: Thing, deed: Do, *, offer: bool = False) -> DeedView:
    """Only a deed that stands shows whether it is right."""
    stage = state.stage
    word: WordId | None = None
    if chooses_phrase(stage, thing, deed.deed):
        word = stage.word("phrases", deed.what)
    elif deed.deed == "forward":
        word = _name(deed.what)
    return DeedView(
        deed=deed.deed,
        what=deed.what,
        word=word,
        voice=deed.deed == "say" and stage.phrase(deed.what).voice,
        to_mend=not offer and not is_right(state, deed),
    )
