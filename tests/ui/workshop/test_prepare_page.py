"""The evening before: the plan and its short forms, which papers, and how the laptops stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from centres import Centre, Evening
from in_sight import button, in_every_size, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.laptop_checks import DAY, Finding, LaptopCheck
from trainer_app.domain.laptops import Laptop
from trainer_app.services.laptop_check import Checked
from trainer_app.services.preparing import Preparing
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.page import Page
from trainer_app.ui.workshop.path_words import lesson_titles
from trainer_app.ui.workshop.prepare import PreparePage
from trainer_app.ui.workshop.prepare_papers import PaperOffer, PapersCard, PaperWish

Show = Callable[[Page], Page]
LESSONS = ("sign-in-and-out", "set-who-sees-me", "messages-that-hurry-me")
WISH = PaperWish(frozenset({"sheet", "cards"}), "new", copies={"en": 3, "ar": 2})
OFFER = PaperOffer(
    papers=frozenset({"sheet", "plan", "cards", "slips", "poster", "help"}),
    wish=WISH,
    people=5,
    new=2,
    next=date(2026, 12, 1),
    instead={"so": 2, "ti": 1},
    centre="en",
)


@pytest.fixture
def evening(centre: Centre) -> Evening:
    made = centre.evening("Amina", "Bilal")
    centre.courses.save_session(replace(made.session, lessons=LESSONS))
    return made


@pytest.fixture
def page(
    centre: Centre, library: LessonLibrary, bridge: Bridge, evening: Evening
) -> Callable[[], PreparePage]:
    def make() -> PreparePage:
        return PreparePage(
            Preparing(centre.ledger, library, centre.courses),
            bridge,
            evening.session.id,
            offer=lambda _tonight: OFFER,
            titles=lesson_titles(library, "en"),
            now=centre.clock.now,
        )

    return make


def test_the_plan_says_when_what_comes_and_what_does_not_fit(
    page: Callable[[], PreparePage], show: Show
) -> None:
    shown = show(page())
    said = words(shown)
    assert "35 minutes longer than the session" in said
    assert "Teach “8. Set who sees me” in short: 40 minutes won" in said
    assert "6 minutes, after the end" in said
    assert "Break" in said
    assert "If time runs short" in said


def test_a_lesson_is_taught_in_short_by_keyboard_and_the_keyboard_stays(
    qtbot: QtBot, centre: Centre, evening: Evening, page: Callable[[], PreparePage], show: Show
) -> None:
    shown = page()
    show(shown)
    shown.plan.shorts["set-who-sees-me"].setFocus()
    qtbot.keyClick(shown.plan.shorts["set-who-sees-me"], Qt.Key.Key_Space)
    assert centre.courses.session(evening.session.id).core == ("set-who-sees-me",)
    assert "It fits, 5 minutes are left" in words(shown)
    assert QApplication.focusWidget() is shown.plan.shorts["set-who-sees-me"]
    button(shown, "Short form of 8. \u2068Set who sees me\u2069").click()
    assert centre.courses.session(evening.session.id).core == ()
    button(shown, "Teach 8. \u2068Set who sees me\u2069 in short").click()
    assert centre.courses.session(evening.session.id).core == ("set-who-sees-me",)


def test_papers_are_chosen_and_asked_for_once(
    qtbot: QtBot, page: Callable[[], PreparePage], show: Show
) -> None:
    shown = page()
    show(shown)
    assert "English 3" in words(shown)
    assert "Picture cards: 2 people who have none yet" in words(shown)
    assert "No words yet in" in words(shown)
    shown.papers.ticks["poster"].click()
    button(shown, "Change how many, and which picture cards").click()
    assert QApplication.focusWidget() is shown.papers.pictures.control
    shown.papers.pictures.set_value("all")
    shown.papers.copies["ar"].set_value(7)
    with qtbot.waitSignal(shown.print_requested) as asked:
        shown.print.click()
    wish = asked.args[0]
    assert wish.papers == {"sheet", "cards", "poster"}
    assert (wish.pictures, wish.copies) == ("all", {"en": 3, "ar": 7})
    again = page()
    again.recall(shown.remember())
    assert again.papers.value() == wish


def test_without_a_paper_there_is_nothing_to_print(
    page: Callable[[], PreparePage], show: Show
) -> None:
    shown = page()
    show(shown)
    for tick in shown.papers.ticks.values():
        tick.setChecked(False)
    assert shown.print.isEnabled()
    shown.papers.pictures.set_value("none")
    shown.papers.pictures.changed.emit("none")
    assert not shown.print.isEnabled()


def test_laptops_say_how_they_stand_and_what_to_do(
    centre: Centre, page: Callable[[], PreparePage], show: Show
) -> None:
    shown = page()
    show(shown)
    assert "Looking …" in words(shown)
    now = centre.ledger.seconds()
    ready = LaptopCheck(now, 90, 20_000, "0.1.0", frozenset({"en"}), {}, plugged=True, now=True)
    old = replace(ready, at=now - 20 * DAY, now=False, plugged=False)
    shown.show_laptops(
        [
            Checked(Laptop("a", "A", True, "counts", now, 5, 0), ready, ()),
            Checked(
                Laptop("b", "B", False, "counts", now, 5, 0),
                old,
                (
                    Finding("old", amount=20),
                    Finding("clock", amount=-7200),
                    Finding("battery", amount=12),
                    Finding("disk", amount=300),
                    Finding("lessons", ("sign-in-and-out", "of-another")),
                    Finding("voices", ("ar",)),
                    Finding("program"),
                    Finding("news", amount=3),
                ),
            ),
            Checked(Laptop("c", "C", False, "forked", None, 0, 0), None, (Finding("unknown"),)),
            Checked(Laptop("d", "D", False, "shut-out", None, 0, 0), None, (Finding("shut-out"),)),
        ]
    )
    said = words(shown)
    for part in (
        "1 of 4 is ready",
        "This laptop (A)",
        "Measured now · Battery 90 %, plugged in · 20 GB free",
        "Looked at 20 days ago",
        "Not looked at for 20 days. Open it before the evening, and merge.",
        "Clock 2 hours behind. Set its clock.",
        "Battery 12 %. Charge it, or bring its cable.",
        "Only 300 MB free.",
        "Not on this laptop: of-another",
        "Cannot read aloud: العربية",
        "An older version of the program.",
        "3 entries are not on all laptops yet. Merge with a stick, or open the room.",
        "It has not told anything yet.",
        "Shut out. What comes from it does not count.",
    ):
        assert part in said, part


def test_an_evening_without_lessons_leads_to_the_plan_of_the_course(
    qtbot: QtBot,
    centre: Centre,
    evening: Evening,
    page: Callable[[], PreparePage],
    show: Show,
    bridge: Bridge,
) -> None:
    shown = page()
    show(shown)
    centre.courses.save_session(replace(evening.session, lessons=()))
    with qtbot.waitSignal(shown.laptops_requested):
        bridge.changed.emit(frozenset({"sessions"}))
    course = evening.course.id
    with qtbot.waitSignal(shown.course_requested, check_params_cb=lambda id: id == course):
        button(shown, "Plan the course").click()
    with qtbot.waitSignal(shown.back_requested):
        button(shown, "Today").click()


def test_a_wish_of_unknown_languages_is_kept(qapp: QApplication) -> None:
    card = PapersCard(OFFER, replace(WISH, copies={"nl": 4}))
    assert card.value().copies == {"nl": 4}


@pytest.mark.slow  # the journeys look at the same screens in the whole window
def test_nothing_sticks_out(qapp: QApplication, page: Callable[[], PreparePage]) -> None:
    def unfolded() -> Page:
        made = page()
        made.papers.unfold()
        return made

    assert in_every_size(unfolded, qapp) == []
