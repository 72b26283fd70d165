"""Through what keeps a centre safe: laptops and sticks, trainers, backups, damage, privacy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from trainer_app.app import DEMO_PASSPHRASE, invent
from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import NoLongerTrainer
from trainer_app.domain.funding.projects import Project
from trainer_app.domain.people import Person
from trainer_app.i18n import _, ngettext, pgettext
from trainer_app.i18n.formats import number
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.door import Door
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.joining import Joining
from trainer_app.services.laptops import Laptops
from trainer_app.services.merging import FOLDER, Merging
from trainer_app.services.rescuing import Offer, Rescued
from trainer_app.services.trainers import Trainers
from trainer_app.ui.desk import Desk
from trainer_app.ui.merging.merge import MergePage
from trainer_app.ui.settings.backups_row import BackupRow
from trainer_app.ui.settings.laptops import LaptopsPage
from trainer_app.ui.welcome.rescue import RescuePage
from trainer_app.ui.widgets import ChoiceButton

from .hand import settle
from .tour import (
    BAD_PASSPHRASE,
    CENTRE,
    CHEAP,
    CODE,
    GOOD_PASSPHRASE,
    INVITATION,
    STICK,
    Clock,
    Screen,
    Tour,
)

_COLLEAGUE, _SUBSTITUTE = "Omar Haddad", "Lotte"
_TWICE = ("Mariama Jallow", "Mariama Jalloh")
_DAMAGED = "old-laptop.bundle"
_DAYS_AHEAD = 3


class SafetyTour(Tour):
    """A centre of two laptops and one that should not be there; the trainer is inside."""

    parts = ("setting_up", "backing_up", "pooling", "settling", "colleagues", "damage", "privacy")

    def __init__(self, folder: Path, language: str, scale: int) -> None:
        self._stick = folder.parent / STICK
        self._plugged_in: list[Path] = []
        super().__init__(folder, language, scale)
        # A folder stands for the stick; it is put in when the tour says so.
        self.window.laptops.sticks._volumes = lambda: self._plugged_in
        self.window.door.unlock_any(DEMO_PASSPHRASE)
        self.window.centre_opened()
        # No backup by itself: another minute would show another list.
        self.window.backups.end()
        self.window.choose_file = lambda _suggested: None

    def _prepare(self, folder: Path) -> None:
        door = Door(folder, self.clock.now, CHEAP)
        invent(door, learners=9, sessions=3, seed=1)
        trainers = Trainers(door)
        trainers.add(_COLLEAGUE, "drum", GOOD_PASSPHRASE)
        until = self.clock.now().date() + timedelta(days=9)
        trainers.add_substitute(_SUBSTITUTE, "lamp", GOOD_PASSPHRASE, until)
        invitation = folder.parent / INVITATION
        code = Laptops(door).invite(invitation)
        (self._stick / FOLDER).mkdir(parents=True)
        for place in ("second", "third"):
            self._elsewhere(folder.parent / place, invitation, code)
        (self._stick / FOLDER / _DAMAGED).write_bytes(bytes(1000))
        self._mark(door, Status.PRESENT, _TWICE[0], 1990)
        door.lock()

    def _elsewhere(self, folder: Path, invitation: Path, code: str) -> None:
        """Another laptop joins, says other things, and leaves its news on the stick."""
        clock = Clock()
        clock.forward(minutes=5 if folder.name == "second" else 50)
        joining = Joining(folder, clock.now, CHEAP)
        door = joining.join(joining.open(invitation, code)[0][0], DEMO_PASSPHRASE)
        if folder.name == "second":
            self._mark(door, Status.LATE, _TWICE[1], 1991)
            clock.forward(minutes=_DAYS_AHEAD * 24 * 60)
        self._mark(door, Status.ABSENT, "", 1991)
        Merging(door).write_to_stick(self._stick)
        door.lock()

    def _mark(self, door: Door, status: Status, newcomer: str, year: int) -> None:
        """Write down what another laptop writes otherwise."""
        enrolling, ledger = Enrolling(door.ledger), door.ledger
        session = max(Courses(ledger).sessions(), key=lambda one: one.date)
        person = _first(enrolling.people(session.course))
        Attending(ledger).mark(session.id, person.id, status, late=9 * (status is Status.LATE))
        enrolling.save_person(replace(person, birth_year=year))
        if newcomer:
            added = enrolling.add_person(newcomer, course_id=session.course)
            enrolling.save_person(replace(added, birth_year=1987))

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    def _setting_up(self) -> Iterator[Screen]:
        self.window.trainer.settings()
        yield self.see("settings-safety")
        self.window.laptops.laptops()
        yield self.see("laptops-one")
        # The real code is another one each time.
        self.window.laptops._invited(Path("/media") / STICK / INVITATION, CODE)
        yield self.see("invitation")
        self.press(pgettext("button", "Done"))
        yield self.see("invitation-not-written")

    def _backing_up(self) -> Iterator[Screen]:
        self._show_backups()
        yield self.see("backups-none")
        self.press(_("Back up now"))
        self._wait_for_backups(1)
        self.clock.forward(minutes=15)
        self.desk.enrolling.add_person("Rosa")
        self.press(_("Back up now"))
        self._wait_for_backups(2)
        broken = self.desk.safekeeping.folder / "0000001-20261110T091500Z.db"
        broken.write_bytes(bytes(4096))
        self._show_backups()
        yield self.see("backups")
        self.press(_("Put this one back…"))
        yield self.see("backups-put-back")
        self.answer("")

    def _show_backups(self) -> None:
        self.window.backups.backups()
        self.hand.wait_until(lambda: self.hand.can_press(_("Back up now")), "the backups")

    def _wait_for_backups(self, count: int) -> None:
        page = self.window.page
        self.hand.wait_until(lambda: len(page.findChildren(BackupRow)) == count, "the backup")

    def _pooling(self) -> Iterator[Screen]:
        window, way = self.window, self.window.laptops
        way.merge()
        yield self.see("merge-no-stick")
        window.trainer.today()
        # Nobody plugs one in before the page has come to rest.
        settle()
        self._plugged_in.append(self._stick)
        way.sticks.look()
        yield self.see("stick-is-in")
        self.answer("merge")
        yield self.see("merge-offer")
        assert isinstance(window.page, MergePage)
        window.page.show_progress(120, 260)
        yield self.see("merge-under-way")
        way.merge()
        self.press(_("Merge now"))
        self.hand.wait_until(
            lambda: self.hand.can_press(_("Merge again")), "the outcome", milliseconds=20_000
        )
        yield self.see("merge-outcome")
        way.laptops()
        yield self.see("laptops")
        self.hand.press(_("Shut out…"), nth=1)
        yield self.see("laptops-shut-out")
        self.answer("out")
        yield self.see("laptops-one-out")
        assert isinstance(window.page, LaptopsPage)
        first, second, *_more = self.desk.laptops.all()
        # As after somebody copied its folder and used both.
        window.page.show_laptops([first, replace(second, standing="forked", aside=3)])
        yield self.see("laptops-forked")

    def _settling(self) -> Iterator[Screen]:
        window = self.window
        window.trainer.today()
        yield self.see("today-to-settle")
        window.settling.settle()
        looking = _("Looking for people who stand twice…")
        self.hand.wait_until(lambda: not self.hand.reads(looking), "people who stand twice")
        yield self.see("settle")
        self.press_first(ChoiceButton)
        (pair, *_more) = self.desk.settling.suggestions()
        self.desk.settling.join(pair.one, pair.other)
        window.rebuild()
        yield self.see("settle-chosen")

    def _colleagues(self) -> Iterator[Screen]:
        way = self.window.colleagues
        way.trainers()
        yield self.see("trainers")
        self.press(_("Remove {name}…").format(name=_COLLEAGUE))
        yield self.see("trainer-remove")
        self.answer("")
        self.press(_("Make a new recovery code"))
        yield self.see("new-code-ask")
        self.answer("")
        way._show_code(CODE, removed=_COLLEAGUE)
        yield self.see("new-code")
        self.press(pgettext("button", "Done"))
        yield self.see("new-code-not-yet")
        way.new(substitute=False)
        yield self.see("trainer-new")
        self.press(_("Add the trainer"))
        yield self.see("trainer-new-faults")
        way.new(substitute=True)
        yield self.see("substitute-new")
        yield from self._own_passphrase()
        self.window.door.ledger.substitute = True
        way.trainers()
        yield self.see("trainers-for-substitute")
        self.window.door.ledger.substitute = False

    def _own_passphrase(self) -> Iterator[Screen]:
        self.window.colleagues.passphrase()
        yield self.see("passphrase")
        self.type_into(_("Passphrase until now"), BAD_PASSPHRASE)
        self.type_into(_("New passphrase"), GOOD_PASSPHRASE)
        self.press(_("Change it"))
        wrong = _("That is not your passphrase. Nothing was changed.")
        self.hand.wait_for(wrong)
        yield self.see("passphrase-wrong")

    def _damage(self) -> Iterator[Screen]:
        """The page’s states; a damaged file itself is in test_damage."""
        way, page = self.window.welcome, RescuePage(self.clock.now)
        self.window.show_page(lambda: way._alone(page))
        yield self.see("rescue-looking")
        made = self.desk.safekeeping.snapshot()
        assert made.holds is not None
        offer = Offer("centre.db", "pages-damaged", 300, 2, made, later=41, readable=900)
        page.show_offer(offer)
        yield self.see("rescue-offer")
        page.show_working()
        yield self.see("rescue-working")
        page.show_done(Rescued(made.holds, 41, made.name, "replaced/20261124T085000Z"))
        yield self.see("rescue-done")
        page.show_offer(replace(offer, snapshot=None, later=0, readable=0))
        yield self.see("rescue-nothing")
        way.trouble(NoLongerTrainer())
        yield self.see("no-longer-trainer")

    def _privacy(self) -> Iterator[Screen]:
        desk, way, day = self.desk, self.window.trainer, self.clock.now().date()
        course = desk.courses.all()[0]
        person = sorted(desk.enrolling.people(course.id), key=lambda one: one.number)[4]
        self._show_person(person)
        yield self.see("person-privacy")
        self.press(_("Keep only for the funder…"))
        yield self.see("person-keep")
        self.type_into(_("Reason"), CENTRE)
        self.press(_("Keep only for the funder"))
        self._show_person(person)
        yield self.see("person-kept")
        self.press(_("Erase…"))
        yield self.see("person-erase")
        self.answer("")
        ended = Project(course.project or "", course.funder, day - timedelta(days=3))
        desk.projects.save(ended)
        way.people()
        yield self.see("people-due")
        way.due()
        yield self.see("due")
        due = desk.projects.due(day)
        self.hand.press_cell(due[0].person.label)
        yield self.see("due-erase-one")
        self.answer("")
        words = ngettext("Erase {count} person", "Erase {count} people", len(due))
        self.press(words.format(count=number(len(due))))
        yield self.see("due-erase-all")
        self.answer("")
        desk.projects.save(replace(ended, keep_until=None))
        way.due()
        yield self.see("due-nobody")

    def _show_person(self, person: Person) -> None:
        self.window.trainer.person(person.id)
        settle()
        self.hand.bring_into_view(self.hand.button(_("Erase…")))


def _first(people: list[Person]) -> Person:
    return min(people, key=lambda person: person.number)
