"""What a trainer sees and does on the live board."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from centres import Centre, Clock, Evening
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.reports.seen import button, click, plain, too_small, too_wide, words
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.attendance import Status
from trainer_app.i18n import use
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.workshop.board import BoardPage


@pytest.fixture
def evening(centre: Centre) -> Evening:
    """A running session."""
    made = centre.evening("Amina Diallo", "محمد الحسين", "Rosa")
    centre.attending.start_now(made.session.id)
    return made


@pytest.fixture
def board(centre, evening, library, bridge: Bridge, clock: Clock) -> Callable[[], BoardPage]:
    return lambda: BoardPage(
        centre.watching,
        centre.attending,
        centre.seats,
        library,
        bridge,
        evening.session.id,
        now=clock.now,
    )


def names(page: BoardPage) -> list[str]:
    """The people on the board from top to bottom."""
    QApplication.processEvents()
    rows = sorted(page._rows.values(), key=lambda row: row.y())
    return [plain(row.accessibleName()) for row in rows]


def test_an_empty_board_offers_the_learners_screen(board, show, qtbot: QtBot):
    page = show(board())
    assert "Nobody is here yet" in words(page)
    with qtbot.waitSignal(page.learners_requested):
        click(qtbot, page, "Show the learners’ screen")


def test_it_says_who_is_where_and_how_many(board, centre, evening, library, show):
    amina, mohamed, _rosa = evening.people
    centre.attending.mark(evening.session.id, mohamed.id, Status.LATE, late=12)
    centre.sit(amina)
    centre.playing.reach(library.lessons[0], 2)
    seen = words(show(board()))
    assert "2\nhere now" in seen
    assert "1\nat a laptop" in seen
    assert "Amina Diallo\nHere since 09:50\nSign in and out of a shared laptop\nPage 3 of 7" in seen
    assert "Late 12 min\nAt no laptop" in seen


def test_a_hand_comes_first_and_is_lowered_by_a_click(board, centre, evening, show, qtbot):
    amina, _mohamed, rosa = evening.people
    centre.sit(rosa)
    centre.seats.raise_hand(True)
    centre.sit(amina)
    page = show(board())
    assert names(page) == ["Rosa", "Amina Diallo"]
    assert "Asks for help" in words(page)
    click(qtbot, page, "I was there")
    assert "Asks for help" not in words(page)
    assert names(page) == ["Amina Diallo", "Rosa"]
    assert not centre.seats.hand_is_up()


def test_wrong_tries_and_quiet_minutes_show(board, centre, evening, library, show, clock, qtbot):
    amina, _mohamed, rosa = evening.people
    lesson = library.lessons[0]
    question = lesson.quiz[0]
    wrong = next(choice for choice in question.choices if choice != question.right)
    centre.sit(amina)
    for _try in range(3):
        centre.playing.answer(lesson, question.id, wrong)
    centre.seats.leave(amina.id)
    page = show(board())
    centre.sit(rosa)
    centre.playing.reach(lesson, 0)
    clock.forward(minutes=6)
    # Nothing tells the board of time going by: it looks again by itself.
    qtbot.waitUntil(lambda: "Quiet for 6 minutes" in words(page), timeout=3000)
    centre.sit(amina)
    for _try in range(3):
        centre.playing.answer(lesson, question.id, wrong)
    page.news(frozenset({"work"}))
    assert "Stuck on a question" in words(page)


def test_a_newcomer_is_marked_present_by_one_click(board, centre, evening, show, qtbot):
    amina = evening.people[0]
    centre.sit(amina)
    page = show(board())
    click(qtbot, page, "Mark present")
    assert centre.attending.marks(evening.session.id)[amina.id].status == "present"
    assert "Amina Diallo\nPresent" in words(page)


def test_everyone_listens_and_goes_on(board, centre, evening, show, qtbot):
    page = show(board())
    click(qtbot, page, "Everyone listen")
    assert centre.attending.everyone_listens(evening.session.id)
    assert "All learners’ screens are paused" in words(page)
    click(qtbot, page, "Let everyone go on")
    assert not centre.attending.everyone_listens(evening.session.id)
    assert "All learners’ screens are paused" not in words(page)


def test_a_finished_lesson_says_what_the_person_can_do(
    board, centre, evening, library, show, qtbot
):
    lesson = library.lessons[0]
    centre.sit(evening.people[0])
    centre.playing.finish(lesson, len(lesson.quiz), len(lesson.quiz))
    page = show(board())
    assert "1\nhave finished a lesson" in words(page)
    click(qtbot, page, "More about Amina Diallo")
    assert "I can log out before I go away." in words(page)
    with qtbot.waitSignal(page.person_opened) as said:
        click(qtbot, page, "About this person")
    assert said.args == [evening.people[0].id]


def test_work_goes_to_who_really_sits_there(board, centre, evening, library, show, qtbot):
    amina, mohamed, rosa = evening.people
    sitting = centre.sit(amina)
    centre.playing.reach(library.lessons[0], 1)
    page = show(board())
    click(qtbot, page, "More about Amina Diallo")
    click(qtbot, page, "Somebody else sits here")
    qtbot.keyClicks(QApplication.focusWidget(), "rosa")
    click(qtbot, page, "Rosa")
    assert names(page) == ["Rosa"]
    assert [one.id for one in centre.seats.history(rosa.id)] == [sitting]
    assert centre.seats.history(amina.id) == []
    assert centre.seats.history(mohamed.id) == []


def test_work_that_does_not_count_leaves_the_board(board, centre, evening, show, qtbot):
    amina = evening.people[0]
    centre.sit(amina)
    page = show(board())
    click(qtbot, page, "More about Amina Diallo")
    click(qtbot, page, "Do not count this work")
    assert names(page) == []
    assert [one.void for one in centre.seats.history(amina.id)] == [True]


def test_the_keyboard_stays_in_a_row_that_changes(board, centre, evening, library, show):
    amina = evening.people[0]
    centre.attending.mark(evening.session.id, amina.id, Status.PRESENT)
    centre.sit(amina)
    page = show(board())
    more = button(page, "More about Amina Diallo")
    more.setFocus(Qt.FocusReason.TabFocusReason)
    centre.playing.reach(library.lessons[0], 3)
    page.news(frozenset({"work"}))
    assert "Page 4 of 7" in words(page)
    assert QApplication.focusWidget() is button(page, "More about Amina Diallo")


def test_attendance_opens(board, evening, show, qtbot):
    page = show(board())
    with qtbot.waitSignal(page.attendance_opened) as said:
        click(qtbot, page, "Attendance")
    assert said.args == [evening.session.id]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut(
    board, centre: Centre, evening, library: LessonLibrary, show, qapp, language, scale
):
    for person in evening.people:
        centre.sit(person)
    centre.seats.raise_hand(True)
    centre.playing.reach(library.lessons[1], 2)
    use(language)
    theme.apply(qapp, theme.Theme(scale=scale, language=language, dense=True))
    page = show(board())
    assert len(names(page)) == 3
    assert too_wide(page) == []
    assert too_small(page, round(32 * scale)) == []
