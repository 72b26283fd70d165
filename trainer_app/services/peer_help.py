"""Who can help whom tonight: learners offer it, the trainer asks one of them, minutes count.

The log says who helped, in which lesson and for how long, never who was helped.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.helpers import Helping, Neighbour, Suggestion, suggest, suited
from trainer_app.domain.people import Person
from trainer_app.services.helpings import endings
from trainer_app.services.ledger import Ledger
from trainer_app.services.playing import seated
from trainer_app.services.watching import BoardRow
from trainer_app.store import helpings, learning, registers


@dataclass(frozen=True, slots=True)
class Going:
    """A helping that goes on. `minutes` so far; `to` is the sitting that it is for, if known.

    `eased`: who was helped needs no hand any more.
    """

    helping: Helping
    minutes: int
    to: str | None = None
    eased: bool = False


@dataclass(frozen=True, slots=True)
class Help:
    """What a board shows of helping: whom to ask by sitting in need, and who helps by person."""

    suggestions: Mapping[str, tuple[Suggestion, ...]] = field(default_factory=dict)
    going: Mapping[str, Going] = field(default_factory=dict)

    def helper_of(self, sitting: str | None) -> str | None:
        """The person who was asked to help at a sitting, as far as this laptop knows."""
        found = (person for person, one in self.going.items() if sitting and one.to == sitting)
        return next(found, None)


class PeerHelp:
    """Offers and helpings of the session that runs."""

    def __init__(self, ledger: Ledger, lessons: LessonLibrary) -> None:
        self._ledger, self._lessons = ledger, lessons
        # Nobody's trouble is written down: only this laptop's board knows for whom it was.
        self._for: dict[str, str] = {}

    # Those who sit at this laptop
    def able(self) -> list[Person]:
        """Those here who sit in the session that runs and have passed a lesson."""
        store = self._ledger.store
        session = registers.open_session(store)
        if session is None:
            return []
        here = [
            one
            for one in learning.open_sittings(store, store.device)
            if one.session == session.id
            and any(each.passed for each in learning.progress_of(store, one.person).values())
        ]
        return [registers.person(store, one.person) for one in here]

    def offering(self) -> list[str]:
        """The ids of those here who offered to help and did not take it back."""
        seats = seated(self._ledger)
        on = helpings.offers(self._ledger.store, [sitting for sitting, _ in seats])
        return [person for sitting, person in seats if sitting in on]

    def offer(self, person_ids: Sequence[str], on: bool) -> None:
        """Some of those here offer to help, or take it back; for this sitting only."""
        at = self._ledger.seconds()
        drafts = [
            self._ledger.edit("help-offered", {"sitting": sitting, "on": on, "at": at}, person)
            for sitting, person in seated(self._ledger)
            if person in person_ids
        ]
        if drafts:
            self._ledger.write(*drafts)

    def asked(self) -> list[Helping]:
        """What goes on of helping by those who sit here."""
        here = {person for _, person in seated(self._ledger)}
        return [one for one in helpings.open_helpings(self._ledger.store) if one.person in here]

    def done(self) -> None:
        """Those here are back from helping."""
        if drafts := endings(self._ledger, self.asked(), self._ledger.seconds()):
            self._ledger.write(*drafts)

    def helped(self) -> list[tuple[Person, int]]:
        """Those here who ever helped, and for how many minutes in all."""
        store = self._ledger.store
        ids = [person for _, person in seated(self._ledger)]
        minutes = helpings.minutes_of(store, ids, self._ledger.seconds())
        return [(registers.person(store, id), minutes[id]) for id in ids if minutes.get(id)]

    # The trainer
    def look(self, session_id: str, rows: Sequence[BoardRow]) -> Help:
        """Whom to ask for those in need, and who helps. Raises NotAllowed."""
        self._ledger.require_trainer()
        store, now = self._ledger.store, self._ledger.seconds()
        running = helpings.open_helpings(store, session_id)
        on = helpings.offers(store, [row.sitting for row in rows if row.sitting])
        if not running and not on:
            return Help()
        helped = helpings.minutes_in_session(store, session_id, now)
        needs = {row.sitting: row.need for row in rows if row.sitting}
        going = {one.person: self._going(one, needs, now) for one in running}
        aided = {one.to for one in going.values()}
        neighbours = [_neighbour(row, on, going.keys(), helped) for row in rows if row.sitting]
        found = {
            row.sitting: self._suggest(row, neighbours)
            for row in rows
            if row.sitting and row.need and row.lesson and row.sitting not in aided
        }
        return Help({sitting: those for sitting, those in found.items() if those}, going)

    def begin(
        self, session_id: str, person_id: str, lesson: str, for_sitting: str | None = None
    ) -> str:
        """A learner helps from now on; the helping's id. Who helps already goes on with that.

        Raises NotAllowed, UnknownThing.
        """
        self._ledger.require_trainer()
        store = self._ledger.store
        registers.person(store, person_id)
        running = helpings.open_helpings(store, session_id)
        before = next((one.id for one in running if one.person == person_id), None)
        helping = before or store.new_id()
        if before is None:
            body = {
                "helping": helping,
                "session": session_id,
                "lesson": lesson,
                "at": self._ledger.seconds(),
            }
            self._ledger.write(self._ledger.note("helping-began", body, person_id))
        if for_sitting is not None:
            self._for[helping] = for_sitting
        return helping

    def end(self, helping_id: str) -> None:
        """The helping is over; one that has ended stays as it was. Raises NotAllowed."""
        self._ledger.require_trainer()
        running = helpings.open_helpings(self._ledger.store)
        which = [one for one in running if one.id == helping_id]
        if which:
            self._ledger.write(*endings(self._ledger, which, self._ledger.seconds()))

    def _going(self, one: Helping, needs: Mapping[str, str], now: int) -> Going:
        to = self._for.get(one.id)
        eased = to is not None and not needs.get(to)
        return Going(one, max(0, now - one.began) // 60, to, eased)

    def _suggest(self, row: BoardRow, others: Sequence[Neighbour]) -> tuple[Suggestion, ...]:
        numbers = [(lesson.id, lesson.number) for lesson in self._lessons.lessons]
        me = Neighbour(row.person.id, row.laptop, row.person.language)
        return suggest(me, suited(row.lesson or "", numbers), others)


def _neighbour(
    row: BoardRow, offered: set[str], busy: Collection[str], helped: Mapping[str, int]
) -> Neighbour:
    person = row.person.id
    return Neighbour(
        person=person,
        laptop=row.laptop,
        language=row.person.language,
        passed=frozenset(row.passed),
        offered=row.sitting in offered,
        busy=person in busy or bool(row.need),
        helped=helped.get(person, 0),
    )
