"""Reads what learners did as it happened: answers, finished quizzes, and who came to a course."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from trainer_app.store.store import Store


@dataclass(frozen=True, slots=True)
class Deed:
    """An answer or a finished quiz, in a sitting that counts. `words`: the event's body.

    `session`: where the sitting belongs to one; `at`: UTC seconds.
    """

    id: str
    kind: str
    person: str
    session: str | None
    at: int
    words: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Somebody is on a course since a day."""

    person: str
    course: str
    on: date


def deeds(store: Store, since: int | None, until: int | None) -> Iterator[Deed]:
    """Answers and finished quizzes in the order in which they were recorded.

    `since` (included) and `until` (not included) are UTC seconds. Erased people have none.
    """
    rows = store.query(
        "SELECT events.id, kind, body, sittings.person, sittings.session"
        " FROM events JOIN sittings ON sittings.id = json_extract(body, '$.sitting')"
        " WHERE kind IN ('question-answered', 'quiz-finished') AND aside IS NULL AND NOT void"
        " AND sittings.person IN (SELECT id FROM people) ORDER BY events.id",
    )
    for row in rows:
        words = json.loads(row["body"])
        at = words["at"]
        if (since is None or since <= at) and (until is None or at < until):
            yield Deed(row["id"], row["kind"], row["person"], row["session"], at, words)


def enrolled(store: Store) -> Iterator[Enrolled]:
    """Everybody who is on a course."""
    rows = store.query(
        'SELECT person, course, "on" FROM enrolments WHERE active'
        ' AND person IN (SELECT id FROM people) ORDER BY "on", course, person'
    )
    for row in rows:
        yield Enrolled(row["person"], row["course"], date.fromisoformat(row["on"]))


def first_event(store: Store) -> str:
    """The id of the event that the centre began with: the same on all of its laptops."""
    rows = store.query("SELECT id FROM events WHERE thing = 'centre' ORDER BY clock, id LIMIT 1")
    return next((row["id"] for row in rows), store.device)
