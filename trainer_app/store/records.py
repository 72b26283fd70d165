"""Events as rows of the log, and what each is about."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlite_utils import Database

from trainer_app.domain.errors import MalformedEvent
from trainer_app.domain.events import Event, Header, canonical
from trainer_app.domain.kinds import AUTHORITY, KINDS

COLUMNS = (
    "id, device, seq, clock, by, kind, version, subject, replaces, previous, body_hash, salt, body"
)


SIGNED_THINGS = frozenset(KINDS[kind].thing.partition(":")[0] for kind in AUTHORITY)
"""What only a trainer says anything about."""
SIGNED = " OR ".join(
    f"thing = '{kind}' OR (thing > '{kind}:' AND thing < '{kind};')"
    for kind in sorted(SIGNED_THINGS)
)
"""A thing's name begins with its kind: the index finds these few among all events."""


class Sealed(NamedTuple):
    """An event with its header's hash and its body as canonical JSON, each worked out once."""

    event: Event
    hash: str
    text: str | None


def sealed(event: Event) -> Sealed:
    """Work out what a row needs of an event."""
    text = None if event.body is None else canonical(dict(event.body)).decode()
    return Sealed(event, event.header.hash(), text)


def row_of(one: Sealed, thing: str | None, erased: bool) -> list[object]:
    """The row of an event, in the order of COLUMNS, then hash and thing."""
    header = one.event.header
    bare = erased or one.text is None
    return [
        header.id, header.device, header.seq, header.clock, header.by, header.kind,
        header.version, header.subject, list_text(header.replaces), header.previous,
        header.body_hash, None if bare else one.event.salt, None if bare else one.text,
        one.hash, thing,
    ]  # fmt: skip


def list_text(items: Iterable[str]) -> str:
    """A list of ids as a row holds it."""
    listed = list(items)
    return json.dumps(listed, separators=(",", ":")) if listed else "[]"


def thing_of(event: Event) -> str | None:
    """What an event is about; None for what has no words left, or shows nowhere yet.

    What a newer program wrote, or what breaks the rules of its kind, is kept but not shown.
    """
    header = event.header
    kind = KINDS.get(header.kind)
    if kind is None or event.body is None:
        return None
    try:
        kind.check(event.body, header.subject, header.version)
    except MalformedEvent:
        return None
    return kind.thing_of(event.body, header.subject)


def events_about(db: Database, things: Sequence[str]) -> dict[str, list[Event]]:
    """All events about each of some things that count, in no promised order."""
    found: dict[str, list[Event]] = {thing: [] for thing in things}
    rows = db.execute(
        f"SELECT {COLUMNS}, thing FROM events WHERE thing IN ({holes(things)}) AND aside IS NULL",
        list(things),
    )
    for *row, thing in rows:
        found[thing].append(_event(row))
    return found


def events_with(db: Database, ids: Sequence[str]) -> Iterator[Event]:
    """The events with these ids that are there."""
    return read(db, f"id IN ({holes(ids)})", ids)


def chain_of(db: Database, device: str) -> Iterator[Event]:
    """A laptop's events in the order it wrote them."""
    return read(db, "device = ? ORDER BY seq, hash", [device])


def read(db: Database, where: str, values: Sequence[object]) -> Iterator[Event]:
    """The events that fit a condition."""
    for row in db.execute(f"SELECT {COLUMNS} FROM events WHERE {where}", list(values)):
        yield _event(row)


def _event(row: Sequence[Any]) -> Event:
    id, device, seq, clock, by, kind, version, subject, old, previous, said, salt, body = row
    replaces = () if old == "[]" else tuple(json.loads(old))
    header = Header(id, device, seq, clock, by, kind, version, subject, replaces, previous, said)
    return Event(header, salt, None if body is None else json.loads(body))


def holes(values: Sequence[object]) -> str:
    """As many question marks as there are values."""
    return ",".join("?" * len(values))
