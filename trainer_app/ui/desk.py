"""The services that a window hands to its screens once a centre is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from trainer_app.content.library import LessonLibrary
from trainer_app.services.attending import Attending
from trainer_app.services.authoring import Authoring
from trainer_app.services.courses import Courses
from trainer_app.services.drafting import Drafting
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.erasing import Erasing
from trainer_app.services.experiments import Experiments
from trainer_app.services.exporting import Exporting
from trainer_app.services.feelings import Feelings
from trainer_app.services.funding.asking import Asking
from trainer_app.services.funding.awarding import Awarding
from trainer_app.services.funding.checking import Checking
from trainer_app.services.funding.claims import Claims
from trainer_app.services.funding.doubles import Doubles
from trainer_app.services.funding.figures import Figures
from trainer_app.services.funding.files import Files
from trainer_app.services.funding.indicators import Indicators
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.services.funding.publishing import Publishing
from trainer_app.services.funding.sending import Sending
from trainer_app.services.funding.spending import Spending
from trainer_app.services.helping import Helping
from trainer_app.services.laptop_check import LaptopChecks
from trainer_app.services.laptops import Laptops
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
from trainer_app.services.room.hosting import Hosting
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.services.scams import Scams
from trainer_app.services.settling import Settling
from trainer_app.services.sheets import Sheets
from trainer_app.services.sitting import Seats
from trainer_app.services.ticking import TickingBack
from trainer_app.services.trainers import Trainers
from trainer_app.services.translating import Translating
from trainer_app.services.watching import Watching


@dataclass(frozen=True, slots=True)
class Desk:
    """Each screen gets the few of these that it needs, never the desk itself."""

    now: Callable[[], datetime]
    lessons: LessonLibrary
    courses: Courses
    preparing: Preparing
    enrolling: Enrolling
    attending: Attending
    seats: Seats
    playing: Playing
    practising: Practising
    plans: Plans
    watching: Watching
    reviewing: Reviewing
    recalling: Recalling
    placing: Placing
    reporting: Reporting
    exporting: Exporting
    merging: Merging
    laptops: Laptops
    checks: LaptopChecks
    trainers: Trainers
    safekeeping: Safekeeping
    settling: Settling
    erasing: Erasing
    projects: Projects
    participating: Participating
    spending: Spending
    indicators: Indicators
    files: Files
    figures: Figures
    publishing: Publishing
    doubles: Doubles
    sending: Sending
    awarding: Awarding
    claims: Claims
    checking: Checking
    asking: Asking
    scams: Scams
    helping: Helping
    paths: Paths
    packs: Packs
    pictures: Pictures
    sheets: Sheets
    ticking: TickingBack
    authoring: Authoring
    drafting: Drafting
    translating: Translating
    recordings: Recordings
    peer_help: PeerHelp
    feelings: Feelings
    experiments: Experiments
    hosting: Hosting
    load: OwnLoad
