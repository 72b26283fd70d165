"""What a stage on the pretend phone is made of: messages, calls, groups, codes, accounts, devices.

Each thing says which deeds it needs and which are fine; every other deed with it is a mistake.
A thief may act after each deed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice.scenario import Consequence, Goal, Stage, WordList

ThingKind = Literal["message", "call", "group", "contact", "code", "device", "account"]
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
    "save-new-number",
    "restore-email",
    "change-passphrase",
    "sign-out-others",
    "turn-on-two-step",
    "save-backup-codes",
    "warn-friends",
    "new-account",
    "report",
    "block",
    "mute",
    "leave",
    "keep",
    "unlink",
    "delete",
]
DEEDS: tuple[DeedName, ...] = get_args(DeedName)

OF_ACCOUNT: tuple[DeedName, ...] = (
    "restore-email",
    "change-passphrase",
    "sign-out-others",
    "turn-on-two-step",
    "save-backup-codes",
    "warn-friends",
    "new-account",
)

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
        "account": (),
    }
)

IN_TALK: tuple[DeedName, ...] = ("say", "give-code", "pay")
"""What can be done within a call only while one talks."""

_CHECK: Mapping[ThingKind, DeedName] = MappingProxyType({"contact": "call", "message": "ask"})
"""How one finds out whose new number it is, before it is saved."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something ready to say, written or spoken. `to`: it can be said there; `right`: and should.

    To an account it is no word but a passphrase to choose. `voice`: it is a voice note.
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
    `forwards` are the people whom it may be sent on to. `number`: it has a new number to save,
    which is right once one has asked at the old one. `offers`: what can be done with an account.
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
    number: bool = False
    offers: tuple[DeedName, ...] = ()

    @property
    def allowed(self) -> frozenset[DeedName]:
        """The deeds that are no mistake, with those that have to come before them."""
        wanted = {*self.needs, *self.one_of, *self.fine, "listen"}
        first = {each for deed in wanted for each in (*self.before(deed), *self.checks(deed))}
        return frozenset(each for each in DEEDS if each in wanted or each in first)

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
            case "change-passphrase":
                # One at a time: another one is chosen after the first was taken back.
                return (*ended, deed)
            case _ if self.kind == "call" and deed in IN_TALK:
                return (*ended, "decline", "hang-up")
            case _:
                return ended

    def before(self, deed: DeedName) -> tuple[DeedName, ...]:
        """The deeds that must stand before this one is possible."""
        if self.kind == "call" and deed in (*IN_TALK, "hang-up"):
            return ("answer",)
        if deed == "save-backup-codes" and "turn-on-two-step" in self.offers:
            return ("turn-on-two-step",)
        return ()

    def checks(self, deed: DeedName) -> tuple[DeedName, ...]:
        """The deeds without which this one is possible, but a mistake."""
        return (_CHECK[self.kind],) if deed == "save-new-number" and self.number else ()

    @property
    def contradicts(self) -> bool:
        """Whether it asks for deeds that cannot stand together."""
        wanted = {*self.needs, *self.one_of}
        sides = (({"decline"}, {"answer", "hang-up", *IN_TALK}), ({"keep"}, {"unlink"}))
        needs = set(self.needs)
        return any((needs & a and wanted & b) or (needs & b and wanted & a) for a, b in sides)


@dataclass(frozen=True, slots=True)
class Standing:
    """A deed that was done with a thing and holds."""

    thing: str
    deed: DeedName


@dataclass(frozen=True, slots=True)
class Move:
    """What a thief does once, in the learner's name. Its words say it.

    It cannot be done while all of `unless` stands (something always can where that is empty). It
    takes back the deeds in `undoes`, and the things in `brings` come.
    """

    id: str
    unless: tuple[Standing, ...] = ()
    undoes: tuple[Standing, ...] = ()
    brings: tuple[str, ...] = ()


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
    """A phone with what is on it. `people` are those whom it knows; `faces` are pictures by person.

    After each deed of the learner a thief makes the first of the moves in `thief` that is not made
    yet and cannot be prevented.
    """

    items: tuple[Thing, ...]
    phrases: tuple[Phrase, ...] = ()
    people: tuple[str, ...] = ()
    thief: tuple[Move, ...] = ()
    faces: Mapping[str, str] = field(default_factory=dict)
    goals: tuple[PhoneGoal, ...]
    consequences: tuple[PhoneConsequence, ...] = ()

    @property
    def things(self) -> tuple[WordList, ...]:
        """What stands in messages, calls and devices, what can be said, what a thief does."""
        return (
            WordList("things", tuple(thing.id for thing in self.items)),
            WordList("phrases", tuple(phrase.id for phrase in self.phrases)),
            WordList("thief", tuple(move.id for move in self.thief)),
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

    def following(self, thing: str, deed: DeedName) -> str:
        """The first consequence that follows a wrong deed with a thing; "" if there is none."""
        for each in self.consequences:
            if each.when in ("", deed) and each.follows(thing):
                return each.id
        return ""

    @property
    def brought(self) -> frozenset[str]:
        """The things that come only if the thief makes a move."""
        return frozenset(each for move in self.thief for each in move.brings)

    def deeds(self, thing: Thing) -> tuple[DeedName, ...]:
        """Everything that a phone offers with such a thing."""
        talks = thing.kind != "account" and any(thing.id in each.to for each in self.phrases)
        offered = {
            *_OF_KIND[thing.kind],
            *thing.offers,
            *(("save-new-number",) if thing.number else ()),
            *(("listen",) if thing.voice else ()),
            *(("open-link",) if thing.link else ()),
            *(("give-code",) if "code" in thing.asks else ()),
            *(("pay",) if "money" in thing.asks else ()),
            *(("say",) if talks else ()),
        }
        if not self.people:
            offered.discard("forward")
        return tuple(each for each in DEEDS if each in offered)
