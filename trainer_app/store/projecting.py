"""From all events about one thing to its row, under the id that stands for a person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlite_utils import Database

from trainer_app.domain.conflicts import competing
from trainer_app.domain.events import Event
from trainer_app.domain.folding import FOLDS, Row, key_of
from trainer_app.domain.kinds import AUTHORITY
from trainer_app.store.records import events_about, holes
from trainer_app.store.schema import PRIMARY

# Their names end in a person's id: what was said of each of her ids is about one thing.
_OF_A_PERSON = frozenset({"pictures", "enrolment", "attendance", "restriction"})


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
    done: set[str] = set()
    for thing in {*things, *sharing.shown_with(things)}:
        names = sharing.names_of(thing)
        if names[0] not in done:
            done.add(names[0])
            _project(db, names, sharing)


def row_of(db: Database, thing: str, sharing: Sharing) -> Row | None:
    """The row that the log makes of a thing, or None where there is nothing to show."""
    names = sharing.names_of(thing)
    return _row(db, names, list(events_of(db, names)), sharing)


def events_of(db: Database, names: Collection[str]) -> Iterator[Event]:
    """All events about a thing under any of its names.

    What an erased event had replaced comes without its body: it stays replaced.
    """
    events = list(events_about(db, *names))
    gone = _superseded(db, events)
    for event in events:
        yield replace(event, body=None) if event.id in gone else event


def _superseded(db: Database, events: Collection[Event]) -> set[str]:
    if not events or not db.execute("SELECT 1 FROM superseded LIMIT 1").fetchone():
        return set()
    # What a trainer signed is replaced by nothing but what a trainer signed.
    ids = [event.id for event in events if event.header.kind not in AUTHORITY]
    found = db.execute(
        "SELECT superseded.id FROM superseded JOIN events ON events.hash = superseded.by"
        f" WHERE events.aside IS NULL AND superseded.id IN ({holes(ids)})",
        ids,
    )
    return {row[0] for row in found}


def _project(db: Database, names: tuple[str, ...], sharing: Sharing) -> None:
    thing = names[0]
    table = FOLDS[thing.partition(":")[0]][0]
    events = list(events_of(db, names))
    row = _row(db, names, events, sharing)
    for other in names if row is None else names[1:]:
        db.execute(f"DELETE FROM {table} WHERE {PRIMARY[table]} = ?", [key_of(other)])
    if row is not None:
        _put(db, table, row)
    amount = len(competing(thing, events))
    if amount > 1:
        _put(db, "conflicts", {"thing": thing, "amount": amount})
    else:
        db.execute("DELETE FROM conflicts WHERE thing = ?", [thing])
    for other in names[1:]:
        db.execute("DELETE FROM conflicts WHERE thing = ?", [other])


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


def _put(db: Database, table: str, row: Row) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    db.execute(
        f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({holes(list(row))})", list(row.values())
    )


def fresh(db: Database, table: str, rows: Iterable[Row]) -> None:
    """Fill a whole table anew."""
    db.execute(f"DELETE FROM {table}")
    for row in rows:
        _put(db, table, row)
