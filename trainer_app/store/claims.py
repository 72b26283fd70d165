"""Reads claims as they were signed, and under which ids their people and projects stand today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from trainer_app.domain.errors import MalformedEvent
from trainer_app.domain.events import Event
from trainer_app.domain.funding.answers import Consent
from trainer_app.domain.funding.projects import same_name
from trainer_app.domain.kinds import KINDS
from trainer_app.store.funding import all_records
from trainer_app.store.records import holes
from trainer_app.store.store import Store
from trainer_app.store.vouching import signed_events

_KIND = "claim-submitted"


def submitted(store: Store) -> list[Event]:
    """Every claim that was handed in, the oldest first; what a newer program wrote is left out."""
    known = (event for event in signed_events(store, [_KIND]) if _is_known(event))
    return sorted(known, key=lambda event: event.header.rank)


def _is_known(event: Event) -> bool:
    try:
        KINDS[_KIND].check(event.words, event.header.subject, event.header.version)
    except MalformedEvent:
        return False
    return True


def people_today(store: Store) -> dict[str, str]:
    """Ids of people who have another one today: joined with another entry, or erased."""
    same = {row["person"]: row["stands"] for row in store.query("SELECT * FROM same")}
    erased = {row["person"]: row["erasure"] for row in store.query("SELECT * FROM erased")}
    found = {}
    for person in {*same, *erased}:
        stands = same.get(person, person)
        now = erased.get(person) or erased.get(stands) or stands
        if now != person:
            found[person] = now
    return found


def projects_today(store: Store) -> dict[str, str]:
    """The id of each record of a project to the one that stands for all of its name."""
    first: dict[str, str] = {}
    rows = store.query("SELECT id, name FROM projects ORDER BY id")
    return {row["id"]: first.setdefault(same_name(row["name"]), row["id"]) for row in rows}


def sessions_with_sheets(store: Store) -> frozenset[str]:
    """Ids of the sessions that have a photo of their signed sheet."""
    return frozenset(row["session"] for row in store.query("SELECT DISTINCT session FROM sheets"))


def consents_of(store: Store, project: str, people: Sequence[str]) -> dict[str, dict[str, Consent]]:
    """What some people agreed to within a project, and what not, by person and use."""
    found: dict[str, dict[str, Consent]] = {}
    records = all_records(store, project)
    rows = store.query(
        f"SELECT * FROM consents WHERE project IN ({holes(records)})"
        f" AND person IN ({holes(people)}) ORDER BY thing",
        [*records, *people],
    )
    for row in rows:
        found.setdefault(row["person"], {})[row["use"]] = Consent(
            row["project"], row["use"], bool(row["given"]), date.fromisoformat(row["on"]),
            row["how"], row["language"], bool(row["interpreter"]), row["guardian"],
        )  # fmt: skip
    return found
