"""A second laptop opens by a stick, people learn on it, and it closes when the evening is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from centres import PASSPHRASE, PICTURES, Centre, Clock
from PySide6.QtWidgets import QApplication

from trainer_app import app
from trainer_app.keys.wrapping import Cost
from trainer_app.services.joining import Joining
from trainer_app.services.laptops import Laptops
from trainer_app.services.merging import Merging
from trainer_app.services.playing import Playing
from trainer_app.services.room.doorkeeping import Doorkeeping
from trainer_app.services.sitting import Seats
from trainer_app.ui.learner.goodbye import GoodbyePage
from trainer_app.ui.welcome.unlock import UnlockPage

from .hand import Hand, settle

LESSON = "sign-in-and-out"


class Evening:
    """The trainer's laptop, a stick, and the window of a learners' laptop."""

    def __init__(self, centre: Centre, folder: Path, cost: Cost) -> None:
        self.centre, self.cost = centre, cost
        self.stick = folder / "STICK"
        self.stick.mkdir()
        self.here = folder / "learners"
        self._enrol(folder / "centre.invitation")
        self.window = app.open_window(self.here, now=centre.clock.now, cost=cost)
        self.plugged_in: list[Path] = []
        self.window.laptops.sticks._volumes = lambda: self.plugged_in
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        self.window.preferences.change(language="en")
        self.window.welcome.to_centre()
        self.hand = Hand(self.window)
        settle()

    def _enrol(self, file: Path) -> None:
        code = Laptops(self.centre.door).invite(file)
        joining = Joining(self.here, self.centre.clock.now, self.cost)
        [(slot, _picture)] = joining.open(file, code)
        door = joining.join(slot, PASSPHRASE)
        news = file.with_name("joined.bundle")
        Merging(door).write_news(news)
        Merging(self.centre.door).merge([news])
        door.lock()

    def put_in(self) -> None:
        """The stick goes into the learners' laptop."""
        self.plugged_in.append(self.stick)
        self.window.laptops.sticks.look()
        settle()

    def pull_out(self) -> None:
        self.plugged_in.clear()
        self.window.laptops.sticks.look()

    def look(self) -> None:
        """Twenty seconds have passed."""
        self.window.evening.opening.look()
        settle()


@pytest.fixture
def evening(
    centre: Centre, tmp_path: Path, cheap_cost: Cost, qapp: QApplication
) -> Iterator[Evening]:
    made = Evening(centre, tmp_path, cheap_cost)
    yield made
    made.window.close()
    qapp.removeEventFilter(made.window)


def passes(evening: Evening, session: str) -> None:
    assert Doorkeeping(evening.centre.door).write_to_stick(evening.stick, session) == 1


def sign_in(hand: Hand, name: str) -> None:
    hand.press(name)
    for picture in ("Sun", "Fish", "Tree"):
        hand.press(picture)


def test_a_laptop_opens_by_a_stick_and_closes_after_the_session(
    evening: Evening, clock: Clock
) -> None:
    hand, centre = evening.hand, evening.centre
    tonight = centre.evening("Amina Khan", "Bo")
    amina = tonight.people[0]
    centre.seats.choose_pictures(amina.id, PICTURES)
    centre.enrolling.add_person("Somebody else")
    hand.must_read("This laptop is locked", "Waiting for the trainer’s laptop")
    passes(evening, tonight.session.id)
    evening.put_in()
    hand.must_read("Who sits here?")
    hand.wait_for("You can take the stick out now.")
    hand.wait_for("Amina")
    assert not hand.reads("Khan")
    assert not hand.reads("Somebody else")
    evening.pull_out()
    sign_in(hand, "Amina")
    hand.must_read("Welcome, Amina")
    clock.forward(minutes=30)
    evening.look()
    assert evening.window.door.is_open
    # An hour after the planned end at the latest.
    clock.moment = clock.moment.replace(hour=13, minute=0)
    evening.put_in()
    hand.wait_for("You can take the stick out now.")
    evening.look()
    assert isinstance(evening.window.page, GoodbyePage)
    assert not evening.window.door.is_open
    hand.press("To the start")
    assert isinstance(evening.window.page, UnlockPage)
    Merging(centre.door).merge(Merging(centre.door).files_on(evening.stick))
    [sitting] = centre.seats.history(amina.id)
    assert sitting.session == tonight.session.id
    assert sitting.ended is not None


