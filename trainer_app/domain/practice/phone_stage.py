"""What a stage on the pretend phone is made of: messages, calls, groups, codes, linked devices.

Each thing says which deeds it needs and which are fine; every other deed with it is a mistake.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice.scenario import Consequence, Goal, Stage, WordList

ThingKind = Literal["message", "call", "group", "contact", "code", "device"]
THING_KINDS: tuple[ThingKind, ...] = get_args(ThingKind)

# In an order in which nothing comes before what it would close (see `closers`).
DeedName = Literal[
    "listen",
    "answer",
    "call",
    "say",
    "forward",
    "open-link",
    "give-code",
    "pay",
    "enter",
    "hang-up",
    "decline",
    "ask",
    "report",
    "block",
    "mute",
    "leave",
    "keep",
    "unlink",
    "delete",
]
DEEDS: tuple[DeedName, ...] = get_args(DeedName)

Asks = Literal["code", "money"]
ASKS: tuple[Asks, ...] = get_args(Asks)

_OF_KIND: Mapping[ThingKind, tuple[DeedName, ...]] = MappingProxyType(
    {
        "message": ("forward", "ask", "report", "block", "delete"),
        "call": ("answer", "hang-up", "decline", "ask", "report", "block"),
        "group": ("mute", "report", "leave"),
        "contact": ("call", "block"),
        "code": ("enter", "forward", "delete"),
        "device": ("keep", "unlink"),
    }
)

IN_TALK: tuple[DeedName, ...] = ("say", "give-code", "pay")
"""What can be done within a call only while one talks."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something ready to say, written or spoken. `to`: it can be said there; `right`: and should.

    `voice`: it is a voice note.
    """

    id: str
    to: tuple[str, ...]
    right: tuple[str, ...] = ()
    voice: bool = False


@dataclass(frozen=True, slots=True)
class Thing:
    """Something on the phone.

    `person` is who it comes from, "" for a number that the phone does not know. It arrives when
    the things in `after` are settled. Settled is a thing that was looked at, where every deed of
    `needs` stands, one of `one_of` (if there are any), and no mistake. `fine` deeds may be done.
    `forwards` are the people whom it may be sent on to.
    """

    id: str
    kind: ThingKind
    person: str = ""
    picture: str = ""
    voice: bool = False
    link: bool = False
    asks: tuple[Asks, ...] = ()
    needs: tuple[DeedName, ...] = ()
    one_of: tuple[DeedName, ...] = ()
    fine: tuple[DeedName, ...] = ()
    forwards: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def allowed(self) -> frozenset[DeedName]:
        """The deeds that are no mistake; who shall hang up has to answer first."""
        wanted = {*self.needs, *self.one_of, *self.fine, "listen"}
        talks = self.kind == "call" and not wanted.isdisjoint((*IN_TALK, "hang-up"))
        return frozenset(each for each in DEEDS if each in wanted or (talks and each == "answer"))

    def closers(self, deed: DeedName) -> tuple[DeedName, ...]:
        """The deeds that make this one impossible while they stand."""
        if deed in ("delete", "leave"):
            return ()
        ended: tuple[DeedName, ...] = ("delete", "leave")
        match deed:
            case "hang-up":
                return (*ended, "decline")
            case "answer":
                return (*ended, "decline", "hang-up")
            case "decline":
                return (*ended, "answer", "hang-up")
            case "keep":
                return (*ended, "unlink")
            case "unlink":
                return (*ended, "keep")
            case _ if self.kind == "call" and deed in IN_TALK:
                return (*ended, "decline", "hang-up")
            case _:
                return ended

    def before(self, deed: DeedName) -> tuple[DeedName, ...]:
        """The deeds that must stand before this one is possible."""
        if self.kind == "call" and deed in (*IN_TALK, "hang-up"):
            return ("answer",)
        return ()

    @property
    def contradicts(self) -> bool:
        """Whether it asks for deeds that cannot stand together."""
        wanted = {*self.needs, *self.one_of}
        sides = (({"decline"}, {"answer", "hang-up", *IN_TALK}), ({"keep"}, {"unlink"}))
        needs = set(self.needs)
        return any((needs & a and wanted & b) or (needs & b and wanted & a) for a, b in sides)


@dataclass(frozen=True, slots=True)
class PhoneGoal(Goal):
    """Met when the things in `of` are settled, or only the deeds of `done` stand with each."""

    done: tuple[DeedName, ...] = ()


@dataclass(frozen=True, slots=True)
class PhoneConsequence(Consequence):
    """What follows a wrong deed with a thing; any wrong deed if `when` is empty."""

    when: DeedName | Literal[""] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneStage(Stage):
    """A phone with what is on it. `people` are those whom it knows."""

    items: tuple[Thing, ...]
    phrases: tuple[Phrase, ...] = ()
    people: tuple[str, ...] = ()
    goals: tuple[PhoneGoal, ...]
    consequences: tuple[PhoneConsequence, ...] = ()

    @property
    def things(self) -> tuple[WordList, ...]:
        """What stands in messages, calls and devices, and what can be said."""
        return (
            WordList("things", tuple(thing.id for thing in self.items)),
            WordList("phrases", tuple(phrase.id for phrase in self.phrases)),
        )

    @property
    def pictures(self) -> tuple[str, ...]:
        """Those of things."""
        return tuple(thing.picture for thing in self.items)

    def thing(self, thing_id: str) -> Thing:
        """One thing. Raises UnknownThing(what="thing")."""
        for thing in self.items:
            if thing.id == thing_id:
                return thing
        raise UnknownThing(what="thing", id=thing_id)

    def phrase(self, phrase_id: str) -> Phrase:
        """One phrase. Raises UnknownThing(what="phrase")."""
        for phrase in self.phrases:
            if phrase.id == phrase_id:
                return phrase
        raise UnknownThing(what="phrase", id=phrase_id)

    def deeds(self, thing: Thing) -> tuple[DeedName, ...]:
        """Everything that a phone offers with such a thing."""
        offered = {
            *_OF_KIND[thing.kind],
            *(("listen",) if thing.voice else ()),
            *(("open-link",) if thing.link else ()),
            *(("give-code",) if "code" in thing.asks else ()),
            *(("pay",) if "money" in thing.asks else ()),
            *(("say",) if any(thing.id in each.to for each in self.phrases) else ()),
        }
        if not self.people:
            offered.discard("forward")
        return tuple(each for each in DEEDS if each in offered)
