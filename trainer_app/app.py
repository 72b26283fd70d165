"""The only wiring place: opens the store, builds services, hands them to screens or commands."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import (
    DiskFull,
    InUse,
    ReadOnly,
    TrainerError,
    UnknownThing,
    WrongPassphrase,
)
from trainer_app.domain.roster import RosterRow
from trainer_app.i18n import LANGUAGES, use
from trainer_app.i18n.catalogs import find_catalogs_in
from trainer_app.keys.wrapping import STANDARD, Cost
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.door import Door
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.examining import Examination, examine
from trainer_app.services.exporting import FORMATS, Exporting, Format, Words
from trainer_app.services.inventing import CENTRE as DEMO_CENTRE
from trainer_app.services.inventing import PASSPHRASE as DEMO_PASSPHRASE
from trainer_app.services.inventing import TRAINER as DEMO_TRAINER
from trainer_app.services.inventing import Inventing, Size
from trainer_app.services.ledger import Ledger
from trainer_app.services.playing import Playing
from trainer_app.services.preferences import PreferencesFile
from trainer_app.services.reporting import Report, Reporting, Scope
from trainer_app.services.rostering import RosterDraft, read_list
from trainer_app.services.sitting import Seats
from trainer_app.services.watching import Watching
from trainer_app.store.engine import known_trouble
from trainer_app.store.lock import FolderLock
from trainer_app.store.store import FILE

__all__ = ["DEMO_PASSPHRASE", "FORMATS", "Examination", "Format", "Scope", "examine"]

if TYPE_CHECKING:
    from trainer_app.exports.table import Table
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class WallZone(tzinfo):
    """The zone that this laptop is set to, with its summers and winters.

    A fixed offset, as `astimezone()` gives, would shift last summer's sessions by an hour.
    """

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """East of Greenwich, on that day."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, _moment: datetime | None) -> timedelta | None:
        """Not told apart here."""
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        """What the system calls it."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, moment: datetime) -> datetime:
        """The time on the wall at a moment of UTC."""
        local = moment.replace(tzinfo=UTC).astimezone()
        wall = local.replace(tzinfo=self)
        # An hour that comes twice, when summer ends.
        return wall if wall.utcoffset() == local.utcoffset() else wall.replace(fold=1)


def local_now() -> datetime:
    """The time on the wall here, with its zone."""
    return datetime.now(WallZone())


def speak(language: str = "") -> str:
    """Find the catalogs and speak a language: the one asked for, or the system's, or English."""
    find_catalogs_in(places.locales())
    known = [one.code for one in LANGUAGES]
    wanted = language or os.environ.get("LANG", "")[:2]
    code = wanted if wanted in known else known[0]
    use(code)
    return code


def lesson_library() -> LessonLibrary:
    """The bundled lessons."""
    return LessonLibrary(places.lessons())


def open_door(
    folder: Path, now: Callable[[], datetime] = local_now, cost: Cost = STANDARD
) -> tuple[Door, FolderLock]:
    """Take hold of a data folder. Raises InUse, ReadOnly, DiskFull."""
    try:
        with known_trouble(folder):
            folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        # Something that is no folder stands in the way.
        raise ReadOnly(file=folder.name) from None
    return Door(folder, now, cost), FolderLock(folder)


def has_centre(folder: Path) -> bool:
    """Whether a centre was founded in a folder, asked without touching it."""
    return (folder / FILE).is_file()


def make_desk(ledger: Ledger, lessons: LessonLibrary) -> Desk:
    """All services of an open centre."""
    from trainer_app.ui.desk import Desk

    return Desk(
        now=ledger.now,
        lessons=lessons,
        courses=Courses(ledger),
        enrolling=Enrolling(ledger),
        attending=Attending(ledger),
        seats=Seats(ledger),
        playing=Playing(ledger),
        watching=Watching(ledger),
        reporting=Reporting(ledger),
        exporting=make_exporting(),
    )


def make_exporting() -> Exporting:
    """The file writers; drawing pages loads Qt only when a PDF is asked for."""

    def draw(table: Table, words: Words, file: Path) -> None:
        from trainer_app.ui.printing import draw_attendance, ensure_gui

        ensure_gui()
        draw_attendance(table, words, file)

    return Exporting(draw)


def open_window(
    folder: Path,
    language: str = "",
    now: Callable[[], datetime] = local_now,
    cost: Cost = STANDARD,
) -> MainWindow:
    """Build the program's window on a data folder; a QApplication must stand."""
    from trainer_app.ui.main_window import MainWindow

    with suppress(OSError):  # the window itself says that nothing can be saved here
        folder.mkdir(parents=True, exist_ok=True)
    preferences = PreferencesFile(folder)
    code = speak(language or preferences.now.language)
    if language:
        preferences.change(language=code)
    lessons = lesson_library()
    return MainWindow(
        door=Door(folder, now, cost),
        preferences=preferences,
        lessons=lessons,
        make_desk=lambda ledger: make_desk(ledger, lessons),
        open_demo=lambda: open_demo(folder / "look-around", now, cost),
    )


