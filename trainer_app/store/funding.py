"""Reads projects, what they took, what people said for them, and claims."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from trainer_app.domain.funding.answers import Consent
from trainer_app.domain.funding.projects import (
    COMPLETIONS,
    ROUNDINGS,
    Cost,
    Partner,
    Project,
    Rules,
    same_name,
)
from trainer_app.store.records import holes
from trainer_app.store.store import Store

_RULES = (
    "least_minutes", "hour_minutes", "break_minutes", "completion_share", "smallest_cell",
    "exit_days",
)  # fmt: skip


def projects(store: Store) -> list[Project]:
    """All projects that somebody recorded, the oldest first.

    Where two laptops recorded one under the same name it is one: the older record, with the longer
    of their terms.
    """
    found: dict[str, Project] = {}
    for row in store.query("SELECT * FROM projects ORDER BY id"):
        project = _project(row)
        known = found.setdefault(same_name(project.name), project)
        ends = [one.keep_until for one in (known, project) if one.keep_until]
        found[same_name(project.name)] = replace(
            known, funder=known.funder or project.funder, keep_until=max(ends, default=None)
        )
    return list(found.values())


def records_of(store: Store, name: str) -> list[str]:
    """The ids of all records of one project, by its name."""
    wanted = same_name(name)
    rows = store.query("SELECT id, name FROM projects ORDER BY id")
    return [row["id"] for row in rows if same_name(row["name"]) == wanted]


def project_ids(store: Store) -> dict[str, tuple[str, ...]]:
    """The ids of each course's projects as `projects` has them, its first one first.

    A course from before it had ids names its project in words.
    """
    named: dict[str, str] = {}
    stands: dict[str, str] = {}
    for row in store.query("SELECT id, name FROM projects ORDER BY id"):
        stands[row["id"]] = named.setdefault(same_name(row["name"]), row["id"])
    found = {}
    for row in store.query("SELECT id, project, projects FROM courses ORDER BY id"):
        ids = [stands[id] for id in _lines(row["projects"]) if id in stands]
        if not ids and row["project"] and same_name(row["project"]) in named:
            ids = [named[same_name(row["project"])]]
        found[row["id"]] = tuple(dict.fromkeys(ids))
    return found


def courses_of(store: Store, project: str) -> list[str]:
    """The ids of a project's courses."""
    return [course for course, ids in project_ids(store).items() if project in ids]


def partners(store: Store, project: str) -> list[Partner]:
    """Who carries a project along, in their order."""
    rows = store.query(
        "SELECT * FROM partners WHERE project = ? AND NOT removed ORDER BY rank, id", [project]
    )
    return [
        Partner(
            row["id"], row["project"], row["name"], row["share"],
            base64.b64decode(row["logo"]) if row["logo"] else None, row["rank"],
        )
        for row in rows
    ]  # fmt: skip


def costs(store: Store, project: str) -> list[Cost]:
    """What was paid for a project, by day."""
    rows = store.query(
        'SELECT * FROM costs WHERE project = ? AND NOT removed ORDER BY "on", id', [project]
    )
    return [
        Cost(row["id"], row["project"], date.fromisoformat(row["on"]), row["what"], row["cents"])
        for row in rows
    ]


def answers(store: Store, people: Sequence[str], project: str) -> list[dict[str, Any]]:
    """Rows of `answers` of some people within a project, the oldest first: a later one counts."""
    return list(
        store.query(
            f"SELECT * FROM answers WHERE project = ? AND person IN ({holes(people)})"
            " ORDER BY at, id",
            [project, *people],
        )
    )


def consents(store: Store, person: str) -> list[Consent]:
    """What a person agreed to, and what not, by project."""
    rows = store.query("SELECT * FROM consents WHERE person = ? ORDER BY thing", [person])
    return [
        Consent(
            row["project"], row["use"], bool(row["given"]), date.fromisoformat(row["on"]),
            row["how"], row["language"], bool(row["interpreter"]), row["guardian"],
        )
        for row in rows
    ]  # fmt: skip


def leavings(store: Store, project: str) -> dict[str, date]:
    """The day that each person left a project, of those who did."""
    rows = store.query('SELECT person, "on" FROM leavings WHERE project = ?', [project])
    return {row["person"]: date.fromisoformat(row["on"]) for row in rows}


def _project(row: dict[str, Any]) -> Project:
    return Project(
        name=row["name"],
        funder=row["funder"],
        keep_until=_day(row["keep_until"]),
        id=row["id"],
        grant=row["grant"],
        starts=_day(row["starts"]),
        ends=_day(row["ends"]),
        currency=row["currency"] or "EUR",
        rate=row["rate"],
        sets=_lines(row["sets"]),
        targets=_figures(row["targets"]),
        rules=_rules(row),
    )


def _rules(row: dict[str, Any]) -> Rules:
    """What is left out, or unknown to this program, is as a project begins."""
    known: dict[str, Any] = {name: row[name] for name in _RULES if row[name] is not None}
    known["hour_minutes"] = known.get("hour_minutes") or Rules().hour_minutes
    if row["rounding"] in ROUNDINGS:
        known["rounding"] = row["rounding"]
    if row["completion"] in COMPLETIONS:
        known["completion"] = row["completion"]
    return Rules(**known, late_in_full=bool(row["late_in_full"]), estimates=bool(row["estimates"]))


def _figures(text: str | None) -> dict[str, int]:
    """Lines of key=number; what another program may have written otherwise is left out."""
    pairs = (line.rpartition("=") for line in _lines(text))
    return {key: int(figure) for key, _, figure in pairs if key and figure.isdecimal()}


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
