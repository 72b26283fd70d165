"""Privacy of one person: erased, kept only for a funder, or given all that is held about her."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from trainer_app.domain.attendance import ATTENDED
from trainer_app.domain.errors import BadTimes, EmptyField, UnknownThing
from trainer_app.domain.events import Draft, of_kind
from trainer_app.domain.laptops import Laptop
from trainer_app.domain.people import Person
from trainer_app.domain.retention import Restricted
from trainer_app.exports.person_file import Readable, write_person_file
from trainer_app.services.admitting import Authority
from trainer_app.services.funding.telling import Telling
from trainer_app.services.funding.work_left import work_left
from trainer_app.services.holdings import Held, held_about
from trainer_app.services.ledger import Ledger
from trainer_app.services.sheets import dropping, photo_of
from trainer_app.store import experiments, keeping, learning, pooling, registers, sheets
from trainer_app.store.leaving import gone_for_good

_FIELDS = ("name", "birth_year", "gender", "language", "phone", "note")
_AT_ONCE = 50
"""So many people are erased in one transaction; a learner's answer waits for no more."""
_SHORTEST_PART = 3
"""Shorter parts of a name stand in too many words to be looked for."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A text about something else that uses the person's name.

    `about`: a participant number, a course's title, or the day of a session or card (ISO date).
    """

    what: Literal["note", "course", "reason", "card"]
    about: str


@dataclass(frozen=True, slots=True)
class OnSheet:
    """A photo of a signed sheet that shows somebody. `people`: how many are on it in all."""

    id: str
    session: str
    course: str
    number: int
    date: date
    people: int


