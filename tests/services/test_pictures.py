"""Pictures from outside come back as pixels or plain shapes, or with the reason why not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from little_lesson import DRAWING, png
from photographs import sheet_photo
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QTransform

from trainer_app.bundles.packs.pixels import is_small_png, png_size
from trainer_app.domain.errors import UnusablePicture
from trainer_app.domain.sheets import MOST_SIDE, is_grey_jpeg
from trainer_app.services import pictures as decoding
from trainer_app.services.pictures import Pictures, kind_of
from trainer_app.ui.messages import explain

WEBP = b"webp" in {bytes(one.data()) for one in QImageReader.supportedImageFormats()}


@pytest.fixture(scope="module")
def pictures() -> Iterator[Pictures]:
    """One decoder for all of them: to start it takes longest."""
    made = Pictures()
    with made.at_work():
        yield made


def encoded(image: QImage, form: str) -> bytes:
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(device, form, 95)
    return bytes(device.data().data())


def photo(width: int, height: int, form: str = "png") -> bytes:
    """Left half red, right half blue, so that a turn shows."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    painter = QPainter(image)
    painter.fillRect(width // 2, 0, width, height, QColor("blue"))
    painter.end()
    image.setText("Author", "Rosa")
    return encoded(image, form)


def reason(pictures: Pictures, content: bytes) -> str:
    with pytest.raises(UnusablePicture) as told:
        pictures.decoded(content, "cat.png")
    words = explain(told.value)
    assert "cat.png" in words.title
    assert words.what_to_do
    return str(told.value.facts["reason"])


def test_kinds_are_told_by_the_first_bytes() -> None:
    forms = {"png": photo(4, 4), "jpeg": photo(4, 4, "jpg"), "svg": DRAWING}
    assert {kind: kind_of(content) for kind, content in forms.items()} == {
        kind: kind for kind in forms
    }
    for other in (b"", b"GIF89a", b"BM", b"II*\0", b"\0\0\x01\0", b"%PDF", b"RIFF", b"MZ", b"PK"):
        assert kind_of(other) == ""


@pytest.mark.parametrize("form", ["png", "jpg", *(["webp"] if WEBP else [])])
def test_a_photo_comes_back_as_pixels(pictures: Pictures, form: str) -> None:
    content = photo(60, 40, form)
    found = pictures.decoded(content, "cat")
    assert is_small_png(found)
    assert b"Rosa" not in found
    image = QImage.fromData(found)
    assert image.size() == QSize(60, 40)
    assert image.pixelColor(5, 20).red() > 200 > 60 > image.pixelColor(5, 20).blue()
    assert pictures.decoded(found, "cat") == found


def test_a_large_photo_is_made_smaller(pictures: Pictures) -> None:
    assert png_size(pictures.decoded(photo(2400, 600, "jpg"), "cat")) == (1600, 400)


def test_a_photo_of_many_colours_gets_few_enough_bytes(pictures: Pictures) -> None:
    noise = Random(1).randbytes(900 * 900 * 3)
    image = QImage(noise, 900, 900, 2700, QImage.Format.Format_RGB888)
    content = encoded(image, "png")
    assert len(content) > 2_000_000
    assert is_small_png(pictures.decoded(content, "cat"))


def test_a_photo_stands_upright(pictures: Pictures) -> None:
    """A camera that was held sideways says so beside the pixels."""
    upright = photo(60, 40, "jpg")
    sideways = QImage.fromData(upright).transformed(QTransform().rotate(-90))
    content = encoded(sideways, "jpg")
    tag = bytes.fromhex("4578696600004d4d002a00000008000101120003000000010006000000000000")
    turned = content[:2] + b"\xff\xe1" + (len(tag) + 2).to_bytes(2, "big") + tag + content[2:]
    image = QImage.fromData(pictures.decoded(turned, "cat"))
    assert image.size() == QSize(60, 40)
    assert image.pixelColor(5, 20).red() > 200


def test_what_can_be_seen_through_stays_so(pictures: Pictures) -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 0, 0, 100))
    found = QImage.fromData(pictures.decoded(encoded(image, "png"), "cat"))
    assert found.pixelColor(4, 4).alpha() == 100


