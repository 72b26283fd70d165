"""A signed sheet ticked back by keys, and its photos, on a real encrypted store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from centres import Centre, Evening
from in_sight import button, in_every_size, words
from photographs import sheet_photo
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer_app.app.desk import make_erasing
from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import TrainerError, UnusablePicture
from trainer_app.domain.sheets import is_grey_jpeg
from trainer_app.services.pictures import Pictures
from trainer_app.services.sheets import Sheets
from trainer_app.services.ticking import TickingBack
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import CheckField, Dialog
from trainer_app.ui.workshop.attendance import AttendancePage
from trainer_app.ui.workshop.sheet_erasing import ask_about_sheets
from trainer_app.ui.workshop.sheet_view import SheetView
from trainer_app.ui.workshop.sheets import SheetsPage
from trainer_app.ui.workshop.tick import TickPage

Show = Callable[[Page], Page]
Key = Qt.Key
NAMES = ("Amina", "Bilal", "Chen", "Dina")


@pytest.fixture
def ticking(centre: Centre) -> TickingBack:
    return TickingBack(centre.attending, centre.courses, centre.enrolling)


@pytest.fixture
def sheets(centre: Centre) -> Sheets:
    return Sheets(centre.ledger, Pictures(), make_erasing(centre.door).sweep)


@pytest.fixture
def make(
    centre: Centre, ticking: TickingBack, sheets: Sheets, bridge: Bridge
) -> Callable[[Evening], TickPage]:
    return lambda evening: TickPage(
        ticking,
        centre.courses,
        centre.attending,
        centre.enrolling,
        bridge,
        evening.session.id,
        photos=sheets.count,
    )


def over(centre: Centre, *names: str) -> Evening:
    """An evening on paper that the program saw begin and end."""
    evening = centre.evening(*names)
    centre.clock.forward(minutes=10)
    centre.attending.start_now(evening.session.id)
    centre.clock.forward(minutes=120)
    centre.attending.end_now(evening.session.id)
    return evening


def press(qtbot: QtBot, *keys: Key | str) -> None:
    """Keys where the keyboard is, one after the other."""
    for key in keys:
        where = QApplication.focusWidget()
        assert where is not None
        if isinstance(key, str):
            qtbot.keyClicks(where, key)
        else:
            qtbot.keyClick(where, key)


def marks(centre: Centre, evening: Evening) -> list[tuple[str, int, int] | None]:
    known = centre.attending.marks(evening.session.id)
    people = (known.get(person.id) for person in centre.enrolling.on_sheet(evening.course.id))
    return [None if one is None else (one.status, one.late, one.early) for one in people]


def asked(page: Page) -> Dialog:
    QApplication.processEvents()
    (dialog,) = (one for one in page.findChildren(Dialog) if one.isVisible())
    return dialog


# Ticking
def test_forty_rows_in_the_order_of_the_paper(
    qtbot: QtBot, centre: Centre, make: Callable[[Evening], TickPage], show: Show
) -> None:
    # Names in no order: the paper has them as they came in.
    evening = over(centre, *(f"Person {(number * 7) % 40:02}" for number in range(40)))
    page = make(evening)
    show(page)
    said = []
    for number in range(40):
        keys = (" ", "l", "e", "a", "x")[number % 5]
        press(qtbot, *keys, *([Key.Key_Return] if keys in "le" else []))
        # What the screen says of a row is on the disk already.
        said.append(page.hand.saved.text() or page.finder.saved.text())
        assert marks(centre, evening)[number] is not None
    statuses = [
        ("present", 0, 0), ("late", 10, 0), ("left-early", 0, 10), ("absent", 0, 0),
        ("excused", 0, 0),
    ]  # fmt: skip
    assert marks(centre, evening) == statuses * 8
    assert "row 40" in said[-1]
    assert "Row 41, an empty one" in words(page)
    assert QApplication.focusWidget() is page.finder.name.control


def test_one_row_is_large_in_sight_with_what_will_be_written(
    qtbot: QtBot, centre: Centre, make: Callable[[Evening], TickPage], show: Show
) -> None:
    evening = over(centre, *NAMES)
    page = make(evening)
    show(page)
    assert "Row 1 of 4" in words(page)
    assert "Space or Enter writes: Present" in words(page)
    press(qtbot, "l", "1", "5")
    assert "How late?" in words(page)
    assert "Space or Enter writes: Late 15 min" in words(page)
    assert marks(centre, evening) == [None] * 4
    press(qtbot, Key.Key_Return)
    assert "Saved: row 1, Amina: Late 15 min" in words(page)
    press(qtbot, "e", "2", "5", "5", "9", Key.Key_Return)
    assert "This time is not in the session." in words(page)
    press(qtbot, Key.Key_Backspace, Key.Key_Escape, "p")
    assert marks(centre, evening) == [("late", 15, 0), ("present", 0, 0), None, None]
    assert page.hand.accessibleName().startswith("Row 3 of 4 · \u2068Chen")


def test_backspace_and_mouse_do_what_keys_do(
    qtbot: QtBot, centre: Centre, make: Callable[[Evening], TickPage], show: Show
) -> None:
    evening = over(centre, *NAMES)
    page = make(evening)
    show(page)
    press(qtbot, " ", "a", Key.Key_Backspace)
    assert marks(centre, evening) == [("present", 0, 0), None, None, None]
    assert page.state.at == 1
    button(page, "Excused: X").click()
    button(page, "Take back: Backspace").click()
    assert marks(centre, evening) == [("present", 0, 0), None, None, None]
    page.rows.chosen.emit(3)
    press(qtbot, " ")
    assert marks(centre, evening)[3] == ("present", 0, 0)
    assert QApplication.focusWidget() is page.finder.name.control


def test_a_mark_that_stood_changes_with_the_sheet_as_its_reason(
    qtbot: QtBot,
    centre: Centre,
    make: Callable[[Evening], TickPage],
    show: Show,
    troubles: list[TrainerError],
) -> None:
    evening = centre.evening(*NAMES)
    session, amina, bilal = evening.session.id, evening.people[0].id, evening.people[1].id
    centre.attending.start_now(session)
    centre.attending.mark(session, amina, Status.LATE, late=3)
    centre.attending.mark(session, bilal, Status.ABSENT)
    centre.clock.forward(minutes=60)
    centre.attending.end_now(session)
    page = make(evening)
    show(page)
    assert "Space: it stays so, next row" in words(page)
    press(qtbot, " ", " ")
    assert marks(centre, evening)[:2] == [("late", 3, 0), ("present", 0, 0)]
    assert [one.reason for one in centre.attending.history(session, amina)] == [""]
    assert centre.attending.history(session, bilal)[-1].reason == "Signed sheet"
    press(qtbot, Key.Key_Backspace)
    assert marks(centre, evening)[1] == ("absent", 0, 0)
    assert troubles == []


def test_names_on_empty_rows_are_found_or_new(
    qtbot: QtBot, centre: Centre, make: Callable[[Evening], TickPage], show: Show
) -> None:
    known = centre.enrolling.add_person("Fatoumata")
    evening = over(centre, *NAMES)
    page = make(evening)
    show(page)
    press(qtbot, Key.Key_End)
    press(qtbot, "fatou")
    assert button(page, "\u2068Fatoumata\u2069, number A1")
    press(qtbot, Key.Key_Return)
    press(qtbot, "Zola", Key.Key_Return)
    press(qtbot, "ami")
    assert "Row 1: \u2068Amina" in button(page, "Row 1: \u2068Amina\u2069, \u2068A2\u2069").text()
    press(qtbot, Key.Key_Return)
    order = [person.name for person in centre.enrolling.on_sheet(evening.course.id)]
    assert order == [*NAMES, "Fatoumata", "Zola"]
    present = ("present", 0, 0)
    assert marks(centre, evening) == [present, None, None, None, present, present]
    assert "Row 7, an empty one" in words(page)
    press(qtbot, Key.Key_Backspace)
    assert marks(centre, evening)[0] is None
    assert known.id in centre.attending.marks(evening.session.id)
    # Choosing with the arrows: the last offer is somebody new of that name.
    press(qtbot, Key.Key_End, "bil", Key.Key_Down, Key.Key_Return)
    assert [person.name for person in centre.enrolling.people()][-1] == "bil"


def test_all_others_are_absent_only_when_the_trainer_says_so(
    qtbot: QtBot, centre: Centre, make: Callable[[Evening], TickPage], show: Show
) -> None:
    evening = over(centre, *NAMES)
    page = make(evening)
    show(page)
    press(qtbot, " ")
    button(page, "All 3 others: absent").click()
    assert "Bilal" in words(asked(page))
    asked(page).answer("")
    assert marks(centre, evening) == [("present", 0, 0), None, None, None]
    button(page, "All 3 others: absent").click()
    asked(page).answer("absent")
    assert marks(centre, evening) == [("present", 0, 0), *[("absent", 0, 0)] * 3]
    press(qtbot, Key.Key_Backspace)
    assert marks(centre, evening)[3] is None
    assert button(page, "1 other: absent")


def test_a_session_on_paper_only_is_asked_for_its_real_times(
    qtbot: QtBot, centre: Centre, make: Callable[[Evening], TickPage], show: Show
) -> None:
    evening = centre.evening(*NAMES)
    page = make(evening)
    show(page)
    assert "was not started in the program" in words(page)
    assert QApplication.focusWidget() is page.times.start.control
    page.times.start.control.selectAll()
    press(qtbot, "10:15", Key.Key_Return)
    session = centre.courses.session(evening.session.id)
    assert session.has_ended
    press(qtbot, "l", "1030", Key.Key_Return)
    assert marks(centre, evening)[0] == ("late", 15, 0)


def test_marks_made_meanwhile_are_seen(
    centre: Centre, make: Callable[[Evening], TickPage], show: Show, bridge: Bridge
) -> None:
    evening = centre.evening(*NAMES)
    centre.attending.start_now(evening.session.id)
    page = make(evening)
    show(page)
    centre.attending.mark(evening.session.id, evening.people[0].id, Status.PRESENT)
    bridge.changed.emit(frozenset({"attendance"}))
    assert "1 of 4 rows have a mark" in words(page)
    assert "Space: it stays so, next row" in words(page)


# Photos
@pytest.fixture
def photos(
    centre: Centre, sheets: Sheets, bridge: Bridge, tmp_path: Path
) -> Callable[[Evening], SheetsPage]:
    return lambda evening: SheetsPage(
        sheets,
        centre.courses,
        bridge,
        lambda: tmp_path / "IMG 1.jpg",
        evening.session.id,
        now=centre.clock.now,
    )


def test_a_photo_is_looked_at_kept_and_deleted(
    qtbot: QtBot,
    centre: Centre,
    sheets: Sheets,
    photos: Callable[[Evening], SheetsPage],
    show: Show,
    tmp_path: Path,
) -> None:
    evening = over(centre, *NAMES)
    session = evening.session.id
    centre.attending.mark(session, evening.people[0].id, Status.PRESENT)
    (tmp_path / "IMG 1.jpg").write_bytes(sheet_photo())
    page = photos(evening)
    show(page)
    assert "No photo of this sheet yet." in words(page)
    page.add.click()
    qtbot.waitUntil(lambda: "Can every row be read?" in words(page), timeout=30_000)
    assert sheets.count(session) == 0
    ticked = {one.accessibleName(): one for one in page.findChildren(CheckField)}
    assert [one.isChecked() for one in ticked.values()] == [True, False, False, False]
    list(ticked.values())[1].click()
    button(page, "Keep this photo").click()
    (kept,) = sheets.of(session)
    assert set(kept.people) == {person.id for person in evening.people[:2]}
    assert is_grey_jpeg(sheets.image(kept.id))
    assert "2 people are on it:" in words(page)
    view = page.findChild(SheetView)
    assert view is not None
    assert QApplication.focusWidget() is view
    press(qtbot, "+", "r", Key.Key_Down, "-")
    button(page, "Delete this photo…").click()
    qtbot.keyClick(asked(page), Key.Key_Escape)
    assert sheets.count(session) == 1
    button(page, "Delete this photo…").click()
    asked(page).answer("delete")
    assert sheets.count(session) == 0
    assert "No photo of this sheet yet." in words(page)


def test_what_is_no_photo_is_said_and_the_page_goes_on(
    qtbot: QtBot,
    centre: Centre,
    photos: Callable[[Evening], SheetsPage],
    show: Show,
    tmp_path: Path,
    troubles: list[TrainerError],
) -> None:
    (tmp_path / "IMG 1.jpg").write_bytes(b"\0\0\0\x20ftypheic")
    page = photos(over(centre, *NAMES))
    show(page)
    page.add.click()
    qtbot.waitUntil(lambda: bool(troubles))
    (trouble,) = troubles
    assert isinstance(trouble, UnusablePicture)
    assert page.add.isEnabled()
    assert "The photo is made ready" not in words(page)


def test_a_substitute_finds_no_way_to_delete(
    centre: Centre, sheets: Sheets, photos: Callable[[Evening], SheetsPage], show: Show
) -> None:
    evening = over(centre, *NAMES)
    sheets.keep(evening.session.id, sheet_photo(), [evening.people[0].id])
    centre.ledger.substitute = True
    page = photos(evening)
    show(page)
    assert "1 person is on it:" in words(page)
    assert page.add.isEnabled()
    assert all("Delete" not in one.accessibleName() for one in page.findChildren(type(page.add)))


def test_the_attendance_page_says_how_many_photos_there_are(
    qtbot: QtBot, centre: Centre, sheets: Sheets, bridge: Bridge, show: Show
) -> None:
    evening = over(centre, *NAMES)
    for seed in (1, 2):
        sheets.keep(evening.session.id, sheet_photo(seed), ())
    page = AttendancePage(
        centre.courses,
        centre.attending,
        centre.enrolling,
        bridge,
        evening.session.id,
        photos=sheets.count,
    )
    show(page)
    for word, deed in (("2 photos of the signed sheet", "photos"), ("Signed sheet", "tick")):
        with qtbot.waitSignal(page.deed_chosen) as chosen:
            button(page, word).click()
        assert chosen.args == [deed, evening.session.id]


def test_each_photo_is_seen_before_somebody_is_erased(
    centre: Centre, sheets: Sheets, make: Callable[[Evening], TickPage], show: Show
) -> None:
    evening = over(centre, *NAMES)
    person = evening.people[0].id
    kept = [
        sheets.keep(evening.session.id, sheet_photo(seed), [person]).id for seed in (1, 2, 3, 4)
    ]
    erasing = make_erasing(centre.door)
    page = make(evening)
    show(page)
    gone: list[list[str]] = []
    shown = erasing.preview(person).sheets

    def ask() -> None:
        ask_about_sheets(page, shown, erasing.photo, gone.append)

    ask()
    asked(page).answer("")
    assert gone == []
    ask()
    asked(page).answer("delete")
    asked(page).answer("keep")
    same = asked(page).findChild(CheckField)
    assert same is not None
    assert same.isVisible()
    same.click()
    asked(page).answer("delete")
    assert gone == [[kept[0], *kept[2:]]]


_LONG = [pytest.param(one, marks=pytest.mark.slow) for one in ("rows", "times", "photos")]


@pytest.mark.parametrize("page", ["minutes", "empty", "adding", *_LONG])
def test_nothing_sticks_out_in_any_size(
    qapp: QApplication,
    centre: Centre,
    sheets: Sheets,
    make: Callable[[Evening], TickPage],
    photos: Callable[[Evening], SheetsPage],
    page: str,
) -> None:
    evening = over(centre, *NAMES) if page != "times" else centre.evening(*NAMES)
    if page == "photos":
        for seed in (1, 2):
            sheets.keep(evening.session.id, sheet_photo(seed), [evening.people[0].id])

    def made() -> Page:
        if page in ("photos", "adding"):
            shown = photos(evening)
            if page == "adding":
                shown._offer(sheet_photo())
            return shown
        ticked = make(evening)
        if page == "minutes":
            ticked.hand.said.emit(Status.LATE)
        if page == "empty":
            ticked.hand.moved.emit(100)
            ticked.finder.name.set_value("a")
        return ticked

    assert in_every_size(made, qapp) == []
