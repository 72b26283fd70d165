"""Reads what is held about one person, who is kept how long, and what erasing leaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from trainer_app.domain.attendance import ATTENDED
from trainer_app.domain.events import Event
from trainer_app.store.records import holes, read
from trainer_app.store.store import Store

_ANEW_DUE = "write-anew-due"
_WORK = ("page-reached", "question-answered", "quiz-finished", "practice-played")


# One person
def ids_of(store: Store, person_id: str) -> tuple[str, ...]:
    """Every id that stands for a person, the one that stands for all of them first."""
    rows = store.query(
        "SELECT person FROM same WHERE stands ="
        " coalesce((SELECT stands FROM same WHERE person = ?), ?)"
        " ORDER BY person <> stands, person",
        [person_id, person_id],
    )
    return tuple(row["person"] for row in rows) or (person_id,)


def id_of(store: Store, text: str) -> str | None:
    """The id that stands for a person, by any id or participant number; restricted people too."""
    rows = store.query(
        "SELECT stands FROM people WHERE id = ? OR number = upper(?) LIMIT 1", [text, text.strip()]
    )
    return next((row["stands"] for row in rows), None)


def records_of(store: Store, ids: Sequence[str]) -> list[dict[str, Any]]:
    """The rows of `people` under all ids of a person."""
    return list(store.query(f"SELECT * FROM people WHERE id IN ({holes(ids)}) ORDER BY id", ids))


def said_about(store: Store, ids: Sequence[str]) -> list[Event]:
    """All events about a person that have words, in the order of their clocks."""
    found = read(store.reader, f"subject IN ({holes(ids)}) AND body IS NOT NULL", ids)
    return sorted(found, key=lambda event: event.header.rank)


def attendance_left(store: Store, person_id: str) -> list[str]:
    """What stays of a person's attendance: "session|role|status|late|early|left at" in lines."""
    rows = store.query(
        "SELECT session, role, status, late, early, left_at FROM attendance WHERE person = ?"
        " ORDER BY session",
        [person_id],
    )
    return ["|".join("" if value is None else str(value) for value in row.values()) for row in rows]


def enrolments_of(store: Store, person_id: str) -> list[dict[str, Any]]:
    """The courses a person is or was on, with `title`, `on` (ISO date) and `active`."""
    return list(
        store.query(
            'SELECT courses.title, enrolments."on", active FROM enrolments'
            " JOIN courses ON courses.id = course WHERE person = ? ORDER BY course",
            [person_id],
        )
    )


def sittings_of(store: Store, person_id: str) -> list[dict[str, Any]]:
    """A person's sittings with the letters of their laptops, the oldest first."""
    return list(
        store.query(
            "SELECT sittings.*, coalesce(laptops.code, '') AS letters FROM sittings"
            " LEFT JOIN laptops ON laptops.id = device WHERE person = ?"
            " ORDER BY began, sittings.id",
            [person_id],
        )
    )


def restriction_of(store: Store, person_id: str) -> tuple[bool, date | None]:
    """Whether somebody is kept only because a funder asks, and until when."""
    rows = store.query("SELECT until FROM restrictions WHERE person = ?", [person_id])
    for row in rows:
        return True, _day(row["until"])
    return False, None


# Work that was put right: what was done under one name and belongs to another person
def moved_away(store: Store, ids: Sequence[str]) -> list[tuple[str, list[Event]]]:
    """Sittings begun as this person that belong to another: (their person, what was recorded)."""
    rows = store.query(
        f"SELECT id, person FROM sittings WHERE person NOT IN ({holes(ids)}) AND id IN"
        f" ({_begun_by(ids)})",
        [*ids, *ids],
    )
    owner = {row["id"]: row["person"] for row in rows}
    if not owner:
        return []
    kinds = ("sitting-began", "sitting-ended", "sitting-voided", *_WORK)
    found: dict[str, list[Event]] = {}
    for event in said_about(store, ids):
        if event.header.kind in kinds and event.words.get("sitting") in owner:
            found.setdefault(owner[event.words["sitting"]], []).append(event)
    return list(found.items())


def moved_here(store: Store, ids: Sequence[str]) -> list[tuple[str, str]]:
    """Sittings of this person that began under another name: (sitting, who began it)."""
    rows = store.query(
        "SELECT sittings.id, events.subject FROM sittings"
        " JOIN events ON events.thing = 'sitting:' || sittings.id AND kind = 'sitting-began'"
        f" WHERE person IN ({holes(ids)}) AND sittings.id NOT IN ({_begun_by(ids)})"
        " GROUP BY sittings.id",
        [*ids, *ids],
    )
    return [(row["id"], row["subject"]) for row in rows]


def _begun_by(ids: Sequence[str]) -> str:
    return (
        "SELECT substr(thing, length('sitting:') + 1) FROM events WHERE kind = 'sitting-began'"
        f" AND thing IS NOT NULL AND subject IN ({holes(ids)})"
    )


