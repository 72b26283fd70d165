"""The trainer's room by clicks: opened, seen, put right, closed."""

from __future__ import annotations

import pytest
from fake_room import FakeHosting
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reading_a_page import buttons, names, press
from test_room_words import NOW, laptop, state

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import CannotOpenRoom, TrainerError
from trainer_app.domain.rooms import Follow
from trainer_app.i18n import use
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.room.room_page import RoomPage
from trainer_app.ui.room.room_row import RoomRow
from trainer_app.ui.widgets import Chip, Scroller, Text

LESSON = "sign-in-and-out"


class Shown:
    """A room's page, what was said, and the fake behind it."""

    def __init__(
        self, qtbot: QtBot, library: LessonLibrary, hosting: FakeHosting, size: tuple[int, int]
    ) -> None:
        self.bridge, self.hosting = Bridge(), hosting
        self.troubles: list[TrainerError] = []
        self.bridge.troubled.connect(self.troubles.append)
        self.page = RoomPage(
            hosting,  # type: ignore[arg-type]
            library,
            self.bridge,
            "session",
            "Evening group · Session 4",
            now=lambda: NOW,
            passes=True,
        )
        hosting.on_change = self.page.news
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        self.page.show()
        QApplication.processEvents()

    def press(self, *said: str) -> None:
        for one in said:
            press(self.page, one)

    def rows(self) -> list[str]:
        """The laptops in the order in which they are shown."""
        rows = sorted(self.page.findChildren(RoomRow), key=lambda row: row.y())
        return [row.accessibleName().translate(_SIGNS) for row in rows if row.isVisible()]

    def row(self, name: str) -> QWidget:
        rows = self.page.findChildren(RoomRow)
        return next(row for row in rows if row.accessibleName().translate(_SIGNS) == name)

    def reads(self) -> str:
        QApplication.processEvents()
        seen = [t.text() for t in self.page.findChildren(Text) if t.isVisible()]
        seen += [c.accessibleName() for c in self.page.findChildren(Chip) if c.isVisible()]
        return "\n".join(seen).translate(_SIGNS)

    def hear(self) -> None:
        self.page.news(frozenset({"laptops"}))
        QApplication.processEvents()


_SIGNS = str.maketrans("", "", "\u2066\u2067\u2068\u2069")


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication, library: LessonLibrary) -> Shown:
    use("en")
    theme.apply(qapp, theme.Theme(dense=True))
    return Shown(qtbot, library, FakeHosting(), (1290, 768))


def test_one_press_opens_and_the_code_can_be_read(shown: Shown) -> None:
    assert "Nothing leaves the room." in shown.reads()
    shown.press("Open the room")
    assert shown.hosting.session == "session"
    assert "1234  5678  9012\n3456  7890" in shown.reads()
    assert "192.168.1.5:47474" in shown.reads()
    assert "No laptop is here yet" in shown.reads()


def test_why_it_cannot_be_opened_is_said_and_it_stays_closed(shown: Shown) -> None:
    shown.hosting.trouble = CannotOpenRoom(reason="network")
    shown.press("Open the room")
    assert isinstance(shown.troubles[0], CannotOpenRoom)
    assert "Open the room" in names(shown.page)


def test_without_a_network_the_way_to_one_is_shown(shown: Shown) -> None:
    shown.hosting.reachable = []
    shown.press("Open the room")
    assert "This laptop is in no network." in shown.reads()
    shown.press("How to get one")
    assert "A router without internet" in shown.reads()
    shown.press("OK")
    shown.hosting.reachable = ["10.0.0.2:47474"]
    shown.hear()
    assert "in no network" not in shown.reads()
    assert "10.0.0.2:47474" in shown.reads()


def test_who_waits_comes_first_and_who_is_gone_last(shown: Shown) -> None:
    shown.hosting.here = [
        laptop("C", here=False),
        laptop("B", state=state()),
        laptop("", guest=1, kind="guest"),
        laptop("D", kind="closed"),
    ]
    shown.press("Open the room")
    assert shown.rows() == ["Laptop D", "Laptop B", "Guest 1", "Laptop C"]
    assert "Open: 3 laptops are here" in shown.reads()


