"""Grids, dialogs, messages, side bar and table."""

from __future__ import annotations

import gallery
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trainer_app.ui import widgets as w
from trainer_app.ui.theme import Theme
from trainer_app.ui.widgets.drawn import DrawnButton
from trainer_app.ui.widgets.lettering import Lettering

# The offscreen platform says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def named(owner: QWidget, name: str) -> DrawnButton:
    return next(b for b in owner.findChildren(DrawnButton) if b.accessibleName() == name)


@pytest.mark.parametrize(("width", "columns"), [(1300, 4), (700, 2), (300, 1)])
def test_tiles_follow_the_width(shown, width, columns):
    grid = gallery.tiles()
    shown(grid, width, 900)
    assert grid.columns == columns
    tiles = grid.tiles()
    assert all(tile.geometry().right() < width for tile in tiles)
    assert len({tile.width() for tile in tiles}) <= 2


def test_tiles_start_where_reading_starts(dress, shown):
    dress(Theme(language="ar"))
    grid = gallery.tiles()
    shown(grid, 1300, 900)
    first, second = grid.tiles()[:2]
    assert first.x() > second.x()


def test_other_tiles_take_the_place_of_the_old(qapp, shown):
    grid = w.FlowGrid(100)
    grid.add(*[w.Button(str(n)) for n in range(6)])
    shown(grid, 700, 300)
    grid.set_tiles([w.Button("new")])
    qapp.processEvents()
    assert [tile.accessibleName() for tile in grid.tiles()] == ["new"]


def told(_=None):
    return w.Text("Somebody tells something that takes several lines in a narrow place.")


def test_grids_in_a_grid_are_right_before_anything_else_happens(qtbot):
    inner = [w.FlowGrid(150, 12) for _ in range(2)]
    for grid in inner:
        grid.add(*map(told, range(3)))
    outer = w.FlowGrid(420, 16, most=2)
    outer.add(*[w.Card(grid) for grid in inner])
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(outer)
    column.addStretch(1)
    whole = w.Scroller(page)
    qtbot.addWidget(whole)
    whole.resize(1000, 600)
    whole.show()
    for width, columns in ((1000, (2, 2)), (480, (1, 2)), (300, (1, 1)), (1000, (2, 2))):
        whole.resize(width, 600)
        assert (outer.columns, inner[0].columns, inner[1].columns) == (*columns, columns[1])
        assert outer.height() == outer.heightForWidth(outer.width())
        for text in outer.findChildren(w.Text):
            assert text.height() >= text.heightForWidth(text.width())
        for owner in (outer, *inner):
            assert owner.rect().contains(owner.childrenRect())


def test_a_hidden_tile_takes_no_place(qapp, shown):
    grid = w.FlowGrid(100, 10)
    grid.add(*[w.Button(str(n)) for n in range(3)])
    shown(grid, 700, 300)
    first, second, third = grid.tiles()
    place = second.geometry()
    second.hide()
    qapp.processEvents()
    assert third.geometry() == place
    assert grid.tiles() == (first, second, third)


def test_a_tile_that_is_deleted_leaves_the_grid(qapp, shown):
    grid = w.FlowGrid(100, 10)
    grid.add(*[w.Button(str(n)) for n in range(3)])
    shown(grid, 700, 300)
    first, second, third = grid.tiles()
    second.setParent(None)
    second.deleteLater()
    qapp.processEvents()
    assert grid.tiles() == (first, third)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_halves_stand_side_by_side_or_the_second_above(dress, shown, language):
    dress(Theme(language=language))
    sides = w.FlowGrid(300, 20, most=2, upwards=True)
    first, second = w.Card(told()), w.Card(told(), told())
    sides.add(first, second)
    shown(sides, 700, 300)
    assert (first.x() < second.x()) == (language == "en")
    assert first.geometry().height() == second.geometry().height() == 300
    sides.resize(400, 600)
    assert second.geometry().bottom() < first.geometry().top()
    assert first.width() == second.width() == 400


@pytest.fixture
def window(shown):
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.addWidget(w.Button("Before"))
    column.addStretch(1)
    shown(whole, 900, 600)
    whole.activateWindow()
    named(whole, "Before").setFocus(Qt.FocusReason.TabFocusReason)
    return whole


