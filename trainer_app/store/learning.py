"""Reads sittings and progress: who sat where, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from trainer_app.domain.sittings import Progress, Sitting, best_of_each
from trainer_app.store.records import holes
from trainer_app.store.store import Store


def open_sittings(store: Store, device: str | None = None) -> list[Sitting]:
    """Sittings that have not ended, on one laptop or on all, the oldest first."""
    where, values = (" AND device = ?", [device]) if device else ("", [])
    rows = store.query(
        f"SELECT * FROM sittings WHERE ended IS NULL AND NOT void{where} ORDER BY began, id", values
    )
    return [_sitting(row) for row in rows]


def sittings_of(store: Store, person_id: str) -> list[Sitting]:
    """All sittings of a person, the newest first, voided ones too."""
    rows = store.query(
        "SELECT * FROM sittings WHERE person = ? ORDER BY began DESC, id DESC", [person_id]
    )
    return [_sitting(row) for row in rows]


def hand_is_up(store: Store, sitting_ids: Sequence[str]) -> bool:
    """Whether a hand is up at any of these sittings."""
    rows = store.query(
        f"SELECT 1 FROM hands WHERE up AND sitting IN ({holes(sitting_ids)})", sitting_ids
    )
    return any(True for _ in rows)


def progress_of(store: Store, person_id: str) -> dict[str, Progress]:
    """What a person did, by lesson, over all sittings that count."""
    rows = store.query(
        "SELECT work.* FROM work JOIN sittings ON sittings.id = sitting"
        " WHERE sittings.person = ? AND NOT void ORDER BY last_at, thing",
        [person_id],
    )
    return best_of_each(rows)


def progress_of_all(store: Store, person_ids: Sequence[str]) -> dict[str, dict[str, Progress]]:
    """The same for some people at once, by person; nothing for who did nothing."""
    by_person: dict[str, list[dict[str, Any]]] = {}
    for row in work_of(store, person_ids):
        by_person.setdefault(row["person"], []).append(row)
    return {person: best_of_each(theirs) for person, theirs in by_person.items()}


def work_of(store: Store, person_ids: Sequence[str]) -> list[dict[str, Any]]:
    """What some people did in sittings that count, the oldest first.

    Rows of `work`, each with `person`.
    """
    return list(
        store.query(
            "SELECT work.*, sittings.person FROM work JOIN sittings ON sittings.id = sitting"
            f" WHERE NOT void AND sittings.person IN ({holes(person_ids)})"
            " ORDER BY last_at, thing",
            person_ids,
        )
    )


def recalls_of(store: Store, person_ids: Sequence[str]) -> list[dict[str, Any]]:
    """Questions that came back to some people, the oldest first, over sittings that count.

    Rows of `recalls`, each with `person`.
    """
    return list(
        store.query(
            "SELECT recalls.*, sittings.person FROM recalls"
            " JOIN sittings ON sittings.id = sitting"
            f" WHERE NOT void AND sittings.person IN ({holes(person_ids)}) ORDER BY at, thing",
            person_ids,
        )
    )


def placings_of(store: Store, person_ids: Sequence[str]) -> list[dict[str, Any]]:
    """Where some people could start, the oldest first, over sittings that count.

    Rows of `placings`, each with `person`.
    """
    return list(
        store.query(
            "SELECT placings.*, sittings.person FROM placings"
            " JOIN sittings ON sittings.id = sitting"
            f" WHERE NOT void AND sittings.person IN ({holes(person_ids)})"
            " ORDER BY at, placings.sitting",
            person_ids,
        )
    )


def practised_by(
    store: Store, person_ids: Sequence[str], lesson_id: str, version: int
) -> dict[str, list[frozenset[str]]]:
    """The goals (`stage/goal`) of each time that somebody's practice was kept, by person.

    Over sittings that count, of one version of the practice; nothing for who did not play it.
    """
    rows = store.query(
        "SELECT DISTINCT person, json_extract(body, '$.goals') AS goals"
        " FROM sittings JOIN events ON thing = 'work:' || sittings.id || ':' || ?"
        " WHERE kind = 'practice-played' AND aside IS NULL AND NOT void"
        f" AND json_extract(body, '$.version') = ? AND person IN ({holes(person_ids)})",
        [lesson_id, version, *person_ids],
    )
    plays: dict[str, list[frozenset[str]]] = {}
    for row in rows:
        plays.setdefault(row["person"], []).append(frozenset(json.loads(row["goals"])))
    return plays


def work_of_sitting(store: Store, sitting_id: str) -> list[dict[str, Any]]:
    """What was done in one sitting, the latest first, as rows of `work`."""
    return list(
        store.query("SELECT * FROM work WHERE sitting = ? ORDER BY last_at DESC", [sitting_id])
    )


def passed_by_person(store: Store, session_id: str) -> dict[str, set[str]]:
    """Ids of the lessons passed so far, by person, for those who sat in a session."""
    rows = store.query(
        "SELECT person, lesson FROM work JOIN sittings ON sittings.id = sitting"
        " WHERE NOT void AND person IN (SELECT person FROM sittings WHERE session = ?)"
        " GROUP BY person, lesson"
        # The quiz and the practice may have been on different evenings.
        " HAVING max(passed) OR (max(quiz_passed) AND max(practised))",
        [session_id],
    )
    passed: dict[str, set[str]] = {}
    for row in rows:
        passed.setdefault(row["person"], set()).add(row["lesson"])
    return passed


def board(store: Store, session_id: str) -> list[dict[str, Any]]:
    """One row for each sitting of a session that is going on, with its latest work and hand."""
    return list(
        store.query(
            """
            SELECT sittings.id AS sitting, sittings.person, sittings.device, sittings.began,
                   coalesce(hands.up, 0) AS hand, work.lesson, work.page, work.pages,
                   coalesce(work.goals_met, 0) AS goals_met, coalesce(work.goals, 0) AS goals,
                   coalesce(work.wrong_in_a_row, 0) AS wrong_in_a_row, work.passed,
                   coalesce(work.last_at, sittings.began) AS last_at
            FROM sittings
            LEFT JOIN hands ON hands.sitting = sittings.id
            LEFT JOIN work ON work.thing = (
                SELECT thing FROM work AS latest WHERE latest.sitting = sittings.id
                ORDER BY last_at DESC, thing LIMIT 1)
            WHERE sittings.session = ? AND ended IS NULL AND NOT void
            ORDER BY sittings.began, sittings.id
            """,
            [session_id],
        )
    )


def _sitting(row: dict[str, Any]) -> Sitting:
    return Sitting(**{**row, "void": bool(row["void"])})
