"""The packaged program decodes pictures: what Qt needs for it is inside (`make test-all`)."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_lesson import DRAWING, png
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from trainer_app.bundles.packs.pixels import is_small_png
from trainer_app.services.pictures import Pictures

PROGRAM = Path(__file__).parents[2] / "dist" / "trainer-app" / "trainer-app"

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("bundle")]


def jpeg() -> bytes:
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImage.fromData(png(40, 30)).save(device, "jpg")
    return bytes(device.data().data())


def test_the_bundle_decodes_every_kind_of_picture() -> None:
    assert PROGRAM.is_file(), "there is no bundle: run `make bundle` first"
    pictures = Pictures([str(PROGRAM), "--picture"])
    with pictures.at_work():
        assert all(is_small_png(pictures.decoded(one, "cat")) for one in (png(40, 30), jpeg()))
        assert pictures.decoded(DRAWING, "cat.svg").startswith(b"<svg")
