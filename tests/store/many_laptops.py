"""Laptops of one centre on real encrypted files, whose clocks are wrong by up to a lifetime."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from centres import KEY, Clock, tables
from histories import lines_left
from hypothesis import strategies as st

from trainer_app.domain.events import NO_HASH, Body, Draft, Event, seal
from trainer_app.domain.kinds import AUTHORITY, KINDS, Kind
from trainer_app.store import health, pooling
from trainer_app.store.engine import connect
from trainer_app.store.records import read, sealed
from trainer_app.store.store import FILE, Store

PEOPLE = ("p1", "p2", "p3", "p4", "p5")
TRAINERS = ("t1", "t2", "t3")
SIGNATURES = ("00", "01", "02", "03")
STATE_KEY = "11" * 32
_POOLS: dict[str, Sequence[str | None]] = {
    "course": ("c1", "c2"),
    "session": ("s1", "s2"),
    "sitting": ("x1", "x2", "x3"),
    "lesson": ("l1", "l2"),
    "edge": ("e1", "e2", "e3", "e4", "e5"),
    "other": PEOPLE,
    "erasure": ("z1", "z2", "z3"),
    "project": ("j1",),
    "scam": ("k1", "k2"),
    "plan": ("n1", "n2"),
    "path": ("w1", "w2"),
    "invitation": (None, "i1"),
    "signer": (*TRAINERS, "recovery"),
    "signature": SIGNATURES,
}
_IDS = {"sheet": ("g1", "g2")}
"""For fields that elsewhere hold something else than an id."""
_OFTEN = ("attendance-marked", "same-person", "person-set", "sitting-began", "enrolled")
# Few values, so that laptops often say the same of a thing, or nearly so.
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": st.sampled_from(["", "a", "Олена"]),
    "int": st.integers(-1, 2),
    "count": st.integers(0, 2),
    "moment": st.integers(0, 2),
    "flag": st.booleans(),
    "list": st.sampled_from([[], ["l1"], ["l1", "l2"]]),
    "date": st.sampled_from(["2026-11-24", "2027-01-01"]),
    "clock": st.just("10:00"),
    "status": st.sampled_from(["present", "late", "absent"]),
    "role": st.sampled_from(["participant", "helper"]),
    "rows": st.lists(lines_left, max_size=2),
}
focuses = st.lists(st.sampled_from([*KINDS, *_OFTEN, *_OFTEN]), min_size=1, max_size=5)
"""What one evening is mostly about: where every kind is as likely, few meet."""


@dataclass
class Laptop:
    """One laptop, with an older copy of its file if somebody made one."""

    folder: Path
    clock: Clock
    store: Store
    older: bool = False

    def everything(self) -> list[Event]:
        return list(read(self.store.reader, "1", []))

    def own_chain(self) -> list[Event]:
        return list(read(self.store.reader, "device = ? ORDER BY seq", [self.store.device]))

    def values(self, sql: str) -> list[Any]:
        return [row[0] for row in self.store.reader.execute(sql).fetchall()]


class Centre:
    """Some laptops, what people do on them, and what one learns from another."""

    def __init__(self, years: Sequence[int], focus: Sequence[str]) -> None:
        self.focus = [*focus, "attendance-marked"]
        self._place = TemporaryDirectory(prefix="laptops-")
        self.laptops = [self._made(number, wrong) for number, wrong in enumerate(years)]
        self._made_by_hand = 0

    def _made(self, number: int, years: int) -> Laptop:
        folder = Path(self._place.name) / str(number)
        folder.mkdir()
        # A copied store takes a device id of its own as soon as it is opened.
        (folder / FILE).write_bytes(_empty_store())
        clock = Clock(datetime(2026, 11, 24, 9, tzinfo=UTC) + timedelta(days=365 * years))
        return Laptop(folder, clock, Store.open(folder, KEY, clock.now))

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.store.close()
        self._place.cleanup()

    # What people do

    def write(self, laptop: Laptop, draft: Draft) -> Event:
        laptop.clock.forward(seconds=7)
        return laptop.store.append(draft)[0]

    def by_hand(self, draft: Draft, after: Event | None, device: str, version: int) -> Event:
        """An event that follows another as if its laptop had written it."""
        self._made_by_hand += 1
        return seal(
            draft,
            id=f"by-hand-{self._made_by_hand}",
            device=device,
            seq=after.header.seq + 1 if after else 1,
            clock=1_700_000_000_000 + self._made_by_hand % 3,
            previous=after.header.hash() if after else NO_HASH,
            salt=f"{self._made_by_hand:032x}",
            version=version,
        )

    def copy(self, laptop: Laptop) -> None:
        laptop.store.reader.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        shutil.copyfile(laptop.folder / FILE, laptop.folder / "older.db")
        laptop.older = True

    def restore(self, laptop: Laptop) -> None:
        """Put the older copy back; the laptop writes under another name from then on."""
        before = laptop.store.device
        laptop.store.close()
        shutil.copyfile(laptop.folder / "older.db", laptop.folder / FILE)
        db = connect(laptop.folder / FILE, KEY)
        db.execute("INSERT OR REPLACE INTO secrets (name, value) VALUES ('restored', '1')")
        db.close()
        laptop.store = Store.open(laptop.folder, KEY, laptop.clock.now)
        assert laptop.store.device != before

    # What laptops learn

    def take_in(self, laptop: Laptop, events: Iterable[Event], batch: int = 500) -> int:
        rows = [sealed(event) for event in events]
        return sum(
            pooling.take_in(laptop.store, rows[start : start + batch])
            for start in range(0, len(rows), batch)
        )

    def everybody_hears_everything(self) -> None:
        for _ in range(2):
            for laptop in self.laptops:
                for other in self.laptops:
                    if other is not laptop:
                        self.take_in(laptop, other.everything())


@cache
def _empty_store() -> bytes:
    with TemporaryDirectory() as name:
        clock = Clock()
        Store.create(Path(name), KEY, clock.now).close()
        return (Path(name) / FILE).read_bytes()


@cache
def _bodies(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    def values(name: str, of: str) -> st.SearchStrategy[Any]:
        if name in _POOLS:
            return st.sampled_from(_POOLS[name])
        return st.sampled_from(_IDS.get(name, ("",))) if of == "id" else _VALUES[of.rstrip("?")]

    fields = KINDS[kind].fields
    must = {name: values(name, of) for name, of in fields.items() if not of.endswith("?")}
    may = {name: values(name, of) for name, of in fields.items() if of.endswith("?")}
    body = st.fixed_dictionaries(must, optional=may)
    if kind == "quiz-finished":
        body = body.map(lambda made: {**made, "right": min(made["right"], made["of"])})
    return body


@st.composite
def drafts(draw: st.DrawFn, laptop: Laptop, *kinds: str) -> Draft:
    """Anything that somebody may say on a laptop, about few enough things that they meet."""
    kind = KINDS[draw(st.sampled_from(kinds or sorted(KINDS)))]
    body = draw(_bodies(kind.name))
    subject = None
    if kind.has_subject:
        subject = draw(st.sampled_from(TRAINERS if kind.name in AUTHORITY else PEOPLE))
    if kind.name in AUTHORITY:
        body |= draw(_of_trainers(laptop, kind))
    replaces: set[str] = set()
    if draw(st.integers(0, 3)) == 0:
        # An edit by somebody who saw what stands, or one that names anything at all.
        replaces = set(laptop.store.standing_ids(kind.thing_of(body, subject)))
    elif draw(st.integers(0, 9)) == 0:
        ids = laptop.values("SELECT id FROM events ORDER BY id LIMIT 30")
        replaces = draw(st.sets(st.sampled_from(ids), max_size=2)) if ids else set()
    return Draft(kind.name, body, subject, None, tuple(replaces))


@st.composite
def _of_trainers(draw: st.DrawFn, laptop: Laptop, kind: Kind) -> Body:
    """What the words of trainers say of laptops, forks, people and each other."""
    more: dict[str, Any] = {}
    devices = sorted({laptop.store.device, *laptop.values("SELECT DISTINCT device FROM events")})
    if "laptop" in kind.fields:
        more["laptop"] = draw(st.sampled_from(devices))
    if kind.name == "laptop-shut-out":
        chain = list(read(laptop.store.reader, "device = ? ORDER BY seq, hash", [more["laptop"]]))
        last = draw(st.sampled_from(chain)) if chain else None
        more["seq"] = last.header.seq if last else 0
        more["head"] = last.header.hash() if last else NO_HASH
    if kind.name == "fork-settled":
        open_forks = laptop.store.reader.execute(
            "SELECT laptop, after, branches FROM unsettled_forks ORDER BY thing"
        ).fetchall()
        if open_forks:
            more["laptop"], more["after"], branches = draw(st.sampled_from(open_forks))
            more["counted"] = draw(st.lists(st.sampled_from(branches.split("\n")), unique=True))
    if kind.name == "person-erased":
        more["people"] = draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True))
        more["attendance"] = draw(st.lists(lines_left, max_size=2))
    if kind.name == "trainer-removed":
        more["known"] = sorted(draw(st.sets(st.sampled_from(SIGNATURES))))
    return more


@st.composite
def branches(draw: st.DrawFn, centre: Centre, laptop: Laptop) -> list[Event]:
    """A second history of a laptop from some place in its chain on, as a disk image would write."""
    chain = laptop.own_chain()
    at = draw(st.integers(0, len(chain)))
    after = chain[at - 1] if at else None
    found = []
    for _ in range(draw(st.integers(1, 3))):
        draft = draw(drafts(laptop, *centre.focus))
        after = centre.by_hand(draft, after, laptop.store.device, KINDS[draft.kind].version)
        found.append(after)
    return found


@st.composite
def strange_events(draw: st.DrawFn, centre: Centre, laptop: Laptop) -> Event:
    """What a newer program wrote, or one that is broken."""
    known = draw(drafts(laptop, *centre.focus))
    kind, body, version = known.kind, dict(known.body), KINDS[known.kind].version
    way = draw(st.sampled_from(["kind", "version", "no version", "field", "value", "subject"]))
    if way == "kind":
        kind = "badge-given"
    elif way == "version":
        version += 1
    elif way == "no version":
        version = 0
    elif way == "field":
        body.pop(draw(st.sampled_from(sorted(body))), None)
    elif way == "value":
        wrong = st.sampled_from([None, -1, 2**70, [1], {"a": 1}, "a|b", ["x|y"], "a:b", True])
        body[draw(st.sampled_from(sorted(body)))] = draw(wrong)
    subject = draw(st.sampled_from([None, "p1", "p1:p2"])) if way == "subject" else known.subject
    draft = Draft(kind, body, subject, None, known.replaces)
    chain = list(
        read(laptop.store.reader, "device = 'stranger' ORDER BY seq DESC, hash LIMIT 1", [])
    )
    return centre.by_hand(draft, chain[0] if chain else None, "stranger", version)


@st.composite
def carried(draw: st.DrawFn, source: Laptop) -> list[Event]:
    """Some of what a laptop holds, in any order, some of it twice, some of it without words."""
    events = source.everything()
    if not events:
        return []
    random = draw(st.randoms(use_true_random=False))
    share = draw(st.sampled_from([0.1, 0.5, 0.9, 1.0]))
    taken = [event for event in events if random.random() < share]
    if draw(st.booleans()):
        random.shuffle(taken)
        taken += taken[: draw(st.integers(0, 3))]
    if draw(st.integers(0, 9)) == 0:
        taken = [
            replace(event, body=None, salt=None) if random.random() < 0.2 else event
            for event in taken
        ]
    return taken


# What has to be true


def assert_sound(laptop: Laptop) -> None:
    """What stands in the tables is what the log makes of itself."""
    assert health.stale_things(laptop.store) == []
    before = picture(laptop)
    laptop.store.rebuild()
    assert picture(laptop) == before


def picture(laptop: Laptop) -> tuple[str, Any, Any]:
    """All that laptops which hold the same must agree on."""
    rows = laptop.store.reader.execute(
        "SELECT hash, thing, aside, body, salt FROM events ORDER BY hash"
    ).fetchall()
    replaced = laptop.store.reader.execute(
        "SELECT id, by FROM superseded ORDER BY id, by"
    ).fetchall()
    return (health.state_hash(laptop.store, STATE_KEY), tables(laptop.store), [*rows, *replaced])


def assert_all_agree(centre: Centre) -> None:
    """Nothing is missing anywhere, all tables are equal, and who was erased is gone everywhere."""
    union = {hash for one in centre.laptops for hash in one.values("SELECT hash FROM events")}
    centre.everybody_hears_everything()
    first = picture(centre.laptops[0])
    for laptop in centre.laptops:
        assert set(laptop.values("SELECT hash FROM events")) == union
        assert picture(laptop) == first
        erased = set(laptop.values("SELECT person FROM erased"))
        for event in laptop.everything():
            gone = event.header.subject in erased and event.header.kind not in AUTHORITY
            assert not gone or (event.body, event.salt) == (None, None)
        for line in laptop.values("SELECT person FROM attendance"):
            assert line not in erased
    # They are equal to the last byte, so what is true of one is true of all.
    assert_sound(centre.laptops[0])


def assert_an_informed_edit_wins(centre: Centre, laptop: Laptop) -> None:
    """Whoever saw what stands and says otherwise is right, and if her clock stands still."""
    erased = set(laptop.values("SELECT person FROM erased"))
    left = [one for one in PEOPLE if one not in erased]
    if not left:
        return
    laptop.clock.moment = laptop.clock.now().replace(year=1970)
    body = {"session": "s1", "status": "excused", "late": 3, "early": 4, "role": "helper"}
    seen = laptop.store.standing_ids(f"attendance:s1:{left[0]}")
    edit = centre.write(laptop, Draft("attendance-marked", body, left[0], None, seen))
    if laptop.values(f"SELECT aside FROM events WHERE id = '{edit.id}'") != [None]:
        return  # what a laptop writes that was shut out counts for nothing
    for other in centre.laptops:
        if other is not laptop:
            centre.take_in(other, laptop.everything())
        stands = dict(other.store.reader.execute("SELECT person, stands FROM same").fetchall())
        row = next(
            other.store.query(
                "SELECT * FROM attendance WHERE session = 's1' AND person = ?",
                [stands.get(left[0], left[0])],
            )
        )
        assert (row["status"], row["late"], row["role"]) == ("excused", 3, "helper")
        assert row["marks"] == 1
        thing = row["thing"]
        assert other.values(f"SELECT amount FROM conflicts WHERE thing = '{thing}'") == []
