"""From all events about one thing to its row, under the id that stands for a person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from sqlite_utils import Database

from trainer_app.domain.conflicts import COMPARED, competing
from trainer_app.domain.events import Event
from trainer_app.domain.folding import FOLDS, Row, key_of
from trainer_app.domain.kinds import AUTHORITY, KINDS
from trainer_app.store.records import events_about, holes
from trainer_app.store.schema import PRIMARY

# One question to the log for so many things, where each would cost as much to ask.
_AT_ONCE = 200
# Their names end in a person's id: what was said of each of her ids is about one thing.
_OF_A_PERSON = frozenset(
    {"pictures", "enrolment", "attendance", "restriction", "consent", "left", "pay", "print"}
)


@dataclass(frozen=True, slots=True)
class Sharing:
    """Which ids are of one person: `stands` for each, and all `members` of who stands."""

    stands: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, db: Database) -> Sharing:
        """As the tables say now."""
        members: dict[str, list[str]] = {}
        stands = dict(db.execute("SELECT person, stands FROM same ORDER BY person").fetchall())
        for person, first in stands.items():
            members.setdefault(first, []).append(person)
        return cls(stands, {first: tuple(all_) for first, all_ in members.items()})

    def names_of(self, thing: str) -> tuple[str, ...]:
        """All names of a thing, the one that its row carries first."""
        kind, _, rest = thing.partition(":")
        if not self.stands or kind not in _OF_A_PERSON:
            return (thing,)
        before, _, person = rest.rpartition(":")
        first = self.stands.get(person, person)
        start = f"{kind}:{before}:" if before else f"{kind}:"
        return tuple(start + one for one in self.members.get(first, (person,)))

    def shown_with(self, things: Iterable[str]) -> Iterator[str]:
        """The people whose rows show something of one of these, under another id of theirs."""
        for thing in things if self.stands else ():
            kind, _, person = thing.partition(":")
            if kind == "person" and person in self.stands:
                yield f"person:{self.stands[person]}"


def project_all(db: Database, things: Collection[str]) -> None:
    """Make the rows of some things anew from all events about them."""
    sharing = Sharing.of(db)
    named = {}
    for thing in {*things, *sharing.shown_with(things)}:
        names = sharing.names_of(thing)
        named[names[0]] = names
    rest = iter(named.values())
    while some := list(islice(rest, _AT_ONCE)):
        _project(db, some, sharing)


def row_of(db: Database, thing: str, sharing: Sharing) -> Row | None:
    """The row that the log makes of a thing, or None where there is nothing to show."""
    names = sharing.names_of(thing)
    return _row(db, names, list(events_of(db, names)), sharing)


def events_of(db: Database, names: Collection[str]) -> Iterator[Event]:
    """All events about a thing under any of its names.

    What an erased event had replaced comes without its body: it stays replaced.
    """
    for events in _events_by_name(db, names).values():
        yield from events


def _events_by_name(db: Database, names: Collection[str]) -> dict[str, list[Event]]:
    found = events_about(db, list(names))
    gone = _superseded(db, names)
    if not gone:
        return found
    return {
        name: [replace(one, body=None) if one.id in gone else one for one in events]
        for name, events in found.items()
    }


def _superseded(db: Database, names: Collection[str]) -> set[str]:
    if not db.execute("SELECT 1 FROM superseded LIMIT 1").fetchone():
        return set()
    found = db.execute(
        "SELECT old.id, old.kind, bare.kind FROM events AS old"
        " JOIN superseded ON superseded.id = old.id"
        " JOIN events AS bare ON bare.hash = superseded.by"
        f" WHERE old.thing IN ({holes(list(names))}) AND bare.aside IS NULL",
        list(names),
    )
    # Nobody knows any more what it was about, but a join never replaced a mark; and what a
    # trainer signed is replaced by nothing but what a trainer signed.
    return {id for id, old, by in found if old not in AUTHORITY and _about(old) == _about(by)}


def _about(kind: str) -> str | None:
    return KINDS[kind].thing.partition(":")[0] if kind in KINDS else None


def _project(db: Database, named: Sequence[tuple[str, ...]], sharing: Sharing) -> None:
    """Make the rows of some things anew, each given by all its names."""
    about = _events_by_name(db, [name for names in named for name in names])
    rows: dict[str, list[Row]] = {"conflicts": []}
    old: dict[str, list[str]] = {"conflicts": []}
    for names in named:
        kind = names[0].partition(":")[0]
        table = FOLDS[kind][0]
        events = [event for name in names for event in about[name]]
        row = _row(db, names, events, sharing)
        old.setdefault(table, []).extend(map(key_of, names if row is None else names[1:]))
        if row is not None:
            rows.setdefault(table, []).append(row)
        if kind in COMPARED:
            old["conflicts"].extend(names)
            amount = len(competing(names[0], events))
            if amount > 1:
                rows["conflicts"].append({"thing": names[0], "amount": amount})
    for table, keys in old.items():
        db.conn.executemany(
            f"DELETE FROM {table} WHERE {PRIMARY[table]} = ?", [[key] for key in keys]
        )
    for table, made in rows.items():
        _put(db, table, made)


def _row(db: Database, names: tuple[str, ...], events: list[Event], sharing: Sharing) -> Row | None:
    thing = names[0]
    kind = thing.partition(":")[0]
    row = FOLDS[kind][1](events)
    if row is None:
        return None
    if kind == "person":
        return _whole_person(db, row, sharing)
    if "person" in row:
        row["person"] = sharing.stands.get(row["person"], row["person"])
        if "thing" in row:
            row["thing"] = thing
    return row


def _whole_person(db: Database, row: Row, sharing: Sharing) -> Row:
    """What was left empty under the id that stands is taken from her other ids."""
    person = row["id"]
    row["stands"] = sharing.stands.get(person, person)
    for other in sharing.members.get(person, ())[1:]:
        more = FOLDS["person"][1](list(events_of(db, (f"person:{other}",)))) or {}
        row.update({name: more[name] for name in more if row.get(name) is None})
    return row


def _put(db: Database, table: str, rows: Iterable[Row]) -> None:
    alike: dict[tuple[str, ...], list[list[Any]]] = {}
    for row in rows:
        alike.setdefault(tuple(row), []).append(list(row.values()))
    for columns, values in alike.items():
        names = ", ".join(f'"{name}"' for name in columns)
        db.conn.executemany(
            f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({holes(columns)})", values
        )


def fresh(db: Database, table: str, rows: Iterable[Row]) -> None:
    """Fill a whole table anew."""
    db.execute(f"DELETE FROM {table}")
    _put(db, table, rows)
