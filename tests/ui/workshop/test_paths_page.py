"""Paths by clicks, keys and dragging, and a path laid over a course."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import button, click, too_small, too_wide, words
from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import NotAllowed
from trainer_app.domain.paths import PathPart
from trainer_app.i18n import use
from trainer_app.services.funding.projects import Projects
from trainer_app.services.paths import Paths
from trainer_app.ui import theme
from trainer_app.ui.widgets import Scroller
from trainer_app.ui.workshop.course import CoursePage
from trainer_app.ui.workshop.lesson_rows import LessonRows
from trainer_app.ui.workshop.path_editor import TypedPath
from trainer_app.ui.workshop.paths import PathsPage

LIBRARY = LessonLibrary(places.lessons())
LOOKS = pytest.mark.parametrize(
    ("language", "scale"), [("en", 1.0), ("ar", 1.0), ("en", 2.0), ("ar", 2.0)]
)
ONE, TWO, THREE = "sign-in-and-out", "call-family", "two-steps"


@pytest.fixture
def paths(centre) -> Paths:
    return Paths(centre.ledger)


@pytest.fixture
def page(paths, bridge, show) -> PathsPage:
    return show(PathsPage(paths, LIBRARY, "en", bridge))


def settled() -> None:
    for _ in range(4):
        QApplication.processEvents()


def chosen(page: PathsPage) -> list[str]:
    return [part.lesson for part in page.editor.order.value()]


def pick(page: PathsPage, *lessons: str) -> None:
    for lesson in lessons:
        page.editor.order.pool.tiles[lesson].click()
    settled()


def test_the_ready_ones_say_what_is_in_them(page) -> None:
    said = words(page)
    for title in ("One afternoon", "Six evenings", "Volunteers who tell their story"):
        assert title in said
    assert "3. Sign in and out of a shared laptop (short form)" in said
    assert "8 lessons, " in said
    assert "You have no path of your own yet." in said


def test_a_path_is_made_by_clicks_and_the_minutes_are_summed(page, paths, qtbot: QtBot) -> None:
    click(qtbot, page, "New path")
    settled()
    qtbot.keyClicks(QApplication.focusWidget(), "Four mornings")
    pick(page, THREE, ONE, TWO)
    assert "3 lessons, 120 minutes" in words(page)
    assert "That makes 2 sessions." in words(page)
    click(qtbot, page, "Short form of Call and message family")
    minutes = 75 + LIBRARY.lesson(TWO).core_minutes
    assert f"3 lessons, {minutes} minutes" in words(page)
    # Pressed again, a tile lets its lesson go.
    pick(page, ONE)
    click(qtbot, page, "Save the path")
    (path,) = paths.own()
    assert path.title == "Four mornings"
    assert path.parts == (PathPart(THREE), PathPart(TWO, core=True))
    assert "Your own" in words(page)


def test_the_order_follows_arrows_and_keys_and_the_keyboard_stays(page, qtbot: QtBot) -> None:
    page.recall(TypedPath("", "A", tuple(map(PathPart, (ONE, TWO, THREE)))))
    settled()
    down = button(page, "Move Sign in and out of a shared laptop down")
    down.setFocus()
    qtbot.keyClick(down, Qt.Key.Key_Space)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert chosen(page) == [TWO, THREE, ONE]
    # At the end the arrow gives way to the other one.
    held = QApplication.focusWidget()
    assert held.accessibleName() == "Move Sign in and out of a shared laptop up"
    qtbot.keyClick(held, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert chosen(page) == [TWO, ONE, THREE]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert chosen(page) == [TWO, THREE]
    settled()
    assert page.editor.order.rows.row(THREE).isAncestorOf(QApplication.focusWidget())


def test_tab_follows_the_order_in_sight(page, qtbot: QtBot) -> None:
    page.recall(TypedPath("", "A", tuple(map(PathPart, (ONE, TWO, THREE)))))
    settled()
    click(qtbot, page, "Move Sign in with two steps up")
    click(qtbot, page, "Move Sign in with two steps up")
    rows = page.editor.order.rows
    held = []
    button(page, "Cancel").setFocus()
    for _ in range(14):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        held += [id for id in chosen(page) if rows.row(id).isAncestorOf(QApplication.focusWidget())]
    assert list(dict.fromkeys(held)) == [THREE, ONE, TWO]


def test_a_row_is_dragged_by_its_grip(page, qtbot: QtBot) -> None:
    page.recall(TypedPath("", "A", tuple(map(PathPart, (ONE, TWO, THREE)))))
    settled()
    rows: LessonRows = page.editor.order.rows
    grip = rows.row(ONE).grip
    told = []
    rows.changed.connect(lambda: told.append(chosen(page)))
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton)
    below = rows.row(TWO).mapTo(rows, rows.row(TWO).rect().center()) + QPoint(0, 30)
    qtbot.mouseMove(grip, grip.mapFromGlobal(rows.mapToGlobal(below)))
    settled()
    assert chosen(page) == [TWO, ONE, THREE]
    assert told == []
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton)
    assert told == [[TWO, ONE, THREE]]


def test_a_lesson_is_found_by_its_name_and_picked_by_enter(page, qtbot: QtBot) -> None:
    page.recall(TypedPath("", "A"))
    search = page.editor.order.pool.search
    qtbot.keyClicks(search.control, "RUMOUR")
    left = [one for one in page.editor.order.pool.tiles.values() if not one.isHidden()]
    assert [one.accessibleName().split(". ")[1] for one in left]
    assert len(left) == 1
    qtbot.keyClick(search.control, Qt.Key.Key_Return)
    assert chosen(page) == ["check-a-rumour"]
    search.set_value("zebra")
    assert "No lesson is called that." in words(page)


def test_what_is_missing_and_what_to_look_at_is_said(page, paths, qtbot: QtBot) -> None:
    click(qtbot, page, "New path")
    click(qtbot, page, "Save the path")
    assert page.editor.name.error() == "Give the path a name, so that people find it."
    page.editor.name.set_value("A")
    click(qtbot, page, "Save the path")
    assert "Choose at least one lesson." in words(page)
    pick(page, "point-and-click", "tap-swipe-hold")
    said = "“1. Tap, swipe and hold” teaches the same as “1. Switch on, point and click”"
    assert said in words(page)
    assert paths.own() == []


def test_a_ready_path_is_copied_changed_removed_and_brought_back(page, paths, qtbot) -> None:
    click(qtbot, page, "Copy “One afternoon” and change it")
    assert page.editor.name.value() == "One afternoon (copy)"
    click(qtbot, page, "Save the path")
    click(qtbot, page, "Change “One afternoon (copy)”")
    page.editor.name.set_value("Our afternoon")
    click(qtbot, page, "Save the path")
    assert [path.title for path in paths.own()] == ["Our afternoon"]
    click(qtbot, page, "Remove “Our afternoon”")
    assert paths.own() == []
    settled()
    assert QApplication.focusWidget().accessibleName() == "Undo"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert [path.title for path in paths.own()] == ["Our afternoon"]


def test_what_is_made_outlives_a_change_of_language(page, paths, bridge, show) -> None:
    typed = TypedPath("", "A", (PathPart(ONE, core=True), PathPart("gone")), 60)
    page.recall(typed)
    again = show(PathsPage(paths, LIBRARY, "en", bridge))
    again.recall(page.remember())
    assert again.remember() == typed
    assert "Not on this laptop: gone" in words(again)


def test_where_nobody_may_it_says_so_and_keeps_what_is_made(page, centre, troubles, qtbot) -> None:
    page.recall(TypedPath("", "A", (PathPart(ONE),)))
    centre.door.leave_trainer()
    click(qtbot, page, "Save the path")
    assert [type(each) for each in troubles] == [NotAllowed]
    assert page.editor.name.value() == "A"


@LOOKS
def test_nothing_is_cut_or_small(qapp, paths, bridge, show, language: str, scale: float) -> None:
    use(language)
    theme.apply(qapp, theme.Theme(language=language, scale=scale, dense=True))
    paths.add("Four mornings in the library on the canal", [PathPart(ONE), PathPart("gone")])
    page = show(PathsPage(paths, LIBRARY, language, bridge))
    assert too_wide(page) == []
    assert too_small(page, 32) == []
    page.recall(TypedPath("", "A", (PathPart("point-and-click"), PathPart("tap-swipe-hold"))))
    settled()
    assert too_wide(page) == []
    assert too_small(page, 32) == []


# On a course
@pytest.fixture
def course_page(centre, paths, bridge, show):
    def open_course(course: str) -> CoursePage:
        return show(
            CoursePage(
                centre.courses,
                centre.enrolling,
                LIBRARY,
                bridge,
                course,
                paths=paths,
                projects=Projects(centre.ledger),
                now=centre.clock.now,
            )
        )

    return open_course


@pytest.fixture
def course(centre):
    """A course with one session that was held and two of two hours to come."""
    evening = centre.evening()
    centre.courses.save_session(replace(evening.session, lessons=(ONE,)))
    centre.attending.start_now(evening.session.id)
    day = centre.clock.now().date()
    days = [day + timedelta(days=7), day + timedelta(days=14)]
    later = centre.courses.add_sessions(evening.course.id, days, time(10), time(12))
    return evening, later


def test_a_path_is_previewed_and_then_spread_over_the_sessions_to_come(
    course, course_page, centre, qtbot: QtBot
) -> None:
    evening, later = course
    page = course_page(evening.course.id)
    click(qtbot, page, "Use a path")
    page.path.choice.set_value("0six-evenings")
    page.path._show()
    said = words(page)
    assert "Taught already, so left where it is: 3. Sign in and out of a shared laptop" in said
    assert "4. Call and message family\n7. Sign in with two steps" in said
    assert "lessons find no room: " in said
    # Nothing is saved before it is.
    assert centre.courses.course(evening.course.id).lessons == ()
    click(qtbot, page, "Save")
    assert centre.courses.course(evening.course.id).lessons[:3] == (ONE, TWO, THREE)
    planned = [centre.courses.session(one.id).lessons for one in (evening.session, *later)]
    assert planned == [(ONE,), (TWO, THREE), ("set-who-sees-me", "messages-that-hurry-me")]


def test_a_course_may_take_the_lessons_and_leave_its_sessions(
    course, course_page, centre, qtbot: QtBot
) -> None:
    evening, later = course
    page = course_page(evening.course.id)
    click(qtbot, page, "Use a path")
    click(qtbot, page, "Spread over the sessions to come")
    click(qtbot, page, "Save")
    assert len(centre.courses.course(evening.course.id).lessons) == 3
    assert centre.courses.session(later[0].id).lessons == ()


@LOOKS
def test_the_preview_is_not_cut(
    qapp, course, course_page, qtbot: QtBot, language: str, scale: float
) -> None:
    use(language)
    theme.apply(qapp, theme.Theme(language=language, scale=scale, dense=True))
    page = course_page(course[0].course.id)
    page.open_path()
    settled()
    assert too_wide(page.path) == []
    assert too_small(page.path, 32) == []
    scrollers = [one for one in page.findChildren(Scroller) if one.isVisible()]
    assert [one for one in scrollers if one.widget().width() > one.viewport().width()] == []
