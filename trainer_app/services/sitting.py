"""Who sits at this laptop: sign in, join, leave, hand over, and put right who did what."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from trainer_app.domain.courses import Session
from trainer_app.domain.errors import NotAllowed, UnknownThing, WrongPictures
from trainer_app.domain.events import Draft, of_kind
from trainer_app.domain.people import SIGN_IN_PICTURES, Person, nicknames, pictures_match
from trainer_app.domain.sittings import MOST_AT_ONE_LAPTOP, Sitting
from trainer_app.services.helpings import endings_of_people
from trainer_app.services.ledger import Ledger
from trainer_app.store import learning, marks, registers
from trainer_app.store.marks import Mark

AWAY = ("absent", "excused")


class Seats:
    """The seats of this laptop. A sitting belongs to one person, a few share the screen."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    # Signing in
    def session(self) -> Session | None:
        """The session that learners sit in: the one they were let in for, or the running one."""
        tonight = self._ledger.tonight
        if tonight is not None and tonight.session is not None:
            with suppress(UnknownThing):  # it may not have come to this laptop yet
                return registers.session(self._store, tonight.session)
        return registers.open_session(self._store)

    def session_id(self) -> str | None:
        """Its id, also before that session has come to this laptop."""
        session, tonight = self.session(), self._ledger.tonight
        return session.id if session else tonight.session if tonight else None

    def faces(self) -> list[Person]:
        """Who can be tapped now: those of the running session who are not away.

        Marked people come first, then those enrolled. Without a session, everyone in the register;
        on a laptop that was opened for an evening, nobody but those of that evening. Who chose not
        to be listed signs in with a participant number instead.
        """
        seated = {sitting.person for sitting in self.sittings()}
        found = self._of_tonight() if self._ledger.tonight else self._of_session(self.session())
        return [person for person in found if person.listed and person.id not in seated]

    def by_number(self, number: str) -> Person | None:
        """Who carries a participant number, listed or not; for an evening only who is in it."""
        found = registers.person_by_number(self._store, number)
        if found is None or self._ledger.tonight is None:
            return found
        return next((one for one in self._of_tonight() if one.id == found.id), None)

    def shown(self, person: Person) -> Person:
        """A person as learners may see her: on a laptop opened for an evening by her first name."""
        if self._ledger.tonight is None:
            return person
        known = {one.id: one for one in self._of_tonight()}
        return known.get(person.id) or _called(person, nicknames([person]))

    def pictures(self, person_id: str) -> tuple[str, ...]:
        """The three pictures of a person, or none before they are chosen."""
        return registers.pictures_of(self._store, person_id)

    def choose_pictures(self, person_id: str, pictures: Sequence[str]) -> None:
        """Keep the three pictures that a person chose, or a trainer gave.

        Once chosen only a trainer changes them (NotAllowed).
        """
        if self.pictures(person_id) and self._ledger.trainer is None:
            raise NotAllowed()
        if len(set(pictures)) != 3 or not set(pictures) <= set(SIGN_IN_PICTURES):
            raise WrongPictures()
        self._ledger.write(
            self._ledger.edit("pictures-chosen", {"pictures": sorted(pictures)}, person_id)
        )

    def give_pictures(self, person_id: str) -> tuple[str, ...]:
        """Three pictures by chance, for a card to print."""
        self._ledger.require_trainer()
        pictures = secrets.SystemRandom().sample(SIGN_IN_PICTURES, 3)
        self.choose_pictures(person_id, pictures)
        return self.pictures(person_id)

    def sit_down(self, person_id: str, pictures: Sequence[str]) -> Sitting:
        """Begin a sitting. Raises WrongPictures; NotAllowed where the laptop is full.

        Pictures say which neighbour is meant, they protect nothing: see `docs/decisions`.
        """
        if not pictures_match(self.pictures(person_id), tuple(pictures)):
            raise WrongPictures()
        sittings = self.sittings()
        for sitting in sittings:
            if sitting.person == person_id:
                return sitting
        if len(sittings) >= MOST_AT_ONE_LAPTOP:
            raise NotAllowed()
        sitting_id = self._store.new_id()
        body = {
            "sitting": sitting_id,
            "session": self.session_id(),
            "at": self._ledger.seconds(),
        }
        self._ledger.write(self._ledger.note("sitting-began", body, person_id))
        return next(s for s in self.sittings() if s.id == sitting_id)

    # Sitting
    def sittings(self) -> list[Sitting]:
        """Who sits here now, in the order they came."""
        return learning.open_sittings(self._store, self._store.device)

    def people(self) -> list[Person]:
        """The people who sit here now."""
        return [
            self.shown(registers.person(self._store, sitting.person)) for sitting in self.sittings()
        ]

    def leave(self, person_id: str | None = None) -> None:
        """One person stands up, or all of them."""
        seconds = self._ledger.seconds()
        leaving = [one for one in self.sittings() if person_id in (None, one.person)]
        self._ledger.write(
            *(
                self._ledger.note("sitting-ended", {"sitting": one.id, "at": seconds}, one.person)
                for one in leaving
            ),
            *endings_of_people(self._ledger, (one.person for one in leaving), seconds),
        )

    def hand_is_up(self) -> bool:
        """Whether somebody here has asked for the trainer."""
        return learning.hand_is_up(self._store, [sitting.id for sitting in self.sittings()])

    def raise_hand(self, up: bool) -> None:
        """Ask the trainer to come, or say that it is fine now."""
        self._write_hands([(s.id, s.person) for s in self.sittings()], up)

    # What a trainer puts right
    def lower_hand(self, sitting_id: str, person_id: str) -> None:
        """The trainer was there."""
        self._ledger.require_trainer()
        self._write_hands([(sitting_id, person_id)], up=False)

    def history(self, person_id: str) -> list[Sitting]:
        """All sittings of a person, the newest first."""
        return learning.sittings_of(self._store, person_id)

    def lessons_of(self, sitting_id: str) -> list[str]:
        """Ids of the lessons that a sitting touched."""
        return [row["lesson"] for row in learning.work_of_sitting(self._store, sitting_id)]

    def move(self, sitting_id: str, to_person: str) -> None:
        """Give a sitting's work to the person who really did it. Raises UnknownThing."""
        self._ledger.require_trainer()
        registers.person(self._store, to_person)
        self._put_right(self._ledger.note("sitting-moved", {"sitting": sitting_id}, to_person))

    def void(self, sitting_id: str, person_id: str, void: bool = True) -> None:
        """Do not count a sitting's work, or count it again; nothing is deleted."""
        self._ledger.require_trainer()
        body = {"sitting": sitting_id, "void": void}
        self._put_right(self._ledger.note("sitting-voided", body, person_id))

    def _of_session(self, session: Session | None) -> list[Person]:
        """Those of a session who are not away, marked ones first; without one, everyone."""
        if session is None:
            return registers.people(self._store)
        here = marks.marks_of(self._store, session.id)
        enrolled = registers.people(self._store, session.course)
        known = {person.id for person in enrolled}
        extra = [registers.person(self._store, id) for id in here if id not in known]
        found = [p for p in (*enrolled, *extra) if not _is_away(here.get(p.id))]
        return sorted(found, key=lambda person: person.id not in here)

    def _of_tonight(self) -> list[Person]:
        """Those of the evening that this laptop was opened for, called by their first names.

        With them who sat here since: somebody new belongs to it before any session says so.
        """
        tonight, session = self._ledger.tonight, self.session()
        found = [] if session is None else self._of_session(session)
        known = {person.id for person in found}
        since = 0 if tonight is None else tonight.opened
        sat = registers.people_who_sat(self._store, self._store.device, since)
        found += [person for person in sat if person.id not in known]
        called = nicknames(found)
        return [_called(person, called) for person in found]

    def _put_right(self, draft: Draft) -> None:
        """Write a correction that replaces earlier ones of its kind, not the sitting itself."""
        events = self._store.events_of(f"sitting:{draft.body['sitting']}")
        earlier = tuple(event.id for event in of_kind(events, draft.kind))
        self._ledger.write(replace(draft, replaces=earlier))

    def _write_hands(self, who: Sequence[tuple[str, str]], up: bool) -> None:
        seconds = self._ledger.seconds()
        self._ledger.write(
            *(
                self._ledger.edit("hand-set", {"sitting": sitting, "up": up, "at": seconds}, person)
                for sitting, person in who
            )
        )


def _called(person: Person, names: Mapping[str, str]) -> Person:
    return replace(person, name=names[person.id])


def _is_away(mark: Mark | None) -> bool:
    return mark is not None and mark.status in AWAY
