"""Who takes home what: ticked, given, printed and saved, taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from pathlib import Path

import pytest
from centres import Centre, Evening
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import button, cells, click, plain, too_wide, words
from trainer_app.app.desk import make_awarding
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.attendance import Status
from trainer_app.domain.funding.badges import Checked
from trainer_app.domain.funding.projects import Rules
from trainer_app.services.funding.awarding import Awarding
from trainer_app.ui import theme
from trainer_app.ui.award_papers import certificate_of
from trainer_app.ui.award_words import completion_words
from trainer_app.ui.badge_view import BadgeView
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.awards import AwardsPage
from trainer_app.ui.widgets import Dialog


@pytest.fixture
def evening(centre: Centre, library: LessonLibrary) -> Evening:
    """Amina completed the course, Bilal only came."""
    course = centre.courses.add_course("Tuesday group", lessons=(library.lessons[0].id,))
    day = centre.clock.now().date()
    session = centre.courses.add_session(course.id, day, time(10), time(12))
    people = [centre.enrolling.add_person(one, course_id=course.id) for one in ("Amina", "Bilal")]
    centre.attending.start_now(session.id)
    for person in people:
        centre.attending.mark(session.id, person.id, Status.PRESENT)
    centre.sit(people[0])
    centre.playing.finish(library.lessons[0], 3, 3)
    centre.seats.leave()
    centre.clock.forward(minutes=90)
    centre.attending.end_now(session.id)
    return Evening(course, session, people)


@pytest.fixture
def awarding(centre: Centre, library: LessonLibrary) -> Awarding:
    return make_awarding(centre.door, library)


@pytest.fixture
def page_of(
    awarding: Awarding, evening: Evening, library: LessonLibrary
) -> Callable[[], AwardsPage]:
    def make() -> AwardsPage:
        bridge = Bridge()
        page = AwardsPage(awarding, [evening.course], library, bridge, back="Tuesday group")
        bridge.setParent(page)
        bridge.changed.connect(page.news)
        return page

    return make


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, page_of: Callable[[], AwardsPage]) -> AwardsPage:
    theme.apply(qapp, theme.Theme(dense=True))
    made = page_of()
    qtbot.addWidget(made)
    made.resize(1134, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


def press(qtbot: QtBot, page: AwardsPage, row: int, column: int) -> None:
    """Press a cell of the table with the mouse."""
    at = page.table.visualRect(page.table.model().index(row, column)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_who_completed_is_ticked_and_can_be_unticked(qtbot: QtBot, page: AwardsPage) -> None:
    assert cells(page) == [
        ["Ticked", "Amina", "1.50", "1 of 1", "–"],
        ["Not yet", "Bilal", "1.50", "0 of 1", "–"],
    ]
    assert "1 of 2 people completed it. 1 is ticked." in words(page)
    press(qtbot, page, 0, 0)
    press(qtbot, page, 1, 0)
    assert [row[0] for row in cells(page)] == ["Not ticked", "Not yet"]
    assert not button(page, "Print certificates").isEnabled()


def test_printing_gives_it_and_says_since_when(
    qtbot: QtBot, page: AwardsPage, awarding: Awarding, evening: Evening, library: LessonLibrary
) -> None:
    with qtbot.waitSignal(page.print_requested) as asked:
        click(qtbot, page, "Print certificates")
    (ids,) = asked.args
    assert [row[4] for row in cells(page)] == ["24 Nov 2026", "–"]
    made = certificate_of(awarding.earned(ids[0]), library)
    assert (made.name, made.what, made.sessions) == ("Amina", "Tuesday group", 1)
    assert made.abilities[0][0].startswith("I can ")
    assert made.badge.startswith("urn:uuid:")


def test_saving_hands_on_the_same_award(
    qtbot: QtBot, page: AwardsPage, awarding: Awarding, evening: Evening
) -> None:
    with qtbot.waitSignal(page.save_requested) as saved:
        click(qtbot, page, "Save badges")
    assert saved.args == [[one.id for one in awarding.of_person(evening.people[0].id)]]


def test_it_is_taken_back_after_a_question(
    qtbot: QtBot, page: AwardsPage, awarding: Awarding, evening: Evening
) -> None:
    click(qtbot, page, "Print certificates")
    press(qtbot, page, 0, 4)
    (dialog,) = page.findChildren(Dialog)
    click(qtbot, dialog, "Take it back")
    assert awarding.of_person(evening.people[0].id) == ()
    assert [row[4] for row in cells(page)] == ["–", "–"]


def test_a_lesson_is_chosen_and_comes_back_with_the_page(
    page: AwardsPage, page_of: Callable[[], AwardsPage], evening: Evening, qtbot: QtBot
) -> None:
    lesson = evening.course.lessons[0]
    page.what.set_value(lesson)
    page.what.changed.emit(lesson)
    memory = page.remember()
    again = page_of()
    qtbot.addWidget(again)
    again.recall(memory)
    assert again.remember() == memory
    assert memory[1] == lesson


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_at_the_side(
    qtbot: QtBot, qapp: QApplication, page_of: Callable[[], AwardsPage], language: str, scale: float
) -> None:
    theme.apply(qapp, theme.Theme(scale=scale, language=language, dense=True))
    page = page_of()
    qtbot.addWidget(page)
    page.resize(1134, 768)
    with qtbot.waitExposed(page):
        page.show()
    QApplication.processEvents()
    click(qtbot, page, "Print certificates")
    QApplication.processEvents()
    assert too_wide(page) == []
    theme.apply(qapp, theme.Theme(dense=True))


def test_a_checked_badge_is_read(
    qtbot: QtBot, page: AwardsPage, awarding: Awarding, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.save_requested) as saved:
        click(qtbot, page, "Save badges")
    (file,) = awarding.write_badges(saved.args[0], tmp_path)
    view = BadgeView(awarding.check(file))
    qtbot.addWidget(view)
    view.show()
    said = words(view)
    assert "It is on this centre’s list, and nothing in it was changed." in said
    assert "Canal House" in said
    assert "Tuesday group" in said
    assert "(this centre)" in said
    other = BadgeView(Checked("no-badge"))
    qtbot.addWidget(other)
    other.show()
    assert plain(words(other)).startswith("A badge is a file that ends in .json or .png.")


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (Rules(), "every lesson of the course is passed."),
        (Rules(completion="sessions"), "there in at least ⁨80%⁩ of the sessions held."),
        (Rules(completion="minutes", completion_share=75), "there for at least ⁨75%⁩ of the time."),
    ],
)
def test_it_says_what_completed_means(rules: Rules, said: str) -> None:
    assert completion_words(rules, planned=True, lesson=False) == f"Completed means: {said}"
    assert completion_words(rules, planned=True, lesson=True).endswith("the lesson are passed.")