def open_demo(folder: Path, now: Callable[[], datetime], cost: Cost) -> Door:
    """A fresh centre of invented people beside the real data, opened."""
    shutil.rmtree(folder, ignore_errors=True)
    door = Door(folder, now, cost)
    invent(door, learners=24, sessions=6, seed=1)
    return door


def run(folder: Path, language: str = "") -> int:
    """Open the program and stay until it is closed; returns the exit code.

    A second start on the same folder says so, shows the first one's window and ends with 4.
    """
    from PySide6.QtWidgets import QApplication

    from trainer_app.ui.calm import catch_bugs
    from trainer_app.ui.messages import explain as in_words
    from trainer_app.ui.one_window import FirstWindow, box_of, show_first

    app = QApplication(sys.argv[:1])
    app.setApplicationName("trainer-app")
    app.setDesktopFileName("trainer-app")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FolderLock(folder)
    except InUse as error:
        speak(language or PreferencesFile(folder).now.language)
        if sys.stderr is not None:  # a program that was started by a click may have none
            print(*explain(error), sep="\n", file=sys.stderr)
        if not show_first(folder):
            box_of(in_words(error)).exec()
        return 4
    except (OSError, ReadOnly, DiskFull):
        lock = None
    window = open_window(folder, language)
    catch_bugs(folder, window.say_bug)
    first = FirstWindow(folder, window.come_forward)
    window.show_in_room()
    try:
        return app.exec()
    finally:
        first.close()
        window.close_centre()
        if lock is not None:
            lock.release()


# What the commands do, with the same services as the screens
def invent(door: Door, *, learners: int, sessions: int, seed: int) -> None:
    """Found a centre of invented people. Raises CentreExists where one stands."""
    ledger = door.found(DEMO_CENTRE, DEMO_TRAINER, "kite", DEMO_PASSPHRASE).ledger
    size = Size(learners=learners, sessions=sessions, seed=seed)
    Inventing(ledger, lesson_library().lessons).fill(size)


def unlock_any(door: Door, passphrase: str) -> Ledger:
    """Unlock with whichever trainer's passphrase this is. Raises WrongPassphrase."""
    for slot, _picture in door.slots():
        with suppress(WrongPassphrase):
            return door.unlock(slot, passphrase)
    raise WrongPassphrase()


def read_roster(ledger: Ledger, file: Path) -> RosterDraft:
    """Look at a list of people. Raises UnreadableRoster."""
    ledger.require_trainer()
    return RosterDraft(read_list(file), ledger.now().year, Enrolling(ledger).people())


def bring_in(ledger: Ledger, draft: RosterDraft, course: str | None) -> int:
    """Bring in every row as a new person; returns how many. Raises UnknownThing (course)."""
    return len(Enrolling(ledger).bring_in(draft.incoming(), course))


def explain_doubts(draft: RosterDraft, row: RosterRow) -> list[str]:
    """Why a person should look at a row, in words."""
    from trainer_app.ui.labels import doubt_words

    return [doubt_words(one, row) for one in draft.every_doubt(row.line)]


def export_attendance(
    ledger: Ledger, format: Format, out: Path, scope: Scope
) -> tuple[Report, list[Path]]:
    """Write attendance within a scope; returns the report and the files written."""
    from trainer_app.ui.labels import attendance_words, scope_label

    report = Reporting(ledger).attendance(scope)
    words = attendance_words(report, scope_label(scope, Courses(ledger)))
    return report, make_exporting().attendance(report, words, format, out)


def check_lessons(folder: Path | None) -> list[dict[str, Any]]:
    """Findings in a folder of lessons, or in one lesson's own, with the sentence of each rule.

    Raises UnknownThing where there is no lesson at all.
    """
    from trainer_app.content.checks import RULES, check_all, check_lesson
    from trainer_app.content.library import lesson_folders

    folder = folder or places.lessons()
    is_one = (folder / "lesson.toml").is_file()
    if not is_one and not lesson_folders(folder):
        raise UnknownThing(what="lesson", id=folder.name)
    findings = check_lesson(folder) if is_one else check_all(folder)
    return [{**asdict(found), "says": RULES[found.rule]} for found in findings]


def explain(error: TrainerError) -> list[str]:
    """A known trouble in the person's language: what, and what to do."""
    from trainer_app.ui.messages import explain as in_words

    message = in_words(error)
    return [part for part in (message.title, message.text, message.what_to_do) if part]
