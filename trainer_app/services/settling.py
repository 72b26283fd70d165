"""What a person has to decide: values that compete, and entries that may be one person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from trainer_app.domain.conflicts import competing
from trainer_app.domain.courses import Course, Session
from trainer_app.domain.errors import NeedsReason, UnknownThing
from trainer_app.domain.events import Body, Event, of_kind
from trainer_app.domain.people import Person
from trainer_app.domain.sameness import Suggestion
from trainer_app.services.ledger import Ledger
from trainer_app.services.likenesses import Likenesses
from trainer_app.store import registers, unsettled, vouching
from trainer_app.store.funding import Belonging
from trainer_app.store.unsettled import Entry

Found = TypeVar("Found")
_WITH_REASON = ("attendance", "times")


@dataclass(frozen=True, slots=True)
class Said:
    """One of the values that compete: `by` is a trainer's name, `letters` name the laptop.

    `at` is what that laptop's clock said, in this laptop's zone. `shown`: the rule of the
    contract shows this one until a person has chosen.
    """

    event: str
    words: Body
    by: str
    letters: str
    at: datetime
    shown: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """A thing of which laptops say different things, and what it belongs to where that is known.

    `kind` is one of `domain.conflicts.COMPARED`. `projects`: what those that values name by id are
    called.
    """

    thing: str
    kind: str
    values: tuple[Said, ...]
    person: Person | None = None
    session: Session | None = None
    course: Course | None = None
    projects: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two people who may be the same."""

    person: Person
    courses: tuple[Course, ...]
    last_seen: date | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people to look at side by side. `together`: sessions in which both were there."""

    suggestion: Suggestion
    one: Side
    other: Side
    together: int


@dataclass(frozen=True, slots=True)
class Joined:
    """Two entries that somebody said are one person. `edge` names that decision."""

    edge: str
    one: Entry
    other: Entry
    by: str
    at: datetime


class Settling:
    """Lists what waits for a decision and records it. Trainers only (NotAllowed)."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._likenesses = Likenesses(ledger.store)

    # Laptops that say different things
    def count(self) -> int:
        """How many things laptops say different things of."""
        self._ledger.require_trainer()
        return unsettled.amount_of_conflicts(self._store)

    def conflicts(self) -> list[Conflict]:
        """All of them with what competes, the newest first."""
        self._ledger.require_trainer()
        found = [
            self._conflict(thing, values)
            for thing in unsettled.conflicts(self._store)
            if (values := competing(thing, self._store.events_of(thing)))
        ]
        return sorted(found, key=lambda one: (_newest(one), one.thing), reverse=True)

    def settle(self, thing: str, event_id: str, reason: str = "") -> None:
        """Let the value of one event stand alone; another one may be chosen later.

        What a session that has ended is made of keeps the reason: NeedsReason without one.
        Raises UnknownThing for an event that is not about the thing.
        """
        self._ledger.require_trainer()
        chosen = next((one for one in self._store.events_of(thing) if one.id == event_id), None)
        if chosen is None or chosen.body is None:
            raise UnknownThing(what="event", id=event_id)
        body = dict(chosen.body)
        if thing.partition(":")[0] in _WITH_REASON:
            session = _or_none(lambda: registers.session(self._store, body["session"]))
            if session is not None and session.has_ended and not reason.strip():
                raise NeedsReason()
            body["reason"] = reason.strip() or None
        # About the id that it was said of: if two entries are parted again, each keeps its own.
        subject = chosen.header.subject
        self._ledger.write(self._ledger.edit(chosen.header.kind, body, subject))

    # The same person twice
    def suggestions(self) -> list[Suggestion]:
        """Who may be one person, the likeliest first. Seconds in a large register: long work."""
        self._ledger.require_trainer()
        return self._likenesses.suggestions()

    def pair(self, suggestion: Suggestion) -> Pair:
        """What tells two people apart, or does not. Raises UnknownThing."""
        self._ledger.require_trainer()
        one, other = self._side(suggestion.one), self._side(suggestion.other)
        together = unsettled.sessions_together(self._store, suggestion.one, suggestion.other)
        return Pair(suggestion, one, other, together)

    def join(self, person_a: str, person_b: str) -> str:
        """Two entries are one person; returns the edge, an earlier one if that was said before.

        Raises UnknownThing.
        """
        self._ledger.require_trainer()
        if registers.person(self._store, person_a) == registers.person(self._store, person_b):
            stands = unsettled.stands_for(self._store, person_a)
            for edge in unsettled.edges(self._store):
                if unsettled.stands_for(self._store, edge.one) == stands:
                    return edge.id
            raise UnknownThing(what="person", id=person_b)
        edge_id = self._store.new_id()
        one, other = sorted((person_a, person_b))
        body = {"edge": edge_id, "other": other}
        self._ledger.write(self._ledger.note("same-person", body, one))
        return edge_id

    def tell_apart(self, person_a: str, person_b: str) -> None:
        """These are two people: nobody is asked about them again. Raises UnknownThing."""
        self._ledger.require_trainer()
        for one in (person_a, person_b):
            registers.person(self._store, one)
        one, other = sorted((person_a, person_b))
        self._ledger.write(self._ledger.edit("told-apart", {"other": other}, one))

    def joined(self) -> list[Joined]:
        """Every two entries that are one person by somebody's word, the latest first."""
        self._ledger.require_trainer()
        names = vouching.trainer_names(self._store)
        entries = {entry.id: entry for entry in unsettled.entries(self._store)}
        found = {}
        for edge in unsettled.edges(self._store):
            if edge.one in entries and edge.other in entries:
                said = of_kind(self._store.events_of(f"edge:{edge.id}"), "same-person")[0]
                found[frozenset((edge.one, edge.other))] = Joined(
                    edge.id,
                    entries[edge.one],
                    entries[edge.other],
                    names.get(said.header.by or "", ""),
                    self._moment(said),
                )
        return sorted(found.values(), key=lambda one: (one.at, one.edge), reverse=True)

    def undo(self, edge_id: str) -> bool:
        """Two entries are two people again, whoever had joined them; final for this decision.

        Returns whether they are apart now: a third entry may still hold them together.
        Raises UnknownThing.
        """
        self._ledger.require_trainer()
        live = list(unsettled.edges(self._store))
        edge = next((one for one in live if one.id == edge_id), None)
        if edge is None:
            raise UnknownThing(what="edge", id=edge_id)
        # Two laptops may have said the same, each with an edge of its own.
        ends = {edge.one, edge.other}
        self._ledger.write(
            *(
                self._ledger.note("same-person-undone", {"edge": one.id})
                for one in live
                if {one.one, one.other} == ends
            )
        )
        stands = {unsettled.stands_for(self._store, one) for one in ends}
        return len(stands) == len(ends)

    # Reading
    def _conflict(self, thing: str, values: Sequence[Event]) -> Conflict:
        kind = thing.partition(":")[0]
        words, subject = values[-1].words, values[-1].header.subject
        person = session = course = None
        if subject is not None:
            person = _or_none(lambda: registers.person(self._store, subject))
        if "session" in words:
            session = _or_none(lambda: registers.session(self._store, words["session"]))
        course_id = words.get("course") or (session.course if session else None)
        if course_id is not None:
            course = _or_none(lambda: registers.course(self._store, course_id))
        names = vouching.trainer_names(self._store)
        said = tuple(self._said(one, names, shown=one is values[-1]) for one in values)
        return Conflict(thing, kind, said, person, session, course, self._projects(said))

    def _projects(self, values: Sequence[Said]) -> dict[str, str]:
        ids = {id for said in values for id in said.words.get("projects") or ()}
        belonging = Belonging(self._store) if ids else None
        return {id: project.name for id in ids if belonging for project in belonging.known([id])}

    def _said(self, event: Event, names: dict[str, str], *, shown: bool) -> Said:
        header = event.header
        letters = vouching.letters(self._store, header.device)
        by = names.get(header.by or "", "")
        return Said(event.id, event.words, by, letters, self._moment(event), shown)

    def _side(self, person_id: str) -> Side:
        person = registers.person(self._store, person_id)
        attended, sat = unsettled.last_seen(self._store, person.id)
        days = [date.fromisoformat(attended)] if attended else []
        if sat is not None:
            days.append(datetime.fromtimestamp(sat, self._ledger.now().tzinfo).date())
        courses = tuple(registers.courses_of(self._store, person.id))
        return Side(person, courses, max(days, default=None))

    def _moment(self, event: Event) -> datetime:
        return datetime.fromtimestamp(event.header.clock // 1000, self._ledger.now().tzinfo)


def _newest(conflict: Conflict) -> datetime:
    return max(one.at for one in conflict.values)


def _or_none(read: Callable[[], Found]) -> Found | None:
    """What is not known here (yet) is left out of the question, not the question."""
    try:
        return read()
    except UnknownThing:
        return None
