"""What a screen reader takes our own widgets for, what it can do with them, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.ui import widgets as w
from trainer_app.ui.theme import Theme
from trainer_app.ui.widgets.said_as import Role, let_readers_know, say_as

PICTURE = Path(places.assets() / "scenes" / "done.svg")


@pytest.fixture(autouse=True)
def _reader() -> None:
    let_readers_know()


def met(widget: QWidget) -> QAccessibleInterface:
    """The widget as a reader meets it."""
    return QAccessible.queryAccessibleInterface(widget)


def names(widget: QWidget) -> list[str]:
    """The names of what is directly in a widget, in the order of reading."""
    inside = met(widget)
    for at in range(inside.childCount()):
        assert inside.indexOfChild(inside.child(at)) == at
    return [inside.child(at).text(QAccessible.Text.Name) for at in range(inside.childCount())]


def test_each_kind_is_what_it_does(shown):
    kinds = [
        (w.Button("Save"), Role.Button),
        (w.IconButton("eye", "Show"), Role.Button),
        (w.CheckField("Keep me signed in"), Role.CheckBox),
        (w.ChoiceButton("An answer"), Role.Button),
        (w.FaceButton("face-07", "Amina"), Role.CheckBox),
        (w.Text("Today", "headline", "bold"), Role.Heading),
        (w.Text("Amina is here."), Role.StaticText),
        (w.SvgPicture(PICTURE, "A person is glad."), Role.Graphic),
        (w.Avatar("face-07", "Amina"), Role.Graphic),
        (w.StatCard("users", "12", "people"), Role.Grouping),
        (w.SegmentField("Mark", [("p", "Present"), ("a", "Absent")], "p"), Role.Grouping),
    ]
    for widget, role in kinds:
        assert met(shown(widget)).role() == role, widget


def test_a_figure_is_no_heading(shown):
    card = shown(w.StatCard("users", "12", "people"))
    [figure] = [one for one in card.findChildren(w.Text) if one.text() == "12"]
    assert met(figure).role() == Role.StaticText


def test_a_reader_presses_and_the_program_does_it(shown, qtbot):
    button = shown(w.Button("Save"))
    with qtbot.waitSignal(button.clicked):
        met(button).actionInterface().doAction("Press")
    button.setEnabled(False)
    assert "Press" not in met(button).actionInterface().actionNames()


def test_a_reader_toggles_and_the_program_hears_of_it_as_of_a_click(shown, qtbot):
    face = shown(w.FaceButton("face-07", "Amina"))
    assert met(face).state().checkable
    with qtbot.waitSignal(face.clicked):
        met(face).actionInterface().doAction("Toggle")
    assert met(face).state().checked


def test_a_segment_chosen_by_a_reader_is_chosen(shown, qtbot):
    field = shown(w.SegmentField("Mark", [("p", "Present"), ("a", "Absent")], "p"))
    present, absent = met(field).child(0), met(field).child(1)
    assert absent.text(QAccessible.Text.Name) == "Absent"
    assert (present.role(), present.state().checked) == (Role.RadioButton, True)
    with qtbot.waitSignal(field.changed) as heard:
        absent.actionInterface().doAction("Toggle")
    assert heard.args == ["a"]


def test_a_tool_tip_that_is_the_name_is_not_said_twice(shown):
    button = shown(w.IconButton("eye", "Show", show_word=False))
    assert button.toolTip() == "Show"
    assert met(button).text(QAccessible.Text.Description) == ""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_things_are_met_in_the_order_in_which_they_stand(shown, dress, language):
    dress(Theme(language=language))
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(w.Button("Foot"))
    line = QHBoxLayout()
    line.addWidget(w.Button("Second"))
    line.insertWidget(0, w.Button("First"))
    column.insertLayout(0, line)
    shown(page)
    cover = w.Button("Over it all", parent=page)
    cover.show()
    assert names(page) == ["First", "Second", "Foot", "Over it all"]


def test_the_keyboard_is_in_the_line_and_not_in_what_holds_it(shown):
    field = shown(w.TextField("Name"))
    field.activateWindow()
    field.setFocus()
    assert not met(field).state().focused
    assert not met(field).state().focusable


def test_a_role_can_be_given_to_any_widget(shown):
    row = QWidget()
    say_as(row, Role.ListItem)
    assert met(shown(row)).role() == Role.ListItem


def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced from now on, on its way to the system's readers."""
    heard: list[str] = []
    on = QAccessible.updateAccessibility

    def hear(event: object) -> None:
        if hasattr(event, "message"):
            heard.append(event.message())
        on(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    return heard


def test_a_notice_that_comes_up_later_is_said_and_one_that_came_with_its_page_is_not(
    shown, qtbot, monkeypatch
):
    heard = announced(monkeypatch)
    page = QWidget()
    column = QVBoxLayout(page)
    there, later = w.Notice("These people are invented."), w.Notice("", "warn", title="Not yet.")
    later.hide()
    column.addWidget(there)
    column.addWidget(later)
    shown(page)
    assert heard == []
    later.set_words("Look again.")
    later.show()
    assert heard == ["Not yet. Look again."]
    later.set_words("Look again.")
    assert len(heard) == 1
    there.set_words("Everything is saved.")
    assert heard[1:] == ["Everything is saved."]


def test_an_error_under_a_field_is_said(shown, monkeypatch):
    field = shown(w.TextField("Name"))
    heard = announced(monkeypatch)
    field.set_error("Please type a name.")
    field.set_error(None)
    assert heard == ["Please type a name."]
