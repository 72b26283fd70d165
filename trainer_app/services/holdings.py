"""Everything that is held about one person: what stands now, and every change that led to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from trainer_app.domain.attendance import AttendanceRow
from trainer_app.domain.people import Person
from trainer_app.services.funding.telling import Agreed, Telling, Told
from trainer_app.services.ledger import Ledger
from trainer_app.services.reporting import attendance_row
from trainer_app.store import keeping, learning, marks, pooling, registers, sheets, vouching

FORMAT = "trainer-app person, 1"


@dataclass(frozen=True, slots=True)
class Work:
    """What was done in one lesson; `right` and `of` are of the best quiz, None before any."""

    lesson: str
    page: int
    pages: int
    right: int | None
    of: int | None
    passed: bool
    practised: bool = False


@dataclass(frozen=True, slots=True)
class Seat:
    """One sitting, as local times with their zone; `counts` is off for work that was voided."""

    began: datetime
    ended: datetime | None
    laptop: str
    counts: bool
    work: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One event about the person: when, by whom (a trainer's name or nothing), where, and what."""

    at: datetime
    by: str
    laptop: str
    kind: str
    words: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo of a signed sheet that shows the person, and how many others. It is not given."""

    course: str
    number: int
    date: date
    others: int


@dataclass(frozen=True, slots=True)
class Held:
    """All of it. `records`: the register's rows under every id of the person.

    `courses`: (title, since, still on it). `kept_until` says something where `restricted` is on.
    """

    centre: str
    made: datetime
    person: Person
    records: tuple[Mapping[str, Any], ...]
    pictures: tuple[str, ...]
    courses: tuple[tuple[str, date, bool], ...]
    attendance: tuple[AttendanceRow, ...]
    seats: tuple[Seat, ...]
    restricted: bool
    kept_until: date | None
    history: tuple[Said, ...]
    sheets: tuple[Shown, ...] = ()
    answers: tuple[Told, ...] = ()
    agreed: tuple[Agreed, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """For programs: dates and times as ISO 8601, hours as text, names of fields in English."""
        return {"format": FORMAT, **_plain(asdict(self))}


def held_about(ledger: Ledger, person_id: str, telling: Telling) -> Held:
    """Gather it. Raises UnknownThing."""
    store = ledger.store
    person = registers.person(store, person_id)
    ids = keeping.ids_of(store, person.id)
    now = ledger.now()
    restricted, until = keeping.restriction_of(store, person.id)
    return Held(
        centre=registers.centre_name(store),
        made=now,
        person=person,
        records=tuple(keeping.records_of(store, ids)),
        pictures=registers.pictures_of(store, person.id),
        courses=tuple(
            (row["title"], date.fromisoformat(row["on"]), bool(row["active"]))
            for row in keeping.enrolments_of(store, person.id)
        ),
        attendance=tuple(
            attendance_row(row, now) for row in marks.attendance_rows(store, person=person.id)
        ),
        seats=_seats(ledger, person.id),
        restricted=restricted,
        kept_until=until,
        history=_history(ledger, ids),
        sheets=_sheets(ledger, ids),
        answers=telling.told(person.id),
        agreed=telling.agreed(person.id),
    )


def _sheets(ledger: Ledger, ids: Sequence[str]) -> tuple[Shown, ...]:
    found = []
    for one in sheets.showing(ledger.store, ids):
        session = registers.session(ledger.store, one.session)
        course = registers.course(ledger.store, session.course).title
        others = len(set(one.people) - set(ids))
        found.append(Shown(course, session.number, session.date, others))
    return tuple(sorted(found, key=lambda shown: (shown.date, shown.course, shown.number)))


def _seats(ledger: Ledger, person_id: str) -> tuple[Seat, ...]:
    store, zone = ledger.store, ledger.now().tzinfo
    return tuple(
        Seat(
            began=datetime.fromtimestamp(row["began"], zone),
            ended=None if row["ended"] is None else datetime.fromtimestamp(row["ended"], zone),
            laptop=row["letters"],
            counts=not row["void"],
            work=tuple(_work(work) for work in learning.work_of_sitting(store, row["id"])),
        )
        for row in keeping.sittings_of(store, person_id)
    )


def _work(row: Mapping[str, Any]) -> Work:
    return Work(
        lesson=row["lesson"],
        page=row["furthest"],
        pages=row["pages"],
        right=row["best_right"],
        of=row["best_of"],
        passed=bool(row["passed"]),
        practised=bool(row["practised"]),
    )


def _history(ledger: Ledger, ids: Sequence[str]) -> tuple[Said, ...]:
    store, zone = ledger.store, ledger.now().tzinfo
    names = vouching.trainer_names(store)
    letters = {one.id: one.letters for one in pooling.laptops(store, ledger.seconds())}
    return tuple(
        Said(
            at=datetime.fromtimestamp(event.header.clock / 1000, zone),
            by=names.get(event.header.by or "", ""),
            laptop=letters.get(event.header.device, ""),
            kind=event.header.kind,
            words=event.words,
        )
        for event in keeping.said_about(store, ids)
    )


def _plain(value: Any) -> Any:
    """What JSON knows: text, whole numbers, yes and no, nothing, lists and objects."""
    match value:
        case None | bool() | int() | str():
            return str(value) if isinstance(value, str) else value
        case Mapping():
            return {str(name): _plain(one) for name, one in value.items()}
        case list() | tuple():
            return [_plain(one) for one in value]
        case _ if hasattr(value, "isoformat"):
            return value.isoformat()
        case _:
            return str(value)
