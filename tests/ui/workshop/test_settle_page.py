"""To settle: choosing between two laptops, saying who is one person, and taking it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from another_laptop import AnotherLaptop
from centres import Centre, Clock
from in_sight import button, buttons, in_every_size, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import plain, too_small
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.attendance import Status
from trainer_app.domain.funding.projects import Project, Rules
from trainer_app.services.funding.projects import Projects
from trainer_app.services.settling import Settling
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import ChoiceButton
from trainer_app.ui.workshop.path_words import lesson_titles
from trainer_app.ui.workshop.people import PeoplePage
from trainer_app.ui.workshop.settle import SettlePage
from trainer_app.ui.workshop.settle_pair import PairCard
from trainer_app.ui.workshop.today import TodayPage

Show = Callable[[Page], Page]
ASLEEP = Qt.WidgetAttribute.WA_TransparentForMouseEvents
LOOKING = "Looking for people who stand twice…"


@pytest.fixture
def other(centre: Centre, tmp_path: Path) -> Iterator[AnotherLaptop]:
    clock = Clock()
    clock.forward(minutes=3)
    laptop = AnotherLaptop(centre, tmp_path / "b", clock)
    yield laptop
    laptop.close()


@pytest.fixture
def open_page(
    centre: Centre, library: LessonLibrary, bridge: Bridge, show: Show, qtbot: QtBot
) -> Callable[[], SettlePage]:
    """The page on screen, once it has looked through the register."""

    def opened() -> SettlePage:
        page = SettlePage(Settling(centre.ledger), library, bridge)
        show(page)
        qtbot.waitUntil(lambda: LOOKING not in words(page))
        return page

    return opened


def choice(page: QWidget, word: str) -> ChoiceButton:
    found = button(page, word)
    assert isinstance(found, ChoiceButton)
    return found


def disagree(centre: Centre, other: AnotherLaptop, *names: str) -> str:
    """People whom one laptop has as present and the other as absent; the session's id."""
    made = centre.evening(*names)
    other.meet()
    for person in made.people:
        centre.attending.mark(made.session.id, person.id, Status.PRESENT)
        other.attending.mark(made.session.id, person.id, Status.ABSENT)
    other.meet()
    return made.session.id


def write_twice(centre: Centre) -> None:
    """Mariama, and Abdi, each under two spellings."""
    course = centre.courses.add_course("Tuesday group").id
    for name, year in (
        ("Mariama Diallo", 1990), ("Mariama Jallow", 1990), ("Abdi Nur", 1985), ("Abdi Noor", 1985),
    ):  # fmt: skip
        centre.enrolling.add_person(name, course_id=course, birth_year=year)


