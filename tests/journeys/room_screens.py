"""The screens of the room, with laptops that are invented like the people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.fake_room import FakeAttaching, FakeHosting
from trainer_app.domain.rooms import Follow, LaptopState, RoomLaptop, Vote
from trainer_app.i18n import _
from trainer_app.ui.learner.vote import VoteCover

from .hand import settle

if TYPE_CHECKING:
    from .tour import Screen
    from .workshop_tour import WorkshopTour

LESSON = "sign-in-and-out"


def room_screens(tour: WorkshopTour) -> Iterator[Screen]:
    """The trainer's page, a guest's way in, and what learners see of it."""
    window = tour.window
    desk, attaching = tour.desk, window.attaching
    hosting, net = FakeHosting(), FakeAttaching()
    hosting.here = _laptops(int(tour.clock.now().timestamp()))
    try:
        window.desk = replace(desk, hosting=hosting)
        window.evening.do("room", tour.session.id)
        yield tour.see("room-closed")
        tour.press(_("Open the room"))
        yield tour.see("room-open")
        window.desk, window.attaching = desk, net
        yield from _learners(tour, net)
        net.hear(None)
        window.evening.joining.ask_code()
        tour.press(_("Type the address"))
        yield tour.see("join-room")
    finally:
        window.desk, window.attaching = desk, attaching


def _learners(tour: WorkshopTour, net: FakeAttaching) -> Iterator[Screen]:
    window, joining = tour.window, tour.window.evening.joining
    lesson = window.lessons.lesson(LESSON)
    person = tour.group[7]
    tour.desk.seats.sit_down(person.id, tour.desk.seats.pictures(person.id))
    window.learner.hand_over()
    window.playing.page_of(lesson.id, "en", len(lesson.steps) + 1)
    net.say(follow=Follow(lesson.id, lesson.steps[2].id, "en"))
    joining.look()
    yield tour.see("led")
    question = lesson.quiz[0]
    vote = Vote("one", lesson.id, question.id, "en")
    net.say(follow=None, vote=vote)
    joining.look()
    cover = next(iter(window.findChildren(VoteCover)))
    cover.choices[question.choices[0]].click()
    settle()
    yield tour.see("vote")
    net.say(vote=replace(vote, revealed=True))
    joining.look()
    yield tour.see("vote-shown")
    net.say(vote=None)
    joining.look()
    tour.desk.seats.leave()
    tour.unlock()


def _laptops(now: int) -> list[RoomLaptop]:
    usual = LaptopState(now, 80, False, 9000, 2, LESSON, languages=("en", "nl"))
    found = [RoomLaptop(f"d{x}", "ours", x, since=now - 600, state=usual) for x in "BEFGHK"]
    low = replace(usual, battery=12, free_mb=320, waiting=3)
    found[0] = replace(found[0], clock_off=-340, state=low)
    return [
        *found,
        RoomLaptop("dC", "ours", "C", here=False, since=now - 60, trouble="silent"),
        RoomLaptop("dD", "closed", "D", since=now - 30),
        RoomLaptop("g1", "guest", guest=1, since=now - 90, state=replace(usual, people=0)),
    ]
