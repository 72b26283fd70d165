"""Somebody is asked for a project in Arabic, by clicks: yes, answers, private ones, thanks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from trainer_app.domain.funding.answers import PREFER_NOT
from trainer_app.i18n import _, current, in_language
from trainer_app.ui.desk import Desk
from trainer_app.ui.funding.asking import AskingPage
from trainer_app.ui.main_window import MainWindow

from .hand import Hand, NotOnScreen, settle

SCHOOL = "ما أعلى مدرسة أو تدريب أتممته؟"


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    """The project of the course asks what the ESF+ wants; Amina speaks Arabic."""
    assert window.desk is not None
    projects = window.desk.projects
    projects.save(replace(projects.all()[0], sets=("esf-plus",)))
    amina = window.desk.enrolling.people()[0]
    window.desk.enrolling.save_person(replace(amina, language="ar"))
    return window.desk


def in_arabic(words: str) -> str:
    with in_language("ar"):
        return _(words)


def ids(desk: Desk) -> tuple[str, str]:
    return desk.enrolling.people()[0].id, desk.projects.all()[0].id


def choose(window: MainWindow, hand: Hand, choice: str) -> None:
    """Press an answer of the question in sight, by its id, and go on."""
    page = window.page
    assert isinstance(page, AskingPage)
    button = page._step.choices[choice]  # type: ignore[union-attr]
    hand.press(button.accessibleName())
    hand.press(in_arabic("Next"))


def test_asked_in_arabic_and_given_back(window: MainWindow, hand: Hand, desk: Desk) -> None:
    amina, project = ids(desk)
    window.funding.projects.project(project)
    settle()
    hand.press("People and questions")
    hand.must_read("1 person · 1 to ask now")
    hand.press_cell("Amina")
    hand.press("Ask now")
    assert current().code == "ar"
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    hand.press(in_arabic("An interpreter helps us"))
    hand.press(in_arabic("Yes, ask me"))
    assert not hand.can_press(in_arabic("Next"))
    choose(window, hand, "in-work")
    hand.must_read(SCHOOL)
    # Back, and her answer is still marked; another one takes its place.
    hand.press(in_arabic("Back"))
    choose(window, hand, "self-employed")
    choose(window, hand, PREFER_NOT)
    choose(window, hand, "no")
    hand.press(in_arabic("Yes, ask me these too"))
    choose(window, hand, "yes")
    for _more in range(4):
        choose(window, hand, "no")
    assert not hand.reads("أعمل")
    hand.press(in_arabic("I am the trainer"))
    assert current().code == "en"
    hand.must_read("Nothing to ask now.", "through an interpreter", "Hidden")
    assert not hand.reads("Self-employed")
    said = desk.asking.said(amina, project).entry
    assert [said[one].value for one in ("employment", "education", "disability")] == [
        "self-employed",
        PREFER_NOT,
        "yes",
    ]
    assert {answer.language for answer in said.values()} == {"ar"}
    assert all(answer.interpreter for answer in said.values())


def test_no_is_a_good_answer(window: MainWindow, hand: Hand, desk: Desk) -> None:
    amina, project = ids(desk)
    window.funding.asking.person(project, amina)
    settle()
    hand.press("Ask now")
    hand.press(in_arabic("No, thank you"))
    hand.press(in_arabic("I am the trainer"))
    hand.must_read("No, on", "Nothing to ask now.")
    assert desk.asking.of(amina, project).answered == 0


@pytest.mark.slow
def test_not_now_writes_nothing(window: MainWindow, hand: Hand, desk: Desk) -> None:
    amina, project = ids(desk)
    window.funding.asking.person(project, amina)
    settle()
    hand.press("Ask now")
    hand.press(in_arabic("Not now"))
    hand.must_read("Not asked yet")
    assert desk.asking.of(amina, project).agreed("answers") is None


def test_a_minor_is_asked_only_with_a_guardian(window: MainWindow, hand: Hand, desk: Desk) -> None:
    amina, project = ids(desk)
    desk.enrolling.save_person(replace(desk.enrolling.person(amina), birth_year=2010))
    window.funding.asking.person(project, amina)
    settle()
    hand.press("Ask now")
    hand.press(in_arabic("Yes, ask me"))
    hand.must_read(in_arabic("Please write the name of this grown-up here."))
    assert desk.asking.of(amina, project).agreed("answers") is None
    hand.type_into(in_arabic("Who says yes for you?"), "Umm Amina")
    hand.press(in_arabic("Yes, ask me"))
    consent = desk.asking.of(amina, project).consents["answers"]
    assert (consent.given, consent.guardian, consent.language) == (True, "Umm Amina", "ar")


@pytest.mark.slow
def test_another_language_keeps_the_place_and_what_was_chosen(
    window: MainWindow, hand: Hand, desk: Desk
) -> None:
    amina, project = ids(desk)
    window.funding.asking.person(project, amina)
    settle()
    hand.press("Ask now")
    hand.press(in_arabic("Yes, ask me"))
    choose(window, hand, "in-work")
    window.speak("en")
    settle()
    hand.must_read("What is the highest school or training that you finished?", "Question 2 of 8")
    hand.press("Back")
    assert isinstance(window.page, AskingPage)
    assert window.page._step.value == "in-work"  # type: ignore[union-attr]


def test_a_trainer_writes_down_who_left_and_who_came_back(
    window: MainWindow, hand: Hand, desk: Desk
) -> None:
    amina, project = ids(desk)
    window.funding.asking.person(project, amina)
    settle()
    hand.press("They left…")
    assert not hand.can_press("They left")
    hand.choose("Why", "Found work")
    hand.press("They left")
    assert desk.asking.of(amina, project).left == date(2026, 11, 24)
    hand.must_read("At leaving", "Left on")
    hand.press("They came back")
    assert desk.asking.of(amina, project).left is None
    with pytest.raises(NotOnScreen):
        hand.must_read("At leaving")


def test_an_answer_and_a_yes_are_taken_back(window: MainWindow, hand: Hand, desk: Desk) -> None:
    amina, project = ids(desk)
    for use in ("answers", "sensitive"):
        desk.asking.agree(amina, project, use, True)
    desk.asking.give(amina, project, "entry", {"employment": "in-work", "disability": "yes"})
    window.trainer.person(amina)
    settle()
    hand.press("Questions and consents")
    hand.press("Show answers")
    hand.must_read("In paid work for somebody else", "Yes")
    hand.press_cell("What is your situation with work just now?")
    hand.press("Take it back")
    assert set(desk.asking.said(amina, project).entry) == {"disability"}
    hand.press("They take it back…", nth=1)
    hand.press("Take it back")
    taking = desk.asking.of(amina, project)
    assert (taking.answered, taking.agreed("sensitive")) == (0, False)
    hand.must_read("No answers yet.")
    hand.press("Amina")
    hand.must_read("Questions and consents")