def press(qtbot: QtBot, page: QWidget, word: str) -> None:
    """Press a button once the page takes presses again."""
    for card in page.findChildren(PairCard):
        qtbot.waitUntil(lambda card=card: not card.testAttribute(ASLEEP))
    qtbot.mouseClick(button(page, word), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_with_nothing_to_settle_the_page_says_so(open_page, qtbot):
    page = open_page()
    assert "Nothing to settle" in words(page)
    with qtbot.waitSignal(page.back_requested):
        button(page, "Back").click()


def test_both_values_stand_with_who_said_them_and_one_press_settles(
    centre, other, open_page, qtbot, bridge
):
    session = disagree(centre, other, "Fatoumata Diallo")
    page = open_page()
    seen = words(page)
    assert "Fatoumata Diallo" in seen
    assert "Tuesday group, session 1 · Tuesday, 24 November 2026" in seen
    assert "Sanne · Laptop A · 24 Nov 2026, 09:50" in seen
    assert "Omar · Laptop B · 24 Nov 2026, 09:53" in seen
    assert seen.count("Counts until you choose") == 1
    assert "Nothing to settle" not in seen
    with qtbot.waitSignal(bridge.changed) as said:
        qtbot.mouseClick(choice(page, "Present"), Qt.MouseButton.LeftButton)
    assert "attendance" in said.args[0]
    assert [mark.status for mark in centre.attending.marks(session).values()] == ["present"]
    assert Settling(centre.ledger).count() == 0
    assert choice(page, "Present").state == "chosen"
    assert "Settled. Choose again here, or change it later on its own page." in words(page)
    assert "Counts until you choose" not in words(page)


def test_second_thoughts_and_the_way_to_the_attendance_list(centre, other, open_page, qtbot):
    session = disagree(centre, other, "Fatoumata Diallo")
    page = open_page()
    choice(page, "Present").click()
    choice(page, "Absent").click()
    assert [mark.status for mark in centre.attending.marks(session).values()] == ["absent"]
    assert (choice(page, "Absent").state, choice(page, "Present").state) == ("chosen", "idle")
    with qtbot.waitSignal(page.attendance_opened) as said:
        button(page, "Open the attendance list").click()
    assert said.args == [session]


def test_after_the_end_the_choice_is_kept_with_a_reason(centre, other, open_page, troubles):
    session = disagree(centre, other, "Fatoumata Diallo")
    centre.attending.start_now(session)
    centre.attending.end_now(session)
    page = open_page()
    choice(page, "Absent").click()
    assert troubles == []
    (person,) = centre.attending.marks(session)
    reasons = [change.reason for change in centre.attending.history(session, person)]
    assert "Settled: laptops said different things" in reasons


def test_a_merge_brings_more_and_what_was_settled_stays_in_sight(centre, other, open_page, bridge):
    session = disagree(centre, other, "Fatoumata Diallo")
    page = open_page()
    choice(page, "Present").click()
    rosa = centre.enrolling.add_person("Rosa")
    other.meet()
    centre.attending.mark(session, rosa.id, Status.EXCUSED)
    other.attending.mark(session, rosa.id, Status.LATE, late=7)
    other.meet()
    bridge.changed.emit(frozenset({"attendance"}))
    assert "Rosa" in words(page)
    assert {"Excused", "Late 7 min"} <= set(buttons(page))
    assert choice(page, "Present").state == "chosen"
    # The other laptop settles the first one differently, and had not heard of this choice.
    (fatou,) = (one for one in centre.attending.marks(session) if one != rosa.id)
    centre.attending.mark(session, fatou, Status.PRESENT)
    other.attending.mark(session, fatou, Status.ABSENT)
    other.meet()
    bridge.changed.emit(frozenset({"attendance"}))
    assert choice(page, "Present").state == "idle"


def test_other_things_show_what_differs(centre, other, open_page, qtbot, library):
    made = centre.evening("Fatoumata Diallo")
    session, person, course = made.session, made.people[0], made.course
    other.meet()
    first, second = (lesson.id for lesson in library.lessons[:2])
    centre.courses.save_session(replace(session, place="Library", date=date(2026, 11, 25)))
    other.courses.save_session(replace(session, place=None, planned_start=time(9)))
    centre.courses.save_course(replace(course, title="Tuesdays", lessons=(first,)))
    other.courses.save_course(replace(course, title="Tuesday group", lessons=(second,)))
    centre.enrolling.save_person(replace(person, gender="woman", language="fr"))
    other.enrolling.save_person(replace(person, name="Fatou Diallo", birth_year=1990))
    centre.attending.start_now(session.id)
    other.attending.start_now(session.id)
    other.meet()
    page = open_page()
    said = {plain(one) for one in buttons(page)}
    assert "Date: 25 Nov 2026\nPlanned start: 10:00\nPlace: Library" in said
    assert "Date: 24 Nov 2026\nPlanned start: 09:00\nPlace: nothing" in said
    title = plain(lesson_titles(library, "en")[first])
    assert f"Title: Tuesdays\nLessons: {title}" in said
    assert any("Gender: Woman" in one and "Language: Français" in one for one in said), said
    assert {"Running since 09:50", "Running since 09:53"} <= said
    for word, signal, id in (
        ("Open the person", page.person_opened, person.id),
        ("Open the attendance list", page.attendance_opened, session.id),
    ):
        with qtbot.waitSignal(signal) as opened:
            button(page, word).click()
        assert opened.args == [id]


def test_many_conflicts_come_a_few_at_a_time(centre, other, open_page, qtbot):
    disagree(centre, other, *(f"Person {number}" for number in range(23)))
    page = open_page()
    assert buttons(page).count("Present") == 20
    assert "3 more wait." in words(page)
    for one in [one for one in page.findChildren(ChoiceButton) if one.text() == "Present"]:
        one.click()
    button(page, "Show the next ones").click()
    QApplication.processEvents()
    assert buttons(page).count("Present") == 3


def test_two_are_joined_and_parted_again(centre, open_page, qtbot):
    write_twice(centre)
    page = open_page()
    seen = words(page)
    assert "1 of 2" in seen
    for text in (
        "Mariama Diallo", "Mariama Jallow", "Participant number A1", "Born in 1990",
        "Tuesday group", "Not seen in a session yet", "Born in the same year", "On the same course",
    ):  # fmt: skip
        assert text in seen
    press(qtbot, page, "Same person")
    assert len(centre.enrolling.people()) == 3
    assert "Mariama Diallo (A1) and Mariama Jallow (A2)" in words(page)
    assert "Abdi Noor" in words(page)
    press(qtbot, page, "Undo")
    qtbot.waitUntil(lambda: "1 of 2" in words(page))
    assert len(centre.enrolling.people()) == 4
    assert "Mariama Diallo (A1) and Mariama Jallow (A2)" not in words(page)


def test_two_people_are_not_asked_about_again(centre, open_page, qtbot):
    write_twice(centre)
    page = open_page()
    press(qtbot, page, "Two people")
    assert "1 of 1" in words(page)
    assert "Mariama" not in words(page)
    press(qtbot, page, "Two people")
    assert "Nothing to settle" in words(page)
    assert Settling(centre.ledger).suggestions() == []
    assert len(centre.enrolling.people()) == 4


def test_not_sure_goes_on_and_comes_back(centre, open_page, qtbot):
    write_twice(centre)
    page = open_page()
    press(qtbot, page, "Not sure")
    assert "2 of 2" in words(page)
    assert "Abdi Nur" in words(page)
    again = open_page()
    again.recall(page.remember())
    assert "2 of 2" in words(again)
    press(qtbot, page, "Not sure")
    assert "You were not sure of some. Nothing was changed for them." in words(page)
    press(qtbot, page, "Look at them again")
    assert "1 of 2" in words(page)
    assert len(Settling(centre.ledger).suggestions()) == 2


def test_a_double_click_decides_once_and_enter_decides_nothing_by_chance(centre, open_page, qtbot):
    def click_in_window() -> None:
        """As a real mouse does: whatever lies under it gets the press."""
        same = button(page, "Same person")
        at = same.mapTo(page, same.rect().center())
        qtbot.mouseClick(page.windowHandle(), Qt.MouseButton.LeftButton, pos=at)

    write_twice(centre)
    page = open_page()
    (card,) = page.findChildren(PairCard)
    qtbot.waitUntil(lambda: not card.testAttribute(ASLEEP))
    click_in_window()
    click_in_window()
    assert len(centre.enrolling.people()) == 3
    qtbot.waitUntil(button(page, "Not sure").hasFocus)
    (card,) = (one for one in page.findChildren(PairCard) if one.isVisible())
    qtbot.waitUntil(lambda: not card.testAttribute(ASLEEP))
    click_in_window()
    assert len(centre.enrolling.people()) == 2


def test_who_was_there_together_is_said(centre, open_page):
    made = centre.evening("Mariama Diallo", "Mariama Jallow")
    for person in made.people:
        centre.enrolling.save_person(replace(person, birth_year=1990))
        centre.attending.mark(made.session.id, person.id, Status.PRESENT)
    page = open_page()
    assert "Both were there in 1 session at the same time." in words(page)
    assert "Last seen: 24 Nov 2026" in words(page)


def test_joining_two_with_other_marks_asks_which_is_right(centre, open_page, qtbot):
    made = centre.evening("Mariama Diallo", "Mariama Jallow")
    for person, status in zip(made.people, (Status.PRESENT, Status.ABSENT), strict=True):
        centre.enrolling.save_person(replace(person, birth_year=1990))
        centre.attending.mark(made.session.id, person.id, status)
    page = open_page()
    press(qtbot, page, "Same person")
    assert {"Present", "Absent"} <= set(buttons(page))


def test_what_cannot_be_recorded_is_said_and_asked_still(centre, open_page, qtbot, troubles):
    write_twice(centre)
    page = open_page()
    centre.door.leave_trainer()
    press(qtbot, page, "Same person")
    assert [type(error).__name__ for error in troubles] == ["NotAllowed"]
    assert "1 of 2" in words(page)
    assert len(centre.enrolling.people()) == 4


def test_today_says_quietly_that_something_waits(centre, other, bridge, show, qtbot):
    def today() -> TodayPage:
        return TodayPage(
            centre.courses, centre.attending, centre.enrolling, bridge,
            now=centre.clock.now, to_settle=Settling(centre.ledger).count,
        )  # fmt: skip

    session = disagree(centre, other, "Amina", "Rosa")
    page = show(today())
    assert "Laptops say different things: 2 things to settle." in words(page)
    with qtbot.waitSignal(page.settling_requested):
        button(page, "Settle").click()
    for person in centre.enrolling.people():
        centre.attending.mark(session, person.id, Status.PRESENT)
    bridge.changed.emit(frozenset({"attendance"}))
    assert "Laptops say different things" not in words(page)


def test_the_register_says_who_may_be_the_same(centre, bridge, show, qtbot):
    settling = Settling(centre.ledger)
    page = show(
        PeoplePage(
            centre.enrolling, centre.courses, bridge,
            may_be_same=lambda: len(settling.suggestions()),
        )
    )  # fmt: skip
    assert "The same person twice?" in buttons(page)
    write_twice(centre)
    bridge.changed.emit(frozenset({"people"}))
    qtbot.waitUntil(lambda: "May be the same person (2)" in buttons(page))
    with qtbot.waitSignal(page.settling_requested):
        button(page, "May be the same person (2)").click()


def test_nothing_sticks_out_in_any_size(centre, other, library, bridge, qapp, qtbot):
    disagree(centre, other, "Fatoumata Binta Diallo", "محمد عبد الرحمن الحسين")
    write_twice(centre)
    settling = Settling(centre.ledger)
    one, two = settling.suggestions()[0].one, settling.suggestions()[0].other
    settling.join(one, two)
    made: list[SettlePage] = []

    def page() -> SettlePage:
        made.append(SettlePage(settling, library, bridge))
        qtbot.waitUntil(lambda: made[-1].findChildren(PairCard) != [])
        assert too_small(made[-1], 32) == []
        return made[-1]

    assert in_every_size(page, qapp) == []
    assert len(made) == 4


def test_two_laptops_that_wrote_down_other_rules_of_one_project(centre, other, open_page):
    course = centre.evening().course
    projects = Projects(centre.ledger)
    skills = projects.save(Project("Skills"))
    other.meet()
    beside = Projects(other.ledger)
    (paid, *_rest) = projects.of_course(course.id)
    projects.save(replace(paid, rules=Rules(hour_minutes=45, rounding="quarter")))
    beside.save(replace(paid, rules=Rules(late_in_full=True)))
    other.courses.save_course(replace(course, projects=(paid.id, skills.id)))
    centre.courses.save_course(replace(course, projects=(skills.id,), project=None))
    other.meet()
    page = open_page()
    said = words(page)
    assert "What is known of a project\nP-7" in said
    pressed = [one.accessibleName() for one in page.findChildren(ChoiceButton)]
    values = plain("\n".join(pressed))
    assert "Length of a participant-hour: 45" in values
    assert "Rounding of each attendance: To the nearest quarter of an hour" in values
    assert "Who comes late counts as if on time: Yes" in values
    assert "Projects: P-7 and Skills" in values
    assert "Projects: Skills" in values
    assert "Project: " not in values
