"""The list of backups: what is read of each, and what a press asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.reading_a_page import cut, names, press, words
from trainer_app.domain.keeping import Made
from trainer_app.i18n import use
from trainer_app.store.snapshots import Holds, Snapshot
from trainer_app.ui import theme
from trainer_app.ui.settings.backups import BackupsPage
from trainer_app.ui.widgets import Dialog

WINTER = timezone(timedelta(hours=1))
FOLDER = Path("somewhere") / "snapshots"


def now() -> datetime:
    return datetime(2026, 11, 24, 11, tzinfo=WINTER)


def backup(number: int, minutes_ago: int, holds: Holds | None) -> Snapshot:
    moment = datetime(2026, 11, 24, 9, 15, tzinfo=UTC) - timedelta(minutes=minutes_ago)
    name = f"{number:07}-{moment:%Y%m%dT%H%M%SZ}.db"
    return Snapshot(name, Made(number, moment), 500_000, holds)


NEWEST = backup(9, 0, Holds(1204, 24, 6, None))
DAMAGED = backup(8, 15, None)
OLDER = backup(7, 60 * 24, Holds(1, 1, 1, None))


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[..., BackupsPage]]:
    def show_page(
        backups: Sequence[Snapshot] | None, language: str = "en", scale: float = 1.0
    ) -> BackupsPage:
        use(language)
        theme.apply(qapp, theme.Theme("light", scale, language, dense=True))
        page = BackupsPage(backups, FOLDER, now=now)
        qtbot.addWidget(page)
        page.resize(1134, 768)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield show_page
    theme.apply(qapp, theme.Theme())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def asked(page: QWidget) -> Dialog:
    return next(one for one in page.findChildren(Dialog) if one.isVisible())


def test_each_is_said_with_its_time_on_the_wall_and_what_it_holds(show) -> None:
    said = words(show([NEWEST, DAMAGED, OLDER]))
    assert "Tuesday, 24 November 2026, 10:15" in said
    assert "24 people, 6 sessions and 1,204 entries" in said
    assert "Monday, 23 November 2026, 10:15" in said
    assert "1 person, 1 session and 1 entry" in said
    assert str(FOLDER) in said


def test_a_damaged_one_offers_nothing(show) -> None:
    page = show([DAMAGED])
    assert "cannot be put back" in words(page)
    assert names(page) == ["Settings", "Back up now"]


def test_a_backup_now_and_a_copy_are_one_press(show, qtbot: QtBot) -> None:
    page = show([NEWEST])
    with qtbot.waitSignal(page.backup_requested):
        press(page, "Back up now")
    with qtbot.waitSignal(page.copy_requested) as copied:
        press(page, "Copy to a stick…")
    assert copied.args == [NEWEST.name]


def test_putting_one_back_is_asked_twice(show, qtbot: QtBot) -> None:
    page = show([NEWEST])
    press(page, "Put this one back…")
    said = words(asked(page))
    assert "Tuesday, 24 November 2026, 10:15" in said
    assert "kept whole in the folder “replaced”" in said
    with qtbot.assertNotEmitted(page.restore_requested):
        press(asked(page), "Keep what is here now")
    press(page, "Put this one back…")
    with qtbot.waitSignal(page.restore_requested) as restored:
        press(asked(page), "Put it back")
    assert restored.args == [NEWEST.name]


def test_the_safe_answer_has_the_keyboard(show, qtbot: QtBot) -> None:
    page = show([NEWEST])
    press(page, "Put this one back…")
    with qtbot.assertNotEmitted(page.restore_requested):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not [one for one in page.findChildren(Dialog) if one.isVisible()]


def test_without_any_the_page_says_when_the_first_comes(show) -> None:
    page = show([])
    assert "No backups yet" in words(page)
    assert names(page) == ["Settings", "Back up now"]


def test_while_they_are_looked_through_nothing_can_be_pressed(show) -> None:
    page = show(None)
    assert "being looked through" in words(page)
    assert not page.now_button.isEnabled()
    page.show_snapshots([OLDER])
    assert page.now_button.isEnabled()
    assert "1 person" in words(page)


def test_the_keyboard_stays_at_its_backup(show) -> None:
    page = show([NEWEST, OLDER])
    page._rows[OLDER.name].buttons[0].setFocus()
    page.show_snapshots([backup(10, -5, Holds(2, 2, 2, None)), NEWEST, OLDER])
    assert page._rows[OLDER.name].isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_has_room(show, language, scale) -> None:
    page = show([NEWEST, DAMAGED, OLDER], language, scale)
    assert cut(page) == []
    page._rows[NEWEST.name].restore_pressed.emit()
    assert cut(asked(page)) == []
