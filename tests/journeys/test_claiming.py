"""A claim from the check to its differences, by clicks in the program's own window."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt

from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import NotForSubstitutes
from trainer_app.domain.funding.projects import Project
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.messages import explain

from .hand import Hand, settle


@pytest.fixture
def project(window: MainWindow) -> Project:
    """The course's project, with a session of last week that somebody forgot to end."""
    desk = window.desk
    assert desk is not None
    course = desk.courses.all()[0]
    project = desk.projects.of_course(course.id)[0]
    last_week = desk.now().date() - timedelta(days=7)
    session = desk.courses.add_session(course.id, last_week, time(10), time(12))
    amina = desk.enrolling.people(course.id)[0]
    desk.attending.mark(session.id, amina.id, Status.PRESENT)
    return project


def come_to(hand: Hand, window: MainWindow, project: Project, card: str) -> None:
    """Open a card of the project's page."""
    window.funding.projects.project(project.id)
    settle()
    hand.press(card)


def test_a_finding_leads_to_its_record_and_is_gone_when_it_is_mended(
    window: MainWindow, hand: Hand, project: Project
) -> None:
    desk = window.desk
    assert desk is not None
    come_to(hand, window, project, "Check before a claim")
    hand.wait_for("1 session was planned and has not begun")
    hand.must_read(
        "Look whether this is right",
        "The register has gaps for 1 person",
        "gender and year of birth",
    )
    hand.press("Amina · gender and year of birth")
    hand.must_read("Amina")
    session = desk.courses.sessions()[0]
    desk.attending.set_times(session.id, time(10), time(12), "")
    come_to(hand, window, project, "Check before a claim")
    hand.wait_for("1 session has no photo of its signed sheet here")
    assert not hand.reads("was planned and has not begun")
    hand.press("Tuesday group, session")
    hand.must_read("Amina")


def test_other_days(window: MainWindow, hand: Hand, project: Project) -> None:
    come_to(hand, window, project, "Check before a claim")
    hand.type_into("First day", "1/1/2020")
    hand.type_into("Last day", "1/2/2020")
    hand.key(Qt.Key.Key_Tab)
    hand.wait_for("Nobody has taken part in these days")
    hand.type_into("Last day", "1/1/2019")
    hand.key(Qt.Key.Key_Tab)
    hand.wait_for("The last day lies before the first.")


def test_a_claim_is_named_confirmed_kept_and_compared(
    window: MainWindow, hand: Hand, project: Project
) -> None:
    desk = window.desk
    assert desk is not None
    session = desk.courses.sessions()[0]
    desk.attending.set_times(session.id, time(10), time(12), "")
    come_to(hand, window, project, "Claims")
    hand.must_read("No claims yet")
    hand.press("Make a claim")
    hand.wait_for("What will be kept")
    hand.must_read("2.00", "participant-hours")
    hand.press("Hand in this claim")
    hand.must_read("Give the claim a name")
    hand.type_into("What it is called", "First report")
    hand.press("Hand in this claim")
    hand.must_read("Hand in this claim?", "First report")
    hand.press("Not yet")
    assert desk.claims.list() == ()
    hand.press("Hand in this claim")
    hand.press("Hand in")
    hand.wait_for("Nothing has changed since it was handed in.")
    (claim,) = desk.claims.list(project.id)
    assert claim.label == "First report"
    amina = desk.enrolling.people()[0]
    window.bridge.run(
        lambda: desk.attending.mark(
            session.id, amina.id, Status.LATE, late=30, reason="The bus was late"
        ),
        "attendance",
    )
    settle()
    hand.wait_for("Things have changed since")
    hand.must_read("The bus was late", "1.50")
    hand.press("All claims")
    hand.press_cell("First report")
    hand.wait_for("Rows that are different")


def test_figures_that_change_while_somebody_looks(
    window: MainWindow, hand: Hand, project: Project
) -> None:
    desk = window.desk
    assert desk is not None
    come_to(hand, window, project, "Claims")
    hand.press("Make a claim")
    hand.wait_for("What will be kept")
    hand.type_into("What it is called", "First report")
    session = desk.courses.sessions()[0]
    # Another laptop's news, of which the page has not heard yet.
    desk.attending.set_times(session.id, time(10), time(12), "")
    hand.press("Hand in this claim")
    hand.press("Hand in")
    hand.must_read("The figures have changed")
    hand.press("OK")
    hand.wait_for("2.00")
    assert desk.claims.list() == ()


def test_a_substitute_is_told_that_it_is_not_for_her(
    window: MainWindow, hand: Hand, project: Project
) -> None:
    window.door.ledger.substitute = True
    window.funding.claims.claims(project.id)
    settle()
    hand.must_read(explain(NotForSubstitutes()).title)


def test_a_claim_that_somebody_altered_is_not_trusted(
    window: MainWindow, hand: Hand, project: Project
) -> None:
    desk = window.desk
    assert desk is not None
    day = desk.now().date()
    desk.claims.submit(project.id, day - timedelta(days=30), day, "First report")
    window.door.ledger.store._writer.run(
        lambda db: db.execute(
            "UPDATE events SET body = json_set(body, '$.until', '2030-01-01')"
            " WHERE kind = 'claim-submitted'"
        )
    )
    come_to(hand, window, project, "Claims")
    hand.press_cell("First report: not to be trusted")
    hand.must_read("No trainer of this centre signed this claim as it stands here.")
    hand.press("All claims")
    hand.press("Check before a claim")
    hand.wait_for("1 earlier claim cannot be read, or was altered")
