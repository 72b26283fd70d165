"""Whole copies of the store, taken while it is in use and locked with the same key.

Each lies in `snapshots/` beside the keyring of its moment; its name holds a counter and a moment,
nothing personal.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlite_utils import Database

from trainer_app.domain.errors import (
    ReadOnly,
    SnapshotDamaged,
    StoreDamaged,
    TrainerError,
    UnreadableFile,
)
from trainer_app.domain.keeping import Holds, Made, Snapshot, to_keep
from trainer_app.store.engine import connect, known_trouble, put_in_place, remove
from trainer_app.store.store import Store

FOLDER = "snapshots"
_NAME = re.compile(r"([0-9]{7,12})-([0-9]{8}T[0-9]{6}Z)\.db")
_MOMENT = "%Y%m%dT%H%M%SZ"


def make(store: Store, moment: datetime, *, beside: Sequence[Path] = ()) -> Snapshot:
    """Copy the store as it is now, while others go on writing, and look whether the copy is whole.

    `beside`: small files to keep with it, such as the keyring. Raises DiskFull, ReadOnly,
    DiskFails, StoreDamaged (the store itself cannot be read), SnapshotDamaged (the disk does not
    keep what it is given); the store is untouched and no half copy stays.
    """
    folder = store.file.parent / FOLDER
    with known_trouble(folder):
        folder.mkdir(exist_ok=True)
    counter = max((made.counter for _, made in _named(folder)), default=0) + 1
    moment = moment.astimezone(UTC).replace(microsecond=0)
    stem = f"{counter:07}-{moment.strftime(_MOMENT)}"
    new, file = folder / f"{stem}.db.new", folder / f"{stem}.db"
    try:
        with _file_trouble(file):
            remove(new)
            least, most = _copy_of_now(store, new)
            holds = _holds(new, store.key)
            if not least <= holds.events <= most:
                raise SnapshotDamaged(file=file.name)
            for one in beside:
                copy_whole(one, _companion(file, one.name))
            put_in_place(new, file)
    except BaseException:
        with suppress(OSError):  # a closed folder: nothing was begun there
            remove(new)
            for one in beside:
                _companion(file, one.name).unlink(missing_ok=True)
        raise
    return Snapshot(file.name, Made(counter, moment), file.stat().st_size, holds)


def listed(store: Store) -> list[Snapshot]:
    """All backups beside an open store, newest first, each read through to its last page."""
    return list(newest_first(store.file.parent, store.key))


def newest_first(folder: Path, key: bytes) -> Iterator[Snapshot]:
    """The backups one by one, for whoever looks for the newest whole one."""
    for file in files(folder):
        yield look_at(file, key)


def look_at(file: Path, key: bytes) -> Snapshot:
    """One backup, read to its last page."""
    try:
        holds: Holds | None = _holds(file, key)
    except SnapshotDamaged:
        holds = None
    return Snapshot(file.name, dict(_named(file.parent))[file], file.stat().st_size, holds)


def files(folder: Path) -> list[Path]:
    """The files of all backups of a data folder, newest first, without looking into them."""
    named = sorted(_named(folder / FOLDER), key=lambda one: one[1], reverse=True)
    return [file for file, _ in named]


def find(folder: Path, name: str) -> Path:
    """The file of a backup. Raises UnreadableFile where there is none of this name."""
    file = folder / FOLDER / name
    if not _NAME.fullmatch(name) or not file.is_file():
        raise UnreadableFile(file=Path(name).name)
    return file


def last_made(folder: Path) -> datetime | None:
    """When the newest backup was made, as its name says (UTC); None before any."""
    newest = max((made for _, made in _named(folder / FOLDER)), default=None)
    return None if newest is None else newest.moment


def events_now(store: Store) -> int:
    """How many events the open store holds, at once: none is ever taken out of the log."""
    return next(row["last"] or 0 for row in store.query("SELECT max(rowid) AS last FROM events"))


def events_in_newest(store: Store) -> int | None:
    """How many events the newest backup holds; None where there is none that opens."""
    newest = next(iter(files(store.file.parent)), None)
    if newest is None:
        return None
    try:
        db = connect(newest, store.key, readonly=True)
    except TrainerError:
        return None
    try:
        return _count(db, "events")
    except sqlcipher.DatabaseError:
        return None
    finally:
        db.close()


def hashes(file: Path, key: bytes) -> frozenset[str]:
    """The hashes of all events that a whole backup holds."""
    db = connect(file, key, readonly=True)
    try:
        with known_trouble(file):
            return frozenset(row[0] for row in db.execute("SELECT hash FROM events"))
    finally:
        db.close()


def prune(folder: Path) -> list[str]:
    """Throw away what need not be kept, and what an interrupted backup left; returns the names."""
    inside = folder / FOLDER
    named = _named(inside)
    kept = to_keep(made for _, made in named)
    gone = [file for file, made in named if made not in kept]
    with known_trouble(inside):
        for file in gone:
            remove(file)
        _sweep(inside)
    return [file.name for file in gone]


def remove_all(folder: Path) -> list[str]:
    """Throw away every backup, as after an erasure or new keys; returns their names."""
    inside = folder / FOLDER
    named = _named(inside)
    with known_trouble(inside):
        for file, _ in named:
            remove(file)
        _sweep(inside)
    return [file.name for file, _ in named]


def copy_to(folder: Path, name: str, target: Path) -> Path:
    """Copy a backup and the keyring beside it into another folder, each file whole.

    Raises UnreadableFile (no such backup, or the stick was pulled), DiskFull, ReadOnly.
    """
    file = find(folder, name)
    for one in _companions(file):
        copy_whole(one, target / one.name)
    return copy_whole(file, target / file.name)


def copy_whole(source: Path, target: Path) -> Path:
    """Copy one file so that it stands under its name only once all of it is on the disk.

    Raises UnreadableFile, DiskFull, ReadOnly; what stood there before is untouched then.
    """
    new = target.with_name(target.name + ".new")
    with _file_trouble(target):
        try:
            shutil.copyfile(source, new)
            put_in_place(new, target)
        except BaseException:
            with suppress(OSError):  # the stick is gone, and the half file with it
                new.unlink(missing_ok=True)
            raise
    return target


def check(file: Path, key: bytes) -> Holds:
    """Look at every page of a closed store; returns what it holds. Raises SnapshotDamaged."""
    return _holds(file, key)


@contextmanager
def _file_trouble(file: Path) -> Iterator[None]:
    """Also what only copying meets: a folder that went away with its stick."""
    try:
        with known_trouble(file):
            yield
    except OSError as error:
        raise UnreadableFile(file=file.name) from error


def _copy_of_now(store: Store, new: Path) -> tuple[int, int]:
    """Write the copy; returns how many events there were before and after."""
    db = connect(store.file, store.key, readonly=True)
    try:
        with known_trouble(store.file):
            before = _count(db, "events")
        with known_trouble(new.with_suffix("")):
            db.execute("VACUUM INTO ?", [str(new)])
        with known_trouble(store.file):
            return before, _count(db, "events")
    except StoreDamaged:
        raise StoreDamaged(file=store.file.name) from None
    finally:
        db.close()


def _holds(file: Path, key: bytes) -> Holds:
    """Read every page: SQLCipher's check finds flipped bytes, SQLite's a missing end."""
    damaged = SnapshotDamaged(file=file.name.removesuffix(".new"))
    try:
        if file.stat().st_size == 0:
            raise damaged
        db = connect(file, key, readonly=True)
    except (OSError, StoreDamaged, ReadOnly):
        raise damaged from None
    try:
        return _holds_of(db, damaged)
    except sqlcipher.DatabaseError:
        raise damaged from None
    finally:
        db.close()


def _holds_of(db: Database, damaged: TrainerError) -> Holds:
    flipped = db.execute("PRAGMA cipher_integrity_check").fetchall()
    if flipped or db.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise damaged
    last = db.execute("SELECT clock FROM events ORDER BY rowid DESC LIMIT 1").fetchone()
    return Holds(
        events=_count(db, "events"),
        people=_count(db, "people"),
        sessions=_count(db, "sessions"),
        newest=None if last is None else datetime.fromtimestamp(last[0] / 1000, UTC),
    )


def _count(db: Database, table: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _named(inside: Path) -> list[tuple[Path, Made]]:
    """The backups in a folder; a name that says no moment is not one of ours."""
    found = []
    for file in inside.iterdir() if inside.is_dir() else ():
        if match := _NAME.fullmatch(file.name):
            try:
                moment = datetime.strptime(match[2], _MOMENT).replace(tzinfo=UTC)
            except ValueError:
                continue
            found.append((file, Made(int(match[1]), moment)))
    return found


def _companion(file: Path, name: str) -> Path:
    return file.with_name(f"{file.stem}.{name}")


def _companions(file: Path) -> list[Path]:
    return [
        one for one in file.parent.glob(f"{file.stem}.*") if one != file and one.suffix == ".json"
    ]


def _sweep(inside: Path) -> None:
    """Remove what stands beside no backup: half-written files, keyrings of backups thrown away."""
    stems = {file.stem for file, _ in _named(inside)}
    for one in inside.iterdir() if inside.is_dir() else ():
        is_ours = re.match(r"[0-9]{7,12}-[0-9]{8}T[0-9]{6}Z\.", one.name)
        if is_ours and (one.suffix == ".new" or one.name.partition(".")[0] not in stems):
            remove(one)