def test_the_session_ends_for_a_laptop_that_hears_of_it(evening: Evening, clock: Clock) -> None:
    hand, centre = evening.hand, evening.centre
    tonight = centre.evening("Amina")
    centre.seats.choose_pictures(tonight.people[0].id, PICTURES)
    centre.attending.start_now(tonight.session.id)
    passes(evening, tonight.session.id)
    evening.put_in()
    hand.wait_for("Amina")
    sign_in(hand, "Amina")
    evening.window.evening.opening.session_over()
    hand.must_read("This laptop closes in a few minutes")
    assert evening.window.door.is_open
    clock.forward(minutes=6)
    evening.look()
    hand.must_read("The workshop is over", "All that you did is kept")


def test_a_stick_without_a_pass_for_this_laptop_says_so(evening: Evening) -> None:
    hand, centre = evening.hand, evening.centre
    tonight = centre.evening("Amina")
    passes(evening, tonight.session.id)
    file = evening.stick / "trainer-app" / "evening.pass"
    file.write_bytes(b'{"format": 1, "passes": []}')
    evening.put_in()
    hand.must_read("There is no pass for this laptop")
    hand.press("OK")
    evening.pull_out()
    file.write_bytes(b"\x00\x01")
    evening.put_in()
    hand.must_read("The passes on the stick cannot be read")


def test_a_guest_keeps_what_was_done_before_the_laptop_was_opened(
    evening: Evening, clock: Clock
) -> None:
    hand, centre, window = evening.hand, evening.centre, evening.window
    tonight = centre.evening("Amina Khan", "Bo")
    for person in tonight.people:
        centre.seats.choose_pictures(person.id, PICTURES)
    passes(evening, tonight.session.id)
    hand.press("Learn as a guest")
    window.learner.lesson(LESSON, "en")
    settle()
    clock.forward(minutes=2)
    hand.press("Next")
    before = window.page
    evening.put_in()
    # Nobody is thrown out of the lesson.
    assert window.page is before
    hand.must_read("This laptop is ready now. Keep what you did?", "You are a guest")
    hand.wait_for("You can take the stick out now.")
    hand.press("Keep it")
    hand.wait_for("Amina")
    sign_in(hand, "Amina")
    hand.must_read("Welcome, Amina", "Did somebody do this together with you?")
    hand.press("One more person")
    sign_in(hand, "Bo")
    assert {p.name for p in Seats(window.door.ledger).people()} == {"Amina", "Bo"}
    # As far as whoever is least far: both have it.
    assert Playing(window.door.ledger).progress()[LESSON].page == 2
    hand.press("Not now")
    assert not hand.reads("What guests did here")


def test_a_guest_may_go_on_and_keep_it_later(evening: Evening, clock: Clock) -> None:
    hand, centre, window = evening.hand, evening.centre, evening.window
    tonight = centre.evening("Amina")
    centre.seats.choose_pictures(tonight.people[0].id, PICTURES)
    passes(evening, tonight.session.id)
    for _ in range(2):
        hand.press("Learn as a guest")
        window.learner.lesson(LESSON, "en")
        settle()
        clock.forward(minutes=2)
        hand.press("Next")
        hand.press("Stop learning")
    hand.press("Learn as a guest")
    window.learner.lesson(LESSON, "en")
    settle()
    evening.put_in()
    hand.press("Go on as a guest")
    assert not hand.reads("Keep what you did?")
    window.learner.home()
    settle()
    hand.must_read("You learned here as a guest.")
    hand.press("Keep it")
    hand.must_read("Which of these did you do?", "09:50–09:52")
    hand.press("This was me", 1)
    hand.wait_for("Amina")
    sign_in(hand, "Amina")
    hand.must_read("Welcome, Amina")
    sittings = Seats(window.door.ledger).history(tonight.people[0].id)
    moments = [one.began for one in sittings if one.ended is not None]
    started = clock.moment - timedelta(minutes=2)
    assert moments == [int(started.timestamp())]


def test_after_a_trainer_opened_it_a_guest_is_asked_too(evening: Evening, clock: Clock) -> None:
    hand, centre, window = evening.hand, evening.centre, evening.window
    centre.evening("Amina")
    hand.press("Learn as a guest")
    window.learner.lesson(LESSON, "en")
    settle()
    clock.forward(minutes=2)
    hand.press("Next")
    hand.press("For the trainer")
    hand.type_into("Passphrase", PASSPHRASE)
    hand.press("Unlock")
    window.learner.hand_over()
    settle()
    hand.must_read("You are a guest", "This laptop is ready now. Keep what you did?")
