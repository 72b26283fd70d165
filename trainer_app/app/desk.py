"""The services of an open centre, as screens get them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.services.attending import Attending
from trainer_app.services.authoring import Authoring
from trainer_app.services.courses import Courses
from trainer_app.services.door import Door
from trainer_app.services.drafting import Drafting
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.erasing import Erasing
from trainer_app.services.exporting import Exporting, Words
from trainer_app.services.helping import Helping
from trainer_app.services.laptops import Laptops
from trainer_app.services.ledger import Ledger
from trainer_app.services.lesson_files import LESSONS, TRANSLATIONS
from trainer_app.services.merging import Merging
from trainer_app.services.packs import Packs
from trainer_app.services.paths import Paths
from trainer_app.services.pictures import Pictures
from trainer_app.services.placing import Placing
from trainer_app.services.plans import Plans
from trainer_app.services.playing import Playing
from trainer_app.services.practising import Practising
from trainer_app.services.projects import Projects
from trainer_app.services.recalling import Recalling
from trainer_app.services.reporting import Reporting
from trainer_app.services.reviewing import Reviewing
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.services.scams import Scams
from trainer_app.services.settling import Settling
from trainer_app.services.sitting import Seats
from trainer_app.services.trainers import Trainers
from trainer_app.services.translating import Translating
from trainer_app.services.watching import Watching

if TYPE_CHECKING:
    from trainer_app.exports.table import Table
    from trainer_app.ui.desk import Desk


def make_desk(door: Door, lessons: LessonLibrary) -> Desk:
    """All services of an open centre."""
    from trainer_app.ui.desk import Desk

    ledger, pictures = door.ledger, Pictures()
    lessons.have(door.folder / LESSONS, door.folder / TRANSLATIONS)
    return Desk(
        now=ledger.now,
        lessons=lessons,
        courses=Courses(ledger),
        enrolling=Enrolling(ledger),
        attending=Attending(ledger),
        seats=Seats(ledger),
        playing=Playing(ledger),
        practising=Practising(ledger),
        plans=Plans(ledger),
        watching=Watching(ledger),
        reviewing=Reviewing(ledger),
        recalling=Recalling(ledger, lessons),
        placing=Placing(ledger),
        reporting=Reporting(ledger),
        exporting=make_exporting(ledger),
        merging=Merging(door),
        laptops=Laptops(door),
        trainers=Trainers(door),
        safekeeping=Safekeeping(ledger, door.now),
        settling=Settling(ledger),
        erasing=make_erasing(door),
        projects=Projects(ledger),
        scams=Scams(ledger),
        helping=Helping(ledger),
        paths=Paths(ledger),
        packs=make_packs(door, lessons, pictures),
        pictures=pictures,
        authoring=make_authoring(door, lessons),
        drafting=Drafting(),
        translating=make_translating(door, lessons),
    )


def make_authoring(door: Door, lessons: LessonLibrary) -> Authoring:
    """A centre's own lessons; what a dying laptop left half saved is finished first."""
    authoring = Authoring(door, lessons)
    authoring.finish()
    return authoring


def make_translating(door: Door, lessons: LessonLibrary) -> Translating:
    """Lessons in other languages; what a dying laptop left half saved is finished first."""
    translating = Translating(door, lessons)
    translating.finish()
    return translating


def make_packs(door: Door, lessons: LessonLibrary, pictures: Pictures) -> Packs:
    """Lessons from files; what a dying laptop left half taken in is finished first."""
    packs = Packs(door, lessons, places.lessons(), pictures)
    packs.finish()
    return packs


def make_erasing(door: Door) -> Erasing:
    """Privacy of one person; after an erasure older backups go."""
    keeping = Safekeeping(door.ledger, door.now)
    return Erasing(door.ledger, lambda: door.authority, keeping.forget_old)


def make_exporting(ledger: Ledger) -> Exporting:
    """The file writers; drawing pages loads Qt only when a PDF is asked for."""

    def draw(table: Table, words: Words, file: Path) -> None:
        from trainer_app.ui.printing import draw_attendance, ensure_gui

        ensure_gui()
        draw_attendance(table, words, file)

    return Exporting(draw, ledger.require_full_trainer)
