"""Fields: what is typed, what is told, what is heard."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from trainer_app.ui import widgets as w
from trainer_app.ui.widgets.drawn import DrawnButton

# The offscreen platform says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def press(qtbot, owner, name):
    button = next(b for b in owner.findChildren(DrawnButton) if b.accessibleName() == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_text_field_tells_what_is_typed(qtbot, shown):
    field = shown(w.TextField("Name", help_words="As people call you."))
    told, entered = [], []
    field.changed.connect(told.append)
    field.entered.connect(lambda: entered.append(True))
    qtbot.keyClicks(field.control, "Am")
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert (field.value(), told, entered) == ("Am", ["A", "Am"], [True])
    assert field.control.accessibleName() == "Name"
    assert field.control.accessibleDescription() == "As people call you."


def test_a_box_of_lines_keeps_them(shown):
    field = shown(w.TextField("Notes", "one", lines=3))
    assert isinstance(field.control, QPlainTextEdit)
    field.set_value("one\ntwo")
    assert field.value() == "one\ntwo"


def test_an_error_is_seen_and_heard_and_goes(shown):
    field = shown(w.TextField("Name", help_words="Help."))
    high = field.sizeHint().height()
    field.set_error("Too short.")
    assert field.error() == "Too short."
    assert field.control.accessibleDescription() == "Too short. Help."
    assert field.sizeHint().height() > high
    field.set_error(None)
    assert field.error() is None
    assert field.control.accessibleDescription() == "Help."


def test_a_passphrase_is_hidden_until_asked(qtbot, shown):
    field = shown(w.PassphraseField("Passphrase", "Show", "Hide"))
    edit = field.control
    assert isinstance(edit, QLineEdit)
    qtbot.keyClicks(edit, "secret")
    assert edit.echoMode() == QLineEdit.EchoMode.Password
    press(qtbot, field, "Show")
    assert edit.echoMode() == QLineEdit.EchoMode.Normal
    press(qtbot, field, "Hide")
    assert edit.echoMode() == QLineEdit.EchoMode.Password
    assert field.value() == "secret"
    field.clear()
    assert field.value() == ""


def test_one_of_many_is_told_by_key(qtbot, shown):
    field = shown(w.ChoiceField("Room", [("a", "Hall"), ("b", "Library", "book-open")], "a"))
    told = []
    field.changed.connect(told.append)
    box = field.control
    assert isinstance(box, QComboBox)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert (field.value(), told) == ("b", ["b"])
    with pytest.raises(ValueError):
        field.set_value("c")
    field.set_options([("x", "X")])
    assert field.value() is None


def test_a_number_stays_between_its_bounds(qtbot, shown):
    field = shown(w.SpinField("Length", 88, least=0, most=90, step=5, unit="minutes"))
    told = []
    field.changed.connect(told.append)
    press(qtbot, field, "+")
    assert field.value() == 90
    qtbot.keyClick(field.control, Qt.Key.Key_Down)
    assert field.value() == 85
    field.control.selectAll()
    field.control.insert("٤٠")
    assert field.value() == 40
    field.control.selectAll()
    qtbot.keyClicks(field.control, "400")
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert (field.value(), field.control.text()) == (40, "40")
    assert told == [90, 85, 40, 4, 40]


def test_a_date_is_typed_or_stepped(qtbot, shown):
    field = shown(
        w.DateField("Day", date(2025, 3, 11), lambda: date(2025, 3, 1), bad_words="No date.")
    )
    told = []
    field.changed.connect(told.append)
    qtbot.keyClick(field.control, Qt.Key.Key_Up)
    assert told == [date(2025, 3, 12)]
    field.control.clear()
    qtbot.keyClicks(field.control, "31 2")
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert (field.value(), field.error()) == (None, "No date.")
    field.control.clear()
    qtbot.keyClicks(field.control, "5.4")
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert (field.value(), field.error()) == (date(2025, 4, 5), None)
    assert field.control.text() == "05/04/2025"


def test_a_time_is_typed_or_stepped(qtbot, shown):
    field = shown(w.TimeField("Start", time(23, 58), bad_words="No time."))
    qtbot.keyClick(field.control, Qt.Key.Key_Up)
    assert field.value() == time(0, 3)
    field.control.clear()
    qtbot.keyClicks(field.control, "9h30")
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert field.control.text() == "09:30"


def test_a_search_trims_and_clears(qtbot, shown):
    field = shown(w.SearchField("Search"))
    told = []
    field.changed.connect(told.append)
    qtbot.keyClicks(field.control, " a ")
    assert field.value() == "a"
    field.clear()
    assert told[-1] == ""


def test_a_search_may_start_with_words(shown):
    field = shown(w.SearchField("Search"))
    told = []
    field.changed.connect(told.append)
    field.set_value("Amina")
    assert (field.value(), told) == ("Amina", ["Amina"])


@pytest.mark.parametrize(
    ("hint", "show_label", "seen"),
    [
        ("", False, "Search"),
        ("Name or number", False, "Name or number"),
        ("Name or number", True, "Name or number"),
        ("Search", True, ""),
        ("", True, ""),
    ],
)
def test_a_search_says_nothing_twice(shown, hint, show_label, seen):
    field = shown(w.SearchField("Search", hint=hint, show_label=show_label))
    assert field.control.placeholderText() == seen
    assert field.control.accessibleName() == "Search"


def test_a_field_that_is_wrong_comes_into_sight_with_its_label(shown):
    scroller = w.Scroller()
    field = w.TextField("Name", "")
    scroller.add(field)
    for _ in range(12):
        scroller.add(w.Text("A line below.", "title"))
    shown(scroller, 400, 200)
    scroller.verticalScrollBar().setValue(scroller.verticalScrollBar().maximum())
    field.set_error("Please give a name.")
    field.setFocus()
    QApplication.processEvents()
    assert scroller.verticalScrollBar().value() == 0
