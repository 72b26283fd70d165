"""The cells of a table: how each kind is drawn, and the room that it takes."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, inf

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer_app.ui.theme import Size, Theme, Token, Weight, current, draw_icon, ring_width
from trainer_app.ui.widgets.chips import chip_room, draw_bar, draw_chip
from trainer_app.ui.widgets.drawn import centred, panel, start_box
from trainer_app.ui.widgets.lettering import Lettering
from trainer_app.ui.widgets.pictures import draw_face
from trainer_app.ui.widgets.table_model import CELL, Cell, TableModel


@lru_cache(maxsize=4096)
def _set(_theme: Theme, words: str, size: Size, weight: Weight) -> Lettering:
    return Lettering(words, size, weight, tight=True)


@lru_cache(maxsize=32768)
def _measured(theme: Theme, words: str, size: Size, weight: Weight) -> tuple[float, float, int]:
    # A thousand rows would push each other out of the small store of set words.
    letters = _set(theme, words, size, weight)
    return letters.longest_word(), letters.natural_width(), letters.pitch


def heading_letters(title: str) -> Lettering:
    """The words of a heading, set."""
    return _set(current(), title, "small", "semibold")


def side_room() -> int:
    """The pixels between a cell's edge and what stands in it."""
    return current().space(12)


def cell_room(cell: Cell) -> int:
    """The width in pixels that a cell needs besides its words."""
    theme = current()
    room = 2 * side_room()
    if cell.tone is not None:
        return room + chip_room(cell.icon)
    if cell.face:
        room += theme.px(36) + theme.space(10)
    if cell.icon:
        room += theme.px(20) + theme.space(8)
    if cell.share is not None:
        room += theme.px(96) + theme.space(8)
    return room


def cell_widths(cell: Cell) -> tuple[float, float]:
    """The widths in pixels of a cell's longest word and of all its words on a single line."""
    longest, natural, _ = _measured(current(), *_written(cell))
    return longest, natural


def single_line(cell: Cell) -> tuple[float, int]:
    """The width in pixels from which a cell needs a single line, and its height then."""
    words, size, weight = _written(cell)
    _, natural, pitch = _measured(current(), words, size, weight)
    return (inf if "\n" in words else natural + cell_room(cell)), pitch + _above_and_below()


def cell_height(cell: Cell, width: int) -> int:
    """The height in pixels that a cell needs in a width, its room included."""
    letters = _set(current(), *_written(cell))
    return ceil(letters.lay(max(1, width - cell_room(cell)))) + _above_and_below()


def _above_and_below() -> int:
    return 2 * current().space(6)


def _written(cell: Cell) -> tuple[str, Size, Weight]:
    if cell.tone is not None:
        return cell.text, "small", "semibold"
    return cell.text, "body", "semibold" if cell.strong else "regular"


class Cells(QStyledItemDelegate):
    """Draws every kind of cell."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = current()
        cell: Cell = index.data(CELL)
        whole = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(whole)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, theme.colour("primary_tint"))
        elif index.row() % 2:
            painter.fillRect(whole, theme.colour("paper"))
        box = whole.adjusted(side_room(), 0, -side_room(), 0)
        self._draw(painter, cell, box, index.column(), index.model())
        if state & QStyle.StateFlag.State_HasFocus:
            width = float(ring_width(theme))
            panel(painter, whole, theme.space(6), None, theme.colour("focus"), width)
        painter.restore()

    def _draw(self, painter: QPainter, cell: Cell, box: QRectF, column: int, model: object) -> None:
        theme = current()
        words = _set(theme, *_written(cell))
        if cell.tone is not None:
            if not cell.text:
                return
            wide = min(box.width(), words.natural_width() + chip_room(cell.icon))
            pill, _ = start_box(box, wide, 0)
            high = max(float(theme.px(30)), words.lay(wide - chip_room(cell.icon)) + theme.space(4))
            draw_chip(painter, centred(pill, wide, high), words, cell.icon, cell.tone)
            return
        if cell.face:
            at, box = start_box(box, theme.px(36), theme.space(10))
            draw_face(painter, cell.face, centred(at, theme.px(36)))
        ink: Token = "muted" if cell.muted else "ink"
        if cell.icon:
            at, box = start_box(box, theme.px(20), theme.space(8))
            draw_icon(painter, cell.icon, theme.hex(ink), centred(at, theme.px(20)))
        if cell.share is not None:
            at, box = start_box(box, theme.px(96), theme.space(8))
            draw_bar(painter, centred(at, at.width(), theme.px(8)), cell.share)
        assert isinstance(model, TableModel)
        words.draw(painter, box, theme.colour(ink), model.columns[column].align)