def test_a_drawing_stays_a_drawing(pictures: Pictures) -> None:
    found = pictures.decoded(b"<!-- Rosa -->" + DRAWING, "cat.svg")
    assert found.startswith(b"<svg")
    assert b"Rosa" not in found
    assert pictures.decoded(found, "cat.svg") == found


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "kind"),
        (b"GIF89a" + bytes(99), "kind"),
        (b"x" * (decoding.MOST_BYTES + 1), "bytes"),
        (png(50_000, 50_000, pixels=b"\0" * 9), "pixels"),
        (png(2**31 - 1, 2**31 - 1, pixels=b""), "broken"),
        (png(4_000, 4_000, pixels=b"\0" * 9), "broken"),
        (png(40, 40)[:-30], "broken"),
        (png(0, 0), "broken"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "broken"),
        (b"\xff\xd8\xff" + bytes(200), "broken"),
        (b"\xff\xd8\xff" + DRAWING, "broken"),
        (b"RIFF\0\0\0\0WEBP" + bytes(200), "broken"),
        (b"<svg", "xml"),
        (DRAWING.replace(b"<rect", b"<script"), "shapes"),
    ],
)
def test_what_is_no_picture(pictures: Pictures, content: bytes, why: str) -> None:
    assert reason(pictures, content) == why


def test_the_next_picture_is_decoded_all_the_same(pictures: Pictures) -> None:
    reason(pictures, png(40, 40)[:-30])
    assert is_small_png(pictures.decoded(png(40, 40), "cat"))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(8, 200), st.integers(1, 255)), max_size=6))
def test_a_damaged_picture_is_refused_or_pixels(
    pictures: Pictures, changes: list[tuple[int, int]]
) -> None:
    content = bytearray(photo(12, 8, "jpg") if len(changes) % 2 else photo(12, 8))
    for at, by in changes:
        content[at % len(content)] ^= by
    try:
        found = pictures.decoded(bytes(content), "cat")
    except UnusablePicture as error:
        found, why = b"", error.facts["reason"]
    assert is_small_png(found) if found else why in ("broken", "pixels", "kind", "memory")


# A decoder that does what it should not

HELLO = f"import sys; o = sys.stdout.buffer; o.write({decoding.HELLO!r}); o.flush()\n"


def decoder(does: str, patience: float = 20.0) -> Pictures:
    """Pictures with a decoder that greets and then does this."""
    return Pictures([sys.executable, "-c", HELLO + does], patience)


def test_a_decoder_that_hangs_is_ended() -> None:
    hanging = decoder("import time; time.sleep(1000)", 0.3)
    assert reason(hanging, png(4, 4)) == "slow"
    assert reason(hanging, png(4, 4)) == "slow"


def test_a_decoder_that_dies_takes_nothing_with_it() -> None:
    for does in ("import os; os._exit(1)", "import os; os.kill(os.getpid(), 11)", "1/0"):
        assert reason(decoder(does), png(4, 4)) == "broken"


def test_a_decoder_is_not_believed() -> None:
    def answering(answer: bytes) -> Pictures:
        length = len(answer).to_bytes(4, "big")
        return decoder(
            f"sys.stdin.buffer.read(4); o.write({length + answer!r}); o.flush(); input()"
        )

    telling = png(4, 4)[:33] + b"\0\0\0\4tEXtRosa\0\0\0\0" + png(4, 4)[33:]
    for lie in (b"", b"+", b"+GIF89a", b"+" + png(4, 4)[:-1], b"+" + telling, b"x" + png(4, 4)):
        assert reason(answering(lie), png(4, 4)) == "broken"
    assert reason(answering(b"-<b>words</b>"), png(4, 4)) == "broken"
    endless = decoder("o.write(b'\\xff' * 10**6); o.flush(); input()")
    assert reason(endless, png(4, 4)) == "broken"


def test_a_decoder_that_does_not_start_is_said_plainly() -> None:
    assert reason(Pictures(["/no/such/program"]), png(4, 4)) == "helper"
    assert reason(Pictures([sys.executable, "-c", "print('hm')"]), png(4, 4)) == "helper"


def test_the_decoder_is_gone_after_work() -> None:
    made = Pictures()
    with made.at_work():
        made.decoded(png(4, 4), "cat")
        process = made._process
        assert process is not None
        assert process.poll() is None
    assert process.poll() is not None
    assert made._process is None


