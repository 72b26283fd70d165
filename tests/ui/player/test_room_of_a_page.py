"""A page uses its room: the picture grows as long as every word stays in sight."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from reading_a_page import cut, overflow

from trainer_app.ui.player.halves import Halves
from trainer_app.ui.player.page_room import PageRoom
from trainer_app.ui.widgets import Text

SIZE = (1260, 540)


def room_with(words: str, show) -> tuple[PageRoom, Text, Text]:
    picture, text = Text("picture"), Text(words)
    room = PageRoom(Halves(picture, text, words_first=True), text)
    show(room)
    room.resize(*SIZE)
    for _ in range(3):
        QApplication.processEvents()
    return room, picture, text


@pytest.mark.parametrize("language", ["en", "ar"])
def test_few_words_leave_the_picture_three_fifths(show, dress, language: str):
    dress(language)
    room, picture, text = room_with("A few words.", show)
    assert picture.width() > 1.4 * text.width()
    middle = text.mapTo(room, text.rect().center()).y()
    assert room.height() * 0.25 < middle < room.height() * 0.45


def test_many_words_get_half_of_the_width_and_are_whole(show):
    _room, picture, text = room_with("word " * 250, show)
    assert abs(picture.width() - text.width()) <= 1
    _room, picture, text = room_with("word " * 175, show)
    assert picture.width() > text.width()
    assert text.height() >= text.heightForWidth(text.width())


def test_a_room_that_becomes_smaller_again_needs_no_scrolling(show):
    room, _picture, text = room_with("word " * 120, show)
    for size in ((1260, 400), (1000, 540), (1260, 540)):
        room.resize(*size)
        for _ in range(3):
            QApplication.processEvents()
        assert room.height() == size[1]
        assert text.height() >= text.heightForWidth(text.width())
    assert overflow(room) == 0
    assert cut(room) == []
