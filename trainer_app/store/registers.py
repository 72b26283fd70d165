"""Reads people, courses and sessions out of their tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Any

from trainer_app.domain.courses import Course, Session
from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.people import Person, Trainer
from trainer_app.store.funding import Belonging
from trainer_app.store.records import holes
from trainer_app.store.store import Store

_SHOWN = (
    "people.id = people.stands"
    " AND NOT EXISTS (SELECT 1 FROM restrictions WHERE restrictions.person = people.id)"
)
# What other laptops bring may be any text.
_COUNTER = re.compile("[0-9]{1,15}")
_SESSION = (
    "SELECT sessions.*, started, ended FROM sessions"
    " LEFT JOIN session_times ON session_times.session = sessions.id"
)


def centre_name(store: Store) -> str:
    """The name of the centre, or nothing before it has one."""
    return next((row["name"] for row in store.query("SELECT name FROM centre")), "")


def laptop_code(store: Store) -> str:
    """The letters that this laptop's participant numbers start with."""
    rows = store.query("SELECT code FROM laptops WHERE id = ?", [store.device])
    # Before a trainer admitted it (a substitute opened a moved folder): letters of its own.
    return next((row["code"] for row in rows), "") or f"Z{store.device[-4:].upper()}-"


def trainers(store: Store) -> list[Trainer]:
    """All trainers of the centre; who was removed is none any more."""
    rows = store.query(
        "SELECT id, name, picture, role, until FROM trainers WHERE NOT removed ORDER BY name, id"
    )
    return [Trainer(**row) for row in rows]


def courses(store: Store) -> list[Course]:
    """All courses, the newest first."""
    belonging = Belonging(store)
    rows = store.query("SELECT * FROM courses ORDER BY id DESC")
    return [_course(row, belonging) for row in rows]


def course(store: Store, course_id: str) -> Course:
    """One course; raises UnknownThing."""
    for row in store.query("SELECT * FROM courses WHERE id = ?", [course_id]):
        return _course(row, Belonging(store))
    raise UnknownThing(what="course", id=course_id)


def sessions(store: Store, course_id: str | None = None) -> list[Session]:
    """The sessions of one course, or of all, by date and planned start."""
    where, values = (" WHERE course = ?", [course_id]) if course_id else ("", [])
    rows = store.query(f"{_SESSION}{where} ORDER BY date, planned_start, sessions.id", values)
    return [_session(row) for row in rows]


def session(store: Store, session_id: str) -> Session:
    """One session; raises UnknownThing."""
    for row in store.query(f"{_SESSION} WHERE sessions.id = ?", [session_id]):
        return _session(row)
    raise UnknownThing(what="session", id=session_id)


def open_session(store: Store) -> Session | None:
    """The session that has started last and has not ended, if there is one."""
    rows = store.query(
        f"{_SESSION} WHERE started IS NOT NULL AND ended IS NULL AND NOT cancelled"
        " ORDER BY started DESC LIMIT 1"
    )
    return next((_session(row) for row in rows), None)


def people(store: Store, course_id: str | None = None) -> list[Person]:
    """Everyone in the register, or those enrolled in a course, in the order they came in.

    Who is kept only because a funder asks is in no list.
    """
    if course_id is None:
        rows = store.query(f"SELECT people.* FROM people WHERE {_SHOWN} ORDER BY id")
    else:
        rows = store.query(
            "SELECT people.* FROM people JOIN enrolments ON enrolments.person = people.id"
            f" WHERE enrolments.course = ? AND active AND {_SHOWN} ORDER BY people.id",
            [course_id],
        )
    return [_person(row) for row in rows]


def people_of_session(store: Store, session_id: str) -> list[Person]:
    """Everyone who is marked for a session or sat at a laptop in it."""
    rows = store.query(
        "SELECT * FROM people WHERE id IN"
        " (SELECT person FROM attendance WHERE session = ?"
        "  UNION SELECT person FROM sittings WHERE session = ?)",
        [session_id, session_id],
    )
    return [_person(row) for row in rows]


