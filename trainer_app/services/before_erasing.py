"""What erasing somebody would take, what it leaves, and where else her name stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from trainer_app.domain.attendance import ATTENDED
from trainer_app.domain.letters import fold
from trainer_app.domain.people import Person
from trainer_app.store import experiments, keeping, learning, registers, sheets
from trainer_app.store.store import Store

_FIELDS = ("name", "birth_year", "gender", "language", "phone", "note")
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


def erasure_preview(store: Store, person_id: str, laptops: tuple[str, ...]) -> ErasurePreview:
    """What erasing would take and leave; `laptops`: letters of the others. Raises UnknownThing."""
    person = registers.person(store, person_id)
    ids = keeping.ids_of(store, person.id)
    records = keeping.records_of(store, ids)
    lines = [line.split("|") for line in keeping.attendance_left(store, person.id)]
    return ErasurePreview(
        person=person,
        records=len(ids),
        fields=tuple(name for name in _FIELDS if any(row[name] for row in records)),
        pictures=bool(registers.pictures_of(store, person.id)),
        courses=len(keeping.enrolments_of(store, person.id)),
        sittings=len(keeping.sittings_of(store, person.id)),
        lessons=len(learning.progress_of(store, person.id)),
        marks=len(lines),
        attendances=sum(
            role == "participant" and status in ATTENDED for _, role, status, *_ in lines
        ),
        laptops=laptops,
        mentions=_mentions(store, records, ids),
        sheets=on_sheets(store, ids),
    )


def on_sheets(store: Store, ids: Sequence[str]) -> tuple[OnSheet, ...]:
    """The photos of signed sheets that show somebody of these ids, the oldest first."""
    found = []
    for sheet in sheets.showing(store, ids):
        session = registers.session(store, sheet.session)
        course = registers.course(store, session.course).title
        many = len({keeping.ids_of(store, one)[0] for one in sheet.people})
        found.append(OnSheet(sheet.id, session.id, course, session.number, session.date, many))
    return tuple(sorted(found, key=lambda one: (one.date, one.session, one.id)))


def _mentions(
    store: Store, records: list[dict[str, Any]], ids: tuple[str, ...]
) -> tuple[Mention, ...]:
    names = {str(row["name"]) for row in records if row["name"]}
    parts = {part for name in names for part in fold(name).split()}
    parts = {part for part in parts if len(part) >= _SHORTEST_PART}
    parts |= {fold(str(row["phone"])) for row in records if fold(str(row["phone"] or ""))}

    def names_her(text: str) -> bool:
        folded = fold(text)
        return any(part in folded for part in parts)

    notes = keeping.notes_of_others(store, ids)
    found = [Mention("note", number) for number, text in notes if names_her(text)]
    courses = keeping.texts_of_courses(store)
    found += [Mention("course", title) for title, text in courses if names_her(text)]
    for session, reason in keeping.reasons_in_sessions_of(store, ids):
        if names_her(reason):
            day = registers.session(store, session).date.isoformat()
            found.append(Mention("reason", day))
    for card in experiments.experiments(store):
        if names_her(f"{card.title} {card.tried} {card.happened} {card.again}"):
            found.append(Mention("card", card.on.isoformat()))
    return tuple(dict.fromkeys(found))