def test_a_waiting_laptop_is_let_in_and_another_sent_away(shown: Shown) -> None:
    shown.hosting.here = [laptop("D", kind="closed"), laptop("B")]
    shown.press("Open the room", "Let in", "Send away: Laptop B")
    shown.press("Let it stay", "Send away: Laptop B", "Send away")
    assert shown.hosting.done == [("let_in", "id-D"), ("send_away", "id-B")]


def test_everyone_listens_and_goes_on(shown: Shown) -> None:
    shown.press("Open the room", "Everyone listen")
    assert shown.hosting.state.listening
    shown.press("Let everyone go on")
    assert not shown.hosting.state.listening


def test_leading_is_said_and_can_be_stopped(shown: Shown) -> None:
    shown.press("Open the room")
    shown.hosting.follow(Follow(LESSON, "", "en"))
    assert "All laptops follow you:" in shown.reads()
    assert "Page 1 of" in shown.reads()
    shown.press("Stop leading")
    assert shown.hosting.state.follow is None
    assert "goes their own way" in shown.reads()


def test_asking_first_can_be_chosen_before_and_after(shown: Shown) -> None:
    shown.press("Ask me before a laptop opens")
    assert shown.hosting.ask_first
    shown.press("Open the room", "Ask me before a laptop opens")
    assert not shown.hosting.ask_first


def test_closing_asks_first(shown: Shown) -> None:
    shown.press("Open the room", "Close the room", "Leave it open")
    assert shown.hosting.is_open
    shown.press("Close the room")
    [*_, last] = [b for b in buttons(shown.page) if b.accessibleName() == "Close the room"]
    last.click()
    assert not shown.hosting.is_open
    assert "Open the room" in names(shown.page)


def test_a_room_closed_elsewhere_is_shown_closed(shown: Shown) -> None:
    shown.press("Open the room")
    shown.hosting.close()
    shown.page.news(frozenset({"room"}))
    assert "Open the room" in names(shown.page)


def test_rows_keep_the_keyboard_while_the_room_is_busy(shown: Shown) -> None:
    shown.hosting.here = [laptop(x, state=state()) for x in "BCD"]
    shown.press("Open the room")
    shown.page.activateWindow()
    row = shown.row("Laptop C")
    row.buttons[-1].setFocus()
    for people in range(4):
        shown.hosting.here[1] = laptop("C", state=state(people=people))
        shown.hosting.here = [*shown.hosting.here, laptop(f"X{people}", state=state())]
        shown.hear()
        assert shown.row("Laptop C") is row
        assert row.isAncestorOf(QApplication.focusWidget() or shown.page.focusWidget())


def test_ten_laptops_need_no_scrolling(shown: Shown) -> None:
    shown.hosting.here = [laptop(x, state=state(battery=80)) for x in "BCDEFGHIJK"]
    shown.press("Open the room")
    for _ in range(3):
        QApplication.processEvents()
    assert shown.page.findChild(Scroller).verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["en", "ar"])
def test_at_double_size_nothing_is_wider_than_the_page(
    qtbot: QtBot, qapp: QApplication, library: LessonLibrary, language: str
) -> None:
    use(language)
    theme.apply(qapp, theme.Theme("light", 2.0, language, dense=True))
    hosting = FakeHosting()
    hosting.open("session")
    hosting.here = [
        laptop("K7Q", kind="closed", state=state()),
        laptop("B", clock_off=-7200, state=state(battery=3, free_mb=10, missing=("a",), waiting=9)),
    ]
    shown = Shown(qtbot, library, hosting, (1214, 768))
    inside = shown.page.findChild(Scroller).widget()
    assert inside.minimumSizeHint().width() <= shown.page.width()
    theme.apply(qapp, theme.Theme())
