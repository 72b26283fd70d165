"""The services of an open centre, as screens get them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trainer_app import places
from trainer_app.app.files import make_files, make_publishing
from trainer_app.content.library import LessonLibrary
from trainer_app.services.attending import Attending
from trainer_app.services.authoring import Authoring
from trainer_app.services.courses import Courses
from trainer_app.services.door import Door
from trainer_app.services.drafting import Drafting
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.erasing import Erasing
from trainer_app.services.experiments import Experiments
from trainer_app.services.exporting import Exporting, Words
from trainer_app.services.feelings import Feelings
from trainer_app.services.funding.asking import Asking
from trainer_app.services.funding.awarding import Awarding
from trainer_app.services.funding.checking import Checking
from trainer_app.services.funding.claims import Claims
from trainer_app.services.funding.doubles import Doubles
from trainer_app.services.funding.figures import Figures
from trainer_app.services.funding.indicators import Indicators
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.services.funding.sending import Sending
from trainer_app.services.funding.spending import Spending
from trainer_app.services.funding.standing import head_of
from trainer_app.services.funding.taking import unsealing
from trainer_app.services.funding.telling import Telling
from trainer_app.services.funding.trainers_keys import TrainersKeys
from trainer_app.services.helping import Helping
from trainer_app.services.laptop_check import LaptopChecks
from trainer_app.services.laptops import Laptops
from trainer_app.services.ledger import Ledger
from trainer_app.services.lesson_files import LESSONS, TRANSLATIONS
from trainer_app.services.load import OwnLoad
from trainer_app.services.merging import Merging
from trainer_app.services.packs import Packs
from trainer_app.services.paths import Paths
from trainer_app.services.peer_help import PeerHelp
from trainer_app.services.pictures import Pictures
from trainer_app.services.placing import Placing
from trainer_app.services.plans import Plans
from trainer_app.services.playing import Playing
from trainer_app.services.practising import Practising
from trainer_app.services.preparing import Preparing
from trainer_app.services.recalling import Recalling
from trainer_app.services.recordings import Recordings
from trainer_app.services.reporting import Reporting
from trainer_app.services.reviewing import Reviewing
from trainer_app.services.room.carriers import Carriers
from trainer_app.services.room.hosting import Hosting
from trainer_app.services.room.lessons import RoomLessons
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.services.scams import Scams
from trainer_app.services.settling import Settling
from trainer_app.services.sheets import Sheets
from trainer_app.services.sitting import Seats
from trainer_app.services.ticking import TickingBack
from trainer_app.services.trainers import Trainers
from trainer_app.services.translating import Translating
from trainer_app.services.watching import Watching
from trainer_app.speech.voices import voices

if TYPE_CHECKING:
    from trainer_app.exports.table import Table
    from trainer_app.ui.desk import Desk


def make_desk(door: Door, lessons: LessonLibrary, carriers: Carriers | None = None) -> Desk:
    """All services of an open centre; `carriers` are those of the laptop's side of the room."""
    from trainer_app.ui.desk import Desk

    ledger, pictures = door.ledger, Pictures()
    attending, courses, enrolling = Attending(ledger), Courses(ledger), Enrolling(ledger)
    erasing = make_erasing(door)
    keys, indicators = TrainersKeys(door), Indicators(ledger)
    lessons.have(door.folder / LESSONS, door.folder / TRANSLATIONS)
    participating = Participating(ledger, lessons.competences, unsealing(keys))
    claims = Claims(door, participating, indicators.figures)
    doubles = Doubles(door, participating, erasing.sweep)
    return Desk(
        now=ledger.now,
        lessons=lessons,
        courses=courses,
        preparing=Preparing(ledger, lessons, courses),
        enrolling=enrolling,
        attending=attending,
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
        checks=LaptopChecks(ledger, lessons, voices()),
        trainers=Trainers(door),
        safekeeping=Safekeeping(ledger, door.now),
        settling=Settling(ledger),
        erasing=erasing,
        projects=Projects(ledger),
        participating=participating,
        spending=Spending(ledger, participating, pictures),
        indicators=indicators,
        files=make_files(ledger, participating, indicators),
        figures=Figures(ledger, participating, indicators.figures),
        publishing=make_publishing(ledger, participating),
        doubles=doubles,
        sending=Sending(door, doubles),
        asking=Asking(ledger, keys, indicators.questions, erasing.sweep),
        awarding=make_awarding(door, lessons),
        claims=claims,
        checking=make_checking(door, participating, indicators, claims),
        scams=Scams(ledger),
        helping=Helping(ledger),
        paths=Paths(ledger),
        packs=make_packs(door, lessons, pictures),
        pictures=pictures,
        sheets=Sheets(ledger, pictures, erasing.sweep),
        ticking=TickingBack(attending, courses, enrolling),
        authoring=make_authoring(door, lessons),
        drafting=Drafting(),
        translating=make_translating(door, lessons),
        recordings=Recordings(door, lessons),
        peer_help=PeerHelp(ledger, lessons),
        feelings=Feelings(ledger),
        experiments=Experiments(door),
        hosting=Hosting(
            door,
            lessons=make_room_lessons(door.folder, lessons, pictures),
            carriers=carriers or Carriers(),
        ),
        load=OwnLoad(ledger),
    )


def make_checking(
    door: Door, participating: Participating, indicators: Indicators, claims: Claims
) -> Checking:
    """The checker before a claim."""
    return Checking(door.ledger, participating, claims, indicators.figures, indicators.questions)


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


def make_room_lessons(data: Path, lessons: LessonLibrary, pictures: Pictures) -> RoomLessons:
    """Lessons that come over in a room, to and from a data folder."""
    return RoomLessons(data, lessons, places.lessons(), pictures)


def make_erasing(door: Door) -> Erasing:
    """Privacy of one person; after an erasure older backups go."""
    keeping = Safekeeping(door.ledger, door.now)
    sets = Indicators(door.ledger)
    telling = Telling(door.ledger, unsealing(TrainersKeys(door)), sets.all)
    return Erasing(door.ledger, lambda: door.authority, keeping.forget_old, telling)


def make_awarding(door: Door, lessons: LessonLibrary) -> Awarding:
    """Certificates and badges, signed with the key that the trainers share."""
    participating = Participating(door.ledger, lessons.competences)
    return Awarding(door.ledger, TrainersKeys(door), participating, lessons)


def make_exporting(ledger: Ledger) -> Exporting:
    """The file writers; drawing pages loads Qt only when a PDF is asked for."""

    def draw(table: Table, words: Words, file: Path) -> None:
        from trainer_app.ui.printing import draw_attendance, ensure_gui

        ensure_gui()
        draw_attendance(table, words, file)

    return Exporting(draw, ledger.require_full_trainer, lambda: head_of(ledger.store))
