"""Drawings from strangers: written anew of plain shapes, or refused; PNG known by their parts."""

from __future__ import annotations

import re
import struct
import time
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from little_lesson import DRAWING, png
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from trainer_app import places
from trainer_app.bundles.packs.drawing_values import SHAPES
from trainer_app.bundles.packs.drawings import plain_drawing
from trainer_app.bundles.packs.pixels import is_small_png, only_pixels, png_size
from trainer_app.content.rules.pictures import not_plain
from trainer_app.domain.errors import UnusablePicture
from trainer_app.ui.messages import explain

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360">'
LESSONS = sorted(places.lessons().glob("*/images/*.svg"))


def reason(inside: str | bytes, head: str = HEAD) -> str:
    """Why a drawing is not used; "" if it is. What comes out is plain, and stays as it is."""
    content = inside if isinstance(inside, bytes) else f"{head}{inside}</svg>".encode()
    try:
        written = plain_drawing(content, "cat.svg")
    except UnusablePicture as error:
        return said(error)
    assert plain_drawing(written, "cat.svg") == written
    assert set(re.findall(rb"<([a-zA-Z]+)", written)) <= {each.encode() for each in SHAPES}
    return ""


def said(error: UnusablePicture) -> str:
    """The reason, which has words that name the picture."""
    assert "cat.svg" in explain(error).title
    return str(error.facts["reason"])


def drawn(content: bytes) -> QImage:
    image = QImage(QSize(320, 180), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(content)).render(painter)
    painter.end()
    return image


@pytest.mark.parametrize("path", LESSONS[:: max(1, len(LESSONS) // 40)], ids=lambda one: one.name)
def test_a_lessons_drawing_looks_the_same_afterwards(path: Path, tmp_path: Path) -> None:
    written = plain_drawing(path.read_bytes(), path.name)
    assert drawn(written) == drawn(path.read_bytes())
    (tmp_path / "again.svg").write_bytes(written)
    assert not_plain(tmp_path / "again.svg") == ""


@pytest.mark.slow
def test_every_drawing_of_the_lessons_is_plain() -> None:
    assert [path for path in LESSONS if reason(path.read_bytes())] == []


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>", '<rect onload="alert(1)"/>', '<a href="x"><rect/></a>',
        '<image href="file:///etc/passwd"/>', '<use href="#a"/>', "<foreignObject/>",
        '<rect style="fill:url(https://evil.example)"/>', "<style>rect{}</style>", "<text>x</text>",
        '<rect class="a"/>', "<animate/>", "<set/>", "<filter/>", "<pattern/>", "<mask/>",
        "<clipPath/>", "<symbol/>", "<switch/>", "<iframe/>", "<svg/>", "<title>x</title>",
        '<rect xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="x"/>', "words",
        "<![CDATA[words]]>", '<rect xmlns="http://www.w3.org/1999/xhtml"/>', "<metadata/>",
        '<x:rect xmlns:x="http://evil.example"/>',
        '<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>', "<?php x ?>",
        '<rect xml:base="http://evil.example"/>', "<feImage/>", "<discard/>", "<video/>",
    ],
)  # fmt: skip
def test_what_is_no_plain_shape(inside: str) -> None:
    assert reason(inside) == "shapes"


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        b'<!doctype svg SYSTEM "file:///etc/passwd"><svg/>',
        b'<?xml-stylesheet href="x"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        b"<html><body/></html>",
        b'<svg viewBox="0 0 1 1"/>',
        b'<g xmlns="http://www.w3.org/2000/svg"/>',
    ],
)
def test_what_is_no_plain_document(content: bytes) -> None:
    assert reason(content) == "shapes"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"<svg", HEAD.encode(), b"x", DRAWING[:-8], DRAWING + DRAWING, b"\xff\xfe<\0",
        DRAWING.decode().encode("utf-16"), f"{HEAD}&undefined;</svg>".encode(),
        f"{HEAD}</g>".encode(), b"\x1f\x8b\x08",
        b'<?xml version="1.0" encoding="utf-7"?>' + b"+ADw-svg",
    ],
)  # fmt: skip
def test_what_is_no_drawing(content: bytes) -> None:
    assert reason(content) == "xml"


@pytest.mark.parametrize(
    "inside",
    [
        '<rect fill="url(https://evil.example/a)"/>', '<rect fill="url(#gone)"/>',
        '<rect fill="url(file:a.svg#b)"/>', '<rect fill="javascript:x"/>', '<rect width="1e9"/>',
        '<rect width="1em"/>', '<rect width="calc(1px)"/>', '<rect width="nan"/>', '<rect rx=""/>',
        '<path d="M0 0L1e99 0"/>', '<path d="M0 0 X"/>', '<path d="url(#a)"/>',
        '<path d="M0 0L9999999 0"/>', f'<path d="{"M0 0" * 6000}"/>', f'<path d="{"1" * 19000}"/>',
        f'<polygon points="{"1 " * 12000}"/>', '<polygon points="1,a"/>',
        '<rect transform="matrix(1 2"/>', '<rect transform="scale(1000000)"/>',
        f'<rect transform="{"scale(2) " * 7}"/>', '<rect stroke-dasharray="0.00001"/>',
        '<rect stroke-dasharray="0 0"/>',
        '<rect stroke-width="٣"/>', '<rect fill="&lt;script&gt;"/>',
        '<defs><linearGradient id="a"/><linearGradient id="a"/></defs>',
        '<defs><linearGradient id="&quot;x"/></defs>', '<rect display="var(--x)"/>',
    ],
)  # fmt: skip
def test_values_that_could_act_or_never_end(inside: str) -> None:
    assert reason(inside) == "values"


