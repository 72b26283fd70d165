"""A backup of 50 MB, verified, and going back to it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlcipher3

from benchmarks.measuring import Figure, compare
from trainer_app import app
from trainer_app.domain.events import Draft
from trainer_app.store import replacing, snapshots
from trainer_app.store.store import FILE, Store

MEGABYTES = 50
_KEY = bytes(range(32))
_TITLE = "A course with a very long title. " * 80


def figures(rounds: int) -> list[Figure]:
    """Both beside plain SQLite, which looks at the file once, without encryption."""
    with _filled_store() as (folder, plain):
        store = Store.open(folder, _KEY, app.local_now)
        copy, target = plain.with_name("copy.db"), plain.with_name("target.db")

        def clear() -> None:
            snapshots.remove_all(folder)
            copy.unlink(missing_ok=True)

        def bare_snapshot() -> None:
            bare = sqlcipher3.connect(str(plain), isolation_level=None)
            bare.execute("VACUUM INTO ?", [str(copy)])
            bare.close()
            _look_through(copy)
            _settle(copy)

        made = compare(
            "backup of 50 MB",
            lambda: snapshots.make(store, app.local_now()),
            "VACUUM INTO, quick_check and fsync, plain SQLite",
            bare_snapshot,
            rounds=rounds,
            before=clear,
        )
        store.close()
        source = snapshots.files(folder)[0]

        def restore() -> None:
            replacing.prepare(folder, _KEY, app.local_now, source=source)
            replacing.swap(folder, app.local_now())

        def bare_restore() -> None:
            shutil.copyfile(copy, target)
            _look_through(target)
            _settle(target)
            target.replace(plain)

        restored = compare(
            "restore of 50 MB",
            restore,
            "file copy, quick_check and fsync, plain SQLite",
            bare_restore,
            rounds=rounds,
            before=lambda: replacing.remove_replaced(folder),
        )
    return [made, restored]


@contextmanager
def _filled_store() -> Iterator[tuple[Path, Path]]:
    """The folder of a closed store of 50 MB, and a plain SQLite file that holds the same."""
    # Not in the system's folder for temporary files: where that is memory, no commit waits.
    with TemporaryDirectory(prefix="benchmark-", dir=Path.cwd()) as name:
        folder, plain = Path(name) / "data", Path(name) / "plain.db"
        folder.mkdir()
        store = Store.create(folder, _KEY, app.local_now)
        course = 0
        while (folder / FILE).stat().st_size < MEGABYTES * 1_000_000:
            store.append(*(_course(course + number) for number in range(250)))
            course += 250
        store.close()
        db = sqlcipher3.connect(str(folder / FILE), isolation_level=None)
        db.execute(f"PRAGMA key = \"x'{_KEY.hex()}'\"")
        db.execute("ATTACH DATABASE ? AS plain KEY ''", [str(plain)])
        db.execute("SELECT sqlcipher_export('plain')").fetchone()
        db.close()
        yield folder, plain


def _course(number: int) -> Draft:
    body = {
        "course": f"course-{number}", "title": _TITLE, "project": None, "funder": None,
        "place": None, "lessons": [],
    }  # fmt: skip
    return Draft("course-set", body)


def _look_through(file: Path) -> None:
    db = sqlcipher3.connect(str(file), isolation_level=None)
    if db.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        raise AssertionError("plain SQLite made a file that is not whole")
    db.close()


def _settle(file: Path) -> None:
    with file.open("r+b") as handle:
        os.fsync(handle.fileno())