def test_a_dialog_keeps_the_keyboard_and_gives_it_back(qapp, qtbot, window):
    dialog = gallery.ask(window)
    told = []
    dialog.answered.connect(told.append)
    dialog.open()
    qapp.processEvents()
    names = []
    for _ in range(3):
        names.append(QApplication.focusWidget().accessibleName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert names == ["Keep it", "Delete the draft", "Keep it"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert told == ["keep"]
    assert QApplication.focusWidget() is named(window, "Before")


def test_a_dialog_answers_once_with_its_key(qapp, window):
    dialog = gallery.ask(window)
    told = []
    dialog.answered.connect(told.append)
    dialog.open()
    qapp.processEvents()
    delete = named(dialog, "Delete the draft")
    assert delete.height() >= delete.heightForWidth(delete.width())
    assert dialog.rect().contains(delete.mapTo(dialog, delete.rect().bottomRight()))
    delete.click()
    delete.click()
    assert told == ["delete"]


def test_a_new_message_takes_the_place_of_the_last(qtbot, window):
    w.Toast.say(window, "One")
    toast = w.Toast.say(window, "Two", "warn", milliseconds=10)
    seen = [each.words for each in window.findChildren(w.Toast) if each.isVisible()]
    assert seen == ["Two"]
    assert toast.accessibleName() == "Two"
    with qtbot.waitSignal(toast.destroyed, timeout=2000):
        pass


def test_places_are_chosen_and_narrow_to_icons(qtbot, shown):
    side = gallery.side()
    shown(side, 240, 600)
    told = []
    side.chosen.connect(told.append)
    qtbot.mouseClick(named(side, "Reports"), Qt.MouseButton.LeftButton)
    assert (told, side.value()) == (["reports"], "reports")
    side.fit(1366)
    wide = side.width()
    side.fit(700)
    assert side.narrow
    assert side.width() < wide
    with pytest.raises(KeyError):
        side.set_value("nowhere")


COLUMNS = [w.Column("name", "Name", stretch=1), w.Column("n", "Number", align="end")]


def row(key, name, sort=None):
    text = "" if sort is None else str(sort)
    return w.Row(key, (w.Cell(name), w.Cell(text, sort=sort)))


ROWS = [row("b", "Bilal", 10), row("a", "amira", 9), row("c", "Çelik"), row("d", "Zahra", 100)]


def test_a_table_sorts_as_people_do(shown):
    table = shown(w.Table(COLUMNS, ROWS, "People", sort=("name", False)))
    assert table.keys() == ("a", "b", "c", "d")
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert table.keys() == ("a", "b", "d", "c")
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert table.keys() == ("d", "b", "a", "c")


def test_a_table_keeps_its_place_when_rows_change(shown):
    table = shown(w.Table(COLUMNS, ROWS, "People", sort=("name", False)))
    table.setCurrentIndex(table.model().index(3, 0))
    table.set_rows([row("e", "Aisha"), *ROWS])
    assert table.keys()[table.currentIndex().row()] == "d"
    assert table.keys()[0] == "e"


def test_a_row_is_chosen_by_mouse_and_keys(qtbot, shown):
    table = shown(w.Table(COLUMNS, ROWS, "People"))
    told = []
    table.chosen.connect(lambda key, column: told.append((key, column)))
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    centre = table.visualRect(table.model().index(2, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert told == [("a", "name"), ("c", "n")]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_rows_are_high_enough_and_wrap(dress, shown, scale):
    dress(Theme(scale=scale, dense=True))
    long = row("l", "A very long name with many parts that cannot stand on one line " * 2, 1)
    table = shown(w.Table(COLUMNS, [*ROWS, long], "People"), 500, 700)
    heights = [table.rowHeight(at) for at in range(5)]
    assert min(heights) >= 32 * scale
    assert heights[4] > heights[0]
    assert table.horizontalHeader().height() >= 32 * scale


@pytest.mark.parametrize("full", [False, True])
def test_a_long_name_is_whole_in_a_long_table_too(dress, shown, full):
    dress(Theme(scale=2.0, dense=True))
    long = "Amina Abdullahi Mohamed of the Tuesday group in the library "
    rows = [row(str(n), f"{long}{n}", n) for n in range(400)]
    table = w.Table(COLUMNS, rows, "People", full=full)
    page = w.Scroller()
    page.add(table)
    shown(page, 500, 700)
    single = Lettering("A", tight=True).pitch
    assert all(table.rowHeight(at) > 2 * single for at in (0, 149, 150, 151, 399))
    if full:
        assert table.height() > sum(table.rowHeight(at) for at in range(400))
    table.set_rows([row("a", "Amina", 1)])
    assert table.rowHeight(0) < 2 * single


def test_a_full_table_knows_its_height_before_it_is_shown(qtbot):
    rows = [*ROWS, row("l", "A very long name with many parts " * 4, 1)]
    table = w.Table(COLUMNS, rows, "People", full=True)
    told = {width: table.heightForWidth(width) for width in (900, 400, 120)}
    assert told[400] > told[900]
    qtbot.addWidget(table)
    table.show()
    for width, height in told.items():
        table.resize(width, height)
        shown = sum(table.rowHeight(at) for at in range(5)) + table.horizontalHeader().height()
        bar = table.horizontalScrollBar()
        assert 0 <= height - shown - (bar.height() if bar.maximum() else 0) <= 4
        assert table.verticalScrollBar().maximum() == 0


def test_an_empty_table_is_no_trouble(qapp, shown):
    table = w.Table(COLUMNS, [], "People", full=True)
    page = w.Scroller()
    page.add(table)
    shown(page)
    table.set_rows(ROWS)
    qapp.processEvents()
    assert table.keys() == ("b", "a", "c", "d")
    high = table.height()
    table.set_rows(ROWS[:1])
    qapp.processEvents()
    assert table.height() < high


def test_blocks_are_read_in_order_and_marked(shown):
    view = gallery.lesson_page()
    shown(view, 800, 900)
    pieces = view.pieces()
    assert pieces[0].startswith("When you share something, other people can see it.")
    assert pieces[1] == "Three choices"
    assert "Good habit" in pieces
    view.highlight(0, 0, 0)
    plain = view.texts()[1].grab().toImage()
    view.highlight(1, 0, 5)
    assert view.texts()[1].grab().toImage() != plain
    view.highlight(2, 0, 4)
    assert view.texts()[1].grab().toImage() == plain


def test_a_chip_that_wraps_in_a_narrow_row_is_whole(shown):
    row = w.Panel("card", None)
    chip = w.Chip("Practice only, no pages yet", "primary", icon="play")
    whole = QWidget()
    flow = w.FlowRow(whole, 8)
    flow.addWidget(chip)
    flow.addWidget(w.Chip("Short"))
    row.body.addWidget(whole)
    shown(row, 190, 300)
    assert chip.width() < chip.sizeHint().width()
    assert chip.height() >= chip.heightForWidth(chip.width())