# Erasures
def write_anew(store: Store) -> None:
    """Write the whole file anew and leave nothing in the write-ahead log.

    SQLite overwrites what is deleted (`secure_delete`), but not what it left behind when it moved
    a row from one page to another: such pieces of erased words were found. Takes as much room
    again as the file has. Raises DiskFull, ReadOnly, InUse.
    """
    store._writer.run(lambda db: db.execute("VACUUM"), bare=True)
    store.fold_in()
    if store.secret(_ANEW_DUE):
        store.keep_secret(_ANEW_DUE, "")


def write_anew_later(store: Store) -> None:
    """Say that words are about to go, for `finish_writing_anew`: somebody waits at the screen."""
    store.keep_secret(_ANEW_DUE, "1")


def finish_writing_anew(store: Store) -> None:
    """Write the file anew if that is due. Raises as `write_anew`."""
    if store.secret(_ANEW_DUE):
        write_anew(store)


def erasures(store: Store) -> set[str]:
    """Ids of all erasures that are known here."""
    return {row["erasure"] for row in store.query("SELECT erasure FROM erasures")}


def untold(store: Store) -> set[str]:
    """Other laptops of the centre that have not said yet that they hold every erasure."""
    rows = store.query(
        """
        SELECT DISTINCT laptops.id FROM laptops
        JOIN erasures
        JOIN events ON events.thing = 'erasure:' || erasure AND events.device <> laptops.id
        LEFT JOIN acknowledged
          ON acknowledged.laptop = laptops.id AND acknowledged.device = events.device
        WHERE laptops.id <> ? AND last_seq IS NULL AND coalesce(acknowledged.seq, 0) < events.seq
        """,
        [store.device],
    )
    return {row["id"] for row in rows}


def joined_with_erased(store: Store) -> list[str]:
    """People of whom another record was erased where nobody knew of this one."""
    rows = store.query(
        """
        SELECT DISTINCT people.stands FROM edges
        JOIN erased ON erased.person IN (a, b)
        JOIN people ON people.id IN (a, b) AND people.id <> erased.person
        ORDER BY people.stands
        """
    )
    return [row["stands"] for row in rows]


# Free text elsewhere that may name somebody
def notes_of_others(store: Store, ids: Sequence[str]) -> list[tuple[str, str]]:
    """(participant number, note) of everyone else."""
    rows = store.query(
        f"SELECT number, note FROM people WHERE note IS NOT NULL AND id NOT IN ({holes(ids)})", ids
    )
    return [(row["number"], row["note"]) for row in rows]


def texts_of_courses(store: Store) -> list[tuple[str, str]]:
    """(title of a course, its own words and those of its sessions)."""
    rows = store.query(
        "SELECT title, title || ' ' || coalesce(courses.place, '') || ' ' ||"
        " coalesce(group_concat(sessions.place, ' '), '') AS words"
        " FROM courses LEFT JOIN sessions ON course = courses.id GROUP BY courses.id"
    )
    return [(row["title"], row["words"]) for row in rows]


def reasons_in_sessions_of(store: Store, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(session, reason) of corrections to the sessions that a person has a mark in, not her own."""
    sessions = [
        row["session"]
        for row in store.query(
            f"SELECT session FROM attendance WHERE person IN ({holes(ids)})", ids
        )
    ]
    for session in sessions:
        start = f"attendance:{session}:"
        found = read(
            store.reader,
            "(thing = ? OR thing BETWEEN ? AND ?) AND coalesce(subject, '')"
            f" NOT IN ({holes(ids)}) AND body IS NOT NULL",
            [f"times:{session}", start, f"{start}\uffff", *ids],
        )
        for event in found:
            if event.words.get("reason"):
                yield session, str(event.words["reason"])


# Terms
def restrictions(store: Store) -> dict[str, date | None]:
    """Until when each restricted person is kept, as far as that is known."""
    rows = store.query("SELECT person, until FROM restrictions ORDER BY person")
    return {row["person"]: _day(row["until"]) for row in rows}


def courses_of_people(store: Store) -> list[tuple[str, str]]:
    """(person, course) of everyone who is or was on a course, or came to it."""
    rows = store.query(
        "SELECT person, course FROM enrolments UNION"
        " SELECT person, course FROM attendance JOIN sessions ON sessions.id = session"
    )
    return [(row["person"], row["course"]) for row in rows]


def last_days(store: Store) -> dict[str, date]:
    """The day of the last session that each person came to."""
    attended = sorted(map(str, ATTENDED))
    rows = store.query(
        "SELECT person, max(date) AS last FROM attendance JOIN sessions ON sessions.id = session"
        f" WHERE status IN ({holes(attended)}) GROUP BY person",
        attended,
    )
    return {row["person"]: date.fromisoformat(row["last"]) for row in rows}


def last_sittings(store: Store) -> dict[str, int]:
    """When each person last sat down at a laptop, in UTC seconds."""
    rows = store.query("SELECT person, max(began) AS last FROM sittings GROUP BY person")
    return {row["person"]: row["last"] for row in rows}


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
