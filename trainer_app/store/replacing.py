"""Puts another file in the place of the store, and keeps whole what stood there before.

Everything is made ready in a folder of its own. From the moment that a marker lies beside the
store, whoever comes next finishes; until then whoever comes next throws the unfinished away. So
a laptop that dies in the middle opens with the old store or with the new one.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from trainer_app.domain.errors import SnapshotDamaged, StoreDamaged
from trainer_app.domain.events import Event
from trainer_app.domain.keeping import Holds
from trainer_app.domain.kinds import AUTHORITY
from trainer_app.store.engine import connect, known_trouble, put_in_place
from trainer_app.store.home import home_of
from trainer_app.store.pooling import BATCH, take_in
from trainer_app.store.records import holes, read, sealed
from trainer_app.store.snapshots import check, copy_whole, hashes
from trainer_app.store.store import FILE, Store

FOLDER = "replaced"
WORKSHOP = "restoring"
MARKER = "restoring.json"
_PARTS = tuple(FILE + suffix for suffix in ("-wal", "-shm", "-journal", ""))
"""The store last: where it lies, its log lies already."""
_OWN = frozenset({"shape", "schema", "home", "restored"})
"""Secrets that say something of one file, not of the laptop."""

Now = Callable[[], datetime]


def prepare(
    folder: Path,
    key: bytes,
    now: Now,
    *,
    source: Path | None,
    bring: Iterable[Event] = (),
    secrets: Mapping[str, str] | None = None,
) -> Holds:
    """Make the file ready that will be the store; nothing that is there now is touched.

    `source`: a closed store that is copied; without one an empty store is made, with `secrets`.
    `bring`: events that it shall hold too. Raises SnapshotDamaged, NewerSchema, DiskFull,
    ReadOnly, UnreadableFile.
    """
    place = folder / WORKSHOP
    finish_if_begun(folder)
    try:
        with known_trouble(place):
            place.mkdir()
        store = (
            Store.create(place, key, now) if source is None else _opened(source, place, key, now)
        )
        try:
            coming = map(sealed, bring)
            while some := list(islice(coming, BATCH)):
                take_in(store, some)
            for name, value in (secrets or {}).items():
                if name not in _OWN:
                    store.keep_secret(name, value)
            # Its sequence may have gone on in the file that it replaces.
            store.keep_secret("restored", "1")
            # Closing keeps trouble with the disk to itself; the file is moved without its log.
            store.fold_in()
        finally:
            store.close()
        with _said_of(source):
            return check(place / FILE, key)
    except BaseException:
        discard(folder)
        raise


def prepare_from(store: Store, source: Path, now: Now) -> tuple[Holds, int]:
    """Make a backup of an open store ready to take its place; returns how much it was given.

    It is given all that trainers signed since: erasures, and who and which laptops belong here.
    Raises what `prepare` raises.
    """
    with _said_of(source):
        there = hashes(source, store.key)
    kinds = sorted(AUTHORITY)
    with store.reading() as db:
        signed = read(db, f"kind IN ({holes(kinds)}) ORDER BY device, seq", kinds)
        bring = [event for event in signed if event.header.hash() not in there]
    holds = prepare(store.file.parent, store.key, now, source=source, bring=bring)
    return holds, len(bring)


def swap(folder: Path, moment: datetime, *, beside: Sequence[Path] = ()) -> str:
    """Put what `prepare` made in the place of the store, which nobody may have open.

    What stood there lies in `replaced/` afterwards, with copies of `beside`, under the name that
    is returned. Raises DiskFull, ReadOnly: then `finish_if_begun` goes on where this stopped.
    """
    name = _next_name(folder, moment)
    aside = folder / FOLDER / name
    with known_trouble(aside):
        aside.mkdir(parents=True)
    for one in beside:
        copy_whole(one, aside / one.name)
    marker = folder / MARKER
    new = marker.with_name(f"{MARKER}.new")
    with known_trouble(marker):
        new.write_text(json.dumps({"replaced": name}), encoding="utf-8")
    put_in_place(new, marker)
    _carry_out(folder, aside)
    return name


def finish_if_begun(folder: Path) -> bool:
    """Finish or undo what was interrupted; returns whether a file was put in place.

    Call it before anybody asks whether there is a store. Raises DiskFull, ReadOnly.
    """
    marker = folder / MARKER
    if not marker.exists():
        discard(folder)
        return False
    _carry_out(folder, folder / FOLDER / _named_in(marker))
    return True


@contextmanager
def workshop(folder: Path) -> Iterator[Path]:
    """A folder to work in, gone at the end; what a dying laptop leaves there the next start finds.

    Raises DiskFull, ReadOnly.
    """
    finish_if_begun(folder)
    with known_trouble(folder / WORKSHOP):
        (folder / WORKSHOP).mkdir()
    try:
        yield folder / WORKSHOP
    finally:
        discard(folder)


def discard(folder: Path) -> None:
    """Throw away what was made ready and is not used. Raises ReadOnly."""
    with known_trouble(folder):
        (folder / f"{MARKER}.new").unlink(missing_ok=True)
        if (folder / WORKSHOP).exists():
            shutil.rmtree(folder / WORKSHOP)


def replaced(folder: Path) -> list[str]:
    """Names of what was replaced, oldest first."""
    inside = folder / FOLDER
    return sorted(one.name for one in inside.iterdir()) if inside.is_dir() else []


def remove_replaced(folder: Path) -> None:
    """Throw away all that was replaced: after an erasure, or once the keys were renewed."""
    with known_trouble(folder):
        if (folder / FOLDER).exists():
            shutil.rmtree(folder / FOLDER)


def _opened(source: Path, place: Path, key: bytes, now: Now) -> Store:
    """Copy a backup and open the copy, which reads every page of it that is in use."""
    file = copy_whole(source, place / FILE)
    with _said_of(source):
        db = connect(file, key)
        try:
            with known_trouble(file), db.atomic():
                # It begins anew where it will stand, not here already.
                home = home_of(file)
                db.execute("INSERT OR REPLACE INTO secrets VALUES ('home', ?)", [home])
                db.execute("DELETE FROM secrets WHERE name = 'restored'")
        finally:
            db.close()
        return Store.open(place, key, now)


@contextmanager
def _said_of(source: Path | None) -> Iterator[None]:
    """What is wrong with the copy of a backup is wrong with the backup."""
    try:
        yield
    except (StoreDamaged, SnapshotDamaged):
        raise SnapshotDamaged(file=FILE if source is None else source.name) from None


def _carry_out(folder: Path, aside: Path) -> None:
    """Everything after the marker; begun again from any point it comes to the same end."""
    file, ready = folder / FILE, folder / WORKSHOP / FILE
    with known_trouble(file):
        aside.mkdir(parents=True, exist_ok=True)
        if ready.exists():
            for part in _PARTS:
                if (folder / part).exists():
                    (folder / part).replace(_free(aside / part))
            _settle(aside)
            put_in_place(ready, file)
        elif not file.exists():
            for part in _PARTS:
                if (aside / part).exists():
                    copy_whole(aside / part, folder / part)
        (folder / MARKER).unlink()
    discard(folder)


def _settle(folder: Path) -> None:
    """What was moved is on the disk only when its folder is; Windows cannot open one for this."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _free(wanted: Path) -> Path:
    """A name at which nothing lies yet."""
    number = 1
    found = wanted
    while found.exists():
        number += 1
        found = wanted.with_name(f"{wanted.name}.{number}")
    return found


def _next_name(folder: Path, moment: datetime) -> str:
    numbers = [int(name[:7]) for name in replaced(folder) if name[:7].isdecimal()]
    return f"{max(numbers, default=0) + 1:07}-{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _named_in(marker: Path) -> str:
    """The name in a marker; it was written whole, but a disk may lose anything."""
    try:
        name = json.loads(marker.read_text(encoding="utf-8"))["replaced"]
    except (ValueError, KeyError, TypeError):
        return "0000000-interrupted"
    return Path(str(name)).name or "0000000-interrupted"
