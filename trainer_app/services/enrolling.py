"""The register: people come in by hand, at the door, at a laptop, or from a roster file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trainer_app.domain.courses import Course
from trainer_app.domain.events import Draft
from trainer_app.domain.people import Person, face_for, number_of
from trainer_app.domain.roster import RosterRow
from trainer_app.services.ledger import Ledger
from trainer_app.store import registers, sheets


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a trainer decided of one roster row: a new person, or one who is there already."""

    row: RosterRow
    known: str | None = None


class Enrolling:
    """Adds people to the register and to courses."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    def people(self, course_id: str | None = None) -> list[Person]:
        """Everyone, or those enrolled in a course."""
        return registers.people(self._store, course_id)

    def on_sheet(self, course_id: str) -> list[Person]:
        """Who is enrolled in a course, in the order of the rows of its signed sheets."""
        there = {person.id: person for person in self.people(course_id)}
        order = sheets.people_in_order(self._store, course_id)
        return [there[one] for one in order if one in there]

    def person(self, person_id: str) -> Person:
        """One person; raises UnknownThing."""
        return registers.person(self._store, person_id)

    def courses_of(self, person_id: str) -> list[Course]:
        """The courses a person is enrolled in."""
        return registers.courses_of(self._store, person_id)

    def add_person(
        self,
        name: str,
        *,
        course_id: str | None = None,
        birth_year: int | None = None,
        gender: str | None = None,
        language: str | None = None,
        face: str | None = None,
        listed: bool = True,
    ) -> Person:
        """Put somebody in the register; a name is not demanded. Anyone may: see "I am new".

        Raises UnknownThing for a course that is not there.
        """
        if course_id is not None:
            registers.course(self._store, course_id)
        counter = self._next_counter()
        person = Person(
            id=self._store.new_id(),
            number=number_of(registers.laptop_code(self._store), counter),
            name=" ".join(name.split()),
            birth_year=birth_year,
            gender=gender,
            language=language,
            face=face or face_for(gender, counter),
            listed=listed,
        )
        drafts = [self._person_draft(person)]
        if course_id is not None:
            drafts.append(self._enrolment_draft(person.id, course_id))
        self._ledger.write(*drafts)
        return person

    def save_person(self, person: Person) -> None:
        """Record what is known of a person as it should be now."""
        self._ledger.require_trainer()
        self._ledger.write(self._person_draft(person))

    def speak(self, person_id: str, language: str) -> None:
        """Remember the language that a learner chose."""
        person = self.person(person_id)
        if person.language != language:
            self._ledger.write(self._person_draft(replace(person, language=language)))

    def hide(self, person_id: str, hidden: bool) -> None:
        """A person chooses not to be on the list of faces, or to be on it."""
        self._ledger.write(self._person_draft(replace(self.person(person_id), listed=not hidden)))

    def enrol(self, person_id: str, course_id: str, active: bool = True) -> None:
        """Register a person on a course, or take them off it. Raises UnknownThing.

        Who is registered already keeps the day of it.
        """
        self._ledger.require_trainer()
        self.person(person_id)
        registers.course(self._store, course_id)
        enrolled = {person.id for person in self.people(course_id)}
        if active != (person_id in enrolled):
            self._ledger.write(self._enrolment_draft(person_id, course_id, active))

    def bring_in(self, incoming: Sequence[Incoming], course_id: str | None) -> list[Person]:
        """Take over what was decided of a roster, all of it or nothing. Raises UnknownThing.

        Returns the people in the order of the rows, known ones too.
        """
        self._ledger.require_trainer()
        code = registers.laptop_code(self._store)
        counter = registers.highest_counter(self._store, code)
        people: list[Person] = []
        drafts: list[Draft] = []
        for one in incoming:
            if one.known is not None:
                people.append(self.person(one.known))
            else:
                counter += 1
                people.append(self._from_row(one.row, number_of(code, counter), counter))
                drafts.append(self._person_draft(people[-1], is_new=True))
        if course_id is not None:
            registers.course(self._store, course_id)
            enrolled = {person.id for person in self.people(course_id)}
            new = dict.fromkeys(person.id for person in people if person.id not in enrolled)
            drafts += [self._enrolment_draft(id, course_id) for id in new]
        self._ledger.write(*drafts)
        return people

    def _next_counter(self) -> int:
        return registers.highest_counter(self._store, registers.laptop_code(self._store)) + 1

    def _from_row(self, row: RosterRow, number: str, counter: int) -> Person:
        return Person(
            id=self._store.new_id(),
            number=number,
            name=row.name,
            birth_year=row.birth_year,
            gender=row.gender,
            language=row.language,
            phone=row.phone or None,
            note=row.note or None,
            face=face_for(row.gender, counter),
        )

    def _person_draft(self, person: Person, *, is_new: bool = False) -> Draft:
        body = {
            "number": person.number,
            "name": person.name or None,
            "birth_year": person.birth_year,
            "gender": person.gender,
            "language": person.language,
            "phone": person.phone,
            "note": person.note,
            "face": person.face,
            "listed": person.listed,
        }
        record = self._ledger.note if is_new else self._ledger.edit
        return record("person-set", body, person.id)

    def _enrolment_draft(self, person_id: str, course_id: str, active: bool = True) -> Draft:
        body = {
            "course": course_id,
            "on": self._ledger.now().date().isoformat(),
            "active": active,
        }
        return self._ledger.edit("enrolled", body, person_id)