@dataclass(frozen=True, slots=True)
class ErasurePreview:
    """What erasing takes and leaves. `fields`: what is filled in of the register.

    `records`: ids that are this one person. `marks` stay as counts, `attendances` of them as
    times that a participant was there. `laptops`: letters of those that learn of it at their next
    merge. `mentions`: texts that stay and should be looked at. `sheets`: photos that show others
    too, to be deleted or kept one by one.
    """

    person: Person
    records: int
    fields: tuple[str, ...]
    pictures: bool
    courses: int
    sittings: int
    lessons: int
    marks: int
    attendances: int
    laptops: tuple[str, ...]
    mentions: tuple[Mention, ...]
    sheets: tuple[OnSheet, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """For programs; without the person's name."""
        return {
            "person": self.person.id,
            "number": self.person.number,
            "goes": {
                "records": self.records,
                "fields": list(self.fields),
                "pictures": self.pictures,
                "courses": self.courses,
                "sittings": self.sittings,
                "lessons": self.lessons,
            },
            "stays_without_name": {"marks": self.marks, "attendances": self.attendances},
            "laptops_not_told": list(self.laptops),
            "mentions": [{"what": one.what, "about": one.about} for one in self.mentions],
            "sheets": [
                {"id": one.id, "date": one.date.isoformat(), "people": one.people}
                for one in self.sheets
            ],
        }


class Erasing:
    """What a full trainer does at a person's wish, or at the end of a term.

    `authority` signs as the trainer inside. `retake` makes one new backup and deletes older ones.
    `telling` reads what people told; without it sealed answers stay sealed.
    """

    def __init__(
        self,
        ledger: Ledger,
        authority: Callable[[], Authority],
        retake: Callable[[], object],
        telling: Telling | None = None,
    ) -> None:
        self._ledger, self._store = ledger, ledger.store
        self._authority, self._retake = authority, retake
        self._telling = telling or Telling(ledger)

    @property
    def allowed(self) -> bool:
        """Whether who is inside may do any of this."""
        return self._ledger.trainer is not None and not self._ledger.substitute

    def find(self, text: str) -> str:
        """The id of a person by an id or participant number. Raises UnknownThing, NotAllowed."""
        self._ledger.require_full_trainer()
        found = keeping.id_of(self._store, text)
        if found is None:
            raise UnknownThing(what="person", id="")
        return found

    # Erasing
    def preview(self, person_id: str) -> ErasurePreview:
        """What erasing would take and leave. Raises UnknownThing, NotAllowed, NotForSubstitutes."""
        self._ledger.require_full_trainer()
        person = registers.person(self._store, person_id)
        ids = keeping.ids_of(self._store, person.id)
        records = keeping.records_of(self._store, ids)
        lines = [line.split("|") for line in keeping.attendance_left(self._store, person.id)]
        return ErasurePreview(
            person=person,
            records=len(ids),
            fields=tuple(name for name in _FIELDS if any(row[name] for row in records)),
            pictures=bool(registers.pictures_of(self._store, person.id)),
            courses=len(keeping.enrolments_of(self._store, person.id)),
            sittings=len(keeping.sittings_of(self._store, person.id)),
            lessons=len(learning.progress_of(self._store, person.id)),
            marks=len(lines),
            attendances=sum(
                role == "participant" and status in ATTENDED for _, role, status, *_ in lines
            ),
            laptops=tuple(one.letters for one in self._others()),
            mentions=self._mentions(records, ids),
            sheets=self._on_sheets(ids),
        )

    def sheets_showing(self, person_ids: Sequence[str]) -> tuple[OnSheet, ...]:
        """The photos of signed sheets that show any of some people. Raises as `preview`."""
        self._ledger.require_full_trainer()
        ids = {id for one in person_ids for id in keeping.ids_of(self._store, one)}
        return self._on_sheets(tuple(ids))

    def photo(self, sheet_id: str) -> bytes:
        """A photo of `preview` as JPEG. Raises as `Sheets.image`, and NotForSubstitutes."""
        self._ledger.require_full_trainer()
        return photo_of(self._store, sheet_id)

    def erase(self, person_id: str, with_sheets: Sequence[str] = ()) -> ErasurePreview:
        """Take a person out of everything that this program keeps here; returns what that was.

        The counts of her attendance stay. `with_sheets`: ids of the photos of `preview` that go
        with her; the others stay as they are. Raises UnknownThing, NotAllowed, NotForSubstitutes;
        and DiskFull, ReadOnly, InUse where older copies could not be renewed: `sweep` does it.
        """
        preview = self.preview(person_id)
        gone = self._dropped(with_sheets, preview.sheets)
        self._ledger.write(*gone, *self._drafts(preview.person.id))
        self.sweep()
        return preview

    def erase_all(self, person_ids: Sequence[str], with_sheets: Sequence[str] = ()) -> None:
        """Erase several people, and renew older copies once; arguments and errors as `erase`."""
        self._ledger.require_full_trainer()
        people = [registers.person(self._store, one).id for one in person_ids]
        if gone := self._dropped(with_sheets, self.sheets_showing(people)):
            self._ledger.write(*gone)
        for start in range(0, len(people), _AT_ONCE):
            some = dict.fromkeys(people[start : start + _AT_ONCE])
            self._ledger.write(*(draft for person in some for draft in self._drafts(person)))
        self.sweep()

    def _drafts(self, person: str) -> list[Draft]:
        """The tombstone with what stays countable, and what keeps others' work theirs."""
        ids = keeping.ids_of(self._store, person)
        erasure = self._store.new_id()
        body: dict[str, object] = {
            "erasure": erasure,
            "people": list(ids),
            "attendance": keeping.attendance_left(self._store, person),
        }
        return [
            *self._handed_over(ids),
            *self._not_counted(ids),
            *work_left(self._ledger, ids, erasure),
            self._authority().draft("person-erased", body, edit=False),
        ]

    def _on_sheets(self, ids: Sequence[str]) -> tuple[OnSheet, ...]:
        found = []
        for sheet in sheets.showing(self._store, ids):
            session = registers.session(self._store, sheet.session)
            course = registers.course(self._store, session.course).title
            many = len({keeping.ids_of(self._store, one)[0] for one in sheet.people})
            found.append(OnSheet(sheet.id, session.id, course, session.number, session.date, many))
        return tuple(sorted(found, key=lambda one: (one.date, one.session, one.id)))

    def _dropped(self, wanted: Sequence[str], shown: Sequence[OnSheet]) -> list[Draft]:
        """What deletes photos that show the person. UnknownThing for any other."""
        known = {one.id for one in shown}
        for one in wanted:
            if one not in known:
                raise UnknownThing(what="sheet", id=one)
        return [dropping(self._ledger, one) for one in dict.fromkeys(wanted)]

    def sweep(self) -> bool:
        """Renew what still holds what was erased, deleted or taken back: log's end and backups.

        For after an erasure, a merge and a start: one that was interrupted is finished. Says
        whether there was anything to do. Raises NotAllowed, DiskFull, ReadOnly, InUse.
        """
        keeping.finish_writing_anew(self._store)
        known = "\n".join(sorted(gone_for_good(self._store)))
        mark = hashlib.sha256(known.encode()).hexdigest()
        if not known or self._store.secret("swept") == mark:
            return False
        self._ledger.require_trainer()
        keeping.write_anew(self._store)
        self._retake()
        self._store.keep_secret("swept", mark)
        return True

    def untold(self) -> tuple[str, ...]:
        """Letters of the laptops that may still hold somebody who was erased."""
        waiting = keeping.untold(self._store)
        return tuple(one.letters for one in self._others() if one.id in waiting)

    # Keeping for a funder
    def restrict(self, person_id: str, until: date | None, reason: str) -> None:
        """Keep a person out of every list and search, but in reports; `until` is the last day.

        Raises UnknownThing, NotAllowed, NotForSubstitutes, EmptyField (no reason), BadTimes.
        """
        self._ledger.require_full_trainer()
        person = registers.person(self._store, person_id).id
        if not reason.strip():
            raise EmptyField(field="reason")
        if until is not None and until < self._ledger.now().date():
            raise BadTimes(field="until")
        seconds = self._ledger.seconds()
        stands_up = [
            self._ledger.note("sitting-ended", {"sitting": one.id, "at": seconds}, one.person)
            for one in learning.open_sittings(self._store)
            if one.person == person
        ]
        body = {
            "on": True,
            "until": None if until is None else until.isoformat(),
            "reason": reason.strip(),
        }
        self._ledger.write(*stands_up, self._ledger.edit("person-restricted", body, person))

    def release(self, person_id: str) -> None:
        """Show a person in lists again. Raises UnknownThing, NotAllowed, NotForSubstitutes."""
        self._ledger.require_full_trainer()
        person = registers.person(self._store, person_id).id
        body = {"on": False, "until": None, "reason": None}
        self._ledger.write(self._ledger.edit("person-restricted", body, person))

    def restricted(self) -> list[Restricted]:
        """Everyone who is kept only because a funder asks."""
        self._ledger.require_full_trainer()
        return [
            Restricted(registers.person(self._store, person), until)
            for person, until in keeping.restrictions(self._store).items()
            if keeping.id_of(self._store, person) is not None
        ]

    # Giving a copy
    def held(self, person_id: str) -> Held:
        """Everything that is held about a person. Raises UnknownThing, NotAllowed."""
        self._ledger.require_full_trainer()
        return held_about(self._ledger, person_id, self._telling)

    def export(
        self, person_id: str, file: Path, in_words: Callable[[Held], Readable]
    ) -> list[Path]:
        """Write all of it to one page that people and programs can read; returns the files.

        `in_words` puts it into the person's language. Raises CannotWriteFile.
        """
        held = self.held(person_id)
        write_person_file(file, in_words(held), held.as_json())
        return [file]

    # What follows a person into other people's records
    def _handed_over(self, ids: tuple[str, ...]) -> list[Draft]:
        """Work that was done under this name by somebody else, recorded as theirs: it stays."""
        return [
            Draft(event.header.kind, event.words, owner, event.header.by)
            for owner, events in keeping.moved_away(self._store, ids)
            for event in events
        ]

    def _not_counted(self, ids: tuple[str, ...]) -> list[Draft]:
        """Work of this person under another name: without her it must not become that person's."""
        drafts = []
        for sitting, begun_by in keeping.moved_here(self._store, ids):
            events = self._store.events_of(f"sitting:{sitting}")
            earlier = tuple(event.id for event in of_kind(events, "sitting-voided"))
            body = {"sitting": sitting, "void": True}
            drafts.append(Draft("sitting-voided", body, begun_by, self._ledger.trainer, earlier))
        return drafts

    def _mentions(self, records: list[dict[str, Any]], ids: tuple[str, ...]) -> tuple[Mention, ...]:
        names = {str(row["name"]) for row in records if row["name"]}
        parts = {part.casefold() for name in names for part in name.split()}
        parts = {part for part in parts if len(part) >= _SHORTEST_PART}
        parts |= {str(row["phone"]).casefold() for row in records if row["phone"]}

        def names_her(text: str) -> bool:
            return any(part in text.casefold() for part in parts)

        notes = keeping.notes_of_others(self._store, ids)
        found = [Mention("note", number) for number, text in notes if names_her(text)]
        courses = keeping.texts_of_courses(self._store)
        found += [Mention("course", title) for title, text in courses if names_her(text)]
        for session, reason in keeping.reasons_in_sessions_of(self._store, ids):
            if names_her(reason):
                day = registers.session(self._store, session).date.isoformat()
                found.append(Mention("reason", day))
        for card in experiments.experiments(self._store):
            if names_her(f"{card.title} {card.tried} {card.happened} {card.again}"):
                found.append(Mention("card", card.on.isoformat()))
        return tuple(dict.fromkeys(found))

    def _others(self) -> list[Laptop]:
        own = {self._store.device, *self._store.former()}
        laptops = pooling.laptops(self._store, self._ledger.seconds())
        return [one for one in laptops if one.id not in own and one.standing != "shut-out"]
