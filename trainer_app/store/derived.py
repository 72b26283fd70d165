"""What follows from several things at once: which events count, who is one person, who is erased.

Each function returns the names of things whose rows must be made anew.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlite_utils import Database

from trainer_app.domain.counting import Link, judge, removed_trainers, second_uses
from trainer_app.domain.events import Event, of_kind
from trainer_app.domain.folding import Row
from trainer_app.domain.kinds import AUTHORITY
from trainer_app.domain.sharing import components
from trainer_app.store.projecting import fresh
from trainer_app.store.records import SIGNED, holes, read, thing_of

DROPPED = {
    "plan": ("plan-kept", "plan-dropped"),
    "sheet": ("sheet-kept", "sheet-dropped"),
    "answer": ("answer-given", "answer-dropped"),
    "print": ("print-made", "print-dropped"),
}
"""What may be deleted for good: by thing, the kind that holds it, and the kind that says so."""
_KINDS = sorted(AUTHORITY)
_WATCHED = """
    SELECT laptop FROM forks
    UNION SELECT laptop FROM unsettled_forks
    UNION SELECT id FROM laptops WHERE last_seq IS NOT NULL
    UNION SELECT DISTINCT device FROM events WHERE aside IS NOT NULL
"""
_CONTESTED = "SELECT DISTINCT device FROM events GROUP BY device, seq HAVING count(*) > 1"


def erased_people(db: Database) -> dict[str, str]:
    """The erasure that supplies the counts, by erased person."""
    return dict(db.execute("SELECT person, erasure FROM erased").fetchall())


def watched_laptops(db: Database) -> set[str]:
    """Laptops of which not every event counts as it comes."""
    return {row[0] for row in db.execute(_WATCHED)} | _second_uses(db)


def contested_laptops(db: Database) -> set[str]:
    """Laptops with two different events in one place."""
    return {row[0] for row in db.execute(_CONTESTED)}


def judge_trainers(db: Database) -> set[str]:
    """Put aside what was signed in the name of a trainer who had been removed by then."""
    events = list(read(db, SIGNED, []))
    removals = sorted(of_kind(events, "trainer-removed"), key=lambda event: event.header.rank)
    removed = removed_trainers(
        (
            event.words["signature"],
            event.header.subject or "",
            event.words["signer"],
            event.words["known"],
        )
        for event in removals
    )
    aside = {
        event.header.hash(): "removed-trainer"
        for event in events
        if (known := removed.get(event.words.get("signer", ""))) is not None
        and event.words.get("signature") not in known
    }
    return _set_aside(
        db,
        (
            (row[0], row[1], row[2], aside.get(row[0]))
            for row in db.execute(
                f"SELECT hash, thing, aside FROM events WHERE {SIGNED}"
            ).fetchall()
        ),
    )


def judge_laptops(db: Database, laptops: Collection[str] | None = None) -> set[str]:
    """Decide anew which events of some laptops count; of all that may be contested if None."""
    if laptops is None:
        laptops = watched_laptops(db) | contested_laptops(db)
    second = _second_uses(db)
    things: set[str] = set()
    for laptop in laptops:
        things |= _judge_one(db, laptop, laptop in second)
    return things


def _judge_one(db: Database, laptop: str, second_use: bool) -> set[str]:
    rows = db.execute(
        "SELECT hash, thing, aside, seq, previous, kind FROM events WHERE device = ?", [laptop]
    ).fetchall()
    verdicts = judge(
        [Link(row[0], row[3], row[4]) for row in rows],
        last=_last(db, laptop),
        second_use=second_use,
        settled={
            after: counted.split("\n")
            for after, counted in db.execute(
                "SELECT after, counted FROM forks WHERE laptop = ?", [laptop]
            )
        },
    )
    db.execute("DELETE FROM unsettled_forks WHERE laptop = ?", [laptop])
    for after, branches in verdicts.unsettled:
        db.execute(
            "INSERT INTO unsettled_forks VALUES (?, ?, ?, ?)",
            [f"fork:{laptop}:{after}", laptop, after, "\n".join(branches)],
        )
    # What a trainer signed is true whatever laptop carries it.
    return _set_aside(
        db,
        (
            (row[0], row[1], row[2], verdicts.aside.get(row[0]))
            for row in rows
            if row[5] not in AUTHORITY
        ),
    )


def _last(db: Database, laptop: str) -> tuple[int, str] | None:
    row = db.execute(
        "SELECT last_seq, last_head FROM laptops WHERE id = ? AND last_seq IS NOT NULL", [laptop]
    ).fetchone()
    return None if row is None else (row[0], row[1])


def _second_uses(db: Database) -> set[str]:
    rows = db.execute(
        "SELECT id, invitation, admitted, readmitted FROM laptops WHERE invitation IS NOT NULL"
    ).fetchall()
    return second_uses((row[0], row[1], row[2], bool(row[3])) for row in rows)


def _set_aside(
    db: Database, rows: Iterable[tuple[str, str | None, str | None, str | None]]
) -> set[str]:
    """Rows are (hash, thing, why it is aside now, why it shall be); touches what differs."""
    things = set()
    for hash, thing, before, why in rows:
        if before == why:
            continue
        db.execute("UPDATE events SET aside = ? WHERE hash = ?", [why, hash])
        if thing is not None:
            things.add(thing)
        things |= superseded_things(db, hash)
    return things


def erase(db: Database) -> set[str]:
    """Take the words of erased people out of the log, and keep the counts that they leave."""
    rows = db.execute(
        "SELECT erasure, people, attendance FROM erasures ORDER BY erasure"
    ).fetchall()
    people = {erasure: listed.split("\n") for erasure, listed, _ in rows if listed}
    first = components(
        (f"erasure:{erasure}", f"person:{one}") for erasure, all_ in people.items() for one in all_
    )
    supplies = {erasure: first[f"erasure:{erasure}"].partition(":")[2] for erasure in people}
    fresh(
        db,
        "erased",
        ({"person": one, "erasure": supplies[e]} for e, all_ in people.items() for one in all_),
    )
    fresh(db, "erased_attendance", _counts_left(rows, supplies))
    return _take_words(db)


def _counts_left(rows: Iterable[tuple[str, str, str]], supplies: Mapping[str, str]) -> list[Row]:
    left = []
    for erasure, _, attendance in rows:
        if supplies.get(erasure) != erasure:
            continue
        for number, line in enumerate(attendance.split("\n") if attendance else []):
            session, role, status, late, early, left_at = line.split("|")
            left.append({
                "row": f"{erasure}:{number}", "erasure": erasure, "session": session,
                "role": role, "status": status, "late": int(late), "early": int(early),
                "left_at": int(left_at) if left_at else None,
            })  # fmt: skip
    return left


def _take_words(db: Database) -> set[str]:
    """What a trainer signed keeps its words: who removed whom must not be forgotten."""
    rows = db.execute(
        "SELECT hash, thing, replaces FROM events WHERE body IS NOT NULL"
        f" AND subject IN (SELECT person FROM erased) AND kind NOT IN ({holes(_KINDS)})",
        _KINDS,
    ).fetchall()
    return _make_bare(db, rows)


def dropped_things(db: Database, coming: Iterable[Event] = ()) -> set[str]:
    """What was dropped by the word of somebody, here or in what comes now."""
    found = {
        row[0]
        for kind, (_, said) in DROPPED.items()
        for row in db.execute(
            "SELECT thing FROM events WHERE kind = ? AND thing BETWEEN ? AND ?",
            [said, f"{kind}:", f"{kind}:\uffff"],
        )
    }
    gone = {said for _, said in DROPPED.values()}
    things = (thing_of(event) for event in coming if event.header.kind in gone)
    return found | {thing for thing in things if thing is not None}


def drop(db: Database, kind: str) -> set[str]:
    """Take the words of what was dropped out of the log, wherever the news comes from.

    `kind` is one of DROPPED. What a laptop said that does not count any more drops too: it is
    final.
    """
    kept, said = DROPPED[kind]
    within = [f"{kind}:", f"{kind}:\uffff"]
    rows = db.execute(
        "SELECT hash, thing, replaces FROM events WHERE kind = ? AND thing BETWEEN ? AND ?"
        " AND body IS NOT NULL AND thing IN"
        " (SELECT thing FROM events WHERE kind = ? AND thing BETWEEN ? AND ?)",
        [kept, *within, said, *within],
    ).fetchall()
    return _make_bare(db, rows)


def _make_bare(db: Database, rows: Sequence[tuple[str, str | None, str]]) -> set[str]:
    """Take the words out of events (hash, thing, replaces); returns whose rows change."""
    things = {thing for _, thing, _ in rows if thing is not None}
    for hash, _, replaces in rows:
        db.execute(
            "UPDATE events SET body = NULL, salt = NULL, thing = NULL WHERE hash = ?", [hash]
        )
        things |= supersede(db, hash, json.loads(replaces))
    return things


def supersede(db: Database, hash: str, replaced: Iterable[str]) -> set[str]:
    """Remember what an event without words had replaced."""
    for old in replaced:
        db.execute("INSERT OR IGNORE INTO superseded (id, by) VALUES (?, ?)", [old, hash])
    return superseded_things(db, hash)


def found_again(db: Database, hash: str) -> set[str]:
    """Forget what an event had replaced while its words were missing: they say it themselves."""
    things = superseded_things(db, hash)
    db.execute("DELETE FROM superseded WHERE by = ?", [hash])
    return things


def superseded_things(db: Database, hash: str) -> set[str]:
    """The things of what an event without words had replaced."""
    found = db.execute(
        "SELECT thing FROM events WHERE thing IS NOT NULL"
        " AND id IN (SELECT id FROM superseded WHERE by = ?)",
        [hash],
    )
    return {row[0] for row in found}


def share(db: Database) -> set[str]:
    """Work out who is one person; returns the things of everyone for whom that changed."""
    before = dict(db.execute("SELECT person, stands FROM same").fetchall())
    gone = erased_people(db)
    pairs = db.execute("SELECT a, b FROM edges").fetchall()
    now = components((a, b) for a, b in pairs if a not in gone and b not in gone)
    changed = {one for one in {*before, *now} if before.get(one, one) != now.get(one, one)}
    # Who stands for others stays where she was, but what stands under her changes.
    changed |= {of[one] for of in (before, now) for one in changed if one in of}
    fresh(db, "same", ({"person": one, "stands": first} for one, first in now.items()))
    things: set[str] = set()
    for one in changed:
        found = db.execute(
            "SELECT DISTINCT thing FROM events WHERE subject = ? AND thing IS NOT NULL", [one]
        )
        things |= {row[0] for row in found}
    return things
