"""From a course to certificates and badges, and a badge's file looked at again, in the window."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from practising_window import PAGES, Room
from PySide6.QtWidgets import QApplication
from reading_a_page import words

from trainer_app.app.desk import make_awarding
from trainer_app.domain.attendance import Status
from trainer_app.ui.funding.awards import AwardsPage


@pytest.fixture
def course(room: Room) -> Iterator[str]:
    """Amina was there, and passed the course's lesson."""
    desk = room.desk
    awarding = make_awarding(room.window.door, room.lessons)
    room.window.desk = replace(desk, awarding=awarding)
    (session,) = desk.courses.sessions()
    course = desk.courses.course(session.course)
    desk.courses.save_course(replace(course, lessons=(PAGES,)))
    desk.attending.start_now(session.id)
    desk.attending.mark(session.id, room.person.id, Status.PRESENT)
    desk.seats.sit_down(room.person.id, ("sun", "fish", "tree"))
    desk.playing.finish(room.lessons.lesson(PAGES), 3, 3)
    desk.seats.leave()
    desk.attending.end_now(session.id)
    return course.id


def test_certificates_are_kept_as_a_pdf(room: Room, course: str, tmp_path: Path) -> None:
    file = tmp_path / "certificates.pdf"
    room.window.choose_file = lambda _name: file
    room.window.trainer.course(course)
    room.press("Certificates")
    assert isinstance(room.window.page, AwardsPage)
    room.press("Print certificates", "Save as PDF")
    text = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    assert "Amina" in text
    assert "Tuesday group" in text
    assert "I can" in text


def test_badges_are_saved_and_one_is_looked_at(room: Room, course: str, tmp_path: Path) -> None:
    room.window.choose_folder = lambda: tmp_path
    room.window.funding.awards.of_course(course)
    room.press("Save badges", "As pictures")
    (picture,) = tmp_path.glob("badge-*.png")
    room.window.choose_file = lambda _name: picture
    room.press("Check a badge")
    assert "This badge is valid" in words(room.window)
    room.press("Close", "Save badges", "As plain files")
    (file,) = tmp_path.glob("badge-*.json")
    assert "Amina" not in file.read_text("utf-8")
    room.window.choose_file = lambda _name: file
    room.press("Check a badge")
    assert "This badge is valid" in words(room.window)
    assert "It is on this centre’s list, and nothing in it was changed." in words(room.window)
    room.press("Close")
    document = json.loads(file.read_text("utf-8"))
    document["name"] = "Doctor"
    file.write_text(json.dumps(document), "utf-8")
    room.press("Check a badge")
    assert "This badge was changed" in words(room.window)


def test_a_person_s_page_has_what_she_took_home(room: Room, course: str, tmp_path: Path) -> None:
    room.window.trainer.person(room.person.id)
    assert "Certificates and badges" not in words(room.window)
    room.window.choose_folder = lambda: tmp_path
    room.window.funding.awards.of_course(course)
    room.press("Save badges", "As plain files")
    room.window.trainer.person(room.person.id)
    assert "Tuesday group, 24 Nov 2026" in words(room.window)
    room.press("Badge: Tuesday group", "As plain files")
    assert len(list(tmp_path.glob("badge-*.json"))) == 1


def test_a_project_leads_to_its_courses(room: Room, course: str) -> None:
    (project,) = room.desk.projects.all()
    room.window.funding.awards.of_project(project.id)
    QApplication.processEvents()
    page = room.window.page
    assert isinstance(page, AwardsPage)
    assert "1 of 1 person completed it." in words(room.window)
