"""The services of an open centre, as screens get them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trainer_app.content.library import LessonLibrary
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.door import Door
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.erasing import Erasing
from trainer_app.services.exporting import Exporting, Words
from trainer_app.services.laptops import Laptops
from trainer_app.services.ledger import Ledger
from trainer_app.services.merging import Merging
from trainer_app.services.plans import Plans
from trainer_app.services.playing import Playing
from trainer_app.services.practising import Practising
from trainer_app.services.projects import Projects
from trainer_app.services.reporting import Reporting
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.services.scams import Scams
from trainer_app.services.settling import Settling
from trainer_app.services.sitting import Seats
from trainer_app.services.trainers import Trainers
from trainer_app.services.watching import Watching

if TYPE_CHECKING:
    from trainer_app.exports.table import Table
    from trainer_app.ui.desk import Desk


def make_desk(door: Door, lessons: LessonLibrary) -> Desk:
    """All services of an open centre."""
    from trainer_app.ui.desk import Desk

    ledger = door.ledger
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
    )


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