def people_who_sat(store: Store, device: str, since: int) -> list[Person]:
    """Everyone who sat down at a laptop since a moment (UTC seconds), in the order they came in."""
    rows = store.query(
        f"SELECT * FROM people WHERE {_SHOWN} AND id IN (SELECT stands FROM people WHERE id IN"
        " (SELECT person FROM sittings WHERE device = ? AND began >= ? AND NOT void)) ORDER BY id",
        [device, since],
    )
    return [_person(row) for row in rows]


def everyone(store: Store, person_ids: Sequence[str]) -> dict[str, Person]:
    """Those of some people who are known, by id; also who is shown in no list."""
    rows = store.query(f"SELECT * FROM people WHERE id IN ({holes(person_ids)})", person_ids)
    return {row["id"]: _person(row) for row in rows}


def person(store: Store, person_id: str) -> Person:
    """One person, under any of her ids; raises UnknownThing."""
    rows = store.query(
        "SELECT * FROM people WHERE id = coalesce((SELECT stands FROM people WHERE id = ?), ?)",
        [person_id, person_id],
    )
    for row in rows:
        return _person(row)
    raise UnknownThing(what="person", id=person_id)


def person_by_number(store: Store, number: str) -> Person | None:
    """Who carries a participant number; letters may be small."""
    rows = store.query(
        "SELECT * FROM people WHERE id IN (SELECT stands FROM people WHERE number = upper(?))"
        f" AND {_SHOWN}",
        [number.strip()],
    )
    return next((_person(row) for row in rows), None)


def highest_counter(store: Store, code: str) -> int:
    """The highest participant number given out under this laptop's letters so far.

    A number is never given twice, as it stands on paper: erased people count along.
    """
    rows = store.query("SELECT number FROM people WHERE number LIKE ?", [f"{code}%"])
    tails = (row["number"][len(code) :] for row in rows)
    counters = [int(text) for text in tails if _COUNTER.fullmatch(text)]
    return max([0, *counters, len(counters) + _erased_here(store)])


def _erased_here(store: Store) -> int:
    """How many of the people who came in at this laptop were erased since."""
    # "+": by person, of whom few were erased, not by laptop, which wrote most of the log.
    rows = store.query(
        "SELECT count(DISTINCT subject) AS count FROM events"
        " WHERE subject IN (SELECT person FROM erased)"
        " AND kind = 'person-set' AND replaces = '[]' AND +device = ?",
        [store.device],
    )
    return int(next(iter(rows))["count"])


def pictures_of(store: Store, person_id: str) -> tuple[str, ...]:
    """The three pictures a person signs in with, or none yet."""
    rows = store.query("SELECT pictures FROM pictures WHERE person = ?", [person_id])
    return next((_list(row["pictures"]) for row in rows), ())


def courses_of(store: Store, person_id: str) -> list[Course]:
    """The courses a person is enrolled in."""
    rows = store.query(
        "SELECT courses.* FROM courses JOIN enrolments ON enrolments.course = courses.id"
        " WHERE person = ? AND active ORDER BY courses.id",
        [person_id],
    )
    belonging = Belonging(store)
    return [_course(row, belonging) for row in rows]


def _course(row: dict[str, Any], belonging: Belonging) -> Course:
    """A course, with its first project called as that is called now."""
    lists = {name: _list(row[name]) for name in ("lessons", "core", "projects")}
    called: dict[str, Any] = {}
    for first in belonging.of(row)[:1]:
        called = {"project": first.name, "funder": first.funder or row["funder"]}
    return Course(**{**row, **lists, **called})


def _session(row: dict[str, Any]) -> Session:
    return Session(
        **{
            **row,
            "date": date.fromisoformat(row["date"]),
            "planned_start": time.fromisoformat(row["planned_start"]),
            "planned_end": time.fromisoformat(row["planned_end"]),
            "lessons": _list(row["lessons"]),
            "core": _list(row["core"]),
            "cancelled": bool(row["cancelled"]),
        }
    )


def _person(row: dict[str, Any]) -> Person:
    row = {name: value for name, value in row.items() if name != "stands"}
    return Person(**{**row, "name": row["name"] or "", "listed": bool(row["listed"])})


def _list(text: str | None) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()
