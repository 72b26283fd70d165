"""Photos of a centre's own lessons are drawn like the program's pictures."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from little_lesson import png
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from trainer_app.ui.widgets.pictures import draw_picture, picture_size


def drawn(path: Path) -> QColor:
    """The colour in the middle of what is drawn."""
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_picture(painter, path, QRectF(image.rect()))
    painter.end()
    return image.pixelColor(32, 32)


def test_a_photo_is_drawn_in_its_shape(qapp, tmp_path):
    photo = tmp_path / "cup.png"
    photo.write_bytes(png(40, 20))
    assert picture_size(photo) == QSizeF(40, 20)
    assert drawn(photo).name() == "#8090a0"


def test_a_picture_that_was_replaced_is_drawn_anew(qapp, tmp_path):
    drawing = tmp_path / "cup.svg"
    for colour in ("#112233", "#445566"):
        drawing.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
            f'<rect width="10" height="10" fill="{colour}"/></svg>'
        )
        os.utime(drawing, ns=(1, int(colour[1:], 16)))
        assert drawn(drawing).name() == colour


@pytest.mark.parametrize("name", ["gone.png", "gone.svg", "broken.png"])
def test_what_cannot_be_read_is_no_picture(qapp, tmp_path, name):
    (tmp_path / "broken.png").write_bytes(b"words")
    with pytest.raises(FileNotFoundError):
        picture_size(tmp_path / name)
