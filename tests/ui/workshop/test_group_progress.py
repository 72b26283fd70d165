"""How far a group is, as a trainer sees it and walks it by keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from centres import Centre, Evening
from in_sight import in_every_size, words
from PySide6.QtCore import Qt
from reading_a_page import plain_name, without_signs

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.services.reviewing import Reviewing
from trainer_app.ui.widgets import FaceButton
from trainer_app.ui.widgets.table_first import FirstColumn
from trainer_app.ui.workshop.group_progress import GroupProgressPage
from trainer_app.ui.workshop.not_yet import NotYetPage

SIX_EVENINGS = (3, 4, 7, 8, 12, 13, 14, 18)
NAMES = [f"Learner {number:02}" for number in range(1, 26)]


@pytest.fixture
def evening(centre: Centre, library) -> Evening:
    """Three people and two lessons; one has passed the first, one has begun it."""
    made = centre.evening("Abdi", "Olena", "Rosa")
    first, second, _ = library.lessons
    centre.courses.save_course(replace(made.course, lessons=(first.id, second.id)))
    centre.sit(made.people[0])
    centre.playing.finish(first, 4, 4)
    centre.seats.leave()
    centre.sit(made.people[1])
    centre.playing.reach(first, 1)
    centre.seats.leave()
    return made


@pytest.fixture
def page_of(centre: Centre, library):
    return lambda course: GroupProgressPage(
        Reviewing(centre.ledger), centre.courses, library, course
    )


def seen(page: GroupProgressPage, role=Qt.ItemDataRole.DisplayRole) -> list[list[str]]:
    model = page.table.model()
    return [
        [
            without_signs(model.data(model.index(row, column), role))
            for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    ]


def test_each_person_and_each_lesson_with_sums(page_of, evening, show, library):
    page = show(page_of(evening.course.id))
    assert seen(page) == [
        ["Together", "1/3", "0/3", ""],
        ["Abdi", "Done", "Not begun", "1/2"],
        ["Olena", "Begun", "Not begun", "0/2"],
        ["Rosa", "Not begun", "Not begun", "0/2"],
    ]
    heard = seen(page, Qt.ItemDataRole.AccessibleTextRole)
    title = library.titles("en")[library.lessons[0].id][0]
    plain = heard[0] + heard[2]
    assert f"{title}: 1 of 3 passed" in plain
    assert f"Olena, {title}: Begun" in plain


def test_news_comes_into_the_table(page_of, evening, show, centre, library):
    page = show(page_of(evening.course.id))
    table = page.table
    centre.sit(evening.people[2])
    centre.playing.finish(library.lessons[1], 4, 4)
    page.news(frozenset({"work"}))
    assert seen(page)[0] == ["Together", "1/3", "1/3", ""]
    assert page.table is table


def test_by_keys_to_who_has_not_and_to_a_person(page_of, evening, show, library, qtbot):
    page = show(page_of(evening.course.id))
    qtbot.waitUntil(page.table.hasFocus)
    with qtbot.waitSignal(page.lesson_opened) as opened:
        qtbot.keyClick(page.table, Qt.Key.Key_Right)
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert opened.args == [library.lessons[0].id]
    with qtbot.waitSignal(page.person_opened) as opened:
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
        qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert opened.args == [evening.people[0].id]


def test_who_has_not_done_it_by_how_far_they_are(centre, evening, show, library, qtbot):
    page = show(
        NotYetPage(Reviewing(centre.ledger), library, evening.course.id, library.lessons[0].id)
    )
    assert "1 of 3 passed" in words(page)
    assert "Not begun: 1" in words(page)
    assert "Begun: 1" in words(page)
    faces = {plain_name(face).split("\n")[0]: face for face in page.findChildren(FaceButton)}
    assert set(faces) == {"Olena", "Rosa"}
    with qtbot.waitSignal(page.person_opened) as opened:
        qtbot.keyClick(faces["Rosa"], Qt.Key.Key_Space)
    assert opened.args == [evening.people[2].id]


def test_nothing_planned_and_nothing_begun_is_said(page_of, centre, show):
    page = show(page_of(centre.evening("Abdi").course.id))
    assert "Nobody has begun a lesson yet" in words(page)


def test_twenty_five_by_eight_need_no_scrolling_sideways(centre, show, qapp):
    bundled = LessonLibrary(places.lessons())
    made = centre.evening(*NAMES)
    lessons = [lesson for lesson in bundled.lessons if lesson.number in SIX_EVENINGS]
    assert len(lessons) == 8
    wish = replace(made.course, lessons=tuple(lesson.id for lesson in lessons))
    centre.courses.save_course(wish)

    def make() -> GroupProgressPage:
        return GroupProgressPage(Reviewing(centre.ledger), centre.courses, bundled, wish.id)

    page = show(make())
    assert page.table.horizontalScrollBar().maximum() == 0
    assert len(seen(page)) == 26
    # Larger letters scroll sideways within the table, nowhere else.
    assert [each for each in in_every_size(make, qapp) if "2.0: Table" not in each] == []


def test_names_stay_where_more_lessons_scroll_sideways(centre, show, qtbot):
    bundled = LessonLibrary(places.lessons())
    made = centre.evening("Abdi", "Olena")
    wish = replace(made.course, lessons=tuple(lesson.id for lesson in bundled.lessons))
    centre.courses.save_course(wish)
    page = show(GroupProgressPage(Reviewing(centre.ledger), centre.courses, bundled, wish.id))
    table, names = page.table, page.table.findChild(FirstColumn)
    qtbot.waitUntil(table.hasFocus)
    for _ in range(20):
        qtbot.keyClick(table, Qt.Key.Key_Right)
    assert names.isVisible()
    assert names.geometry().left() <= table.viewport().geometry().left()
    for _ in range(12):
        qtbot.keyClick(table, Qt.Key.Key_Left)
        # The cell with the keyboard never lies under the names.
        at = table.visualRect(table.currentIndex()).left()
        assert table.currentIndex().column() == 0 or at >= names.width()
    with qtbot.waitSignal(page.person_opened) as opened:
        name = names.visualRect(names.model().index(1, 0)).center()
        qtbot.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=name)
    assert opened.args == [made.people[0].id]