@pytest.mark.parametrize(
    "box", ["", "0 0 0 0", "0 0 1 1000", "0 0 1000 1", "0 0 -1 -1", "0 0 1", "a b c d", "0 0 1e9 1"]
)
def test_a_drawing_without_a_size(box: str) -> None:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">'
    assert reason("<rect/>", head) == "values"


def test_far_too_much_is_refused_soon() -> None:
    begun = time.process_time()
    assert reason("<g/>" * 10**6) == "bytes"
    assert reason("<g/>" * 6_000) == "elements"
    assert reason("<g>" * 20_000 + "</g>" * 20_000) == "depth"
    assert reason('<g fill="red">' * 10_000) in ("bytes", "depth")
    assert reason("<rect " + " ".join(f'a{n}="1"' for n in range(15_000)) + "/>") == ""
    assert time.process_time() - begun < 5


def test_what_a_plain_picture_has_no_use_for_is_gone() -> None:
    kept = plain_drawing(
        f'<!-- made by me -->{HEAD}<g data-name="Rosa" id="layer1" fill="red">'
        '<rect aria-label="x" font-family="y" width="5"/></g></svg>'.encode(),
        "x",
    )
    assert kept == f'{HEAD}\n  <g fill="red">\n    <rect width="5"/>\n  </g>\n</svg>\n'.encode()


def test_colour_runs_stay() -> None:
    inside = (
        '<defs><linearGradient id="sky"><stop offset="0" stop-color="#fff"/></linearGradient>'
        '</defs><rect width="9" fill="url(#sky)"/>'
    )
    assert reason(inside) == ""


PIECES = st.sampled_from([
    "<g>", "</g>", "<rect", "/>", ">", "<path", ' d="M0 0L9 9"', ' fill="red"', ' fill="url(#a)"',
    ' id="a"', ' x="1"', ' style="x"', ' onload="x"', "<script>", "</script>", "<svg", "</svg>",
    '<linearGradient id="a"/>', "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x>", "&lt;", "&#60;",
    ' xmlns="x"', ' xlink:href="x"', ' href="x"', "<image", "text", "\n", " ", '"', "'", "<?x ?>",
    ' transform="scale(2)"', ' stroke-dasharray="1 1"', "<circle", ' r="5"', "\x00", "é", "<defs>",
    "</defs>", ' width="10"', ' xml:space="preserve"', ' data-x="1"',
])  # fmt: skip
INSIDES = st.lists(PIECES, max_size=24).map("".join)
KNOWN = {"", "shapes", "xml", "values", "depth", "elements"}


@settings(max_examples=100, deadline=None)
@given(INSIDES)
def test_any_drawing(inside: str) -> None:
    assert reason(inside) in KNOWN


@pytest.mark.slow
@settings(max_examples=2_000, deadline=None)
@given(INSIDES)
def test_any_drawing_many_times(inside: str) -> None:
    assert reason(inside) in KNOWN


# PNG, not decoded


def part(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def with_part(kind: bytes, body: bytes) -> bytes:
    whole = png(4, 4)
    return whole[:33] + part(kind, body) + whole[33:]


def test_a_png_of_pixels_alone() -> None:
    assert png_size(png(40, 30)) == (40, 30)
    assert is_small_png(png(40, 30))
    assert is_small_png(png(1600, 1600))


@pytest.mark.parametrize(
    "content",
    [
        b"", b"GIF89a", png(4, 4)[:-1], png(4, 4)[:-12], png(4, 4) + b"x", png(4, 4)[8:],
        png(1601, 10), png(10, 1601), png(0, 4), png(2**31 - 1, 2**31 - 1, pixels=b""),
        png(4, 4)[:20] + b"\xff" + png(4, 4)[21:], with_part(b"tEXt", b"Author\0Rosa"),
        with_part(b"eXIf", b"where it was"), with_part(b"acTL", bytes(8)),
        with_part(b"iCCP", b"profile"), png(4, 4)[:33] + part(b"IEND", b""),
        with_part(b"IDAT", bytes(1_000_001)),
    ],
)  # fmt: skip
def test_a_png_that_is_not_as_ours_are(content: bytes) -> None:
    assert not is_small_png(content)


def test_what_tells_of_people_is_taken_out() -> None:
    assert only_pixels(with_part(b"tEXt", b"Author\0Rosa")) == png(4, 4)
