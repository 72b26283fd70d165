"""A data folder and what is needed to open it: the door, the language, the lessons."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from trainer_app import places
from trainer_app.app.clock import local_now
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import ReadOnly
from trainer_app.i18n import languages, speaks, use
from trainer_app.i18n.catalogs import find_catalogs_in
from trainer_app.keys.wrapping import STANDARD, Cost
from trainer_app.services import beginning, lesson_files
from trainer_app.services.door import Door
from trainer_app.services.inventing import CENTRE as DEMO_CENTRE
from trainer_app.services.inventing import PASSPHRASE as DEMO_PASSPHRASE
from trainer_app.services.inventing import TRAINER as DEMO_TRAINER
from trainer_app.services.inventing import Inventing, Size
from trainer_app.services.ledger import Ledger
from trainer_app.services.trainers import Trainers
from trainer_app.store import replacing
from trainer_app.store.engine import known_trouble
from trainer_app.store.lock import FolderLock

__all__ = ["DEMO_PASSPHRASE"]


def speak(language: str = "") -> str:
    """Find the catalogs and speak a language: the one asked for, or the system's, or English."""
    find_catalogs_in(places.locales())
    wanted = language or os.environ.get("LANG", "")[:2]
    code = wanted if speaks(wanted) else languages()[0].code
    use(code)
    return code


def lesson_library(data: Path | None = None) -> LessonLibrary:
    """The bundled lessons, and with a data folder the centre's own and its translations."""
    library = LessonLibrary(places.lessons())
    if data is not None:
        lesson_files.finish_saves(data / lesson_files.LESSONS)
        library.have(data / lesson_files.LESSONS, data / lesson_files.TRANSLATIONS)
    return library


def open_door(
    folder: Path, now: Callable[[], datetime] = local_now, cost: Cost = STANDARD
) -> tuple[Door, FolderLock]:
    """Take hold of a data folder, and finish what a dying laptop left half done.

    Raises InUse, ReadOnly, DiskFull.
    """
    try:
        with known_trouble(folder):
            folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        # Something that is no folder stands in the way.
        raise ReadOnly(file=folder.name) from None
    lock = FolderLock(folder)
    try:
        replacing.finish_if_begun(folder)
    except BaseException:
        lock.release()
        raise
    return Door(folder, now, cost), lock


def has_centre(folder: Path) -> bool:
    """Whether a centre was founded in a folder, asked without touching it."""
    return beginning.stands(folder)


def invent(door: Door, *, learners: int, sessions: int, seed: int) -> None:
    """Found a centre of invented people. Raises CentreExists where one stands."""
    ledger = door.found(DEMO_CENTRE, DEMO_TRAINER, "kite", DEMO_PASSPHRASE).ledger
    size = Size(learners=learners, sessions=sessions, seed=seed)
    Inventing(ledger, lesson_library().lessons).fill(size)


def unlock_any(door: Door, passphrase: str) -> Ledger:
    """Unlock with whichever trainer's passphrase this is, and finish what was begun about keys.

    Raises WrongPassphrase, TooManyTries, PassExpired, StoreDamaged, NoCentre.
    """
    ledger = door.unlock_any(passphrase)
    Trainers(door).finish()
    return ledger
