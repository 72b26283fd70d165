"""What differs today from a claim, and why: read from the events that came since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.events import Event
from trainer_app.domain.funding.claims import (
    Claim,
    ClaimRow,
    ClaimSet,
    frozen_rows,
)
from trainer_app.domain.funding.differences import (
    PersonChange,
    RowChange,
    RuleChange,
    Why,
    changed_people,
    changed_rows,
    changed_rules,
    comparable_sets,
)
from trainer_app.domain.funding.participation import Sums, sums_of
from trainer_app.domain.people import Person
from trainer_app.services.funding.participating import Roll
from trainer_app.services.ledger import Ledger
from trainer_app.store import claims as reading
from trainer_app.store import registers, vouching


@dataclass(frozen=True, slots=True)
class RowDifference:
    """A row that is gone, new or another one, and why.

    `day`, `course` (its title) and `person` as far as they are known; an erased person is None.
    `reason`: what the trainer wrote, `by`: her name, `at`: local time of the event that did it.
    """

    change: RowChange
    why: Why
    day: date | None = None
    course: str = ""
    person: Person | None = None
    reason: str = ""
    by: str = ""
    at: datetime | None = None

    @property
    def before(self) -> ClaimRow | None:
        """The row of the claim, None where it is new."""
        return self.change.before

    @property
    def after(self) -> ClaimRow | None:
        """The row of today, None where it is gone."""
        return self.change.after


@dataclass(frozen=True, slots=True)
class PersonDifference:
    """Somebody of the claim who was joined with another entry, or erased (then without name)."""

    change: PersonChange
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class Differences:
    """A claim beside what it would be today.

    `then` and `now`: its figures; `sets`: as they are now, to compare with the claim's. `rules`
    changed since count in `now`, and in no row. `sealed`: some figures of sets could not be
    compared, as nobody inside may open the answers that they are made from.
    """

    claim: Claim
    now: Sums
    rows: tuple[RowDifference, ...] = ()
    people: tuple[PersonDifference, ...] = ()
    rules: tuple[RuleChange, ...] = ()
    sets: tuple[ClaimSet, ...] = ()
    sealed: bool = False

    @property
    def then(self) -> Sums:
        """The figures that were handed in."""
        return self.claim.figures

    @property
    def any(self) -> bool:
        """Whether anything differs at all."""
        return bool(
            self.rows
            or self.people
            or self.rules
            or self.then != self.now
            or self.sets != self.claim.sets
        )


class Comparing:
    """Compares a claim with the rows of today."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    def differences(self, claim: Claim, roll: Roll, sets: tuple[ClaimSet, ...]) -> Differences:
        """Everything that differs; `roll` is of the claim's project and period today."""
        names = reading.people_today(self._store)
        rows = changed_rows(claim, frozen_rows(roll.rows, claim.rules), names)
        erased = {row["erasure"] for row in self._store.query("SELECT erasure FROM erasures")}
        people = changed_people(claim, names, erased)
        comparable, sealed = comparable_sets(claim.sets, sets)
        joined = {change.then for change in people if change.why == "joined"}
        clock = self._clock_of(claim)
        return Differences(
            claim=claim,
            now=sums_of(roll.participations),
            rows=tuple(self._row(claim, change, joined, clock) for change in rows),
            people=tuple(PersonDifference(one, self._person(one.now)) for one in people),
            rules=changed_rules(claim.rules, roll.rules),
            sets=comparable,
            sealed=sealed,
        )

    def _row(self, claim: Claim, change: RowChange, joined: set[str], clock: int) -> RowDifference:
        why, event = self._why(claim, change, joined, clock)
        day, course = self._session(claim, change.session)
        said = event.words if event is not None else {}
        return RowDifference(
            change=change,
            why=why,
            day=day,
            course=course,
            person=self._person(change.person),
            reason=str(said.get("reason") or ""),
            by=self._name(event),
            at=self._moment(event),
        )

    def _why(
        self, claim: Claim, change: RowChange, joined: set[str], clock: int
    ) -> tuple[Why, Event | None]:
        marks = self._since(claim, f"attendance:{change.session}:{change.person}")
        if marks:
            last = marks[-1]
            if last.header.clock < clock:
                return "late-news", last
            if change.before is None:
                return "added", last
            return ("removed" if change.after is None else "correction"), last
        if change.before is not None and change.before.person in joined:
            return "joined", None
        times = self._since(claim, f"times:{change.session}")
        if times:
            return "times", times[-1]
        sessions = self._since(claim, f"session:{change.session}")
        if sessions or change.before is None or self._is_elsewhere(claim, change.session):
            return "session", sessions[-1] if sessions else None
        return "voided", None

    def _is_elsewhere(self, claim: Claim, session: str) -> bool:
        """Whether the course of a session was told anew since, such as to be of other projects."""
        try:
            course = registers.session(self._store, session).course
        except UnknownThing:
            return False
        return bool(self._since(claim, f"course:{course}"))

    def _since(self, claim: Claim, thing: str) -> list[Event]:
        """The events about a thing that the claim was not made from, by their clocks."""
        events = self._store.events_of(thing)
        new = [one for one in events if one.header.seq > claim.holds.get(one.header.device, 0)]
        return sorted((one for one in new if one.body is not None), key=lambda one: one.header.rank)

    def _clock_of(self, claim: Claim) -> int:
        for event in reading.submitted(self._store):
            if event.words["claim"] == claim.id:
                return event.header.clock
        raise UnknownThing(what="claim", id=claim.id)

    def _session(self, claim: Claim, session: str) -> tuple[date | None, str]:
        try:
            known = registers.session(self._store, session)
            return known.date, registers.course(self._store, known.course).title
        except UnknownThing:
            of = next((one for one in claim.sessions if one.id == session), None)
            return (None, "") if of is None else (of.day, of.title)

    def _person(self, person_id: str) -> Person | None:
        return registers.everyone(self._store, [person_id]).get(person_id)

    def _name(self, event: Event | None) -> str:
        if event is None:
            return ""
        return vouching.trainer_names(self._store).get(event.header.by or "", "")

    def _moment(self, event: Event | None) -> datetime | None:
        if event is None:
            return None
        zone = self._ledger.now().tzinfo
        return datetime.fromtimestamp(event.header.clock // 1000, zone).replace(tzinfo=None)