# Photos of signed sheets


def grey(found: bytes) -> QImage:
    assert is_grey_jpeg(found)
    image = QImage.fromData(found)
    assert image.isGrayscale()
    return image


@pytest.mark.parametrize("form", ["png", "jpg"])
def test_a_sheet_comes_back_grey_and_without_its_maker(pictures: Pictures, form: str) -> None:
    found = pictures.sheet(photo(60, 40, form), "sheet")
    assert b"Rosa" not in found
    assert grey(found).size() == QSize(60, 40)


def test_a_sheet_stands_upright_and_keeps_enough_of_every_signature(pictures: Pictures) -> None:
    upright = photo(4000, 3000, "jpg")
    sideways = QImage.fromData(upright).transformed(QTransform().rotate(-90))
    content = encoded(sideways, "jpg")
    tag = bytes.fromhex("4578696600004d4d002a00000008000101120003000000010006000000000000")
    turned = content[:2] + b"\xff\xe1" + (len(tag) + 2).to_bytes(2, "big") + tag + content[2:]
    image = grey(pictures.sheet(turned, "sheet"))
    assert image.size() == QSize(MOST_SIDE, MOST_SIDE * 3 // 4)
    assert image.pixelColor(10, 300).value() != image.pixelColor(MOST_SIDE - 10, 300).value()


def test_a_sheet_full_of_grain_gets_few_enough_bytes(pictures: Pictures) -> None:
    noise = Random(1).randbytes(2000 * 1500)
    image = QImage(noise, 2000, 1500, 2000, QImage.Format.Format_Grayscale8)
    assert grey(pictures.sheet(encoded(image, "jpg"), "sheet")).width() > 400


def test_what_can_be_seen_through_is_paper(pictures: Pictures) -> None:
    image = QImage(80, 80, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    assert grey(pictures.sheet(encoded(image, "png"), "sheet")).pixelColor(40, 40).value() > 250


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "photo"),
        (DRAWING, "photo"),
        (b"\0\0\0\x20ftypheic" + bytes(200), "photo"),
        (b"%PDF-1.7", "photo"),
        (b"\xff\xd8\xff" + bytes(decoding.MOST_BYTES), "bytes"),
        (png(50_000, 50_000, pixels=b"\0" * 9), "pixels"),
        (png(4_000, 4_000, pixels=b"\0" * 9), "broken"),
        (b"\xff\xd8\xff" + bytes(200), "broken"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "broken"),
    ],
)
def test_what_is_no_photo_of_a_sheet(pictures: Pictures, content: bytes, why: str) -> None:
    with pytest.raises(UnusablePicture) as told:
        pictures.sheet(content, "sheet.heic")
    assert told.value.facts["reason"] == why
    assert explain(told.value).what_to_do


def test_a_decoder_is_not_believed_of_a_sheet_either() -> None:
    good = sheet_photo()
    # Words, a place, colours, two pictures in one file, something behind the end.
    told = good[:2] + b"\xff\xfe\0\x06Rosa" + good[2:]
    place = good[:2] + b"\xff\xe1\0\x08Exif\0\0" + good[2:]
    frame = good.index(b"\xff\xc0")
    colours = good[: frame + 9] + b"\x03" + good[frame + 10 :]
    huge = good[: frame + 5] + b"\xff\xff" + good[frame + 7 :]
    inside = good[:-2] + good[2:]
    for lie in (b"", told, place, colours, huge, inside, good + b"Rosa", good[:-2], png(4, 4)):
        assert not is_grey_jpeg(lie)
    assert is_grey_jpeg(good)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2**20), st.integers(1, 255)), min_size=1, max_size=6))
def test_a_damaged_sheet_is_refused_or_pixels(
    pictures: Pictures, changes: list[tuple[int, int]]
) -> None:
    content = bytearray(photo(12, 8, "jpg"))
    for at, by in changes:
        content[at % len(content)] ^= by
    try:
        found, why = pictures.sheet(bytes(content), "sheet"), ""
    except UnusablePicture as error:
        found, why = b"", str(error.facts["reason"])
    assert is_grey_jpeg(found) if found else why in ("broken", "pixels", "photo", "memory")
