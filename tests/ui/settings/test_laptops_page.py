"""The laptops of a centre: what a trainer reads of each, and decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reading_a_page import buttons, cut, names, overflow, plain_name, press, without_signs
from reading_a_page import words as texts

from trainer_app.domain.laptops import Laptop
from trainer_app.i18n import use
from trainer_app.ui import theme
from trainer_app.ui.page import Page
from trainer_app.ui.settings.laptops import LaptopsPage
from trainer_app.ui.settings.laptops_invitation import InvitationPage
from trainer_app.ui.settings.laptops_row import LaptopRow
from trainer_app.ui.widgets import Chip

NOW = datetime(2026, 11, 24, 9, 50, tzinfo=timezone(timedelta(hours=1)))
AT = int(NOW.timestamp())
DAY = 86_400
HERE = Laptop("a", "A", True, "counts", AT - 60, 3120, 0)
PLAIN = Laptop("b", "B", False, "counts", AT - 3600, 1204, 0)
OUT = Laptop("c", "C", False, "shut-out", AT - 9 * DAY, 80, 12)
FORKED = Laptop("d", "D", False, "forked", AT - 2 * DAY, 640, 1)
TWICE = Laptop("e", "E", False, "second-use", None, 0, 0)
AHEAD = Laptop("f", "F", False, "counts", AT + 400 * DAY, 1, 0, 400 * DAY)
ALL = [AHEAD, PLAIN, TWICE, HERE, OUT, FORKED]
FILE = Path("/media/ana/KINGSTON/invitation.trainer-app")
CODE = "7K3D-9XQM-2B4T-HH8Z-0PRW-6VNE"


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[..., Page]]:
    def show_page(build: Callable[[], Page], language: str = "en", scale: float = 1.0) -> Page:
        use(language)
        theme.apply(qapp, theme.Theme("light", scale, language, dense=True, motion=False))
        page = build()
        qtbot.addWidget(page)
        page.resize(1134, 768)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        for _ in range(3):
            qapp.processEvents()
        return page

    yield show_page
    theme.apply(qapp, theme.Theme())


def laptops(*which: Laptop, **how: bool) -> Callable[[], LaptopsPage]:
    return lambda: LaptopsPage(which or ALL, now=lambda: NOW, **how)


def invitation() -> InvitationPage:
    return InvitationPage(FILE, CODE)


def row(page: QWidget, letters: str) -> LaptopRow:
    QApplication.processEvents()
    found = [one for one in page.findChildren(LaptopRow) if one.isVisible()]
    return next(one for one in found if one.laptop.letters == letters)


def reads(inside: QWidget) -> str:
    """All words and chips in sight."""
    chips = [one.accessibleName() for one in inside.findChildren(Chip) if one.isVisible()]
    return "\n".join([texts(inside), *map(without_signs, chips)])


def test_this_laptop_comes_first_and_the_others_by_their_letters(show):
    far = [Laptop(letters, letters, False, "counts", None, 0, 0) for letters in ("AA", "Z")]
    page = show(laptops(*ALL, *far))
    order = [one.laptop.letters for one in page.findChildren(LaptopRow)]
    assert order == ["A", "B", "C", "D", "E", "F", "Z", "AA"]
    assert "This laptop" in reads(row(page, "A"))
    assert "Laptop B" in reads(row(page, "B"))


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        ("A", ["Newest news: today, 09:49", "3,120 entries"]),
        ("B", ["Newest news: today, 08:50", "1,204 entries"]),
        ("C", ["15 Nov 2026, 09:50", "80 entries, 12 do not count now", "Shut out",
               "kept aside until a trainer lets it in again"]),
        ("D", ["22 Nov 2026", "640 entries, 1 does not count now",
               "Two histories under one name", "until a trainer settles it"]),
        ("E", ["No news yet", "0 entries", "Its invitation was used twice",
               "until a trainer lets it in"]),
        ("F", ["1 entry", "Clock runs 400 days ahead"]),
    ],
)  # fmt: skip
def test_what_is_known_of_a_laptop_is_said_in_words(show, letters, said):
    page = show(laptops())
    found = reads(row(page, letters))
    assert [one for one in said if one not in found] == []


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (59, None),
        (60, "1 minute"),
        (59 * 60, "59 minutes"),
        (3600, "1 hour"),
        (47 * 3600, "1 day"),
        (2 * DAY, "2 days"),
    ],
)
def test_how_far_a_clock_runs_ahead(show, seconds, words):
    ahead = Laptop("b", "B", False, "counts", AT, 1, 0, seconds)
    found = reads(show(laptops(HERE, ahead)))
    assert ("Clock runs" in found) is (words is not None)
    if words:
        assert f"Clock runs {words} ahead" in found


@pytest.mark.parametrize(
    ("word", "signal"),
    [
        ("Merge news", "merge_requested"),
        ("Invite another laptop", "invite_requested"),
        ("Write news to a file…", "write_requested"),
    ],
)
def test_three_things_can_be_done(show, qtbot: QtBot, word, signal):
    page = show(laptops())
    with qtbot.waitSignal(getattr(page, signal)):
        press(page, word)


def test_merging_is_one_key_away(show, qtbot: QtBot):
    page = show(laptops())
    with qtbot.waitSignal(page.merge_requested):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("A", []),
        ("B", ["Shut out…"]),
        ("C", ["Let in again"]),
        ("D", ["Settle…", "Shut out…"]),
        ("E", ["Let in", "Shut out…"]),
    ],
)
def test_what_can_be_decided_follows_from_how_it_stands(show, letters, words):
    page = show(laptops())
    assert names(row(page, letters)) == words


@pytest.mark.parametrize(
    ("letters", "word", "signal", "id"),
    [
        ("C", "Let in again", "readmit_requested", "c"),
        ("E", "Let in", "readmit_requested", "e"),
        ("D", "Settle…", "settle_fork_requested", "d"),
    ],
)
def test_a_decision_names_its_laptop(show, qtbot: QtBot, letters, word, signal, id):
    page = show(laptops())
    with qtbot.waitSignal(getattr(page, signal)) as asked:
        press(row(page, letters), word)
    assert asked.args == [id]


def test_shutting_out_says_what_it_does_and_asks(show, qtbot: QtBot):
    page = show(laptops())
    press(row(page, "B"), "Shut out…")
    said = texts(page)
    assert "Shut out laptop B?" in said
    assert "kept aside and not counted, until a trainer lets it in again" in said
    assert "Nothing is deleted on that laptop" in said
    with qtbot.waitSignal(page.shut_out_requested) as asked:
        press(page, "Shut out")
    assert asked.args == ["b"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_thinking_better_of_it_is_one_key(show, qtbot: QtBot, key):
    page = show(laptops())
    press(row(page, "B"), "Shut out…")
    with qtbot.assertNotEmitted(page.shut_out_requested):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert "Shut out laptop B?" not in texts(page)


def test_a_screen_reader_hears_whose_button_it_is(show):
    page = show(laptops())
    (button,) = buttons(row(page, "B"))
    assert without_signs(button.accessibleDescription()) == "Laptop B"
    assert plain_name(row(page, "A")) == "This laptop (A)"


def test_a_substitute_merges_but_decides_nothing(show):
    page = show(laptops(can_invite=False))
    assert names(page) == ["Settings", "Merge news", "Write news to a file…"]


def test_a_laptop_alone_is_said(show):
    assert "This is the only laptop of the centre so far." in texts(show(laptops(HERE)))
    assert "This is the only laptop" not in texts(show(laptops(HERE, PLAIN)))


def test_the_keyboard_stays_at_the_laptop_when_news_come(show):
    page = show(laptops())
    buttons(row(page, "C"))[0].setFocus()
    page.show_laptops([HERE, PLAIN, Laptop("c", "C", False, "counts", AT, 92, 0)])
    assert names(row(page, "C")) == ["Shut out…"]
    assert row(page, "C").isAncestorOf(QApplication.focusWidget())
    assert "Laptop D" not in texts(page)


# The invitation
def test_the_code_and_where_the_file_lies_are_read(show):
    page = show(invitation)
    said = texts(page)
    assert [group for group in CODE.split("-") if group not in said] == []
    assert FILE.name in said
    assert str(FILE.parent) in said
    assert "File and code travel apart" in said
    assert "This code is shown only now." in said
    heard = [without_signs(one.accessibleName()) for one in page.findChildren(QWidget)]
    assert f"Code of the invitation: {CODE}" in heard


def test_it_is_left_once_the_code_is_written_down(show, qtbot: QtBot):
    page = show(invitation)
    with qtbot.assertNotEmitted(page.finished):
        press(page, "Done")
    assert "First write down the code." in texts(page)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert "First write down the code." not in texts(page)
    with qtbot.waitSignal(page.finished):
        press(page, "Done")


def test_the_tick_outlives_a_change_of_size(show, qtbot: QtBot):
    page = show(invitation)
    press(page, "I have written down the code")
    again = show(invitation, scale=1.5)
    again.recall(page.remember())
    with qtbot.waitSignal(again.finished):
        press(again, "Done")


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("build", [laptops(), laptops(HERE), invitation])
def test_everything_has_room(show, build, language, scale):
    page = show(build, language, scale)
    assert cut(page) == []


def test_the_invitation_is_seen_whole(show):
    assert overflow(show(invitation)) == 0
