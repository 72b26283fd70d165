"""Reads projects, what they took, what people said for them, and claims."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
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


class Belonging:
    """Which projects there are, and which of them a course belongs to."""

    def __init__(self, store: Store) -> None:
        self._first: dict[str, str] = {}
        self._stands: dict[str, str] = {}
        self._known: dict[str, Project] = {}
        for row in store.query("SELECT * FROM projects ORDER BY id"):
            project = _project(row)
            id = self._first.setdefault(same_name(project.name), project.id)
            self._stands[project.id] = id
            known = self._known.setdefault(id, project)
            if known is not project:
                self._known[id] = _joined(known, project)

    @property
    def projects(self) -> list[Project]:
        """All of them, the oldest first."""
        return list(self._known.values())

    def named(self, name: str | None) -> Project | None:
        """The one of that name, however it is written."""
        return self._known.get(self._first.get(same_name(name or ""), ""))

    def known(self, ids: Iterable[str]) -> tuple[Project, ...]:
        """The projects of these records, each once."""
        found = dict.fromkeys(self._stands[id] for id in ids if id in self._stands)
        return tuple(self._known[id] for id in found)

    def of(self, row: Mapping[str, Any]) -> tuple[Project, ...]:
        """Those of a row with `projects` and `project`, the first one first.

        A course from before it had ids names its project in words.
        """
        found = self.known(_lines(row["projects"]))
        named = None if found else self.named(row["project"])
        return found if named is None else (named,)


def _joined(older: Project, newer: Project) -> Project:
    """Two records of one project: what the older leaves open, the newer says."""
    plain = Project(older.name)
    said = {
        each.name: getattr(newer, each.name)
        for each in fields(Project)
        if getattr(older, each.name) == getattr(plain, each.name)
    }
    ends = [one.keep_until for one in (older, newer) if one.keep_until]
    return replace(older, **{**said, "keep_until": max(ends, default=None)})


def projects(store: Store) -> list[Project]:
    """All projects that somebody recorded, the oldest first.

    Where two laptops recorded one under the same name it is one: the older record, completed by
    the newer, with the longer of their terms.
    """
    return Belonging(store).projects


def records_of(store: Store, name: str) -> list[str]:
    """The ids of all records of one project, by its name."""
    wanted = same_name(name)
    rows = store.query("SELECT id, name FROM projects ORDER BY id")
    return [row["id"] for row in rows if same_name(row["name"]) == wanted]


def project_ids(store: Store) -> dict[str, tuple[str, ...]]:
    """The ids of each course's projects as `projects` has them, its first one first."""
    belonging = Belonging(store)
    rows = store.query("SELECT id, project, projects FROM courses ORDER BY id")
    return {row["id"]: tuple(one.id for one in belonging.of(row)) for row in rows}


def courses_of(store: Store, project: str) -> list[str]:
    """The ids of a project's courses, by the id of any of its records."""
    records = set(all_records(store, project))
    return [course for course, ids in project_ids(store).items() if records & set(ids)]


def all_records(store: Store, project: str) -> list[str]:
    """The ids of all records of one project, by the id of one of them; itself where it has none."""
    rows = list(store.query("SELECT name FROM projects WHERE id = ?", [project]))
    return records_of(store, rows[0]["name"]) if rows else [project]


def partners(store: Store, project: str) -> list[Partner]:
    """Who carries a project along, in their order."""
    ids = all_records(store, project)
    rows = store.query(
        f"SELECT * FROM partners WHERE project IN ({holes(ids)}) AND NOT removed ORDER BY rank, id",
        ids,
    )
    return [
        Partner(
            row["id"], row["project"], row["name"], row["share"],
            _picture(row["logo"]), row["rank"],
        )
        for row in rows
    ]  # fmt: skip


def costs(store: Store, project: str) -> list[Cost]:
    """What was paid for a project, by day."""
    ids = all_records(store, project)
    rows = store.query(
        f'SELECT * FROM costs WHERE project IN ({holes(ids)}) AND NOT removed ORDER BY "on", id',
        ids,
    )
    return [
        Cost(row["id"], row["project"], date.fromisoformat(row["on"]), row["what"], row["cents"])
        for row in rows
    ]


def answers(store: Store, people: Sequence[str], project: str) -> list[dict[str, Any]]:
    """Rows of `answers` of some people within a project, the oldest first: a later one counts."""
    beside = all_records(store, project)
    return list(
        store.query(
            f"SELECT * FROM answers WHERE project IN ({holes(beside)})"
            f" AND person IN ({holes(people)}) ORDER BY at, id",
            [*beside, *people],
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
    beside = all_records(store, project)
    rows = store.query(
        f'SELECT person, "on" FROM leavings WHERE project IN ({holes(beside)}) ORDER BY "on"',
        beside,
    )
    return {row["person"]: date.fromisoformat(row["on"]) for row in rows}


def _picture(text: str | None) -> bytes | None:
    """A logo; what another laptop wrote may be no base64, and is then no picture."""
    try:
        return base64.b64decode(text, validate=True) if text else None
    except ValueError:
        return None


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
