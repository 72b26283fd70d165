"""The evening before: from Today to one file with every paper; this laptop says how it is."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.courses import Session
from trainer_app.store import checks
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.workshop.prepare import PreparePage

from .hand import Hand, settle

LESSONS = ("sign-in-and-out", "tell-my-story")


@pytest.fixture
def session(window: MainWindow) -> Session:
    """Today's, with two lessons, a next one, and people who read English, Arabic and Somali."""
    desk = window.desk
    assert desk is not None
    today = desk.courses.today()[0]
    desk.courses.save_session(replace(today, lessons=LESSONS))
    desk.courses.add_session(
        today.course, today.date.replace(month=12, day=1), today.planned_start, today.planned_end
    )
    for name, language in (("Samir", "ar"), ("Hodan", "so"), ("Bo", "en")):
        desk.enrolling.add_person(name, course_id=today.course, language=language)
    return today


def waited(application: QApplication) -> None:
    """What runs beside the window is done, and the window has heard of it."""
    QThreadPool.globalInstance().waitForDone()
    application.processEvents()
    settle()


def test_one_button_one_file(
    window: MainWindow, hand: Hand, session: Session, qapp: QApplication, tmp_path: Path
) -> None:
    desk = window.desk
    assert desk is not None
    waited(qapp)
    assert set(checks.checks(window.door.ledger.store)) == {window.door.ledger.store.device}
    window.trainer.today()
    settle()
    hand.press("Prepare")
    waited(qapp)
    page = window.page
    assert isinstance(page, PreparePage)
    assert page.papers.value().copies == {"en": 3, "ar": 1}
    assert page.papers.value().pictures == "new"
    hand.press("Print it all")
    hand.press("Save as PDF")
    hand.wait_until(lambda: not window.bridge.is_busy, "the paper")
    (file,) = tmp_path.glob("Papers for *.pdf")
    said = read(file)
    wanted = [
        "Tuesday group, session 1", "Sign-in sheet", "Join the room", "We meet again",
        "Before a film or a recording of me", "Come in, sign, sit down", "Hodan",
        "Tap these three pictures to sign in.", "How do I log out here?",
    ]  # fmt: skip
    assert [one for one in wanted if one not in said] == []
    # Everyone has pictures now, and the code of the room is the one that was printed.
    people = desk.preparing.people(session.course)
    assert desk.preparing.without_pictures(people) == []
    assert page.papers.value().pictures == "none"
    (code,) = (row["code"] for row in window.door.ledger.store.query("SELECT code FROM rooms"))
    assert code in "".join(one for one in said if one.isdecimal())


def test_the_form_is_found_in_the_words_of_its_lesson() -> None:
    from trainer_app.ui.ways.evening_papers import consent_lines

    library = LessonLibrary(places.lessons())
    lines = consent_lines(library.words("tell-my-story", "en"))
    assert lines[0][0] == "Who:"
    for language in library.lesson("tell-my-story").languages:
        assert len(consent_lines(library.words("tell-my-story", language))) == 14
    assert consent_lines(library.words("sign-in-and-out", "en")) == ()


def read(file: Path) -> str:
    """What another program reads in a PDF, with single spaces."""
    done = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True, encoding="utf-8"
    )
    return " ".join(done.stdout.split())
