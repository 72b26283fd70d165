"""The screens of an organiser: a project, what its funder asks, what is handed in and kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from trainer_app.domain.attendance import Status
from trainer_app.domain.funding.projects import Cost, Partner, Project
from trainer_app.domain.people import Person
from trainer_app.i18n import _
from trainer_app.ui.funding.asking import AskingPage
from trainer_app.ui.funding.asking_person import AskingPersonPage
from trainer_app.ui.funding.took import TookView
from trainer_app.ui.funding.took_work import new_work
from trainer_app.ui.widgets import ChoiceButton

from .hand import settle

if TYPE_CHECKING:
    from .tour import Screen
    from .workshop_tour import WorkshopTour

CLAIM, REASON, TASK, COST = "First report", "The bus was late", "Making coffee", "Rent"
PARTNER = "Library West"
TYPED = (CLAIM, REASON, TASK, COST, PARTNER)


def funder_screens(tour: WorkshopTour) -> Iterator[Screen]:
    """From what a project counts to what is handed in for it."""
    project = _project(tour)
    yield from _figures(tour, project)
    yield from _asked(tour, project)
    yield from _took(tour, project)
    yield from _claimed(tour, project)
    yield from _taken_home(tour, project)


def _project(tour: WorkshopTour) -> Project:
    """Today's course's, asking what two of the sets ask."""
    projects = tour.desk.projects
    (project, *_others) = projects.of_course(tour.session.course)
    return projects.save(replace(project, sets=("esf-plus", "sadd")))


def _work_ends(tour: WorkshopTour) -> None:
    """What is reckoned beside the screen is on it now."""
    tour.hand.wait_until(lambda: not tour.window.bridge._jobs, "the figures")


def _figures(tour: WorkshopTour, project: Project) -> Iterator[Screen]:
    sets = tour.window.funding.sets
    sets.counted(project.id)
    yield tour.see("indicators")
    sets.targets("sadd", project.id)
    yield tour.see("indicator-targets")
    sets.set("washington-group", project.id)
    yield tour.see("indicator-set")
    sets.sets()
    yield tour.see("indicator-sets")


def _asked(tour: WorkshopTour, project: Project) -> Iterator[Screen]:
    """Who is to be asked, and the laptop turned to one person."""
    window = tour.window
    person = _somebody_to_ask(tour, project)
    window.funding.asking.people(project.id)
    yield tour.see("asking-people")
    window.funding.asking.person(project.id, person.id)
    assert isinstance(window.page, AskingPersonPage)
    yield tour.see("asking-person")
    tour.press(_("Record a yes…"))
    yield tour.see("asking-record-yes")
    tour.press(_("Cancel"))
    tour.press(_("Ask now"))
    yield tour.see("asking-consent")
    tour.press(_("Yes, ask me"))
    yield tour.see("asking-question")
    while not tour.hand.can_press(_("Leave these out")):
        tour.press_first(ChoiceButton)
        tour.press(_("Next"))
    yield tour.see("asking-private")
    tour.press(_("Leave these out"))
    assert isinstance(window.page, AskingPage)
    yield tour.see("asking-thanks")
    tour.press(_("I am the trainer"))
    tour.hand.press(_("They take it back…"))
    yield tour.see("asking-take-back")
    tour.answer("")


def _somebody_to_ask(tour: WorkshopTour, project: Project) -> Person:
    """A grown-up who was not asked yet, and speaks the language of the screen."""
    taking = tour.desk.asking.people(project.id)
    first = next(one.person for one in taking if not one.minor and one.agreed("answers") is None)
    tour.desk.enrolling.save_person(replace(first, language=None))
    return first


def _took(tour: WorkshopTour, project: Project) -> Iterator[Screen]:
    """Hours, costs and partners."""
    desk, way, day = tour.desk, tour.window.funding.took, tour.clock.now().date()
    helper = tour.group[-1].id
    trainer = tour.window.door.ledger.trainer
    assert trainer is not None
    for work in (
        replace(new_work(helper, day), minutes=95, task=TASK),
        replace(new_work(trainer, day, "trainer"), minutes=210, task=TASK),
    ):
        desk.spending.save_work(project.id, work)
    desk.spending.save_cost(Cost("", project.id, day, COST, 12_500))
    partner = desk.spending.save_partner(Partner("", project.id, PARTNER, share=2_500))
    way.took(project.id)
    yield tour.see("took")
    way.person(project.id, helper, TookView())
    yield tour.see("took-person")
    tour.press(_("Add hours"))
    yield tour.see("took-hours")
    way._cost(project.id, "", TookView())
    tour.press(_("Save"))
    yield tour.see("took-cost-faults")
    way._partner(project.id, partner.id, TookView())
    yield tour.see("took-partner")


def _claimed(tour: WorkshopTour, project: Project) -> Iterator[Screen]:
    way = tour.window.funding.claims
    way.claims(project.id)
    yield tour.see("claims-none")
    way.check(project.id)
    _work_ends(tour)
    yield tour.see("check")
    way.new(project.id)
    _work_ends(tour)
    yield tour.see("claim-new")
    tour.type_into(_("What it is called"), CLAIM)
    tour.press(_("Hand in this claim"))
    yield tour.see("claim-hand-in")
    tour.answer("yes")
    _work_ends(tour)
    _late_after_all(tour)
    (claim,) = tour.desk.claims.list(project.id)
    way.claim(project.id, claim.id)
    _work_ends(tour)
    yield tour.see("claim-differs")
    way.claims(project.id)
    yield tour.see("claims")


def _late_after_all(tour: WorkshopTour) -> None:
    """A mark is corrected after the claim was handed in."""
    desk = tour.desk
    session, person = next(
        (session.id, person)
        for session in desk.courses.sessions(tour.session.course)
        for person, mark in desk.attending.marks(session.id).items()
        if mark.status == Status.PRESENT and session.ended
    )
    desk.attending.mark(session, person, Status.LATE, late=30, reason=REASON)


def _taken_home(tour: WorkshopTour, project: Project) -> Iterator[Screen]:
    """Certificates, files, and tables for everybody."""
    funding = tour.window.funding
    funding.awards.of_project(project.id)
    yield tour.see("awards")
    funding.files.of_project(project.id)
    yield tour.see("files")
    ended = replace(project, starts=date(2026, 10, 1), ends=date(2026, 11, 20))
    tour.desk.projects.save(ended)
    funding.publishing.tables(project.id)
    settle()
    yield tour.see("tables")
    funding.sending.of_centre()
    yield tour.see("for-an-organisation")
    funding.sending.doubles(project.id)
    yield tour.see("several-centres")
    tour.press(_("Make a new key"))
    yield tour.see("several-centres-new-key")
    tour.answer("")
    funding.projects.details(None)
    tour.press(_("Save"))
    yield tour.see("project-new-faults")
