"""Reads what waits for a person's decision: values that compete, and who may stand twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trainer_app.domain.attendance import ATTENDED
from trainer_app.store.records import holes
from trainer_app.store.store import Store

_RESTRICTED = "SELECT person FROM restrictions"
_CAME = sorted(str(status) for status in ATTENDED)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the register as it was written, and the id of who it belongs to by now."""

    id: str
    stands: str
    number: str
    name: str
    birth_year: int | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A decision that two entries are one person."""

    id: str
    one: str
    other: str


def conflicts(store: Store) -> list[str]:
    """The things of which several values stand."""
    return [row["thing"] for row in store.query("SELECT thing FROM conflicts ORDER BY thing")]


def amount_of_conflicts(store: Store) -> int:
    """How many things that are."""
    return next(
        int(row["amount"]) for row in store.query("SELECT count(*) AS amount FROM conflicts")
    )


def entries(store: Store) -> list[Entry]:
    """Every entry of those who are in a list, the ones that were joined too."""
    rows = store.query(
        "SELECT id, stands, number, coalesce(name, '') AS name, birth_year FROM people"
        f" WHERE stands NOT IN ({_RESTRICTED}) ORDER BY id"
    )
    return [Entry(**row) for row in rows]


def courses_by_person(store: Store) -> dict[str, frozenset[str]]:
    """Ids of the courses that each person is enrolled in."""
    found: dict[str, set[str]] = {}
    for row in store.query("SELECT person, course FROM enrolments WHERE active"):
        found.setdefault(row["person"], set()).add(row["course"])
    return {person: frozenset(courses) for person, courses in found.items()}


def told_apart(store: Store) -> frozenset[frozenset[str]]:
    """Pairs of ids that somebody said are two people."""
    return frozenset(frozenset((row["a"], row["b"])) for row in store.query("SELECT * FROM apart"))


def edges(store: Store) -> Iterator[Edge]:
    """All decisions that two entries are one person and that nobody took back."""
    for row in store.query("SELECT edge, a, b FROM edges ORDER BY edge"):
        yield Edge(row["edge"], row["a"], row["b"])


def stands_for(store: Store, person_id: str) -> str:
    """The id that stands for a person."""
    rows = store.query("SELECT stands FROM same WHERE person = ?", [person_id])
    return next((str(row["stands"]) for row in rows), person_id)


def last_seen(store: Store, person_id: str) -> tuple[str | None, int | None]:
    """The date (ISO) of the last session attended, and when they sat down last (UTC seconds)."""
    row = next(
        store.query(
            "SELECT (SELECT max(sessions.date) FROM attendance"
            "        JOIN sessions ON sessions.id = attendance.session"
            f"       WHERE person = ? AND status IN ({holes(_CAME)})) AS attended,"
            "       (SELECT max(began) FROM sittings WHERE person = ? AND NOT void) AS sat",
            [person_id, *_CAME, person_id],
        )
    )
    return row["attended"], row["sat"]


def sessions_together(store: Store, one: str, other: str) -> int:
    """In how many sessions both were there: nobody is there twice."""
    row = next(
        store.query(
            "SELECT count(*) AS amount FROM attendance AS a JOIN attendance AS b"
            f" ON b.session = a.session AND b.person = ? AND b.status IN ({holes(_CAME)})"
            f" WHERE a.person = ? AND a.status IN ({holes(_CAME)})",
            [other, *_CAME, one, *_CAME],
        )
    )
    return int(row["amount"])
