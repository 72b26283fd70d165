"""News from other laptops never take the keyboard or the place from whoever works on a page."""

from __future__ import annotations

import pytest
from centres import Centre
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading_a_page import plain_name

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.attendance import Status
from trainer_app.i18n import LANGUAGES, use
from trainer_app.services.funding.projects import Projects
from trainer_app.services.paths import Paths
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.learner.who import WhoPage
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import FaceButton, Scroller
from trainer_app.ui.workshop.attendance import AttendancePage
from trainer_app.ui.workshop.board import BoardPage
from trainer_app.ui.workshop.course import CoursePage
from trainer_app.ui.workshop.today import TodayPage

NAMES = [f"Learner {number:02}" for number in range(1, 26)]
_EVERYTHING = frozenset(
    {"attendance", "work", "sittings", "hands", "people", "sessions", "courses"}
)


class Evening:
    """A running session of 25 people, and a page of it in sight."""

    def __init__(self, qtbot: QtBot, centre: Centre, library: LessonLibrary) -> None:
        self.centre, self.library, self.bridge = centre, library, Bridge()
        evening = centre.evening(*NAMES)
        self.session, self.people, self.course = evening.session, evening.people, evening.course
        centre.attending.start_now(self.session.id)
        self._qtbot = qtbot

    def show(self, page: Page) -> Page:
        self._qtbot.addWidget(page)
        page.resize(1134, 700)
        page.show()
        page.activateWindow()
        self._qtbot.waitUntil(page.isActiveWindow)
        self.settle()
        return page

    def hear(self, page: Page) -> None:
        """Somebody signs in elsewhere and is marked; the room tells this laptop."""
        for person in self.people[-3:]:
            self.centre.attending.mark(self.session.id, person.id, Status.PRESENT)
            page.news(_EVERYTHING)
            self.settle()

    @staticmethod
    def settle() -> None:
        for _ in range(3):
            QApplication.processEvents()

    def scroll(self, page: Page, to: int) -> Scroller:
        scroller = max(
            page.findChildren(Scroller), key=lambda one: one.verticalScrollBar().maximum()
        )
        scroller.verticalScrollBar().setValue(to)
        self.settle()
        assert scroller.verticalScrollBar().value() == to
        return scroller


@pytest.fixture
def evening(qtbot, qapp, centre: Centre, library: LessonLibrary) -> Evening:
    use("en")
    theme.apply(qapp, theme.Theme(dense=True))
    return Evening(qtbot, centre, library)


def test_attendance_keeps_open_details_their_typing_and_the_scroll(evening: Evening) -> None:
    centre, id = evening.centre, evening.session.id
    page = evening.show(
        AttendancePage(centre.courses, centre.attending, centre.enrolling, evening.bridge, id)
    )
    page._open_details(evening.people[9].id, Status.LATE)
    evening.settle()
    _person, details = page.people.details()
    details.late.control.selectAll()
    QTest.keyClicks(details.late.control, "17")
    scroller = evening.scroll(page, 240)
    before = QApplication.focusWidget()
    evening.hear(page)
    assert page.people.details() == (evening.people[9].id, details)
    assert details.late.value() == 17
    assert QApplication.focusWidget() is before
    assert scroller.verticalScrollBar().value() == 240


def test_attendance_keeps_its_row_when_somebody_new_comes(evening: Evening) -> None:
    centre = evening.centre
    page = evening.show(
        AttendancePage(
            centre.courses, centre.attending, centre.enrolling, evening.bridge, evening.session.id
        )
    )
    page.people.go_to(evening.people[4].id)
    centre.enrolling.add_person("Aaron", course_id=evening.course.id)
    page.news(frozenset({"people"}))
    evening.settle()
    assert page.people.row(evening.people[4].id).hasFocus()


def test_the_board_keeps_its_row_and_its_scroll(evening: Evening) -> None:
    centre = evening.centre
    for person in evening.people[:20]:
        centre.attending.mark(evening.session.id, person.id, Status.PRESENT)
    page = evening.show(
        BoardPage(
            centre.watching, centre.attending, centre.seats, evening.library, evening.bridge,
            evening.session.id, now=centre.clock.now,
        )
    )  # fmt: skip
    view = next(iter(page._rows.values()))
    view.more.setFocus()
    scroller = evening.scroll(page, 150)
    evening.hear(page)
    assert view.isAncestorOf(QApplication.focusWidget())
    assert scroller.verticalScrollBar().value() == 150


def test_today_keeps_the_button(evening: Evening) -> None:
    centre = evening.centre
    page = evening.show(
        TodayPage(
            centre.courses, centre.attending, centre.enrolling, evening.bridge,
            now=centre.clock.now,
        )
    )  # fmt: skip
    board = next(
        b for b in page.findChildren(type(page._new)) if b.accessibleName() == "Live board"
    )
    board.setFocus()
    evening.hear(page)
    assert QApplication.focusWidget().accessibleName() == "Live board"
    assert QApplication.focusWidget() is not board


def test_today_is_left_alone_where_nothing_changed(evening: Evening) -> None:
    centre = evening.centre
    page = evening.show(
        TodayPage(
            centre.courses, centre.attending, centre.enrolling, evening.bridge,
            now=centre.clock.now,
        )
    )  # fmt: skip
    before = QApplication.focusWidget()
    page.news(_EVERYTHING)
    evening.settle()
    assert QApplication.focusWidget() is before


def test_a_course_keeps_its_scroll(evening: Evening) -> None:
    centre = evening.centre
    page = evening.show(
        CoursePage(
            centre.courses, centre.enrolling, evening.library, evening.bridge, evening.course.id,
            paths=Paths(centre.ledger), projects=Projects(centre.ledger),
            now=centre.clock.now,
        )
    )  # fmt: skip
    top = max(one.verticalScrollBar().maximum() for one in page.findChildren(Scroller))
    scroller = evening.scroll(page, top // 2)
    evening.hear(page)
    after = [one.verticalScrollBar().value() for one in page.findChildren(Scroller)]
    assert scroller.verticalScrollBar().value() == top // 2 or top // 2 in after


def test_a_learner_s_home_is_left_alone_by_others_work(evening: Evening) -> None:
    centre = evening.centre
    centre.sit(evening.people[0])
    page = evening.show(
        HomePage(
            centre.playing, centre.seats, centre.enrolling, evening.library, "en", evening.bridge
        )
    )
    tile = list(page.tiles.values())[1]
    tile.setFocus()
    evening.hear(page)
    assert QApplication.focusWidget() is tile
    centre.playing.reach(evening.library.lessons[0], 2)
    page.news(frozenset({"work"}))
    evening.settle()
    assert QApplication.focusWidget() is list(page.tiles.values())[1]


def test_faces_stay_where_somebody_is_looking_for_theirs(evening: Evening) -> None:
    theme.apply(QApplication.instance(), theme.Theme(scale=2.0))
    centre = evening.centre
    page = evening.show(WhoPage(LANGUAGES, centre.seats, evening.bridge, True))
    page._wall.more.click()
    page._wall.more.click()
    page._wall.more.setFocus()
    first = page._wall.first_in_sight
    assert first != evening.people[0].id
    centre.sit(evening.people[-1])
    centre.seat_elsewhere()
    page.news(_EVERYTHING)
    evening.settle()
    shown = {plain_name(one) for one in page.findChildren(FaceButton) if one.isVisible()}
    assert next(one.name for one in evening.people if one.id == first) in shown
    theme.apply(QApplication.instance(), theme.Theme())
